// Spelling: which words are right, which may have been meant, and what to make of one in a mail.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spell/automaton.hpp"
#include "spell/candidates.hpp"
#include "spell/hunspell.hpp"
#include "spell/word_set.hpp"

namespace dsk::spell {

class Memo;     // spell/memo.hpp
class Ranking;  // spell/ranking.hpp
struct Shape;   // spell/judge.cpp

// Where a language's words come from. Views are kept, so what they show must outlive the Speller.
struct Sources {
  std::string language;    // "en-US", "en-GB", "de-DE"
  std::string_view words;  // a word automaton; empty: the one linked in, where there is one
  std::string aff, dic;    // a Hunspell dictionary; empty: none. Opened only where the automaton
                           // leaves questions open.
  bool hunspell_suggests = false;  // and for suggest_hunspell
  bool chosen = false;             // by a person: the language is not just what is shipped
};

// What surrounds a word.
struct Context {
  // Right here for other reasons: names, words of the incoming mail, own dictionaries.
  const WordSet* known = nullptr;
  // Words of this mail and the incoming one; likelier to be meant.
  const WordSet* nearby = nullptr;
  bool sentence_start = false;
  // Where judging keeps what it found for the next time.
  Memo* memo = nullptr;
};

enum class Verdict : std::uint8_t {
  fine,
  unknown,  // no dictionary has it, and several words are near; `better`, where one is likeliest
  near,     // nor this, and there is one word it must be meant for: `better`
  strange,  // nor this, and nothing is near: a name, an identifier, another language; best left
            // alone in prose, and a mistake where only words are expected
  casing,   // a name or brand in other capitals than its own: `better`
  variant,  // right in the other English: `better`, where there is one
};

struct Judgement {
  Verdict verdict = Verdict::fine;
  std::string better;  // UTF-8, written with the capitals of the word judged
};

// A word that one English alone writes so, and how the other does.
struct OtherSpelling {
  bool british = false;  // the word asked about
  std::string word;
};

// What one slip costs at most, and how far behind a word must be to be no rival of the best one.
constexpr Cost one_slip = 110;
constexpr Cost rivalry = 35;

// The commonness of the 160 words that stand in every mail, all of rarity 0.
constexpr std::uint32_t most_common = 3;

// What the best word near another must be to be taken for the one that was meant.
struct Likely {
  std::uint32_t rarity = ~0u;
  Cost slip = std::numeric_limits<Cost>::max();
  // Whether the first one of those found is.
  bool has(const std::vector<Candidate>& found) const {
    return !found.empty() && found[0].rarity <= rarity && found[0].slip <= slip;
  }
};

// A word as two that were run together.
struct Parting {
  std::string_view left, right;
  Note first, second;  // of the left one and the right one

  // "bookmarksbackup": it names a file or a setting. Who forgets a space forgets it beside a short
  // word.
  bool is_of_long_words() const;
  // "comesout", "tothe": beside one of the words that stand in every mail.
  bool is_usual() const;
  Candidate candidate() const;
};

std::string without_hyphens(std::string_view word);
// Whether the listed word was typed without its accents or hyphens, or with a British "s" for "z":
// other capitals alone are another matter.
bool is_same_word(std::string_view typed, std::string_view listed);

// Immutable; any number of threads may use one. Words are UTF-8 as written, with either apostrophe.
class Speller {
 public:
  // Throws Error{dictionary} that names the package to install when no words are to be had.
  explicit Speller(const Sources& sources);
  ~Speller();
  Speller(Speller&&) noexcept;

  const std::string& language() const { return language_; }

  // Whether the language's dictionary has the word: for en-US exactly what Hunspell says.
  bool knows(std::string_view word) const;
  // Whether judge() need not be asked: a word of the language that is not so rare as to be
  // doubtful.
  bool is_certain(std::string_view word) const;
  // Whether that is so of it in small letters and raised ones, and both Englishes write it so.
  bool is_ordinary(std::string_view word) const;
  // Whether the technical lexicon has it, in these capitals or raised ones.
  bool knows_term(std::string_view word) const;
  // Whether it knows which words only one English writes so: the dictionaries of others do not say.
  bool tells_english_apart() const { return home_ != 0; }
  // Whether a person chose to write British, or American; nothing where they left it open.
  std::optional<bool> chose_british() const;
  // "2nd" for "2nd" and "2st"; empty for what is no number with an ending.
  std::string right_ordinal(std::string_view word) const;
  // How the other English writes a word in small letters; nothing for what both write alike.
  std::optional<OtherSpelling> spelt_otherwise(std::string_view word) const;
  // 0 (everybody's words) … 7 (hardly seen); 8 for what is no word at all.
  unsigned rarity(std::string_view word) const;

  // One orthographic word of somebody's own sentence; numbers, versions, identifiers, keys and
  // acronyms are fine. Takes microseconds for a known word, tens of them for another.
  Judgement judge(std::string_view word, const Context& context = {}) const;

  // What may have been meant, best first, at most `limit`; nothing for a word that has no
  // letters. Deterministic, and bounded in time whatever is asked.
  std::vector<std::string> suggest(std::string_view word, const Context& context = {},
                                   std::size_t limit = 5) const;
  // Hunspell's own suggestions, where its dictionary was opened; slow.
  std::vector<std::string> suggest_hunspell(std::string_view word) const;

 private:
  // The automaton whose forms are marked as terms.
  const Automaton& terms() const { return terms_.empty() ? words_ : terms_; }
  bool has_form(const Automaton& words, std::uint32_t home, std::string_view word,
                Note* note = nullptr) const;
  bool knows_plain(const std::string& word) const;
  bool knows_part(const std::string& word, unsigned depth) const;
  bool is_right(std::string_view word, const Context& context) const;
  bool is_doubtful(std::string_view word, const Context& context, std::string& better) const;
  // Every way to part a word in two, neither of them rare.
  std::vector<Parting> partings(std::string_view word) const;
  bool is_account(std::string_view word, const Context& context) const;
  bool is_plural_of_term(std::string_view word, const Context& context) const;
  bool is_one_of_theirs(std::string_view word, const Context& context) const;
  bool is_prefixed(std::string_view word) const;
  bool parts_are_right(std::string_view word, const Context& context) const;
  bool is_form_of_right(std::string_view word, std::string_view base, const Shape& shape,
                        const Context& context) const;
  std::string in_right_capitals(std::string_view word, const std::string& plain,
                                const Shape& shape, const Context& context) const;
  Judgement judge_unknown(std::string_view word, std::string_view base, const Shape& shape,
                          const Context& context) const;
  std::vector<Candidate> candidates(std::string_view word, const Context& context) const;
  // The best words within `reach`, and those that come close to it; where nothing is, whether there
  // is anything `far`ther off. Nothing where the best one is not likely.
  std::vector<Candidate> nearest(std::string_view word, const Context& context, Cost reach,
                                 bool far, const Likely& likely = {}) const;
  // What is looked for beyond the reach where nothing was within: whether anything is, or all.
  enum class Beyond : std::uint8_t { nothing, any, all };
  std::vector<Candidate> nearest_listed(std::string_view word, Cost reach, Beyond beyond) const;
  std::vector<Candidate> all_listed(std::string_view word, Cost reach, Beyond beyond) const;
  void add_beginnings(std::string_view word, std::vector<Candidate>& out) const;
  void add_irregular(std::string_view word, std::vector<Candidate>& out) const;
  std::vector<Candidate> near_part(std::string_view part, Cost reach) const;
  void add_hyphenated(std::string_view word, std::vector<Candidate>& out) const;
  void add_prefixed(std::string_view word, std::vector<Candidate>& out) const;
  void add_joined(std::string_view word, std::vector<Candidate>& out) const;
  void add_endings(std::string_view word, std::vector<Candidate>& out) const;
  void add_other_endings(std::string_view word, std::vector<Candidate>& out) const;
  void add_unlisted(std::string_view word, const Ranking& ranking,
                    std::vector<Candidate>& found) const;
  void add_forms(std::string_view word, const Ranking& ranking,
                 std::vector<Candidate>& found) const;
  void add_known(std::string_view word, const Context& context, std::vector<Candidate>& out) const;

  std::string language_;
  bool english_ = false;
  bool chosen_ = false;
  std::uint32_t home_ = 0;   // the flag of this variety
  std::uint32_t other_ = 0;  // the flag of the other one
  Automaton words_;
  Automaton terms_;  // where the words are somebody's own
  std::vector<CandidateFinder> finders_;  // of the words, and of the terms that are not among them
  std::unique_ptr<Dictionary> hunspell_;
  std::unique_ptr<Dictionary> suggester_;  // where only suggestions are its business
};

}  // namespace dsk::spell
