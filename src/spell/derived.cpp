// Words that no list has, made of words that lists have: "clocksource", "jitteriness".
#include <algorithm>
#include <iterator>

#include "spell/letters.hpp"
#include "spell/prefixes.hpp"
#include "spell/ranking.hpp"
#include "spell/speller.hpp"

namespace dsk::spell {
namespace {

// Within one part of a hyphenated word, the others being right.
constexpr Cost part_reach = 190;
// Of two words run together, and of the word that an ending was put to.
constexpr Cost stem_reach = 110;
constexpr std::uint32_t nodes_for_part = 11000;
// How many of the best may be the base of a form that no list has, and what such a form costs.
constexpr std::size_t most_bases = 12;
constexpr int unlisted_form = 85;
constexpr std::size_t most_joined = 3;
constexpr std::size_t most_searches = 2;
constexpr std::size_t listed_first = 4;
constexpr int hyphenated = 20;
constexpr int joined = 60;
constexpr int other_ending = 90;
// Two words run together that no list has so are worth a thought only where the best is farther
// off.
constexpr int far_off = 160;

bool ends_in(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

// "update" and "ers": updaters; "entry" and "s": entries.
std::string with_ending(std::string base, std::string_view ending) {
  if (ending.empty()) return base;
  const bool vowel = is_vowel(static_cast<unsigned char>(ending[0]));
  const bool hisses = ends_in(base, "s") || ends_in(base, "x") || ends_in(base, "z") ||
                      ends_in(base, "ch") || ends_in(base, "sh");
  const bool turns = ends_in(base, "y") && base.size() > 2 &&
                     !is_vowel(static_cast<unsigned char>(base[base.size() - 2]));
  if (turns && ending[0] != 'i') base.back() = 'i';
  if (ending == "s") return base + (hisses || turns ? "es" : "s");
  if (vowel && base.back() == 'e') base.pop_back();
  return base + std::string(ending);
}

}  // namespace

std::vector<Candidate> Speller::near_part(std::string_view part, Cost reach) const {
  std::uint32_t budget = nodes_for_part;
  std::vector<Candidate> found;
  Search(finders_, part).run({reach}, budget, found);
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const Candidate& one) {
                               return one.rarity > 4 || one.word.find('\'') != std::string::npos;
                             }),
              found.end());
  std::sort(found.begin(), found.end(), better);
  return found;
}

// "re-negotited": a part of a hyphenated word is wrong, or two of them.
void Speller::add_hyphenated(std::string_view word, std::vector<Candidate>& out) const {
  std::vector<Candidate> whole(1);
  std::size_t wrong = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = std::min(word.find('-', at), word.size());
    const std::string_view part = word.substr(at, end - at);
    const std::string_view rest = word.substr(end, end < word.size() ? 1 : 0);
    at = end + 1;
    if (part.size() < 3 || is_prefix(part) || knows(part)) {
      for (Candidate& one : whole) one.word += std::string(part) + std::string(rest);
      continue;
    }
    if (++wrong > 2) return;
    std::vector<Candidate> near = near_part(part, part_reach);
    if (near.size() > (wrong == 1 ? enough_candidates : 2)) {
      near.resize(wrong == 1 ? enough_candidates : 2);
    }
    std::vector<Candidate> longer;
    for (const Candidate& before : whole) {
      for (const Candidate& one : near) {
        Candidate both = one;
        both.word = before.word + one.word + std::string(rest);
        both.rarity = std::max(one.rarity, before.rarity);
        both.score += before.score;
        both.habit += before.habit;
        longer.push_back(std::move(both));
      }
    }
    whole = std::move(longer);
  }
  if (wrong > 0) std::move(whole.begin(), whole.end(), std::back_inserter(out));
}

// "deregistrated": a word that no list has begins with something that many words may begin with.
void Speller::add_prefixed(std::string_view word, std::vector<Candidate>& out) const {
  for (const Prefix& one : prefixes) {
    const std::string_view prefix = one.letters;
    if (word.size() < prefix.size() + 5 || !word.starts_with(prefix)) continue;
    const bool hyphen = one.has_hyphen && word.size() >= prefix.size() + 7;
    for (Candidate& rest : near_part(word.substr(prefix.size()), stem_reach)) {
      if (hyphen) {
        // That a hyphen was dropped has its price.
        out.push_back(rest);
        out.back().word = std::string(prefix) + '-' + rest.word;
        out.back().habit += hyphenated;
      }
      rest.word.insert(0, prefix);
      rest.score += error_model().derived;
      rest.habit += error_model().derived;
      out.push_back(std::move(rest));
    }
  }
}

// "clcoksource": two words run together, one of them wrong. Whoever wrote them so may want a name.
void Speller::add_joined(std::string_view word, std::vector<Candidate>& out) const {
  constexpr std::size_t least = 4;
  if (word.size() < 2 * least) return;
  std::size_t searches = 0;
  const auto add = [&](std::string_view right, bool before, std::string_view wrong) {
    if (searches == most_searches || rarity(right) > 3) return;
    ++searches;
    std::vector<Candidate> near = near_part(wrong, stem_reach);
    if (near.size() > most_joined) near.resize(most_joined);
    for (Candidate& one : near) {
      if (one.rarity > 3 || one.word.size() < least) continue;
      if (capitals(one.word) != Capitals::none) continue;
      one.word = before ? std::string(right) + one.word : one.word + std::string(right);
      one.habit += joined;
      out.push_back(std::move(one));
    }
  };
  // The longer the right one is, the less is it there by chance.
  for (std::size_t size = word.size() - least; size >= least; --size) {
    add(word.substr(0, size), true, word.substr(size));
    add(word.substr(word.size() - size), false, word.substr(0, word.size() - size));
  }
}

// "ambiguuousness": an ending that many words take, after one that was found without it.
void Speller::add_endings(std::string_view word, std::vector<Candidate>& out) const {
  static constexpr std::string_view endings[] = {"ness",  "ability", "able", "ers",     "er",
                                                 "ors",   "or",      "ings", "ing",     "ally",
                                                 "ly",    "ization", "ized", "isation", "ised",
                                                 "ed",    "less",    "s"};
  const auto typed = std::find_if(std::begin(endings), std::end(endings), [&](auto end) {
    return word.size() > end.size() + 4 && ends_in(word, end);
  });
  if (typed == std::end(endings)) return;
  std::vector<Candidate> near =
      near_part(word.substr(0, word.size() - typed->size()), stem_reach);
  if (near.size() > most_joined) near.resize(most_joined);
  for (Candidate& one : near) {
    if (one.rarity > 3 || one.word.size() < 4) continue;
    one.word = with_ending(std::move(one.word), *typed);
    one.habit += unlisted_form;
    out.push_back(std::move(one));
  }
}

// "transformate", "beaurocratical": the word has an ending too many, or another one.
void Speller::add_other_endings(std::string_view word, std::vector<Candidate>& out) const {
  static constexpr std::pair<std::string_view, std::string_view> endings[] = {
      {"ical", "ic"}, {"ated", "ed"}, {"ating", "ing"}, {"ates", "s"},
      {"ate", ""},    {"ation", "ment"}, {"ists", "s"}};
  for (const auto& [typed, meant] : endings) {
    if (!ends_in(word, typed) || word.size() < typed.size() + 5) continue;
    const std::string_view stem = word.substr(0, word.size() - typed.size());
    const std::string typed_stem = std::string(stem) + (meant == "ic" ? "ic" : "");
    for (Candidate& one : near_part(typed_stem, stem_reach)) {
      if (one.rarity > 3 || one.word.size() < 4) continue;
      // However many letters that takes.
      const int letters = Ranking(typed_stem).distance(one.word);
      if (meant != "ic") one.word = with_ending(std::move(one.word), meant);
      if (rarity(one.word) > 4) continue;
      one.habit += other_ending + letters - Ranking(word).distance(one.word);
      out.push_back(std::move(one));
    }
    return;
  }
}

// "declartors": a regular form that no list has, of a word that was found.
void Speller::add_forms(std::string_view word, const Ranking& ranking,
                        std::vector<Candidate>& found) const {
  static constexpr std::string_view endings[] = {"ers", "er",   "ings", "ing",
                                                 "ed",  "able", "ness", "s"};
  if (!english_) return;
  const auto typed = std::find_if(std::begin(endings), std::end(endings), [&](auto end) {
    return word.size() > end.size() + 4 && ends_in(word, end);
  });
  if (typed == std::end(endings)) return;
  const std::size_t bases = std::min(found.size(), most_bases);
  for (std::size_t i = 0; i < bases; ++i) {
    Candidate one = found[i];
    if (one.rarity > 4 || one.word.size() < 5 || one.word.back() == 's' ||
        one.word.find_first_of("' -") != std::string::npos) {
      continue;
    }
    one.word = with_ending(std::move(one.word), *typed);
    if (one.word == word || knows(one.word)) continue;
    // Behind its base: "informations" is no word to begin with.
    const int own = ranking.distance(one.word) +
                    Ranking::surprise(one.rarity, one.commonness) + one.habit + unlisted_form;
    one.score = std::max(own, one.score + 1);
    found.push_back(std::move(one));
  }
}

void Speller::add_unlisted(std::string_view word, const Ranking& ranking,
                           std::vector<Candidate>& found) const {
  std::vector<Candidate> more;
  add_endings(word, more);
  const bool parted = !found.empty() && found[0].word.find(' ') != std::string::npos;
  if (!parted && (found.empty() || found[0].score > far_off)) add_joined(word, more);
  // Behind the best words that lists have.
  const std::size_t listed = std::min(found.size(), listed_first);
  const int last_listed = listed == 0 ? 0 : found[listed - 1].score;
  for (Candidate& one : more) {
    const int own = ranking.distance(one.word) +
                    Ranking::surprise(one.rarity, one.commonness) + one.habit;
    one.score = knows(one.word) ? own : std::max(own, last_listed + 1);
    found.push_back(std::move(one));
  }
}

}  // namespace dsk::spell
