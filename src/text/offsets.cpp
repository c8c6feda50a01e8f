#include "text/offsets.hpp"

#include <algorithm>
#include <cstring>

#include "utf8.hpp"

namespace dsk {
namespace {

// A code point counts at its first byte; one outside the BMP is two UTF-16 units.
bool astral(char byte) { return static_cast<unsigned char>(byte) >= 0xF0; }

// Eight bytes at a time: most texts are.
bool is_ascii(std::string_view text) {
  std::uint64_t seen = 0, eight = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    seen |= eight;
  }
  for (; at < text.size(); ++at) seen |= static_cast<unsigned char>(text[at]);
  return (seen & 0x8080808080808080u) == 0;
}

}  // namespace

Offsets::Offsets(std::string_view text) : text_(text) {
  if (is_ascii(text)) return;
  Mark count{0, 0};
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % kBlock == 0) marks_.push_back(count);
    if (utf8::continues(text[at])) continue;
    ++count.codepoints;
    count.utf16 += astral(text[at]) ? 2 : 1;
  }
  marks_.push_back(count);
}

std::size_t Offsets::in(Unit unit, std::size_t byte) const {
  if (unit == Unit::bytes || marks_.empty()) return byte;
  const std::size_t block = std::min(byte / kBlock, marks_.size() - 1);
  Mark count = marks_[block];
  for (std::size_t at = block * kBlock; at < byte && at < text_.size(); ++at) {
    if (utf8::continues(text_[at])) continue;
    ++count.codepoints;
    count.utf16 += astral(text_[at]) ? 2 : 1;
  }
  return unit == Unit::utf16 ? count.utf16 : count.codepoints;
}

}  // namespace dsk
