// Walks an automaton for the words that somebody may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spell/automaton.hpp"
#include "spell/error_model.hpp"

namespace dsk::spell {

struct Candidate {
  std::string word;
  Cost slip = 0;   // what the fingers did
  int score = 0;   // with how common the word is; less is better
  std::uint32_t rarity = 0;
};

// One automaton made ready for searching. Immutable, small; the automaton's bytes must outlive it.
class CandidateFinder {
 public:
  // Only forms whose note has one of the flags in `home` count; 0 takes all.
  CandidateFinder(const Automaton& words, std::uint32_t home);

  // Words within `reach` of `typed`, `extra` added to every score. Reads at most `budget` nodes,
  // what was used is taken off it; the walk is the same every time.
  void find(std::string_view typed, Cost reach, Cost extra, std::uint32_t& budget,
            std::vector<Candidate>& out) const;

  // The form that differs from `word` in nothing but capitals; empty where there is none.
  std::string in_other_capitals(std::string_view word) const;

 private:
  bool follow(std::uint32_t node, std::u32string_view rest, std::string& form) const;

  friend class Walk;
  const Automaton* words_;
  std::uint32_t home_;
  Label lowered_[256] = {};    // label of the small letter; a label of its own where there is none
  bool is_raised_[256] = {};
  std::uint8_t traits_[256] = {};
  std::vector<std::uint8_t> substitution_;  // [typed][meant], labels of small letters
};

}  // namespace dsk::spell
