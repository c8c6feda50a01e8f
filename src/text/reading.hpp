// A message cut into sentences and words: what phrases, acts and rules read.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "mail/document.hpp"
#include "text/span.hpp"
#include "text/words.hpp"

namespace dsk {

enum class Ending : std::uint8_t { none, stop, question, exclamation, colon };

struct Sentence {
  Span span;
  std::uint32_t first = 0;  // words [first, last) of the reading
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;
  mail::ZoneKind zone = mail::ZoneKind::body;
  Ending ending = Ending::none;

  std::uint32_t size() const { return last - first; }
};

struct Reading {
  std::string_view text;
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::uint32_t word_count = 0;  // words proper, without marks
  std::uint32_t paragraphs = 0;

  std::string_view of(Span span) const { return span.of(text); }
  std::string_view of(const Word& word) const { return word.span.of(text); }
  std::string_view of(const Sentence& sentence) const { return sentence.span.of(text); }
  // The range from the first to the last word of [first, last).
  Span span_of(std::uint32_t first, std::uint32_t last) const {
    return {words[first].span.begin, words[last - 1].span.end};
  }
};

// Hashes of folded words after which a dot ends no sentence ("e", "g", "dr", "approx"); sorted.
using Abbreviations = std::vector<std::uint64_t>;

// The author's own zones, in order. A sentence ends at . ? ! before a new start, at the end of a
// list item or paragraph, and at a line break that no wrapping explains.
Reading read_own(const mail::Document& document, const Abbreviations& abbreviations);

// Appends one zone of them to what was read, which is of the same text. What is read follows from
// the zone's kind, its text and its inlines.
void read_zone(const mail::Document& document, const mail::Zone& zone,
               const Abbreviations& abbreviations, Reading& reading);

}  // namespace dsk
