// Suggestions: candidates of every kind, priced alike and put in order.
#include <algorithm>

#include "lexicon/inflect.hpp"
#include "spell/distance.hpp"
#include "spell/letters.hpp"
#include "spell/ranking.hpp"
#include "spell/speller.hpp"
#include "utf8.hpp"

namespace dsk::spell {
namespace {

// The first walk finds most slips and is the quickest; the last one goes as far as sense does.
constexpr Cost first_reach = 110;
constexpr Cost last_reach = 350;
// How much worse than the best one a candidate may be and still be looked for.
constexpr int margin = 75;
// How far one walk goes beyond the last.
constexpr int step = 80;
// Nodes read over all walks; what is out of it stays unfound rather than make anybody wait.
constexpr std::uint32_t most_nodes = 45000;
// A candidate that much worse than the best one is nobody's word.
constexpr int most_behind = 130;
// What it costs to inflect a verb by the rule where it has forms of its own.
constexpr int irregular = 42;
// From here on the best is so far off that a word no list has is looked for.
constexpr int poor = 110;

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

// Names and own words stand in no automaton.
void Speller::add_known(std::string_view word, const Context& context,
                        std::vector<Candidate>& out) const {
  if (context.known == nullptr || word.size() < 4) return;
  const std::size_t limit = word.size() < 6 ? 1 : 2;
  const bool ascii = is_ascii(word);
  std::size_t read = 0;
  for (const std::string& own : context.known->words()) {
    if (++read > 4000) return;
    // A letter is a byte, or up to four.
    const std::size_t gap = std::max(own.size(), word.size()) - std::min(own.size(), word.size());
    if (gap > 6 || (gap > limit && ascii && is_ascii(own))) continue;
    const std::size_t slips = distance(word, own, limit);
    if (slips > limit) continue;
    Candidate found;
    found.word = own;
    found.slip = static_cast<Cost>(85 * slips);
    found.score = found.slip + 20;
    found.rarity = 2;
    out.push_back(std::move(found));
  }
}

// "tesulted", "unefficient": a walk that forgave beginnings would have to look everywhere.
void Speller::add_beginnings(std::string_view word, std::vector<Candidate>& out) const {
  static constexpr std::pair<std::string_view, std::string_view> confused[] = {
      {"un", "in"}, {"im", "in"}, {"im", "em"}, {"in", "em"}, {"in", "en"},
      {"im", "en"}, {"pre", "per"}, {"dis", "des"}, {"de", "di"}, {"for", "fore"}};
  const auto add = [&](std::string form) {
    const unsigned rare = rarity(form);
    if (rare > 4) return;
    Candidate found;
    found.word = std::move(form);
    found.rarity = rare;
    found.score = last_reach;
    out.push_back(std::move(found));
  };
  if (word.size() < 4 || static_cast<unsigned char>(word[0]) >= 128) return;
  const std::string_view rest = word.substr(1);
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    add(letter + std::string(rest));
    add(letter + std::string(word));
  }
  add(std::string(rest));
  for (const auto& [one, other] : confused) {
    for (const auto& [typed, meant] : {std::pair(one, other), std::pair(other, one)}) {
      if (word.substr(0, typed.size()) != typed) continue;
      add(std::string(meant) + std::string(word.substr(typed.size())));
    }
  }
}

// "teached", "sended": a verb that does not go by the rule.
void Speller::add_irregular(std::string_view word, std::vector<Candidate>& out) const {
  if (!english_ || word.size() < 5 || word.substr(word.size() - 2) != "ed") return;
  const std::string_view stem = word.substr(0, word.size() - 2);
  const bool twin = stem[stem.size() - 1] == stem[stem.size() - 2];
  for (const std::string_view base :
       {stem, word.substr(0, word.size() - 1), twin ? stem.substr(0, stem.size() - 1) : stem}) {
    if (rarity(base) > 4) continue;
    const lexicon::VerbForms forms = lexicon::inflect(base);
    for (const std::string& form : {forms.past, forms.participle}) {
      const bool by_rule = form.size() > base.size() && form.substr(0, base.size()) == base;
      if (form == word || by_rule || rarity(form) > 4) continue;
      Candidate found;
      found.word = form;
      found.score = last_reach;
      found.rarity = rarity(form);
      // Another form of what was written, however different its letters.
      found.habit = irregular - Ranking(word).distance(form);
      out.push_back(std::move(found));
    }
  }
}

std::vector<Candidate> Speller::candidates(std::string_view word, const Context& context) const {
  const ErrorModel& model = error_model();
  std::vector<Candidate> found;
  if (std::string ordinal = right_ordinal(word); !ordinal.empty()) {
    found.resize(1);
    found[0].word = std::move(ordinal);
    return found;
  }
  std::uint32_t budget = most_nodes;
  Search search(finders_, word);
  std::vector<Candidate> others;
  for (const Parting& way : partings(word))
    others.push_back(way.candidate());
  add_beginnings(word, others);
  add_irregular(word, others);
  const bool hyphen = word.find('-') != std::string_view::npos;
  if (hyphen) add_hyphenated(word, others);
  else add_prefixed(word, others);
  add_known(word, context, others);
  int best_other = last_reach;
  for (const Candidate& one : others) best_other = std::min(best_other, one.score);
  const Cost slack = context.nearby != nullptr ? model.in_context : Cost{0};
  for (Cost reach = first_reach; budget > 0;) {
    found.clear();
    const std::uint32_t before = budget;
    search.run({reach, slack}, budget, found);
    std::sort(found.begin(), found.end(), better);
    const int best = found.empty() ? best_other : std::min(best_other, found[0].score);
    const int enough = found.size() < enough_candidates
                           ? int{last_reach}
                           : found[enough_candidates - 1].score + slack;
    // What was not found costs more than `reach`: look as far as the others may be of interest.
    const int wanted = std::min<int>({last_reach, best + margin, reach + step, enough});
    if (wanted <= reach) break;
    // A walk that would not get through is not begun: what it left out would be left out by
    // the alphabet.
    const std::uint32_t used = before - budget;
    if (used * 5 / 2 > budget) break;
    reach = static_cast<Cost>(wanted);
  }
  const bool far = !hyphen && english_ && (found.empty() || found[0].score > poor);
  if (far) add_other_endings(word, others);
  found.insert(found.end(), others.begin(), others.end());
  const Ranking ranking(word);
  for (Candidate& one : found) {
    one.score = ranking.distance(one.word) + Ranking::surprise(one.rarity, one.commonness) +
                one.habit;
  }
  std::sort(found.begin(), found.end(), better);
  add_forms(word, ranking, found);
  if (far) add_unlisted(word, ranking, found);
  if (context.nearby != nullptr) {
    for (Candidate& one : found) {
      if (context.nearby->has(one.word)) one.score -= model.in_context;
    }
  }
  std::sort(found.begin(), found.end(), better);
  return found;
}

std::vector<std::string> Speller::suggest(std::string_view word, const Context& context,
                                          std::size_t limit) const {
  const std::vector<Candidate> found = candidates(word, context);
  std::vector<std::string> words;
  for (const Candidate& one : found) {
    if (words.size() == limit || one.score > found.front().score + most_behind) break;
    std::string written = with_capitals_of(one.word, word);
    if (written == word) continue;
    const std::string folded = lower(written);
    if (std::none_of(words.begin(), words.end(),
                     [&](const std::string& other) { return lower(other) == folded; })) {
      words.push_back(std::move(written));
    }
  }
  return words;
}

}  // namespace dsk::spell
