#include "support.hpp"

TEST_CASE("options as shipped name every option with its value and its origin") {
  const deskside::options options;
  CHECK(options.list().size() >= 5);
  CHECK(test::value_of(options, "language") == "auto");
  CHECK(test::value_of(options, "profile").empty());
  CHECK(test::value_of(options, "gate") == "warning");
  CHECK(test::value_of(options, "hunspell") == "off");
  CHECK(test::value_of(options, "dictionary.path") == "/usr/share/hunspell");
  CHECK(test::origin_of(options, "gate") == "default");
}

TEST_CASE("an option that is set has its new value and comes from set") {
  deskside::options options;
  options.set("gate", "error");
  CHECK(test::value_of(options, "gate") == "error");
  CHECK(test::origin_of(options, "gate") == "set");
}

TEST_CASE("an unknown option or a value it cannot take is refused and changes nothing") {
  deskside::options options;
  CHECK(test::status_of([&] { options.set("gatte", "error"); }) == DESKSIDE_E_OPTION);
  CHECK(test::status_of([&] { options.set("gate", "sometimes"); }) == DESKSIDE_E_OPTION);
  CHECK(test::status_of([&] { options.set("hunspell", "perhaps"); }) == DESKSIDE_E_OPTION);
  CHECK(test::value_of(options, "gate") == "warning");
}

TEST_CASE("an option set to nothing it takes says what it would take") {
  deskside::options options;
  try {
    options.set("gate", "sometimes");
    FAIL("it was accepted");
  } catch (const deskside::error& error) {
    CHECK(std::string(error.what()).find("warning") != std::string::npos);
  }
}

TEST_CASE("a rule switched off is silent") {
  deskside::options options;
  options.set(std::string("rule.") + test::reproach_rule, "off");
  CHECK(test::has(test::shipped().check(test::reproach), test::reproach_rule));
  CHECK_FALSE(test::has(deskside::engine(options).check(test::reproach), test::reproach_rule));
}

TEST_CASE("a glob of rule ids switches all of them") {
  deskside::options options;
  options.set("rule.tone-*", "off");
  const deskside::engine engine(options);
  for (const deskside::rule& rule : engine.rules())
    if (rule.id().substr(0, 5) == "tone-") CHECK_FALSE(rule.active());
}

TEST_CASE("a level given to a rule is the level of its findings") {
  deskside::options options;
  options.set(std::string("rule.") + test::reproach_rule, "suggestion");
  const deskside::engine engine(options);
  CHECK(engine.rule(test::reproach_rule)->level() == deskside::level::suggestion);
  for (const deskside::finding finding : engine.check(test::reproach))
    if (finding.rule().id() == test::reproach_rule)
      CHECK(finding.level() == deskside::level::suggestion);
}

TEST_CASE("the gate decides from which level a mail is to be confirmed") {
  deskside::options options;
  options.set("gate", "error");
  CHECK(test::shipped().check(test::reproach).verdict() == deskside::verdict::confirm);
  CHECK(deskside::engine(options).check(test::reproach).verdict() == deskside::verdict::advise);
}

TEST_CASE("a configuration sets options and is named as their origin") {
  deskside::options options;
  options.config("house.toml", "format = 1\ngate = \"error\"\n", true);
  CHECK(test::value_of(options, "gate") == "error");
  CHECK(test::origin_of(options, "gate") == "house.toml");
}

TEST_CASE("of two configurations the later one wins") {
  deskside::options options;
  options.config("a.toml", "format = 1\ngate = \"error\"\n", true);
  options.config("b.toml", "format = 1\ngate = \"suggestion\"\n", true);
  CHECK(test::value_of(options, "gate") == "suggestion");
  CHECK(test::origin_of(options, "gate") == "b.toml");
}

TEST_CASE("a configuration that does not parse tells the line and leaves the options alone") {
  deskside::options options;
  try {
    options.config("house.toml", "format = 1\ngate = \"error\"\nthis is not toml\n", true);
    FAIL("it was accepted");
  } catch (const deskside::error& error) {
    CHECK(error.status() == deskside::status::lexicon);
    CHECK(error.line() == 3);
    CHECK(error.column() > 0);
    CHECK(std::string(error.what()).find("house.toml") != std::string::npos);
  }
  CHECK(test::value_of(options, "gate") == "warning");
}

TEST_CASE("a configuration with an unknown key is refused with its line") {
  deskside::options options;
  try {
    options.config("house.toml", "format = 1\n\ngatte = \"error\"\n", true);
    FAIL("it was accepted");
  } catch (const deskside::error& error) {
    CHECK(error.status() == deskside::status::lexicon);
    CHECK(error.line() == 3);
  }
}

TEST_CASE("a configuration must say its format") {
  deskside::options options;
  CHECK(test::status_of([&] { options.config("house.toml", "gate = \"error\"\n", true); }) ==
        DESKSIDE_E_LEXICON);
}

TEST_CASE("configurations and packs and words that are not UTF-8 are refused") {
  deskside::options options;
  CHECK(test::status_of([&] { options.config("c.toml", "format = 1\n# \xFF\n", true); }) ==
        DESKSIDE_E_ENCODING);
  CHECK(test::status_of([&] { options.lexicon("en", "p.toml", "format = 1\n# \xFF\n"); }) ==
        DESKSIDE_E_ENCODING);
  CHECK(test::status_of([&] { options.words("caf\xE9\n"); }) == DESKSIDE_E_ENCODING);
}

TEST_CASE("own words are spelt right from then on and comments are not words") {
  deskside::options options;
  options.words("# zzqxy\nQwobble # xxqzz\n\n");
  const deskside::engine engine(options);
  CHECK_FALSE(test::shipped().spell("Qwobble"));
  CHECK(engine.spell("Qwobble"));
  for (const char* word : {"zzqxy", "xxqzz"}) CHECK_FALSE(engine.spell(word));
}

TEST_CASE("bytes that are no word list are refused as a dictionary") {
  deskside::options options;
  CHECK(test::status_of([&] { options.dictionary("en-GB", "not a list"); }) ==
        DESKSIDE_E_DICTIONARY);
}

TEST_CASE("options may be changed and freed while the engine made from them lives") {
  auto options = std::make_unique<deskside::options>();
  const deskside::engine engine(*options);
  options->set(std::string("rule.") + test::reproach_rule, "off");
  options.reset();
  CHECK(test::has(engine.check(test::reproach), test::reproach_rule));
}

TEST_CASE("a rule set to its own level says no more than that and one that is softened stops no mail") {
  const auto check = [](const std::string& rule, const std::string& level, const char* text) {
    deskside::options options;
    options.set("rule." + rule, level);
    return deskside::engine(options).check(text);
  };
  const char* slip = "Hello Ann,\n\nI have allready sent it to you.\n\nBest wishes,\nKim\n";
  CHECK(test::shipped().check(slip).verdict() == deskside::verdict::confirm);
  CHECK(check("spelling-unknown-word", "suggestion", slip).verdict() == deskside::verdict::advise);
  const char* key = "Hello Ann,\n\nthe key is AKIAQ3EGRT5KD7FJW2XA.\n\nBest wishes,\nKim\n";
  CHECK(test::shipped().check(key).verdict() == deskside::verdict::block);
  CHECK(check("trust-leaks-secret", "coach", key).verdict() < deskside::verdict::confirm);
}
