// Walks an automaton for the words that somebody may have meant.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "spell/automaton.hpp"
#include "spell/error_model.hpp"

namespace dsk::spell {

constexpr std::size_t enough_candidates = 8;
constexpr std::size_t most_depth = 60;  // letters of a form that is looked for

struct Candidate {
  std::string word;
  Cost slip = 0;   // what the fingers did
  int score = 0;   // with how common the word is; less is better
  std::uint32_t rarity = 0;
  std::uint32_t commonness = 0;
  int habit = 0;  // what the score holds beyond letters and rarity: capitals, another variety, …
};

// The better candidate comes first; the alphabet settles the rest.
inline bool better(const Candidate& a, const Candidate& b) {
  return a.score != b.score ? a.score < b.score : a.word < b.word;
}

// How far a walk goes. Of words that score worse than the best `enough` by more than `slack`, some
// may be left out.
struct Range {
  Cost reach = 0;  // the slips that are looked for
  Cost slack = 0;
  std::size_t enough = enough_candidates;
  Cost spread = reach;      // slips are spread over a word as this many would be
  Cost once_found = reach;  // the reach that is left as soon as anything is found
  bool names = true;        // words that begin with a capital, too
};

// A set of letters, by their numbers: keys first; the last one is shared by those of large
// alphabets.
using Letters = std::uint64_t;
constexpr Letters without_key = ~Letters{0} << keys;
constexpr Letters one_letter(std::uint8_t number) { return Letters{1} << number; }

// One automaton made ready for searching. Immutable, small; the automaton's bytes must outlive it.
class CandidateFinder {
 public:
  // Words whose note has none of the flags in `home` are another variety's: still candidates, but
  // behind. 0 takes all alike, Note::term those of the trade alone.
  CandidateFinder(const Automaton& words, std::uint32_t home);

  // The form at `home` that differs from `word` in nothing but capitals; empty where there is none.
  std::string in_other_capitals(std::string_view word, std::uint32_t home) const;

 private:
  // Letters typed for others, in labels.
  struct Slip {
    std::array<Label, 5> typed{}, meant{};
    std::uint8_t typed_size = 0, meant_size = 0;
    Cost cost = 0;
  };

  bool follow(std::uint32_t node, const Label* rest, const std::uint32_t* needed,
              std::uint32_t home, std::string& form) const;
  bool in_language(Note note) const {
    return home_ == 0 || (home_ != Note::term && note.has(Note::american | Note::british));
  }
  void read_patterns();

  struct Letter {
    char32_t small = 0;
    std::uint32_t bit = 0;      // letter_bit
    Label lowered = 0;          // label of the small letter; its own where no form has that
    std::uint8_t number = 0;    // in sets of letters, a capital as its small letter
    bool raised = false;
    Cost dropped = 0;           // the price of not typing it
    Cost saved = 0;             // of that at most, where another was typed
  };

  friend class Typed;
  friend class Walk;
  const Automaton* words_;
  std::uint32_t home_;
  std::vector<Slip> slips_;  // by the first letter typed
  std::array<std::uint16_t, 257> first_slip_{};  // by that letter's label
  std::array<Letter, 256> letters_{};            // by label
  Letters mute_ = 0;                             // those often mute
};

// A word that somebody typed, made ready to be looked for; belongs to one thread.
class Search {
 public:
  // The finders must outlive this.
  Search(std::span<const CandidateFinder> finders, std::string_view typed);
  ~Search();

  // Adds the words within reach of what was typed. Reads at most `budget` nodes; what was used is
  // taken off it. The walk is the same every time.
  void run(const Range& range, std::uint32_t& budget, std::vector<Candidate>& out);

 private:
  std::vector<std::unique_ptr<class Walk>> walks_;
};

}  // namespace dsk::spell
