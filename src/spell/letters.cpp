#include "spell/letters.hpp"

namespace dsk::spell {
namespace {

constexpr char32_t bad = 0xFFFD;

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

char32_t next_letter(std::string_view utf8, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  std::size_t more = 0;
  if (lead >= 0xC2 && lead < 0xE0) more = 1;
  else if (lead >= 0xE0 && lead < 0xF0) more = 2;
  else if (lead >= 0xF0 && lead < 0xF5) more = 3;
  else return bad;
  if (utf8.size() - at < more) return bad;
  char32_t letter = lead & (0x3Fu >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80u) return bad;
    letter = letter << 6 | (byte(at + i) & 0x3Fu);
  }
  at += more;
  return letter;
}

void append_utf8(std::string& out, char32_t letter) {
  const auto put = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
  if (letter < 0x80) {
    put(letter);
  } else if (letter < 0x800) {
    put(0xC0 | letter >> 6);
    put(0x80 | (letter & 0x3F));
  } else if (letter < 0x10000) {
    put(0xE0 | letter >> 12);
    put(0x80 | (letter >> 6 & 0x3F));
    put(0x80 | (letter & 0x3F));
  } else {
    put(0xF0 | letter >> 18);
    put(0x80 | (letter >> 12 & 0x3F));
    put(0x80 | (letter >> 6 & 0x3F));
    put(0x80 | (letter & 0x3F));
  }
}

std::u32string decode(std::string_view utf8) {
  std::u32string letters;
  letters.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) letters.push_back(next_letter(utf8, at));
  return letters;
}

std::string encode(std::u32string_view letters) {
  std::string utf8;
  utf8.reserve(letters.size());
  for (const char32_t letter : letters) append_utf8(utf8, letter);
  return utf8;
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (alternates_even(c)) return c | 1;
  if (alternates_odd(c)) return (c & 1) != 0 ? c + 1 : c;
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

char32_t upper(char32_t c) {
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

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 32) >= U'a' && (c | 32) <= U'z';
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  return c != 0xD7 && c != 0xF7 && c != bad && !(c >= 0x2000 && c <= 0x2BFF) &&
         !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xE000 && c <= 0xF8FF) && c < 0x1F000;
}

std::string lower(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) append_utf8(out, lower(next_letter(utf8, at)));
  return out;
}

std::string upper(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) append_utf8(out, upper(next_letter(utf8, at)));
  return out;
}

std::string title(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t letter = next_letter(utf8, at);
    append_utf8(out, out.empty() ? upper(letter) : lower(letter));
  }
  return out;
}

Capitals capitals(std::string_view utf8) {
  std::size_t raised = 0;
  std::size_t lowered = 0;
  bool first = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const bool start = at == 0;
    const char32_t letter = next_letter(utf8, at);
    if (is_upper(letter)) {
      ++raised;
      first = first || start;
    } else if (is_lower(letter)) {
      ++lowered;
    }
  }
  if (raised == 0) return Capitals::none;
  if (first && raised == 1) return Capitals::first;
  return lowered == 0 ? Capitals::all : Capitals::mixed;
}

std::string with_capitals_of(std::string_view better, std::string_view like) {
  const Capitals own = capitals(better);
  switch (capitals(like)) {
    case Capitals::first:
      if (own != Capitals::none) break;
      {
        std::size_t at = 0;
        std::string out;
        append_utf8(out, upper(next_letter(better, at)));
        return out.append(better.substr(at));
      }
    case Capitals::all:
      // One raised letter says nothing about the rest: "A" may become "An".
      return like.size() > 1 ? upper(better) : std::string(better);
    case Capitals::none:
    case Capitals::mixed: break;
  }
  return std::string(better);
}

}  // namespace dsk::spell
