// Put together from templates: greeted twice, signed by two people, the same sentence twice.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "rules/mechanics.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kShortSentence = 5;  // words; shorter ones may well come twice
constexpr std::uint32_t kSignOff = 8;  // words and marks of "With kind regards from all of us,"
constexpr std::uint32_t kName = 5;           // words of a name or a team below it

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
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Word& word = reading.words[i];
    const std::uint64_t longer = (hash ^ word.hash) * 0x100000001b3u;
    hash = word.kind != WordKind::punctuation ? longer : hash;
  }
  return hash;
}

// The comma after a greeting ends what is shown of it.
std::uint32_t greeting_end(const Reading& reading, const Sentence& sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (reading.words[i].kind == WordKind::punctuation && i > sentence.first) return i;
  return sentence.last;
}

struct Signed {
  std::uint32_t sentence, first, last;
  bool worded = false;  // below "Kind regards", not a name alone
};

// Who signs below a sign-off, on the next line: a few words that begin with a capital, as a name or
// “Your hosting team” does; none where there is none.
std::optional<Signed> signed_below(const Job& job, const ActHit& hit) {
  const Reading& reading = job.reading();
  std::uint32_t at = hit.sentence;
  std::uint32_t first = hit.last;
  const Sentence& own = reading.sentences[at];
  while (first < own.last && reading.words[first].kind == WordKind::punctuation) ++first;
  if (own.size() > kSignOff) return {};
  // "Warm wishes from your hosting team"
  while (first < own.last && reading.words[first].letter_case == LetterCase::lower) ++first;
  if (first == own.last) {
    if (++at == reading.sentences.size() || reading.sentences[at].paragraph != own.paragraph)
      return {};
    first = reading.sentences[at].first;
  }
  const Sentence& below = reading.sentences[at];
  const bool name = below.last - first <= kName &&
                    reading.words[first].letter_case == LetterCase::title &&
                    reading.words[below.last - 1].kind == WordKind::word;
  return name ? std::optional(Signed{at, first, below.last}) : std::nullopt;
}

// Signed once by one, once more by another; or with two sign-offs by the same.
void signed_twice(Job& job) {
  const Reading& reading = job.reading();
  std::optional<Signed> above;
  for (const ActHit& hit : job.acts().named("valediction")) {
    // A name takes no leave, whatever is written below it.
    if (above && reading.sentences[hit.sentence].paragraph ==
                     reading.sentences[above->sentence].paragraph)
      continue;
    auto below = signed_below(job, hit);
    if (!below) continue;
    below->worded = job.facts().language.in_class(reading.words[hit.first].hash, "sign-off-word");
    const bool same =
        above && reading.words[below->first].hash == reading.words[above->first].hash;
    if (above && (!same || (above->worded && below->worded))) {
      job.report(below->sentence, below->first, below->last);
      return;
    }
    above = below;
  }
}

// "Greetings, / Stavros": with no more than a name below it takes leave.
bool is_parting(const Job& job, const ActHit& hit) {
  const Reading& reading = job.reading();
  const auto below = signed_below(job, hit);
  return (below ? below->sentence : hit.sentence) + 1 == reading.sentences.size() &&
         reading.sentences[hit.sentence].size() <= kName;
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
    if (greeted != kNoSentence && hit.sentence != greeted && !is_parting(job, hit)) {
      job.report(hit.sentence, hit.first, greeting_end(reading, sentence));
      break;
    }
    greeted = hit.sentence;
  }
  // The first sentence that stood there before.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> seen;
  seen.reserve(reading.sentences.size());
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
