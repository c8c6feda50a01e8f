// Answers that the author wrote between lines of another's, each behind the same tag: "[MT] Yes",
// "MT: yes", "==> yes". The tag was announced, or the answers were and the tag comes back.
#include <algorithm>
#include <string>

#include "mail/bytes.hpp"
#include "mail/fold.hpp"
#include "mail/quote_lines.hpp"
#include "mail/zone_words.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestTag = 20;
constexpr std::size_t kLongestAnnouncement = 300;

struct Tag {
  enum Kind : std::uint8_t { none, framed, label, arrow, marks };
  Kind kind = none;
  std::string_view all, name;  // "[MT]", "MT"
};

// "[MT] ", "<Al> ", "{Al} "
Tag framed_tag(std::string_view words) {
  const char close = words[0] == '[' ? ']' : words[0] == '<' ? '>' : '}';
  const std::size_t end = words.substr(0, kLongestTag).find(close);
  if (end == words.npos || end < 2 || end + 2 >= words.size() || words[end + 1] != ' ') return {};
  const std::string_view name = words.substr(1, end - 1);
  const bool plain = is_upper(name[0]) && std::all_of(name.begin(), name.end(), [](char c) {
                       return is_wordish(c) || c == ' ' || c == '/' || c == '.';
                     });
  return plain ? Tag{Tag::framed, words.substr(0, end + 1), name} : Tag{};
}

// "==> ", "*** ", "// ": two marks at least, and a word.
Tag marked_tag(std::string_view words) {
  const std::size_t end = words.substr(0, kLongestTag).find_first_not_of("=->*#/~+");
  if (end == words.npos || end < 2 || words[end] != ' ') return {};
  const std::string_view rest = trim(words.substr(end));
  return rest.empty() || !is_wordish(rest[0]) ? Tag{} : Tag{Tag::marks, words.substr(0, end), {}};
}

// "MT: ", "Ann Lee: ", "MT>> ", "MT] ", "MT - "
Tag named_tag(std::string_view words) {
  const std::string_view head = words.substr(0, kLongestTag);
  std::size_t end = 1, blanks = 0;
  for (; end < head.size() && (is_wordish(head[end]) || head[end] == ' '); ++end) {
    if (head[end] != ' ') continue;
    const char next = end + 1 < head.size() ? head[end + 1] : ' ';
    if (next == '-') break;
    if (!is_upper(next) || ++blanks > 1) return {};
  }
  if (end >= head.size()) return {};
  const std::string_view name = head.substr(0, end);
  std::size_t stop = end;
  while (stop < head.size() && head[stop] == '>') ++stop;
  if (stop > end)
    return stop < words.size() && words[stop] == ' ' ? Tag{Tag::arrow, head.substr(0, stop), name}
                                                     : Tag{};
  if (head[end] != ':' && head[end] != ']' && head.substr(end, 3) != " - ") return {};
  const std::size_t size = head[end] == ' ' ? 3 : 1;
  if (end + size >= words.size() || (size == 1 && words[end + 1] != ' ')) return {};
  return {Tag::label, head.substr(0, end + size), name};
}

Tag tag_of(std::string_view words) {
  if (words.size() < 4) return {};
  const char c = words[0];
  if (is_upper(c)) return named_tag(words);
  if (c == '[' || c == '<' || c == '{') return framed_tag(words);
  return is_wordish(c) ? Tag{} : marked_tag(words);
}

// "My answers stand below", but not "your answers below".
bool announces_answers(std::string_view words) {
  if (words.size() > kLongestAnnouncement || !holds_whole(below_words(), words)) return false;
  std::string_view last;
  const std::string line = folded(words);
  for (std::string_view rest = line; !(rest = trim(rest)).empty();) {
    std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size());
    while (!word.empty() && !is_wordish(word.back())) word.remove_suffix(1);
    if (find_word(answer_words(), word) && !find_word(your_words(), last)) return true;
    last = word;
  }
  return false;
}

class TagFinder {
 public:
  explicit TagFinder(Lines& lines) : lines_(lines), stop_(lines.size()) {}

  void find() {
    while (top_ < lines_.size() && (lines_[top_].blank || lines_[top_].open())) ++top_;
    read_announced();
    if (tags_.empty()) read_repeated();
    if (tags_.empty()) return;
    bool before = false;  // the line before was given back, and goes on
    for (std::size_t i = top_; i < stop_; ++i) {
      const std::string_view words = lines_.words(i);
      const bool goes_on = before && !words.empty() && is_lower(words[0]);
      before = lines_.is_quoted_below(i) && (is_tagged(i) || goes_on);
      if (!before) continue;
      lines_.give_back(lines_[i]);
      before = words.size() >= 55;
    }
    if (!repeated_) return;
    // What was asked needs no mark then, and "// yes" is no code.
    for (std::size_t i = 0, above = stop_; i < stop_; ++i) {
      if (lines_[i].blank) continue;
      if (lines_[i].open() && is_tagged(i)) {
        if (above < i && lines_[above].open() && last_of(lines_.start(above)) == '?')
          lines_.decide(above, ZoneKind::quote, 1);
        lines_.decide(i, ZoneKind::body);
      }
      above = i;
    }
  }

 private:
  static constexpr std::size_t kMost = 3;

  bool is_tagged(std::size_t i) const {
    const std::string_view words = lines_.words(i);
    return std::any_of(tags_.begin(), tags_.end(),
                       [&](std::string_view tag) { return words.substr(0, tag.size()) == tag; });
  }

  // "My answers are marked [MT]"
  void read_announced() {
    for (std::size_t i = 0; i < top_; ++i) {
      const std::string_view words = lines_.words(i);
      if (!(lines_[i].holds & Line::kCode)) continue;
      for (std::size_t at = words.find('[', 1); at < words.size() && tags_.size() < kMost;
           at = words.find('[', at + 1)) {
        const std::size_t close = words.substr(at, kLongestTag).find(']');
        if (close == words.npos || close < 2) continue;
        const std::string_view tag = words.substr(at, close + 1);
        if (has_only(tag.substr(1, close - 1), is_wordish) && !is_digit(tag[1]))
          tags_.push_back(tag);
      }
    }
  }

  struct Seen {
    Tag tag;
    std::size_t times = 0;     // that it stood in front of a line,
    std::size_t answered = 0;  // below one that has no tag,
    std::size_t asked = 0;     // and that is a question
    bool asks = false;         // it is the one who asks,
    bool quoted = false;       // or stands in what is another's already
  };

  // "My answers are below": the tag that comes back, each time below words without one.
  void read_repeated() {
    std::size_t tags = 0;
    constexpr unsigned kMarks =
        Line::kColon | Line::kCode | Line::kAddress | Line::kRule | Line::kSlash;
    for (std::size_t i = 0; i < lines_.size() && tags < 2; ++i)
      tags += ((lines_[i].holds & kMarks) || lines_.words(i).substr(0, 1) == "*") &&
                      is_candidate(i) && tag_of(lines_.words(i)).kind != Tag::none
                  ? 1
                  : 0;
    if (tags < 2 || !announced()) return;
    // Of the thread the last message alone is answered.
    std::size_t first = top_;
    while (first < lines_.size() && !lines_.is_quoted_below(first)) ++first;
    for (stop_ = std::min(first + 1, lines_.size()); stop_ < lines_.size(); ++stop_)
      if (lines_.is_quoted_below(stop_) && opens_message(lines_.words(stop_)) &&
          tag_of(lines_.words(stop_)).kind != Tag::framed)
        break;

    std::vector<Seen> seen;
    std::size_t above = stop_;  // the line of words before
    for (std::size_t i = 0; i < stop_; ++i) {
      if (lines_[i].blank) continue;
      const Tag tag = is_candidate(i) ? tag_of(lines_.words(i)) : Tag();
      if (tag.kind != Tag::none) {
        auto one = std::find_if(seen.begin(), seen.end(),
                                [&](const Seen& other) { return other.tag.all == tag.all; });
        if (one == seen.end() && seen.size() < 2 * kMost) one = seen.insert(one, Seen{tag});
        if (one != seen.end()) {
          ++one->times;
          one->answered += above < i ? 1 : 0;
          one->asked += above < i && last_of(lines_.start(above)) == '?' ? 1 : 0;
          one->quoted = one->quoted || !lines_[i].open();
          one->asks = one->asks || last_of(lines_.start(i)) == '?';
        }
      }
      above = tag.kind == Tag::none && is_candidate(i) ? i : stop_;
    }
    for (const Seen& one : seen)
      if (one.answered > 1 && is_mine(one) && tags_.size() < kMost) tags_.push_back(one.tag.all);
    repeated_ = true;
  }

  bool is_candidate(std::size_t i) const { return lines_[i].open() || lines_.is_quoted_below(i); }

  bool announced() const {
    for (std::size_t i = 0; i < top_; ++i)
      if (!lines_[i].blank && announces_answers(lines_.words(i))) return true;
    return false;
  }

  bool is_mine(const Seen& seen) const {
    if (!seen.quoted && seen.answered == seen.times) return true;
    if (seen.asked == seen.times && !(seen.tag.kind == Tag::arrow && seen.asks)) return true;
    if (seen.tag.kind == Tag::framed) return seen.asked > 0;
    return seen.tag.kind == Tag::label && names_author(seen.tag.name);
  }

  // By the name or its letters, by a colour, or as an answer.
  bool names_author(std::string_view name) const {
    const std::string tag = folded(name.substr(0, name.find(' ')));
    if (find_word(look_words(), tag) || find_word(answer_words(), tag)) return true;
    std::string letters;
    bool same_start = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank || lines_[i].open()) continue;
      if (lines_[i].kind != ZoneKind::attribution) break;
      if (field_of(lines_.words(i)).role != FieldRole::to) continue;
      const std::string who = folded(value_of(lines_.words(i)).substr(0, kLongestAnnouncement));
      for (std::string_view rest = who; !(rest = trim(rest)).empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(word.size());
        letters += word[0];
        same_start = same_start || (tag.size() > 1 && starts(word, tag));
      }
    }
    return same_start || (tag.size() > 1 && letters.find(tag) != letters.npos);
  }

  Lines& lines_;
  std::size_t top_ = 0;   // what the author wrote above everything else ends here
  std::size_t stop_ = 0;  // where an older message begins
  bool repeated_ = false;
  std::vector<std::string_view> tags_;
};

}  // namespace

void find_tagged(Lines& lines) { TagFinder(lines).find(); }

}  // namespace dsk::mail
