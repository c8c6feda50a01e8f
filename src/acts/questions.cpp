#include "acts/questions.hpp"

#include <algorithm>

#include "rules/facts.hpp"

namespace dsk {
namespace {

QuestionKind kind_of(const Message& message, std::uint32_t sentence, std::uint32_t from) {
  // The first word of a kind decides: "When it prints, how much ink ..." asks how much.
  const struct {
    std::string_view name;
    QuestionKind kind;
  } kinds[] = {{"asks-how-much", QuestionKind::how_much}, {"asks-how", QuestionKind::how},
               {"asks-when", QuestionKind::when},         {"asks-where", QuestionKind::where},
               {"asks-who", QuestionKind::who},           {"asks-why", QuestionKind::why},
               {"asks-what", QuestionKind::open}};
  for (const auto& one : kinds)
    for (const ActHit& hit : message.acts.named(one.name))
      if (hit.sentence == sentence && hit.first >= from) return one.kind;
  return QuestionKind::yes_no;
}

bool same_terms(const Question& a, const Question& b) {
  return !a.terms.empty() && a.terms.size() == b.terms.size() &&
         std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(),
                    [](const Term& x, const Term& y) { return x.key == y.key; });
}

}  // namespace

std::vector<Question> read_questions(const Message& message, const Terms& terms) {
  std::vector<Question> found;
  const std::vector<Sentence>& sentences = message.reading.sentences;
  for (std::uint32_t at = 0; at < sentences.size(); ++at) {
    const Sentence& sentence = sentences[at];
    Question question;
    question.sentence = at;
    std::uint32_t from = sentence.first;
    if (sentence.ending != Ending::question) {
      const auto hits = message.acts.named("indirect-question");
      const auto hit = std::find_if(hits.begin(), hits.end(),
                                    [&](const ActHit& one) { return one.sentence == at; });
      if (hit == hits.end()) continue;
      question.indirect = true;
      from = hit->first;
    }
    if (message.acts.has_in("rhetorical", at)) continue;
    question.span = {message.reading.words[from].span.begin, sentence.span.end};
    question.terms = terms.within(from, sentence.last);
    question.kind = kind_of(message, at, from);
    const bool repeated = std::any_of(found.begin(), found.end(), [&](const Question& other) {
      return same_terms(question, other);
    });
    if (!repeated) found.push_back(std::move(question));
  }
  return found;
}

}  // namespace dsk
