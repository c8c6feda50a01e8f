// Lines the author pasted rather than wrote, each known by itself or by its frame: code and logs.
// What is left in the end is prose.
#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/line_words.hpp"
#include "mail/technical_lines.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

bool is_fence(std::string_view words) {
  return words.substr(0, 3) == "```" || words.substr(0, 3) == "~~~";
}

// Four blanks or a tab before it, and not a sentence.
bool is_indented_code(const Lines& lines, std::size_t i) {
  const Line& line = lines[i];
  if (line.content < line.begin + 1) return false;
  std::size_t columns = 0;
  for (std::uint32_t at = line.begin; at < line.content; ++at)
    columns += lines.text[at] == '\t' ? 4 : 1;
  if (columns < 4) return false;  // the usual case
  const std::string_view words = lines.start(i);
  if (is_bullet(words)) return false;
  std::size_t plain = 0;
  std::size_t all = 0;
  count_words(words, plain, all);
  if (all == 0) return false;
  const bool marks =
      (line.holds & (Line::kCode | Line::kAddress | Line::kSlash | Line::kCell)) != 0 ||
      words.find(" -") != words.npos;
  // "    /Ann": one word is code by its marks alone.
  if (all == 1) return words.find_first_of("{}()=;<>|$`\\") != words.npos;
  const char last = words.back();
  const bool sentence =
      (last == '.' || last == '?' || last == '!') && all >= 4 && plain * 3 >= all * 2;
  return !sentence && (plain * 5 < all * 3 || (marks && plain * 5 <= all * 4) || is_code(words));
}

// From the line `open` to the line `close`, both in it.
void decide_code(Lines& lines, std::size_t open, std::size_t close) {
  for (std::size_t k = open; k <= close; ++k) {
    lines[k].marked = false;
    lines.decide(k, ZoneKind::code);
    if (lines[k].kind == ZoneKind::code) lines[k].depth = 0;
  }
}

}  // namespace

void find_fences(Lines& lines) {
  std::size_t open = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank || lines[i].decided || lines[i].depth > 0) continue;
    if (!is_fence(lines.words(i))) continue;
    if (open == lines.size()) {
      // "```one line```" closes itself.
      const std::string_view words = trim(lines.words(i));
      if (words.size() > 6 && ends(words, "```"))
        lines.decide(i, ZoneKind::code);
      else
        open = i;
      continue;
    }
    decide_code(lines, open, i);
    open = lines.size();
  }
}

namespace {

// A number behind `at`, which moves behind it; 1 where there is none.
std::size_t number(std::string_view words, std::size_t& at) {
  std::size_t value = 0;
  const std::size_t begin = at;
  while (at < words.size() && is_digit(words[at]) && value < 10000)
    value = value * 10 + static_cast<std::size_t>(words[at++] - '0');
  return at == begin ? 1 : value;
}

// "@@ -3,7 +3,8 @@" says how many lines follow. The first line that is none of them.
std::size_t end_of_hunk(const Lines& lines, std::size_t i) {
  const std::string_view head = lines.words(i);
  std::size_t left[2] = {1, 1};
  std::size_t at = 3;
  for (const char sign : {'-', '+'}) {
    if (at >= head.size() || head[at] != sign) return i;
    ++at;
    number(head, at);
    if (at < head.size() && head[at] == ',') left[sign == '+'] = number(head, ++at);
    ++at;
  }
  std::size_t k = i + 1;
  for (; k < lines.size() && (left[0] > 0 || left[1] > 0); ++k) {
    const Line& line = lines[k];
    const char sign = line.begin == line.end ? ' ' : lines.text[line.begin];
    if (sign == '\\') continue;
    if (sign != ' ' && sign != '-' && sign != '+') break;
    for (const char side : {'-', '+'})
      if (std::size_t& here = left[side == '+']; sign == ' ' || sign == side) here -= here > 0;
  }
  while (lines[k - 1].blank) --k;
  return k;
}

bool is_file_of_diff(std::string_view words) {
  return words.substr(0, 5) == "diff " || words.substr(0, 4) == "--- " ||
         words.substr(0, 7) == "Index: ";
}

// "<<<<<<< HEAD ... >>>>>>> branch": the line that closes what was opened at `i`, or `i`.
std::size_t end_of_conflict(const Lines& lines, std::size_t i) {
  constexpr std::size_t kLongest = 200;
  bool middle = false;
  for (std::size_t k = i + 1; k < lines.size() && k < i + kLongest; ++k) {
    const std::string_view line = lines.text.substr(lines[k].begin, lines[k].end - lines[k].begin);
    if (line.substr(0, 7) == "=======") middle = true;
    if (line.substr(0, 8) == ">>>>>>> ") return middle ? k : i;
  }
  return i;
}

}  // namespace

void find_frames(Lines& lines) {
  constexpr std::string_view kBegin = "-----BEGIN ", kEnd = "-----END ";
  std::size_t open = 0;
  std::string_view name;  // of the frame that is open, with the dashes behind it
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank || lines[i].decided || lines[i].depth > 0) continue;
    const std::string_view words = lines.words(i);
    if (words.substr(0, 4) == "@@ -") {
      const std::size_t end = end_of_hunk(lines, i);
      // What names the files stands above.
      std::size_t first = i;
      while (end > i && first > 0 && first + 6 > i && lines[first - 1].open()) --first;
      while (first < i && !is_file_of_diff(lines.words(first))) ++first;
      if (end > i) decide_code(lines, first, end - 1);
    } else if (words.substr(0, 8) == "<<<<<<< ") {
      if (const std::size_t end = end_of_conflict(lines, i); end > i) decide_code(lines, i, end);
    }
    if (words[0] != '-') continue;
    if (words.substr(0, kBegin.size()) == kBegin) {
      open = i;
      name = trim(words.substr(kBegin.size()));
    } else if (!name.empty() && words.substr(0, kEnd.size()) == kEnd &&
               trim(words.substr(kEnd.size())) == name) {
      decide_code(lines, open, i);
      name = {};
    }
  }
}

void find_technical(Lines& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].open()) continue;
    const auto kind =
        static_cast<Technical>(lines.ask(i, Question::technical, [&](std::string_view words) {
          return static_cast<int>(technical(words, lines[i].holds));
        }));
    if (kind == Technical::log)
      lines.decide(i, ZoneKind::log);
    else if (kind == Technical::code || is_indented_code(lines, i))
      lines.decide(i, ZoneKind::code);
  }
}

void find_prose(Lines& lines) {
  bool list = false;  // the line before is part of an item
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].open()) {
      list = false;
      continue;
    }
    const std::string_view words = lines.words(i);
    if (is_bullet(words)) {
      lines.decide(i, ZoneKind::list);
      list = true;
      continue;
    }
    // "## Title", or a line with a rule below it
    std::size_t hashes = 0;
    while (hashes < words.size() && words[hashes] == '#') ++hashes;
    const bool hashed =
        hashes > 0 && hashes < 7 && hashes + 1 < words.size() && words[hashes] == ' ';
    const bool last = i + 1 == lines.size() || !lines[i + 1].open();
    const std::string_view below = last ? std::string_view() : lines.words(i + 1).substr(0, 1);
    const bool underlined = (below == "-" || below == "=") && words.size() < 80 &&
                            !is_rule(words) && is_rule(lines.words(i + 1));
    if (hashed || underlined) {
      lines.decide(i, ZoneKind::heading);
      if (underlined) lines.decide(i + 1, ZoneKind::heading);
      list = false;
      continue;
    }
    // The second line of an item; flush-left lines too, as mailers wrap.
    lines.decide(i, list ? ZoneKind::list : ZoneKind::body);
  }
}

}  // namespace dsk::mail
