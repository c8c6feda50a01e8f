// A pack of one's own over the shipped one: what it adds, what it replaces, what it may use.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>

#include "engine/engine.hpp"
#include "error.hpp"
#include "lexicon/language.hpp"

using namespace dsk;
using lexicon::Pack;

namespace {

std::string rule(const std::string& id, const std::string& phrase, const std::string& more = "") {
  return "[[rule]]\nid = \"" + id + "\"\ntitle = \"T\"\nmessage = \"found {match}\"\nwhy = \"w\"\n" +
         "instead = \"i\"\nsource = [\"house\"]\nlevel = \"warning\"\nphrases = [\"" + phrase +
         "\"]\n" + more;
}

std::shared_ptr<const Engine> with(const std::string& toml) {
  Options options;
  options.add_lexicon("en", "house.toml", "format = 1\n" + toml);
  return std::make_shared<Engine>(options);
}

std::set<std::string> found(const Engine& engine, const std::string& text) {
  MailInput mail;
  mail.set("text", text);
  mail.set("fragment", "yes");
  const auto report = engine.check(mail);
  std::set<std::string> ids;
  for (const ReportedFinding& one : report->findings) ids.emplace(one.rule->rule->id);
  return ids;
}

std::string said(const std::string& toml) {
  try {
    with(toml);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a house rule stands beside the shipped rules") {
  const auto engine = with(rule("house-zebra", "zebra crossing"));
  const Engine plain{Options{}};
  CHECK(engine->rules().size() == plain.rules().size() + 1);
  CHECK(found(*engine, "The zebra crossing, as I already said.") ==
        std::set<std::string>{"house-zebra", "tone-as-i-said"});
}

TEST_CASE("a house rule may ask for a class that no shipped phrase asks for") {
  const Pack english = *lexicon::shipped("en");
  const auto id = std::find(english.class_names.begin(), english.class_names.end(), "shared-mailbox") -
                  english.class_names.begin();
  REQUIRE(id >= static_cast<std::ptrdiff_t>(english.asked_classes));
  const auto engine = with(rule("house-desk", "zebra <shared-mailbox>"));
  CHECK(found(*engine, "The zebra helpdesk is open.") == std::set<std::string>{"house-desk"});
  CHECK(found(*engine, "The zebra crossing is open.").empty());
}

TEST_CASE("a house rule of a shipped id takes its place") {
  const auto engine = with(rule("tone-as-i-said", "zebra crossing"));
  const Engine plain{Options{}};
  CHECK(engine->rules().size() == plain.rules().size());
  CHECK(found(*engine, "As I already said, no.").count("tone-as-i-said") == 0);
  CHECK(found(*engine, "The zebra crossing.") == std::set<std::string>{"tone-as-i-said"});
}

TEST_CASE("a house pack adds words to a shipped act") {
  const auto engine =
      with("[[act]]\nname = \"regret\"\nphrases = [\"zebra woe\"]\n" +
           rule("house-woe", "never used") + "acts = [\"regret\"]\n");
  CHECK(found(*engine, "Such zebra woe.").count("house-woe") == 1);
  CHECK(found(*engine, "I am sorry about it.").count("house-woe") == 1);
}

TEST_CASE("a house pack may use the classes and aliases of the shipped one") {
  const auto engine = with(rule("house-day", "zebras do not sleep on <day>"));
  CHECK(found(*engine, "Zebras don't sleep on Monday.").count("house-day") == 1);
}

TEST_CASE("a house pack may add words to a shipped class for its own phrases") {
  const auto engine = with("[class.day]\nwords = [\"zebraday\"]\n" + rule("house-day", "on <day>"));
  CHECK(found(*engine, "On zebraday.").count("house-day") == 1);
  CHECK(found(*engine, "On Monday.").count("house-day") == 1);
}

TEST_CASE("a house pack says in its own words what stands beside the messages of rules") {
  const auto engine = with("[texts]\ndid-you-mean = \"Perhaps {better}?\"\n");
  MailInput mail;
  mail.set("text", "I will recieve it.");
  const auto report = engine->check(mail);
  const auto slip = std::find_if(
      report->findings.begin(), report->findings.end(),
      [](const ReportedFinding& one) { return one.rule->rule->id == "spelling-unknown-word"; });
  REQUIRE(slip != report->findings.end());
  CHECK(slip->message == "“recieve” is in no dictionary. Perhaps receive?");
  CHECK(said("[texts]\ndid-they-mean = \"x\"\n").find("\"did-they-mean\" is no text; it can be: did-you-mean, ") !=
        std::string::npos);
}

TEST_CASE("a house pack that names what there is not is told so") {
  CHECK(said(rule("a", "x", "acts = [\"dance\"]\n")).find("there is no act \"dance\"") !=
        std::string::npos);
  CHECK(said(rule("a", "on <nubmer>")).find("<nubmer> (did you mean number?); define it in") !=
        std::string::npos);
  CHECK(said(rule("a", "on <planet>")).find("there is no word class <planet>") !=
        std::string::npos);
  CHECK(said(rule("a", "x", "[[rule.regex]]\npattern = \"(\"\n")) != "");
}

TEST_CASE("one file may not give one rule twice") {
  CHECK(said(rule("a", "x") + rule("a", "y")).find("stands here twice") != std::string::npos);
}

TEST_CASE("of two files that give one rule the later one wins") {
  Options options;
  options.add_lexicon("en", "house/rules.toml", "format = 1\n" + rule("house-a", "zebra"));
  options.add_lexicon("en", "team/rules.toml", "format = 1\n" + rule("house-a", "giraffe"));
  const auto engine = std::make_shared<Engine>(options);
  CHECK(engine->rules().size() == Engine{Options{}}.rules().size() + 1);
  CHECK(found(*engine, "The giraffe is here.") == std::set<std::string>{"house-a"});
  CHECK(found(*engine, "The zebra is here.").empty());
}

TEST_CASE("two files may add to one act") {
  Options options;
  const std::string act = "[[act]]\nname = \"beast\"\nphrases = [\"";
  options.add_lexicon("en", "house.toml", "format = 1\n" + act + "zebra\"]\n" +
                                              rule("house-a", "nothing like it", "acts = [\"beast\"]\n"));
  options.add_lexicon("en", "team.toml", "format = 1\n" + act + "giraffe\"]\n");
  const auto engine = std::make_shared<Engine>(options);
  CHECK(found(*engine, "The zebra is here.") == std::set<std::string>{"house-a"});
  CHECK(found(*engine, "The giraffe is here.") == std::set<std::string>{"house-a"});
}

TEST_CASE("of two profiles of one name the later one wins") {
  Options options;
  const std::string profile = "[[profile]]\nname = \"calm\"\nabout = \"a\"\n[profile.rules]\n\"";
  options.add_lexicon("en", "house.toml", "format = 1\n" + rule("house-a", "zebra") + profile +
                                              "house-a\" = \"off\"\n");
  options.add_lexicon("en", "team.toml", "format = 1\n" + profile + "house-a\" = \"error\"\n");
  options.set("profile", "calm");
  CHECK(found(*std::make_shared<Engine>(options), "The zebra is here.") ==
        std::set<std::string>{"house-a"});
}

TEST_CASE("a renamed rule still answers to its old name") {
  const auto engine = with(rule("house-new", "zebra", "aliases = [\"house-old\"]\n"));
  REQUIRE(engine->rule("house-old") != nullptr);
  CHECK(engine->rule("house-old")->rule->id == "house-new");
  CHECK(engine->rule("house-older") == nullptr);
  Options options;
  options.add_lexicon("en", "house.toml",
                      "format = 1\n" + rule("house-new", "zebra", "aliases = [\"house-old\"]\n"));
  options.set("rule.house-old", "off");
  CHECK(found(*std::make_shared<Engine>(options), "A zebra.").empty());
}

TEST_CASE("words written in one and aliases are read as what they stand for") {
  const auto engine = with("[joined]\ncannot = \"can not\"\n[alias]\ngnu = \"zebra\"\n" +
                           rule("house-can", "zebras can not") + rule("house-zebra", "a zebra"));
  CHECK(found(*engine, "Zebras cannot fly.").count("house-can") == 1);
  CHECK(found(*engine, "Zebras can't fly.").count("house-can") == 1);
  CHECK(found(*engine, "Zebras can not fly.").count("house-can") == 1);
  CHECK(found(*engine, "A gnu.").count("house-zebra") == 1);
}

TEST_CASE("what a shipped phrase says is meant is still offered beside a house pack's") {
  const auto engine = with(rule("house-zebra", "zebar[zebra]"));
  MailInput mail;
  mail.set("text", "The zebar may loose data.");
  mail.set("fragment", "yes");
  std::set<std::string> offered;
  const auto report = engine->check(mail);
  for (const ReportedFinding& one : report->findings)
    if (one.rule->rule->id == "house-zebra" || one.rule->rule->id == "spelling-confusable")
      for (const auto& fix : one.fixes) offered.emplace(fix.replacement);
  CHECK(offered == std::set<std::string>{"lose", "zebra"});
}

TEST_CASE("a class by endings leaves out its exceptions") {
  const auto engine = with("[class.ending]\nsuffixes = [\"zing\"]\nexcept = [\"amazing\"]\n" +
                           rule("house-ing", "so <ending>"));
  CHECK(found(*engine, "It is so buzzing.").count("house-ing") == 1);
  CHECK(found(*engine, "It is so amazing.").count("house-ing") == 0);
}

TEST_CASE("without a shipped pack an own one stands alone") {
  Options options;
  options.add_lexicon("xx", "a.toml", "format = 1\n" + rule("only", "zebra"));
  const auto engine = std::make_shared<Engine>(options);
  CHECK(engine->rules().size() == 1);
  CHECK(found(*engine, "A zebra, as I said.") == std::set<std::string>{"only"});
}
