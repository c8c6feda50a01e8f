// A language as an engine uses it: the shipped pack and the layers over it, seen as one.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/loader.hpp"
#include "lexicon/pack.hpp"
#include "match/literals.hpp"
#include "match/matcher.hpp"
#include "match/regex.hpp"

namespace dsk::lexicon {

// An act with the phrases of every layer.
struct LanguageAct {
  std::string_view name;
  std::span<const SetId> phrases, unless;
  std::uint8_t ending = 0;
  ActIds implies, unless_acts;
  std::string_view pillar, strength;
  std::uint32_t strength_times = 1;
  ActIds strength_unless;
};

struct LanguageRule {
  const Rule* rule = nullptr;
  std::vector<match::Regex> regexes;  // rule->regexes, ready
  std::uint32_t first_regex = 0;      // their numbers in Language::literals(), from this one on
};

class Language {
 public:
  // `layers` in order: the shipped pack first. The rule of a later layer replaces one of the same
  // id.
  explicit Language(std::vector<Pack> layers);

  std::string_view tag() const { return layers_.front().language; }
  std::span<const Pack> layers() const { return layers_; }
  const std::vector<LanguageAct>& acts() const { return acts_; }
  const std::vector<LanguageRule>& rules() const { return rules_; }  // sorted by id
  const std::vector<std::uint64_t>& abbreviations() const { return abbreviations_; }
  const std::vector<std::uint64_t>& stop_words() const { return stop_words_; }

  // What the last layer that says it says; empty where none does.
  std::string_view text(Text text) const;

  // The act that the phrases of this set do; acts().size() where they do none.
  ActId act_of(SetId set) const { return act_of_[set]; }
  const Mend& mend(MendId id) const { return layers_.back().mends[id - std::size_t{1}]; }
  // What the regexes of the rules need.
  const match::Literals& literals() const { return literals_; }

  ActId act(std::string_view name) const;  // acts().size() where there is none
  const LanguageRule* rule(std::string_view id_or_alias) const;
  const Profile* profile(std::string_view name) const;
  // Is the word with this hash in the class, in any layer?
  bool in_class(std::uint64_t word, std::string_view name) const;
  // Are both words in one class whose name begins with `prefix`?
  bool share_class(std::uint64_t one, std::uint64_t other, std::string_view prefix) const;
  // One number for all words of a class "same-...", 0 for a word that is in none.
  std::uint64_t synonym(std::uint64_t word) const;

 private:
  std::vector<Pack> layers_;
  std::vector<LanguageAct> acts_;
  ActIds acts_by_name_;                    // rules and readers ask by name, often
  std::vector<std::uint64_t> name_keys_;   // of their names, in the same order
  std::vector<ActId> act_of_;        // by set
  std::vector<LanguageRule> rules_;
  // What the packs of several layers say of the acts together; what one says stays in its pack.
  std::deque<std::vector<std::uint32_t>> merged_;
  std::vector<std::uint64_t> abbreviations_, stop_words_;
  match::Literals literals_;
};

// The pack linked in for a language ("en"), where there is one.
std::optional<Pack> shipped(std::string_view language);

}  // namespace dsk::lexicon
