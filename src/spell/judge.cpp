// What to make of one word in somebody's own sentence. Quiet before clever: a word that looks like
// an identifier, an acronym or a name is not a mistake.
#include <algorithm>

#include "spell/letters.hpp"
#include "spell/prefixes.hpp"
#include "spell/ranking.hpp"
#include "spell/speller.hpp"

namespace dsk::spell {

// How a word is written.
struct Shape {
  std::size_t letters = 0;
  std::size_t raised = 0;
  bool first_raised = false;
  bool inner_raised = false;  // a capital after a small letter: iPhone, OneDrive
  bool other = false;         // a digit, or a mark that words do not have
};

namespace {

// A word made by a prefix is one, unless a word as common as this is near it: "undefied".
constexpr std::uint32_t common_rarity = 2;
// What people have at hand while they write: rarer, and a term that no list has is as likely as a
// slip.
constexpr std::uint32_t plain_rarity = 4;
// From here on a word is known to the largest lists only.
constexpr std::uint32_t doubtful_rarity = 6;
// How far from it the common word is at most that was meant instead.
constexpr Cost likely_slip = 80;
// A shorter word with nothing within one slip is a name or a command: of 65 such words in real mail
// that have something two slips off, two were mistakes.
constexpr std::size_t far_letters = 7;
// How much better than the next one a word must be to be offered as what was meant.
constexpr int likelier = 10;
// Two letters that changed places, or a vowel for another.
constexpr Cost small_slip = 62;

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

// "USB", "VMs"
bool is_acronym(const Shape& shape) {
  return shape.raised > 1 && shape.raised + 1 >= shape.letters && shape.letters <= 6;
}

// The word without "'s", a final apostrophe, or a verb that was drawn to it: "someone'll".
std::string_view without_clitic(std::string_view word) {
  for (const std::string_view ending : {"s", "S", "", "ll", "ve", "d"}) {
    for (const std::string_view mark : {"'", "\u2019"}) {
      const std::size_t size = mark.size() + ending.size();
      // "i've" lacks its capital.
      if (word.size() <= size + (ending.size() > 1) ||
          word.substr(word.size() - ending.size()) != ending)
        continue;
      if (word.substr(word.size() - size, mark.size()) == mark)
        return word.substr(0, word.size() - size);
    }
  }
  return word;
}

// "hmmmm", "waaay", "hii", "soo": drawn out on purpose, or a sigh.
bool is_drawn_out(std::string_view word) {
  const std::u32string letters = decode(lower(word));
  static constexpr std::u32string_view sighs = U"aeiouhmwz";
  std::size_t run = 1;
  for (std::size_t i = 1; i < letters.size(); ++i) {
    run = letters[i] == letters[i - 1] ? run + 1 : 1;
    if (run >= 3 && sighs.find(letters[i]) != sighs.npos) return true;
  }
  return run >= 2 && letters.size() <= 3 && sighs.find(letters.back()) != sighs.npos;
}

// The two words that it was most likely meant to be, where a space may have been forgotten.
Candidate best_usual(const std::vector<Parting>& ways) {
  Candidate best;
  for (const Parting& way : ways) {
    if (!way.is_usual()) continue;
    Candidate one = way.candidate();
    one.score = Ranking::surprise(one.rarity, one.commonness) + one.habit;
    if (best.word.empty() || better(one, best)) best = std::move(one);
  }
  return best;
}

// Of what was found, the word that was most likely meant; empty where another is about as likely.
Candidate likeliest(std::string_view word, const std::vector<Candidate>& near,
                    const Candidate& apart) {
  std::vector<Candidate> rivals;
  for (const Candidate& one : near) {
    // What lies further off may not be the best of its kind: a walk ends with the first.
    if (one.slip > one_slip || one.score > near[0].score + rivalry) break;
    rivals.push_back(one);
  }
  if (!apart.word.empty()) rivals.push_back(apart);
  if (rivals.size() < 2) return rivals.empty() ? Candidate() : rivals[0];
  const Ranking ranking(word);
  for (Candidate& one : rivals)
    one.score = ranking.distance(one.word) + Ranking::surprise(one.rarity, one.commonness) +
                one.habit;
  std::sort(rivals.begin(), rivals.end(), better);
  return rivals[1].score < rivals[0].score + likelier ? Candidate() : rivals[0];
}

// What a word may be taken for. Every short string has short words near it, and what begins with a
// capital may be a name: `within` a sentence it is one, unless it is a long word with one letter
// wrong.
Likely likely_meant(const Shape& shape, bool within) {
  if (shape.letters <= 3) return {1, 60};
  if (within) return {2, 80};
  if (shape.first_raised) return {3, 95};
  return {};
}

// Is it sure enough which of those near the word was meant, or the two words `apart`, to say so?
Judgement weigh(std::string_view word, const Shape& shape, const std::vector<Candidate>& near,
                const Candidate& apart) {
  const Candidate& best = near[0];
  const Candidate guess = likeliest(word, near, apart);
  const bool small = guess.slip <= small_slip;
  if (guess.word.empty() || (shape.letters <= 3 && !small)) return {Verdict::unknown, {}};
  // "urself" is one letter from "ourself", which nobody writes; the first letter is seldom wrong.
  if (guess.rarity >= doubtful_rarity && lower(guess.word)[0] != lower(word)[0])
    return {Verdict::unknown, {}};
  // "teh" has many neighbours, and one that stands in every mail.
  const bool usual = small && shape.raised == 0 && guess.rarity == 0 &&
                     guess.commonness == most_common;
  const bool alone = best.slip <= one_slip &&
                     (near.size() == 1 || near[1].score > best.score + rivalry);
  // A word that is a small slip away may be a step rarer.
  const std::uint32_t rarest = small ? plain_rarity + 1 : plain_rarity;
  const bool certain = usual || (alone && guess.word == best.word && guess.rarity <= rarest);
  return {certain ? Verdict::near : Verdict::unknown, with_capitals_of(guess.word, word)};
}

}  // namespace

bool Speller::is_certain(std::string_view word) const {
  Note note;
  return has_form(words_, home_, word, &note) && note.rarity() < doubtful_rarity;
}

bool Speller::is_ordinary(std::string_view word) const {
  Note note;
  return has_form(words_, home_, word, &note) && note.rarity() < doubtful_rarity &&
         !note.has(Note::exact) && (home_ == 0 || note.has(other_) || !spelt_otherwise(word));
}

bool Speller::is_right(std::string_view word, const Context& context) const {
  if (knows(word) || knows_term(word)) return true;
  return context.known != nullptr && context.known->has(word);
}

// "mlopez" and "lopezm" where a Lopez is known: an account.
bool Speller::is_account(std::string_view word, const Context& context) const {
  constexpr std::size_t short_name = 3;
  if (context.known == nullptr || word.size() <= short_name) return false;
  const std::string_view inner = word.substr(1), front = word.substr(0, word.size() - 1);
  if (!context.known->has(inner) && !context.known->has(front)) return false;
  const std::vector<std::string>& all = context.known->words();
  return std::any_of(all.begin(), all.end(), [&](const std::string& own) {
    if (own.size() + 1 != word.size() || capitals(own) != Capitals::first) return false;
    const std::string small = lower(own);
    return small == inner || small == front;
  });
}

bool Speller::parts_are_right(std::string_view word, const Context& context) const {
  if (word.find('-') == std::string_view::npos) return false;
  while (true) {
    const std::size_t end = std::min(word.find('-'), word.size());
    const std::string_view part = word.substr(0, end);
    const bool begins = end < word.size() && goes_before_hyphen(lower(part));
    if (part.size() > 2 && !begins && !is_right(part, context)) return false;
    if (end == word.size()) return true;
    word.remove_prefix(end + 1);
  }
}

// Right, but so rare that a common word with one slip is likelier: "calender", "perviously".
bool Speller::is_doubtful(std::string_view word, const Context& context,
                          std::string& better) const {
  Note note;
  if (word.size() < 4 || !has_form(words_, home_, word, &note)) return false;
  if (note.rarity() < doubtful_rarity || knows_term(word)) return false;
  if (context.known != nullptr && context.known->has(word)) return false;
  // Most rare words have nothing likely near them: that much is known after a short walk.
  for (const Cost reach : {likely_slip, one_slip}) {
    const std::vector<Candidate> near = nearest(word, context, reach, false);
    const auto other = std::find_if(near.begin(), near.end(),
                                    [](const Candidate& one) { return one.slip != 0; });
    if (other == near.end() || is_same_word(word, other->word)) return false;
    // Short words have others near them by chance.
    const bool likely = word.size() < 5 ? other->rarity <= 1 && other->slip <= 62
                                        : other->rarity <= 3 && other->slip <= likely_slip;
    if (!likely) return false;
    better = with_capitals_of(other->word, word);
  }
  return true;
}

// Another form of something right: "server's", "backhauls", "post-mortem", "mlopez".
bool Speller::is_form_of_right(std::string_view word, std::string_view base, const Shape& shape,
                               const Context& context) const {
  if (base.size() != word.size() && is_right(base, context)) return true;
  if (parts_are_right(base, context) || is_plural_of_term(base, context) ||
      is_one_of_theirs(base, context))
    return true;
  const std::string joined = without_hyphens(base);
  if (joined.size() != base.size() && is_right(joined, context)) return true;
  return shape.raised == 0 && is_account(base, context);
}

// Right but for its capitals: "monday", "javascript"; else empty. A short acronym has every word
// that somebody mistyped near it.
std::string Speller::in_right_capitals(std::string_view word, const std::string& plain,
                                       const Shape& shape, const Context& context) const {
  for (const bool trade : {true, false}) {
    if (finders_.empty()) break;
    std::string form = trade ? finders_.back().in_other_capitals(plain, Note::term)
                             : finders_.front().in_other_capitals(plain, home_);
    if (form.empty()) continue;
    const bool acronym = capitals(form) == Capitals::all && shape.letters <= 4;
    if (acronym && !nearest(word, context, one_slip, false, {1, 69}).empty()) continue;
    return form;
  }
  return {};
}

Judgement Speller::judge(std::string_view word, const Context& context) const {
  if (std::string ordinal = right_ordinal(word); !ordinal.empty()) {
    if (ordinal == word) return {};
    return {Verdict::near, std::move(ordinal)};
  }
  const Shape shape = shape_of(word);
  if (shape.letters < 2 || shape.other || word.size() > 120) return {};
  if (is_right(word, context)) {
    std::string better;
    if (shape.raised == 0 && english_ && is_doubtful(word, context, better)) {
      return {Verdict::near, better};
    }
    return {};
  }
  const std::string_view base = without_clitic(word);
  if (is_form_of_right(word, base, shape, context)) return {};
  if (shape.inner_raised || is_acronym(shape)) return {};
  const std::string plain = fold_apostrophes(base);
  if (std::string form = in_right_capitals(word, plain, shape, context); !form.empty())
    return {Verdict::casing, std::move(form)};
  if (other_ != 0 && has_form(words_, other_, plain)) return {Verdict::variant, {}};
  return judge_unknown(word, base, shape, context);
}

// A word that nothing makes right: a slip, or what no dictionary can know.
Judgement Speller::judge_unknown(std::string_view word, std::string_view base, const Shape& shape,
                                 const Context& context) const {
  const bool within = shape.first_raised && !context.sentence_start;
  const bool name = within && shape.letters < 6;  // most likely
  if (name || is_drawn_out(base)) return {Verdict::strange, {}};
  const std::vector<Parting> ways = partings(base);
  const bool joined = std::any_of(ways.begin(), ways.end(),
                                  [](const Parting& way) { return way.is_of_long_words(); });
  // "configration" is no ration of a config.
  if (joined && nearest(word, context, small_slip, false, Likely{1, small_slip}).empty())
    return {Verdict::strange, {}};
  const Candidate apart = within || !english_ ? Candidate() : best_usual(ways);
  const bool far = shape.letters >= far_letters && !shape.first_raised && apart.word.empty();
  const std::vector<Candidate> near =
      nearest(word, context, one_slip, far, likely_meant(shape, within));
  if (near.empty()) {
    if (apart.word.empty()) return {Verdict::strange, {}};
    return {Verdict::unknown, with_capitals_of(apart.word, word)};
  }
  if (std::any_of(near.begin(), near.end(),
                  [&](const Candidate& one) { return is_same_word(base, one.word); }))
    return {Verdict::strange, {}};
  const bool common_near = near[0].slip <= one_slip && near[0].rarity <= common_rarity;
  if (!common_near && apart.word.empty() && is_prefixed(lower(base)))
    return {Verdict::strange, {}};
  return weigh(word, shape, near, apart);
}

}  // namespace dsk::spell
