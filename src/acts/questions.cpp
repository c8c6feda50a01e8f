#include "acts/questions.hpp"

#include <algorithm>

#include "acts/message.hpp"

namespace dsk {
namespace {

struct Clause {
  std::uint32_t first = 0, last = 0;
};

// "I move to Leeds in May, can I take my screens along?": the question begins behind the comma,
// where what stands before it asks nothing and puts no condition.
std::uint32_t after_statement(const Message& message, std::uint32_t sentence, std::uint32_t from) {
  const auto begins = message.acts.named_in("begins-question", sentence);
  const auto behind = message.acts.named_in("question-after-comma", sentence);
  if (behind.empty() || begins.empty()) return from;
  const std::uint32_t start = behind.front().first + 1;
  return start > from && begins.front().first >= start ? start : from;
}

// "Why was it locked, and how do I get in?" asks twice: at each "and" that a word of asking
// follows, a new clause begins. At an "or" none does, since one side answers both.
std::vector<Clause> clauses_of(const Message& message, std::uint32_t sentence, std::uint32_t from,
                               const lexicon::Language& language) {
  const Reading& reading = message.reading;
  std::vector<std::uint32_t> starts = {from};
  for (const ActHit& hit : message.acts.named_in("begins-question", sentence)) {
    if (hit.first <= starts.back() + 1) continue;
    const std::uint64_t before = reading.words[hit.first - 1].hash;
    if (language.in_class(before, "and")) starts.push_back(hit.first);
  }
  if (starts.size() == 1) starts.front() = after_statement(message, sentence, from);
  std::vector<Clause> clauses;
  for (std::size_t at = 0; at < starts.size(); ++at) {
    const bool last = at + 1 == starts.size();
    clauses.push_back({starts[at], last ? reading.sentences[sentence].last : starts[at + 1] - 1});
  }
  return clauses;
}

// The first word of asking decides, and of two there the longer: "How long …", "It prints, but how
// much ink …".
QuestionKind kind_of(const Message& message, std::uint32_t sentence, const Clause& clause) {
  const struct {
    std::string_view name;
    QuestionKind kind;
  } kinds[] = {{"asks-help", QuestionKind::help}, {"asks-how-much", QuestionKind::how_much},
               {"asks-when", QuestionKind::when}, {"asks-where", QuestionKind::where},
               {"asks-who", QuestionKind::who},   {"asks-why", QuestionKind::why},
               {"asks-how", QuestionKind::how},   {"asks-what", QuestionKind::open}};
  QuestionKind found = QuestionKind::yes_no;
  const ActHit* first = nullptr;
  for (const auto& one : kinds)
    for (const ActHit& hit : message.acts.named_in(one.name, sentence)) {
      if (hit.first < clause.first || hit.first >= clause.last) continue;
      if (first && (hit.first > first->first ||
                    (hit.first == first->first && hit.last <= first->last)))
        continue;
      first = &hit;
      found = one.kind;
    }
  return found;
}

bool same_terms(const Question& a, const Question& b) {
  return !a.terms.empty() && a.terms.size() == b.terms.size() &&
         std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(),
                    [](const Term& x, const Term& y) { return x.key == y.key; });
}

// "The box in the cellar (the server?) beeps": a doubt in brackets asks nothing.
bool is_aside(const Reading& reading, const Sentence& sentence) {
  bool open = false;
  for (std::uint32_t at = sentence.first + 1; at < sentence.last; ++at) {
    const char mark = reading.words[at].mark;
    if (mark == '?' && open) return true;
    open = mark == '(' || (open && mark != ')');
  }
  return false;
}

}  // namespace

std::vector<Question> read_questions(const Message& message, const Terms& terms,
                                     const lexicon::Language& language) {
  std::vector<Question> found;
  const std::vector<Sentence>& sentences = message.reading.sentences;
  for (std::uint32_t at = 0; at < sentences.size(); ++at) {
    const Sentence& sentence = sentences[at];
    bool indirect = false;
    std::uint32_t from = sentence.first;
    if (sentence.ending != Ending::question) {
      const auto hits = message.acts.named_in("indirect-question", at);
      if (hits.empty()) continue;
      indirect = true;
      from = hits.front().first;
    }
    if (message.acts.has_in("rhetorical", at) || is_aside(message.reading, sentence)) continue;
    const bool terse = message.acts.has_in("terse-request", at);
    const std::vector<Clause> clauses = clauses_of(message, at, from, language);
    for (const Clause& clause : clauses) {
      if (found.size() == kMostQuestions) return found;
      Question question;
      question.sentence = at;
      question.first = clause.first;
      question.last = clause.last;
      question.indirect = indirect;
      question.part = clauses.size() > 1;
      question.behind_comma = clause.first != from && clauses.size() == 1;
      question.span = {message.reading.words[clause.first].span.begin,
                       clause.last == sentence.last
                           ? sentence.span.end
                           : message.reading.words[clause.last - 1].span.end};
      const auto about = terms.within(clause.first, clause.last);
      // "The old server hums, can we switch it off?": "it" stands before the comma.
      const auto matter = question.behind_comma && about.size() < 2
                              ? terms.within(sentence.first, clause.last)
                              : about;
      question.terms.assign(matter.begin(), matter.end());
      // "Should I order it, or do you?" asks once; "pls fix my problem" names nothing to look for.
      if (about.empty() && clause.first != from) continue;
      if (terse && precise_shared(about, terms) == 0) continue;
      question.kind = kind_of(message, at, clause);
      const bool repeated = std::any_of(found.begin(), found.end(), [&](const Question& other) {
        return same_terms(question, other);
      });
      if (!repeated) found.push_back(std::move(question));
    }
  }
  return found;
}

}  // namespace dsk
