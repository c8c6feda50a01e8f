// What many words may begin with.
#pragma once

#include <string_view>

namespace dsk::spell {

// Before nearly any word: "unsuspended", "reshared".
inline constexpr std::string_view free_prefixes[] = {
    "un",   "re",    "de",   "non", "pre", "sub",  "multi", "over",  "under",
    "auto", "inter", "micro", "meta", "mis", "co", "anti",  "super", "post"};
// Where they are no other word's slip: "disfunction" is "dysfunction".
inline constexpr std::string_view other_prefixes[] = {"self", "dis", "semi", "mini"};

}  // namespace dsk::spell
