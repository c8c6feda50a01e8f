#include "lexicon/phrase.hpp"

#include <algorithm>
#include <array>

#include "error.hpp"
#include "lexicon/inflect.hpp"
#include "text/words.hpp"
#include "utf8.hpp"

namespace dsk::lexicon {
namespace {

using Sequences = std::vector<Sequence>;

constexpr std::array<std::string_view, 6> kChanged = {"{match}", "{do}",   "{does}",
                                                      "{did}",   "{done}", "{doing}"};

// What people write who know regexes, and what says the same here.
struct Habit {
  std::string_view regex, instead;
};
constexpr auto kHabits = std::to_array<Habit>({
    {"\\b", "a phrase is made of whole words, so leave \\b out"},
    {"\\d", "write <number> instead of \\d"},
    {"\\w", "write <word> instead of \\w"},
    {"\\s", "write a space instead of \\s"},
    {"\\", "a mark stands for itself, without a \\ before it"},
    {".*", "write .. for a gap of up to three words, or ..5, instead of .*"},
    {".+", "write <word> for one word, or <word> .. for more, instead of .+"},
    {"(?:", "( ) groups already, so leave ?: out"},
    {"(?i", "case never matters here, so leave (?i) out"},
    {"[a-z", "in brackets stands what is meant instead; write <word> or <number> instead of [a-z]"},
    {"[A-Z", "in brackets stands what is meant instead; write <name> or <caps> instead of [A-Z]"},
    {"[0-9", "in brackets stands what is meant instead; write <number> instead of [0-9]"},
    {"[^", "in brackets stands what is meant instead; write <word> instead of [^…]"},
});

class Parser {
 public:
  explicit Parser(std::string_view pattern) : pattern_(pattern) {}

  Sequences run() {
    refuse_regexes();
    Sequences all = alternatives();
    if (at_ < pattern_.size()) fail("a ) with no ( before it");
    for (const Sequence& one : all) {
      if (one.elements.empty())
        fail("this pattern matches nothing at all; leave one part required");
      limit(one);
      if (one.elements.front().kind == Element::Kind::any && !one.at_start)
        fail("a pattern cannot begin with a gap, save after ^");
      if (!one.changes.empty() && mended(one).text.empty())
        fail("with what is in brackets nothing is left of this pattern");
    }
    return all;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw Error(Status::lexicon, why, 0, static_cast<std::uint32_t>(at_ + 1));
  }

  void refuse_regexes() {
    for (const Habit& habit : kHabits) {
      const std::size_t found = pattern_.find(habit.regex);
      if (found == pattern_.npos) continue;
      at_ = found;
      fail(std::string(habit.instead) + "; for a regex there is [[rule.regex]]");
    }
  }

  // a b | c d
  Sequences alternatives() {
    Sequences all = sequence();
    while (at_ < pattern_.size() && pattern_[at_] == '|') {
      ++at_;
      Sequences more = sequence();
      all.insert(all.end(), more.begin(), more.end());
      limit(all);
    }
    return all;
  }

  Sequences sequence() {
    Sequences so_far(1);
    for (;;) {
      while (at_ < pattern_.size() && pattern_[at_] == ' ') ++at_;
      if (at_ == pattern_.size() || pattern_[at_] == '|' || pattern_[at_] == ')') return so_far;
      so_far = join(so_far, item());
      limit(so_far);
    }
  }

  // One part, what is meant instead of it and the ? that may follow.
  Sequences item() {
    const char c = pattern_[at_];
    Sequences part;
    if (c == '^') {
      ++at_;
      part.emplace_back().at_start = true;
    } else if (c == '$') {
      ++at_;
      part.emplace_back().at_end = true;
    } else if (c == '(') {
      ++at_;
      if (++depth_ > 16) fail("brackets are nested too deep");
      part = alternatives();
      --depth_;
      if (at_ == pattern_.size()) fail("a ( is never closed");
      ++at_;
    } else if (c == '<') {
      part.push_back(single(Element::Kind::class_of, delimited('>')));
    } else if (c == '{') {
      for (const std::string& form : verb_forms(delimited('}')))
        part.push_back(words_of(form));
    } else if (c == '.' && pattern_.substr(at_, 2) == "..") {
      part = gap();
    } else {
      part.push_back(literal());
    }
    if (at_ < pattern_.size() && pattern_[at_] == '[') change(part);
    if (at_ < pattern_.size() && pattern_[at_] == '?') {
      ++at_;
      part.emplace_back();
    }
    return part;
  }

  void change(Sequences& part) {
    const std::size_t open = at_;
    const std::string text = delimited(']');
    const std::size_t close = at_;
    bool inflects = false;
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
      const std::string_view name = std::string_view(text).substr(at, text.find('}', at) + 1 - at);
      inflects = inflects || name != "{match}";
      if (std::find(kChanged.begin(), kChanged.end(), name) != kChanged.end()) continue;
      at_ = open + 1 + at;
      fail("in brackets stand words, {match}, {do}, {does}, {did}, {done} and {doing}");
    }
    at_ = open;
    for (Sequence& one : part) {
      if (one.elements.empty()) fail("brackets stand right behind the words that are wrong");
      if (!one.changes.empty()) fail("of these words brackets say already what is meant");
      if (inflects && one.elements.size() != 1) fail("there are forms of a single word only");
      one.changes.push_back({0, one.elements.size(), text});
    }
    at_ = close;
  }

  std::string delimited(char close) {
    const std::size_t begin = ++at_;
    while (at_ < pattern_.size() && pattern_[at_] != close) ++at_;
    if (at_ == pattern_.size()) fail(std::string("a missing ") + close);
    return std::string(pattern_.substr(begin, at_++ - begin));
  }

  Sequences gap() {
    at_ += 2;
    std::size_t most = 3;
    const auto is_digit = [&] {
      return at_ < pattern_.size() && pattern_[at_] >= '0' && pattern_[at_] <= '9';
    };
    if (is_digit()) {
      most = static_cast<std::size_t>(pattern_[at_++] - '0');
      if (most == 0 || is_digit()) fail("a gap is of one to nine words");
    }
    Sequences all(1);
    for (std::size_t length = 1; length <= most; ++length) {
      Sequence one = all.back();
      one.elements.push_back({Element::Kind::any, ""});
      all.push_back(one);
    }
    return all;
  }

  static Sequence single(Element::Kind kind, std::string text) {
    Sequence one;
    one.elements.push_back({kind, std::move(text)});
    return one;
  }

  // A run of letters, digits and apostrophes as the tokeniser cuts it, or one mark.
  Sequence literal() {
    const std::size_t begin = at_;
    while (at_ < pattern_.size() && std::string_view(" ()|<>{}[]^$?").find(pattern_[at_]) ==
                                        std::string_view::npos) {
      if (pattern_.substr(at_, 2) == "..") break;
      ++at_;
    }
    if (at_ == begin) fail(std::string("a stray ") + pattern_[at_]);
    return words_of(pattern_.substr(begin, at_ - begin));
  }

  static Sequence words_of(std::string_view text) {
    std::vector<Word> words;
    tokenise(text, {0, static_cast<std::uint32_t>(text.size())}, {}, words);
    Sequence one;
    for (const Word& word : words) {
      if (word.kind == WordKind::punctuation)
        one.elements.push_back({Element::Kind::mark, std::string(1, word.mark)});
      else
        one.elements.push_back({Element::Kind::word, fold(word.span.of(text))});
    }
    return one;
  }

  static std::string fold(std::string_view text) {
    std::string low = utf8::lower(text);
    for (std::size_t at = low.find("\u2019"); at != std::string::npos; at = low.find("\u2019"))
      low.replace(at, 3, "'");
    return low;
  }

  Sequences join(const Sequences& left, const Sequences& right) const {
    if (left.size() * right.size() > kMaxSequences) fail("this pattern means too many phrases");
    Sequences all;
    all.reserve(left.size() * right.size());
    for (const Sequence& a : left) {
      for (const Sequence& b : right) {
        if (a.at_end && !b.elements.empty()) fail("$ can only stand at the end");
        if (b.at_start && !a.elements.empty()) fail("^ can only stand at the beginning");
        Sequence both = a;
        for (Change change : b.changes) {
          change.first += a.elements.size();
          change.last += a.elements.size();
          both.changes.push_back(std::move(change));
        }
        both.elements.insert(both.elements.end(), b.elements.begin(), b.elements.end());
        limit(both);  // at once: thousands would grow word by word
        both.at_start = a.at_start || b.at_start;
        both.at_end = a.at_end || b.at_end;
        all.push_back(std::move(both));
      }
    }
    return all;
  }

  void limit(const Sequence& one) const {
    if (one.elements.size() > kMaxElements) fail("this pattern is too long");
  }
  void limit(const Sequences& all) const {
    if (all.size() > kMaxSequences) fail("this pattern means too many phrases");
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

// Words [first, last) of a phrase, as a Mend calls them.
std::string place(std::size_t first, std::size_t last) {
  return std::to_string(first) + (last == first + 1 ? "" : "-" + std::to_string(last - 1));
}

}  // namespace

Mended mended(const Sequence& sequence) {
  if (sequence.changes.empty()) return {};
  std::size_t first = sequence.changes.front().first, last = first;
  std::string text;
  const auto add = [&](const std::string& words) {
    if (!words.empty()) text.append(text.empty() ? "" : " ").append(words);
  };
  for (const Change& change : sequence.changes) {
    if (last < change.first) add('{' + place(last, change.first) + '}');
    last = change.last;
    std::string words = change.text;
    for (std::size_t at = words.find('{'); at != words.npos; at = words.find('{', at + 1)) {
      const std::size_t close = words.find('}', at);
      const bool as_written = words.compare(at, close - at, "{match") == 0;
      words.replace(at + 1, close - at - 1,
                    (as_written ? "" : words.substr(at + 1, close - at - 1) + ' ') +
                        place(change.first, change.last));
    }
    add(words);
  }
  // What is left out goes with the space beside it, so a neighbour that stays is written again.
  if (text.empty()) {
    if (last < sequence.elements.size() && sequence.elements[last].kind != Element::Kind::mark) {
      text = '{' + place(last, last + 1) + '}';
      ++last;
    } else if (first > 0) {
      --first;
      text = '{' + place(first, first + 1) + '}';
    } else {
      return {};
    }
  }
  return {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last), std::move(text)};
}

std::vector<Sequence> expand(std::string_view pattern) { return Parser(pattern).run(); }

}  // namespace dsk::lexicon
