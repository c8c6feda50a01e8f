// The rule kinds: one source file each, all of the same shape.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/facts.hpp"
#include "rules/finding.hpp"

namespace dsk::rules {

// A text with its ASCII letters lowered, and which pairs of letters stand in it: most of the literals
// that patterns need are ruled out by a pair.
class LowText {
 public:
  explicit LowText(std::string_view text);

  std::string_view text() const { return text_; }
  bool may_hold(std::string_view literal) const;

 private:
  static std::size_t pair(char one, char other) {
    return (static_cast<unsigned>(one) & 63u) << 6 | (static_cast<unsigned>(other) & 63u);
  }
  std::string text_;
  std::bitset<64 * 64> pairs_;
};

// One rule at work on one mail. A kind looks for its matches and reports them; guards, levels,
// messages and fixes are the same for all and happen here.
class Job {
 public:
  Job(const lexicon::LanguageRule& rule, const Facts& facts, const LowText& low,
      std::vector<Finding>& out)
      : rule_(*rule.rule), regexes_(rule.regexes), facts_(facts), low_(low), out_(out) {}

  const lexicon::Rule& rule() const { return rule_; }
  const std::vector<match::Regex>& regexes() const { return regexes_; }
  const Facts& facts() const { return facts_; }
  const Reading& reading() const { return facts_.mail.reading; }
  const match::Hits& hits() const { return facts_.mail.hits; }
  const Acts& acts() const { return facts_.mail.acts; }
  const LowText& low() const { return low_; }

  // Do the rule's guards let a finding about this sentence pass?
  bool allowed(std::uint32_t sentence) const;
  // The level its grades give it there (kNoSentence: the whole mail); nothing where one says "off".
  // `count` is what a limit counted.
  std::optional<lexicon::Level> level(std::uint32_t sentence, std::uint32_t count = 0) const;

  // Report words [first, last) of a sentence, with the rule's own fixes, if guards and grades allow.
  Finding* report(std::uint32_t sentence, std::uint32_t first, std::uint32_t last,
                  std::uint32_t count = 0);
  // The same without asking the guards: the kind has judged.
  Finding* report_span(std::uint32_t sentence, Span span, lexicon::Level level);
  // Has this rule said something about the sentence?
  bool told_in(std::uint32_t sentence) const;
  // Report the mail as a whole.
  Finding* report_mail(std::uint32_t count = 0);

 private:
  const lexicon::Rule& rule_;
  const std::vector<match::Regex>& regexes_;
  const Facts& facts_;
  const LowText& low_;
  std::vector<Finding>& out_;
};

// The message template with {match} and the like filled in.
std::string fill(std::string_view text, std::string_view match,
                 const std::vector<std::pair<std::string_view, std::string>>& values = {});

// Run every rule that applies; `levels` gives each rule's level by index, nothing for one that is
// off. Rules that lack what they need are named in `skipped` with the reason.
struct Skipped {
  const lexicon::Rule* rule = nullptr;
  std::string_view reason;
};
void run(const Facts& facts, const std::vector<std::optional<lexicon::Level>>& levels,
         std::vector<Finding>& findings, std::vector<Skipped>& skipped);

// The kinds.
void phrase(Job& job);
void require(Job& job);
void limit(Job& job);
void pair(Job& job);
void cues(Job& job);
void thread(Job& job);
void spelling(Job& job);
void mechanics(Job& job);
void ledger(Job& job);

}  // namespace dsk::rules
