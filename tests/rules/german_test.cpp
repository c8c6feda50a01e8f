// A new language is data: six German rules with their acts, and no line of C++ for them.
#include <doctest/doctest.h>

#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>

#include "engine/engine.hpp"

using namespace dsk;

namespace {

std::shared_ptr<const Engine> german() {
  Options options;
  for (const std::string file : {"acts.toml", "language.toml", "rules.toml"}) {
    std::ifstream in(std::string(GERMAN_PACK "/") + file, std::ios::binary);
    std::ostringstream toml;
    toml << in.rdbuf();
    REQUIRE(!toml.str().empty());
    options.add_lexicon("de", file, toml.str());
  }
  // Rules that wait for a request are asked to speak as well.
  options.set("rule.*", "on");
  return std::make_shared<Engine>(options);
}

std::set<std::string_view> rules_found(const Engine& engine, const MailInput& mail) {
  const auto report = engine.check(mail);
  std::set<std::string_view> found;
  for (const ReportedFinding& one : report->findings) found.insert(one.rule->rule->id);
  return found;
}

std::set<std::string_view> found(const std::string& text, bool whole = true) {
  static const auto engine = german();
  MailInput mail;
  mail.set("text", text);
  if (whole) mail.set("stage", "resolving");
  if (!whole) mail.set("fragment", "yes");
  return rules_found(*engine, mail);
}

const std::string kGood =
    "Guten Tag Frau Lund,\n\n"
    "danke für die Aufnahmen. Es tut mir leid, dass Ihr Drucker gestern gestreikt hat.\n"
    "Ich habe ihm eine neue Adresse gegeben, und er druckt wieder.\n"
    "Melden Sie sich gern, falls er noch einmal hakt.\n\n"
    "Viele Grüße\nJana Weber\n";

}  // namespace

TEST_CASE("a pack of another language stands alone") {
  const auto engine = german();
  CHECK(engine->rules().size() == 6);
  for (const RuleView& view : engine->rules()) CHECK(view.active);
}

TEST_CASE("every kind of German rule finds what it is made for") {
  using Found = std::set<std::string_view>;
  CHECK(found("Wie bereits erwähnt, gilt die Lizenz je Gerät.", false) == Found{"tone-as-i-said"});
  CHECK(found("Wir bitten die Unannehmlichkeiten zu entschuldigen.", false) ==
        Found{"empathy-stock-apology"});
  CHECK(found("Wann trat es auf? Wo sitzen Sie? Wie alt ist es? Was steht da?", false) ==
        Found{"tone-question-barrage"});
  CHECK(found("Eine Erstattung ist leider nicht möglich.", false) ==
        Found{"tone-cannot-without-alternative"});
  CHECK(found("Die Leitung ist wieder frei und der Anschluss wurde heute geprüft.\n\nJana") ==
        Found{"closing-no-open-door", "greeting-missing"});
}

TEST_CASE("a good German mail passes without a word") { CHECK(found(kGood).empty()); }

TEST_CASE("German is not spelt by an English dictionary") {
  const auto engine = german();
  CHECK(engine->spelt_right("Verzögerungsmeldung"));
  CHECK(engine->suggest("Verzögerungsmeldung", "", 3).empty());
}

TEST_CASE("an English mail is not judged by German rules") {
  const auto engine = german();
  MailInput mail;
  mail.set("text", "Hello Ann,\n\nThe printer has a new address now and should print again. "
                   "Let me know if it does not.\n\nKind regards\nJana\n");
  const auto report = engine->check(mail);
  CHECK(report->findings.empty());
  REQUIRE(report->skipped.size() == 1);
  CHECK(report->skipped[0].reason.find("language") != std::string::npos);
}

TEST_CASE("what is done well in German is praised in German") {
  MailInput mail;
  mail.set("text", kGood);
  const auto engine = german();
  const auto report = engine->check(mail);
  std::set<std::string> strengths;
  for (const Fact& fact : report->facts)
    if (fact.kind == "strength") strengths.emplace(fact.value);
  CHECK(strengths == std::set<std::string>{"acknowledgement: Sie haben sich bedankt.",
                                           "empathy: Sie haben Ihr Bedauern ausgedrückt.",
                                           "tone: Sie haben die Tür offen gelassen."});
}
