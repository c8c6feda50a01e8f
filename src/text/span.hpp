// A half-open range of bytes. Which text it is a range of, the owner says.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace dsk {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  friend constexpr auto operator<=>(Span, Span) = default;  // by where they begin, then end
};

}  // namespace dsk
