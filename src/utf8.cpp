#include "utf8.hpp"

#include <cstring>

namespace dsk::utf8 {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Blocks where upper and lower case alternate, even code points being capitals.
bool alternates_even(char32_t c) {
  return (c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) || (c >= 0x14A && c <= 0x177) ||
         (c >= 0x1DE && c <= 0x1EF) || (c >= 0x1F8 && c <= 0x21F) || (c >= 0x460 && c <= 0x481) ||
         (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F) || (c >= 0x1E00 && c <= 0x1E95) ||
         (c >= 0x1EA0 && c <= 0x1EFF);
}

// The same with odd capitals.
bool alternates_odd(char32_t c) {
  return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC);
}

}  // namespace

std::uint32_t well_formed(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
  };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(0);
  if (at >= bytes.size()) return 0;
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !tail(1)) return 0;
  if (lead < 0xE0) return 2;
  if (!tail(2)) return 0;
  if (lead < 0xF0) {
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = lead == 0xF0 && byte(1) < 0x90;
  const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
  return !tail(3) || overlong || beyond ? 0 : 4;
}

Decoded decode_long(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::uint32_t size = well_formed(text, at);
  if (size == 0) return {kReplacement, 1};
  char32_t point = lead & (0xFFu >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i)
    point = point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  return {point, size};
}

std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  while (at + 8 <= bytes.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & kHigh) != 0) break;
    at += 8;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

std::size_t first_invalid(std::string_view bytes) {
  for (std::size_t at = 0; (at = skip_ascii(bytes, at)) < bytes.size();) {
    const std::uint32_t size = well_formed(bytes, at);
    if (size == 0) return at;
    at += size;
  }
  return std::string_view::npos;
}

void append_long(std::string& out, char32_t point) {
  const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (point < 0x800) {
    put(0xC0 | point >> 6);
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12);
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | point >> 18);
    put(0x80 | (point >> 12 & 0x3F));
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  }
}

char32_t to_lower_long(char32_t c) {
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (alternates_even(c)) return c | 1;
  if (alternates_odd(c)) return (c & 1) != 0 ? c + 1 : c;
  if (c == 0x130) return U'i';
  if (c == 0x178) return 0xFF;
  if (c == 0x1E9E) return 0xDF;
  if (c == 0x386) return 0x3AC;
  if (c >= 0x388 && c <= 0x38A) return c + 37;
  if (c == 0x38C) return 0x3CC;
  if (c == 0x38E || c == 0x38F) return c + 63;
  if (c >= 0x391 && c <= 0x3AB && c != 0x3A2) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

char32_t to_upper(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z' ? c - 32 : c;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
  if (alternates_even(c)) return c & ~char32_t{1};
  if (alternates_odd(c)) return (c & 1) != 0 ? c : c - 1;
  if (c == 0xFF) return 0x178;
  if (c == 0x3AC) return 0x386;
  if (c >= 0x3AD && c <= 0x3AF) return c - 37;
  if (c == 0x3C2) return 0x3A3;
  if (c == 0x3CC) return 0x38C;
  if (c == 0x3CD || c == 0x3CE) return c - 63;
  if (c >= 0x3B1 && c <= 0x3CB) return c - 32;
  if (c >= 0x430 && c <= 0x44F) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  return c;
}

bool is_upper(char32_t point) { return to_lower(point) != point; }

bool is_letter_long(char32_t point) {
  if (point < 0xC0) return point == 0xAA || point == 0xB5 || point == 0xBA;
  if (point == 0xD7 || point == 0xF7) return false;
  if (point < 0x2C0) return true;               // Latin, IPA
  if (point < 0x300) return false;              // modifier letters
  if (point < 0x370) return true;               // combining marks continue a word
  if (point < 0x2000) return point != 0x37E;    // Greek to Georgian, Indic, extended Latin
  if (point >= 0x2C00 && point < 0x2E00) return true;
  if (point >= 0x3040 && point < 0xD7B0) return true;  // kana, CJK, Hangul
  if (point >= 0xF900 && point < 0xFB50) return true;
  return point >= 0x20000 && point < 0x30000;
}

bool lower_ascii(std::string& text) {
  unsigned char all = 0;
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    all |= byte;
    c = static_cast<char>(byte | (static_cast<unsigned char>(byte - 'A') < 26) << 5);
  }
  return all < 0x80;
}

std::string lower(std::string_view text) {
  std::string low(text);
  if (lower_ascii(low)) return low;  // nearly all text is ASCII
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stretch = skip_ascii(low, at);
    out.append(low, at, stretch - at);
    if ((at = stretch) == text.size()) break;
    const Decoded next = decode(text, at);
    append(out, to_lower(next.point));
    at += next.size;
  }
  return out;
}

}  // namespace dsk::utf8
