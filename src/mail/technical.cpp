// Lines the author pasted rather than wrote: code, logs, tables. What is left is prose.
#include <algorithm>
#include <string>

#include "mail/ascii.hpp"
#include "mail/fold.hpp"
#include "mail/word_table.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestLooked = 400;  // the start of a line tells what it is

bool is_fence(std::string_view words) {
  return words.substr(0, 3) == "```" || words.substr(0, 3) == "~~~";
}

bool ends_with(std::string_view text, char c) { return !text.empty() && text.back() == c; }

// --- shells -------------------------------------------------------------------------------------

constexpr Entry plain(std::string_view words) { return {words, 1}; }
constexpr std::string_view kPromptList[] = {"mysql> ", "sqlite> ", "sqlite3> ", "irb(",
                                            "ftp> ",   "(gdb) ",   "SQL> ",     "psql> ",
                                            "redis> ", "sftp> "};
constexpr std::string_view kCommandList[] = {
    "sudo ",   "apt-get ",   "systemctl ",   "chmod ",        "chown ",       "kubectl ",
    "docker ", "git clone ", "pip install ", "pip3 install ", "npm install ", "#!/"};
constexpr WordTable kPrompts(kPromptList, plain);
constexpr WordTable kCommands(kCommandList, plain);

bool is_prompt(std::string_view words) {
  if (words.size() < 3) return false;
  const std::string_view start = words.substr(0, 80);
  if ((words[0] == '$' || words[0] == '%') && words[1] == ' ' && is_wordish(words[2])) return true;
  if (starts(words, "c:\\") && start.find('>') != std::string_view::npos) return true;
  if (starts(words, "ps c:\\")) return true;
  // user@host:~$ command
  const std::size_t sign = start.find_first_of("$#%");
  const std::size_t at = start.find('@');
  if (at != std::string_view::npos && at > 0 && sign != std::string_view::npos && at < sign &&
      start.substr(0, at).find(' ') == std::string_view::npos &&
      (sign + 1 == words.size() || words[sign + 1] == ' ') && start[sign - 1] != ' ')
    return true;
  if (find_prefix(kPrompts, words)) return true;
  return find_prefix(kCommands, words) && !ends_with(trim(words), '.');
}

// --- logs ---------------------------------------------------------------------------------------

// Length of a time stamp at the start: "2024-05-01 10:11:12", "[10:11:12]", "May  1 10:11:12".
std::size_t stamp(std::string_view words) {
  std::size_t at = 0;
  if (at < words.size() && (words[at] == '[' || words[at] == '(')) ++at;
  const std::size_t begin = at;
  std::size_t digits = 0;
  std::size_t marks = 0;
  std::size_t colons = 0;
  static constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                                 "jul", "aug", "sep", "oct", "nov", "dec"};
  for (const std::string_view month : kMonths)
    if (starts(words.substr(at), month) && words.size() > at + 4 && words[at + 3] == ' ') at += 4;
  for (; at < words.size() && at < 40; ++at) {
    const char c = words[at];
    if (is_digit(c)) {
      ++digits;
    } else if (c == ':') {
      ++colons;
    } else if (c == '-' || c == '/' || c == '.' || c == ',' || c == '+') {
      ++marks;
    } else if (!(c == ' ' && at + 1 < words.size() &&
                 (is_digit(words[at + 1]) || words[at + 1] == ' ')) &&
               !(c == 'T' && digits > 4) && !(c == 'Z' && digits > 8)) {
      break;
    }
  }
  const bool time = colons >= 2 && digits >= 6;
  const bool kernel = begin == 1 && colons == 0 && marks == 1 && digits >= 7 && at < words.size() &&
                      words[at] == ']';
  return time || kernel ? at : 0;
}

bool is_log(std::string_view words) {
  if (words.size() < 6) return false;
  const std::string_view rest = words.substr(0, 200);
  if (const std::size_t size = stamp(rest); size > 0) return size + 4 < words.size();
  // Stack traces
  if (starts(rest, "at ") && (rest.find('(') != rest.npos || rest.find(" in ") != rest.npos) &&
      (rest.find(':') != rest.npos || rest.find("Native Method") != rest.npos) &&
      rest.find('.') != rest.npos && word_count(rest) <= 6)
    return true;
  if (starts(rest, "traceback (most recent call last)") || starts(rest, "caused by: ") ||
      starts(rest, "exception in thread") || starts(rest, "unhandled exception") ||
      starts(rest, "stack trace:") || starts(rest, "segmentation fault") || starts(rest, "file \""))
    return starts(rest, "file \"") ? rest.find("line ") != rest.npos : true;
  if (words[0] == '#' && is_digit(words[1]) && rest.find("0x") != rest.npos) return true;
  // "java.lang.NullPointerException: ..."
  const std::size_t colon = rest.find_first_of(": ");
  const std::string_view head = rest.substr(0, colon);
  if ((ends(head, "exception") || ends(head, "error")) && head.find('.') != head.npos &&
      head.find('.') + 1 < head.size() && head.find('/') == head.npos)
    return true;
  // ERROR [main] ..., "level=error", "E/Tag( 123):"
  static constexpr std::string_view kLevels[] = {"ERROR", "WARN",  "WARNING", "INFO",   "DEBUG",
                                                 "FATAL", "TRACE", "SEVERE",  "NOTICE", "CRITICAL"};
  std::string_view level = rest;
  const bool bracket = level[0] == '[';
  if (bracket) level.remove_prefix(1);
  for (const std::string_view known : kLevels) {
    if (level.substr(0, known.size()) != known || level.size() <= known.size() + 1) continue;
    const char next = level[known.size()];
    if (bracket ? next == ']'
                : (next == ':' && level[known.size() + 1] == ' ' && word_count(rest) > 2 &&
                   rest.find_first_of("=[]/\\(){}_") != rest.npos) ||
                      (next == ' ' && rest.find_first_of("[]{}=") != rest.npos))
      return true;
  }
  if (is_upper(words[0]) && words[1] == '/' && rest.find("): ") != rest.npos) return true;
  // ls -l, ping
  if ((words[0] == '-' || words[0] == 'd' || words[0] == 'l') && words.size() > 10 &&
      rest.substr(1, 9).find_first_not_of("rwxsStT-") == rest.npos &&
      (words[10] == ' ' || words[10] == '.' || words[10] == '+'))
    return true;
  if (starts(rest, "reply from ") && rest.find("ttl=") != rest.npos) return true;
  return rest.find(" bytes from ") != rest.npos && rest.find("icmp_seq") != rest.npos;
}

// --- code ---------------------------------------------------------------------------------------

// Words that are letters only, with the marks of a sentence at their end.
void count_words(std::string_view words, std::size_t& plain, std::size_t& all) {
  plain = all = 0;
  for (std::size_t at = 0; at < words.size();) {
    while (at < words.size() && is_space(words[at])) ++at;
    std::size_t end = at;
    while (end < words.size() && !is_space(words[end])) ++end;
    if (end == at) break;
    ++all;
    std::string_view word = words.substr(at, end - at);
    while (!word.empty() &&
           (word.back() == '.' || word.back() == ',' || word.back() == ':' || word.back() == '!' ||
            word.back() == '?' || word.back() == ')' || word.back() == '"'))
      word.remove_suffix(1);
    while (!word.empty() && (word.front() == '(' || word.front() == '"')) word.remove_prefix(1);
    plain += !word.empty() && std::all_of(word.begin(), word.end(),
                                          [](char c) {
                                            return (is_wordish(c) && !is_digit(c)) || c == '\'' ||
                                                   c == '-';
                                          })
                 ? 1
                 : 0;
    at = end;
  }
}

// Marks of a programming or markup language, in a line at any indentation.
bool is_code(std::string_view words) {
  words = trim(words.substr(0, kLongestLooked));
  if (words.size() < 2) return words == "}" || words == "{";
  if (words == "};" || words == "})" || words == "});" || words == "{}" || words == "*/" ||
      words == "/*")
    return true;
  std::size_t plain = 0;
  std::size_t all = 0;
  count_words(words, plain, all);
  const char last = words.back();
  if (last == ';' &&
      (words.find('(') != words.npos || words.find('=') != words.npos || plain * 2 < all))
    return true;
  if (last == '}' && words.find('{') != words.npos && plain * 3 < all * 2 &&
      words.find_first_of(";(=") != words.npos)
    return true;
  if (last == '{' && all >= 1 &&
      (words.find('(') != words.npos || words.find('=') != words.npos || plain < all ||
       words.find_first_of(".#:[]") != words.npos))
    return true;
  if (words[0] == '<' && last == '>' && words.size() > 3 &&
      (words[1] == '/' || words[1] == '?' || words[1] == '!' || is_alpha(words[1])) &&
      words.find("://") == words.npos && words.find('@') == words.npos)
    return true;
  if (words[0] == '"' && words.find("\":") != words.npos &&
      (last == ',' || last == '{' || last == '[' || last == '"' || is_digit(last)))
    return true;
  if (words.substr(0, 2) == "//" && words.size() > 3 && words[2] == ' ') return true;
  if (words[0] == '#' && (starts(words, "#include") || starts(words, "#define") ||
                          starts(words, "#ifdef") || starts(words, "#endif")))
    return true;
  if (words.substr(0, 3) == "@@ " || starts(words, "diff --git ")) return true;
  static constexpr std::string_view kOpeners[] = {
      "def ",     "class ",  "import ", "from ",        "function ", "public ",
      "private ", "static ", "return ", "const ",       "var ",      "let ",
      "void ",    "int ",    "SELECT ", "INSERT INTO ", "UPDATE ",   "<?php"};
  for (const std::string_view opener : kOpeners)
    if (words.substr(0, opener.size()) == opener &&
        (last == ':' || last == ';' || last == ')' || last == '{') &&
        words.find_first_of("(=;*{") != words.npos)
      return true;
  // key=value, key = "value"
  const std::size_t equals = words.find('=');
  if (equals != words.npos && equals > 0 && all <= 3 && equals + 1 < words.size() && plain <= 1 &&
      words.find("://") == words.npos &&
      std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(equals), [](char c) {
        return is_wordish(c) || c == '_' || c == '.' || c == '-' || c == ' ' || c == '$';
      }))
    return true;
  return false;
}

// Four blanks or a tab before it, and not a sentence.
bool is_indented_code(const Lines& lines, std::size_t i) {
  const Line& line = lines[i];
  std::size_t columns = 0;
  for (std::uint32_t at = line.begin; at < line.content; ++at)
    columns += lines.text[at] == '\t' ? 4 : 1;
  if (columns < 4) return false;  // the usual case
  const std::string_view words = trim(lines.words(i).substr(0, kLongestLooked));
  if (is_bullet(words)) return false;
  std::size_t plain = 0;
  std::size_t all = 0;
  count_words(words, plain, all);
  if (all == 0) return false;
  const bool marks = words.find_first_of("{}()=;<>|$`\\&%") != words.npos ||
                     words.find("::") != words.npos || words.find("->") != words.npos ||
                     words.find('/') != words.npos || words.find(" -") != words.npos;
  // "    /Ann": one word is code by its marks alone.
  if (all == 1) return words.find_first_of("{}()=;<>|$`\\") != words.npos;
  const char last = words.back();
  const bool sentence =
      (last == '.' || last == '?' || last == '!') && all >= 4 && plain * 3 >= all * 2;
  return !sentence && (plain * 5 < all * 3 || (marks && plain * 5 <= all * 4) || is_code(words));
}

// --- tables -------------------------------------------------------------------------------------

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
      const bool mark = std::string_view(".,;:!?*-").find(last) != std::string_view::npos;
      gaps += run >= 3 && (!mark || tab) ? 1 : 0;
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
    for (std::size_t k = open; k <= i; ++k) {
      lines[k].marked = false;
      lines.decide(k, ZoneKind::code);
      if (lines[k].kind == ZoneKind::code) lines[k].depth = 0;
    }
    open = lines.size();
  }
}

void find_technical(Lines& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].open()) continue;
    const std::string_view words = trim(lines.words(i));
    const unsigned holds = lines[i].holds;
    constexpr unsigned kMarks = Line::kCode | Line::kSlash | Line::kAddress | Line::kRule;
    if ((holds & (Line::kDigit | Line::kColon | kMarks)) && is_log(words))
      lines.decide(i, ZoneKind::log);
    else if (is_prompt(words) || is_indented_code(lines, i))
      lines.decide(i, ZoneKind::code);
    else if ((holds & kMarks) && is_code(words))
      lines.decide(i, ZoneKind::code);
  }
  // Rows: two or more neighbours with cells, or one beside a table's rule.
  for (std::size_t i = 0; i < lines.size();) {
    constexpr unsigned kCells = Line::kCell | Line::kGap | Line::kHigh | Line::kRule;
    if (!lines[i].open() || !(lines[i].holds & kCells) ||
        (cells(lines.words(i)) < 2 && !is_table_rule(lines.words(i)))) {
      ++i;
      continue;
    }
    std::size_t end = i;
    std::size_t bars = 0;
    std::size_t wide = 0;
    while (end < lines.size() && lines[end].open() &&
           (cells(lines.words(end)) >= 2 || is_table_rule(lines.words(end)))) {
      const std::string_view words = lines.words(end).substr(0, kLongestLooked);
      bars += words.find('|') != words.npos || words.find('\t') != words.npos || is_high(words[0])
                  ? 1
                  : 0;
      wide += cells(words) >= 3 ? 1 : 0;
      ++end;
    }
    const std::size_t rows = end - i;
    if ((rows >= 2 && bars == rows) || (rows >= 3) || (rows >= 2 && wide == rows))
      for (std::size_t k = i; k < end; ++k) lines.decide(k, ZoneKind::table);
    i = end;
  }
  // A line of names between lines of a log or of code belongs to it.
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i].open() || lines[i - 1].blank) continue;
    const ZoneKind before = lines[i - 1].kind;
    if (!lines[i - 1].decided || (before != ZoneKind::log && before != ZoneKind::code)) continue;
    const std::string_view words = trim(lines.words(i));
    std::size_t plain = 0;
    std::size_t all = 0;
    count_words(words.substr(0, kLongestLooked), plain, all);
    const bool framed = i + 1 < lines.size() && !lines[i + 1].blank && lines[i + 1].decided &&
                        lines[i + 1].kind == before;
    const bool indented = lines[i].content - lines[i].begin >= 2;
    if ((framed && plain < 4) || (indented && plain * 2 <= all) || (plain == 0 && all == 1))
      lines.decide(i, before);
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
    const bool underlined = i + 1 < lines.size() && lines[i + 1].open() && !is_rule(words) &&
                            is_rule(lines.words(i + 1)) && words.size() < 80 &&
                            (lines.words(i + 1)[0] == '-' || lines.words(i + 1)[0] == '=');
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
