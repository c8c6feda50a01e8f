// UTF-8, and the case of letters: the one place for both, on the ground floor. No locale; Latin,
// Greek and Cyrillic have case, other scripts stay as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dsk::utf8 {

// The bytes of the well-formed sequence (RFC 3629) at `at`, 0 where there is none.
std::uint32_t well_formed(std::string_view bytes, std::size_t at);
// The first byte that is not part of well-formed UTF-8, or npos.
std::size_t first_invalid(std::string_view bytes);
// The first byte at or after `at` that is not ASCII, or the end.
std::size_t skip_ascii(std::string_view bytes, std::size_t at);

// Does it go on with a character, so that no text may be cut before it?
inline bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

struct Decoded {
  char32_t point;
  std::uint32_t size;  // bytes, at least 1
};

// What the functions without _long do where it is not ASCII.
Decoded decode_long(std::string_view text, std::size_t at);
void append_long(std::string& out, char32_t point);
char32_t to_lower_long(char32_t point);
bool is_letter_long(char32_t point);

// The code point at `at`; malformed bytes come out one by one as U+FFFD.
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? Decoded{lead, 1} : decode_long(text, at);
}

inline void append(std::string& out, char32_t point) {
  if (point < 0x80)
    out.push_back(static_cast<char>(point));
  else
    append_long(out, point);
}

inline char32_t to_lower(char32_t point) {
  if (point >= 0x80) return to_lower_long(point);
  return point >= U'A' && point <= U'Z' ? point + 32 : point;
}
char32_t to_upper(char32_t point);
bool is_upper(char32_t point);
inline bool is_letter(char32_t point) {
  if (point >= 0x80) return is_letter_long(point);
  return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
}
std::string lower(std::string_view text);
// Lowers the ASCII letters in place; whether that is all there is.
bool lower_ascii(std::string& text);

}  // namespace dsk::utf8
