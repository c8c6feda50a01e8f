#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "engine/engine.hpp"
#include "error.hpp"
#include "lexicon/language.hpp"

using namespace dsk;

namespace {

const lexicon::Pack& english() {
  static const lexicon::Pack pack = lexicon::shipped("en").value();
  return pack;
}

std::optional<lexicon::Level> level_of(const Options& options, const std::string& text,
                                       std::string_view rule, const std::string& profile = "") {
  const auto engine = std::make_shared<Engine>(options);
  MailInput mail;
  mail.set("text", text);
  mail.set("fragment", "yes");
  mail.set("profile", profile);
  const auto report = engine->check(mail);
  for (const ReportedFinding& one : report->findings)
    if (one.rule->rule->id == rule) return one.level;
  return std::nullopt;
}

bool finds(const Options& options, const std::string& text, std::string_view rule,
           const std::string& profile = "") {
  return level_of(options, text, rule, profile).has_value();
}

}  // namespace

TEST_CASE("the four schools and seven occasions are shipped") {
  std::set<std::string_view> names;
  for (const lexicon::Profile& profile : english().profiles) names.insert(profile.name);
  CHECK(names == std::set<std::string_view>{"abuse", "broadcast", "coursera", "eltoro", "experts",
                                            "hand-holding", "incident", "internal", "international", "legal",
                                            "mosaic"});
}

TEST_CASE("every key and rule of a shipped profile exists and can take its value") {
  for (const lexicon::Profile& profile : english().profiles) {
    CAPTURE(profile.name);
    CHECK(profile.about.back() == '.');
    for (const lexicon::Part& key : profile.keys) {
      CAPTURE(key.name);
      CHECK_NOTHROW(check_option(key.name, key.value));
    }
    for (const lexicon::Part& rule : profile.rules) {
      CAPTURE(rule.name);
      CHECK_NOTHROW(check_option("rule." + std::string(rule.name), rule.value));
      CHECK(std::any_of(english().rules.begin(), english().rules.end(), [&](const auto& one) {
        return glob_matches(rule.name, one.id);
      }));
    }
  }
}

TEST_CASE("every condition of a shipped rule names a profile key and what it can be") {
  const auto check_all = [](const std::vector<std::string_view>& conditions) {
    for (const std::string_view condition : conditions) {
      CAPTURE(condition);
      const std::size_t equals = condition.find('=');
      REQUIRE(equals != std::string_view::npos);
      CHECK_NOTHROW(check_option(condition.substr(0, equals), condition.substr(equals + 1)));
    }
  };
  for (const lexicon::Rule& rule : english().rules) {
    CAPTURE(rule.id);
    check_all(rule.profile);
    check_all(rule.not_profile);
    for (const lexicon::Grade& grade : rule.grades) check_all(grade.profile);
  }
}

TEST_CASE("where people are direct a bare command is no more than a hint") {
  const std::string order = "Send me the error log.";
  CHECK(level_of(Options(), order, "tone-bare-imperative") == lexicon::Level::warning);
  Options direct;
  direct.set("directness", "high");
  CHECK(level_of(direct, order, "tone-bare-imperative") == lexicon::Level::coach);
}

TEST_CASE("a key alone turns on what waits for it") {
  const std::string wall = "This should fix it. Could you try it and let us know if it doesn't work?";
  const std::string admission = "This was entirely our fault today.";
  CHECK_FALSE(finds(Options(), wall, "structure-over-the-wall"));
  CHECK_FALSE(finds(Options(), admission, "trust-fault-admission"));
  Options options;
  options.set("loop", "stay-with-user");
  options.set("legal", "yes");
  CHECK(finds(options, wall, "structure-over-the-wall"));
  CHECK(finds(options, admission, "trust-fault-admission"));
}

TEST_CASE("every shipped profile makes an engine") {
  for (const lexicon::Profile& profile : english().profiles) {
    CAPTURE(profile.name);
    Options options;
    options.set("profile", profile.name);
    CHECK_NOTHROW(Engine{options});
  }
}

TEST_CASE("a profile changes rules for the mail it is chosen for and for no other") {
  Options options;
  options.add_config("deskside.toml",
                     "format = 1\n[profile.quiet]\nrules = { \"tone-*\" = \"off\" }\n", true);
  const std::string reproach = "As I already said, the licence is per device.";
  CHECK(finds(options, reproach, "tone-as-i-said"));
  CHECK_FALSE(finds(options, reproach, "tone-as-i-said", "quiet"));
}

TEST_CASE("what a person sets comes before what a shipped profile says") {
  Options options;
  options.add_lexicon("en", "house.toml",
                      "format = 1\n[[profile]]\nname = \"house\"\nabout = \"Ours.\"\n"
                      "rules = { \"tone-as-i-said\" = \"off\" }\n");
  const std::string reproach = "As I already said, the licence is per device.";
  CHECK_FALSE(finds(options, reproach, "tone-as-i-said", "house"));
  options.set("rule.tone-as-i-said", "warning");
  CHECK(finds(options, reproach, "tone-as-i-said", "house"));
}

TEST_CASE("a profile there is not is named when the engine is built") {
  Options options;
  options.set("profile", "gentle");
  options.add_config("deskside.toml", "format = 1\n[profile.calm]\nlegal = true\n", true);
  CHECK_THROWS_WITH_AS(Engine{options},
                       "there is no profile \"gentle\"; there are: abuse, broadcast, calm, coursera, "
                       "eltoro, experts, hand-holding, incident, internal, international, legal, "
                       "mosaic",
                       Error);
}
