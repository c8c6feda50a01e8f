// The automaton that the build made and linked in. Defined in generated code.
#pragma once

#include <string_view>

namespace dsk::spell {

// English, the forms of American and British English and of the technical lexicon marked as such;
// empty in a build without.
std::string_view linked_english();

}  // namespace dsk::spell
