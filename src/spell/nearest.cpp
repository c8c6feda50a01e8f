// The words next to one in doubt, as far as a verdict depends on them: the best one, whether
// another comes close, and whether there is any at all. Suggesting looks further, and takes its
// time.
#include <algorithm>
#include <limits>

#include "shortcuts.hpp"
#include "spell/memo.hpp"
#include "spell/row.hpp"
#include "spell/speller.hpp"

namespace dsk::spell {
namespace {

// Two slips at most are looked for, and only where one led nowhere. So far off, a name is near
// anything.
constexpr Range two_slips = {.reach = one_slip + 80, .names = false};
// One slip may be anywhere in a word; two are spread over it.
constexpr Cost anywhere = spell::far;
// Nodes read for one word. A second walk that would not get through is not begun: what it left out
// would be left out by the alphabet.
constexpr std::uint32_t most_nodes = 17500;
constexpr std::uint32_t most_before_second = most_nodes * 2 / 7;

}  // namespace

std::vector<Candidate> Speller::nearest(std::string_view word, const Context& context, Cost reach,
                                        bool far, const Likely& likely) const {
  std::vector<Candidate> known;
  add_known(word, context, known);
  const auto listed = [&](Cost reach, Beyond beyond) {
    std::vector<Candidate> found;
    const auto look = [&] {
      found = nearest_listed(word, reach, beyond);
      std::sort(found.begin(), found.end(), better);
    };
    if (!shortcuts || context.memo == nullptr) return look(), found;
    std::string key(word);
    key.push_back(static_cast<char>(reach));
    key.push_back(static_cast<char>(beyond));
    if (const std::vector<Candidate>* before = context.memo->find(key)) return *before;
    look();
    context.memo->keep(std::move(key), found);
    return found;
  };
  // Most names have nothing near that is likely: that much is known after a short walk.
  if (shortcuts && likely.slip < reach && known.empty() &&
      !likely.has(listed(likely.slip, Beyond::nothing))) {
    return {};
  }
  // Of a word that somebody knows here, all that comes close to it matters, even two slips off.
  std::vector<Candidate> found =
      listed(reach, !known.empty() ? Beyond::all : far ? Beyond::any : Beyond::nothing);
  found.insert(found.end(), known.begin(), known.end());
  std::sort(found.begin(), found.end(), better);
  if (!likely.has(found)) found.clear();
  return found;
}

std::vector<Candidate> Speller::nearest_listed(std::string_view word, Cost reach,
                                               Beyond beyond) const {
  if (!shortcuts) return all_listed(word, reach, beyond);
  Search search(finders_, word);
  std::uint32_t budget = most_nodes;
  std::vector<Candidate> found;
  const auto walk = [&](Range range) {
    found.clear();
    range.slack = rivalry;
    range.enough = 1;
    search.run(range, budget, found);
  };

  walk({.reach = reach, .spread = anywhere});
  if (!found.empty() || beyond == Beyond::nothing) return found;
  if (most_nodes - budget > most_before_second) return found;
  // What lies further off than one slip matters only where all of it does.
  Range far = two_slips;
  if (beyond == Beyond::any) far.once_found = 0;
  walk(far);
  return found;
}

// The same without a turn left out: everything within reach, however long it takes.
std::vector<Candidate> Speller::all_listed(std::string_view word, Cost reach,
                                           Beyond beyond) const {
  std::vector<Candidate> found;
  const auto walk = [&](Range range) {
    std::uint32_t budget = std::numeric_limits<std::uint32_t>::max();
    range.slack = std::numeric_limits<Cost>::max() / 2;  // nothing is too far behind the best
    Search(finders_, word).run(range, budget, found);
  };
  walk({.reach = reach, .spread = anywhere});
  if (found.empty() && beyond != Beyond::nothing) walk(two_slips);
  return found;
}

}  // namespace dsk::spell
