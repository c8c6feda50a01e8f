#include "lexicon/loader.hpp"

#include <algorithm>

#include "lexicon/archive.hpp"
#include "lexicon/inflect.hpp"
#include "lexicon/pack_builder.hpp"
#include "lexicon/rule_table.hpp"
#include "lexicon/settings.hpp"
#include "text/words.hpp"
#include "utf8.hpp"

namespace dsk::lexicon {
namespace {

class Compiler {
 public:
  Compiler(std::string_view language, const Pack* base) : base_(base), builder_(language, base) {}

  Pack run(const std::vector<Source>& files) {
    std::vector<std::pair<std::string_view, toml::table>> tables;
    for (const Source& file : files) tables.emplace_back(file.name, parse(file.name, file.text));
    // Words and names first: phrases and rules of any file may use those of any other.
    for (const auto& [file, table] : tables) words(file, table);
    for (const auto& [file, table] : tables)
      each_table(file, table, "act",
                 [&](StrictTable& act) { builder_.declare_act(act.required("name")); });
    for (const auto& [file, table] : tables) {
      each_table(file, table, "act", [&](StrictTable& act) { define(act); });
      each_table(file, table, "rule", [&](StrictTable& rule) { add_rule(rule); });
    }
    // What names rules comes after them.
    for (const auto& [file, table] : tables) {
      each_table(file, table, "teaching", [&](StrictTable& teaching) { add_teaching(teaching); });
      each_table(file, table, "profile", [&](StrictTable& profile) { add_profile(profile); });
    }
    Pack& pack = builder_.pack;
    std::sort(pack.rules.begin(), pack.rules.end(),
              [](const Rule& a, const Rule& b) { return a.id < b.id; });
    pack.acts_by_name = builder_.by_name();
    builder_.trie.finish(pack);
    auto storage = std::make_shared<const std::vector<std::byte>>(write(pack));
    Pack compiled = open(*storage);
    compiled.words = std::move(pack.words);
    compiled.storage = std::move(storage);
    return compiled;
  }

 private:
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
        builder_.trie.add_class(name.str(), members, it.texts("suffixes"), it.texts("except"));
        it.done();
      }
    }
    top.each_text("alias", [&](std::string_view form, const std::string& word) {
      builder_.trie.add_alias(form, word);
    });
    top.each_text("joined", [&](std::string_view form, const std::string& spaced) {
      builder_.trie.add_joined(form, spaced);
    });
    top.each_text("pattern", [&](std::string_view name, const std::string& regex) {
      builder_.patterns.add(name, regex);
    });
    top.each_text("texts", [&](std::string_view name, const std::string& text) {
      builder_.pack.texts[index_of(name, kTexts, "text")] = builder_.keep(text);
    });
    hashes(top.texts("abbreviations"), builder_.pack.abbreviations);
    hashes(top.texts("stop_words"), builder_.pack.stop_words);
    top.done();
  }

  static void hashes(const std::vector<std::string>& words, std::vector<std::uint64_t>& out) {
    for (const std::string& word : words) out.push_back(hash_folded(utf8::lower(word)));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }

  void define(StrictTable& table) {
    const std::string name = table.required("name");
    Act& act = builder_.pack.acts[builder_.pack.act(name)];
    if (!builder_.first_here("act " + name, table.file()))
      table.fail("name", "the act \"" + name + "\" is defined twice");
    // What a later file says of an act comes on top, as in a layer over a pack.
    act.phrases = builder_.phrases(table, "phrases", PackBuilder::Told::yes, act.phrases);
    act.unless = builder_.phrases(table, "unless", PackBuilder::Told::no, act.unless);
    if (table.node("ending"))
      act.ending = static_cast<std::uint8_t>(table.choice("ending", kEndings, 0));
    builder_.add(act.implies, builder_.acts(table, "implies"));
    builder_.add(act.unless_acts, builder_.acts(table, "unless_acts"));
    const std::string_view pillar =
        table.node("pillar") ? kPillars[table.choice("pillar", kPillars, 0)] : "";
    const std::string_view strength = builder_.keep(table.text("strength"));
    if (strength.empty() != pillar.empty())
      table.fail("strength", "an act has both a \"pillar\" and a \"strength\", or neither");
    if (!strength.empty()) {
      act.pillar = pillar;
      act.strength = strength;
      act.strength_times = table.number("strength_times", 1);
      builder_.add(act.strength_unless, builder_.acts(table, "strength_unless"));
    }
    table.done();
  }

  // Of two files that have a rule, the later one wins.
  void add_rule(StrictTable& table) {
    Rule rule = read_rule(table, builder_);
    std::vector<Rule>& all = builder_.pack.rules;
    const auto before = std::find_if(all.begin(), all.end(),
                                     [&](const Rule& other) { return other.id == rule.id; });
    if (before != all.end()) *before = std::move(rule);
    else all.push_back(std::move(rule));
  }

  void add_teaching(StrictTable& table) {
    Teaching teaching;
    teaching.id = builder_.keep(table.required("id"));
    teaching.text = builder_.keep(table.required("text"));
    std::string carriers;
    const std::vector<std::string> carried_by = table.texts("carried_by");
    for (std::size_t at = 0; at < carried_by.size(); ++at) {
      const std::string& one = carried_by[at];
      if (one.rfind("rule:", 0) == 0)
        placed(table.file(), table.where("carried_by", at), [&] { expect_rule(one.substr(5)); });
      carriers += (carriers.empty() ? "" : "\n") + one;
    }
    teaching.carriers = builder_.keep(std::move(carriers));
    if (teaching.carriers.empty())
      table.fail("", "a teaching says in \"carried_by\" what carries it");
    table.done();
    builder_.pack.teachings.push_back(std::move(teaching));
  }

  // Does the glob fit a rule of this pack, or of the one under it?
  void expect_rule(std::string_view glob) const {
    std::vector<std::string_view> ids;
    for (const Pack* pack : {static_cast<const Pack*>(&builder_.pack), base_})
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
    profile.name = builder_.keep(table.required("name"));
    profile.about = builder_.keep(table.required("about"));
    table.each_text("keys", [&](std::string_view key, const std::string& value) {
      check_option(key, value);
      profile.keys.push_back({builder_.keep(std::string(key)), builder_.keep(value)});
    });
    table.each_text("rules", [&](std::string_view key, const std::string& value) {
      check_option(rule_option(key), value);
      expect_rule(key);
      profile.rules.push_back({builder_.keep(std::string(key)), builder_.keep(value)});
    });
    table.done();
    builder_.pack.profiles.push_back(std::move(profile));
  }

  const Pack* base_;
  PackBuilder builder_;
};

}  // namespace

Pack compile(std::string_view language, const std::vector<Source>& files, const Pack* base) {
  return Compiler(language, base).run(files);
}

}  // namespace dsk::lexicon
