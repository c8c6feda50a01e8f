// The phrase language: patterns over words.
//
//   as (i|we) (already)? said     words, alternatives, optional parts
//   you failed .. to              a gap of up to three words; ..5 of up to five
//   <day>, <number>               a word of a named class
//   {fail} to                     any form of a verb: fail, fails, failed, failing
//   ^ turn off                    at the start of a sentence (or after ; : - or a greeting)
//   thank you $                   at its end
//   sorry , but                   a mark stands for itself
//
// A pattern means the finite set of its word sequences, which go into the trie; there is no other
// engine behind it, so its cost at check time is a few look-ups a word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dsk::lexicon {

struct Element {
  enum class Kind : std::uint8_t { word, class_of, mark, any };
  Kind kind = Kind::word;
  std::string text;  // folded word, class name, or the mark

  friend bool operator<(const Element& a, const Element& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.text < b.text;
  }
};

struct Sequence {
  std::vector<Element> elements;
  bool at_start = false;
  bool at_end = false;
};

// Every sequence the pattern means, at most kMaxSequences of at most kMaxElements. Throws dsk::Error
// whose column is 1-based in the pattern.
inline constexpr std::size_t kMaxSequences = 60'000;
inline constexpr std::size_t kMaxElements = 24;
std::vector<Sequence> expand(std::string_view pattern);

}  // namespace dsk::lexicon
