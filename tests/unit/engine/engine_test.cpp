#include "engine/engine.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "error.hpp"

using namespace dsk;

namespace {

// One loud rule, so that these tests do not depend on the shipped ones.
constexpr const char* kPack = R"(
format = 1
[[rule]]
id = "test-gadget"
title = "Says gadget"
level = "warning"
message = "“{match}” was said."
why = "For the test."
instead = "Say nothing."
source = ["the test"]
phrases = ["gadget"]
bad = [">>gadget<<"]
[[rule.fix]]
replace = "thing & tool"
[[rule]]
id = "test-incoming"
title = "Needs an incoming message"
kind = "thread"
check = "unanswered-signal"
message = "m"
why = "w"
instead = "i"
source = ["s"]
needs = ["incoming"]
[[profile]]
name = "quiet"
about = "For the test."
[profile.rules]
"test-*" = "off"
)";

std::unique_ptr<Report> check(const std::string& raw, const std::string& config = "") {
  Options options;
  options.add_lexicon("en", "test.toml", kPack);
  if (!config.empty()) options.add_config("deskside.toml", config, true);
  MailInput mail;
  mail.set("raw", raw);
  return std::make_shared<const Engine>(options)->check(mail);
}

std::size_t count(const Report& report, std::string_view rule) {
  return static_cast<std::size_t>(
      std::count_if(report.findings.begin(), report.findings.end(),
                    [&](const ReportedFinding& one) { return one.rule->rule->id == rule; }));
}

std::string skipped(const Report& report) {
  std::string all;
  for (const SkippedRule& one : report.skipped) all += std::string(one.rule) + ": " + std::string(one.reason) + "\n";
  return all;
}

const std::string kMail =
    "From: Al <al@desk.example>\r\nTo: Ann <ann@colleagues.example>\r\nSubject: It\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n";

}  // namespace

TEST_CASE("a finding knows its place in the body and in the file") {
  const auto report = check(kMail + "Hi Ann,\r\n\r\nthe gadget is here.\r\n");
  REQUIRE(count(*report, "test-gadget") == 1);
  const auto it = std::find_if(report->findings.begin(), report->findings.end(),
                               [](const auto& one) { return one.rule->rule->id == "test-gadget"; });
  CHECK(it->text == "gadget");
  CHECK(report->body.substr(it->body.begin, it->body.size()) == "gadget");
  CHECK(it->line == 8);
  CHECK(it->column == 5);
  CHECK(it->message == "“gadget” was said.");
}

TEST_CASE("the same sentence has the same fingerprint however it is wrapped") {
  const auto one = check("The gadget is here for you.");
  const auto two = check("the gadget\nis here   for you.");
  const auto three = check("The gadget is gone.");
  const auto print = [](const Report& report) {
    for (const auto& one : report.findings)
      if (one.rule->rule->id == "test-gadget") return one.fingerprint;
    return std::string_view();
  };
  CHECK(print(*one) == print(*two));
  CHECK(print(*one) != print(*three));
  CHECK(print(*one).substr(0, 2) == "1:");
}

TEST_CASE("a fix in HTML is escaped and one across markup is withheld") {
  Options options;
  options.add_lexicon("en", "test.toml", kPack);
  const auto engine = std::make_shared<const Engine>(options);
  MailInput mail;
  mail.set("html", "<p>the gadget and the gad<b>get</b></p>");
  const auto report = engine->check(mail);
  REQUIRE(count(*report, "test-gadget") == 2);
  std::size_t fixes = 0;
  for (const auto& finding : report->findings)
    for (const auto& fix : finding.fixes) {
      ++fixes;
      CHECK(fix.replacement == "thing &amp; tool");
    }
  CHECK(fixes == 1);
}

TEST_CASE("a pack's own rule about empty mails needs no acts") {
  Options options;
  options.add_lexicon("en", "house.toml",
                      "format = 1\n[[rule]]\nid = \"house-empty\"\ntitle = \"Empty\"\nkind = \"mechanics\"\n"
                      "check = \"empty-reply\"\npillar = \"basics\"\nlevel = \"warning\"\nmessage = \"m\"\n"
                      "why = \"w\"\ninstead = \"i\"\nsource = [\"s\"]\n");
  const auto engine = std::make_shared<const Engine>(options);
  const auto told = [&](const char* text, const char* part = "text") {
    MailInput mail;
    mail.set(part, text);
    return count(*engine->check(mail), "house-empty");
  };
  CHECK(told("Subject: Licence\n\n\n", "raw") == 1);
  CHECK(told("> It works again.\n") == 1);
  // Nothing at all is no mail yet.
  for (const char* const nothing : {"", "\n", " \n\n\t\n", "\xC2\xA0\r\n", "\xEF\xBB\xBF"}) CHECK(told(nothing) == 0);
  CHECK(told("It works again.\n") == 0);
  // Which words greet or take leave, the acts would say.
  CHECK(told("Hi Ann,\n\nBest wishes,\n") == 0);
}

TEST_CASE("a pack's own rule about distress needs no acts") {
  Options options;
  options.add_lexicon("en", "house.toml",
                      "format = 1\n[[rule]]\nid = \"house-heard\"\ntitle = \"Heard\"\nkind = \"thread\"\n"
                      "check = \"missing-empathy\"\npillar = \"empathy\"\nlevel = \"warning\"\nmessage = \"m\"\n"
                      "why = \"w\"\ninstead = \"i\"\nsource = [\"s\"]\n");
  MailInput mail;
  mail.set("incoming", "Hi,\n\nIt works again, thank you.\n\nAnn\n");
  mail.set("text", "Hi Ann,\n\nI'll close the ticket.\n\nBob\n");
  CHECK(count(*std::make_shared<const Engine>(options)->check(mail), "house-heard") == 0);
}

TEST_CASE("an ignore header hides a rule and says so") {
  const auto report =
      check("X-Deskside-Ignore: test-* (agreed with Ann)\r\n" + kMail + "the gadget\r\n");
  CHECK(count(*report, "test-gadget") == 0);
  CHECK(skipped(*report).find("X-Deskside-Ignore says so") != std::string::npos);
}

TEST_CASE("an ignore header names several rules with commas between") {
  for (const char* list : {"other, test-gadget (agreed)", "other (no), test-*", "test-gadget,other",
                           "other; test-gadget because Ann, too, agreed",
                           "other (as (nearly) all say), test-gadget (so (it) is"}) {
    const auto report =
        check("X-Deskside-Ignore: " + std::string(list) + "\r\n" + kMail + "the gadget\r\n");
    INFO(std::string(list));
    CHECK(count(*report, "test-gadget") == 0);
    CHECK(skipped(*report).find("says so") != std::string::npos);
    CHECK(skipped(*report).find("there is no such rule") != std::string::npos);
  }
  // What follows a reason without brackets is no rule.
  const auto report =
      check("X-Deskside-Ignore: other because we, test-gadget\r\n" + kMail + "the gadget\r\n");
  CHECK(count(*report, "test-gadget") == 1);
}

TEST_CASE("an ignore header that hides nothing is told") {
  const auto report = check("X-Deskside-Ignore: test-*\r\n" + kMail + "All fine.\r\n");
  CHECK(skipped(*report).find("nothing to hide") != std::string::npos);
}

TEST_CASE("what an ignore header came to is a fact of its own") {
  const auto report = check("X-Deskside-Ignore: test-gadget, other, test-incoming, test-*\r\n" + kMail +
                            "the gadget\r\n");
  std::string told;
  for (const Fact& fact : report->facts)
    if (fact.kind == "ignored") told += std::string(fact.name) + " " + std::string(fact.value) + "\n";
  CHECK(told == "test-gadget warning\nother no-such-rule\ntest-incoming nothing\ntest-* warning\n");
}

TEST_CASE("very many globs take no more time for very many findings") {
  std::string ignore, body;
  for (int at = 0; at < 20'000; ++at) {
    ignore += "x*y*z,";
    body += "the gadget. ";
  }
  const auto report = check("X-Deskside-Ignore: " + ignore + "test-*\r\n" + kMail + body + "\r\n");
  CHECK(count(*report, "test-gadget") == 0);
}

TEST_CASE("a long word is quoted in part") {
  const auto report = check(kMail + "the gadget " + std::string(100'000, 'x') + "\r\n");
  REQUIRE_FALSE(report->findings.empty());
  for (const ReportedFinding& one : report->findings) CHECK(one.message.size() < 500);
}

TEST_CASE("a when section chooses the profile or switches checking off") {
  const std::string to = "format = 1\n[[when]]\nto = [\"*@colleagues.example\"]\n";
  CHECK(count(*check(kMail + "the gadget", to + "profile = \"quiet\""), "test-gadget") == 0);
  CHECK(count(*check(kMail + "the gadget", "format = 1\n[[when]]\nto = [\"*@other.example\"]\n"
                                           "profile = \"quiet\""),
              "test-gadget") == 1);
  const auto off = check(kMail + "the gadget", to + "off = true");
  CHECK(off->findings.empty());
  CHECK(off->verdict == Verdict::pass);
  CHECK(skipped(*off).find("not to check") != std::string::npos);
}

TEST_CASE("a rule that needs an incoming message is skipped aloud without one") {
  CHECK(skipped(*check("Fine.")).find("test-incoming: no incoming message") != std::string::npos);
}

TEST_CASE("the incoming message is found in the quote") {
  const auto report =
      check(kMail + "Fine.\n\nOn Monday, Ann Lee wrote:\n> My printer is broken.\n");
  CHECK(report->incoming_body.find("My printer is broken.") != std::string::npos);
}

TEST_CASE("a text in another language is not judged and the report says so") {
  const auto report = check(
      "Guten Tag, vielen Dank für Ihre Nachricht. Wir haben das gadget geprüft und melden uns "
      "morgen wieder bei Ihnen.");
  CHECK(report->findings.empty());
  CHECK(report->language.empty());
  CHECK(skipped(*report).find("language") != std::string::npos);
}

TEST_CASE("an automatic reply is not judged") {
  const auto report = check("Auto-Submitted: auto-replied\r\n" + kMail + "the gadget\r\n");
  CHECK(report->findings.empty());
  CHECK(check("From: a@b.example\nAuto-Submitted: auto-replied\n\nthe gadget\n")->findings.empty());
  CHECK_FALSE(skipped(*report).empty());
}

TEST_CASE("at most a thousand findings are told and the rest counted") {
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "The gadget is here.\n\n";
  const auto report = check(text);
  CHECK(report->findings.size() == kMaxFindings);
  CHECK(report->dropped >= 500);
}

TEST_CASE("small findings push no grave one out") {
  constexpr const char* kCurse = R"(
format = 1
[[rule]]
id = "test-curse"
title = "Says blast"
level = "error"
message = "m"
why = "w"
instead = "i"
source = ["s"]
phrases = ["blast"]
)";
  Options options;
  options.add_lexicon("en", "test.toml", kPack);
  options.add_lexicon("en", "curse.toml", kCurse);
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "The gadget is here.\n\n";
  MailInput mail;
  mail.set("raw", text + "Oh blast.\n");
  const auto report = std::make_shared<const Engine>(options)->check(mail);
  CHECK(report->findings.size() == kMaxFindings);
  CHECK(count(*report, "test-curse") == 1);
  CHECK(report->findings.back().rule->rule->id == "test-curse");
}

TEST_CASE("an error comes first even where an error of its family does") {
  std::string rules = "format = 1\n";
  for (const char* word : {"blast", "curse", "hello"})
    rules += "[[rule]]\nid = \"test-" + std::string(word) + "\"\ntitle = \"t\"\nfamily = \"loud\"\n" +
             "level = \"" + (word == std::string("hello") ? "warning" : "error") +
             "\"\nmessage = \"m\"\nwhy = \"w\"\ninstead = \"i\"\nsource = [\"s\"]\nphrases = [\"" +
             word + "\"]\n";
  Options options;
  options.add_lexicon("en", "test.toml", kPack);
  options.add_lexicon("en", "loud.toml", rules);
  MailInput mail;
  mail.set("raw", "Hello hello. The gadget. A curse, a blast. Oh curse.");
  const auto report = std::make_shared<const Engine>(options)->check(mail);
  std::string first;
  for (const std::uint32_t at : report->first)
    first += std::string(report->findings[at].rule->rule->id) + " ";
  CHECK(first == "test-curse test-blast test-curse ");
}

TEST_CASE("at most three findings come first and never two of a rule") {
  const auto report = check("The gadget, the gadget.\n\nA gadget.\n\nB gadget.");
  CHECK(report->findings.size() >= 4);
  std::vector<const RuleView*> rules;
  for (const auto at : report->first) rules.push_back(report->findings[at].rule);
  CHECK(rules.size() <= kFirst);
  CHECK(std::count_if(rules.begin(), rules.end(), [](const RuleView* one) {
          return one->rule->id == "test-gadget";
        }) == 1);
}

TEST_CASE("the gate says from which level to confirm") {
  const std::string text = "the gadget";
  CHECK(check(text)->verdict == Verdict::confirm);
  CHECK(check(text, "format = 1\ngate = \"error\"")->verdict == Verdict::advise);
  CHECK(check(text, "format = 1\n[rules]\n\"test-gadget\" = \"coach\"\n\"*-missing\" = \"off\"")
            ->verdict == Verdict::pass);
}

TEST_CASE("a profile there is not is refused with its name") {
  Options options;
  options.set("profile", "nonsense");
  CHECK_THROWS_WITH_AS(Engine{options}, doctest::Contains("nonsense"), Error);
}

TEST_CASE("a mail that is not UTF-8 where UTF-8 is asked for is refused") {
  MailInput mail;
  CHECK_THROWS_AS(mail.set("text", "caf\xe9"), Error);
  CHECK_NOTHROW(mail.set("raw", "caf\xe9"));
  CHECK_THROWS_AS(mail.set("nonsense", "x"), Error);
  CHECK_THROWS_AS(mail.set("stage", "nonsense"), Error);
  CHECK_THROWS_AS(mail.add_range("quote", 5, 3), Error);
}
