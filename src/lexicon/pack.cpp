#include "lexicon/pack.hpp"

#include <algorithm>
#include <array>

namespace dsk::lexicon {
namespace {

constexpr std::array<std::string_view, 8> kKinds = {"phrase", "require",  "limit",     "pair",
                                                    "thread", "spelling", "mechanics", "ledger"};
constexpr std::array<std::string_view, kStages> kStageNames = {
    "unknown",  "first-reply", "asking",       "fixing",   "waiting",
    "refusing", "resolving",   "following-up", "broadcast"};

}  // namespace

std::string_view name(RuleKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::string_view name(Stage stage) { return kStageNames[static_cast<std::size_t>(stage)]; }

std::size_t stage_index(std::string_view name) {
  return static_cast<std::size_t>(
      std::find(kStageNames.begin(), kStageNames.end(), name) - kStageNames.begin());
}

ActId Pack::act(std::string_view wanted) const {
  const auto found = std::find_if(acts.begin(), acts.end(),
                                  [&](const Act& act) { return act.name == wanted; });
  return static_cast<ActId>(found - acts.begin());
}

}  // namespace dsk::lexicon
