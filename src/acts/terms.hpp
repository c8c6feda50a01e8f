// Terms: the words of a message that carry what it is about, in a form that can be compared.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "lexicon/language.hpp"
#include "text/reading.hpp"
#include "text/stem.hpp"

namespace dsk {

struct Term {
  std::uint64_t key = 0;  // equal for words of one stem and for synonyms of the lexicon
  std::uint32_t word = 0;
  std::uint32_t sentence = 0;
  // 3 an identifier or a number, 2 a word of some precision, 1 one that every support mail uses.
  std::uint8_t weight = 2;
};

class Terms {
 public:
  Terms() = default;
  explicit Terms(std::vector<Term> in_order);

  const std::vector<Term>& all() const { return all_; }
  bool empty() const { return all_.empty(); }
  bool has(std::uint64_t key) const;
  // Does it stand in another sentence than this one?
  bool has_outside(std::uint64_t key, std::uint32_t sentence) const;
  // Do this many sentences have it?
  bool in_sentences(std::uint64_t key, std::size_t count) const;
  // The terms of words [first, last).
  std::span<const Term> within(std::uint32_t first, std::uint32_t last) const;
  // Sum of the weights of the distinct terms.
  std::uint32_t weight() const;

 private:
  std::vector<Term> all_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys_;  // with their sentences, sorted
};

// The lexicon's class <function-word> is left out, <everyday-word> weighs little, and each class
// whose name begins with "same-" is one term.
std::vector<Term> read_terms(const Reading& reading, const lexicon::Language& language,
                             const Stemmer& stemmer);

// Of the message being answered: whom it greets is no matter of theirs.
Terms read_their_terms(const Reading& reading, const lexicon::Language& language,
                       const Stemmer& stemmer);

constexpr std::uint32_t kPrecise = 2;  // weight of one word that says something

// Weight of the distinct terms of `some` that `others` has, too; of those that say something.
std::uint32_t shared_weight(std::span<const Term> some, const Terms& others);
std::uint32_t precise_shared(std::span<const Term> some, const Terms& others);

}  // namespace dsk
