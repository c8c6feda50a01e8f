// Does the reply show that it is about the same thing? Words are compared by their stems, with
// numbers and codes.
#include <algorithm>
#include <span>

#include "acts/conversation.hpp"
#include "rules/thread.hpp"

namespace dsk::rules {
namespace {

using lexicon::Level;

constexpr std::uint32_t kFirstSentences = 2;  // where the matter is named, after the greeting
constexpr std::uint32_t kShortSentence = 7;   // words and marks
constexpr std::uint32_t kEnoughTold = 8;      // weight of an incoming message one can speak to
constexpr std::uint32_t kEnoughSaid = 8;      // weight of a reply that speaks of something
// A mail to another matter shares no precise word with it, or one by chance where both are long.
constexpr std::size_t kSpeaksOfSomething = 5;  // distinct precise words
constexpr std::size_t kSharesOneByChance = 12;
constexpr std::size_t kMoreThanSetPhrases = 15;

// Keys of the words that say something, each once.
std::vector<std::uint64_t> precise_keys(std::span<const Term> terms) {
  std::vector<std::uint64_t> keys;
  for (const Term& term : terms)
    if (term.weight >= kPrecise) keys.push_back(term.key);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

// Do the two speak of different things, as far as their words tell?
bool strangers(std::span<const Term> ours, const Terms& theirs) {
  const std::vector<std::uint64_t> mine = precise_keys(ours), other = precise_keys(theirs.all());
  const std::size_t said = std::min(mine.size(), other.size());
  const auto shared = std::count_if(mine.begin(), mine.end(),
                                    [&](std::uint64_t key) { return theirs.has(key); });
  return shared == 0 ? said >= kSpeaksOfSomething : shared == 1 && said >= kSharesOneByChance;
}

}  // namespace

// The first sentences have no word in common with what was written. Where the whole reply has none,
// it may be the answer to another mail.
void no_restatement(Job& job) {
  const Conversation& talk = *job.facts().conversation;
  const Message& incoming = *job.facts().incoming;
  if (talk.incoming.weight() < kEnoughTold || !job.facts().thread.empty()) return;
  if (incoming.acts.any_of(job.rule().when_acts)) return;
  const std::uint32_t first = first_after_greeting(job);
  if (first == kNoSentence) return;
  // Their own lines stand above the first of ours.
  const mail::Document& document = job.facts().mail.document;
  if (std::any_of(document.zones.begin(), document.zones.end(), [&](const mail::Zone& zone) {
        return zone.kind == mail::ZoneKind::quote &&
               zone.span.end <= job.reading().sentences[first].span.begin;
      }))
    return;
  const std::vector<Sentence>& sentences = job.reading().sentences;
  // "Sorry!" is none of them.
  std::uint32_t last = first, full = 0;
  while (last < sentences.size() && full < kFirstSentences && last < first + 2 * kFirstSentences)
    full += sentences[last++].size() > kShortSentence ? 1u : 0u;
  const auto words = static_cast<std::uint32_t>(job.reading().words.size());
  const std::uint32_t begin = sentences[first].first;
  const bool nowhere = strangers(talk.mail.within(begin, words), talk.incoming);
  if (!nowhere && precise_shared(talk.mail.within(0, sentences[last - 1].last), talk.incoming) > 0)
    return;
  std::uint32_t said = 0;
  for (const Term& term : talk.mail.within(begin, words))
    said += term.weight >= kPrecise ? term.weight : 0u;
  auto level = job.level(kNoSentence);
  if (!level || !job.allowed(kNoSentence)) return;
  // A mail of set phrases says nothing about any matter, so it cannot be about the wrong one.
  const bool set_phrases =
      job.acts().any_of(job.rule().acts) &&
      precise_keys(talk.mail.within(begin, words)).size() < kMoreThanSetPhrases;
  if (nowhere && said >= kEnoughSaid && !set_phrases)
    level = std::max(*level, Level::suggestion);
  Finding* finding = job.report_span(first, sentences[first].span, *level);
  tell_cause(job, finding, incoming.reading.sentences[talk.incoming.all().front().sentence].span);
}

}  // namespace dsk::rules
