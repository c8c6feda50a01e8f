// Any step that they say they did and that the reply asks for: the same verb, or another of its
// kind, done to the same thing. Which step it is, the lexicon need not know.
#include <algorithm>
#include <array>
#include <vector>

#include "acts/conversation.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kReach = 4;  // words from the verb to what it is done to

struct Step {
  std::uint64_t verb = 0;
  bool by_itself = false;  // "restart" says enough without a thing
  bool noun = false;       // "a clean install"
  std::vector<std::uint64_t> things;
  const ActHit* hit = nullptr;
};

// Verbs of one kind are one step.
constexpr std::array kKinds = std::to_array<std::string_view>(
    {"step-restart", "step-reinstall", "step-reset", "step-clear", "step-clean", "step-swap",
     "step-plug", "step-update", "step-remove", "step-log", "step-try", "step-check", "step-charge",
     "step-take", "step-put"});
constexpr std::size_t kByThemselves = 3;  // the first of them need no thing
constexpr std::uint64_t kPlainKinds = 10;  // these do one thing, whatever it is done to
constexpr std::uint64_t kSwap = 5;

constexpr std::size_t kMostSteps = 256;  // of a message; who tells of more sends a log
constexpr std::uint32_t kPrecise = 2;  // weight of a word that names a thing
constexpr std::ptrdiff_t kSameThings = 2;  // words of two sentences that make them one step
constexpr std::size_t kMatter = 3;  // sentences that name it: then it is what all of it is about

bool ends_clause(const lexicon::Language& language, const Word& word) {
  return word.kind == WordKind::punctuation || language.in_class(word.hash, "ends-step");
}

// The thing everything is about says nothing of a step.
bool is_the_matter(const Terms& terms, std::uint64_t key) {
  return terms.in_sentences(key, kMatter);
}

// A small word that is neither a joining one nor a verb's.
bool is_preposition(const lexicon::Language& language, std::uint64_t word) {
  return language.in_class(word, "function-word") && !language.in_class(word, "and");
}

// What is done to: the terms up to the end of the clause. "For ten minutes" is no thing.
std::vector<std::uint64_t> things_after(const Reading& reading, const Terms& terms,
                                        const lexicon::Language& language, std::uint32_t sentence,
                                        std::uint32_t verb) {
  const std::uint32_t first = verb + 1;
  const std::uint32_t last = std::min(reading.sentences[sentence].last, first + kReach);
  std::uint32_t end = first;
  while (end < last && !ends_clause(language, reading.words[end])) ++end;
  std::vector<std::uint64_t> things;
  for (const Term& term : terms.within(first, end)) {
    const Word& word = reading.words[term.word];
    const bool counts = word.kind == WordKind::number || language.in_class(word.hash, "count") ||
                        language.in_class(word.hash, "duration");
    if (term.weight >= kPrecise && !counts) things.push_back(term.key);
  }
  return things;
}

// The last word that is a step: "a restart often helps" ends on what it is good for.
std::uint32_t verb_of(const Reading& reading, const lexicon::Language& language,
                      const ActHit& hit) {
  for (std::uint32_t at = hit.last; at > hit.first; --at)
    for (const std::string_view name : {"step", "step-past", "step-ing", "step-noun"})
      if (language.in_class(reading.words[at - 1].hash, name)) return at - 1;
  return hit.last - 1;
}

// Which of the kinds it is; their number where it is none.
std::uint64_t kind_of(const lexicon::Language& language, const Word& word) {
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](std::string_view name) {
    return language.in_class(word.hash, name);
  });
  return static_cast<std::uint64_t>(kind - kKinds.begin());
}

std::vector<Step> steps_of(const Message& message, const Terms& terms,
                           const lexicon::Language& language, std::string_view act,
                           std::string_view noun, std::string_view other) {
  const Stemmer stemmer(language.tag());
  std::vector<Step> steps;
  for (const ActHit& hit : message.acts.named(act)) {
    const std::uint32_t place = verb_of(message.reading, language, hit);
    const Word& verb = message.reading.words[place];
    const std::uint64_t kind = kind_of(language, verb);
    Step step{kind == kKinds.size() ? stemmer.hash(message.reading.of(verb)) : kind,
              kind < kByThemselves, false,
              things_after(message.reading, terms, language, hit.sentence, place), &hit};
    // "The cables are fine, we checked them all": what stands before the step.
    if (step.things.empty() && !step.by_itself)
      for (const Term& term :
           terms.within(message.reading.sentences[hit.sentence].first, hit.first))
        if (term.weight >= kPrecise) step.things.push_back(term.key);
    steps.push_back(std::move(step));
    if (steps.size() == kMostSteps) return steps;
  }
  // "A password change": the thing may stand before it.
  for (const ActHit& hit : message.acts.named(noun)) {
    const std::uint64_t kind = kind_of(language, message.reading.words[hit.last - 1]);
    if (kind == kKinds.size()) continue;
    Step step{kind, kind < kByThemselves, true, {}, &hit};
    const Sentence& sentence = message.reading.sentences[hit.sentence];
    // "A reset of the router", but not "a reset cures that".
    if (hit.last < sentence.last && is_preposition(language, message.reading.words[hit.last].hash))
      step.things = things_after(message.reading, terms, language, hit.sentence, hit.last - 1);
    for (const Term& term : terms.within(hit.first, hit.last - 1))
      if (term.weight >= kPrecise) step.things.push_back(term.key);
    steps.push_back(std::move(step));
    if (steps.size() == kMostSteps) return steps;
  }
  // "Another cable" is the cable swapped.
  for (const ActHit& hit : message.acts.named(other)) {
    Step step{kSwap, false, false, {}, &hit};
    // "A different USB port": the thing has a word before it.
    const std::uint32_t end = std::min(hit.last + 1, message.reading.sentences[hit.sentence].last);
    for (const Term& term : terms.within(hit.last - 1, end)) step.things.push_back(term.key);
    steps.push_back(std::move(step));
    if (steps.size() == kMostSteps) return steps;
  }
  return steps;
}

bool same_step(const Step& a, const Step& b, const Terms& theirs) {
  if (a.verb != b.verb) return false;
  if (a.by_itself && (a.things.empty() || b.things.empty())) return true;
  return std::any_of(a.things.begin(), a.things.end(), [&](std::uint64_t thing) {
    return (a.by_itself || !is_the_matter(theirs, thing)) &&
           std::find(b.things.begin(), b.things.end(), thing) != b.things.end();
  });
}

// The same kind of step, done to "it".
bool same_step_to_it(const Step& a, const Step& b) {
  return a.verb == b.verb && a.verb < kPlainKinds && (a.things.empty() || b.things.empty());
}

// The precise words of a sentence that are not what all of it is about.
std::vector<std::uint64_t> told_in(const Terms& terms, const Sentence& sentence,
                                   const Terms& theirs) {
  std::vector<std::uint64_t> keys;
  for (const Term& term : terms.within(sentence.first, sentence.last))
    if (term.weight >= kPrecise && !is_the_matter(theirs, term.key) &&
        std::find(keys.begin(), keys.end(), term.key) == keys.end())
      keys.push_back(term.key);
  return keys;
}

// "Could you put the latest HP driver on the dock?" after "I installed the newest dock driver from
// HP": other verbs, and the same things. Only a remark.
void repeats_in_other_words(Job& job, const std::vector<Step>& done) {
  const Conversation& talk = *job.facts().conversation;
  const Reading& theirs = job.facts().incoming->reading;
  std::vector<std::vector<std::uint64_t>> told;
  told.reserve(done.size());
  for (const Step& step : done)
    told.push_back(told_in(talk.incoming, theirs.sentences[step.hit->sentence], talk.incoming));
  for (const char* asking : {"instruction", "command"}) {
    for (const ActHit& hit : job.acts().named(asking)) {
      // "Please tell Noah …" is no step.
      const auto first = job.reading().words.begin() + hit.first;
      if (job.told_in(hit.sentence) ||
          std::none_of(first, first + (hit.last - hit.first), [&](const Word& word) {
            return job.facts().language.in_class(word.hash, "step");
          }))
        continue;
      const auto mine = told_in(talk.mail, job.reading().sentences[hit.sentence], talk.incoming);
      for (std::size_t at = 0; at < done.size(); ++at) {
        const auto shared = std::count_if(mine.begin(), mine.end(), [&](std::uint64_t key) {
          return std::find(told[at].begin(), told[at].end(), key) != told[at].end();
        });
        if (shared < kSameThings) continue;
        Finding* finding = job.report(hit.sentence, hit.first, hit.last);
        if (!finding) break;
        finding->level = lexicon::Level::coach;
        tell_cause(job, finding, theirs.sentences[done[at].hit->sentence].span);
        return;
      }
    }
  }
}

}  // namespace

void repeats_any_step(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  const lexicon::Language& language = job.facts().language;
  const std::vector<Step> done =
      steps_of(incoming, talk.incoming, language, "did-step", "did-noun", "did-other");
  if (done.empty()) return;
  for (const Step& step :
       steps_of(job.facts().mail, talk.mail, language, "proposes-step", "proposes-noun",
                "proposes-other")) {
    if (job.told_in(step.hit->sentence)) continue;
    const auto before = std::find_if(done.begin(), done.end(), [&](const Step& one) {
      return same_step(step, one, talk.incoming);
    });
    const auto likely = before != done.end()
                            ? before
                            : std::find_if(done.begin(), done.end(), [&](const Step& one) {
                                return same_step_to_it(step, one);
                              });
    if (likely == done.end()) continue;
    Finding* finding = job.report(step.hit->sentence, step.hit->first, step.hit->last);
    if (!finding) continue;
    const bool sure = likely == before && !step.noun && !likely->noun;
    finding->level =
        std::min(finding->level, sure ? lexicon::Level::suggestion : lexicon::Level::coach);
    tell_cause(job, finding, incoming.reading.sentences[likely->hit->sentence].span);
  }
  repeats_in_other_words(job, done);
}

}  // namespace dsk::rules
