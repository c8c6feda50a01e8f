#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "engine/engine.hpp"
#include "error.hpp"

using namespace dsk;

namespace {

const std::string kRule = R"(
format = 1
[[rule]]
id = "tone-lecture"
title = "Lecture"
kind = "cues"
level = "coach"
enough = 5
max_words = 12
message = "{cues}: a lecture."
why = "w"
instead = "i"
source = ["s"]
[[rule.cue]]
weight = 3
phrases = ["everybody", "nobody"]
[[rule.cue]]
weight = 2
phrases = ["(read|reads) the"]
[[rule.cue]]
phrases = ["manual", ", truly"]
[[rule.cue]]
weight = 3
phrases = ["obviously"]
[[rule.cue]]
weight = 3
phrases = ["obviously"]
[[rule.cue]]
against = 2
phrases = ["sorry"]
[[rule.grade]]
level = "suggestion"
at_least = 6
)";

struct Found {
  std::string message;
  lexicon::Level level;
};

std::vector<Found> found(const std::string& text) {
  static const auto engine = [] {
    Options options;
    options.add_lexicon("en", "cues.toml", kRule);
    return std::make_shared<Engine>(options);
  }();
  MailInput mail;
  mail.set("text", text);
  mail.set("fragment", "yes");
  std::vector<Found> all;
  const std::unique_ptr<Report> report = engine->check(mail);
  for (const ReportedFinding& one : report->findings)
    if (one.rule->rule->id == "tone-lecture") all.push_back({std::string(one.message), one.level});
  return all;
}

}  // namespace

TEST_CASE("cues of one sentence add up and the sentence is found") {
  const auto all = found("It rains. Everybody reads the sign. It rains.");
  REQUIRE(all.size() == 1);
  CHECK(all[0].message == "“Everybody reads the”: a lecture.");
  CHECK(all[0].level == lexicon::Level::coach);
}

TEST_CASE("the words of cues are quoted without the marks around them") {
  const auto all = found("Nobody, truly, reads the sign.");
  REQUIRE(all.size() == 1);
  CHECK(all[0].message == "“Nobody”, “truly”, “reads the”: a lecture.");
}

TEST_CASE("a greater sum has the level of its grade") {
  const auto all = found("Everybody reads the manual.");
  REQUIRE(all.size() == 1);
  CHECK(all[0].level == lexicon::Level::suggestion);
}

TEST_CASE("too few cues say nothing and those of two sentences do not meet") {
  CHECK(found("Everybody has the manual.").empty());
  CHECK(found("Everybody came. She reads the sign.").empty());
}

TEST_CASE("a cue counts once however often it stands there") {
  CHECK(found("Nobody, but really nobody and everybody, came.").empty());
}

TEST_CASE("where every time counts a cue adds up with itself") {
  Options options;
  std::string rule = kRule;
  rule.insert(rule.find("max_words"), "every_time = true\n");
  options.add_lexicon("en", "cues.toml", rule);
  const auto engine = std::make_shared<Engine>(options);
  const auto lectures = [&](const std::string& text) {
    MailInput mail;
    mail.set("text", text);
    mail.set("fragment", "yes");
    const auto report = engine->check(mail);
    return std::count_if(report->findings.begin(), report->findings.end(), [](const auto& one) {
      return one.rule->rule->id == "tone-lecture";
    });
  };
  CHECK(lectures("Nobody, but really nobody, came.") == 1);
  CHECK(lectures("Nobody came.") == 0);
  CHECK(lectures("Sorry, nobody came, and sorry that nobody called.") == 0);
}

TEST_CASE("what most of the sum tells is named and its words are quoted") {
  Options options;
  options.add_lexicon("en", "cues.toml", R"(
format = 1
[[rule]]
id = "tone-lecture"
title = "Lecture"
kind = "cues"
level = "coach"
enough = 5
message = "{cues}: {tells}."
why = "w"
instead = "i"
source = ["s"]
[[rule.cue]]
weight = 2
tells = "a lecture"
phrases = ["everybody"]
[[rule.cue]]
weight = 2
tells = "a lecture"
phrases = ["sign"]
[[rule.cue]]
weight = 3
tells = "a shrug"
phrases = ["anyway"]
[[rule.cue]]
phrases = ["reads"]
)");
  const auto engine = std::make_shared<Engine>(options);
  const auto message = [&](const std::string& text) -> std::string {
    MailInput mail;
    mail.set("text", text);
    mail.set("fragment", "yes");
    const auto report = engine->check(mail);
    for (const ReportedFinding& one : report->findings)
      if (one.rule->rule->id == "tone-lecture") return std::string(one.message);
    return "";
  };
  CHECK(message("Everybody reads the sign.") == "“Everybody”, “sign”: a lecture.");
  CHECK(message("Anyway, everybody reads the sign.") == "“everybody”, “sign”: a lecture.");
  // One word of its own is too few to quote alone.
  CHECK(message("Anyway, everybody came.") == "“Anyway”, “everybody”: a shrug.");
}

TEST_CASE("what speaks against it counts the other way") {
  CHECK(found("Sorry that everybody reads the sign.").empty());
  CHECK(found("Sorry that everybody reads the manual.").empty());
}

TEST_CASE("a long sentence is left alone") {
  CHECK(found("Everybody reads the sign that hangs on the left of the door to the hall.").empty());
}

TEST_CASE("a cue has a weight or speaks against but not both") {
  Options options;
  options.add_lexicon("en", "cues.toml", kRule + "[[rule.cue]]\nweight = 1\nagainst = 1\n");
  CHECK_THROWS_AS(Engine{options}, Error);
}

TEST_CASE("one word that two cues weigh is no undertone") {
  CHECK(found("Obviously it rains.").empty());
  CHECK(found("Obviously nobody can come.").size() == 1);
}
