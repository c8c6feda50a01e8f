// What people's fingers and ears do to a word: the price of each kind of slip, in hundredths of a
// plain one. General patterns only; there is no list of misspelt words anywhere in here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dsk::spell {

using Cost = std::uint16_t;

// Letters written for others that sound or look the same. Read both ways.
struct Pattern {
  std::string_view one, other;  // small letters, UTF-8
  Cost cost;  // of looking for it
  Cost one_for_other, other_for_one;  // of having typed it, for the order of what was found
};
const Pattern* patterns(std::size_t& count);
constexpr Cost cheapest_pattern = 32;

struct ErrorModel {
  Cost substitute = 105;
  Cost substitute_vowel = 62;      // a vowel for a vowel
  Cost substitute_sound = 66;      // c for k, s for z
  Cost substitute_key = 88;        // the key beside it
  Cost substitute_accent = 12;     // e for é
  Cost dropped = 73;
  Cost dropped_twin = 36;          // accomodate
  Cost dropped_mute = 42;          // a vowel, or a letter that is often silent
  Cost dropped_apostrophe = 20;    // dont
  Cost added = 95;
  Cost added_twin = 49;            // untill
  Cost added_mute = 80;
  Cost added_apostrophe = 50;
  Cost transposed = 55;
  Cost transposed_across = 95;     // prodives
  Cost first_letter = 60;          // on top: people get the first letter right
  Cost capital = 14;               // paris
  Cost acronym = 50;               // api for API, where a word may be meant
  Cost split = 115;                // alot
  Cost possessive = 75;            // childs for child's, when no apostrophe was typed
  Cost abroad = 27;                // colour, in an American mail
  Cost derived = 102;               // a word that no list has, with a prefix: reinstantiate
  Cost term = 31;                  // a word of the trade, against one of the language
  Cost rarity[8] = {0, 14, 18, 43, 75, 85, 125, 150};
  Cost in_context = 45;            // taken off for a word this mail or the incoming uses
};
inline constexpr ErrorModel the_error_model;
constexpr const ErrorModel& error_model() { return the_error_model; }

// a to z and 0 to 9 by their keys: nearly all that is ever typed.
constexpr std::size_t keys = 36;
constexpr bool has_key(char32_t letter) {
  return (letter >= U'a' && letter <= U'z') || (letter >= U'0' && letter <= U'9');
}
constexpr std::size_t key_of(char32_t letter) {
  return letter >= U'a' ? letter - U'a' : letter - U'0' + 26;
}
extern const std::array<std::array<Cost, keys>, keys> key_prices;  // [typed][meant]
// What it costs at least that one was typed for any letter but itself, whatever its accents.
extern const std::array<Cost, keys> key_losses;
// Those that sound alike, or are vowels too: a bit for each key.
extern const std::array<std::uint64_t, keys> key_alikes;
Cost substitution_without_key(char32_t typed, char32_t meant);

// Price of writing `typed` where `meant` belongs, both small letters.
inline Cost substitution(char32_t typed, char32_t meant) {
  return has_key(typed) && has_key(meant) ? key_prices[key_of(typed)][key_of(meant)]
                                          : substitution_without_key(typed, meant);
}
bool is_vowel(char32_t letter);
// Letters that go unheard often enough: e at the end, h after a consonant, …
bool is_often_mute(char32_t letter);

}  // namespace dsk::spell
