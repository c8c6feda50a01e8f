// Attribution lines, reply headers and separators, and what follows them.
#include <algorithm>
#include <string>

#include "mail/bytes.hpp"
#include "mail/fold.hpp"
#include "mail/quote_lines.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Lines [first, last] that make up one attribution, empty when there is none.
struct Found {
  std::size_t first = 0;
  std::size_t last = 0;
  bool strong = false;
  bool any = false;
};

// What the fields of a block say together: "From: …", "Sent: …".
class HeaderFields {
 public:
  std::size_t last() const { return last_; }  // the line of the last one
  bool has(FieldRole what) const { return (seen_ >> static_cast<unsigned>(what) & 1U) != 0; }

  void add(std::size_t line, FieldRole what, std::string_view words) {
    last_ = line;
    ++count_;
    seen_ |= 1U << static_cast<unsigned>(what);
    const std::string_view value = value_of(words.substr(0, kLongestField));
    address_ = address_ || has_address(value);
    date_ = date_ || (what == FieldRole::date && has_date(value));
    // Labels of the author's own have other words behind them: "From: the menu".
    const bool person = what == FieldRole::from || what == FieldRole::to;
    strange_ = strange_ || (person && !value.empty() && !may_be_person(value));
    span_ = span_ || (what == FieldRole::to && before_ == FieldRole::from);
    before_ = what;
  }

  // Somebody, and when or from where. What goes "From: ... To: ..." without a subject is a journey,
  // or a span of time; a name in small letters takes a date and a subject.
  bool complete() const {
    if (count_ < 2) return false;
    const bool from = has(FieldRole::from), to = has(FieldRole::to);
    const bool subject = has(FieldRole::subject);
    if (strange_) return from && subject && date_;
    if (subject) return (from && (date_ || address_)) || (date_ && to);
    return from && date_ && (address_ || to) && !span_;
  }

 private:
  std::size_t last_ = 0, count_ = 0;
  unsigned seen_ = 0;
  bool address_ = false, date_ = false, strange_ = false, span_ = false;
  FieldRole before_ = FieldRole::none;
};

class QuoteFinder {
 public:
  QuoteFinder(Lines& lines, bool forward) : lines_(lines), forward_(forward) {}

  void find() {
    for (std::size_t i = 0; i < lines_.size() && !rest_; ++i) {
      if (!lines_[i].open()) continue;
      const std::size_t done = structure(i);
      if (done > i)
        i = done - 1;
      else if (first_own_ > i && !is_rule(lines_.words(i)))
        first_own_ = i;
    }
  }

 private:
  // What begins at line `i`; the line after what was decided, or `i`.
  std::size_t structure(std::size_t i) {
    const std::string_view words = lines_.words(i);
    const unsigned holds = lines_[i].holds;
    const bool marker = words.size() <= kLongestMarker && may_begin(reply_markers(), words);
    if (holds & (Line::kRule | Line::kColon | Line::kHigh | Line::kAddress) || words[0] == '*' ||
        marker)
      if (const std::size_t done = separator(i); done > i) return done;
    if (holds & Line::kColon)
      if (const std::size_t done = header_block(i); done > i) return done;
    if (by_system_ && (holds & Line::kRule))
      if (const std::size_t done = comment_header(i); done > i) return done;
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
    return lines_[i].named && !(i + 1 < lines_.size() && lines_[i + 1].named);
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
    // Marks of direction may stand behind the colon.
    if (!ends_so && (trimmed.empty() || !is_high(trimmed.back()) || !ends(folded(trimmed), ":")))
      return out;
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
      const bool opening =
          opens_attribution(line) && has_date(line) && line.find(". ") == std::string::npos;
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
      case Separator::none:
        return i;
      case Separator::forwarded:
        return forwarded(i);
      case Separator::reply_marker: {
        const bool own = own_before(i);
        by_system_ = true;
        std::size_t first = i, after = i + 1;
        while (first > 0 && ruled(first - 1)) --first;
        while (after < lines_.size() && ruled(after)) ++after;
        for (std::size_t k = first; k < after; ++k) lines_.decide(k, ZoneKind::footer);
        if (own) take_rest(after, ZoneKind::quote);
        return after;
      }
      case Separator::original:
        break;
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

  bool ruled(std::size_t i) const { return lines_[i].open() && is_rule(lines_.words(i)); }

  // In a mail that a ticket system made: a rule, and below it who wrote, and when.
  std::size_t comment_header(std::size_t i) {
    if (!ruled(i) || trim(lines_.words(i)).size() < 6) return i;
    const std::size_t name = lines_.next_words(i + 1);
    if (name >= lines_.size() || !lines_[name].open()) return i;
    const std::string_view who = trim(lines_.words(name)).substr(0, kLongestAttribution);
    std::size_t last = name;
    const auto dated = [&](std::size_t k) {
      const std::string_view when = trim(lines_.words(k)).substr(0, kLongestAttribution);
      return has_date(when) && when.find(':') != when.npos && word_count(when) <= 12 &&
             when.back() != '.' && when.back() != '?';
    };
    if (!dated(name)) {
      if (word_count(who) > 5 || ++last >= lines_.size() || !lines_[last].open() || !dated(last))
        return i;
    }
    if (!is_upper(who[0]) && !is_high(who[0])) return i;
    const bool own = own_before(i);
    for (std::size_t k = i; k <= last; ++k) lines_.decide(k, ZoneKind::attribution);
    if (own) take_rest(last + 1, ZoneKind::quote);
    return last + 1;
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

  // Of the block that begins at line i: from a field to the last one.
  HeaderFields header_fields(std::size_t i) {
    HeaderFields block;
    bool any = false;
    const FieldRole first = role(i, any);
    if (first == FieldRole::none) return block;
    block.add(i, first, lines_.words(i));
    std::size_t loose = 0;  // lines since the last field that were none
    for (std::size_t k = i + 1; k < lines_.size() && k < i + 40; ++k) {
      if (lines_[k].blank) {
        // Markup puts a blank line between fields now and then; two end the block.
        const std::size_t next = lines_.next_words(k);
        if (next >= lines_.size() || !lines_[next].open() || next > k + 1) break;
        const FieldRole after = role(next, any);
        if (after == FieldRole::none || block.has(after)) break;
        continue;
      }
      if (!lines_[k].open()) break;
      const std::string_view words = lines_.words(k);
      const FieldRole here = role(k, any);
      if (here != FieldRole::none) {
        loose = 0;
        block.add(k, here, words);
      } else if (any && word_count(words) < 12) {
        loose = 0;  // a field of a client we do not know
      } else if (++loose > 3 || words.size() > 400) {
        break;
      }
    }
    return block;
  }

  // The line above belongs to the block where it is a rule.
  std::size_t rule_above(std::size_t i) const {
    for (std::size_t k = i; k-- > 0 && k + 4 > i;)
      if (!lines_[k].blank) return lines_[k].open() && is_rule(lines_.words(k)) ? k : i;
    return i;
  }

  std::size_t header_block(std::size_t i) {
    const HeaderFields block = header_fields(i);
    if (!block.complete()) return i;
    const bool own = own_before(i);
    const std::size_t begin = rule_above(i);
    for (std::size_t k = begin; k <= block.last(); ++k) lines_.decide(k, ZoneKind::attribution);
    // The lines of a long subject or list of addresses go on, indented or up to a blank line.
    std::size_t after = block.last() + 1;
    while (after < lines_.size() && lines_[after].open() && after < block.last() + 6 &&
           (lines_.text[lines_[after].begin] == '\t' || lines_.text[lines_[after].begin] == ' ') &&
           has_address(lines_.words(after)))
      lines_.decide(after++, ZoneKind::attribution);
    if (first_own_ >= begin) first_own_ = kNone;
    const std::size_t next = lines_.next_words(after);
    if (next >= lines_.size() || lines_[next].marked) return after;
    // Old clients put the header of the mail they answer on top, where others put an attribution.
    const bool on_top = !own && !forward_ && !block.has(FieldRole::subject) && !after_separator_;
    if (!on_top) take_rest(after, forward_ && !own ? ZoneKind::forwarded : ZoneKind::quote);
    return after;
  }

  Lines& lines_;
  bool forward_;
  bool after_separator_ = false;   // "Original Message" stands above
  bool by_system_ = false;         // a ticket system's marker was met
  bool rest_ = false;              // nothing after this is the author's
  std::size_t first_own_ = kNone;  // the author's first line
};

}  // namespace

void find_quotes(Lines& lines, bool forward) { QuoteFinder(lines, forward).find(); }

std::size_t words_below_header(std::string_view text) {
  Lines lines = split_lines(text);
  find_marked(lines);
  find_quotes(lines, false);
  std::size_t at = 0;
  for (const Line& line : lines.list) {
    if (!line.blank && !(line.decided && line.kind == ZoneKind::attribution)) break;
    at = std::min<std::size_t>(line.end + 1U, text.size());
  }
  return at;
}

}  // namespace dsk::mail
