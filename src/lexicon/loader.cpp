#include "lexicon/loader.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <numeric>
#include <set>

#include "lexicon/archive.hpp"
#include "lexicon/checks.hpp"
#include "lexicon/examples.hpp"
#include "lexicon/inflect.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/rewrites.hpp"
#include "lexicon/settings.hpp"
#include "lexicon/strict_table.hpp"
#include "lexicon/trie_builder.hpp"
#include "match/regex.hpp"
#include "text/words.hpp"
#include "utf8.hpp"

namespace dsk::lexicon {
namespace {

constexpr std::array<std::string_view, 5> kPillars = {"empathy", "tone", "acknowledgement",
                                                      "trust", "basics"};
constexpr std::array<std::string_view, 3> kEndings = {"any", "question", "statement"};
constexpr std::array<std::string_view, 5> kRegexChecks = {"none", "luhn", "digit", "four-digits",
                                                          "mixed"};
class Compiler {
 public:
  Compiler(std::string_view language, const Pack* base) : base_(base), builder_(base) {
    pack_.language = keep(std::string(language));
    if (base) {
      for (const Act& act : base->acts) {
        Act& copy = pack_.acts.emplace_back();
        copy.name = keep(std::string(act.name));
      }
    }
  }

  Pack run(const std::vector<Source>& files) {
    std::vector<std::pair<std::string_view, toml::table>> tables;
    for (const Source& file : files) tables.emplace_back(file.name, parse(file.name, file.text));
    // Words and names first: phrases and rules of any file may use those of any other.
    for (const auto& [file, table] : tables) words(file, table);
    for (const auto& [file, table] : tables)
      each(file, table, "act", [&](StrictTable& act) { declare(act); });
    for (const auto& [file, table] : tables) {
      each(file, table, "act", [&](StrictTable& act) { define(act); });
      each(file, table, "rule", [&](StrictTable& rule) { add_rule(rule); });
    }
    // What names rules comes after them.
    for (const auto& [file, table] : tables) {
      each(file, table, "teaching", [&](StrictTable& teaching) { add_teaching(teaching); });
      each(file, table, "profile", [&](StrictTable& profile) { add_profile(profile); });
    }
    std::sort(pack_.rules.begin(), pack_.rules.end(),
              [](const Rule& a, const Rule& b) { return a.id < b.id; });
    std::vector<ActId>& by_name = ids_.emplace_back(pack_.acts.size());
    std::iota(by_name.begin(), by_name.end(), ActId{0});
    std::sort(by_name.begin(), by_name.end(),
              [&](ActId a, ActId b) { return pack_.acts[a].name < pack_.acts[b].name; });
    pack_.acts_by_name = by_name;
    builder_.finish(pack_);
    auto storage = std::make_shared<const std::vector<std::byte>>(write(pack_));
    Pack compiled = open(*storage);
    compiled.words = std::move(pack_.words);
    compiled.storage = std::move(storage);
    return compiled;
  }

 private:
  std::string_view keep(std::string text) { return strings_.emplace_back(std::move(text)); }
  std::vector<std::string_view> keep(const std::vector<std::string>& texts) {
    std::vector<std::string_view> all;
    for (const std::string& text : texts) all.push_back(keep(text));
    return all;
  }

  template <class Body>
  void each(std::string_view file, const toml::table& table, std::string_view key, Body body) {
    const toml::node* node = table.get(key);
    if (!node) return;
    const toml::array* items = node->as_array();
    if (!items)
      fail_at(file, node->source(), "write [[" + std::string(key) + "]], in two brackets");
    for (const toml::node& item : *items) {
      if (!item.is_table())
        fail_at(file, item.source(), "write [[" + std::string(key) + "]], in two brackets");
      StrictTable strict(file, *item.as_table(), "[[" + std::string(key) + "]]");
      body(strict);
    }
  }

  void words(std::string_view file, const toml::table& table) {
    StrictTable top(file, table, "a rule pack");
    top.expect_format("a rule pack");
    for (const std::string_view key : {"act", "rule", "teaching", "profile"}) top.node(key);
    if (const toml::node* classes = top.node("class")) {
      if (!classes->is_table()) top.fail("class", "write [class.NAME] tables");
      for (const auto& [name, value] : *classes->as_table()) {
        if (!value.is_table()) fail_at(file, value.source(), "write [class.NAME] tables");
        StrictTable it(file, *value.as_table(), "class " + std::string(name.str()));
        std::vector<std::string> members = it.texts("words");
        for (const std::string& verb : it.texts("verbs"))
          for (const std::string& form : verb_forms(verb)) members.push_back(form);
        builder_.add_class(name.str(), members, it.texts("suffixes"), it.texts("except"));
        it.done();
      }
    }
    for_each_string(top, "alias", [&](std::string_view form, const std::string& word) {
      builder_.add_alias(form, word);
    });
    for_each_string(top, "joined", [&](std::string_view form, const std::string& spaced) {
      builder_.add_joined(form, spaced);
    });
    for_each_string(top, "pattern", [&](std::string_view name, const std::string& regex) {
      patterns_.add(name, regex);
    });
    for_each_string(top, "texts", [&](std::string_view name, const std::string& text) {
      pack_.texts[index_of(name, kTexts, "text")] = keep(text);
    });
    hashes(top.texts("abbreviations"), pack_.abbreviations);
    hashes(top.texts("stop_words"), pack_.stop_words);
    top.done();
  }

  template <class Body>
  static void for_each_string(StrictTable& top, std::string_view key, Body body) {
    const toml::node* node = top.node(key);
    if (!node) return;
    if (!node->is_table()) top.fail(key, "write a [" + std::string(key) + "] table");
    for (const auto& entry : *node->as_table()) {
      const auto& name = entry.first;
      const auto& value = entry.second;
      if (!value.is_string())
        fail_at(top.file(), value.source(),
                "\"" + std::string(name.str()) + "\" has to be a string");
      placed(top.file(), name.source(), [&] { body(name.str(), **value.as_string()); });
    }
  }

  // Whatever is wrong there is told with its place.
  template <class Step>
  static void placed(std::string_view file, const toml::source_region& where, Step step) {
    try {
      step();
    } catch (const Error& error) {
      if (error.line != 0) throw;
      fail_at(file, where, error.what());
    }
  }

  static void hashes(const std::vector<std::string>& words, std::vector<std::uint64_t>& out) {
    for (const std::string& word : words) out.push_back(hash_folded(utf8::lower(word)));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }

  // Whether this file says it for the first time.
  bool first_here(const std::string& what, std::string_view file) {
    return said_.emplace(what, file.data()).second;
  }

  void add(ActIds& to, ActIds more) {
    if (to.empty() || more.empty()) {
      if (to.empty()) to = more;
      return;
    }
    std::vector<ActId>& both = ids_.emplace_back(to.begin(), to.end());
    both.insert(both.end(), more.begin(), more.end());
    to = both;
  }

  // ---- acts

  void declare(StrictTable& table) {
    const std::string name = table.required("name");
    if (pack_.act(name) == pack_.acts.size()) pack_.acts.emplace_back().name = keep(name);
  }

  ActIds acts(StrictTable& table, std::string_view key) {
    std::vector<ActId>& ids = ids_.emplace_back();
    const std::vector<std::string> names = table.texts(key);
    for (std::size_t at = 0; at < names.size(); ++at) {
      ids.push_back(pack_.act(names[at]));
      if (ids.back() == pack_.acts.size()) no_act(table, table.where(key, at), names[at]);
    }
    return ids;
  }
  [[noreturn]] void no_act(const StrictTable& table, const toml::source_region& where,
                           const std::string& name) const {
    std::vector<std::string_view> known;
    for (const Act& act : pack_.acts) known.push_back(act.name);
    const std::string_view meant = nearest(name, known);
    fail_at(table.file(), where,
            "there is no act \"" + name + "\"" +
                (meant.empty() ? "" : " (did you mean " + std::string(meant) + "?)") +
                "; define it in an [[act]]");
  }

  // Phrases whose findings are told may say what is meant.
  enum class Told : bool { no, yes };
  // Into the set `into`, or a new one where that is 0.
  SetId phrases(StrictTable& table, std::string_view key, Told told = Told::no, SetId into = 0) {
    const std::vector<std::string> patterns = table.texts(key);
    if (patterns.empty()) return into;
    const SetId set = into != 0 ? into : builder_.new_set();
    for (std::size_t at = 0; at < patterns.size(); ++at) {
      try {
        builder_.add(set, patterns[at], told == Told::yes);
      } catch (const Error& error) {
        fail_at(table.file(), table.where(key, at),
                "the phrase \"" + patterns[at] + "\"" +
                    (error.column ? ", at its character " + std::to_string(error.column) : "") +
                    ": " + error.what());
      }
    }
    return set;
  }

  void define(StrictTable& table) {
    const std::string name = table.required("name");
    Act& it = pack_.acts[pack_.act(name)];
    if (!first_here("act " + name, table.file()))
      table.fail("name", "the act \"" + name + "\" is defined twice");
    // What a later file says of an act comes on top, as in a layer over a pack.
    it.phrases = phrases(table, "phrases", Told::yes, it.phrases);
    it.unless = phrases(table, "unless", Told::no, it.unless);
    if (table.node("ending"))
      it.ending = static_cast<std::uint8_t>(table.choice("ending", kEndings, 0));
    add(it.implies, acts(table, "implies"));
    add(it.unless_acts, acts(table, "unless_acts"));
    const std::string_view pillar =
        table.node("pillar") ? kPillars[table.choice("pillar", kPillars, 0)] : "";
    const std::string_view strength = keep(table.text("strength"));
    if (strength.empty() != pillar.empty())
      table.fail("strength", "an act has both a \"pillar\" and a \"strength\", or neither");
    if (!strength.empty()) {
      it.pillar = pillar;
      it.strength = strength;
      it.strength_times = table.number("strength_times", 1);
      add(it.strength_unless, acts(table, "strength_unless"));
    }
    table.done();
  }

  // ---- rules

  Stages stages(StrictTable& table, std::string_view key) {
    static const std::vector<std::string_view> known = [] {
      std::vector<std::string_view> names;
      for (std::size_t at = 0; at < kStages; ++at) names.push_back(name(static_cast<Stage>(at)));
      return names;
    }();
    Stages all = 0;
    const std::vector<std::string> names = table.texts(key);
    for (std::size_t at = 0; at < names.size(); ++at)
      all = static_cast<Stages>(
          all | bit(static_cast<Stage>(table.one_of(key, at, names[at], known, "stage"))));
    return all;
  }

  // "loop=stay-with-user": what a profile may meet.
  std::vector<std::string_view> conditions(StrictTable& table, std::string_view key) {
    const std::vector<std::string> all = table.texts(key);
    for (std::size_t at = 0; at < all.size(); ++at)
      placed(table.file(), table.where(key, at), [&] { check_condition(all[at]); });
    return keep(all);
  }

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
  static std::string message_of(StrictTable& table) {
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

  void add_rule(StrictTable& table) {
    Rule rule;
    const std::string id = table.required("id");
    const std::string owner = "rule " + id;
    rule.id = keep(id);
    if (!first_here(owner, table.file()))
      table.fail("id", "the rule \"" + id + "\" stands here twice");
    rule.aliases = keep(table.texts("aliases"));
    rule.title = keep(table.required("title"));
    rule.pillar = kPillars[table.choice("pillar", kPillars, 4)];
    rule.family = keep(table.text("family"));
    rule.kind = static_cast<RuleKind>(table.choice("kind", kRuleKinds, 0));
    rule.level = static_cast<Level>(table.choice("level", kLevels, 1));
    rule.on = table.choice("default", {"on", "profile"}, 0) == 0;
    rule.message = keep(message_of(table));
    rule.why = keep(table.required("why"));
    rule.instead = keep(table.required("instead"));
    rule.sources = keep(table.texts("source"));
    if (rule.sources.empty()) table.fail("source", owner + " needs a \"source\": where it is from");
    rule.reads_own = table.choice("reads", {"own", "all"}, 0) == 0;
    rule.blocks = table.flag("blocks", false);
    rule.secret = table.flag("secret", false);

    const std::vector<std::string> needs = table.texts("needs");
    for (std::size_t at = 0; at < needs.size(); ++at)
      rule.needs = static_cast<std::uint8_t>(
          rule.needs |
          1u << table.one_of("needs", at, needs[at], kNeeds, "thing that a rule can need"));
    if (rule.kind == RuleKind::require) rule.needs |= needs_whole_mail;
    rule.stages = stages(table, "stages");
    rule.not_stages = stages(table, "not_stages");
    rule.profile = conditions(table, "profile");
    rule.not_profile = conditions(table, "not_profile");

    // Only where phrases are what is found can a change of them be offered.
    rule.phrases =
        phrases(table, "phrases", rule.kind == RuleKind::phrase ? Told::yes : Told::no);
    rule.acts = acts(table, "acts");
    each(table.file(), table.raw(), "regex", [&](StrictTable& regex) {
      Regex& it = rule.regexes.emplace_back();
      try {
        it.pattern = keep(patterns_.write_out(regex.required("pattern")));
        match::Regex::validate(it.pattern);
      } catch (const Error& error) {
        if (error.line != 0) throw;
        regex.fail("pattern", error.what());
      }
      for (const std::string& text : regex.texts("needs")) {
        const std::string_view need = it.needs.emplace_back(keep(utf8::lower(text)));
        if (need.empty() || need == "^")
          regex.fail("needs", "a literal that a regex needs is not empty");
        if ((need.front() == '^') != it.begins_with_need())
          regex.fail("needs", "either all literals stand behind a ^, or none does");
      }
      it.check = static_cast<RegexCheck>(regex.choice("check", kRegexChecks, 0));
      if (regex.node("reach")) it.reach = static_cast<std::int32_t>(regex.number("reach", 0));
      regex.done();
    });
    table.node("regex");
    each(table.file(), table.raw(), "cue", [&](StrictTable& cue) {
      Cue& it = rule.cues.emplace_back();
      it.phrases = phrases(cue, "phrases");
      it.acts = acts(cue, "acts");
      if (cue.node("weight") && cue.node("against"))
        cue.fail("against", "a cue has either a \"weight\" or an \"against\"");
      it.weight = static_cast<std::int32_t>(cue.number("weight", 1));
      if (cue.node("against")) it.weight = -static_cast<std::int32_t>(cue.number("against", 1));
      it.tells = keep(cue.text("tells"));
      cue.done();
    });
    table.node("cue");
    rule.enough = table.number("enough", 0);
    rule.every_time = table.flag("every_time", false);
    rule.unless = phrases(table, "unless");
    rule.unless_near = phrases(table, "unless_near");
    rule.unless_acts = acts(table, "unless_acts");
    rule.unless_near_acts = acts(table, "unless_near_acts");
    rule.unless_mail_acts = acts(table, "unless_mail_acts");
    rule.unless_going_on = table.number("unless_going_on", 0);
    rule.unless_confirmed = table.flag("unless_confirmed", false);
    rule.ending = static_cast<std::uint8_t>(table.choice("ending", kEndings, 0));
    rule.in_lists = table.flag("lists", true);
    each(table.file(), table.raw(), "grade", [&](StrictTable& grade) { add_grade(grade, rule); });
    table.node("grade");

    rule.where = static_cast<Where>(
        table.choice("where", {"anywhere", "opening", "ending", "first", "last", "signature"}, 0));
    rule.when_acts = acts(table, "when_acts");
    rule.partner = acts(table, "partner");
    rule.partner_forbidden = table.flag("forbidden", false);
    rule.window = table.number("window", 1);
    rule.max = table.number("max", 0);
    rule.per_words = table.number("per_words", 0);
    rule.min_words = table.number("min_words", 0);
    rule.max_words = table.number("max_words", 0);
    rule.check = check_of(table, rule.kind);
    if (rule.check == "wrong-after-its-signal" && rule.acts.size() != rule.when_acts.size())
      table.fail("when_acts", "of each of \"acts\" the signal stands in the same place of "
                              "\"when_acts\"; here are " + std::to_string(rule.acts.size()) +
                                  " and " + std::to_string(rule.when_acts.size()));

    each(table.file(), table.raw(), "fix", [&](StrictTable& fix) {
      Fix& it = rule.fixes.emplace_back();
      it.replace = keep(fix.text("replace"));
      if (fix.node("rewrite"))
        it.rewrite = kRewrites[fix.choice("rewrite", kRewrites, 0)];
      it.safety = static_cast<Safety>(fix.choice("safety", {"safe", "preview"}, 1));
      if ((fix.node("replace") != nullptr) == (fix.node("rewrite") != nullptr))
        fix.fail("", "a fix has either \"replace\" or \"rewrite\"");
      fix.done();
    });
    table.node("fix");
    rule.examples = keep(read_examples(table, "bad", false) + read_examples(table, "good", true));
    table.done();
    // Of two files that have the rule, the later one wins.
    const auto before = std::find_if(pack_.rules.begin(), pack_.rules.end(),
                                     [&](const Rule& other) { return other.id == rule.id; });
    if (before != pack_.rules.end()) *before = std::move(rule);
    else pack_.rules.push_back(std::move(rule));
  }

  void add_grade(StrictTable& table, Rule& rule) {
    Grade& grade = rule.grades.emplace_back();
    const std::size_t level =
        table.choice("level", {"coach", "suggestion", "warning", "error", "off"}, 4);
    grade.off = level == 4;
    grade.level = static_cast<Level>(std::min<std::size_t>(level, 3));
    grade.phrases = phrases(table, "phrases");
    grade.acts = acts(table, "acts");
    grade.stages = stages(table, "stages");
    grade.mail_acts = acts(table, "mail_acts");
    grade.profile = conditions(table, "profile");
    grade.at_least = table.number("at_least", 0);
    table.done();
  }

  void add_teaching(StrictTable& table) {
    Teaching teaching;
    teaching.id = keep(table.required("id"));
    teaching.text = keep(table.required("text"));
    std::string carriers;
    const std::vector<std::string> carried_by = table.texts("carried_by");
    for (std::size_t at = 0; at < carried_by.size(); ++at) {
      const std::string& one = carried_by[at];
      if (one.rfind("rule:", 0) == 0)
        placed(table.file(), table.where("carried_by", at), [&] { expect_rule(one.substr(5)); });
      carriers += (carriers.empty() ? "" : "\n") + one;
    }
    teaching.carriers = keep(std::move(carriers));
    if (teaching.carriers.empty())
      table.fail("", "a teaching says in \"carried_by\" what carries it");
    table.done();
    pack_.teachings.push_back(std::move(teaching));
  }

  // Does the glob fit a rule of this pack, or of the one under it?
  void expect_rule(std::string_view glob) const {
    std::vector<std::string_view> ids;
    for (const Pack* pack : {static_cast<const Pack*>(&pack_), base_})
      if (pack)
        for (const Rule& rule : pack->rules) {
          ids.push_back(rule.id);
          ids.insert(ids.end(), rule.aliases.begin(), rule.aliases.end());
        }
    if (std::none_of(ids.begin(), ids.end(),
                     [&](std::string_view id) { return glob_matches(glob, id); }))
      throw Error(Status::lexicon,
                  "no rule is called \"" + std::string(glob) + "\"" + did_you_mean(glob, ids));
  }

  void add_profile(StrictTable& table) {
    Profile profile;
    profile.name = keep(table.required("name"));
    profile.about = keep(table.required("about"));
    for_each_string(table, "keys", [&](std::string_view key, const std::string& value) {
      check_option(key, value);
      profile.keys.push_back({keep(std::string(key)), keep(value)});
    });
    for_each_string(table, "rules", [&](std::string_view key, const std::string& value) {
      check_option(rule_option(key), value);
      expect_rule(key);
      profile.rules.push_back({keep(std::string(key)), keep(value)});
    });
    table.done();
    pack_.profiles.push_back(std::move(profile));
  }

  const Pack* base_;
  Pack pack_;
  TrieBuilder builder_;
  Patterns patterns_;
  std::deque<std::string> strings_;
  std::deque<std::vector<ActId>> ids_;
  std::set<std::pair<std::string, const char*>> said_;  // rules and acts, each with its file's name
};

}  // namespace

Pack compile(std::string_view language, const std::vector<Source>& files, const Pack* base) {
  return Compiler(language, base).run(files);
}

}  // namespace dsk::lexicon
