// Two words run together: "alot", "tothe", "bookmarksbackup".
#include <algorithm>
#include <iterator>

#include "spell/error_model.hpp"
#include "spell/ranking.hpp"
#include "spell/speller.hpp"
#include "utf8.hpp"

namespace dsk::spell {
namespace {

constexpr std::size_t long_word = 6;
// What two words cost beyond a space and their own rarity: two letters are a word by chance, an
// article is often run into its noun, and "in", "as" and "of" into what makes them an adverb.
constexpr int by_chance = 25;
constexpr int often_run_on = -55;
constexpr int often_run_together = -10;
constexpr int ending_too = 60;
// What is rarer stands in a word by chance; a term counts as that rare.
constexpr std::uint32_t rarest_short = 2, rarest_term = 3;

// "absorbs ion", "spend our", "look in": an ending that is a word too, or lacks a letter.
bool is_ending(std::string_view part) {
  static constexpr std::string_view endings[] = {"ion", "ions", "ally", "less", "able", "ship",
                                                 "our", "ate",  "ant",  "ward", "wise", "in"};
  return std::find(std::begin(endings), std::end(endings), part) != std::end(endings);
}

bool is_article(std::string_view part) { return part == "a" || part == "A"; }

bool stands_in_every_mail(const Note& note) {
  return note.rarity() == 0 && note.commonness() == most_common;
}

bool is_short(std::string_view part, const Note& note) {
  return part.size() < 3 && !stands_in_every_mail(note);
}

// "an notion" and "a other" are no two words.
bool goes_before(std::string_view left, std::string_view right) {
  const bool vowel = is_vowel(static_cast<unsigned char>(right[0]));
  return vowel ? !is_article(left) : left != "an";
}

}  // namespace

bool Parting::is_of_long_words() const {
  return left.size() >= long_word && right.size() >= long_word;
}

bool Parting::is_usual() const {
  return right.size() > 1 && left.size() + right.size() > 3 && first.rarity() <= 1 &&
         second.rarity() <= 1 && (stands_in_every_mail(first) || stands_in_every_mail(second));
}

Candidate Parting::candidate() const {
  const ErrorModel& model = error_model();
  const bool usual = is_usual() && stands_in_every_mail(first);
  const int chance = !goes_before(left, right)                  ? by_chance
                     : is_article(left) && second.rarity() == 0 ? often_run_on
                     : left.size() > 3 && is_ending(right)      ? ending_too
                     : is_short(left, first) || is_short(right, second) ? by_chance
                     : usual                                    ? often_run_together
                                                                : 0;
  const auto surprise = [&](const Note& note) {
    return Ranking::surprise(note.rarity(), usual ? note.commonness() : 0);
  };
  Candidate found;
  found.word = std::string(left) + ' ' + std::string(right);
  found.slip = model.split;
  found.score = model.split + model.rarity[first.rarity()] + model.rarity[second.rarity()] + chance;
  found.rarity = first.rarity();
  found.commonness = usual ? first.commonness() : 0;
  found.habit = surprise(second) + chance;
  return found;
}

std::vector<Parting> Speller::partings(std::string_view word) const {
  std::vector<Parting> all;
  const auto is_part = [&](std::string_view part, std::uint32_t rarest, Note& note) {
    if (part.size() == 1 && !is_article(part) && part != "I") return false;
    if (has_form(words_, home_, part, &note)) return note.rarity() <= rarest;
    if (rarest < rarest_term || !has_form(terms(), Note::term, part)) return false;
    note = {rarest_term};
    return true;
  };
  Parting one;
  for (std::size_t at = 1; at < word.size(); ++at) {
    if (utf8::continues(word[at])) continue;
    one.left = word.substr(0, at);
    one.right = word.substr(at);
    const std::uint32_t rarest = one.is_of_long_words() ? rarest_term : rarest_short;
    if (one.right != "'s" && is_part(one.left, rarest, one.first) &&
        is_part(one.right, rarest, one.second))
      all.push_back(one);
  }
  return all;
}

}  // namespace dsk::spell
