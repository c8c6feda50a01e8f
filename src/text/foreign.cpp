#include "text/foreign.hpp"

#include <algorithm>

namespace dsk {
namespace {

// Of English support replies, 99 paragraphs in 100 of this length hold a share of common words twice
// as high; other languages share hardly one of the words with it.
constexpr std::uint32_t kEnoughWords = 8;
constexpr double kShare = 0.07;

// A paragraph without the common words may still be English: "One parcel being late is no drama."
// Then three of four of its words are in the dictionary; in another language hardly one of three.
constexpr double kKnownShare = 0.75;

bool in_dictionary(const Reading& reading, std::uint32_t first, std::uint32_t last,
                   const KnowsWord& knows) {
  std::uint32_t words = 0, known = 0;
  for (std::uint32_t at = first; at < last; ++at) {
    const Word& word = reading.words[at];
    if (word.kind != WordKind::word || word.glued || word.letter_case != LetterCase::lower) continue;
    ++words;
    known += knows(reading.of(word));
  }
  return words > 0 && known >= kKnownShare * words;
}

bool foreign(const Reading& reading, std::size_t first, std::size_t last,
             const std::vector<std::uint64_t>& stop_words, const KnowsWord& knows) {
  std::uint32_t words = 0, common = 0;
  for (std::uint32_t at = reading.sentences[first].first; at < reading.sentences[last - 1].last;
       ++at) {
    const Word& word = reading.words[at];
    if (word.kind != WordKind::word) continue;
    words += !word.glued;
    if (std::binary_search(stop_words.begin(), stop_words.end(), word.hash)) ++common;
    // Most paragraphs are known for what they are after a few words.
    if (common >= kEnoughWords) return false;
  }
  if (words < kEnoughWords || common >= kShare * words) return false;
  return !knows || !in_dictionary(reading, reading.sentences[first].first,
                                  reading.sentences[last - 1].last, knows);
}

}  // namespace

std::uint32_t drop_foreign(Reading& reading, const std::vector<std::uint64_t>& stop_words,
                           const KnowsWord& knows) {
  if (stop_words.empty()) return 0;
  std::uint32_t dropped = 0;
  std::vector<Sentence> kept;
  for (std::size_t first = 0; first < reading.sentences.size();) {
    std::size_t last = first + 1;
    while (last < reading.sentences.size() &&
           reading.sentences[last].paragraph == reading.sentences[first].paragraph)
      ++last;
    if (foreign(reading, first, last, stop_words, knows)) {
      if (dropped++ == 0)
        kept.assign(reading.sentences.begin(),
                    reading.sentences.begin() + static_cast<std::ptrdiff_t>(first));
    } else if (dropped > 0) {
      kept.insert(kept.end(), reading.sentences.begin() + static_cast<std::ptrdiff_t>(first),
                  reading.sentences.begin() + static_cast<std::ptrdiff_t>(last));
    }
    first = last;
  }
  if (dropped == 0) return 0;
  reading.sentences = std::move(kept);
  reading.word_count = 0;
  for (const Sentence& sentence : reading.sentences)
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
      reading.word_count +=
          reading.words[at].kind != WordKind::punctuation && !reading.words[at].glued;
  return dropped;
}

}  // namespace dsk
