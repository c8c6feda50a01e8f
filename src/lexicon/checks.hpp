// The checks that a rule of a kind may name; the kind's file in rules/ says what each looks for.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "lexicon/pack.hpp"

namespace dsk::lexicon {

inline constexpr auto kLimitChecks = std::to_array<std::string_view>(
    {"late", "once-per-sentence", "open-questions", "words-per-sentence"});
inline constexpr auto kSpellingChecks =
    std::to_array<std::string_view>({"mixed-spelling", "unknown-word"});
inline constexpr auto kLedgerChecks =
    std::to_array<std::string_view>({"ambiguous-time", "impossible-date", "overdue"});
inline constexpr auto kMechanicsChecks = std::to_array<std::string_view>(
    {"article", "casing-punctuation", "doubled-word", "empty-reply", "gushing", "macro-residue",
     "missing-attachment", "no-human-name", "shouting", "steps-in-prose", "text-speak",
     "unfilled-placeholder", "vague-subject"});
inline constexpr auto kThreadChecks = std::to_array<std::string_view>(
    {"asks-how-to-help", "asks-known", "canned-understanding", "casual-when-serious",
     "fix-before-clarify", "jargon", "misspelt-name", "missing-empathy", "no-name",
     "no-restatement", "no-thanks", "other-message", "reference-mismatch", "repeats-secret",
     "repeats-tried", "unasked", "unanswered-question", "unanswered-signal", "vague-referent",
     "wrong-after-its-signal", "wrong-after-signal", "wrong-name"});

// What stands in braces in messages, each filled in by the rules that know it.
inline constexpr auto kFilledIn = std::to_array<std::string_view>(
    {"better", "cause", "count", "cues", "due", "english", "match", "name", "other", "tells",
     "usual"});

// Those of a kind; none where its rules have no check.
constexpr std::span<const std::string_view> checks_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::limit: return kLimitChecks;
    case RuleKind::spelling: return kSpellingChecks;
    case RuleKind::ledger: return kLedgerChecks;
    case RuleKind::mechanics: return kMechanicsChecks;
    case RuleKind::thread: return kThreadChecks;
    default: return {};
  }
}

}  // namespace dsk::lexicon
