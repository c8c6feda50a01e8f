// What many words may begin with.
#pragma once

#include <span>
#include <string_view>

namespace dsk::spell {

inline constexpr std::string_view prefixes[] = {
    "un",   "re",    "de",   "non", "pre", "sub",  "multi", "over",  "under", "auto", "inter",
    "micro", "meta", "mis", "co",  "anti",  "super", "post",
    // With these some words are another's slip: "disfunction".
    "self", "dis", "semi", "mini"};
inline constexpr std::span free_prefixes = std::span(prefixes).first(18);

}  // namespace dsk::spell
