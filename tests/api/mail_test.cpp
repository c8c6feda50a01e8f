#include "support.hpp"

TEST_CASE("every part that the contract names is taken") {
  deskside::mail mail;
  mail.set("text", "Hello Ann,\n\nit works again.\n")
      .set("subject", "Re: Printer")
      .set("from", "Joe Park <joe@example.com>")
      .set("to", "Ann Lee <ann@example.com>, bob@example.com")
      .set("cc", "c@example.com")
      .set("bcc", "d@example.com")
      .set("date", "Tue, 17 Nov 2026 10:12:00 +0100")
      .set("now", "2026-11-17T10:12:00+01:00")
      .set("incoming", "When will it work again?")
      .set("language", "en-US")
      .set("profile", "")
      .set("fragment", "yes")
      .set("template", "yes");
  mail.add("attachment", "log.txt")
      .add("attachment", "")
      .add("thread", "Hello, it is broken.")
      .add("promise", "2026-11-16T09:00:00+01:00|call Ann");
  CHECK(test::shipped().check(mail).language() == "en-US");
}

TEST_CASE("every stage that the contract names is taken and reported") {
  for (const char* stage : {"first-reply", "asking", "fixing", "waiting", "refusing", "resolving",
                            "following-up", "broadcast", "unknown"}) {
    deskside::mail mail;
    mail.set("text", "Hello Ann, it works again.").set("stage", stage);
    CHECK(test::shipped().check(mail).stage() == stage);
  }
}

TEST_CASE("a part there is not or a value it cannot take is refused") {
  deskside::mail mail;
  CHECK(test::status_of([&] { mail.set("body", "Hello"); }) == DESKSIDE_E_OPTION);
  CHECK(test::status_of([&] { mail.set("stage", "party"); }) == DESKSIDE_E_OPTION);
  CHECK(test::status_of([&] { mail.set("now", "soon"); }) == DESKSIDE_E_OPTION);
  CHECK(test::status_of([&] { mail.set("fragment", "perhaps"); }) == DESKSIDE_E_OPTION);
  CHECK(test::status_of([&] { mail.add("attachments", "a"); }) == DESKSIDE_E_OPTION);
  CHECK(test::status_of([&] { mail.add("promise", "whenever"); }) == DESKSIDE_E_OPTION);
}

TEST_CASE("text that is not UTF-8 is refused but messages are bytes") {
  deskside::mail mail;
  CHECK(test::status_of([&] { mail.set("text", "caf\xE9"); }) == DESKSIDE_E_ENCODING);
  CHECK(test::status_of([&] { mail.set("html", "caf\xE9"); }) == DESKSIDE_E_ENCODING);
  CHECK(test::status_of([&] { mail.set("subject", "caf\xE9"); }) == DESKSIDE_E_ENCODING);
  CHECK(test::status_of([&] { mail.set("raw", "Subject: x\n\ncaf\xE9\n"); }) == 0);
  CHECK(test::status_of([&] { mail.set("incoming", "caf\xE9"); }) == 0);
  CHECK(test::status_of([&] { mail.add("thread", "caf\xE9"); }) == 0);
}

TEST_CASE("a part that was refused leaves the mail as it was") {
  deskside::mail mail;
  mail.set("text", test::reproach);
  CHECK(test::status_of([&] { mail.set("text", "\xFF"); }) == DESKSIDE_E_ENCODING);
  CHECK(test::has(test::shipped().check(mail), test::reproach_rule));
}

TEST_CASE("an empty value takes a part away again") {
  deskside::mail mail;
  mail.set("text", test::reproach).set("stage", "refusing");
  mail.set("stage", "");
  CHECK(test::shipped().check(mail).stage() != "refusing");
  mail.set("text", "");
  const deskside::report report = test::shipped().check(mail);
  CHECK(report.body().empty());
}

TEST_CASE("parts are copied") {
  deskside::mail mail;
  std::string text = test::reproach;
  mail.set("text", text);
  text.assign(text.size(), 'x');
  CHECK(test::has(test::shipped().check(mail), test::reproach_rule));
}

TEST_CASE("input needs no NUL at its end") {
  const std::string longer = std::string(test::reproach) + " Simply buy a new one.";
  deskside::mail mail;
  mail.set("text", std::string_view(longer).substr(0, std::strlen(test::reproach)));
  const deskside::report report = test::shipped().check(mail);
  CHECK(report.body() == test::reproach);
}

TEST_CASE("raw without a header block is plain text and with one a mail") {
  deskside::mail plain;
  plain.set("raw", test::reproach);
  const deskside::report as_text = test::shipped().check(plain);
  CHECK(as_text.body() == test::reproach);

  deskside::mail whole;
  whole.set("raw", std::string("From: a@example.com\nSubject: x\n\n") + test::reproach + "\n");
  const deskside::report as_mail = test::shipped().check(whole);
  CHECK(test::has(as_mail, test::reproach_rule));
  CHECK(as_mail.body().substr(0, 4) == "As I");
  REQUIRE(as_mail.size() >= 1);
  for (const deskside::finding finding : as_mail)
    if (finding.rule().id() == test::reproach_rule) {
      CHECK(finding.line() == 4);
      CHECK(finding.column() == 1);
    }
}

TEST_CASE("a range said to be a quote is not judged") {
  const std::string text = std::string("The figures are below.\n\n") + test::reproach + "\n";
  deskside::mail mail;
  mail.set("text", text);
  CHECK(test::has(test::shipped().check(mail), test::reproach_rule));
  mail.add_range("quote", text.find("As I"), text.size());
  CHECK_FALSE(test::has(test::shipped().check(mail), test::reproach_rule));
}

TEST_CASE("a range of an unknown kind or turned round is refused") {
  deskside::mail mail;
  mail.set("text", "Hello Ann.");
  CHECK(test::status_of([&] { mail.add_range("poem", 0, 5); }) == DESKSIDE_E_OPTION);
  CHECK(test::status_of([&] { mail.add_range("quote", 5, 2); }) == DESKSIDE_E_ARGUMENT);
}

TEST_CASE("a language or profile that the engine does not have is refused at the check") {
  deskside::mail mail;
  mail.set("text", "Hello Ann.");
  CHECK(test::status_of([&] {
          mail.set("profile", "no-such-profile");
          test::shipped().check(mail);
        }) == DESKSIDE_E_OPTION);
  mail.set("profile", "");
  CHECK(test::status_of([&] {
          mail.set("language", "tlh-XX");
          test::shipped().check(mail);
        }) == DESKSIDE_E_OPTION);
}
