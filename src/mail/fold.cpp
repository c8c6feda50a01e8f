#include "mail/fold.hpp"

#include <cstdint>

#include "mail/ascii.hpp"
#include "mail/charset.hpp"

namespace dsk::mail {
namespace {

// Lower case of a code point in Latin, Greek and Cyrillic, by the regular distance of their blocks.
std::uint32_t lower_code(std::uint32_t code) {
  if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 32;
  if (code == 0x130) return 'i';
  if ((code >= 0x100 && code <= 0x137) || (code >= 0x14A && code <= 0x177)) return code | 1;
  if ((code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E))
    return code % 2 == 1 ? code + 1 : code;
  if (code >= 0x391 && code <= 0x3A9) return code + 32;
  if (code >= 0x410 && code <= 0x42F) return code + 32;
  if (code >= 0x400 && code <= 0x40F) return code + 80;
  return code;
}

bool invisible(std::uint32_t code) {
  return code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         code == 0x2060 || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

bool ideographic(std::string_view text) {
  return !text.empty() && static_cast<unsigned char>(text[0]) >= 0xE3;
}

}  // namespace

std::string folded(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  const auto space = [&] {
    if (!out.empty() && out.back() != ' ') out.push_back(' ');
  };
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (!is_high(c)) {
      if (is_space(c)) {
        space();
        ++at;
        continue;
      }
      // A run of ASCII at once.
      std::size_t end = at;
      while (end < line.size() && !is_high(line[end]) && !is_space(line[end]) && line[end] != '*')
        ++end;
      const std::size_t size = out.size();
      out.append(line.substr(at, end - at));
      for (std::size_t i = size; i < out.size(); ++i) out[i] = lower(out[i]);
      at = end < line.size() && line[end] == '*' ? end + 1 : end;
      continue;
    }
    // The text is UTF-8; a stray byte is passed through.
    const auto lead = static_cast<unsigned char>(c);
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (size == 1 || at + size > line.size()) {
      out.push_back(c);
      ++at;
      continue;
    }
    std::uint32_t code = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i)
      code = code << 6 | (static_cast<unsigned char>(line[at + i]) & 0x3FU);
    at += size;
    if (invisible(code)) continue;
    if (code == 0xA0 || code == 0x2007 || code == 0x202F || code == 0x3000 || code == 0x2009)
      space();
    else if (code == 0x2018 || code == 0x2019 || code == 0x2BC)
      out.push_back('\'');
    else if (code == 0x201C || code == 0x201D || code == 0x201E || code == 0xAB || code == 0xBB)
      out.push_back('"');
    else if (code == 0xFF1A)
      out.push_back(':');
    else
      append_utf8(out, lower_code(code));
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool has_words(std::string_view line, std::string_view part) {
  for (std::size_t at = line.find(part); at != std::string_view::npos;
       at = line.find(part, at + 1)) {
    if (ideographic(part)) return true;
    const bool before = at == 0 || !is_wordish(line[at - 1]);
    const std::size_t end = at + part.size();
    const bool after = end >= line.size() || !is_wordish(line[end]);
    if (before && after) return true;
  }
  return false;
}

std::size_t word_count(std::string_view line) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : line) {
    if (!is_space(c) && !inside) ++count;
    inside = !is_space(c);
  }
  return count;
}

}  // namespace dsk::mail
