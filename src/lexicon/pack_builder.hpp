// A pack while it is read, and what its tables name: acts, phrases, stages, conditions.
#pragma once

#include <array>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/pack.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/strict_table.hpp"
#include "lexicon/trie_builder.hpp"

namespace dsk::lexicon {

inline constexpr std::array<std::string_view, 5> kPillars = {"empathy", "tone", "acknowledgement",
                                                             "trust", "basics"};
inline constexpr std::array<std::string_view, 3> kEndings = {"any", "question", "statement"};

class PackBuilder {
 public:
  // A layer over `base`, or a pack of its own where that is NULL.
  PackBuilder(std::string_view language, const Pack* base);

  // Texts live as long as this does.
  std::string_view keep(std::string text) { return strings_.emplace_back(std::move(text)); }
  std::vector<std::string_view> keep(const std::vector<std::string>& texts);

  void declare_act(std::string_view name);
  // The acts in the list `key`; each has been declared.
  ActIds acts(StrictTable& table, std::string_view key);
  void add(ActIds& to, ActIds more);
  // Every act, by its name.
  ActIds by_name();

  // Phrases whose findings are told may say what is meant.
  enum class Told : bool { no, yes };
  // Into the set `into`, or a new one where that is 0.
  SetId phrases(StrictTable& table, std::string_view key, Told told = Told::no, SetId into = 0);
  Stages stages(StrictTable& table, std::string_view key);
  // "loop=stay-with-user": what a profile may meet.
  std::vector<std::string_view> conditions(StrictTable& table, std::string_view key);

  // Whether this file says it for the first time.
  bool first_here(const std::string& what, std::string_view file) {
    return said_.emplace(what, file.data()).second;
  }

  Pack pack;
  TrieBuilder trie;
  Patterns patterns;

 private:
  std::deque<std::string> strings_;
  std::deque<std::vector<ActId>> ids_;
  std::set<std::pair<std::string, const char*>> said_;  // rules and acts, each with its file's name
};

}  // namespace dsk::lexicon
