// What a check came to: findings, facts and the verdict, in offsets of the body. Immutable, and
// self-contained but for the rules' texts, which it keeps alive.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_view.hpp"
#include "report/fact_list.hpp"
#include "report/texts.hpp"
#include "rules/finding.hpp"
#include "text/offsets.hpp"
#include "text/span.hpp"

namespace dsk {

struct Facts;
struct Message;
namespace rules {
struct Skipped;
}

// The words of all that follows lie in the report's texts, or in the rules'.

struct ReportedFix {
  Span body;
  const Offsets* offsets = nullptr;
  std::string_view replacement = "";
  lexicon::Safety safety = lexicon::Safety::preview;
};

struct ReportedFinding {
  const RuleView* rule = nullptr;
  lexicon::Level level = lexicon::Level::suggestion;
  bool blocks = false;
  Span body;
  const Offsets* offsets = nullptr;
  std::uint32_t sentence = 0;
  std::uint32_t line = 1, column = 1;
  std::string_view text = "", message = "", fingerprint = "";
  std::vector<ReportedFix> fixes;
  std::vector<Fact> related;
};

enum class Verdict : std::int32_t { pass = 0, advise = 1, confirm = 2, block = 3 };

inline constexpr std::size_t kMaxFindings = 1'000;
inline constexpr std::size_t kFirst = 3;

// A rule's id, a word of ours, or one of the report's texts: each ends in a NUL.
struct SkippedRule {
  std::string_view rule, reason;
};

struct Report {
  std::shared_ptr<const void> engine;  // keeps the rules alive
  Verdict verdict = Verdict::pass;
  std::string stage, language;
  std::string body, incoming_body;
  std::string texts_read;    // both messages as a reader sees them; "" where that is the body
  std::size_t own_text = 0;  // so many bytes of it are the mail's
  Offsets body_offsets, incoming_offsets;
  // Bodies of earlier messages that a finding points into.
  struct Earlier {
    std::string body;
    Offsets offsets;
  };
  std::map<const Message*, Earlier> earlier;
  bool body_in_file = false;
  std::size_t body_offset = 0;
  std::vector<ReportedFinding> findings;
  std::size_t dropped = 0;
  std::vector<std::uint32_t> first;  // indices of the findings to show first
  FactList facts;
  std::vector<SkippedRule> skipped;
  Texts texts;  // what was said for this mail alone

  // What words stand in it, for ranking suggestions.
  std::string_view nearby() const { return texts_read.empty() ? body : texts_read; }
  std::string_view read_text(bool of_incoming) const {
    return of_incoming ? nearby().substr(std::min(own_text + 1, nearby().size()))
                       : nearby().substr(0, own_text);
  }
};

// Everything but the language and what was skipped: the engine adds those. `views` are the rules in
// the order of the language's.
std::unique_ptr<Report> make_report(const Facts& facts, const std::vector<Finding>& findings,
                                    const std::vector<RuleView>& views, lexicon::Level gate);

}  // namespace dsk
