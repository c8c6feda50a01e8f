// Put together from templates: greeted twice, signed off twice, the same sentence twice.
#include <unordered_map>

#include "rules/mechanics.hpp"

namespace dsk::rules {
namespace {

constexpr std::uint32_t kShortSentence = 5;  // words; shorter ones may well come twice

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
      for (unsigned shift = 0; shift < 64; shift += 8)
        hash = hash_byte(hash, static_cast<unsigned char>(reading.words[i].hash >> shift));
  return hash;
}

// The comma after a greeting ends what is shown of it.
std::uint32_t greeting_end(const Reading& reading, const Sentence& sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (reading.words[i].kind == WordKind::punctuation && i > sentence.first) return i;
  return sentence.last;
}

}  // namespace

void macro_residue(Job& job) {
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
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  for (std::uint32_t at = 0; at < reading.sentences.size(); ++at) {
    const Sentence& sentence = reading.sentences[at];
    if (sentence.size() < kShortSentence) continue;
    if (!seen.emplace(hash_of(reading, sentence), at).second) {
      job.report(at, sentence.first, sentence.last);
      break;
    }
  }
}

}  // namespace dsk::rules
