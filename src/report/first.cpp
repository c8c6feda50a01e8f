#include "report/first.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace dsk {
namespace {

using lexicon::Level;

std::tuple<bool, int, bool> rank(const ReportedFinding& it) {
  return {!it.blocks, -static_cast<int>(it.level), it.fixes.empty()};
}

bool tell_the_same(const ReportedFinding& it, const ReportedFinding& that) {
  const bool same_sentence = it.sentence != kNoSentence && it.sentence == that.sentence;
  const std::string_view family = it.rule->rule->family;
  return same_sentence || it.rule == that.rule ||
         (!family.empty() && family == that.rule->rule->family);
}

}  // namespace

void choose_first(Report& report) {
  const std::vector<ReportedFinding>& all = report.findings;
  std::vector<std::uint32_t>& first = report.first;
  const auto is_told = [&](const ReportedFinding& it) {
    return std::any_of(first.begin(), first.end(),
                       [&](std::uint32_t other) { return tell_the_same(it, all[other]); });
  };
  enum class Of { errors_apart, errors, others_apart };
  for (const Of which : {Of::errors_apart, Of::errors, Of::others_apart}) {
    while (first.size() < kFirst) {
      std::optional<std::uint32_t> best;
      for (std::uint32_t at = 0; at < all.size(); ++at) {
        const ReportedFinding& it = all[at];
        if (it.level == Level::coach || (it.level == Level::error) != (which != Of::others_apart))
          continue;
        if (std::find(first.begin(), first.end(), at) != first.end()) continue;
        if (which != Of::errors && is_told(it)) continue;
        if (!best || rank(it) < rank(all[*best])) best = at;
      }
      if (!best) break;
      first.push_back(*best);
    }
  }
}

}  // namespace dsk
