// thread: something in the incoming message that calls for an answer here. Every finding shows both
// places.
#include <algorithm>
#include <array>

#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

// The rule's acts are looked for in the incoming message; its `partner` acts in the reply answer
// them. Without an answer, the finding stands at the reply's first words after the greeting.
void unanswered_signal(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const Message& incoming = *job.facts().incoming;
  const ActHit* cause = nullptr;
  for (const lexicon::ActId act : rule.acts) {
    const auto hits = incoming.acts.of(act);
    if (!hits.empty() && (!cause || hits.front().first < cause->first)) cause = &hits.front();
  }
  if (!cause || job.reading().sentences.empty()) return;
  // An answer counts where the reader meets it early: in the first sentences.
  const auto count = static_cast<std::uint32_t>(job.reading().sentences.size());
  const std::uint32_t until = std::min(count, rule.window);
  for (std::uint32_t at = 0; at < until; ++at)
    if (job.acts().any_in(rule.partner, at)) return;
  if (Finding* finding = job.report_mail())
    finding->related.push_back(
        {incoming.reading.span_of(cause->first, cause->last), true, "what they wrote"});
}

// The rule's phrases are right in general and wrong after an incoming message of this kind.
void wrong_after_signal(Job& job) {
  const lexicon::Rule& rule = job.rule();
  const Message& incoming = *job.facts().incoming;
  const ActHit* cause = nullptr;
  for (const lexicon::ActId act : rule.when_acts)
    if (!incoming.acts.of(act).empty()) cause = &incoming.acts.of(act).front();
  if (!cause) return;
  const auto tell = [&](std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
    if (Finding* finding = job.report(sentence, first, last))
      finding->related.push_back(
          {incoming.reading.span_of(cause->first, cause->last), true, "what they wrote"});
  };
  for (const match::Hit& hit : job.hits().of(rule.phrases)) tell(hit.sentence, hit.first, hit.last);
  for (const lexicon::ActId act : rule.acts)
    for (const ActHit& hit : job.acts().of(act)) tell(hit.sentence, hit.first, hit.last);
}

struct Named {
  std::string_view name;
  void (*run)(Job&);
};
constexpr std::array kChecks = std::to_array<Named>({
    {"unanswered-signal", unanswered_signal},
    {"wrong-after-signal", wrong_after_signal},
});

}  // namespace

void thread(Job& job) {
  if (!job.facts().incoming) return;
  for (const Named& one : kChecks)
    if (one.name == job.rule().check) return one.run(job);
}

}  // namespace dsk::rules
