#include "mail/fold.hpp"

#include <cstdint>

#include "mail/bytes.hpp"
#include "utf8.hpp"

namespace dsk::mail {
namespace {

bool invisible(std::uint32_t code) {
  return code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         code == 0x2060 || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

// Small letters, any white space as a blank, 0 for stars.
constexpr auto kFolded =
    byte_table([](char c) { return c == '*' ? '\0' : is_space(c) ? ' ' : lower(c); });

}  // namespace

std::string folded(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  const auto space = [&] {
    if (!out.empty() && out.back() != ' ') out.push_back(' ');
  };
  for (std::size_t at = 0; at < line.size();) {
    if (!is_high(line[at])) {
      const char c = at_byte(kFolded, line[at++]);
      if (c == ' ')
        space();
      else if (c != 0)
        out.push_back(c);
      continue;
    }
    // The text is UTF-8; a stray byte is passed through.
    const auto [code, size] = utf8::decode(line, at);
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
      utf8::append(out, utf8::to_lower(code));
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::size_t word_count(std::string_view line) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : line) {
    const bool word = !is_space(c);
    count += word && !inside;
    inside = word;
  }
  return count;
}

}  // namespace dsk::mail
