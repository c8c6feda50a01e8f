#include "text/foreign.hpp"

namespace dsk {
namespace {

// Of English support replies, 99 paragraphs in 100 of this length hold a share of common words
// twice as high; other languages share hardly one of the words with it.
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
    if (word.kind != WordKind::word || word.glued || word.letter_case != LetterCase::lower)
      continue;
    ++words;
    known += knows(reading.of(word));
  }
  return words > 0 && known >= kKnownShare * words;
}

bool foreign(const Reading& reading, std::size_t first, std::size_t last,
             const std::vector<std::uint64_t>& stop_words, const KnowsWord& knows) {
  const std::uint32_t begin = reading.sentences[first].first;
  const std::uint32_t end = reading.sentences[last - 1].last;
  std::uint32_t words = 0, common = 0;
  for (std::uint32_t at = begin; at < end; ++at)
    words += reading.words[at].kind == WordKind::word && !reading.words[at].glued;
  if (words < kEnoughWords) return false;
  // Most paragraphs are known for what they are after a few words.
  for (std::uint32_t at = begin; at < end; ++at) {
    const Word& word = reading.words[at];
    common += word.kind == WordKind::word && is_among(stop_words, word.hash);
    if (common >= kEnoughWords || common >= kShare * words) return false;
  }
  return !knows || !in_dictionary(reading, begin, end, knows);
}

// A line too short to tell, "Sehr geehrte Frau Okafor,", goes with a foreign neighbour when none of
// its words is ours.
bool goes_along(const Reading& reading, const Sentence& line,
                const std::vector<std::uint64_t>& stop_words, const KnowsWord& knows) {
  std::uint32_t small = 0;
  for (std::uint32_t at = line.first; at < line.last; ++at) {
    const Word& word = reading.words[at];
    if (word.kind != WordKind::word || word.letter_case != LetterCase::lower) continue;
    if (is_among(stop_words, word.hash)) return false;
    if (!knows || knows(reading.of(word))) return false;
    ++small;
  }
  return small > 0;
}

struct Paragraph {
  std::size_t first, last;  // sentences [first, last)
  bool foreign;
};

// Calls `body` with each paragraph's sentences, [first, last).
template <class Body>
void each_paragraph(const std::vector<Sentence>& sentences, Body body) {
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t last = first + 1;
    while (last < sentences.size() && sentences[last].paragraph == sentences[first].paragraph)
      ++last;
    body(first, last);
    first = last;
  }
}

}  // namespace

bool has_foreign(const Reading& reading, const std::vector<std::uint64_t>& stop_words,
                 const KnowsWord& knows) {
  bool found = false;
  if (!stop_words.empty())
    each_paragraph(reading.sentences, [&](std::size_t first, std::size_t last) {
      found = found || foreign(reading, first, last, stop_words, knows);
    });
  return found;
}

std::uint32_t drop_foreign(Reading& reading, const std::vector<std::uint64_t>& stop_words,
                           const KnowsWord& knows) {
  if (stop_words.empty()) return 0;
  const std::vector<Sentence>& sentences = reading.sentences;
  std::vector<Paragraph> paragraphs;
  std::uint32_t dropped = 0;
  each_paragraph(sentences, [&](std::size_t first, std::size_t last) {
    paragraphs.push_back({first, last, foreign(reading, first, last, stop_words, knows)});
    dropped += paragraphs.back().foreign;
  });
  if (dropped == 0) return 0;

  std::vector<Sentence> kept;
  for (std::size_t at = 0; at < paragraphs.size(); ++at) {
    const Paragraph& one = paragraphs[at];
    const bool beside = (at > 0 && paragraphs[at - 1].foreign) ||
                        (at + 1 < paragraphs.size() && paragraphs[at + 1].foreign);
    if (one.foreign || (beside && one.last == one.first + 1 &&
                        goes_along(reading, sentences[one.first], stop_words, knows)))
      continue;
    kept.insert(kept.end(), sentences.begin() + static_cast<std::ptrdiff_t>(one.first),
                sentences.begin() + static_cast<std::ptrdiff_t>(one.last));
  }
  reading.sentences = std::move(kept);
  reading.word_count = 0;
  for (const Sentence& sentence : reading.sentences)
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
      reading.word_count +=
          reading.words[at].kind != WordKind::punctuation && !reading.words[at].glued;
  return dropped;
}

}  // namespace dsk
