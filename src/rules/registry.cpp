#include <algorithm>
#include <array>

#include "rules/doubt.hpp"
#include "rules/rules.hpp"

namespace dsk::rules {
namespace {

using lexicon::Need;

// By RuleKind.
constexpr std::array kKinds = {phrase, require,  limit,     pair,  cues,
                               thread, spelling, mechanics, ledger};

bool is_missing(Need need, const Facts& facts) {
  const mail::Document& mail = facts.mail.document;
  switch (need) {
    case lexicon::needs_incoming: return facts.incoming == nullptr;
    case lexicon::needs_recipients: return mail.to.empty() && mail.cc.empty();
    case lexicon::needs_promises: return facts.promises.empty();
    case lexicon::needs_subject: return !mail.is_mail && mail.subject.empty();
    case lexicon::needs_date: return mail.date.empty() && facts.now.empty();
    case lexicon::needs_whole_mail: return facts.fragment;
  }
  return false;
}

constexpr std::array kLacks = std::to_array<Lack>({
    {lexicon::needs_incoming, "incoming", "no incoming message"},
    {lexicon::needs_recipients, "recipients", "no recipients"},
    {lexicon::needs_promises, "promises", "no open promises"},
    {lexicon::needs_subject, "subject", "no subject given"},
    {lexicon::needs_date, "date", "no date given"},
    {lexicon::needs_whole_mail, "whole-mail", "only a piece of a mail"},
});
static_assert(std::equal(kLacks.begin(), kLacks.end(), lexicon::kNeeds.begin(),
                         lexicon::kNeeds.end(),
                         [](const Lack& one, std::string_view name) { return one.name == name; }));

bool profile_allows(const lexicon::Rule& rule, const Facts& facts) {
  return (rule.profile.empty() || facts.profile_is_any(rule.profile)) &&
         !facts.profile_is_any(rule.not_profile);
}

bool stage_allows(const lexicon::Rule& rule, lexicon::Stage stage) {
  if (rule.stages != 0 && (rule.stages & lexicon::bit(stage)) == 0) return false;
  if ((rule.not_stages & lexicon::bit(stage)) != 0) return false;
  // Where the stage is not known, nothing can be missing.
  return stage != lexicon::Stage::unknown || rule.kind != lexicon::RuleKind::require;
}

// A rule that knows the slip says more than that no dictionary has the word: “informations”.
void drop_explained(std::vector<Finding>& findings) {
  std::vector<Span> explained;
  for (const Finding& one : findings)
    if (one.rule->kind == lexicon::RuleKind::phrase && one.rule->pillar == "basics" &&
        !one.hidden && !one.span.empty())
      explained.push_back(one.span);
  if (explained.empty()) return;
  std::sort(explained.begin(), explained.end());
  std::erase_if(findings, [&](const Finding& one) {
    if (one.rule->kind != lexicon::RuleKind::spelling) return false;
    const auto after =
        std::upper_bound(explained.begin(), explained.end(), one.span.begin,
                         [](std::uint32_t at, Span span) { return at < span.begin; });
    return after != explained.begin() && std::prev(after)->end >= one.span.end;
  });
}

// A secret that several patterns found in one place is told once, by the gravest rule.
void hide_told_twice(std::vector<Finding>& findings, Span Finding::*place) {
  std::vector<Finding*> found;
  for (Finding& one : findings)
    if (one.rule->secret && !one.hidden && !(one.*place).empty()) found.push_back(&one);
  std::stable_sort(found.begin(), found.end(), [&](const Finding* a, const Finding* b) {
    return std::pair((a->*place).begin, (b->*place).end) <
           std::pair((b->*place).begin, (a->*place).end);
  });
  const auto gravity = [](const Finding* it) { return std::pair(it->level, it->rule->level); };
  Finding* told = nullptr;
  std::uint32_t end = 0;  // of what was found so far
  for (Finding* one : found) {
    if (told && (one->*place).begin < end) {
      if (gravity(one) > gravity(told)) std::swap(one, told);
      one->hidden = true;
    } else {
      told = one;
    }
    end = std::max({end, (one->*place).end, (told->*place).end});
  }
}

// A level that is set wins over the grades of the pack; the rule's own, set, is the most it says.
void set_level(Finding& finding, lexicon::Level level) {
  finding.level = level == finding.rule->level ? std::min(finding.level, level) : level;
  finding.blocks = finding.blocks && finding.level == lexicon::Level::error;
}

}  // namespace

void run(const Facts& facts, const std::vector<Force>& forces, std::vector<Finding>& findings,
         std::vector<Skipped>& skipped) {
  const std::vector<lexicon::LanguageRule>& rules = facts.language.rules();
  std::optional<Signs> found;
  const Signs* const kept = facts.mail.remembered ? facts.mail.remembered->signs : nullptr;
  const Signs& signs = kept ? *kept : found.emplace(facts.language, facts.mail.reading.text);
  // As many as most mails come to.
  findings.reserve(16);
  skipped.reserve(32);
  unsigned missing = 0;  // of all that rules may need
  for (const Lack& one : kLacks)
    if (is_missing(one.need, facts)) missing |= one.need;
  for (std::size_t at = 0; at < rules.size(); ++at) {
    const lexicon::Rule& rule = *rules[at].rule;
    const bool told =
        forces[at].on && profile_allows(rule, facts) && stage_allows(rule, facts.stage);
    if (!told && !rule.secret) continue;
    if ((rule.needs & missing) != 0) {
      if (!told) continue;
      const auto lack = std::find_if(kLacks.begin(), kLacks.end(), [&](const Lack& one) {
        return (rule.needs & missing & one.need) != 0;
      });
      skipped.push_back({&rule, &*lack});
      continue;
    }
    const std::size_t before = findings.size();
    Job job(rules[at], facts, signs, findings);
    kKinds[static_cast<std::size_t>(rule.kind)](job);
    for (std::size_t i = before; i < findings.size(); ++i) {
      findings[i].hidden = !told;
      if (told && forces[at].level) set_level(findings[i], *forces[at].level);
    }
  }
  drop_explained(findings);
  hide_told_twice(findings, &Finding::span);
  hide_told_twice(findings, &Finding::in_subject);
  doubt_less(facts.mail.reading, forces, findings);
}

}  // namespace dsk::rules
