// Tables: lines in cells, and what rules them off.
#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/technical_lines.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

// Cells of a line: by '|', by tabs, or by runs of three blanks. 0 or 1 means no table row.
std::size_t cells(std::string_view line) {
  line = line.substr(0, kLongestLooked);
  const auto bars = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
  if (bars >= 2) return bars + 1;
  if (line.find("\xE2\x94\x82") != line.npos || line.find("\xE2\x95\x91") != line.npos) return 3;
  // Some put three blanks behind a sentence, or behind the mark of an item: no cells.
  std::size_t gaps = 0;
  std::size_t run = 0;
  std::size_t words = 1;
  char last = '*';
  bool tab = false;
  for (const char c : line) {
    if (c == '\t') {
      run = 3;
      tab = true;
    } else if (c == ' ') {
      ++run;
    } else {
      if (run >= 3 && (tab || std::string_view(".,;:!?*-").find(last) == std::string_view::npos))
        ++gaps;
      words += run > 0 ? 1 : 0;
      run = 0;
      last = c;
    }
  }
  if (gaps == 0 || (!tab && words > 4 * (gaps + 1))) return 0;
  return gaps + 1;
}

bool is_table_rule(std::string_view words) {
  return words.find_first_not_of("|-+=: \t\r") == words.npos &&
         words.find_first_of("|+") != words.npos && words.find_first_of("-=") != words.npos &&
         words.size() >= 4;
}

// "----  -------": what stands above and below it are the rows of its columns.
bool is_column_rule(std::string_view words) {
  words = trim(words);
  return words.size() >= 5 && words[0] == words[1] && (words[0] == '-' || words[0] == '=') &&
         words.find(' ') != words.npos && words.find_first_not_of("-= ") == words.npos;
}

// How many columns begin at the same place in both lines, behind two blanks or more.
std::size_t shared_columns(std::string_view one, std::string_view other) {
  std::size_t shared = 0;
  const std::size_t size = std::min({one.size(), other.size(), kLongestLooked});
  const auto begins = [](std::string_view line, std::size_t at) {
    return line[at] != ' ' && line[at - 1] == ' ' && line[at - 2] == ' ';
  };
  for (std::size_t at = 3; at < size; ++at) shared += begins(one, at) && begins(other, at) ? 1 : 0;
  return shared;
}

// Values with nothing but a comma or a semicolon between them, as a file of them has: how many.
std::size_t values(std::string_view line) {
  line = line.substr(0, kLongestLooked);
  std::size_t tight = 0, blanks = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const bool mark = line[i] == ',' || line[i] == ';';
    tight += mark && line[i + 1] != ' ' ? 1 : 0;
    blanks += line[i] == ' ' ? 1 : 0;
  }
  return tight > 1 && tight >= blanks ? tight + 1 : 0;
}

class TableFinder {
 public:
  explicit TableFinder(Lines& lines) : lines_(lines) {}

  void find() {
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = values_from(i);
      if (end == i) end = rows_from(i);
      i = std::max(end, i + 1);
    }
  }

 private:
  // Where lines of as many values end that begin at `i`, or above it; `i` where there are none. One
  // at least has a number in it.
  std::size_t values_from(std::size_t i) {
    if (!lines_[i].open() || !(lines_[i].holds & Line::kDigit)) return i;
    const std::size_t many = values_of(i);
    if (many < 3) return i;
    std::size_t first = i, end = i + 1;
    while (first > 0 && values_of(first - 1) == many) --first;
    while (end < lines_.size() && values_of(end) == many) ++end;
    if (end - first > 1 || many > 4) take(first, end);
    return end;
  }

  // Where the rows end that begin at `i`. Two or more neighbours with cells are a table, or one
  // beside its rule.
  std::size_t rows_from(std::size_t i) {
    std::size_t end = i;
    std::size_t bars = 0;
    std::size_t wide = 0;
    bool ruled = false;
    for (; end < lines_.size() && is_row(end); ++end) {
      const std::string_view words = lines_.words(end).substr(0, kLongestLooked);
      bars += words.find('|') != words.npos || words.find('\t') != words.npos || is_high(words[0])
                  ? 1
                  : 0;
      wide += cells_of(end) >= 3 ? 1 : 0;
      ruled = ruled || is_column_rule(words);
    }
    const std::size_t rows = end - i;
    if (rows == 0) return end;
    const bool beside = (i > 0 && is_technical(lines_[i - 1])) ||
                        (end < lines_.size() && is_technical(lines_[end]));
    if ((rows >= 2 && (bars == rows || wide == rows || ruled)) || rows >= 3 ||
        (wide == rows && beside) || (rows == 2 && shared_columns(whole(i), whole(i + 1)) > 1))
      take(i, end);
    return end;
  }

  std::size_t values_of(std::size_t i) const {
    return lines_[i].open() ? values(lines_.words(i)) : 0;
  }
  std::size_t cells_of(std::size_t i) {
    static constexpr std::size_t kMost = 100;
    if (!(lines_[i].holds & (Line::kCell | Line::kGap | Line::kHigh))) return 0;
    return static_cast<std::size_t>(lines_.ask(i, Question::cells, [](std::string_view words) {
      return static_cast<int>(std::min(cells(words), kMost));
    }));
  }
  bool is_row(std::size_t i) {
    if (!lines_[i].open()) return false;
    if (cells_of(i) >= 2) return true;
    if (!(lines_[i].holds & Line::kRule)) return false;
    const std::string_view words = lines_.words(i);
    return is_table_rule(words) || is_column_rule(words);
  }
  std::string_view whole(std::size_t i) const {
    return lines_.text.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
  }
  void take(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) lines_.decide(i, ZoneKind::table);
  }

  Lines& lines_;
};

}  // namespace

void find_tables(Lines& lines) { TableFinder(lines).find(); }

}  // namespace dsk::mail
