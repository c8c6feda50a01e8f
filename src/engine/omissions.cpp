#include "engine/omissions.hpp"

#include <algorithm>

#include "engine/options.hpp"

namespace dsk {
namespace {

// Where the bracket ends that the text begins with, those inside it counted.
std::size_t bracket_end(std::string_view text) {
  std::size_t open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(') ++open;
    if (text[at] == ')' && --open == 0) return at + 1;
  }
  return text.size();
}

// "RULE-GLOB (reason), RULE-GLOB": the globs. What else follows one is a reason without brackets.
std::vector<std::string_view> ignored_globs(std::string_view ignore) {
  std::vector<std::string_view> globs;
  const auto blanks = [&] {
    ignore.remove_prefix(std::min(ignore.find_first_not_of(" \t"), ignore.size()));
  };
  for (blanks(); !ignore.empty(); blanks()) {
    const std::size_t end = std::min(ignore.find_first_of(" \t,;("), ignore.size());
    if (end != 0) globs.push_back(ignore.substr(0, end));
    ignore.remove_prefix(end);
    blanks();
    if (!ignore.empty() && ignore.front() == '(') {
      ignore.remove_prefix(bracket_end(ignore));
      blanks();
    }
    if (ignore.empty() || (ignore.front() != ',' && ignore.front() != ';')) break;
    ignore.remove_prefix(1);
  }
  return globs;
}

void tell(Report& report, std::string_view kind, std::string_view name, std::string_view value) {
  Fact& fact = report.facts.add(kind);
  fact.name = name;
  fact.value = value;
}

}  // namespace

bool means(std::string_view glob, const lexicon::Rule& rule) {
  return glob_matches(glob, rule.id) ||
         std::any_of(rule.aliases.begin(), rule.aliases.end(),
                     [&](std::string_view alias) { return glob_matches(glob, alias); });
}

std::vector<Ignored> hide_ignored(const std::vector<std::string>& ignores,
                                  const lexicon::Language& language,
                                  std::vector<Finding>& findings) {
  std::vector<Ignored> all;
  if (ignores.empty()) return all;
  const std::vector<lexicon::LanguageRule>& rules = language.rules();
  std::vector<std::optional<lexicon::Level>> gravest(rules.size());  // that each rule said
  for (const Finding& one : findings)
    if (!one.hidden) gravest[one.number] = std::max(gravest[one.number], std::optional(one.level));
  std::vector<bool> hidden(rules.size());
  for (const std::string& ignore : ignores) {
    for (const std::string_view glob : ignored_globs(ignore)) {
      Ignored& ignored = all.emplace_back(Ignored{glob, std::nullopt});
      for (std::size_t at = 0; at < rules.size(); ++at) {
        if (!gravest[at] || !means(glob, *rules[at].rule)) continue;
        hidden[at] = true;
        ignored.hid = std::max(ignored.hid, gravest[at]);
      }
    }
  }
  for (Finding& one : findings) one.hidden = one.hidden || hidden[one.number];
  return all;
}

void tell_lacks(const std::vector<rules::Skipped>& skipped, Report& report) {
  unsigned told = 0;
  for (const rules::Skipped& one : skipped) {
    report.skipped.push_back({one.rule->id, one.lack->reason});
    if ((told & one.lack->need) == 0) tell(report, "lack", one.lack->name, one.lack->reason);
    told |= one.lack->need;
  }
}

void tell_ignored(const std::vector<Ignored>& ignored, const lexicon::Language& language,
                  Report& report) {
  for (const Ignored& one : ignored) {
    const std::string_view glob = report.texts.keep(one.glob);
    const bool exists =
        one.hid || std::any_of(language.rules().begin(), language.rules().end(),
                               [&](const auto& rule) { return means(glob, *rule.rule); });
    report.skipped.push_back(
        {glob, one.hid  ? "X-Deskside-Ignore says so"
               : exists ? "X-Deskside-Ignore names it, but there was nothing to hide"
                        : "X-Deskside-Ignore names it, but there is no such rule"});
    tell(report, "ignored", glob,
         one.hid  ? name_of(*one.hid)
         : exists ? "nothing"
                  : "no-such-rule");
  }
}

}  // namespace dsk
