// Attribution lines, reply headers and separators, and what follows them.
#include <algorithm>
#include <string>

#include "mail/ascii.hpp"
#include "mail/fold.hpp"
#include "mail/zone_words.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestAttribution = 600;
constexpr std::size_t kLongestField = 2000;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// A year, a time of day or a numeric date: the same marks in every language.
bool has_date(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (!is_digit(line[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < line.size() && is_digit(line[end])) ++end;
    const std::size_t digits = end - at;
    const std::string_view number = line.substr(at, digits);
    if (digits == 4 && (starts(number, "19") || starts(number, "20"))) return true;
    const char next = end < line.size() ? line[end] : ' ';
    if (digits <= 2 && (next == ':' || next == '.' || next == '/' || next == '-' || next == 'h') &&
        end + 2 < line.size() && is_digit(line[end + 1]) && is_digit(line[end + 2]))
      return true;
    if (digits <= 2 && (next == '.' || next == '/') && end + 1 < line.size() &&
        is_digit(line[end + 1]))
      return true;
    at = end;
  }
  return false;
}

bool has_address(std::string_view line) {
  const std::size_t at = line.find('@');
  if (at != std::string_view::npos && at > 0 && at + 1 < line.size() && is_wordish(line[at + 1]))
    return true;
  return line.find("[mailto:") != std::string_view::npos;
}

bool opens(std::string_view line) {
  return (!line.empty() && is_digit(line[0])) || find_prefix(attribution_openers(), line);
}

bool has_verb(std::string_view line) { return holds_whole(wrote_words(), line); }

enum class Attribution : std::uint8_t {
  none,
  weak,    // only if a marked quote follows
  strong,  // by itself
};

// `line` is folded, and all of it.
Attribution attribution(std::string_view line) {
  // "- On ... wrote:", "---- On ... wrote ----"
  std::size_t dashes = 0;
  while (dashes < line.size() && (line[dashes] == '-' || line[dashes] == ' ')) ++dashes;
  line.remove_prefix(dashes);
  std::size_t end_dashes = 0;
  while (!line.empty() && (line.back() == '-' || line.back() == ' ')) {
    end_dashes += line.back() == '-' ? 1 : 0;
    line.remove_suffix(1);
  }
  if (line.size() < 6 || line.size() > kLongestAttribution) return Attribution::none;
  const bool colon = line.back() == ':';
  const bool dashed = dashes >= 2 && end_dashes >= 2;
  const bool date = has_date(line);
  const bool address = has_address(line);
  if (!colon && !dashed) {
    // Old Gmail: "2012/10/16 Ann <ann@example.com>"; a client that drops the colon.
    const bool bare = date && address && is_digit(line[0]) && line.back() == '>';
    const bool verb_last = date && opens(line) && has_verb(line) &&
                           (address || word_count(line) < 14) && ends(line, "wrote");
    return bare || verb_last ? Attribution::weak : Attribution::none;
  }
  const bool verb = has_verb(line);
  if (verb && date && (opens(line) || address)) return Attribution::strong;
  if (verb && address && word_count(line) < 16) return Attribution::strong;
  // "Quoting Ann <ann@example.test>:" says so with its first word.
  const Entry* opener = find_prefix(attribution_openers(), line);
  if (address && opener && opener->value == 2) return Attribution::strong;
  if (verb && dashed && (date || address)) return Attribution::strong;
  if (date && address && (ends(line, ">:") || ends(line, ">:") || ends(line, "):")))
    return Attribution::strong;
  if (verb && word_count(line) < 12) return Attribution::weak;
  return Attribution::none;
}

// Inside an address in '<' and '>', which mailers break over lines.
bool begins_inside(std::string_view line) {
  return !line.empty() && (line[0] == '<' || line[0] == '>' || starts(line, "mailto:"));
}

// Whether a line is one by itself, or the end of one that goes on above a blank line.
bool may_be_attribution(std::string_view words) {
  const std::string line = folded(words);
  return line.empty() || begins_inside(line) || attribution(line) != Attribution::none;
}

// Lines [first, last] that make up one attribution, empty when there is none.
struct Found {
  std::size_t first = 0;
  std::size_t last = 0;
  bool strong = false;
  bool any = false;
};

enum class Separator : std::uint8_t { none, reply_marker, original, forwarded };

// What a line by its own words says of what stands below it.
Separator separator_of(std::string_view words) {
  if (words.size() > 200) return Separator::none;
  // A forward's opening ends with a colon; the others begin with marks.
  const char c = words[0];
  const bool marks = c == '-' || c == '_' || c == '=' || c == '*' || c == '#' || c == '>' ||
                     c == '+' || c == '~' || c == '<' || c == '[' || c == '(' || is_high(c);
  const char last = trim(words).back();
  if (!marks && last != ':' && !is_high(last) && last != '-' && last != '*' && last != '#')
    return Separator::none;
  const std::string line = folded(words);
  if (line.size() <= 160 && holds_any(reply_markers(), line)) return Separator::reply_marker;
  const Entry* opener = find_prefix(forward_openers(), line);
  if (opener && line.size() <= opener->text.size() + 2) return Separator::forwarded;
  // Words between dashes.
  std::size_t left = 0;
  while (left < line.size() && (line[left] == '-' || line[left] == '_' || line[left] == '=' ||
                                line[left] == '~' || line[left] == '#'))
    ++left;
  static constexpr std::string_view kBar = "\xE2\x94\x80";
  static constexpr std::string_view kEm = "\xE2\x80\x94";
  std::size_t bars = left;
  while (line.compare(bars, 3, kBar) == 0 || line.compare(bars, 3, kEm) == 0) bars += 3;
  if (left < 2 && bars == left) return Separator::none;
  const std::string_view inside = trim(std::string_view(line).substr(bars));
  if (inside.empty()) return Separator::none;
  const Entry* original = find_prefix(original_words(), inside);
  if (original && inside.size() < original->text.size() + 60) return Separator::original;
  const Entry* forward = find_prefix(forwarded_words(), inside);
  return forward && inside.size() < forward->text.size() + 120 ? Separator::forwarded
                                                               : Separator::none;
}

// The field of a header that a line may be: its role, and whether it looks like one at all.
struct Field {
  FieldRole role = FieldRole::none;
  bool any = false;
};

Field field_of(std::string_view words) {
  if (words.size() > kLongestField) return {};
  std::size_t colon = words.substr(0, 60).find(':');
  const std::size_t wide = words.substr(0, 60).find("\xEF\xBC\x9A");
  colon = std::min(colon, wide);
  if (colon == std::string_view::npos || colon == 0) return {};
  std::string name = folded(words.substr(0, colon));
  while (!name.empty() && (name.back() == ' ' || name.back() == '_')) name.pop_back();
  while (!name.empty() && (name.front() == '_' || name.front() == '|')) name.erase(0, 1);
  // "https:" is no field.
  if (words.substr(colon, 3) == "://") return {};
  const Entry* field = find_word(field_words(), name);
  return {field ? static_cast<FieldRole>(field->value) : FieldRole::none, word_count(name) <= 3};
}

class QuoteFinder {
 public:
  QuoteFinder(Lines& lines, bool forward) : lines_(lines), forward_(forward) {}

  void find() {
    rejoin_wrapped_marks();
    take_marked();
    join_broken_quotes();
    for (std::size_t i = 0; i < lines_.size() && !rest_; ++i) {
      if (!lines_[i].open()) continue;
      const std::size_t done = structure(i);
      if (done > i) {
        i = done - 1;
      } else {
        if (first_own_ > i && !is_rule(lines_.words(i))) first_own_ = i;
      }
    }
  }

 private:
  // A mailer that wraps puts the '>' of an address first: "wrote Ann <a@b.c\n>:". That is no quote.
  void rejoin_wrapped_marks() {
    std::size_t last = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.blank) continue;
      if (line.depth == 1 && last < i && !lines_[last].marked && !line.decided &&
          line.end - line.begin < 60) {
        const std::string_view before = lines_.words(last);
        const std::size_t open = before.rfind('<');
        const std::size_t close = before.rfind('>');
        const bool inside =
            open != std::string_view::npos && (close == std::string_view::npos || close < open);
        const std::string_view words = trim(lines_.words(i));
        const bool end = !words.empty() && (words.back() == ':' || ends(words, "\xEF\xBC\x9A"));
        const bool split_open = last > 0 && trim(before).substr(0, 7) == "mailto:";
        if (end && (inside || split_open)) {
          line.depth = 0;
          line.marked = false;
        }
      }
      last = i;
    }
  }

  void take_marked() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.blank || line.decided) continue;
      if (line.depth == 0) read_name_prefix(i);
      if (line.depth == 0) read_bar(i);
      if (!line.marked) continue;
      // "From " at the start of a line is stuffed by mailboxes; alone it is no quote.
      const std::string_view words = lines_.words(i);
      if (line.depth == 1 && starts(words, "from ") && lines_.text[line.begin] == '>' &&
          lines_.text[line.begin + 1] == 'F' && !neighbour_marked(i)) {
        line.marked = false;
        line.depth = 0;
        continue;
      }
      lines_.decide(i, ZoneKind::quote);
    }
  }

  bool neighbour_marked(std::size_t i) const {
    return (i > 0 && lines_[i - 1].marked) || (i + 1 < lines_.size() && lines_[i + 1].depth > 0);
  }

  // "| her words", line after line, as some editors quote; a row of a table has more bars.
  void read_bar(std::size_t i) {
    const auto barred = [&](std::size_t k) {
      if (k >= lines_.size() || !(lines_[k].holds & Line::kCell) || lines_[k].blank) return false;
      const std::string_view words = lines_.words(k).substr(0, 1000);
      return words[0] == '|' && (words.size() == 1 || words[1] == ' ') &&
             words.find('|', 1) == std::string_view::npos && words.find("---") == words.npos;
    };
    if (!barred(i) || !((i > 0 && barred(i - 1)) || barred(i + 1))) return;
    lines_[i].depth = 1;
    lines_[i].marked = true;
  }

  // Letters before a '>' that a line begins with, 0 where there are none.
  std::size_t name_prefix(std::size_t i) const {
    if (!(lines_[i].holds & Line::kAddress) || lines_[i].blank) return 0;
    const std::string_view words = lines_.text.substr(lines_[i].content, 16);
    std::size_t letters = 0;
    while (letters < words.size() && letters < 14 && is_alpha(words[letters])) ++letters;
    return letters < words.size() && words[letters] == '>' ? letters : 0;
  }

  // "Ann> her words", "JS>> older words": initials or a name before the mark.
  void read_name_prefix(std::size_t i) {
    Line& line = lines_[i];
    const std::size_t letters = name_prefix(i);
    if (letters == 0) return;
    const std::string_view words = lines_.words(i);
    if (!is_upper(words[0])) {
      // In small letters it may be a prompt; line after line with the same name it is a quote.
      static constexpr std::string_view kPrompts[] = {"mysql", "sqlite", "ftp",  "sftp", "psql",
                                                      "irb",   "redis",  "node", "php",  "python"};
      const std::string_view name = words.substr(0, letters);
      if (std::find(std::begin(kPrompts), std::end(kPrompts), name) != std::end(kPrompts)) return;
      const auto again = [&](std::size_t k) {
        return k < lines_.size() && name_prefix(k) == letters &&
               lines_.words(k).substr(0, letters) == name;
      };
      if (!again(i + 1) && (i == 0 || !again(i - 1))) return;
    }
    std::size_t end = letters;
    while (end < words.size() && words[end] == '>') ++end;
    if (end < words.size() && words[end] != ' ') return;
    line.depth = static_cast<std::uint8_t>(std::min<std::size_t>(end - letters, 255));
    line.marked = true;
    prefixed_ = true;
  }

  // A long quoted line that a mailer broke leaves its tail without a mark.
  void join_broken_quotes() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (!lines_[i].open() || !lines_[i - 1].marked || lines_[i - 1].blank) continue;
      const Line& before = lines_[i - 1];
      const std::string_view words = lines_.words(i);
      const bool followed = i + 1 == lines_.size() || lines_[i + 1].marked;
      const bool low = is_lower(words[0]) || words[0] == ',' || words[0] == ')';
      if (followed && low && before.end - before.begin >= 58 &&
          lines_[i].end - lines_[i].begin < before.end - before.begin)
        lines_.decide(i, ZoneKind::quote, before.depth);
    }
  }

  // What begins at line `i`; the line after what was decided, or `i`.
  std::size_t structure(std::size_t i) {
    const std::string_view words = lines_.words(i);
    const unsigned holds = lines_[i].holds;
    if (holds & (Line::kRule | Line::kColon | Line::kHigh | Line::kAddress) || words[0] == '*')
      if (const std::size_t done = separator(i); done > i) return done;
    if (holds & Line::kColon)
      if (const std::size_t done = header_block(i); done > i) return done;
    const Found found = attribution_ending(i, words);
    if (!found.any) return i;
    const std::size_t next = lines_.next_words(found.last + 1);
    const bool quoted = next < lines_.size() && (lines_[next].marked || is_quoted(next));
    if (!found.strong && !quoted) return i;
    const bool marked = quoted && !named_once(next);
    for (std::size_t k = found.first; k <= found.last; ++k) lines_.decide(k, ZoneKind::attribution);
    if (first_own_ >= found.first) first_own_ = kNone;
    if (!marked && found.strong && next < lines_.size() && own_before(found.first))
      take_rest(found.last + 1, ZoneKind::quote);
    return found.last + 1;
  }

  bool is_quoted(std::size_t i) const {
    return lines_[i].decided &&
           (lines_[i].kind == ZoneKind::quote || lines_[i].kind == ZoneKind::forwarded);
  }
  // Marked by a name, on the first line alone.
  bool named_once(std::size_t i) const {
    return named(i) && !(i + 1 < lines_.size() && named(i + 1));
  }
  bool named(std::size_t i) const {
    return prefixed_ && lines_[i].marked && is_alpha(lines_.text[lines_[i].begin]);
  }

  // Whether the author wrote anything before line `first`.
  bool own_before(std::size_t first) const { return first_own_ < first; }

  // Everything from `begin` on that nobody has claimed.
  void take_rest(std::size_t begin, ZoneKind kind) {
    for (std::size_t k = begin; k < lines_.size(); ++k) {
      if (lines_[k].decided && lines_[k].kind != ZoneKind::code) continue;
      if (lines_[k].blank) continue;
      lines_[k].decided = false;
      lines_.decide(k, kind, 1);
    }
    rest_ = true;
  }

  // --- attribution lines ----------------------------------------------------------------------

  // An attribution that ends in line `i`, which may have begun a few lines before.
  Found attribution_ending(std::size_t i, std::string_view words) {
    Found out;
    const std::string_view trimmed = trim(words);
    if (trimmed.size() > kLongestAttribution) return out;
    const bool ends_so =
        !trimmed.empty() &&
        (trimmed.back() == ':' || trimmed.back() == '-' || trimmed.back() == '>' ||
         trimmed.back() == '*' || ends(trimmed, "wrote") || ends(trimmed, "\xEF\xBC\x9A"));
    if (!ends_so) return out;
    // Below a blank line it has to be one by itself.
    const bool alone = i == 0 || lines_[i - 1].blank;
    if (alone && lines_.ask(i, Question::attribution, may_be_attribution) == 0) return out;
    std::string joined;
    std::size_t first = i;
    std::size_t blanks = 0;
    for (std::size_t back = 0; back < 5; ++back) {
      const std::string line = folded(lines_.words(first));
      joined = joined.empty() ? line : line + (ends(line, "<") ? "" : " ") + joined;
      if (joined.size() > kLongestAttribution) break;
      const Attribution found = attribution(joined);
      // The longest that begins as one should, else the shortest there is.
      const bool opening = opens(line) && has_date(line) && line.find(". ") == std::string::npos;
      if (found == Attribution::strong && (opening || !out.strong)) out = {first, i, true, true};
      if (found == Attribution::weak && !out.any) out = {first, i, false, true};
      if (back == 0 && out.strong && opening && !starts(line, "at ")) break;
      // On to the line before: the same paragraph, or across blanks inside an open '<'.
      std::size_t before = first;
      while (before > 0 && lines_[before - 1].blank && blanks < 3) {
        --before;
        ++blanks;
      }
      if (before == 0 || (before != first && !begins_inside(joined))) break;
      --before;
      if (!lines_[before].open()) break;
      first = before;
    }
    return out;
  }

  // --- separators -----------------------------------------------------------------------------

  std::size_t separator(std::size_t i) {
    switch (static_cast<Separator>(lines_.ask(i, Question::separator, [](std::string_view words) {
      return static_cast<int>(separator_of(words));
    }))) {
      case Separator::none: return i;
      case Separator::forwarded: return forwarded(i);
      case Separator::reply_marker: {
        const bool own = own_before(i);
        lines_.decide(i, ZoneKind::footer);
        if (own) take_rest(i + 1, ZoneKind::quote);
        return i + 1;
      }
      case Separator::original: break;
    }
    lines_.decide(i, ZoneKind::attribution);
    const std::size_t next = lines_.next_words(i + 1);
    if (next == lines_.size()) return i + 1;
    after_separator_ = true;
    const std::size_t done = lines_[next].open() ? header_block(next) : next;
    after_separator_ = false;
    if (done > next) return done;
    if (!lines_[next].marked) take_rest(i + 1, ZoneKind::quote);
    return i + 1;
  }

  std::size_t forwarded(std::size_t i) {
    lines_.decide(i, ZoneKind::forwarded);
    const std::size_t next = lines_.next_words(i + 1);
    if (next < lines_.size() && lines_[next].marked) {
      // Quoted with marks: what stands between them may still be the author's.
      for (std::size_t k = next; k < lines_.size() && (lines_[k].blank || lines_[k].marked); ++k)
        if (!lines_[k].blank) lines_[k].kind = ZoneKind::forwarded;
      return i + 1;
    }
    take_rest(i + 1, ZoneKind::forwarded);
    return i + 1;
  }

  // --- From, Sent, To -------------------------------------------------------------------------

  FieldRole role(std::size_t i, bool& any_field) {
    constexpr int kAny = 64;
    const int answer = lines_.ask(i, Question::field, [](std::string_view words) {
      const Field field = field_of(words);
      return static_cast<int>(field.role) + (field.any ? kAny : 0);
    });
    any_field = (answer & kAny) != 0;
    return static_cast<FieldRole>(answer & (kAny - 1));
  }

  std::size_t header_block(std::size_t i) {
    bool any = false;
    const FieldRole first = role(i, any);
    if (first == FieldRole::none) return i;
    const std::string_view first_words = lines_.words(i);
    unsigned seen = 1U << static_cast<unsigned>(first);
    std::size_t fields = 1;
    std::size_t last = i;
    bool address = has_address(first_words.substr(0, kLongestField));
    bool date = first == FieldRole::date && has_date(first_words);
    std::size_t loose = 0;  // lines since the last field that were none
    for (std::size_t k = i + 1; k < lines_.size() && k < i + 40; ++k) {
      if (lines_[k].blank) {
        // Markup puts a blank line between fields now and then; two end the block.
        const std::size_t next = lines_.next_words(k);
        if (next >= lines_.size() || !lines_[next].open() || next > k + 1) break;
        const FieldRole after = role(next, any);
        if (after == FieldRole::none || (seen >> static_cast<unsigned>(after) & 1U)) break;
        continue;
      }
      if (!lines_[k].open()) break;
      const std::string_view words = lines_.words(k);
      const FieldRole here = role(k, any);
      if (here != FieldRole::none) {
        seen |= 1U << static_cast<unsigned>(here);
        ++fields;
        last = k;
        loose = 0;
        address = address || has_address(words.substr(0, kLongestField));
        date = date || (here == FieldRole::date && has_date(words));
      } else if (any && k > i && word_count(words) < 12) {
        loose = 0;  // a field of a client we do not know
      } else if (++loose > 3 || words.size() > 400) {
        break;
      }
    }
    const auto has = [&](FieldRole what) {
      return (seen >> static_cast<unsigned>(what) & 1U) != 0;
    };
    const bool from = has(FieldRole::from);
    const bool complete =
        (from && has(FieldRole::date) && (has(FieldRole::to) || has(FieldRole::subject))) ||
        (from && has(FieldRole::to) && (has(FieldRole::subject) || address)) ||
        (from && has(FieldRole::subject) && address) || (from && date && address) ||
        (has(FieldRole::date) && has(FieldRole::to) && has(FieldRole::subject) && date);
    if (!complete || fields < 2) return i;

    const bool own = own_before(i);
    std::size_t begin = i;
    // The rule above the block belongs to it.
    for (std::size_t k = i; k-- > 0 && k + 4 > i;) {
      if (lines_[k].blank) continue;
      if (lines_[k].open() && is_rule(lines_.words(k))) begin = k;
      break;
    }
    for (std::size_t k = begin; k <= last; ++k) lines_.decide(k, ZoneKind::attribution);
    // The lines of a long subject or list of addresses go on, indented or up to a blank line.
    std::size_t after = last + 1;
    while (after < lines_.size() && lines_[after].open() && after < last + 6 &&
           (lines_.text[lines_[after].begin] == '\t' || lines_.text[lines_[after].begin] == ' ') &&
           has_address(lines_.words(after)))
      lines_.decide(after++, ZoneKind::attribution);
    if (first_own_ >= begin) first_own_ = kNone;
    const std::size_t next = lines_.next_words(after);
    if (next >= lines_.size() || lines_[next].marked) return after;
    // Old clients put the header of the mail they answer on top, where others put an attribution.
    const bool on_top = !own && !forward_ && !has(FieldRole::subject) && !after_separator_;
    if (!on_top) take_rest(after, forward_ && !own ? ZoneKind::forwarded : ZoneKind::quote);
    return after;
  }

  Lines& lines_;
  bool forward_;
  bool after_separator_ = false;   // "Original Message" stands above
  bool rest_ = false;              // nothing after this is the author's
  std::size_t first_own_ = kNone;  // the author's first line
  bool prefixed_ = false;          // there are lines quoted with a name
};

}  // namespace

void find_quotes(Lines& lines, bool forward) { QuoteFinder(lines, forward).find(); }

std::size_t words_below_header(std::string_view text) {
  Lines lines = split_lines(text);
  QuoteFinder(lines, false).find();
  std::size_t at = 0;
  for (const Line& line : lines.list) {
    if (!line.blank && !(line.decided && line.kind == ZoneKind::attribution)) break;
    at = std::min<std::size_t>(line.end + 1U, text.size());
  }
  return at;
}

}  // namespace dsk::mail
