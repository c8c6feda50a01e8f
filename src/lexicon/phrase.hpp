// The phrase language: patterns over words.
//
//   as (i|we) (already)? said     words, alternatives, optional parts
//   you failed .. to              a gap of up to three words; ..5 of up to five
//   <day>, <number>               a word of a named class
//   {fail} to                     any form of a verb: fail, fails, failed, failing
//   ^ turn off                    at the start of a sentence (or after ; : - or a greeting)
//   thank you $                   at its end
//   sorry , but                   a mark stands for itself
//   may loose[lose] it            in brackets: what is meant instead
//
// A pattern means the finite set of its word sequences, which go into the trie; there is no other
// engine behind it, so its cost at check time is a few look-ups a word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
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

// What is meant instead of elements [first, last): words, "" to leave them out, "{match}" for them
// as they are written, "{do}", "{does}", "{did}", "{done}" and "{doing}" for the verb they are in
// that form.
struct Change {
  std::size_t first = 0, last = 0;
  std::string text;
};

struct Sequence {
  std::vector<Element> elements;
  std::vector<Change> changes;  // in order
  bool at_start = false;
  bool at_end = false;
};

// Every sequence the pattern means, at most kMaxSequences of at most kMaxElements. Throws
// dsk::Error whose column is 1-based in the pattern.
inline constexpr std::size_t kMaxSequences = 60'000;
inline constexpr std::size_t kMaxElements = 24;
std::vector<Sequence> expand(std::string_view pattern);

// All changes of a sequence as one, as a Mend says it (pack.hpp); with no words where it has none,
// and where nothing would be left of them.
struct Mended {
  std::uint8_t first = 0, last = 0;
  std::string text;

  // Written out, since clang 14's library has no <=> of a string.
  friend bool operator<(const Mended& a, const Mended& b) {
    return std::tie(a.first, a.last, a.text) < std::tie(b.first, b.last, b.text);
  }
};
Mended mended(const Sequence& sequence);

}  // namespace dsk::lexicon
