// Put together from templates: greeted twice, signed by two people, the same sentence twice.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "rules/mechanics.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kShortSentence = 5;  // words; shorter ones may well come twice
constexpr std::uint32_t kSignOff = 8;        // words and marks of "With kind regards from all of us,"
constexpr std::uint32_t kName = 2;           // words of a name below it

bool opens_salutation(const Job& job, const Sentence& sentence) {
  // Only a line that is a greeting and little else: "Dear customer,".
  std::uint32_t words = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Word& word = job.reading().words[i];
    if (word.kind == WordKind::punctuation && word.mark == ',') return words <= 4;
    words += word.kind != WordKind::punctuation;
  }
  return words <= 4;
}

std::uint64_t hash_of(const Reading& reading, const Sentence& sentence) {
  std::uint64_t hash = kHashSeed;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (reading.words[i].kind != WordKind::punctuation)
      hash = (hash ^ reading.words[i].hash) * 0x100000001b3u;
  return hash;
}

// The comma after a greeting ends what is shown of it.
std::uint32_t greeting_end(const Reading& reading, const Sentence& sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (reading.words[i].kind == WordKind::punctuation && i > sentence.first) return i;
  return sentence.last;
}

// The name under a sign-off: a word or two with a capital, on the line below; none where there is none.
std::optional<std::uint32_t> signed_below(const Job& job, std::uint32_t at) {
  const Reading& reading = job.reading();
  if (at + 1 >= reading.sentences.size() || reading.sentences[at].size() > kSignOff) return {};
  const Sentence& below = reading.sentences[at + 1];
  const bool name = below.paragraph == reading.sentences[at].paragraph && below.size() <= kName &&
                    std::all_of(reading.words.begin() + below.first, reading.words.begin() + below.last,
                                [](const Word& word) { return word.letter_case == LetterCase::title; });
  return name ? std::optional(below.first) : std::nullopt;
}

// Signed once by one, once more by another.
void signed_twice(Job& job) {
  const Reading& reading = job.reading();
  std::uint32_t name = kNoSentence;
  for (const ActHit& hit : job.acts().named("valediction")) {
    const auto below = signed_below(job, hit.sentence);
    if (!below) continue;
    if (name != kNoSentence && reading.words[*below].hash != reading.words[name].hash) {
      job.report(hit.sentence + 1, *below, reading.sentences[hit.sentence + 1].last);
      return;
    }
    name = *below;
  }
}

}  // namespace

void macro_residue(Job& job) {
  signed_twice(job);
  const Reading& reading = job.reading();
  const auto greeting = job.acts().named("salutation-line");
  std::uint32_t greeted = kNoSentence;
  for (const ActHit& hit : greeting) {
    const Sentence& sentence = reading.sentences[hit.sentence];
    if (hit.first != sentence.first || !opens_salutation(job, sentence)) continue;
    if (greeted != kNoSentence && hit.sentence != greeted) {
      job.report(hit.sentence, hit.first, greeting_end(reading, sentence));
      break;
    }
    greeted = hit.sentence;
  }
  // The first sentence that stood there before.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> seen;
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at)
    if (reading.sentences[at].size() >= kShortSentence)
      seen.emplace_back(hash_of(reading, reading.sentences[at]), at);
  std::sort(seen.begin(), seen.end());
  std::uint32_t again = kNoSentence;
  for (std::size_t i = 1; i < seen.size(); ++i)
    if (seen[i].first == seen[i - 1].first) again = std::min(again, seen[i].second);
  if (again == kNoSentence) return;
  job.report(again, reading.sentences[again].first, reading.sentences[again].last);
}

}  // namespace dsk::rules
