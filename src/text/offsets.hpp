// Byte offsets of one text told in UTF-16 units or code points.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dsk {

enum class Unit : std::int32_t { bytes = 0, utf16 = 1, codepoints = 2 };

// Counts every kBlock bytes, so that one look-up reads at most kBlock bytes. Pure ASCII needs none.
class Offsets {
 public:
  Offsets() = default;
  explicit Offsets(std::string_view text);

  // `byte` must lie on a code point or at the end.
  std::size_t in(Unit unit, std::size_t byte) const;

 private:
  struct Mark {
    std::uint32_t utf16;
    std::uint32_t codepoints;
  };
  static constexpr std::size_t kBlock = 256;

  std::string_view text_;
  std::vector<Mark> marks_;  // counts before byte i * kBlock; empty for ASCII
};

}  // namespace dsk
