// What many words may begin with.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace dsk::spell {

struct Prefix {
  std::string_view letters;
  bool is_free = true;       // else some words with it are another's slip: "disfunction"
  bool has_hyphen = false;  // in as many words as not: "non-standard"
};
inline constexpr Prefix prefixes[] = {
    {"un"},         {"re"},        {"de"},         {"non", true, true},   {"pre", true, true},
    {"sub"},        {"over"},      {"under"},      {"multi", true, true}, {"auto"},
    {"inter"},      {"micro"},     {"meta"},       {"mis"},               {"co"},
    {"super"},      {"anti", true, true},          {"post", true, true},  {"self", false, true},
    {"dis", false}, {"semi", false}, {"mini", false}};

constexpr bool is_prefix(std::string_view part) {
  return std::any_of(std::begin(prefixes), std::end(prefixes),
                     [&](const Prefix& prefix) { return prefix.letters == part; });
}

// Does it stand before a hyphen without being a word? These are seldom written without one.
constexpr bool goes_before_hyphen(std::string_view part) {
  constexpr std::string_view seldom_joined[] = {"intra",  "hyper", "macro", "pseudo", "quasi",
                                                "ultra",  "pro",   "cyber", "tele"};
  return is_prefix(part) || std::find(std::begin(seldom_joined), std::end(seldom_joined), part) !=
                                std::end(seldom_joined);
}

}  // namespace dsk::spell
