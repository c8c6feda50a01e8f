// What many words may begin with.
#pragma once

#include <string_view>

namespace dsk::spell {

struct Prefix {
  std::string_view letters;
  bool is_free = true;  // else some words with it are another's slip: "disfunction"
};
inline constexpr Prefix prefixes[] = {
    {"un"},    {"re"},   {"de"},          {"non"},        {"pre"},         {"sub"},
    {"multi"}, {"over"}, {"under"},       {"auto"},       {"inter"},       {"micro"},
    {"meta"},  {"mis"},  {"co"},          {"anti"},       {"super"},       {"post"},
    {"self", false},     {"dis", false},  {"semi", false}, {"mini", false}};

}  // namespace dsk::spell
