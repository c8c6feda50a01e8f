#include "spell/letters.hpp"

namespace dsk::spell {
std::u32string decode(std::string_view utf8) {
  std::u32string letters;
  letters.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) letters.push_back(next_letter(utf8, at));
  return letters;
}

std::string encode(std::u32string_view letters) {
  std::string utf8;
  utf8.reserve(letters.size());
  for (const char32_t letter : letters) utf8::append(utf8, letter);
  return utf8;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 32) >= U'a' && (c | 32) <= U'z';
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  return c != 0xD7 && c != 0xF7 && c != 0xFFFD && !(c >= 0x2000 && c <= 0x2BFF) &&
         !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xE000 && c <= 0xF8FF) && c < 0x1F000;
}

std::string lower(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) utf8::append(out, lower(next_letter(utf8, at)));
  return out;
}

std::string upper(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) utf8::append(out, upper(next_letter(utf8, at)));
  return out;
}

std::string title(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t letter = next_letter(utf8, at);
    utf8::append(out, out.empty() ? upper(letter) : lower(letter));
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
        utf8::append(out, upper(next_letter(better, at)));
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
