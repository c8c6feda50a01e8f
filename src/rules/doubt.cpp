#include "rules/doubt.hpp"

namespace dsk::rules {
namespace {

using lexicon::Level;
using lexicon::RuleKind;

constexpr std::uint32_t kManyWords = 100;
constexpr std::uint32_t kShortSentence = 12;  // words and marks

// May these words mean something else? What is counted, or written wrong, does not, and what would
// be an error is worth a look.
bool is_doubtful(const Finding& one, const Reading& reading) {
  const RuleKind kind = one.rule->kind;
  if (one.level != Level::suggestion || one.rule->level == Level::error || one.rule->secret ||
      one.rule->pillar == "basics")
    return false;
  if (kind == RuleKind::thread) return true;
  return (kind == RuleKind::phrase || kind == RuleKind::pair || kind == RuleKind::cues) &&
         one.sentence != kNoSentence && reading.sentences[one.sentence].size() > kShortSentence;
}

}  // namespace

void doubt_less(const Reading& reading, const std::vector<Force>& forces,
                std::vector<Finding>& findings) {
  if (reading.word_count < kManyWords) return;
  const lexicon::Rule* alone = nullptr;
  for (const Finding& one : findings) {
    if (one.hidden || one.level == Level::coach) continue;
    const bool same = !alone || alone == one.rule;
    if (!same || forces[one.number].level || !is_doubtful(one, reading)) return;
    alone = one.rule;
  }
  for (Finding& one : findings)
    if (one.rule == alone) one.level = Level::coach;
}

}  // namespace dsk::rules
