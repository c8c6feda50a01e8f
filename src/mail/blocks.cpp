// Lines that were pasted together: statements over several lines, settings, commands below a
// colon, and what stands between lines of code or of a log.
#include <algorithm>
#include <iterator>

#include "mail/block_kinds.hpp"
#include "mail/bytes.hpp"
#include "mail/line_words.hpp"
#include "mail/technical_lines.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestStatement = 40;  // lines
constexpr std::size_t kClauses = 4;            // in so many lines a statement has its clause
constexpr std::size_t kAhead = 2;              // lines looked ahead for one that is technical

// Lower case words of SQL are words of the author's as well: those in capitals are not.
bool opens_with(std::string_view words, std::string_view capitals) {
  return words.size() > capitals.size() && words.substr(0, capitals.size()) == capitals &&
         words[capitals.size()] == ' ';
}

bool opens_statement(std::string_view words) {
  static constexpr std::string_view kVerbs[] = {"SELECT", "INSERT INTO", "UPDATE", "DELETE FROM",
                                                "CREATE", "ALTER",       "DROP",   "GRANT"};
  return std::any_of(std::begin(kVerbs), std::end(kVerbs),
                     [&](std::string_view verb) { return opens_with(words, verb); });
}

bool has_clause(std::string_view words) {
  static constexpr std::string_view kWords[] = {"FROM",  "SET",  "VALUES", "TABLE", "INDEX",
                                                "WHERE", "INTO", "VIEW",   "LOGIN", "TO"};
  const auto found = [&](std::string_view clause) {
    const std::size_t at = words.find(clause);
    if (at == words.npos || (at > 0 && words[at - 1] != ' ')) return false;
    // "UPDATE FROM THE HELP DESK" is shouted: what a clause is about is seldom in capitals.
    const std::string_view rest = trim(words.substr(at + clause.size()));
    return rest.empty() || !is_upper(rest[0]) || (rest.size() > 1 && !is_upper(rest[1]));
  };
  if (std::any_of(std::begin(kWords), std::end(kWords), found)) return true;
  return words.find_first_of("*_;") != words.npos;
}

class BlockFinder {
 public:
  explicit BlockFinder(Lines& lines) : lines_(lines) {}

  void find() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].blank) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < lines_.size() && !lines_[end].blank) ++end;
      paragraph(i, end);
      i = end;
    }
  }

 private:
  void paragraph(std::size_t begin, std::size_t end) {
    const bool any = std::any_of(lines_.list.begin() + static_cast<std::ptrdiff_t>(begin),
                                 lines_.list.begin() + static_cast<std::ptrdiff_t>(end),
                                 [](const Line& line) { return line.open(); });
    if (any)
      undecided(begin, end);
    else
      printed(begin, end);
    last_ = end - 1;
  }

  void undecided(std::size_t begin, std::size_t end) {
    statements(begin, end);
    instructions(begin, end);
    between(begin, end);
    printed(begin, end);
    keys(begin, end);
    const Block block{lines_, begin, end};
    const bool below_colon = introduced(begin);
    if (below_colon) {
      const bool code = are_commands(block) || are_settings(block) || are_configuration(block);
      if (code || are_columns(block))
        for (std::size_t k = begin; k < end; ++k)
          lines_.decide(k, code ? ZoneKind::code : ZoneKind::log);
    }
    if (scripted(begin) || (are_programs(block) && are_commands(block)) ||
        are_dense(block, below_colon))
      for (std::size_t k = begin; k < end; ++k) lines_.decide(k, ZoneKind::code);
    for (std::size_t k = begin + 1; k < end; ++k) {
      if (!lines_[k].open()) continue;
      if (lines_[k - 1].holds & Line::kColon) adjoining(k, end);
      closer(k);
      // "Content-Type: text/html" below "HTTP/1.1 200 OK"
      if (lines_[k - 1].kind == ZoneKind::log && is_header_field(lines_.start(k)))
        lines_.decide(k, ZoneKind::log);
      // What a shell reads on in the next line.
      if (lines_[k - 1].kind == ZoneKind::code && ends(lines_.start(k - 1), "\\"))
        lines_.decide(k, ZoneKind::code);
    }
  }

  // What was pasted right below a line that ends with a colon, up to the sentence below it.
  void adjoining(std::size_t begin, std::size_t end) {
    const Line& above = lines_[begin - 1];
    if (!above.open() || last_of(lines_.start(begin - 1)) != ':' ||
        lines_.indent(begin - 1) > lines_.indent(begin))
      return;
    const auto is_sentence = [&](std::size_t i) {
      const char last = last_of(lines_.start(i));
      return lines_[i].open() && (last == '.' || last == '?' || last == '!' || last == ',');
    };
    std::size_t stop = begin;
    while (stop < end && stop < begin + kLongestPasted && !is_sentence(stop)) ++stop;
    if (stop < begin + 2) return;
    const Block block{lines_, begin, stop};
    const bool code = are_settings(block) || are_dense(block, true);
    if (code || are_columns(block))
      for (std::size_t k = begin; k < stop; ++k)
        lines_.decide(k, code ? ZoneKind::code : ZoneKind::log);
  }

  // A name in parts that begin with capitals, and a colon.
  static bool is_header_field(std::string_view line) {
    const std::string_view name = line.substr(0, line.find(": "));
    const std::size_t dash = name.find('-');
    if (name.size() == line.size() || dash == name.npos || dash + 1 >= name.size()) return false;
    return is_upper(name[0]) && is_upper(name[dash + 1]) &&
           std::all_of(name.begin(), name.end(), [](char c) { return is_alnum(c) || c == '-'; });
  }

  // "End Sub" closes what "Sub Clear()" opened, and "done" a "for ...; do".
  void closer(std::size_t i) {
    const std::string_view line = lines_.start(i);
    const bool named = line.size() > 5 && line.substr(0, 4) == "End " && is_upper(line[4]) &&
                       has_only(line.substr(4), is_alpha);
    if (!named && line != "done" && line != "fi") return;
    for (std::size_t k = i; k-- > 0 && k + kLongestStatement > i;) {
      if (lines_[k].blank) continue;
      if (!lines_[k].open() && !is_technical(lines_[k])) return;
      if (!(named ? opens_block(lines_.start(k), line.substr(4))
                  : opens_loop(lines_.start(k), line)))
        continue;
      for (; k <= i; ++k) lines_.decide(k, ZoneKind::code);
      return;
    }
  }
  static bool opens_block(std::string_view line, std::string_view name) {
    const std::size_t at = line.find(name);
    if (at == line.npos || (at > 0 && line[at - 1] != ' ') || at > 20) return false;
    const std::string_view rest = line.substr(at + name.size());
    return rest.size() > 1 && rest[0] == ' ' && rest.find_first_of("(=<>\"") != rest.npos;
  }
  static bool opens_loop(std::string_view line, std::string_view closed_by) {
    const std::string_view last = closed_by == "done" ? "do" : "then";
    return line == last || ends(line, closed_by == "done" ? "; do" : "; then");
  }

  // "#!/bin/bash" begins what goes on to the next blank line.
  bool scripted(std::size_t begin) const {
    return is_technical(lines_[begin]) && lines_.words(begin).substr(0, 2) == "#!";
  }

  // Below a line of the author's that ends with a colon and stands farther left, or as far.
  bool introduced(std::size_t begin) const {
    if (begin == 0 || last_ == lines_.size()) return false;
    if (!lines_[begin].open() && !is_technical(lines_[begin])) return false;
    const Line& above = lines_[last_];
    if (above.decided || above.begin >= lines_[begin].begin ||
        lines_.indent(last_) > lines_.indent(begin))
      return false;
    const std::string_view said = trim(lines_.words(last_));
    return !said.empty() && said.back() == ':';
  }

  bool is_waiting(std::size_t i) const {
    return is_technical(lines_[i]) && shows_prompt(lines_.start(i), lines_[i].holds);
  }
  // What a prompt's command prints: right below it and in the paragraphs that follow, as long as no
  // line is a sentence, and most have marks that sentences have not.
  void printed(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      if (is_waiting(i)) {
        printing_ = true;
        held_ = lines_.size();
        ++i;
        continue;
      }
      std::size_t stop = i, marked = 0;
      for (; printing_ && stop < end && stop < i + kLongestPasted && !is_waiting(stop); ++stop) {
        const std::string_view line = lines_.start(stop);
        const bool sure = is_technical(lines_[stop]) || lines_[stop].kind == ZoneKind::table;
        if (!sure && (!lines_[stop].open() || is_bullet(line) || ends_sentence(line) ||
                      last_of(line) == ':' || has_small_word(line)))
          break;
        marked +=
            sure || is_marked(line) || (stop > i && lines_.indent(stop) > lines_.indent(i)) ? 1 : 0;
      }
      const std::size_t lines = stop - i;
      printing_ = lines > 0 && marked * 3 >= lines * 2;
      if (printing_ && lines == 1 && stop == end && lines_[i].open()) {
        printing_ = ends(lines_.start(i), "...");  // as far as the next paragraph is more of it
        held_ = i;
      } else if (printing_) {
        if (held_ < lines_.size()) lines_.decide(held_, ZoneKind::log);
        for (std::size_t k = i; k < stop; ++k) lines_.decide(k, ZoneKind::log);
        held_ = lines_.size();
      }
      i = std::max(stop, i + 1);
    }
  }

  // "FROM node:20", "COPY . .": how an image is built, from the first instruction on.
  void instructions(std::size_t begin, std::size_t end) {
    static constexpr std::string_view kWords[] = {
        "FROM",    "RUN", "COPY",  "ADD",    "CMD",    "ENV",        "USER",
        "WORKDIR", "ARG", "LABEL", "EXPOSE", "VOLUME", "ENTRYPOINT", "HEALTHCHECK"};
    const auto instructs = [&](std::size_t i) {
      if (!lines_[i].open() && !is_technical(lines_[i])) return false;
      const std::string_view line = lines_.start(i);
      return std::any_of(std::begin(kWords), std::end(kWords),
                         [&](std::string_view word) { return opens_with(line, word); }) &&
             !ends_sentence(line.size() > 2 && ends(line, " .") ? line.substr(0, 2) : line);
    };
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view start = lines_.words(i).substr(0, 3);
      if (start.size() < 3 || !has_only(start, is_upper) || !instructs(i)) continue;
      std::size_t stop = i, plain = 0;
      for (; stop < end && instructs(stop); ++stop) {
        const std::string_view rest = lines_.start(stop).substr(lines_.start(stop).find(' ') + 1);
        plain += has_small_word(rest) && !is_marked(rest) ? 1 : 0;
      }
      if (stop - i > 1 && plain == 0)
        for (std::size_t k = i; k < stop; ++k) lines_.decide(k, ZoneKind::code);
      i = stop - 1;
    }
  }

  // From a verb of SQL to its semicolon, or to where the paragraph ends.
  void statements(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!lines_[i].open() || !is_upper(lines_.text[lines_[i].content])) continue;
      if (!opens_statement(lines_.words(i))) continue;
      bool clause = false;
      std::size_t last = i;
      for (; last < end && last < i + kLongestStatement; ++last) {
        const std::string_view line = lines_.start(last);
        if (!lines_[last].open() && !is_technical(lines_[last])) break;
        if (last < i + kClauses) clause = clause || has_clause(line);
        if (last_of(line) == '?' || last_of(line) == '!' || last_of(line) == '.') break;
        if (last_of(line) == ';') {
          ++last;
          break;
        }
      }
      if (!clause || last == i) continue;
      for (std::size_t k = i; k < last; ++k) lines_.decide(k, ZoneKind::code);
      i = last - 1;
    }
  }

  // A line of names between lines of a log or of code belongs to them.
  void between(std::size_t begin, std::size_t end) {
    std::size_t next = begin;  // the next technical line
    for (std::size_t i = begin + 1; i < end; ++i) {
      if (!lines_[i].open() || !is_technical(lines_[i - 1])) continue;
      if (next <= i) next = i + 1;
      while (next < end && next <= i + kAhead && !is_technical(lines_[next])) ++next;
      const bool framed = next < end && next <= i + kAhead && is_technical(lines_[next]);
      std::size_t letters = 0, all = 0;
      count_words(lines_.start(i), letters, all);
      const bool indented = lines_.indent(i) >= 2;
      const std::string_view line = lines_.start(i);
      // A step of the author's may stand between two commands.
      if (is_digit(line[0]) && is_bullet(line) && letters > 1) continue;
      const bool comment = line[0] == ';' || line[0] == '#' || line.substr(0, 2) == "--";
      const bool inside = framed && (comment || letters < 4 || letters * 3 <= all * 2);
      const bool below =
          indented && (is_key(line) || is_short_item(lines_, i) || letters * 2 <= all);
      if (inside || below || (letters == 0 && all == 1)) lines_.decide(i, lines_[i - 1].kind);
    }
  }

  // "services:" above what stands farther right, as YAML has it; "[network]" above its settings.
  void keys(std::size_t begin, std::size_t end) {
    for (std::size_t i = end - 1; i-- > begin;) {
      if (!lines_[i].open() || !is_technical(lines_[i + 1])) continue;
      const std::string_view line = lines_.start(i);
      // A comment; a heading begins with a capital.
      const bool comment = line.size() > 2 && line.substr(0, 2) == "# " && is_lower(line[2]);
      const bool section = line.size() > 3 && line[0] == '[' && line.find(']') + 1 == line.size();
      if (comment || section || (is_key(line) && lines_.indent(i + 1) > lines_.indent(i)))
        lines_.decide(i, ZoneKind::code);
    }
  }
  static bool is_key(std::string_view line) {
    return last_of(line) == ':' && is_lower(line[0]) && line.find(' ') == line.npos;
  }
  Lines& lines_;
  std::size_t last_ = lines_.size();  // the last line of the paragraph before
  bool printing_ = false;             // to its end it was printed below a prompt
  std::size_t held_ = lines_.size();  // a line of it that may be printed
};

}  // namespace

void find_blocks(Lines& lines) { BlockFinder(lines).find(); }

}  // namespace dsk::mail
