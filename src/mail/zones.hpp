// Whose words each line of a text is.
#pragma once

#include <string_view>
#include <vector>

#include "mail/document.hpp"
#include "mail/html.hpp"

namespace dsk::mail {

// A line of the text: [begin, end) without its '\n'. `content` is where the words begin, after
// quote marks and blanks; `depth` counts the quote marks.
struct Line {
  std::uint32_t begin = 0;
  std::uint32_t content = 0;
  std::uint32_t end = 0;
  std::uint8_t depth = 0;
  bool blank = false;
  bool decided = false;
  ZoneKind kind = ZoneKind::body;

  std::string_view words(std::string_view text) const {
    return text.substr(content, end - content);
  }
};

std::vector<Line> split_lines(std::string_view text);

// `marks` is what is known already: from markup, or from the client.
std::vector<Zone> find_zones(std::string_view text, const std::vector<Mark>& marks);

// Stretches in the own zones that are not prose. `known` come from markup.
std::vector<Inline> find_inlines(std::string_view text, const std::vector<Zone>& zones,
                                 const std::vector<Inline>& known);

}  // namespace dsk::mail
