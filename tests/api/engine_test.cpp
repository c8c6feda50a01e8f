#include <algorithm>
#include <set>

#include "support.hpp"

TEST_CASE("an engine lists its rules sorted by id and each once") {
  std::vector<std::string> ids;
  for (const deskside::rule& rule : test::shipped().rules()) ids.emplace_back(rule.id());
  CHECK(ids.size() >= 25);
  CHECK(std::is_sorted(ids.begin(), ids.end()));
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
}

TEST_CASE("rules that are switched off stand in the list too") {
  deskside::options options;
  options.set("rule.*", "off");
  const deskside::engine engine(options);
  CHECK(engine.rules().size() == test::shipped().rules().size());
  for (const deskside::rule& rule : engine.rules()) CHECK_FALSE(rule.active());
}

TEST_CASE("a rule is found by its id and none by another") {
  const auto rule = test::shipped().rule(test::reproach_rule);
  REQUIRE(rule);
  CHECK(rule->id() == test::reproach_rule);
  CHECK_FALSE(test::shipped().rule("no-such-rule"));
}

TEST_CASE("every rule has the texts that people read") {
  const std::set<std::string_view> pillars = {"empathy", "tone", "acknowledgement", "trust",
                                              "basics"};
  for (const deskside::rule& rule : test::shipped().rules()) {
    CAPTURE(rule.id());
    CHECK_FALSE(rule.name().empty());
    CHECK_FALSE(rule.message().empty());
    CHECK_FALSE(rule.why().empty());
    CHECK_FALSE(rule.instead().empty());
    CHECK(pillars.count(rule.pillar()) == 1);
    CHECK_FALSE(rule.kind().empty());
    CHECK(rule.sources().size() >= 1);
    CHECK(rule.level() >= deskside::level::coach);
    CHECK(rule.level() <= deskside::level::error);
  }
}

TEST_CASE("the bad examples of a rule about words mark them") {
  const auto rule = test::shipped().rule(test::reproach_rule);
  REQUIRE(rule);
  std::size_t good = 0;
  std::size_t bad = 0;
  for (const deskside::rule::example& example : rule->examples()) {
    const auto text = example.part("text");
    REQUIRE(text);
    ++(example.good() ? good : bad);
    CHECK((text->find(">>") == std::string_view::npos) == example.good());
    CHECK_FALSE(example.part("no such part"));
  }
  CHECK(good >= 2);
  CHECK(bad >= 2);
}

TEST_CASE("a pack added replaces a rule of the same id and adds new ones") {
  const char* pack =
      "format = 1\n"
      "[[rule]]\n"
      "id = \"house-frobnicate\"\n"
      "title = \"Frobnicate\"\n"
      "kind = \"phrase\"\n"
      "pillar = \"tone\"\n"
      "level = \"warning\"\n"
      "message = \"Nobody outside this house knows “{match}”.\"\n"
      "why = \"It is a word of ours.\"\n"
      "instead = \"Say what you do.\"\n"
      "source = [\"house rule\"]\n"
      "phrases = [\"frobnicate\"]\n"
      "bad = [\"We >>frobnicate<< it.\", \"I will >>frobnicate<< the router.\"]\n"
      "good = [\"We repair it.\", \"I will reset the router.\"]\n";
  deskside::options options;
  options.lexicon("en", "house.toml", pack);
  const deskside::engine engine(options);
  CHECK(engine.rules().size() == test::shipped().rules().size() + 1);
  CHECK(test::has(engine.check("We frobnicate it."), "house-frobnicate"));

  std::string replacing(pack);
  replacing.replace(replacing.find("house-frobnicate"), 16, test::reproach_rule);
  deskside::options other;
  other.lexicon("en", "later.toml", replacing);
  const deskside::engine replaced(other);
  CHECK(replaced.rules().size() == test::shipped().rules().size());
  CHECK(replaced.rule(test::reproach_rule)->name() == "Frobnicate");
  CHECK_FALSE(test::has(replaced.check(test::reproach), test::reproach_rule));
}

TEST_CASE("a pack that does not parse tells its name and line and column") {
  deskside::options options;
  try {
    options.lexicon("en", "broken.toml", "format = 1\n[[rule]]\nid = \n");
    const deskside::engine engine(options);
    FAIL("it was accepted");
  } catch (const deskside::error& error) {
    CHECK(error.status() == deskside::status::lexicon);
    CHECK(error.line() == 3);
    CHECK(error.column() > 0);
    CHECK(std::string(error.what()).find("broken.toml") != std::string::npos);
  }
}

TEST_CASE("a pack with an unknown key or without a needed one is refused") {
  for (const char* pack : {"format = 1\n[[rule]]\nid = \"house-x\"\ncolour = \"red\"\n",
                           "format = 1\n[[rule]]\nid = \"house-x\"\n", "format = 2\n",
                           "[[rule]]\nid = \"house-x\"\n"}) {
    CAPTURE(pack);
    CHECK(test::status_of([&] {
            deskside::options options;
            options.lexicon("en", "house.toml", pack);
            const deskside::engine engine(options);
          }) == DESKSIDE_E_LEXICON);
  }
}

TEST_CASE("teachings name what carries them") {
  for (const deskside::fact teaching : test::shipped().teachings()) {
    CHECK(teaching.kind() == "teaching");
    CHECK_FALSE(teaching.name().empty());
    CHECK_FALSE(teaching.text().empty());
    CHECK(teaching.value().find(':') != std::string_view::npos);
  }
}

TEST_CASE("profiles say what they are for and what they set") {
  deskside::options options;
  options.config("deskside.toml",
                 "format = 1\n[profile]\nuse = \"mine\"\n[profile.mine]\ngate = \"error\"\n"
                 "rules = { \"clarity-jargon\" = \"off\" }\n",
                 true);
  const deskside::engine engine(options);
  bool mine = false;
  for (const deskside::fact profile : engine.profiles()) {
    CHECK(profile.kind() == "profile");
    CHECK_FALSE(profile.value().empty());
    if (profile.name() != "mine") {
      CHECK_FALSE(profile.text().empty());
      continue;
    }
    mine = true;
    CHECK(profile.text().empty());
    CHECK(profile.value() == "gate = error\nrule.clarity-jargon = off");
  }
  CHECK(mine);
  // The level in force is that of the profile chosen.
  CHECK_FALSE(engine.rule("clarity-jargon")->active());
  CHECK(test::shipped().rule("clarity-jargon")->active());
}

TEST_CASE("what a configuration adds to a shipped profile is told from what the pack sets") {
  deskside::options options;
  options.config("deskside.toml", "format = 1\n[profile.internal]\ngate = \"error\"\n", true);
  const deskside::engine engine(options);
  std::vector<std::string> of_pack, own;
  for (const deskside::fact profile : engine.profiles())
    if (profile.name() == "internal")
      (profile.text().empty() ? own : of_pack).emplace_back(profile.value());
  CHECK(own == std::vector<std::string>{"gate = error"});
  REQUIRE(of_pack.size() == 1);
  CHECK(of_pack[0].find("gate") == std::string::npos);
  CHECK(of_pack[0].find("internal = yes") != std::string::npos);
}

TEST_CASE("a profile that nobody wrote is refused") {
  CHECK(test::status_of([] {
          deskside::options options;
          options.set("profile", "no-such-profile");
          const deskside::engine engine(options);
        }) == DESKSIDE_E_OPTION);
}
