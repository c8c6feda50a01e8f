// Answers that the author wrote into what is quoted: by the looks that were announced, a colour or
// bold letters, or by a colour in which question after question is answered.
#include <algorithm>
#include <string>

#include "mail/bytes.hpp"
#include "mail/fold.hpp"
#include "mail/quote_lines.hpp"
#include "mail/zone_words.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

struct Parts {
  int red, green, blue;

  explicit Parts(std::uint32_t colour)
      : red(static_cast<int>(colour >> 16U & 255U)),
        green(static_cast<int>(colour >> 8U & 255U)),
        blue(static_cast<int>(colour & 255U)) {}
  int most() const { return std::max({red, green, blue}); }
  int vivid() const { return most() - std::min({red, green, blue}); }
};

// The colours people have names for, by their place on the wheel; 0 for greys.
unsigned hues_of(std::uint32_t colour) {
  const Parts of(colour);
  const int span = of.vivid();
  if (colour == Look::kPlain || span < 48) return 0;
  const int degrees = of.most() == of.red     ? (360 + 60 * (of.green - of.blue) / span) % 360
                      : of.most() == of.green ? 120 + 60 * (of.blue - of.red) / span
                                              : 240 + 60 * (of.red - of.green) / span;
  unsigned hues = 0;
  const auto within = [&](int from, int to, unsigned hue) {
    if (from <= degrees && degrees <= to) hues |= hue;
  };
  within(0, 20, kRed);
  within(335, 360, kRed);
  within(15, 50, kOrange);
  within(45, 70, kYellow);
  within(70, 185, kGreen);
  within(170, 260, kBlue);
  within(250, 335, kPurple);
  return hues;
}

// "My answers are in red": the looks that a line announces; 0 for none.
unsigned announced_looks(std::string_view words) {
  const std::string line = folded(words);
  unsigned looks = 0;
  bool answers = false;
  std::string_view last, before;
  for (std::string_view rest = line; !(rest = trim(rest)).empty();) {
    std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size());
    while (!word.empty() && !is_wordish(word.back())) word.remove_suffix(1);
    while (!word.empty() && !is_wordish(word.front())) word.remove_prefix(1);
    const Entry* known = find_word(look_words(), word);
    const bool inside =
        find_word(look_prepositions(), last) || find_word(look_prepositions(), before);
    if (known && inside) looks |= static_cast<unsigned>(known->value);
    if (find_word(answer_words(), word) && !find_word(your_words(), last)) answers = true;
    before = last;
    last = word;
  }
  return answers ? looks : 0;
}

class AnswerFinder {
 public:
  explicit AnswerFinder(Lines& lines) : lines_(lines) {}

  // "See my answers in red": so are lines of what is quoted that stand in it from end to end.
  void tinted(const std::vector<Tint>& tints) {
    if (tints.empty()) return;
    unsigned looks = 0;
    std::size_t i = 0;
    for (; i < lines_.size() && (lines_[i].blank || lines_[i].open()); ++i)
      if (!lines_[i].blank && lines_[i].end - lines_[i].content <= kLongestAnnouncement)
        looks |= announced_looks(lines_.words(i));
    if (looks == 0) return paired(i, tints);
    // Of two reds the author's is the louder one.
    Look mine;
    for_tinted(i, lines_.size(), tints, [&](Line&, const Look& look) {
      const bool fits = looks & hues_of(look.colour);
      if (fits &&
          (mine.colour == Look::kPlain || Parts(look.colour).vivid() > Parts(mine.colour).vivid()))
        mine.colour = look.colour;
    });
    mine.bold = looks & kBold;
    if (mine.plain()) return;
    for_tinted(i, lines_.size(), tints, [&](Line& line, const Look& look) {
      const bool coloured = mine.colour != Look::kPlain && look.colour == mine.colour;
      if (coloured || (mine.bold && look.bold)) lines_.give_back(line);
    });
  }

 private:
  static constexpr std::size_t kLongestAnnouncement = 500;

  // "See below", and in the first of the quoted messages two questions at least have an answer in
  // the one colour it has, which stands nowhere else: nobody but the author can have put it there.
  void paired(std::size_t first, const std::vector<Tint>& tints) {
    bool below = false;
    for (std::size_t i = 0; i < first && !below; ++i)
      below = !lines_[i].blank && lines_[i].end - lines_[i].content <= kLongestAnnouncement &&
              holds_whole(below_words(), lines_.words(i));
    if (!below) return;
    while (first < lines_.size() && (lines_[first].blank || !lines_.is_quoted_below(first)))
      ++first;
    std::size_t stop = first;
    const auto goes_deeper = [&](const Line& line) {
      return line.depth != lines_[first].depth || opens_message(line.words(lines_.text));
    };
    while (stop < lines_.size() &&
           (lines_[stop].blank || (lines_.is_quoted_below(stop) && !goes_deeper(lines_[stop]))))
      ++stop;
    if (first == stop) return;
    const std::uint32_t begin = lines_[first].begin, end = lines_[stop - 1].end;
    Look mine;
    std::size_t answers = 0, last = 0;  // where the last of them ends
    for (const Tint& tint : tints) {
      if (tint.span.begin < begin || tint.span.end > end || !hues_of(tint.look.colour)) continue;
      const std::string_view words = trim(tint.span.of(lines_.text));
      if (words.empty() || (words.find(' ') == words.npos && words.find("://") != words.npos))
        continue;  // a link
      std::size_t at = tint.span.begin;
      while (at > begin && is_space(lines_.text[at - 1])) --at;
      const bool goes_on = answers > 0 && at <= last;
      if (mine.colour == Look::kPlain) mine.colour = tint.look.colour;
      if (mine.colour != tint.look.colour) return;
      if (!goes_on && (at == begin || lines_.text[at - 1] != '?')) return;
      answers += goes_on ? 0 : 1;
      last = tint.span.end;
    }
    if (answers < 2) return;
    for_tinted(first, stop, tints, [&](Line& line, const Look& look) {
      if (look.colour == mine.colour) lines_.give_back(line);
    });
  }

  // The quoted lines from `i` on that have one look from end to end.
  template <class Take>
  void for_tinted(std::size_t i, std::size_t stop, const std::vector<Tint>& tints, Take take) {
    std::size_t tint = 0;
    for (; i < stop; ++i) {
      Line& line = lines_[i];
      if (line.blank || !lines_.is_quoted_below(i)) continue;
      const std::string_view words = trim(lines_.words(i));
      const std::size_t end = line.content + words.size();
      while (tint < tints.size() && tints[tint].span.end <= line.content) ++tint;
      if (tint == tints.size()) return;
      if (tints[tint].span.begin <= line.content && tints[tint].span.end >= end)
        take(line, tints[tint].look);
    }
  }

  Lines& lines_;
};

}  // namespace

void find_answers(Lines& lines, const std::vector<Tint>& tints) {
  AnswerFinder finder(lines);
  finder.tinted(tints);
}

}  // namespace dsk::mail
