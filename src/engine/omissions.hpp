// What a report leaves out, and why: what rules lacked, and what the mail says is not to be told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/language.hpp"
#include "report/report.hpp"
#include "rules/finding.hpp"
#include "rules/rules.hpp"

namespace dsk {

// Does it mean this rule, by the id it has or one it had once?
bool means(std::string_view glob, const lexicon::Rule& rule);

// A glob that the mail names in an X-Deskside-Ignore, and the gravest of what it hid.
struct Ignored {
  std::string_view glob;
  std::optional<lexicon::Level> hid;
};

// Hides what the mail says is not to be told: each glob is held against the rules that spoke.
std::vector<Ignored> hide_ignored(const std::vector<std::string>& ignores,
                                  const lexicon::Language& language,
                                  std::vector<Finding>& findings);

void tell_lacks(const std::vector<rules::Skipped>& skipped, Report& report);
void tell_ignored(const std::vector<Ignored>& ignored, const lexicon::Language& language,
                  Report& report);

}  // namespace dsk
