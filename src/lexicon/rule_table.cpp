// A rule as it is written, key by key.
#include "lexicon/rule_table.hpp"

#include <algorithm>

#include "lexicon/checks.hpp"
#include "lexicon/examples.hpp"
#include "lexicon/rewrites.hpp"
#include "match/regex.hpp"
#include "utf8.hpp"

namespace dsk::lexicon {
namespace {

constexpr std::array<std::string_view, 5> kRegexChecks = {"none", "luhn", "digit", "four-digits",
                                                          "mixed"};

// What a rule's kind looks for by code, where it has more than one such thing.
std::string_view check_of(StrictTable& table, RuleKind kind) {
  const std::span<const std::string_view> known = checks_of(kind);
  const std::string kind_name(name(kind));
  if (!table.node("check")) {
    if (kind == RuleKind::thread || kind == RuleKind::ledger)
      table.fail("", "a rule of the kind \"" + kind_name + "\" needs a \"check\"");
    return "";
  }
  if (known.empty())
    table.fail("check", "a rule of the kind \"" + kind_name + "\" has no \"check\"");
  return known[table.one_of("check", 0, table.text("check"), known,
                            "check of a rule of the kind \"" + kind_name + "\"")];
}

// "{mtach}" would be shown as it stands; "{{first_name}}" is no place of ours.
std::string message_of(StrictTable& table) {
  const std::string message = table.required("message");
  for (std::size_t at = message.find('{'); at != message.npos; at = message.find('{', at + 1)) {
    const std::size_t end = message.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 1);
    if (end == message.npos || end == at + 1 || message[end] != '}') continue;
    if (at == 0 || message[at - 1] != '{')
      table.one_of("message", 0, message.substr(at + 1, end - at - 1), kFilledIn,
                   "thing that is filled in");
  }
  return message;
}

class RuleReader {
 public:
  RuleReader(StrictTable& table, PackBuilder& pack) : table_(table), pack_(pack) {}

  Rule read() {
    who_it_is();
    when_it_runs();
    // Only where phrases are what is found can a change of them be offered.
    rule_.phrases = pack_.phrases(
        table_, "phrases",
        rule_.kind == RuleKind::phrase ? PackBuilder::Told::yes : PackBuilder::Told::no);
    rule_.acts = pack_.acts(table_, "acts");
    table_.each("regex", [&](StrictTable& regex) { add_regex(regex); });
    table_.each("cue", [&](StrictTable& cue) { add_cue(cue); });
    rule_.enough = table_.number("enough", 0);
    rule_.every_time = table_.flag("every_time", false);
    what_silences_it();
    table_.each("grade", [&](StrictTable& grade) { add_grade(grade); });
    where_it_counts();
    table_.each("fix", [&](StrictTable& fix) { add_fix(fix); });
    rule_.examples = pack_.keep(read_examples(table_, "bad", false) +
                                read_examples(table_, "good", true));
    table_.done();
    return std::move(rule_);
  }

 private:
  void who_it_is() {
    const std::string id = table_.required("id");
    const std::string owner = "rule " + id;
    rule_.id = pack_.keep(id);
    if (!pack_.first_here(owner, table_.file()))
      table_.fail("id", "the rule \"" + id + "\" stands here twice");
    rule_.aliases = pack_.keep(table_.texts("aliases"));
    rule_.title = pack_.keep(table_.required("title"));
    rule_.pillar = kPillars[table_.choice("pillar", kPillars, 4)];
    rule_.family = pack_.keep(table_.text("family"));
    rule_.kind = static_cast<RuleKind>(table_.choice("kind", kRuleKinds, 0));
    rule_.level = static_cast<Level>(table_.choice("level", kLevels, 1));
    rule_.on = table_.choice("default", {"on", "profile"}, 0) == 0;
    rule_.message = pack_.keep(message_of(table_));
    rule_.why = pack_.keep(table_.required("why"));
    rule_.instead = pack_.keep(table_.required("instead"));
    rule_.sources = pack_.keep(table_.texts("source"));
    if (rule_.sources.empty())
      table_.fail("source", owner + " needs a \"source\": where it is from");
    rule_.reads_own = table_.choice("reads", {"own", "all"}, 0) == 0;
    rule_.blocks = table_.flag("blocks", false);
    rule_.secret = table_.flag("secret", false);
  }

  void when_it_runs() {
    const std::vector<std::string> needs = table_.texts("needs");
    for (std::size_t at = 0; at < needs.size(); ++at)
      rule_.needs = static_cast<std::uint8_t>(
          rule_.needs |
          1u << table_.one_of("needs", at, needs[at], kNeeds, "thing that a rule can need"));
    if (rule_.kind == RuleKind::require) rule_.needs |= needs_whole_mail;
    rule_.stages = pack_.stages(table_, "stages");
    rule_.not_stages = pack_.stages(table_, "not_stages");
    rule_.profile = pack_.conditions(table_, "profile");
    rule_.not_profile = pack_.conditions(table_, "not_profile");
  }

  void what_silences_it() {
    rule_.unless = pack_.phrases(table_, "unless");
    rule_.unless_near = pack_.phrases(table_, "unless_near");
    rule_.unless_acts = pack_.acts(table_, "unless_acts");
    rule_.unless_near_acts = pack_.acts(table_, "unless_near_acts");
    rule_.unless_mail_acts = pack_.acts(table_, "unless_mail_acts");
    rule_.unless_going_on = table_.number("unless_going_on", 0);
    rule_.unless_confirmed = table_.flag("unless_confirmed", false);
    rule_.ending = static_cast<std::uint8_t>(table_.choice("ending", kEndings, 0));
    rule_.in_lists = table_.flag("lists", true);
  }

  void where_it_counts() {
    rule_.where = static_cast<Where>(table_.choice(
        "where", {"anywhere", "opening", "ending", "first", "last", "signature"}, 0));
    rule_.when_acts = pack_.acts(table_, "when_acts");
    rule_.partner = pack_.acts(table_, "partner");
    rule_.partner_forbidden = table_.flag("forbidden", false);
    rule_.window = table_.number("window", 1);
    rule_.max = table_.number("max", 0);
    rule_.per_words = table_.number("per_words", 0);
    rule_.min_words = table_.number("min_words", 0);
    rule_.max_words = table_.number("max_words", 0);
    rule_.check = check_of(table_, rule_.kind);
    if (rule_.check == "wrong-after-its-signal" && rule_.acts.size() != rule_.when_acts.size())
      table_.fail("when_acts", "of each of \"acts\" the signal stands in the same place of "
                               "\"when_acts\"; here are " +
                                   std::to_string(rule_.acts.size()) + " and " +
                                   std::to_string(rule_.when_acts.size()));
  }

  void add_regex(StrictTable& regex) {
    Regex& it = rule_.regexes.emplace_back();
    placed(regex.file(), regex.where("pattern"), [&] {
      it.pattern = pack_.keep(pack_.patterns.write_out(regex.required("pattern")));
      match::Regex::validate(it.pattern);
    });
    for (const std::string& text : regex.texts("needs")) {
      const std::string_view need = it.needs.emplace_back(pack_.keep(utf8::lower(text)));
      if (need.empty() || need == "^")
        regex.fail("needs", "a literal that a regex needs is not empty");
      if ((need.front() == '^') != it.begins_with_need())
        regex.fail("needs", "either all literals stand behind a ^, or none does");
    }
    it.check = static_cast<RegexCheck>(regex.choice("check", kRegexChecks, 0));
    if (regex.node("reach")) it.reach = static_cast<std::int32_t>(regex.number("reach", 0));
    regex.done();
  }

  void add_cue(StrictTable& cue) {
    Cue& it = rule_.cues.emplace_back();
    it.phrases = pack_.phrases(cue, "phrases");
    it.acts = pack_.acts(cue, "acts");
    if (cue.node("weight") && cue.node("against"))
      cue.fail("against", "a cue has either a \"weight\" or an \"against\"");
    it.weight = static_cast<std::int32_t>(cue.number("weight", 1));
    if (cue.node("against")) it.weight = -static_cast<std::int32_t>(cue.number("against", 1));
    it.tells = pack_.keep(cue.text("tells"));
    cue.done();
  }

  void add_grade(StrictTable& table) {
    Grade& grade = rule_.grades.emplace_back();
    const std::size_t level =
        table.choice("level", {"coach", "suggestion", "warning", "error", "off"}, 4);
    grade.off = level == 4;
    grade.level = static_cast<Level>(std::min<std::size_t>(level, 3));
    grade.phrases = pack_.phrases(table, "phrases");
    grade.acts = pack_.acts(table, "acts");
    grade.stages = pack_.stages(table, "stages");
    grade.mail_acts = pack_.acts(table, "mail_acts");
    grade.profile = pack_.conditions(table, "profile");
    grade.at_least = table.number("at_least", 0);
    grade.theirs = table.flag("theirs", false);
    table.done();
  }

  void add_fix(StrictTable& fix) {
    Fix& it = rule_.fixes.emplace_back();
    it.replace = pack_.keep(fix.text("replace"));
    if (fix.node("rewrite")) it.rewrite = kRewrites[fix.choice("rewrite", kRewrites, 0)];
    it.safety = static_cast<Safety>(fix.choice("safety", {"safe", "preview"}, 1));
    if ((fix.node("replace") != nullptr) == (fix.node("rewrite") != nullptr))
      fix.fail("", "a fix has either \"replace\" or \"rewrite\"");
    fix.done();
  }

  StrictTable& table_;
  PackBuilder& pack_;
  Rule rule_;
};

}  // namespace

Rule read_rule(StrictTable& table, PackBuilder& pack) { return RuleReader(table, pack).read(); }

}  // namespace dsk::lexicon
