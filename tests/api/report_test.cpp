#include <algorithm>

#include "support.hpp"

namespace {

const char* const parting =
    "Hi Ann,\n\n\xF0\x9F\x99\x82 As I already said, the licence is per device.\n";

deskside::finding reproach_in(const deskside::report& report) {
  for (const deskside::finding finding : report)
    if (finding.rule().id() == test::reproach_rule) return finding;
  FAIL("the reproach was not found");
  return deskside::finding(nullptr);
}

}  // namespace

TEST_CASE("finding something is success and so is an empty report") {
  CHECK(test::shipped().check(test::reproach).size() >= 1);
  deskside::mail quiet;
  quiet.set("text", "The licence is per device.").set("fragment", "yes");
  const deskside::report report = test::shipped().check(quiet);
  CHECK(report.verdict() == deskside::verdict::pass);
  CHECK(report.empty());
  CHECK(report.dropped() == 0);
}

TEST_CASE("offsets count bytes or UTF-16 units or code points as asked") {
  const deskside::report report = test::shipped().check(parting);
  const deskside::finding finding = reproach_in(report);
  const std::size_t at = std::string_view(parting).find("As I");
  CHECK(finding.begin(deskside::unit::bytes) == at);
  CHECK(finding.begin(deskside::unit::utf16) == at - 2);
  CHECK(finding.begin(deskside::unit::codepoints) == at - 3);
  CHECK(finding.end(deskside::unit::utf16) - finding.begin(deskside::unit::utf16) ==
        finding.end() - finding.begin());
  CHECK(report.body().substr(finding.begin(), finding.end() - finding.begin()) == finding.text());
}

TEST_CASE("a unit that there is not answers nothing") {
  const deskside::report report = test::shipped().check(parting);
  CHECK(deskside_finding_begin(reproach_in(report).c(), 7) == 0);
}

TEST_CASE("line and column are counted from one in the message as given") {
  const deskside::report report = test::shipped().check(parting);
  CHECK(reproach_in(report).line() == 3);
  CHECK(reproach_in(report).column() == 6);
}

TEST_CASE("findings come in text order with those about the whole mail first") {
  const deskside::report report = test::shipped().check(
      "As I already said, simply restart it!!\n\nYou obviously did not read my mail. Per my last "
      "mail, send me the log.\n");
  REQUIRE(report.size() >= 2);
  std::size_t at = 0;
  for (const deskside::finding finding : report) {
    CHECK(finding.part() == "body");
    CHECK(finding.begin() >= at);
    CHECK(finding.end() >= finding.begin());
    at = finding.begin();
    if (finding.end() == 0) {
      CHECK(finding.text().empty());
      CHECK(finding.line() == 1);
      CHECK(finding.column() == 1);
    }
  }
}

TEST_CASE("first names at most three findings and one of a family and no coach remark") {
  const deskside::report report = test::shipped().check(
      "As I already said, simply restart it!!\n\nYou obviously did not read my mail. Per my last "
      "mail, send me the log ASAP. Calm down. This is your fault.\n");
  const std::vector<deskside::finding> first = report.first();
  CHECK(first.size() >= 1);
  CHECK(first.size() <= 3);
  std::vector<std::string_view> families;
  for (const deskside::finding& finding : first) {
    CHECK(finding.level() > deskside::level::coach);
    const std::string_view family = finding.rule().family();
    if (family.empty()) continue;
    CHECK(std::find(families.begin(), families.end(), family) == families.end());
    families.push_back(family);
  }
  CHECK(deskside_report_first(report.c(), first.size()) == SIZE_MAX);
}

TEST_CASE("a finding and its rule outlive the engine") {
  auto engine = std::make_unique<deskside::engine>();
  const deskside::report report = engine->check(test::reproach);
  engine.reset();
  const deskside::finding finding = reproach_in(report);
  CHECK_FALSE(finding.rule().why().empty());
  CHECK_FALSE(finding.message().empty());
}

TEST_CASE("a report outlives its mail") {
  auto mail = std::make_unique<deskside::mail>();
  mail->set("text", test::reproach);
  const deskside::report report = test::shipped().check(*mail);
  mail.reset();
  CHECK(report.body() == test::reproach);
  CHECK(reproach_in(report).text().substr(0, 4) == "As I");
}

TEST_CASE("the fingerprint is versioned and the same across mails and sentences around it") {
  const deskside::report one = test::shipped().check(test::reproach);
  const deskside::report two =
      test::shipped().check(std::string("Hi Bob,\n\n") + test::reproach + " More tomorrow.\n");
  const std::string_view print = reproach_in(one).fingerprint();
  CHECK(print.substr(0, 2) == "1:");
  CHECK(print.size() > 4);
  CHECK(print == reproach_in(two).fingerprint());
  const deskside::report other =
      test::shipped().check("As I already said, the printer is on floor 3.");
  CHECK(print != reproach_in(other).fingerprint());
}

TEST_CASE("zones cover whose words are whose") {
  const std::string text = "Hi Ann,\n\nit works again.\n\nKind regards,\nJoe\n\n> It is broken.\n";
  const deskside::report report = test::shipped().check(text);
  std::vector<std::string> zones;
  for (const deskside::fact zone : report.facts("zone")) {
    CHECK(zone.kind() == "zone");
    CHECK(zone.side() == deskside::side::mail);
    CHECK(zone.end() <= text.size());
    zones.emplace_back(zone.name());
  }
  CHECK(std::find(zones.begin(), zones.end(), "body") != zones.end());
  CHECK(std::find(zones.begin(), zones.end(), "quote") != zones.end());
}

TEST_CASE("all facts are those of each kind together") {
  deskside::mail mail;
  mail.set("raw",
           "From: Joe <joe@example.com>\nTo: Ann <ann@example.com>\nSubject: Printer\n"
           "Date: Tue, 17 Nov 2026 10:12:00 +0100\n\nHi Ann,\n\nI will call you on Friday. Could "
           "you send me the log from https://example.com/log?\n\nRegards,\nJoe\n");
  mail.set("incoming", "It is broken again! When will you call?");
  const deskside::report report = test::shipped().check(mail);
  std::size_t sum = 0;
  for (const char* kind : {"zone", "inline", "act", "signal", "promise", "time", "strength", "header",
                           "note", "secret", "lack", "ignored"}) {
    for (const deskside::fact fact : report.facts(kind)) CHECK(fact.kind() == kind);
    sum += report.facts(kind).size();
  }
  CHECK(sum == report.facts().size());
  CHECK(report.facts("no such kind").empty());
  CHECK(report.facts("header").size() >= 4);
}

TEST_CASE("very many facts of a kind are read as fast as few") {
  std::string text;
  for (int at = 0; at < 20'000; ++at) text += "> They said so.\n\nI will call you on Friday.\n\n";
  const deskside::report report = test::shipped().check(text);
  const std::vector<deskside::fact> promises = report.facts("promise");
  CHECK(promises.size() == 20'000);
  std::size_t at = 0;
  for (const deskside::fact& one : report.facts())
    if (one.kind() == "promise") CHECK(one.c() == promises.at(at++).c());
  CHECK(report.facts("promise").front().c() == deskside_report_fact_at(report.c(), "promise", 0));
}

TEST_CASE("headers are facts with their decoded value") {
  deskside::mail mail;
  mail.set("raw", "From: a@example.com\nSubject: =?utf-8?q?Caf=C3=A9?=\n\nHello.\n");
  const deskside::report report = test::shipped().check(mail);
  bool found = false;
  for (const deskside::fact header : report.facts("header"))
    if (header.name() == "subject") {
      CHECK(header.value() == "Caf\xC3\xA9");
      found = true;
    }
  CHECK(found);
}

TEST_CASE("a body that stands in the message says where") {
  const std::string raw = "From: a@example.com\nSubject: x\n\nThe licence is per device.\n";
  deskside::mail mail;
  mail.set("raw", raw);
  const deskside::report report = test::shipped().check(mail);
  REQUIRE(report.body_in_file());
  CHECK(raw.substr(*report.body_in_file(), report.body().size()) == report.body());

  deskside::mail encoded;
  encoded.set("raw",
              "From: a@example.com\nContent-Type: text/plain; charset=utf-8\n"
              "Content-Transfer-Encoding: base64\n\nSGVsbG8gQW5uLg==\n");
  const deskside::report decoded = test::shipped().check(encoded);
  CHECK(decoded.body().substr(0, 10) == "Hello Ann.");
  CHECK_FALSE(decoded.body_in_file());

  deskside::mail latin;
  latin.set("raw", "Hi Jos\xE9,\n\nThe caf\xE9 is back!!!\n");
  CHECK_FALSE(test::shipped().check(latin).body_in_file());
}

TEST_CASE("at most a thousand findings are kept and the rest is counted") {
  std::string text;
  for (int at = 0; at < 1500; ++at) text += "As I already said, it is so. ";
  const deskside::report report = test::shipped().check(text);
  CHECK(report.size() <= 1000);
  CHECK(report.size() + report.dropped() >= 1500);
}

TEST_CASE("fixes lie in the text and replace it") {
  deskside::mail mail;
  mail.set("text", "It works again!! Thank you for for waiting.").set("fragment", "yes");
  const deskside::report report = test::shipped().check(mail);
  std::size_t fixes = 0;
  for (const deskside::finding finding : report)
    for (const deskside::fix& fix : finding.fixes()) {
      ++fixes;
      CHECK(fix.begin() <= fix.end());
      CHECK(fix.end() <= report.body().size());
      const bool known =
          fix.safety() == deskside::safety::safe || fix.safety() == deskside::safety::preview;
      CHECK(known);
    }
  CHECK(fixes >= 1);
}

TEST_CASE("what did not run is said with a reason") {
  const deskside::report report = test::shipped().check(test::reproach);
  REQUIRE(report.skipped().size() >= 1);
  for (const deskside::skipped& skipped : report.skipped()) CHECK_FALSE(skipped.reason.empty());
}

TEST_CASE("the text of a secret is masked wherever it could be read") {
  const std::string secret = "AKIAIOSFODNN7EXAMPLE";
  const deskside::report report = test::shipped().check(
      "Hi Ann,\n\nyour card 4111 1111 1111 1111 and the key " + secret + " are in the ticket.\n");
  bool found = false;
  for (const deskside::finding finding : report) {
    found = found || finding.rule().id().find("secret") != std::string_view::npos;
    CHECK(finding.text().find(secret) == std::string_view::npos);
    CHECK(finding.text().find("4111 1111 1111 1111") == std::string_view::npos);
    CHECK(finding.message().find(secret) == std::string_view::npos);
    for (const deskside::fix& fix : finding.fixes())
      CHECK(fix.replacement().find(secret) == std::string_view::npos);
  }
  CHECK(found);
  for (const deskside::fact fact : report.facts()) {
    CAPTURE(fact.kind());
    CHECK(fact.text().find(secret) == std::string_view::npos);
  }
}
