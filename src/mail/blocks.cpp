// Lines that were pasted together: statements over several lines, settings, commands below a
// colon, and what stands between lines of code or of a log.
#include <algorithm>
#include <iterator>

#include "mail/bytes.hpp"
#include "mail/line_words.hpp"
#include "mail/technical_lines.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestStatement = 40;  // lines
constexpr std::size_t kLongestPasted = 40;
constexpr std::size_t kClauses = 4;  // in so many lines a statement has its clause
constexpr std::size_t kAhead = 2;    // lines looked ahead for one that is technical

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
  std::string_view words(std::size_t i) const {
    return trim(lines_.words(i).substr(0, kLongestLooked));
  }
  std::size_t indent(std::size_t i) const { return lines_[i].content - lines_[i].begin; }

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
    const bool below_colon = introduced(begin);
    if (below_colon) {
      const bool code = commands(begin, end) || settings(begin, end) || configuration(begin, end);
      if (code || columns(begin, end))
        for (std::size_t k = begin; k < end; ++k)
          lines_.decide(k, code ? ZoneKind::code : ZoneKind::log);
    }
    if (scripted(begin) || (are_programs(begin, end) && commands(begin, end)) ||
        dense(begin, end, below_colon))
      for (std::size_t k = begin; k < end; ++k) lines_.decide(k, ZoneKind::code);
    for (std::size_t k = begin + 1; k < end; ++k) {
      if (!lines_[k].open()) continue;
      if (lines_[k - 1].holds & Line::kColon) adjoining(k, end);
      closer(k);
      // "Content-Type: text/html" below "HTTP/1.1 200 OK"
      if (lines_[k - 1].kind == ZoneKind::log && is_header_field(words(k)))
        lines_.decide(k, ZoneKind::log);
      // What a shell reads on in the next line.
      if (lines_[k - 1].kind == ZoneKind::code && ends(words(k - 1), "\\"))
        lines_.decide(k, ZoneKind::code);
    }
  }

  // What was pasted right below a line that ends with a colon, up to the sentence below it.
  void adjoining(std::size_t begin, std::size_t end) {
    const Line& above = lines_[begin - 1];
    if (!above.open() || last_of(words(begin - 1)) != ':' || indent(begin - 1) > indent(begin))
      return;
    const auto is_sentence = [&](std::size_t i) {
      const char last = last_of(words(i));
      return lines_[i].open() && (last == '.' || last == '?' || last == '!' || last == ',');
    };
    std::size_t stop = begin;
    while (stop < end && stop < begin + kLongestPasted && !is_sentence(stop)) ++stop;
    if (stop < begin + 2) return;
    const bool code = settings(begin, stop) || dense(begin, stop, true);
    if (code || columns(begin, stop))
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
    const std::string_view line = words(i);
    const bool named = line.size() > 5 && line.substr(0, 4) == "End " && is_upper(line[4]) &&
                       has_only(line.substr(4), is_alpha);
    if (!named && line != "done" && line != "fi") return;
    for (std::size_t k = i; k-- > 0 && k + kLongestStatement > i;) {
      if (lines_[k].blank) continue;
      if (!lines_[k].open() && !is_technical(lines_[k])) return;
      if (!(named ? opens_block(words(k), line.substr(4)) : opens_loop(words(k), line))) continue;
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

  // Most words are such as no prose has, and each line has one. Of one line it takes a colon above.
  bool dense(std::size_t begin, std::size_t end, bool below_colon) const {
    if (end - begin > kLongestPasted || (!below_colon && end - begin < 2)) return false;
    std::size_t names = 0, all = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const bool sure = is_technical(lines_[i]);
      if (!lines_[i].open() && !sure) return false;
      if (!sure && !(lines_[i].holds &
                     (Line::kCode | Line::kRule | Line::kAddress | Line::kDot | Line::kCell)))
        return false;  // no mark is in it
      const std::string_view line = words(i);
      if (is_bullet(line) || last_of(line) == '?' || last_of(line) == '!') return false;
      std::size_t here = 0, letters = 0;
      for (std::string_view rest = line; !rest.empty();) {
        const std::string_view word = take_word(rest);
        const bool coded = is_coded(word);
        // Numbers and short forms in capitals say nothing either way.
        letters += coded || std::any_of(word.begin(), word.end(), is_lower) ? 1 : 0;
        here += coded ? 1 : 0;
        if (!sure && (is_small_word(word) || is_template_field(word))) return false;
      }
      if (!sure && here == 0) return false;
      names += sure ? letters : here;
      all += letters;
    }
    return all > 0 && (below_colon ? names * 5 >= all * 3 : names * 4 >= all * 3);
  }

  // Below a line of the author's that ends with a colon and stands farther left, or as far.
  bool introduced(std::size_t begin) const {
    if (begin == 0 || last_ == lines_.size()) return false;
    if (!lines_[begin].open() && !is_technical(lines_[begin])) return false;
    const Line& above = lines_[last_];
    if (above.decided || above.begin >= lines_[begin].begin || indent(last_) > indent(begin))
      return false;
    const std::string_view said = trim(lines_.words(last_));
    return !said.empty() && said.back() == ':';
  }

  // A word that opens no sentence, alone in a line or with marks that no words of a sentence have.
  static bool is_marked(std::string_view line) {
    if (std::none_of(line.begin(), line.end(), is_wordish)) return true;
    if (line.find(" : ") != line.npos || ends(line, "...")) return true;
    for (std::string_view rest = line; !rest.empty();) {
      const std::string_view word = take_word(rest);
      const bool digit = std::any_of(word.begin(), word.end(), is_digit);
      const bool letter = std::any_of(word.begin(), word.end(), is_alpha);
      const std::size_t mark = word.find_first_of("-_/\\.:=#");
      const bool inside = mark != word.npos && mark > 0 && mark + 1 < word.size();
      if ((digit && letter) || inside || is_coded(word)) return true;
    }
    return false;
  }
  static bool ends_sentence(std::string_view line) {
    const char last = last_of(line);
    return last == ',' || last == '?' || (last == '!' && line.size() > 1) ||
           (last == '.' && line.size() > 1 && !ends(line, "..."));
  }

  bool is_waiting(std::size_t i) const {
    return is_technical(lines_[i]) && shows_prompt(words(i), lines_[i].holds);
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
        const std::string_view line = words(stop);
        const bool sure = is_technical(lines_[stop]) || lines_[stop].kind == ZoneKind::table;
        if (!sure && (!lines_[stop].open() || is_bullet(line) || ends_sentence(line) ||
                      last_of(line) == ':' || has_small_word(line)))
          break;
        marked += sure || is_marked(line) || (stop > i && indent(stop) > indent(i)) ? 1 : 0;
      }
      const std::size_t lines = stop - i;
      printing_ = lines > 0 && marked * 3 >= lines * 2;
      if (printing_ && lines == 1 && stop == end && lines_[i].open()) {
        printing_ = ends(words(i), "...");  // as far as the next paragraph is more of it
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
      const std::string_view line = words(i);
      return std::any_of(std::begin(kWords), std::end(kWords),
                         [&](std::string_view word) { return opens_with(line, word); }) &&
             !ends_sentence(line.size() > 2 && ends(line, " .") ? line.substr(0, 2) : line);
    };
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view start = lines_.words(i).substr(0, 3);
      if (start.size() < 3 || !has_only(start, is_upper) || !instructs(i)) continue;
      std::size_t stop = i, plain = 0;
      for (; stop < end && instructs(stop); ++stop) {
        const std::string_view rest = words(stop).substr(words(stop).find(' ') + 1);
        plain += has_small_word(rest) && !is_marked(rest) ? 1 : 0;
      }
      if (stop - i > 1 && plain == 0)
        for (std::size_t k = i; k < stop; ++k) lines_.decide(k, ZoneKind::code);
      i = stop - 1;
    }
  }

  // A block of settings: names in small letters, set in below what they belong to.
  bool configuration(std::size_t begin, std::size_t end) const {
    if (end - begin < 3 || end - begin > kLongestPasted) return false;
    std::size_t marked = 0, deeper = 0, said = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view line = words(i);
      if (is_technical(lines_[i])) {
        ++marked;
        deeper += indent(i) > indent(begin) ? 1 : 0;
        continue;
      }
      const bool item = i > begin && is_short_item(i);  // of YAML
      if (!lines_[i].open() || (is_bullet(line) && !item) || ends_sentence(line) ||
          is_upper(line[0]))
        return false;
      if (has_small_word(line) && ++said * 4 > end - begin) return false;
      marked += item || line.find(':') < line.find(' ') || is_marked(line) ? 1 : 0;
      deeper += indent(i) > indent(begin) ? 1 : 0;
    }
    return deeper > 0 && marked * 2 >= end - begin;
  }

  // From a verb of SQL to its semicolon, or to where the paragraph ends.
  void statements(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!lines_[i].open() || !is_upper(lines_.text[lines_[i].content])) continue;
      if (!opens_statement(lines_.words(i))) continue;
      bool clause = false;
      std::size_t last = i;
      for (; last < end && last < i + kLongestStatement; ++last) {
        const std::string_view line = words(last);
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
      count_words(words(i), letters, all);
      const bool indented = indent(i) >= 2;
      const std::string_view line = words(i);
      // A step of the author's may stand between two commands.
      if (is_digit(line[0]) && is_bullet(line) && letters > 1) continue;
      const bool comment = line[0] == ';' || line[0] == '#' || line.substr(0, 2) == "--";
      const bool inside = framed && (comment || letters < 4 || letters * 3 <= all * 2);
      const bool below = indented && (is_key(line) || is_short_item(i) || letters * 2 <= all);
      if (inside || below || (letters == 0 && all == 1)) lines_.decide(i, lines_[i - 1].kind);
    }
  }

  // "services:" above what stands farther right, as YAML has it; "[network]" above its settings.
  void keys(std::size_t begin, std::size_t end) {
    for (std::size_t i = end - 1; i-- > begin;) {
      if (!lines_[i].open() || !is_technical(lines_[i + 1])) continue;
      const std::string_view line = words(i);
      // A comment; a heading begins with a capital.
      const bool comment = line.size() > 2 && line.substr(0, 2) == "# " && is_lower(line[2]);
      const bool section = line.size() > 3 && line[0] == '[' && line.find(']') + 1 == line.size();
      if (comment || section || (is_key(line) && indent(i + 1) > indent(i)))
        lines_.decide(i, ZoneKind::code);
    }
  }
  static bool is_key(std::string_view line) {
    return last_of(line) == ':' && is_lower(line[0]) && line.find(' ') == line.npos;
  }
  bool is_short_item(std::size_t i) const {
    const std::string_view line = words(i);
    return line.size() > 2 && line.substr(0, 2) == "- " && indent(i) >= indent(i - 1) &&
           line.find(' ', 2) == line.npos;
  }

  // Two lines or more, and a program's name begins each.
  bool are_programs(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (!is_lower(lines_.text[lines_[i].content]) || !names_program(words(i))) return false;
    return end - begin > 1;
  }

  // Commands alone: in small letters, short, with no word or mark of a sentence. Set in by four,
  // or with a name no prose has in every line.
  bool commands(std::size_t begin, std::size_t end) const {
    if (end - begin > kLongestPasted) return false;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_technical(lines_[i])) continue;
      if (!lines_[i].open()) return false;
      const std::string_view line = words(i);
      const char last = last_of(line);
      if (!is_lower(line[0]) || last == '.' || last == '?' || last == '!' || last == ',' ||
          last == ':' || is_bullet(line))
        return false;
      std::size_t count = 0, names = names_program(line) ? 1 : 0;
      for (std::string_view rest = line; !rest.empty();) {
        const std::string_view word = take_word(rest);
        ++count;
        if (word.back() == ',' || is_small_word(word)) return false;
        const std::size_t mark = word.find_first_of("./\\_=-@:");
        names += mark != word.npos && mark > 0 && mark + 1 < word.size() && !is_digit(word[0]) &&
                         (count > 1 || mark > 2)
                     ? 1
                     : 0;
      }
      if (count > 6 || (indent(i) < 4 && (names == 0 || count < 2))) return false;
    }
    return true;
  }

  // "PasswordAuthentication no": names with capitals inside, and what they are set to.
  bool settings(std::size_t begin, std::size_t end) const {
    if (end - begin < 2 || end - begin > kLongestPasted) return false;
    std::size_t set = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_technical(lines_[i])) continue;
      if (!lines_[i].open()) return false;
      const std::string_view line = words(i);
      const std::string_view key = line.substr(0, line.find(' '));
      const std::string_view value = trim(line.substr(key.size()));
      const bool inner = key.size() > 3 && has_only(key, is_alnum) &&
                         std::any_of(key.begin() + 1, key.end(), is_upper) &&
                         std::any_of(key.begin(), key.end(), is_lower);
      if (!inner || value.empty() || std::count(value.begin(), value.end(), ' ') > 3) return false;
      static constexpr std::string_view kValues[] = {"yes", "no", "on", "off", "true", "false"};
      set += std::find(std::begin(kValues), std::end(kValues), value) != std::end(kValues) ||
                     has_only(value, is_digit) || value[0] == '/'
                 ? 1
                 : 0;
    }
    return set * 2 >= end - begin;
  }

  // "Event ID:      1000": names with what they are behind a gap, as viewers copy them.
  bool columns(std::size_t begin, std::size_t end) const {
    if (end - begin < 3 || end - begin > kLongestPasted) return false;
    std::size_t wide = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view line = words(i);
      const std::size_t colon = line.find(':');
      if (is_technical(lines_[i])) continue;
      if (!lines_[i].open() || is_bullet(line)) return false;
      // Whatever stands below "Description:" belongs to it.
      if (wide > 2 && last_of(words(i - 1)) == ':') return true;
      std::size_t letters = 0, all = 0;
      count_words(line, letters, all);
      if (colon < 30 && line.substr(colon + 1, 2) == "  ")
        ++wide;
      else if (!(colon + 1 == line.size() && all < 4) && letters * 3 > all * 2)
        return false;
    }
    return wide * 2 >= end - begin;
  }

  Lines& lines_;
  std::size_t last_ = lines_.size();  // the last line of the paragraph before
  bool printing_ = false;             // to its end it was printed below a prompt
  std::size_t held_ = lines_.size();  // a line of it that may be printed
};

}  // namespace

void find_blocks(Lines& lines) { BlockFinder(lines).find(); }

}  // namespace dsk::mail
