// What ticket systems put around a reply: the fields of the ticket, headers of older comments,
// links with its number. Below the author's name such a notice begins what is not the author's.
#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/ending_lines.hpp"
#include "mail/fold.hpp"
#include "mail/line_words.hpp"
#include "mail/quote_lines.hpp"
#include "mail/zone_words.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestLine = 200;

// "10:15"
bool has_clock(std::string_view line) {
  for (std::size_t at = line.find(':'); at != line.npos; at = line.find(':', at + 1))
    if (at > 0 && at + 2 < line.size() && is_digit(line[at - 1]) && is_digit(line[at + 1]) &&
        is_digit(line[at + 2]))
      return true;
  return false;
}

// "#20713", "INC0041239", "OPS-812": by what a system knows a ticket.
bool has_id(std::string_view line) {
  std::size_t run = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    if (at < line.size() && is_digit(line[at])) {
      ++run;
      continue;
    }
    const char before = run > 0 && at > run ? line[at - run - 1] : ' ';
    const bool key = before == '-' && at > run + 1 && is_upper(line[at - run - 2]);
    if (run > 4 || (run > 1 && (before == '#' || key)) || (run > 3 && is_alnum(before)))
      return true;
    run = 0;
  }
  return false;
}

bool is_link(std::string_view words) {
  return words.find("://") != words.npos && words.find(' ') == words.npos;
}

// A label and a value that is no sentence.
struct FieldLine {
  bool any = false, known = false, link = false;
};

FieldLine field_line(std::string_view line) {
  if (is_bullet(line)) line = trim(line.substr(1));
  const std::size_t colon = line.substr(0, 30).find(':');
  if (colon == line.npos || colon == 0 || line.substr(colon, 3) == "://") return {};
  const std::string_view label = trim(line.substr(0, colon)), value = trim(line.substr(colon + 1));
  if (word_count(label) > 4 || !(is_upper(label[0]) || is_high(label[0]))) return {};
  const bool link = is_link(value);
  const bool sentence = ends_sentence(value) || word_count(value) > 8 ||
                        (!value.empty() && is_lower(value[0]) && word_count(value) > 3);
  if (!link && sentence) return {};
  const Entry* known = find_prefix(ticket_labels(), label);
  return {true, known && known->text.size() + 8 > label.size(), link};
}

// "10:15:22"
bool has_seconds(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon + 3 < line.size() && line[colon + 3] == ':' && has_clock(line.substr(colon + 2));
}

// "2026-03-03 10:15:22 CET - Ann Lee", "Ann Lee wrote on 03/03/2026 10:15:"
bool heads_comment(std::string_view line) {
  if (!has_clock(line) || word_count(line) > 14) return false;
  if (is_digit(line[0])) {
    const std::size_t dash = line.find(" - ");
    if (dash == line.npos || !has_date(line.substr(0, dash))) return false;
    std::string_view name = trim(line.substr(dash + 3));
    name = trim(name.substr(0, name.find('(')));
    return has_seconds(line.substr(0, dash)) && is_name(name) && word_count(name) > 1;
  }
  return line.back() == ':' && is_upper(line[0]) && holds_whole(wrote_words(), line) &&
         is_name(line.substr(0, line.find(' ')));
}

// "Ann Lee commented on OPS-812:", "<URL: https://...>": below the name they are a system's.
bool heads_notice(std::string_view line) {
  const char last = line.back();
  if (starts(line, "<url: ") || line.substr(0, 6) == "[ http") return has_id(line);
  const std::size_t open = line.find('[');
  const std::size_t close = open == line.npos ? open : line.find(']', open);
  if (close != line.npos && has_id(line.substr(open, close - open))) return true;
  const std::size_t first = line.find(' ');
  if (last == ':' && is_upper(line[0]) && first != line.npos && is_upper(line[first + 1]))
    return word_count(line) < 9 && is_name(line.substr(0, first)) &&
           (holds_whole(wrote_words(), line) || has_id(line));
  return list_footer(line) > 1;
}

// "Unsubscribe | Preferences", as links stand in a row.
bool is_menu(std::string_view line) {
  std::size_t items = 1;
  for (const std::string_view mark : {" | ", " \xC2\xB7 "})
    for (std::size_t at = line.find(mark); at != line.npos; at = line.find(mark, at + 1)) ++items;
  return items > 1 && word_count(line) <= items * 4 && !ends_sentence(line) &&
         holds_any(list_footers(), line);
}

class NoticeFinder {
 public:
  explicit NoticeFinder(Lines& lines) : lines_(lines) {}

  void find() {
    constexpr unsigned kMarks = Line::kColon | Line::kDigit | Line::kCell | Line::kHigh;
    for (std::size_t i = lines_.next_words(0); i < lines_.size(); i = lines_.next_words(i)) {
      if (!lines_[i].open()) return;
      std::size_t end = i;
      unsigned holds = 0;
      for (; end < lines_.size() && lines_[end].open(); ++end) holds |= lines_[end].holds;
      const bool dated = (~lines_[i].holds & (Line::kColon | Line::kDigit)) == 0;
      if (own_ && (is_right_aligned(i, end) || (dated && heads_comment(start(i))))) return take(i);
      if (signed_ != Signed::no && ((holds & kMarks) || list_footer(start(i)) > 1) &&
          is_notice(i, end) && (signed_ == Signed::closed || !closed_below(end)))
        return take(i);
      if (!own_ && end > i + 1 && is_field_block(i, end, true))
        for (std::size_t k = i; k < end; ++k) lines_.decide(k, ZoneKind::footer);
      else
        read_own(i, end);
      i = end;
    }
  }

 private:
  enum class Signed : std::uint8_t { no, named, closed };

  std::string_view start(std::size_t i) const { return lines_.start(i).substr(0, kLongestLine); }
  bool closing(std::size_t i) const {
    return (lines_.ask(i, Question::closing, closing_of) & 1) != 0;
  }
  bool prose(std::size_t i) const { return lines_.ask(i, Question::prose, is_prose) == 1; }

  // Whether the author goes on in a paragraph, or signs in it.
  void read_own(std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
      const std::string_view line = start(k);
      if (own_ && closing(k))
        signed_ = Signed::closed;
      else if (own_ && end - begin == 1 && signed_ == Signed::no && line.size() < 40 &&
               word_count(line) < 3 && is_name(line) && !find_prefix(ticket_labels(), line))
        signed_ = Signed::named;
      else if ((!own_ || signed_ != Signed::no) && prose(k))
        own_ = true, signed_ = Signed::no;
    }
  }

  bool closed_below(std::size_t from) {
    if (!looked_)
      for (std::size_t k = lines_.size(); k-- > from && last_closing_ == 0;)
        if (lines_[k].open() && closing(k)) last_closing_ = k;
    looked_ = true;
    return last_closing_ >= from;
  }

  bool is_notice(std::size_t begin, std::size_t end) const {
    if (heads_notice(start(begin)) || is_menu(start(begin))) return true;
    if (is_field_block(begin, end, false)) return true;
    // A rule, and below it the number of the ticket.
    return is_rule(start(begin)) && end > begin + 1 && start(begin).size() > 5 &&
           has_id(start(begin + 1));
  }

  // Fields of a ticket line by line, with its number or a link to it.
  bool is_field_block(std::size_t begin, std::size_t end, bool strict) const {
    std::size_t known = 0, others = 0, links = 0;
    bool id = false;
    for (std::size_t k = begin; k < end; ++k) {
      const std::string_view line = start(k);
      const FieldLine field = lines_[k].holds & Line::kColon ? field_line(line) : FieldLine();
      if (k > begin + 1 && known == 0 && !field.known) return false;
      id = id || ((lines_[k].holds & Line::kDigit) && has_id(line));
      known += field.known ? 1 : 0;
      links += field.link ? 1 : 0;
      if (field.any || is_rule(line)) continue;
      // "Comments:", and below it what they are.
      if (known > 1 && last_of(start(k - 1)) == ':') break;
      if (++others > 1 || (k > begin && strict) || ends_sentence(line)) return false;
    }
    return (known > 1 && (id || (!strict && known > 2))) ||
           (!strict && known > 0 && links == end - begin);
  }

  // "  Queue: Mail" below "Subject: ...", with the colons in one column: nobody writes so.
  bool is_right_aligned(std::size_t begin, std::size_t end) const {
    std::size_t same = 1, indents = 0;
    std::size_t before = std::string_view::npos;  // where the colon of the line above stands
    for (std::size_t k = begin; k < end && end - begin > 2; ++k) {
      const std::size_t colon = lines_[k].holds & Line::kColon
                                    ? lines_.words(k).substr(0, 30).find(": ")
                                    : std::string_view::npos;
      const std::size_t here = colon == std::string_view::npos ? colon : colon + lines_.indent(k);
      const bool below = here == before && here != std::string_view::npos;
      same = below ? same + 1 : 1;
      indents = !below ? 0 : indents + (lines_.indent(k) != lines_.indent(k - 1) ? 1 : 0);
      if (same > 2 && indents > 1) return true;
      before = here;
    }
    return false;
  }

  // All from here on: the system's as far as it is fields alone, then what it tells.
  void take(std::size_t from) {
    bool told = false;
    for (std::size_t i = lines_.next_words(from); i < lines_.size(); i = lines_.next_words(i)) {
      std::size_t end = i + 1;
      while (end < lines_.size() && !lines_[end].blank) ++end;
      if (!told && lines_[i].open())
        told = heads_comment(start(i)) || !(is_notice(i, end) || is_link(start(i)));
      for (; i < end; ++i) lines_.decide(i, told ? ZoneKind::quote : ZoneKind::footer, told);
    }
  }

  Lines& lines_;
  std::size_t last_closing_ = 0;
  bool looked_ = false;  // for it
  bool own_ = false;     // a sentence of the author's was met
  Signed signed_ = Signed::no;
};

}  // namespace

void find_notices(Lines& lines) { NoticeFinder(lines).find(); }

}  // namespace dsk::mail
