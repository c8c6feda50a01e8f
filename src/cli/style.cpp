#include "style.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "files.hpp"

namespace dsk::cli {

Style Style::of_terminal() {
  return Style(::isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").empty() &&
               environment("TERM") != "dumb");
}

std::string Style::paint(Ink ink, std::string_view text) const {
  static constexpr const char* codes[] = {"0", "1", "2", "31", "33", "34", "32", "35", "36"};
  if (!colour_ || ink == Ink::plain || text.empty()) return std::string(text);
  return std::string("\x1b[") + codes[static_cast<int>(ink)] + "m" + std::string(text) + "\x1b[0m";
}

std::string heading(std::string_view name) {
  return Style::of_terminal().paint(Ink::bold, visible(name)) + "\n";
}

std::string visible(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    // U+0080 to U+009F are C2 80 to C2 9F in UTF-8: some terminals obey them too.
    const bool c1 = byte == 0xC2 && at + 1 < text.size() &&
                    static_cast<unsigned char>(text[at + 1]) >= 0x80 &&
                    static_cast<unsigned char>(text[at + 1]) <= 0x9F;
    if (byte == '\n' || byte == '\t' || (byte >= 0x20 && byte != 0x7F && !c1)) {
      shown += text[at];
    } else {
      shown += "\xEF\xBF\xBD";  // U+FFFD
      if (c1) ++at;
    }
  }
  return shown;
}

std::size_t width(std::string_view text) {
  std::size_t points = 0;
  for (const char c : text) points += !continues(c);
  return points;
}

std::size_t terminal_columns() {
  struct winsize size {};
  const bool told = ::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  return told ? size.ws_col : 0;
}

std::string wrapped(std::string_view text, std::string_view first, std::string_view indent) {
  // A terminal stays as wide as it was while a mail is told; below 40 columns nothing would be
  // gained.
  static const std::size_t terminal = terminal_columns();
  const std::size_t columns = terminal == 0 ? 80 : std::clamp<std::size_t>(terminal, 40, 80);
  std::string out(first);
  std::size_t column = width(first);
  bool fresh = true;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of(" \n");
    const std::string_view word = text.substr(0, end);
    if (!word.empty()) {
      if (!fresh && column + 1 + width(word) > columns) {
        out += '\n';
        out += indent;
        column = width(indent);
        fresh = true;
      }
      if (!fresh) out += ' ';
      out += word;
      column += width(word) + (fresh ? 0 : 1);
      fresh = false;
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out + "\n";
}

}  // namespace dsk::cli
