// What stands below the author's words: signatures, disclaimers, footers of phones and systems.
#include <algorithm>
#include <vector>

#include "mail/bytes.hpp"
#include "mail/ending_lines.hpp"
#include "mail/fold.hpp"
#include "mail/line_words.hpp"
#include "mail/zone_words.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestFooterLine = 1000;
constexpr std::size_t kLongestParagraph = 6000;
constexpr std::size_t kSignatureLines = 14;
constexpr std::size_t kReach = 40;  // lines in which a letter is closed
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// One run of the author's lines: [begin, end) of Lines, quotes excluded.
class EndingFinder {
 public:
  EndingFinder(Lines& lines, std::size_t begin, std::size_t end, bool last)
      : lines_(lines), begin_(begin), last_(last) {
    for (std::size_t i = begin; i < end; ++i)
      if (lines[i].open()) open_.push_back(i);
  }

  void find() {
    signed_ = signed_at();
    banner();
    delimiter();
    ticket_fields();
    system_footers();
    legal();
    devices();
    trailing_rules();
    below_closing();
    name_block();
    dashed_name();
  }

 private:
  // Everything open from open_[at] on.
  void cut(std::size_t at, ZoneKind kind) {
    for (std::size_t k = at; k < open_.size(); ++k) lines_.decide(open_[k], kind);
    open_.resize(std::min(at, open_.size()));
  }

  std::string_view words(std::size_t at) const { return lines_.words(open_[at]); }
  bool prose(std::size_t at) const { return lines_.ask(open_[at], Question::prose, is_prose) == 1; }
  bool name(std::size_t at) const { return lines_.ask(open_[at], Question::name, is_name) == 1; }
  int contact(std::size_t at) const {
    return lines_.ask(open_[at], Question::contact, contact_weight);
  }
  bool device_footer(std::size_t at) const {
    return lines_.ask(open_[at], Question::device_footer, is_device_footer) == 1;
  }
  bool closing(std::size_t at, bool& has_name) const {
    const int answer = lines_.ask(open_[at], Question::closing, closing_of);
    has_name = (answer & 2) != 0;
    return (answer & 1) != 0;
  }
  // The line that closes the letter, where a name or nothing of the author's follows.
  std::size_t signed_at() const {
    const std::size_t reach = open_.size() > kReach ? open_.size() - kReach : 0;
    for (std::size_t at = open_.size(); at-- > reach;) {
      bool has_name = false;
      if ((at > 0 || begin_ > 0) && closing(at, has_name) &&
          (has_name || (at + 1 < open_.size() && name(at + 1))))
        return at;
    }
    return kNone;
  }
  bool below_signing(std::size_t at) const { return signed_ != kNone && at > signed_; }
  bool paragraph_start(std::size_t at) const { return at == 0 || open_[at] != open_[at - 1] + 1; }

  // "-- " (RFC 3676 4.3), with and without its blank, and the dashes some clients make of it.
  void delimiter() {
    for (std::size_t at = 0; at < open_.size(); ++at) {
      std::string_view line = trim(words(at));
      while (ends(line, "\xC2\xA0")) line.remove_suffix(2);  // markup keeps the blank so
      const std::size_t left = open_.size() - at - 1;
      const bool two =
          line == "--" || line == "\xE2\x80\x94" || line == "\xE2\x80\x93" || line == "- -";
      if (two && (left <= 30 || lines_.words(open_[at]) == "-- ")) {
        cut(at, ZoneKind::signature);
        return;
      }
      // "-- Ann Lee" in one line, as the last of the text.
      if (starts(line, "-- ") && left <= 6 && at > 0 && word_count(line) <= 8 &&
          !is_prose(line.substr(3))) {
        cut(at, ZoneKind::signature);
        return;
      }
      // "---" or "***" above a name block
      const bool few = line.size() >= 3 && line.size() <= 4 &&
                       std::string_view("-=+*~").find(line[0]) != line.npos &&
                       line.find_first_not_of(line[0]) == line.npos;
      if (few && at > 0 && left > 0 && left <= 6 && block_below(at + 1)) {
        cut(at, ZoneKind::signature);
        return;
      }
      const bool underscores =
          line.size() >= 5 && line.find_first_not_of('_') == std::string_view::npos;
      if (underscores && at + begin_ > 0 && left <= 8 && left > 0 && short_tail(at + 1)) {
        cut(at, holds_footer(at + 1) ? ZoneKind::footer : ZoneKind::signature);
        return;
      }
    }
  }

  bool block_below(std::size_t from) const {
    for (std::size_t at = from; at < open_.size(); ++at)
      if (prose(at) || is_bullet(words(at))) return false;
    return name(from) || contact(from) > 0;
  }
  bool short_tail(std::size_t from) const {
    std::size_t sentences = 0;
    for (std::size_t at = from; at < open_.size(); ++at) sentences += prose(at) ? 1 : 0;
    return sentences <= 2;
  }
  bool holds_footer(std::size_t from) const {
    for (std::size_t at = from; at < open_.size(); ++at)
      if (words(at).size() < kLongestFooterLine && holds_any(list_footers(), words(at)))
        return true;
    return false;
  }

  // "[Classification: OFFICIAL]", "CAUTION: This email originated ...": what a gateway puts on top.
  void banner() {
    if (begin_ != 0 || open_.size() < 2 || !paragraph_start(1)) return;
    const std::string_view line = trim(words(0));
    const Entry* legal = find_prefix(legal_words(), line);
    const bool warning = legal && legal->value == 3 && prose(0);
    const bool framed = line.size() < 80 && line[0] == '[' && line.find(']') + 1 == line.size() &&
                        line.find(": ") != line.npos;
    if (!warning && !framed) return;
    lines_.decide(open_[0], ZoneKind::footer);
    open_.erase(open_.begin());
    if (signed_ != kNone) --signed_;
  }

  // "Ticket #4711", "Status: open" as the last paragraph: one number, and a field in each line
  // else. "Request 1: done" is a list of the author's.
  void ticket_fields() {
    if (open_.empty()) return;
    std::size_t first = open_.size() - 1;
    while (first > 0 && !paragraph_start(first)) --first;
    if (first == 0 || open_.size() - first < 2 || open_.size() - first > kSignatureLines) return;
    std::size_t numbers = 0, fields = first;
    // "Ticket details", and a rule below it
    if (is_rule(words(first + 1)) && word_count(words(first)) <= 4 &&
        find_prefix(ticket_labels(), trim(words(first))))
      fields += 2;
    for (std::size_t at = fields; at < open_.size(); ++at) {
      const std::string_view line = trim(words(at));
      const std::size_t mark = line.find_first_of(":#");
      const Entry* field = find_prefix(ticket_labels(), line);
      if (!field || mark > 24 || word_count(line) > 8) return;
      if (field->value == 1) continue;
      const std::string_view rest = line.substr(mark);
      const bool number = std::count_if(rest.begin(), rest.end(), is_digit) > 2 &&
                          std::none_of(rest.begin(), rest.end(), is_lower);
      if (!number || ++numbers > 1) return;
    }
    if (numbers == 1) cut(first, ZoneKind::footer);
  }

  // What lists, trackers and scanners add below, with the rule above it.
  void system_footers() {
    if (const std::size_t last = open_.size() - 1;
        open_.size() > 1 && paragraph_start(last) && is_token(trim(words(last))))
      cut(last, ZoneKind::footer);
    const std::size_t from = open_.size() > 12 ? open_.size() - 12 : 0;
    for (std::size_t at = from; at < open_.size(); ++at) {
      // Whoever closes his letter below it has written it.
      if (signed_ != kNone && at < signed_) continue;
      const bool below_rule = at > 0 && is_rule(words(at - 1));
      if (words(at).size() > kLongestFooterLine || !(below_rule || paragraph_start(at))) continue;
      const int sure = lines_.ask(open_[at], Question::list_footer, list_footer);
      if (sure == 0) continue;
      std::size_t first = at;
      bool rule = false;
      while (first > 0 && at - first < 3 && !rule && open_[first] == open_[first - 1] + 1) {
        if (!is_rule(words(first - 1))) break;
        rule = true;
        --first;
      }
      if (!rule && first > 0 && is_rule(words(first - 1))) {
        --first;
        rule = true;
      }
      // A sentence of the author may name a mailing list: only a paragraph of its own is a footer.
      if (!rule && (!paragraph_start(at) || at == 0)) continue;
      if (!rule && sure < 2 && (!below_signing(at) || is_postscript(words(at)))) continue;
      cut(first, ZoneKind::footer);
      return;
    }
  }

  // "[#ABC-12345]", "{#HS:20713-4#}": by what a system knows the mail again.
  static bool is_token(std::string_view line) {
    if (line.size() < 6 || line.size() > 40) return false;
    if ((line.front() != '[' || line.back() != ']') && (line.front() != '{' || line.back() != '}'))
      return false;
    line = line.substr(1, line.size() - 2);
    return std::any_of(line.begin(), line.end(), is_digit) &&
           std::all_of(line.begin(), line.end(), [](char c) {
             return is_upper(c) || is_digit(c) || c == '-' || c == '#' || c == ':' || c == '_';
           });
  }

  // Disclaimers stand at the end: from the last paragraph up, as long as they go on. A short line
  // between them (a company's name, its address) is theirs.
  void legal() {
    std::size_t first = open_.size();
    std::size_t end = open_.size();
    int others = 0;
    while (end > 0 && others < 3 && open_.size() - end < 80) {
      std::size_t at = end - 1;
      while (!paragraph_start(at)) --at;
      if (at == 0) break;
      if (is_legal(at, end)) {
        first = below_sign_off(at, end);
        others = 0;
      } else {
        const std::size_t size = lines_[open_[end - 1]].end - lines_[open_[at]].begin;
        others += size > 240 ? 3 : 1;  // so much is nobody's address
      }
      end = at;
    }
    if (first < open_.size()) cut(first, ZoneKind::disclaimer);
  }

  bool is_legal(std::size_t from, std::size_t to) const {
    constexpr std::size_t kMostLines = 127;
    Answers& answers = lines_.answers[open_[from]];
    const auto lines = static_cast<std::int8_t>(std::min(to - from, kMostLines));
    if (answers[Question::legal_lines] != lines || lines == kMostLines) {
      answers[Question::legal_lines] = lines;
      answers[Question::legal] = looks_legal(from, to);
    }
    // Below the name it takes less.
    return answers[Question::legal] > (below_signing(from) ? 0 : 1) && !is_postscript(words(from));
  }

  // Markup may leave no blank line between a sign-off and the disclaimer: where the second begins.
  std::size_t below_sign_off(std::size_t from, std::size_t to) const {
    std::size_t first = from;
    bool named = false;
    for (std::size_t at = from; at < to && !holds_any(legal_words(), words(at)); ++at)
      if (closing(at, named)) first = at + 1;
    if (first == from) return from;
    while (first + 1 < to && !prose(first) && !holds_any(legal_words(), words(first))) ++first;
    return first;
  }

  static bool is_postscript(std::string_view words) {
    const bool letters = starts(words, "ps") && (words.size() == 2 || !is_wordish(words[2]));
    return letters || starts(words, "p.s");
  }

  // 0, 1 where something is, 2 where it is sure.
  std::int8_t looks_legal(std::size_t from, std::size_t to) const {
    const std::uint32_t begin = lines_[open_[from]].content;
    const std::uint32_t end = lines_[open_[to - 1]].end;
    const std::string_view paragraph =
        lines_.text.substr(begin, std::min<std::size_t>(end - begin, kLongestParagraph));
    if (paragraph.size() < 30) return 0;
    int weight = 0;
    std::vector<const Entry*> seen;
    each_word(legal_words(), paragraph, [&](const Entry& legal, std::size_t) {
      if (std::find(seen.begin(), seen.end(), &legal) != seen.end()) return false;
      seen.push_back(&legal);
      weight += legal.value;
      return false;
    });
    const bool sure = weight >= 4 || (weight >= 3 && (seen.size() == 1 || paragraph.size() > 160));
    return sure ? 2 : weight >= 2 ? 1 : 0;
  }

  void devices() {
    for (std::size_t at = 0; at < open_.size(); ++at) {
      const bool alone = paragraph_start(at) || at + 1 == open_.size();
      if (!alone || !device_footer(at)) continue;
      lines_.decide(open_[at], ZoneKind::footer);
      if (at == 0 && begin_ == 0) {  // put above what is being written
        open_.erase(open_.begin());
        return;
      }
      // Nothing is written below a phone's footer but what was there before.
      bool more = false;
      for (std::size_t k = at + 1; k < open_.size() && !more; ++k) more = prose(k);
      cut(at, more ? ZoneKind::quote : ZoneKind::signature);
      return;
    }
  }

  void trailing_rules() {
    std::size_t size = open_.size();
    while (size > 0 && is_rule(words(size - 1))) --size;
    // One mark that says nothing ("-", a tracker's sign) counts here too.
    while (size > 0 && (words(size - 1) == "-" || words(size - 1) == "\xE1\x90\xA7" ||
                        is_rule(words(size - 1))))
      --size;
    if (size < open_.size() && (size > 0 || last_)) cut(size, ZoneKind::footer);
  }

  // Below "Kind regards" and the name stand title, company, telephone.
  void below_closing() {
    if (open_.empty()) return;
    const std::size_t reach = open_.size() > 20 ? open_.size() - 20 : 0;
    for (std::size_t at = open_.size(); at-- > reach;) {
      bool has_name = false;
      if (at == 0 && begin_ == 0) return;  // "Thanks!" opens a mail as well
      if (!closing(at, has_name)) continue;
      std::size_t below = at + 1;
      if (!has_name && below < open_.size()) {
        if (prose(below)) continue;
        bool another = false;
        while (below < open_.size() && closing(below, another)) ++below;
        if (below < open_.size() && contact(below) < 2) ++below;  // the name
      }
      std::size_t end = below;  // up to a postscript
      while (end < open_.size() && !(paragraph_start(end) && is_postscript(words(end)))) ++end;
      if (below >= end || end - below > kSignatureLines) return;
      int weight = 0;
      for (std::size_t k = below; k < end; ++k) {
        if (prose(k) && contact(k) == 0 && !slogan(k, below)) return;
        weight += contact(k);
      }
      const bool named = has_name || (below > at + 1 && name(below - 1));
      if (weight == 0 && !(named && end - below <= 4 && titled(below, end))) return;
      for (std::size_t k = below; k < end; ++k) lines_.decide(open_[k], ZoneKind::signature);
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(below),
                  open_.begin() + static_cast<std::ptrdiff_t>(end));
      return;
    }
  }

  // A sentence right between two lines of contact: "Ask me about training."
  bool slogan(std::size_t at, std::size_t from) const {
    return at > from && at + 1 < open_.size() && !paragraph_start(at) && !paragraph_start(at + 1) &&
           contact(at - 1) > 0 && contact(at + 1) == 2;
  }

  // Every line from `from` on is written like a name or a title: mostly capitals.
  bool titled(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      std::size_t capitals = 0;
      for (std::string_view rest = trim(words(at)); !rest.empty();)
        capitals += is_lower(take_word(rest)[0]) ? 0 : 1;
      if (capitals * 2 <= word_count(words(at))) return false;
    }
    return true;
  }

  // A block of name, title and telephone that nothing announces.
  void name_block() {
    if (open_.size() < 3) return;
    std::size_t first = open_.size() - 1;
    while (first > 0 && !paragraph_start(first)) --first;
    // The block may be broken by a blank line above its contact lines.
    for (int joins = 0; joins < 2 && first > 0; ++joins) {
      std::size_t before = first - 1;
      while (before > 0 && !paragraph_start(before)) --before;
      bool fits = before > 0;
      int weight = 0;
      for (std::size_t at = before; at < first && fits; ++at) {
        fits = !prose(at) && !is_bullet(words(at));
        if (fits) weight += contact(at);
      }
      if (!fits || (weight == 0 && !name(before))) break;
      first = before;
    }
    const std::size_t count = open_.size() - first;
    if (first == 0 || count < 2 || count > kSignatureLines) return;
    int weight = 0;
    std::size_t strong = 0;
    for (std::size_t at = first; at < open_.size(); ++at) {
      if (prose(at) || is_bullet(words(at))) return;
      const int one = contact(at);
      weight += one;
      strong += one == 2 ? 1 : 0;
    }
    std::size_t top = first;  // below a logo
    while (top + 1 < open_.size() && is_picture(words(top))) ++top;
    // "Ann Lee | Operations | Example Ltd"
    const std::size_t bar = words(top).find(" | ");
    const bool named =
        bar == std::string_view::npos ? name(top) : is_name(words(top).substr(0, bar));
    if ((named && weight >= 3 && strong >= 1) ||
        (strong >= 2 && strong * 2 >= count && contact(first) > 0 && count >= 3))
      cut(first, ZoneKind::signature);
  }

  // "-Ann Lee" as the last line.
  void dashed_name() {
    if (open_.size() < 2) return;
    const std::size_t at = open_.size() - 1;
    const std::string_view line = trim(words(at));
    const std::size_t dashes = line.find_first_not_of('-');
    if (dashes == line.npos || dashes < 1 || dashes > 2 || line[dashes] == ' ') return;
    if (!is_name(line.substr(dashes)) || word_count(line) > 4) return;
    cut(at, ZoneKind::signature);
  }

  Lines& lines_;
  std::size_t begin_;
  bool last_;
  std::size_t signed_ = kNone;
  std::vector<std::size_t> open_;
};

}  // namespace

void find_endings(Lines& lines) {
  // Runs of the author's lines between what is another's.
  std::size_t begin = 0;
  bool any = false;
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    const bool border = i == lines.size() || (lines[i].decided && !is_own(lines[i].kind) &&
                                              lines[i].kind != ZoneKind::code);
    if (!border) {
      any = any || lines[i].open();
      continue;
    }
    if (any) EndingFinder(lines, begin, i, i == lines.size()).find();
    begin = i + 1;
    any = false;
  }
}

}  // namespace dsk::mail
