// A walk turns back wherever it can show that nothing lies ahead. Here every word is looked at.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "spell/automaton_builder.hpp"
#include "spell/candidates.hpp"
#include "spell/error_model.hpp"
#include "spell/linked_words.hpp"

using namespace dsk::spell;

namespace {

constexpr int out_of_reach = 1 << 20;

int dropped(char letter) {
  const ErrorModel& model = error_model();
  return letter == '\''                                             ? model.dropped_apostrophe
         : is_often_mute(static_cast<unsigned char>(letter)) ? model.dropped_mute
                                                             : model.dropped;
}

int added(char letter, bool twin) {
  const ErrorModel& model = error_model();
  return letter == '\''                                             ? model.added_apostrophe
         : twin                                                     ? model.added_twin
         : is_often_mute(static_cast<unsigned char>(letter)) ? model.added_mute
                                                             : model.added;
}

// Letters typed for others, and what that costs.
struct Mistake {
  std::size_t end;  // of what was typed
  std::size_t size;
  std::string meant;
  int cost;
};

std::vector<Mistake> mistakes_in(const std::string& typed) {
  std::vector<Mistake> found;
  std::size_t count = 0;
  const Pattern* all = patterns(count);
  for (std::size_t at = 0; at < typed.size(); ++at) {
    for (std::size_t i = 0; i < count; ++i) {
      for (const auto& [wrong, right] : {std::pair(all[i].one, all[i].other),
                                         std::pair(all[i].other, all[i].one)}) {
        if (typed.compare(at, wrong.size(), wrong) == 0)
          found.push_back({at + wrong.size(), wrong.size(), std::string(right), all[i].cost});
      }
    }
    const ErrorModel& model = error_model();
    for (const std::size_t size : {std::size_t{2}, std::size_t{3}}) {
      if (at + size > typed.size() || typed[at] == typed[at + size - 1]) continue;
      const std::string wrong = typed.substr(at, size);
      found.push_back({at + size, size, {wrong.rbegin(), wrong.rend()},
                       (size == 2 ? model.transposed : model.transposed_across) +
                           (at == 0 ? model.first_letter / 2 : 0)});
    }
  }
  return found;
}

// What it costs to have typed `typed` for `word`, both in small letters; rows whose least is more
// than the slips may be spread over so few letters count for nothing.
int price(const std::string& typed, const std::vector<Mistake>& mistakes, const std::string& word,
          int reach, int spread) {
  const ErrorModel& model = error_model();
  const std::size_t size = typed.size();
  std::vector<std::vector<int>> rows(word.size() + 1, std::vector<int>(size + 1, out_of_reach));
  for (std::size_t d = 0; d <= word.size(); ++d) {
    std::vector<int>& row = rows[d];
    const int first_met = d == 1 ? model.first_letter : 0;
    for (std::size_t j = 0; j <= size; ++j) {
      int& cost = row[j];
      if (d == 0 && j == 0) cost = 0;
      const int first_typed = j == 1 ? model.first_letter : 0;
      if (j > 0) {
        const bool twin = j > 1 && typed[j - 1] == typed[j - 2];
        cost = std::min(cost, row[j - 1] + added(typed[j - 1], twin) + first_typed);
      }
      if (d == 0) continue;
      const bool twin = d > 1 && word[d - 1] == word[d - 2];
      const int drop = dropped(word[d - 1]);
      cost = std::min(cost, rows[d - 1][j] + first_met +
                                (twin ? std::min<int>(model.dropped_twin, drop) : drop));
      if (j == 0) continue;
      const int other = substitution(static_cast<unsigned char>(typed[j - 1]),
                                     static_cast<unsigned char>(word[d - 1]));
      cost = std::min(cost, rows[d - 1][j - 1] + (other != 0 ? other + first_typed : 0));
    }
    // Several letters at once lead on like others.
    for (const Mistake& one : mistakes) {
      if (one.meant.size() > d || word.compare(d - one.meant.size(), one.meant.size(), one.meant) != 0)
        continue;
      row[one.end] = std::min(row[one.end], rows[d - one.meant.size()][one.end - one.size] + one.cost);
    }
    for (std::size_t j = 1; j <= size; ++j) {
      const bool twin = j > 1 && typed[j - 1] == typed[j - 2];
      row[j] = std::min(row[j], row[j - 1] + added(typed[j - 1], twin) +
                                    (j == 1 ? model.first_letter : 0));
    }
    if (d == 0) continue;
    int limit = std::min<int>(spread, 85 + static_cast<int>(spread * d / size));
    if (d == 1) limit = std::max(limit, 85 + model.first_letter);
    if (*std::min_element(row.begin(), row.end()) > std::min(reach, limit))
      row.assign(size + 1, out_of_reach);
  }
  return rows[word.size()][size];
}

using Prices = std::map<std::string, int>;

Prices walked(const CandidateFinder& finder, const std::string& typed, Cost reach, Cost spread) {
  std::vector<Candidate> found;
  std::uint32_t budget = std::numeric_limits<std::uint32_t>::max();
  Range range{reach};
  range.spread = spread;
  range.slack = std::numeric_limits<Cost>::max() / 2;
  Search({&finder, 1}, typed).run(range, budget, found);
  Prices prices;
  for (const Candidate& one : found) prices[one.word] = one.slip;
  return prices;
}

Prices priced(const std::vector<std::string>& words, const std::string& typed, Cost reach,
              Cost spread) {
  const std::vector<Mistake> mistakes = mistakes_in(typed);
  Prices prices;
  for (const std::string& word : words) {
    const int cost = price(typed, mistakes, word, reach, spread);
    if (cost <= reach) prices[word] = cost;
  }
  return prices;
}

// All forms in small ASCII letters.
void collect(const Automaton& words, std::uint32_t node, std::string& form,
             std::vector<std::string>& out) {
  for (;; ++node) {
    const Automaton::Arc arc = words.arc(node);
    if (arc.label() == 0) {
      if (!Note{arc.target()}.has(Note::exact)) out.push_back(form);
    } else if (const char32_t letter = words.letter(arc.label());
               (letter >= U'a' && letter <= U'z') || letter == U'\'') {
      form.push_back(static_cast<char>(letter));
      collect(words, arc.target(), form, out);
      form.pop_back();
    }
    if (arc.last()) return;
  }
}

const std::vector<std::pair<Cost, Cost>> reaches = {{80, 110}, {110, 110}, {190, 190}, {330, 330}};

class Typist {
 public:
  std::string syllables(std::size_t count) {
    static constexpr const char* parts[] = {"tion", "ph",  "ck", "ie", "ance", "ss", "er", "able",
                                            "qu",   "ough", "m",  "ra", "lo",   "t",  "wh", "igh",
                                            "u",    "n'",   "sh", "ee", "ci",   "y",  "do", "b"};
    std::string word;
    for (std::size_t i = 0; i < count; ++i) word += parts[random_() % std::size(parts)];
    return word;
  }
  std::string slip(std::string word) {
    const std::size_t at = random_() % word.size();
    const char letter = static_cast<char>('a' + random_() % 26);
    switch (random_() % 5) {
      case 0: word.erase(at, 1); break;
      case 1: word.insert(at, 1, letter); break;
      case 2: word[at] = letter; break;
      case 3: word.insert(at, 1, word[at]); break;
      default: std::swap(word[at], word[word.size() - 1 - at]);
    }
    return word.empty() ? "a" : word;
  }
  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  std::mt19937 random_{11};
};

}  // namespace

TEST_CASE("a walk finds what a look at every word finds") {
  Typist typist;
  std::vector<std::string> words = {"abcdefghijklmnopqrstuvwxyz'"};
  std::vector<Form> forms = {{words[0], {}}};
  for (int i = 0; i < 300; ++i) {
    words.push_back(typist.syllables(1 + typist.below(6)));
    forms.push_back({words.back(), {}});
  }
  const std::string bytes = build_automaton(forms, "xx", true);
  const Automaton automaton(bytes, true);
  const CandidateFinder finder(automaton, 0);
  std::size_t found = 0;
  for (int i = 0; i < 250; ++i) {
    std::string typed = typist.below(4) == 0 ? typist.syllables(1 + typist.below(6))
                                             : words[typist.below(words.size())];
    for (std::size_t slips = typist.below(4); slips > 0; --slips) typed = typist.slip(typed);
    if (typed.size() > 30) continue;
    CAPTURE(typed);
    for (const auto& pair : reaches) {
      const Cost reach = pair.first;
      const Cost spread = pair.second;
      CAPTURE(reach);
      const Prices all = priced(words, typed, reach, spread);
      CHECK(walked(finder, typed, reach, spread) == all);
      found += all.size();
    }
  }
  CHECK(found > 500);
}

TEST_CASE("a walk through the shipped words finds what a look at every one of them finds") {
  const Automaton automaton(linked_english());
  const CandidateFinder finder(automaton, 0);
  std::vector<std::string> words;
  std::string form;
  collect(automaton, automaton.root(), form, words);
  REQUIRE(words.size() > 100000);
  for (const char* typed : {"mailserver", "definately", "phonix", "skedule", "xqzzt"}) {
    CAPTURE(typed);
    Prices found = walked(finder, typed, 190, 190);
    for (auto it = found.begin(); it != found.end();) {
      const bool small = it->first.find_first_not_of("abcdefghijklmnopqrstuvwxyz'") == std::string::npos;
      it = small ? std::next(it) : found.erase(it);
    }
    CHECK(found == priced(words, typed, 190, 190));
  }
}

TEST_CASE("a word that is a term too is met as both and a brand named after a word is not met") {
  constexpr std::uint32_t home = Note::american | Note::british;
  const std::string bytes = build_automaton({{"disk", {home | 4u}},
                                             {"disk", {Note::term | 7u}},
                                             {"once", {home | 1u}},
                                             {"inode", {Note::term | 7u}},
                                             {"swift", {home | 2u}},
                                             {"Swift", {Note::term | 7u}}},
                                            "xx", true);
  const Automaton automaton(bytes, true);
  const auto scores = [&](std::uint32_t at, const char* typed) {
    const CandidateFinder finder(automaton, at);
    std::vector<Candidate> found;
    std::uint32_t budget = 1000;
    Search({&finder, 1}, typed).run({110}, budget, found);
    std::vector<std::pair<std::string, int>> scores;
    for (const Candidate& one : found) scores.emplace_back(one.word, one.score - one.slip);
    return scores;
  };
  using Scores = std::vector<std::pair<std::string, int>>;
  const ErrorModel& model = error_model();
  CHECK(scores(Note::american, "dissk") == Scores{{"disk", model.rarity[4]}, {"disk", model.term}});
  CHECK(scores(Note::american, "inodde") == Scores{{"inode", model.term}});
  CHECK(scores(Note::american, "swiift") == Scores{{"swift", model.rarity[2]}});
  CHECK(scores(Note::term, "dissk") == Scores{{"disk", model.term}});
  CHECK(scores(Note::term, "swiift").empty());
}
