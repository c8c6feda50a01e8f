// What an edit left of a text as it was.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dsk {

// So many bytes at either end are the same in both texts; the two ends overlap in neither.
struct SameEnds {
  SameEnds() = default;
  SameEnds(std::string_view one, std::string_view other)
      : size_before(one.size()), size(other.size()) {
    const std::size_t most = std::min(size_before, size);
    const char *const first = one.data(), *const last = first + size_before;
    const char *const other_first = other.data(), *const other_last = other_first + size;
    constexpr std::size_t kMany = 16;
    while (begin + kMany <= most && std::memcmp(first + begin, other_first + begin, kMany) == 0)
      begin += kMany;
    while (begin < most && one[begin] == other[begin]) ++begin;
    while (begin + end + kMany <= most &&
           std::memcmp(last - end - kMany, other_last - end - kMany, kMany) == 0)
      end += kMany;
    while (end < most - begin && one[size_before - 1 - end] == other[size - 1 - end]) ++end;
  }

  // How far what stands behind the edit moved; backwards wraps around.
  std::uint32_t shift() const { return static_cast<std::uint32_t>(size - size_before); }

  std::size_t begin = 0, end = 0;
  std::size_t size_before = 0, size = 0;  // of the texts
};

}  // namespace dsk
