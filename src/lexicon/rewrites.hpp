// The rewrites that a fix of a pack may name; rules/rewrite.cpp makes them.
#pragma once

#include <array>
#include <string_view>

namespace dsk::lexicon {

inline constexpr std::array<std::string_view, 14> kRewrites = {
    "blame-to-passive", "calm-marks",        "close-on-confirmation", "command-to-request",
    "delete",           "delete-minimiser",  "lower-case",            "offer-alternative",
    "reopen-any-time",  "sorry-that",        "specific-apology",      "spell-out",
    "update-by",        "when"};

}  // namespace dsk::lexicon
