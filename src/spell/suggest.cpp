// Suggestions: candidates of every kind, priced alike and put in order.
#include <algorithm>

#include "spell/distance.hpp"
#include "spell/letters.hpp"
#include "spell/speller.hpp"

namespace dsk::spell {
namespace {

// How far to look, step by step: most slips are found in the first walk, which is the quickest.
constexpr Cost reaches[] = {110, 180, 260, 350};
// Nodes read over all walks; what is out of it stays unfound rather than make anybody wait.
constexpr std::uint32_t most_nodes = 90000;
// A candidate that much worse than the best one is nobody's word.
constexpr int most_behind = 130;

bool better(const Candidate& a, const Candidate& b) {
  return a.score != b.score ? a.score < b.score : a.word < b.word;
}

}  // namespace

// "alot", "infact": two common words run together.
void Speller::add_splits(std::string_view word, std::vector<Candidate>& out) const {
  const ErrorModel& model = error_model();
  for (std::size_t at = 1; at < word.size(); ++at) {
    if ((static_cast<unsigned char>(word[at]) & 0xC0u) == 0x80u) continue;
    const std::string_view left = word.substr(0, at);
    const std::string_view right = word.substr(at);
    const auto single = [](std::string_view part) {
      return part.size() == 1 && part != "a" && part != "A" && part != "I";
    };
    if (single(left) || single(right) || right == "'s") continue;
    const unsigned first = rarity(left);
    const unsigned second = rarity(right);
    if (first > 2 || second > 2) continue;
    Candidate found;
    found.word = std::string(left) + ' ' + std::string(right);
    found.slip = model.split;
    // Short parts are words by chance.
    const int chance = left.size() < 3 || right.size() < 3 ? 25 : 0;
    found.score = model.split + model.rarity[first] + model.rarity[second] + chance;
    out.push_back(std::move(found));
  }
}

// Names and own words stand in no automaton.
void Speller::add_known(std::string_view word, const Context& context,
                        std::vector<Candidate>& out) const {
  if (context.known == nullptr || word.size() < 4) return;
  const std::size_t limit = word.size() < 6 ? 1 : 2;
  std::size_t read = 0;
  for (const std::string& own : context.known->words()) {
    if (++read > 4000) return;
    if (own.size() > word.size() + 6 || word.size() > own.size() + 6) continue;
    const std::size_t slips = distance(word, own, limit);
    if (slips > limit) continue;
    Candidate found;
    found.word = own;
    found.slip = static_cast<Cost>(85 * slips);
    found.score = found.slip + 20;
    out.push_back(std::move(found));
  }
}

std::vector<Candidate> Speller::candidates(std::string_view word, const Context& context,
                                           bool near_only) const {
  const ErrorModel& model = error_model();
  std::vector<Candidate> found;
  std::uint32_t budget = near_only ? most_nodes / 4 : most_nodes;
  for (const Cost reach : reaches) {
    found.clear();
    if (word_finder_) word_finder_->find(word, reach, 0, budget, found);
    if (term_finder_) term_finder_->find(word, reach, model.term, budget, found);
    if (near_only && (!found.empty() || reach == reaches[1])) break;
    if (budget == 0) break;
    int best = 1 << 20;
    for (const Candidate& one : found) best = std::min(best, one.score);
    if (reach >= best + 60) break;
  }
  if (!near_only) add_splits(word, found);
  add_known(word, context, found);
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
  const std::vector<Candidate> found = candidates(word, context, false);
  std::vector<std::string> words;
  for (const Candidate& one : found) {
    if (words.size() == limit || one.score > found.front().score + most_behind) break;
    std::string written = with_capitals_of(one.word, word);
    if (written == word) continue;
    if (std::find(words.begin(), words.end(), written) == words.end()) {
      words.push_back(std::move(written));
    }
  }
  return words;
}

}  // namespace dsk::spell
