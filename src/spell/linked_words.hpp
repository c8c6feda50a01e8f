// The automata that the build made and linked in. Defined in generated code.
#pragma once

#include <string_view>

namespace dsk::spell {

// English, the forms of American and British English marked as such; empty in a build without.
std::string_view linked_english();
// The technical lexicon.
std::string_view linked_terms();

}  // namespace dsk::spell
