// How many slips lie between two words, each of them one letter: for names and other words that
// stand in no automaton.
#pragma once

#include <cstddef>
#include <string_view>

namespace dsk::spell {

// Letters replaced, dropped, added, or two neighbours swapped; capitals and the kind of apostrophe
// do not count. Above `limit`, limit + 1.
std::size_t distance(std::string_view one, std::string_view other, std::size_t limit);

}  // namespace dsk::spell
