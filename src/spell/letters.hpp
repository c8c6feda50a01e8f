// Letters of the scripts that spelling dictionaries are written in: UTF-8, case, and the shape of
// a word's capitals. No locale; what is not listed here has no case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dsk::spell {

// Reads one code point at `at` and moves past it; U+FFFD for a byte that is not UTF-8.
char32_t next_letter(std::string_view utf8, std::size_t& at);
void append_utf8(std::string& out, char32_t letter);
std::u32string decode(std::string_view utf8);
std::string encode(std::u32string_view letters);

char32_t lower(char32_t letter);
char32_t upper(char32_t letter);
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
