// What must not be shown, whether a rule tells of it or not.
#include "support.hpp"

namespace {

const char* const said =
    "Hi Ann,\n\nthe password we set is Plumtrey-77x, as I already said. Simply use Plumtrey-77x to "
    "get in.\n\nBest wishes,\nAl\n";

// The body with each place of a secret in brackets.
std::string shown(const deskside::report& report) {
  std::string body(report.body());
  const std::vector<deskside::fact> secrets = report.facts("secret");
  for (auto one = secrets.rbegin(); one != secrets.rend(); ++one) {
    CHECK(one->text() == "••••");
    CHECK(one->side() == deskside::side::mail);
    body.replace(one->begin(), one->end() - one->begin(), "[]");
  }
  return body;
}

void check_silence(const deskside::report& report, std::string_view secret) {
  for (const deskside::fact fact : report.facts()) {
    CAPTURE(fact.kind());
    CHECK(fact.text().find(secret) == std::string_view::npos);
    CHECK(fact.value().find(secret) == std::string_view::npos);
  }
  for (const deskside::finding finding : report) {
    CHECK(finding.text().find(secret) == std::string_view::npos);
    CHECK(finding.message().find(secret) == std::string_view::npos);
    for (const deskside::fact fact : finding.related())
      CHECK(fact.text().find(secret) == std::string_view::npos);
  }
}

}  // namespace

TEST_CASE("each place of a secret is a fact") {
  const std::string body = shown(test::shipped().check(said));
  CHECK(body.find("the password we set is [], as I") != std::string::npos);
  CHECK(body.find("Simply use [] to get in.") != std::string::npos);
}

TEST_CASE("a rule that is off or hidden still says what must not be shown") {
  deskside::options off;
  off.set("rule.trust-*", "off");
  const deskside::report unasked = deskside::engine(off).check(said);
  CHECK_FALSE(test::has(unasked, "trust-password-in-mail"));
  CHECK(shown(unasked).find("Plumtrey") == std::string::npos);
  check_silence(unasked, "Plumtrey");

  deskside::mail mail;
  mail.set("raw", std::string("From: a@example.com\nTo: b@example.com\n"
                              "X-Deskside-Ignore: trust-*\n\n") + said);
  const deskside::report hidden = test::shipped().check(mail);
  CHECK_FALSE(test::has(hidden, "trust-password-in-mail"));
  CHECK(shown(hidden).find("Plumtrey") == std::string::npos);
  check_silence(hidden, "Plumtrey");
}

TEST_CASE("a mail that is not judged hides its secrets all the same") {
  deskside::mail mail;
  mail.set("raw", std::string("From: a@example.com\nTo: b@example.com\n"
                              "Auto-Submitted: auto-replied\n\n") + said);
  const deskside::report report = test::shipped().check(mail);
  CHECK(report.empty());
  CHECK(report.facts("secret").size() == 2);
  check_silence(report, "Plumtrey");
}

TEST_CASE("in HTML a secret is hidden in its markup as well") {
  deskside::mail mail;
  mail.set("html", "<p>Your new password: <b>Winter&#50;024!</b></p><p>Or open "
                   "<a href=\"https://example.com/?p=Winter2024!\">this</a>.</p>");
  const std::string body = shown(test::shipped().check(mail));
  CHECK(body.find("024!") == std::string::npos);
}

TEST_CASE("a secret in the message answered or an earlier one is masked") {
  const std::string theirs = "Why is the password Plumtrey-77x refused? I cannot get in.\n";
  deskside::mail answer;
  answer.set("text", "Hi Ann,\n\nI am on it.\n\nBest wishes,\nAl\n").set("incoming", theirs);
  check_silence(test::shipped().check(answer), "Plumtrey");
  deskside::draft draft(test::shipped());
  for (int times = 0; times < 2; ++times) check_silence(draft.check(answer), "Plumtrey");

  deskside::mail later;
  later.set("text", "Hi Ann,\n\nPlumtrey-77x it is.\n\nBest wishes,\nAl\n").add("thread", theirs);
  const deskside::report report = test::shipped().check(later);
  CHECK(shown(report).find("Plumtrey") == std::string::npos);
  check_silence(report, "Plumtrey");
}

TEST_CASE("of a private key what stands below its first line is hidden") {
  const deskside::report report = test::shipped().check(
      "Hi Ann,\n\nhere it is.\n\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq2\nabcdefQ==\n"
      "-----END RSA PRIVATE KEY-----\n\nBest wishes,\nAl\n");
  CHECK(shown(report).find("MIIE") == std::string::npos);
  check_silence(report, "MIIE");
  check_silence(report, "abcdef");
}

TEST_CASE("a number inside a password of theirs is told in no form") {
  deskside::mail mail;
  mail.set("text", "Hi Ann,\n\nabout 88x-0045123 we are not sure.\n\nBest wishes,\nAl\n")
      .set("incoming", "From: b@example.com\n\nHello, my password is Plumtrey-77x-0045123.\n");
  const deskside::report report = test::shipped().check(mail);
  check_silence(report, "77x-0045123");
  check_silence(report, "77x0045123");
}

TEST_CASE("a mail full of one secret is hidden in few places") {
  std::string text = "The password is Kettle99x.\n";
  for (int times = 0; times < 50'000; ++times) text += "Kettle99x ";
  const deskside::report report = test::shipped().check(text);
  CHECK(report.facts("secret").size() <= 1000);
  CHECK(shown(report).find("Kettle") == std::string::npos);
}

TEST_CASE("a mail says what rules wanted and it did not bring") {
  const deskside::report report = test::shipped().check(said);
  std::string names;
  for (const deskside::fact lack : report.facts("lack")) {
    names += std::string(lack.name()) + " ";
    bool told = false;
    for (const deskside::skipped& one : report.skipped()) told = told || one.reason == lack.value();
    CHECK(told);
  }
  CHECK(names.find("incoming ") != std::string::npos);
}
