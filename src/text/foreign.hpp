// Paragraphs in another language than the pack's: not judged, and told.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "text/reading.hpp"

namespace dsk {

// Takes the sentences of paragraphs out that hold next to none of the language's commonest words
// (`stop_words`: hashes, sorted; empty switches this off). Short paragraphs stay: a name or a menu
// path tells nothing. `knows` is the language's dictionary, asked where the common words say no;
// empty where there is none. Returns how many paragraphs went.
using KnowsWord = std::function<bool(std::string_view)>;
std::uint32_t drop_foreign(Reading& reading, const std::vector<std::uint64_t>& stop_words,
                           const KnowsWord& knows = {});
// Whether any would go.
bool has_foreign(const Reading& reading, const std::vector<std::uint64_t>& stop_words,
                 const KnowsWord& knows = {});

}  // namespace dsk
