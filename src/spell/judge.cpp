// What to make of one word in somebody's own sentence. Quiet before clever: a word that looks like
// an identifier, an acronym or a name is not a mistake.
#include <algorithm>

#include "spell/letters.hpp"
#include "spell/speller.hpp"

namespace dsk::spell {
namespace {

struct Shape {
  std::size_t letters = 0;
  std::size_t raised = 0;
  bool first_raised = false;
  bool inner_raised = false;  // a capital after a small letter: iPhone, OneDrive
  bool other = false;         // a digit, or a mark that words do not have
};

Shape shape_of(std::string_view word) {
  Shape shape;
  bool after_small = false;
  for (std::size_t at = 0; at < word.size();) {
    const bool first = at == 0;
    const char32_t letter = next_letter(word, at);
    if (is_letter(letter)) {
      ++shape.letters;
      if (is_upper(letter)) {
        ++shape.raised;
        shape.first_raised = shape.first_raised || first;
        shape.inner_raised = shape.inner_raised || after_small;
      }
      after_small = !is_upper(letter);
    } else {
      if (!is_apostrophe(letter) && letter != U'-') shape.other = true;
      after_small = false;
    }
  }
  return shape;
}

// The word without "'s" or a final apostrophe.
std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "\u2019s", "'S", "\u2019S", "'", "\u2019"}) {
    if (word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  return word;
}

}  // namespace

bool Speller::is_right(std::string_view word, const Context& context) const {
  if (knows(word) || knows_term(word)) return true;
  return context.known != nullptr && context.known->has(word);
}

bool Speller::parts_are_right(std::string_view word, const Context& context) const {
  if (word.find('-') == std::string_view::npos) return false;
  while (true) {
    const std::size_t end = std::min(word.find('-'), word.size());
    const std::string_view part = word.substr(0, end);
    if (part.size() > 2 && !is_right(part, context)) return false;
    if (end == word.size()) return true;
    word.remove_prefix(end + 1);
  }
}

Judgement Speller::judge(std::string_view word, const Context& context) const {
  const Shape shape = shape_of(word);
  if (shape.letters < 2 || shape.other || word.size() > 120) return {};
  if (is_right(word, context)) return {};
  const std::string_view base = without_possessive(word);
  if (base.size() != word.size() && is_right(base, context)) return {};
  if (parts_are_right(base, context)) return {};
  if (shape.inner_raised) return {};
  if (shape.raised > 1 && shape.raised + 1 >= shape.letters && shape.letters <= 6) return {};

  // Right but for its capitals: "monday", "javascript".
  const std::string raised = title(base);
  if (is_right(raised, {})) return {Verdict::casing, raised};
  if (other_ != 0 && has_form(words_, other_, base)) return {Verdict::variant, {}};

  const std::vector<Candidate> near = candidates(word, context, true);
  if (near.empty()) {
    return shape.first_raised && !context.sentence_start ? Judgement{}
                                                         : Judgement{Verdict::unknown, {}};
  }
  const bool alone = near.size() == 1 || near[1].score > near[0].score + 40;
  if (alone) return {Verdict::near, with_capitals_of(near[0].word, word)};
  return {Verdict::unknown, {}};
}

}  // namespace dsk::spell
