#include "spell/distance.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "spell/letters.hpp"
#include "spell/word_set.hpp"

namespace dsk::spell {
namespace {

// A bit for each letter, capitals as small ones; all of them where it is not all ASCII.
std::uint32_t letters_in(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char byte : word) {
    const auto letter = static_cast<unsigned char>(byte);
    if (letter >= 128) return ~0u;
    letters |= 1u << (letter & 31u);
  }
  return letters;
}

}  // namespace

std::size_t distance(std::string_view one, std::string_view other, std::size_t limit) {
  // A slip takes one letter from the word at most, and brings one.
  const std::uint32_t here = letters_in(one);
  const std::uint32_t there = letters_in(other);
  if (here != ~0u && there != ~0u &&
      static_cast<std::size_t>(
          std::max(std::popcount(here & ~there), std::popcount(there & ~here))) > limit) {
    return limit + 1;
  }
  const std::u32string a = decode(fold(one));
  const std::u32string b = decode(fold(other));
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  // Three rows of the table are enough: a swap looks two back.
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u), last[j] + 1,
                         row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(row[b.size()], limit + 1);
}

}  // namespace dsk::spell
