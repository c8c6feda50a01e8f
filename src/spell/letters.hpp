// The letters of words in dictionaries, and the shape of a word's capitals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "utf8.hpp"


namespace dsk::spell {

// Reads one code point at `at` and moves past it; U+FFFD for a byte that is not UTF-8.
inline char32_t next_letter(std::string_view text, std::size_t& at) {
  const utf8::Decoded next = utf8::decode(text, at);
  at += next.size;
  return next.point;
}
std::u32string decode(std::string_view utf8);
std::string encode(std::u32string_view letters);

inline char32_t lower(char32_t letter) { return utf8::to_lower(letter); }
inline char32_t upper(char32_t letter) { return utf8::to_upper(letter); }
inline bool is_upper(char32_t letter) { return lower(letter) != letter; }
inline bool is_lower(char32_t letter) { return upper(letter) != letter; }
inline bool is_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }
bool is_letter(char32_t letter);
// The apostrophe of the keyboard, or the one that word processors put in its place.
inline bool is_apostrophe(char32_t letter) { return letter == U'\'' || letter == U'\u2019'; }

std::string lower(std::string_view utf8);
// First letter raised, the rest lowered.
std::string title(std::string_view utf8);
std::string upper(std::string_view utf8);

// How a word is written; the names follow Hunspell's.
enum class Capitals : std::uint8_t {
  none,   // printer
  first,  // Printer
  all,    // PRINTER
  mixed,  // iPhone, OneDrive
};
Capitals capitals(std::string_view utf8);

// `better` written with the capitals of `like`: a correction for "Teh" begins with a capital.
std::string with_capitals_of(std::string_view better, std::string_view like);

}  // namespace dsk::spell
