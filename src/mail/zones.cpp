#include "mail/zones.hpp"

#include <algorithm>
#include <array>

#include "mail/bytes.hpp"
#include "mail/fold.hpp"

namespace dsk::mail {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// Blanks of every kind that begin `text`: spaces, tabs, no-break and zero-width spaces.
std::size_t blanks(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_space(text[at]))
      ++at;
    else if (text.compare(at, 2, kNoBreakSpace) == 0)
      at += 2;
    else if (text.compare(at, 3, "\xE2\x80\x8B") == 0 || text.compare(at, 3, "\xEF\xBB\xBF") == 0)
      at += 3;
    else
      break;
  }
  return at;
}

// Blanks one after the other set the first of these bits, the second, and kGap.
constexpr unsigned kBlanks = Line::kGap | Line::kGap / 2U | Line::kGap / 4U;

constexpr std::array<std::uint16_t, 256> holds_of_bytes() {
  std::array<std::uint16_t, 256> out{};
  const auto set = [&](std::string_view bytes, unsigned what) {
    for (const char c : bytes) {
      auto& entry = out[static_cast<unsigned char>(c)];
      entry = static_cast<std::uint16_t>(entry | what);
    }
  };
  set("-_=~#", Line::kRule);
  set(":", Line::kColon);
  set("@<>", Line::kAddress);
  set("0123456789", Line::kDigit);
  set(";{}()=[]$`\\&%\"", Line::kCode);
  set("/", Line::kSlash);
  set("|\t", Line::kCell);
  set(".", Line::kDot);
  set(" ", kBlanks);
  for (std::size_t i = 0x80; i < 256; ++i) out[i] = Line::kHigh;
  out[0xEF] = Line::kHigh | Line::kColon;
  return out;
}
constexpr auto kHolds = holds_of_bytes();

// "> " and ">>" and "> > "; "Ann> ", as Emacs and some webmails quote, is find_marked's to read.
void read_quote_marks(std::string_view text, Line& line) {
  std::size_t at = line.begin;
  std::size_t depth = 0;
  std::size_t content = at;
  for (; at < line.end; ++at) {
    if (text[at] == '>') {
      ++depth;
      content = at + 1;
    } else if (text[at] != ' ' && text[at] != '\t') {
      break;
    }
  }
  // A full-width or German quote mark at the start is no quote of a mail.
  line.depth = static_cast<std::uint8_t>(std::min<std::size_t>(depth, 255));
  line.marked = depth > 0;
  const std::size_t skipped = blanks(text.substr(content, line.end - content));
  line.content = static_cast<std::uint32_t>(content + skipped);
  line.blank = depth == 0 && line.content == line.end;
}

}  // namespace

bool is_technical(const Line& line) {
  return !line.blank && line.decided && (line.kind == ZoneKind::log || line.kind == ZoneKind::code);
}

bool is_bullet(std::string_view words) {
  if (words.size() < 2) return false;
  const char c = words[0];
  if ((c == '-' || c == '*' || c == '+') && (words[1] == ' ' || words[1] == '\t'))
    return words.size() > 2;
  // Word's round bullet; "o " is a word in some languages.
  if (c == 'o' && words.size() > 3 && (words[1] == '\t' || words.substr(1, 2) == "  ")) return true;
  static constexpr std::string_view kMarks[] = {"\xE2\x80\xA2",  "\xC2\xB7",      "\xE2\x80\xA3",
                                                "\xE2\x97\xA6",  "\xE2\x96\xAA",  "\xE2\x97\x8F",
                                                "\xE2\x80\x93 ", "\xE2\x86\x92 ", "\xE2\x9C\x93"};
  if (is_high(c))
    return std::any_of(std::begin(kMarks), std::end(kMarks),
                       [&](std::string_view mark) { return words.substr(0, mark.size()) == mark; });
  std::size_t digits = 0;
  while (digits < words.size() && is_digit(words[digits])) ++digits;
  if (digits == 0 && is_alpha(c) && words[1] == ')') digits = 1;
  return digits > 0 && digits < 4 && digits + 1 < words.size() &&
         (words[digits] == '.' || words[digits] == ')') &&
         (words[digits + 1] == ' ' || words[digits + 1] == '\t');
}

bool is_rule(std::string_view words) {
  words = trim(words);
  if (words.empty()) return false;
  for (const char c : words)
    if (is_wordish(c) && !is_high(c)) return false;
  // Dashes and boxes, or one mark no font draws; never an emoji, a quotation mark or a bullet.
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is_high(words[at])) continue;
    const std::string_view mark = words.substr(at, 3);
    if (mark != "\xE2\x80\x94" && mark != "\xE2\x80\x93" && mark != "\xE2\x80\x95" &&
        mark.substr(0, 2) != "\xE2\x94" && mark.substr(0, 2) != "\xE2\x95" &&
        mark != "\xE1\x90\xA7")
      return false;
    at += 2;
  }
  std::size_t marks = 0;
  for (const char c : words)
    marks += c == '-' || c == '_' || c == '=' || c == '*' || c == '~' || c == '#' || c == '+' ||
                     is_high(c)
                 ? 1
                 : 0;
  return marks * 2 >= words.size() && (words.size() >= 2);
}

Lines split_lines(std::string_view text) {
  Lines out{text, {}, {}};
  out.list.reserve(text.size() / 40 + 1);
  split_lines(text, 0, text.size(), out.list);
  out.answers.resize(out.size());
  return out;
}

void split_lines(std::string_view text, std::size_t at, std::size_t stop, std::vector<Line>& out) {
  while (at < stop) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    unsigned holds = 0, run = 0, runs = 0;
    for (const char c : text.substr(at, end - at)) {
      const unsigned here = at_byte(kHolds, c);
      holds |= here;
      run = (run << 1U | 1U) & here;
      runs |= run;
    }
    holds = (holds & ~kBlanks) | (runs & Line::kGap);
    Line line;
    line.begin = static_cast<std::uint32_t>(at);
    line.end = static_cast<std::uint32_t>(end);
    line.holds = static_cast<std::uint16_t>(holds);
    read_quote_marks(text, line);
    out.push_back(line);
    at = end + 1;
  }
}

std::vector<Zone> find_zones(Lines& lines, const std::vector<Mark>& marks,
                             const std::vector<Tint>& tints, const ZoneOptions& options) {
  std::size_t mark = 0;
  for (std::size_t i = 0; i < lines.size() && !marks.empty(); ++i) {
    Line& line = lines[i];
    while (mark < marks.size() && marks[mark].span.end <= line.content) ++mark;
    if (mark == marks.size()) break;
    if (line.blank || marks[mark].span.begin > line.content) continue;
    // A '>' the author typed in HTML is still a quote, whatever the markup around it.
    if (line.marked && is_own(marks[mark].kind)) continue;
    lines.decide(i, marks[mark].kind, marks[mark].depth);
    line.marked = line.marked || marks[mark].kind == ZoneKind::quote;
  }
  find_fences(lines);
  find_frames(lines);
  find_marked(lines);
  find_quotes(lines, options.forward);
  find_tagged(lines);
  find_answers(lines, tints);
  find_notices(lines);
  find_chats(lines);
  find_endings(lines);
  find_technical(lines);
  find_tables(lines);
  find_blocks(lines);
  find_pasted(lines);
  find_prose(lines);

  std::vector<Zone> out;
  bool joined = false;  // the line before belongs to the last zone of `out`
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.blank) {
      joined = false;
      continue;
    }
    const bool apart = line.kind == ZoneKind::heading ||
                       (line.kind == ZoneKind::list && is_bullet(lines.words(i)));
    if (joined && !apart && out.back().kind == line.kind && out.back().depth == line.depth)
      out.back().span.end = line.end;
    else
      out.push_back({{line.begin, line.end}, line.kind, line.depth});
    joined = true;
  }
  return out;
}

}  // namespace dsk::mail
