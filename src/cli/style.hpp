// How text looks on a terminal, and what of a stranger's mail may reach it.
#pragma once

#include <string>
#include <string_view>

namespace dsk::cli {

enum class Ink { plain, bold, dim, red, yellow, blue, green, magenta, cyan };

class Style {
 public:
  explicit Style(bool colour) : colour_(colour) {}

  // Colour where standard output is a terminal, unless NO_COLOR is set or TERM is "dumb".
  static Style of_terminal();

  std::string paint(Ink ink, std::string_view text) const;

 private:
  bool colour_;
};

// A line of its own above what is told of a file or a mail.
std::string heading(std::string_view name);

// Control characters made visible: a mail must not steer the terminal it is shown on. Line feeds
// and tabs stay.
std::string visible(std::string_view text);

// Does this byte go on with a character, so that no text may be cut before it?
inline bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Code points of UTF-8 text: near enough to columns for an underline.
std::size_t width(std::string_view text);

// Columns of the terminal that standard output is; 0 where it is none, or does not say.
std::size_t terminal_columns();

// `text` broken into lines of at most 80 columns, fewer on a narrower terminal, behind `indent`;
// the first line starts with `first`, which is as wide as `indent`.
std::string wrapped(std::string_view text, std::string_view first, std::string_view indent);

}  // namespace dsk::cli
