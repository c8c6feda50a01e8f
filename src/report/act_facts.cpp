#include "report/act_facts.hpp"

namespace dsk {
namespace {

std::vector<ActHit> in_text_order(const Message& message) {
  const std::span<const ActHit> all = message.acts.all();
  std::vector<std::uint32_t> next(message.reading.words.size() + 1, 0);  // by first word
  for (const ActHit& hit : all) ++next[hit.first + 1];
  for (std::size_t at = 1; at < next.size(); ++at) next[at] += next[at - 1];
  std::vector<ActHit> ordered(all.size());
  for (const ActHit& hit : all) ordered[next[hit.first]++] = hit;
  return ordered;
}

}  // namespace

void each_act_fact(const Message& message, const lexicon::Language& language, Texts& texts,
                   const std::function<void(const ActFacts::One&)>& tell) {
  ActFacts::One one;
  for (const ActHit& hit : in_text_order(message)) {
    const Span span = message.reading.span_of(hit.first, hit.last);
    if (span != one.fact.body) {  // the same words often do more than one thing
      one.fact.body = span;
      one.fact.text = texts.keep(message.reading.of(span));
    }
    one.fact.name = language.acts()[hit.act].name;
    one.act = hit.act;
    one.sentence = hit.sentence;
    tell(one);
  }
}

ActFacts::ActFacts(const Message& message, const lexicon::Language& language) {
  all.reserve(message.acts.all().size());
  each_act_fact(message, language, texts, [&](const One& one) { all.push_back(one); });
}

}  // namespace dsk
