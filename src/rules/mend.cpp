// What a phrase of a pack says is meant instead of some of its words.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/inflect.hpp"
#include "match/matcher.hpp"
#include "rules/rewrite.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

// The verb that a word is a form of, of several the commonest; "" where that is not sure.
std::string base_of(const spell::Speller* speller, const std::string& form) {
  const std::vector<std::string> bases = lexicon::possible_bases(form);
  if (bases.size() == 1) return bases.front();
  if (!speller) return "";
  std::string best;
  unsigned least = ~0u;
  for (const std::string& base : bases) {
    const lexicon::VerbForms forms = lexicon::inflect(base);
    // Nouns stand here too: "users", "user".
    const bool all_words =
        speller->knows(base) && (form == forms.third || (speller->knows(forms.third) &&
                                                         speller->knows(forms.gerund)));
    const unsigned rarity = speller->rarity(base) + speller->rarity(forms.third);
    if (!all_words || rarity >= least) continue;
    best = base;
    least = rarity;
  }
  return best;
}

std::string form_of(const std::string& base, std::string_view like) {
  const lexicon::VerbForms forms = lexicon::inflect(base);
  return like == "do"     ? forms.base
         : like == "does" ? forms.third
         : like == "did"  ? forms.past
         : like == "done" ? forms.participle
                          : forms.gerund;
}

// The words of a phrase that was found.
class Phrase {
 public:
  explicit Phrase(const Target& target) : target_(target) {
    for (std::uint32_t at = target.first; at < target.last; ++at)
      if (!match::is_soft(it().words[at])) words_.push_back(at);
  }

  std::uint32_t word(std::uint32_t at) const { return words_[at]; }
  // Words [first, last) of it.
  Span span(std::uint32_t first, std::uint32_t last) const {
    return it().span_of(words_[first], words_[last - std::size_t{1}] + 1);
  }

  // Of "2", "2-4" or "did 2" what stands in its place; "" where there is nothing.
  std::string fill(std::string_view place) const {
    const std::size_t space = place.find(' ');
    const std::uint32_t first = number(place.substr(space + 1));
    const std::size_t dash = place.find('-');
    const std::uint32_t last = dash == place.npos ? first : number(place.substr(dash + 1));
    std::string text(it().of(span(first, last + 1)));
    if (space == place.npos) {
      std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
      return text;
    }
    const std::string base = base_of(target_.facts.speller, utf8::lower(text));
    return base.empty() ? "" : form_of(base, place.substr(0, space));
  }

 private:
  static std::uint32_t number(std::string_view digits) {
    std::uint32_t all = 0;
    for (std::size_t at = 0; at < digits.size() && digits[at] >= '0' && digits[at] <= '9'; ++at)
      all = all * 10 + static_cast<std::uint32_t>(digits[at] - '0');
    return all;
  }

  const Reading& it() const { return target_.reading(); }

  const Target& target_;
  std::vector<std::uint32_t> words_;
};

}  // namespace

std::optional<Edit> mended(const Target& target, const lexicon::Mend& mend) {
  const Phrase phrase(target);
  Edit edit;
  edit.span = phrase.span(mend.first, mend.last);
  for (std::size_t at = 0; at < mend.text.size();) {
    const std::size_t open = std::min(mend.text.find('{', at), mend.text.size());
    edit.replacement += mend.text.substr(at, open - at);
    if (open == mend.text.size()) break;
    const std::size_t close = mend.text.find('}', open);
    const std::string words = phrase.fill(mend.text.substr(open + 1, close - open - 1));
    if (words.empty()) return std::nullopt;
    edit.replacement += words;
    at = close + 1;
  }
  // "I'm agree" becomes "I agree": what a contraction leans on is written again, with a word of its
  // own.
  const Reading& it = target.reading();
  const std::uint32_t first = phrase.word(mend.first);
  const char mark = it.text[edit.span.begin];
  if (it.words[first].glued && (mark == '\'' || mark == '\xE2')) {
    const Span before = it.words[first - 1].span;
    edit.replacement.insert(0, std::string(it.of(before)) + ' ');
    edit.span.begin = before.begin;
  }
  edit.replacement = with_case_of(it.of(edit.span), std::move(edit.replacement));
  return edit;
}

}  // namespace dsk::rules
