#include "lexicon/loader.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <numeric>
#include <set>

#include "lexicon/archive.hpp"
#include "lexicon/inflect.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/rewrites.hpp"
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
constexpr std::array<std::string_view, 18> kParts = {
    "text",    "html",    "subject",    "to",       "from", "cc",     "bcc",   "incoming",
    "attachment", "promise", "date", "now", "profile", "stage", "thread", "language", "fragment",
    "template"};

class Compiler {
 public:
  Compiler(std::string_view language, const Pack* base) : builder_(base) {
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
      const auto known = std::find(kTexts.begin(), kTexts.end(), name);
      if (known == kTexts.end()) {
        std::string all;
        for (const std::string_view one : kTexts) all.append(all.empty() ? "" : ", ").append(one);
        top.fail("texts", "there is no text \"" + std::string(name) + "\"; there are: " + all);
      }
      pack_.texts[static_cast<std::size_t>(known - kTexts.begin())] = keep(text);
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
    for (const auto& [name, value] : *node->as_table()) {
      if (!value.is_string())
        fail_at(top.file(), value.source(),
                "\"" + std::string(name.str()) + "\" has to be a string");
      try {
        body(name.str(), **value.as_string());
      } catch (const Error& error) {
        if (error.line != 0) throw;
        fail_at(top.file(), name.source(), error.what());
      }
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

  ActId act(StrictTable& table, std::string_view key, const std::string& name) {
    const ActId id = pack_.act(name);
    if (id == pack_.acts.size())
      table.fail(key, "there is no act \"" + name + "\"; define it in an [[act]]");
    return id;
  }
  ActIds acts(StrictTable& table, std::string_view key) {
    std::vector<ActId>& ids = ids_.emplace_back();
    for (const std::string& name : table.texts(key)) ids.push_back(act(table, key, name));
    return ids;
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
    Stages all = 0;
    for (const std::string& name : table.texts(key)) {
      const std::size_t at = stage_index(name);
      if (at == kStages) table.fail(key, "\"" + name + "\" is no stage");
      all = static_cast<Stages>(all | bit(static_cast<Stage>(at)));
    }
    return all;
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
    rule.message = keep(table.required("message"));
    rule.why = keep(table.required("why"));
    rule.instead = keep(table.required("instead"));
    rule.sources = keep(table.texts("source"));
    if (rule.sources.empty()) table.fail("source", owner + " needs a \"source\": where it is from");
    rule.reads_own = table.choice("reads", {"own", "all"}, 0) == 0;
    rule.blocks = table.flag("blocks", false);
    rule.secret = table.flag("secret", false);

    for (const std::string& need : table.texts("needs")) {
      const auto found = std::find(kNeeds.begin(), kNeeds.end(), need);
      if (found == kNeeds.end()) table.fail("needs", "a rule cannot need \"" + need + "\"");
      rule.needs = static_cast<std::uint8_t>(rule.needs | 1u << (found - kNeeds.begin()));
    }
    if (rule.kind == RuleKind::require) rule.needs |= needs_whole_mail;
    rule.stages = stages(table, "stages");
    rule.not_stages = stages(table, "not_stages");
    rule.profile = keep(table.texts("profile"));
    rule.not_profile = keep(table.texts("not_profile"));

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
    rule.unless_confirmed = table.flag("unless_confirmed", false);
    rule.ending = static_cast<std::uint8_t>(table.choice("ending", kEndings, 0));
    rule.in_lists = table.flag("lists", true);
    each(table.file(), table.raw(), "grade", [&](StrictTable& grade) { add_grade(grade, rule); });
    table.node("grade");

    rule.where = static_cast<Where>(
        table.choice("where", {"anywhere", "opening", "ending", "first", "last"}, 0));
    rule.when_acts = acts(table, "when_acts");
    rule.partner = acts(table, "partner");
    rule.partner_forbidden = table.flag("forbidden", false);
    rule.window = table.number("window", 1);
    rule.max = table.number("max", 0);
    rule.per_words = table.number("per_words", 0);
    rule.min_words = table.number("min_words", 0);
    rule.max_words = table.number("max_words", 0);
    rule.check = keep(table.text("check"));
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
    std::string examples;
    add_examples(table, "bad", false, examples);
    add_examples(table, "good", true, examples);
    rule.examples = keep(std::move(examples));
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
    grade.profile = keep(table.texts("profile"));
    grade.at_least = table.number("at_least", 0);
    table.done();
  }

  // "text", or a table of parts.
  void add_examples(StrictTable& table, std::string_view key, bool good, std::string& into) {
    const toml::node* node = table.node(key);
    if (!node) return;
    if (!node->is_array()) table.fail(key, "\"" + std::string(key) + "\" has to be a list");
    for (const toml::node& item : *node->as_array()) {
      if (item.is_string()) {
        into += written({good, {{"text", **item.as_string()}, {"fragment", "yes"}}});
        continue;
      }
      if (!item.is_table())
        fail_at(table.file(), item.source(), "an example is a string or a table of parts");
      Example example{good, {}};
      for (const auto& [part, value] : *item.as_table()) {
        if (std::find(kParts.begin(), kParts.end(), part.str()) == kParts.end())
          fail_at(table.file(), part.source(),
                  "a mail has no part \"" + std::string(part.str()) + "\"");
        std::string text;
        if (value.is_string()) {
          text = **value.as_string();
        } else if (value.is_array()) {
          for (const toml::node& line : *value.as_array()) {
            if (!line.is_string()) fail_at(table.file(), line.source(), "write strings here");
            text += (text.empty() ? "" : "\n") + **line.as_string();
          }
        } else {
          fail_at(table.file(), value.source(), "write a string or a list of strings here");
        }
        example.parts.push_back({keep(std::string(part.str())), keep(text)});
      }
      into += written(example);
    }
  }

  void add_teaching(StrictTable& table) {
    Teaching teaching;
    teaching.id = keep(table.required("id"));
    teaching.text = keep(table.required("text"));
    std::string carriers;
    for (const std::string& one : table.texts("carried_by"))
      carriers += (carriers.empty() ? "" : "\n") + one;
    teaching.carriers = keep(std::move(carriers));
    if (teaching.carriers.empty())
      table.fail("", "a teaching says in \"carried_by\" what carries it");
    table.done();
    pack_.teachings.push_back(std::move(teaching));
  }

  void add_profile(StrictTable& table) {
    Profile profile;
    profile.name = keep(table.required("name"));
    profile.about = keep(table.required("about"));
    for_each_string(table, "keys", [&](std::string_view key, const std::string& value) {
      profile.keys.push_back({keep(std::string(key)), keep(value)});
    });
    for_each_string(table, "rules", [&](std::string_view key, const std::string& value) {
      profile.rules.push_back({keep(std::string(key)), keep(value)});
    });
    table.done();
    pack_.profiles.push_back(std::move(profile));
  }

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
