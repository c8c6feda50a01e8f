// pair: an act that needs another close by, or (`forbidden`) must not meet it.
#include <algorithm>

#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kEdge = 3;  // sentences that make the ending

bool partner_near(const Job& job, std::uint32_t sentence) {
  const lexicon::Rule& rule = job.rule();
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  // What is needed may stand a sentence before; what is forbidden has to follow.
  const std::uint32_t first =
      rule.partner_forbidden || sentence == 0 ? sentence : sentence - 1;
  const std::uint32_t last = std::min(count, sentence + rule.window + 1);
  for (std::uint32_t near = first; near < last; ++near)
    if (job.acts().any_in(rule.partner, near)) return true;
  return false;
}

}  // namespace

void pair(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  const auto judge = [&](std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
    if (rule.where == lexicon::Where::ending && sentence + kEdge < count) return;
    if (partner_near(job, sentence) == rule.partner_forbidden) job.report(sentence, first, last);
  };
  for (const match::Hit& hit : job.hits().of(rule.phrases)) judge(hit.sentence, hit.first, hit.last);
  std::uint32_t done = kNoSentence;  // one finding a sentence
  for (const lexicon::ActId act : rule.acts) {
    for (const ActHit& hit : job.acts().of(act)) {
      if (hit.sentence == done) continue;
      done = hit.sentence;
      judge(hit.sentence, hit.first, hit.last);
    }
  }
}

}  // namespace dsk::rules
