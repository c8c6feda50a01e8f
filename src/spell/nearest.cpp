// The words next to one in doubt, as far as a verdict depends on them: the best one, whether another
// comes close, and whether there is any at all. Suggesting looks further, and takes its time.
#include <algorithm>
#include <optional>

#include "spell/speller.hpp"

namespace dsk::spell {
namespace {

// Two slips at most are looked for, and only where one led nowhere.
constexpr Cost far_reach = one_slip + 80;
// Nodes read for one word. A second walk that would not get through is not begun: what it left out
// would be left out by the alphabet.
constexpr std::uint32_t most_nodes = 17500;
constexpr std::uint32_t most_before_second = most_nodes * 2 / 7;

}  // namespace

std::vector<Candidate> Speller::nearest(std::string_view word, const Context& context, Cost reach,
                                        bool far) const {
  std::optional<Search> words, terms;
  std::uint32_t budget = most_nodes;
  std::vector<Candidate> found;
  const auto walk = [&](Range range) {
    found.clear();
    range.slack = rivalry;
    if (word_finder_) {
      if (!words) words.emplace(*word_finder_, word);
      range.enough = 1;
      words->run(range, budget, found);
    }
    if (!term_finder_) return;
    range.enough = enough_candidates;  // the best may be taken out again: a brand named after a word
    range.extra = error_model().term;
    if (!found.empty()) range.reach = std::min(range.reach, range.once_found);
    for (const Candidate& one : found) {
      const int last = one.score + rivalry - range.extra;
      range.reach = static_cast<Cost>(std::clamp<int>(last, 0, range.reach));
    }
    if (!terms) terms.emplace(*term_finder_, word);
    add_terms(*terms, range, budget, found);
  };

  walk({.reach = reach, .spread = one_slip});
  std::vector<Candidate> known;
  add_known(word, context, known);
  const bool begin_second = most_nodes - budget <= most_before_second;
  if (found.empty() && known.empty() && far && begin_second) {
    // That something is there is soon known; what it is matters only if it may be one slip.
    walk({.reach = far_reach, .once_found = one_slip});
    far = std::any_of(found.begin(), found.end(),
                      [](const Candidate& one) { return one.slip <= one_slip; });
    if (far) walk({far_reach});
  } else if (found.empty() && !known.empty() && begin_second) {
    walk({far_reach});
  }
  found.insert(found.end(), known.begin(), known.end());
  std::sort(found.begin(), found.end(), better);
  return found;
}

}  // namespace dsk::spell
