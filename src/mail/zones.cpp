#include "mail/zones.hpp"

#include <algorithm>

#include "mail/ascii.hpp"

namespace dsk::mail {
namespace {

// "On Monday, Ann wrote:"
bool is_attribution(std::string_view words) {
  return starts(words, "on ") && ends(words, "wrote:") && words.size() < 400;
}

bool is_bullet(std::string_view words) {
  if (starts(words, "- ") || starts(words, "* ") || starts(words, "+ ") ||
      starts(words, "\xE2\x80\xA2"))
    return true;
  std::size_t digits = 0;
  while (digits < words.size() && is_digit(words[digits])) ++digits;
  return digits > 0 && digits < 4 && digits + 1 < words.size() &&
         (words[digits] == '.' || words[digits] == ')') && words[digits + 1] == ' ';
}

void decide(Line& line, ZoneKind kind) {
  if (line.decided || line.blank) return;
  line.decided = true;
  line.kind = kind;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> out;
  out.reserve(text.size() / 40 + 1);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    Line line;
    line.begin = static_cast<std::uint32_t>(at);
    line.end = static_cast<std::uint32_t>(end);
    std::size_t content = at;
    std::size_t depth = 0;
    for (; content < end; ++content) {
      if (text[content] == '>')
        ++depth;
      else if (text[content] != ' ' && text[content] != '\t')
        break;
    }
    line.depth = static_cast<std::uint8_t>(std::min<std::size_t>(depth, 255));
    line.content = static_cast<std::uint32_t>(content);
    line.blank = depth == 0 && trim(text.substr(content, end - content)).empty();
    out.push_back(line);
    at = end + 1;
  }
  return out;
}

std::vector<Zone> find_zones(std::string_view text, const std::vector<Mark>& marks) {
  std::vector<Line> lines = split_lines(text);
  std::size_t mark = 0;
  for (Line& line : lines) {
    while (mark < marks.size() && marks[mark].span.end <= line.content) ++mark;
    if (mark < marks.size() && marks[mark].span.begin <= line.content && !line.blank) {
      decide(line, marks[mark].kind);
      line.depth = std::max(line.depth, marks[mark].depth);
    }
    if (line.depth > 0) decide(line, ZoneKind::quote);
  }
  bool signature = false;
  bool fence = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.decided || line.blank) {
      if (line.decided) signature = false;
      continue;
    }
    const std::string_view words = trim(line.words(text));
    if (words == "--" || words == "-- ") signature = true;
    if (signature) {
      decide(line, ZoneKind::signature);
      continue;
    }
    const bool fence_line = starts(words, "```");
    if (fence || fence_line) {
      decide(line, ZoneKind::code);
      if (fence_line) fence = !fence;
      continue;
    }
    if (is_attribution(words)) {
      decide(line, ZoneKind::attribution);
      continue;
    }
    decide(line, is_bullet(words) ? ZoneKind::list : ZoneKind::body);
  }

  std::vector<Zone> out;
  bool joined = false;  // the line before belongs to the last zone of `out`
  for (const Line& line : lines) {
    if (line.blank) {
      joined = false;
      continue;
    }
    const bool item = line.kind == ZoneKind::list && is_bullet(line.words(text));
    if (joined && !item && out.back().kind == line.kind && out.back().depth == line.depth) {
      out.back().span.end = line.end;
    } else {
      out.push_back({{line.begin, line.end}, line.kind, line.depth});
    }
    joined = true;
  }
  return out;
}

}  // namespace dsk::mail
