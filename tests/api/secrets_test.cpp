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

TEST_CASE("a word of a secret is neither misspelt nor said twice") {
  const deskside::report said_twice =
      test::shipped().check("Hi Ann,\n\nThe PIN is five five five five.\n\nBest wishes,\nAl\n");
  CHECK(test::has(said_twice, "trust-likely-password"));
  CHECK_FALSE(test::has(said_twice, "mechanics-doubled-word"));
  const deskside::report misspelt = test::shipped().check(
      "Hi Ann,\n\nThe passphrase is: walnt kettlle ocen harbr maple.\n\nBest wishes,\nAl\n");
  CHECK(test::has(misspelt, "trust-likely-password"));
  CHECK_FALSE(test::has(misspelt, "spelling-unknown-word"));
  CHECK(test::has(test::shipped().check("Hi Ann,\n\nThe the PIN is five five five five.\n\nBest,\nAl\n"),
                  "mechanics-doubled-word"));
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

TEST_CASE("a secret in the subject is told of the whole mail and shown nowhere") {
  const auto checked = [](const std::string& subject) {
    deskside::mail mail;
    mail.set("text", "Hi Ann,\n\nhere it is.\n\nBest wishes,\nAl\n").set("subject", subject);
    return test::shipped().check(mail);
  };
  const deskside::report ours = checked("Your password is Plumtrey-77x");
  CHECK(test::has(ours, "trust-password-in-mail"));
  CHECK(ours.verdict() == deskside::verdict::confirm);
  check_silence(ours, "Plumtrey");
  int told = 0;
  for (const deskside::finding one : ours) {
    if (one.rule().family() != "secret") continue;
    ++told;
    CHECK(one.begin() == one.end());
    CHECK(one.message().find("subject") != std::string_view::npos);
  }
  CHECK(told == 1);
  for (const std::string mark : {"Re: ", "AW: ", "Sv: "}) {
    CAPTURE(mark);
    const deskside::report theirs = checked(mark + "my password is Plumtrey-77x");
    CHECK(theirs.verdict() == deskside::verdict::advise);
    check_silence(theirs, "Plumtrey");
  }
}

TEST_CASE("a secret that they wrote and the reply quotes is no reason to hold it") {
  const std::string reply = "Hi Ann,\n\nI am on it.\n\nBest wishes,\nAl\n\n> ";
  const deskside::report password = test::shipped().check(reply + "My password is Plumtrey-77x\n");
  CHECK(test::has(password, "trust-password-in-mail"));
  CHECK(password.verdict() == deskside::verdict::advise);
  check_silence(password, "Plumtrey");
  const deskside::report card = test::shipped().check(reply + "The card is 4539 1488 0343 6467\n");
  CHECK(card.verdict() == deskside::verdict::confirm);
}

TEST_CASE("a secret of theirs that the reply repeats is told") {
  const auto told = [](const std::string& theirs, const std::string& ours) {
    deskside::mail mail;
    mail.set("text", "Hi Ann,\n\n" + ours + "\n\nBest wishes,\nAl\n");
    if (!theirs.empty()) mail.set("incoming", theirs);
    const deskside::report report = test::shipped().check(mail);
    check_silence(report, "Plumtrey");
    return test::has(report, "trust-repeats-secret");
  };
  const std::string password = "Why is the password Plumtrey-77x refused?";
  CHECK(told(password, "I will look at Plumtrey-77x today."));
  CHECK(told("", "I will look at Plumtrey-77x today.\n\n> " + password));
  CHECK_FALSE(told(password, "I will look at your password today."));
  CHECK_FALSE(told("", "I will look at your password today.\n\n> " + password));
  CHECK(told("My PIN is 4471.", "There is nothing wrong with 4471."));
  CHECK_FALSE(told("My PIN is 2026.", "It works since March 2026."));
  CHECK_FALSE(told("The coupon code is 48291.", "Your coupon 48291 has run out."));
  const std::string plain = "My login is ann and the password is walnut.";
  CHECK(told(plain, "It takes walnut as a password no more."));
  CHECK_FALSE(told(plain, "Your walnut desk is here."));
}

TEST_CASE("of several words that are one secret all are hidden and nothing behind them") {
  const auto body = [](const std::string& line) {
    return shown(test::shipped().check("Hi Ann,\n\n" + line + "\n\nBest wishes,\nAl\n"));
  };
  CHECK(body("The passphrase is amber lion\ntable river") ==
        "Hi Ann,\n\nThe passphrase is []\n\nBest wishes,\nAl\n");
  CHECK(body("The password is \"blue kettle on fire\" now.") ==
        "Hi Ann,\n\nThe password is \"[]\" now.\n\nBest wishes,\nAl\n");
  CHECK(body("Your PIN is 482 913.").find("Your PIN is [].\n") != std::string::npos);
}

TEST_CASE("a blank line below the headers of a private key does not end it") {
  const auto mail = [](const std::string& key) { return "Hi Ann,\n\nhere it is.\n\n" + key; };
  const std::string end = "\nBest wishes,\nAl\n";
  const std::string body = shown(test::shipped().check(
      mail("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,5F2A\n\n"
           "MIIEpAIBAAKCAQEA7bq2\nabcdefQ==\n-----END RSA PRIVATE KEY-----\n" + end)));
  CHECK(body.find("MIIE") == std::string::npos);
  CHECK(body.find("abcdef") == std::string::npos);
  CHECK(body.find("Best wishes") != std::string::npos);
  const std::string pgp = shown(test::shipped().check(
      mail("-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 2\nComment: of the office\n\n"
           "lQOYBGNx7q2\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----\nVersion 2 it is.\n" + end)));
  CHECK(pgp.find("lQOY") == std::string::npos);
  CHECK(pgp.find("Version 2 it is.") != std::string::npos);
  const std::string cut = shown(test::shipped().check(
      mail("-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq2\n" + end)));
  CHECK(cut.find("MIIE") == std::string::npos);
  CHECK(cut.find("Best wishes") != std::string::npos);
}

TEST_CASE("a number inside a password of theirs is told in no form") {
  deskside::mail mail;
  mail.set("text", "Hi Ann,\n\nabout 88x-0045123 we are not sure.\n\nBest wishes,\nAl\n")
      .set("incoming", "From: b@example.com\n\nHello, my password is Plumtrey-77x-0045123.\n");
  const deskside::report report = test::shipped().check(mail);
  check_silence(report, "77x-0045123");
  check_silence(report, "77x0045123");
}

TEST_CASE("of a mail full of secrets each is hidden and nothing else") {
  std::string text;
  for (int number = 1000; number < 4000; ++number)
    text += "The password is Kettle-" + std::to_string(number) + "x.\nHave tea.\n";
  for (int number = 1000; number < 4000; ++number) text += "Kettle-" + std::to_string(number) + "x ";
  const std::string body = shown(test::shipped().check(text));
  CHECK(body.find("Kettle") == std::string::npos);
  std::size_t kept = 0;
  for (std::size_t at = 0; (at = body.find("Have tea.", at)) != body.npos; ++at) ++kept;
  CHECK(kept == 3000);
}

TEST_CASE("a code of theirs in groups is told in no group") {
  deskside::mail mail;
  mail.set("text", "Hi Ann,\n\nI am on it.\n\nBest wishes,\nAl\n")
      .set("incoming", "Can I use 482 913 here? Your verification code is 482 913, it says.\n");
  const deskside::report report = test::shipped().check(mail);
  check_silence(report, "482");
  check_silence(report, "913");
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

TEST_CASE("the value of a setting whose name tells of a secret is hidden") {
  const auto body = [](const std::string& line) {
    const deskside::report report = test::shipped().check(
        "Hi Ann,\n\nthe file has this line:\n\n" + line + "\n\nBest wishes,\nAl\n");
    CHECK(report.verdict() >= deskside::verdict::confirm);
    return shown(report);
  };
  for (const std::string value : {"kd83hs!Kqm2Lw9XcVb4+", "9f86d081884c7d659a2f"})
    for (const std::string name :
         {"aws_secret_access_key = ", "aws_secret_access_key=", "DB_PASSWORD=", "db_password: ",
          "token=", "smtpPassword = ", "\"API_KEY_LIVE\": \"", "export GITHUB_TOKEN="}) {
      CAPTURE(name);
      CHECK(body(name + value).find(value) == std::string::npos);
    }
  for (const char* line :
       {"db_password: <your password 1>", "DB_PASSWORD=********", "DB_PASSWORD=${DB_PASSWORD_2}",
        "db_token=xxxxxxxxxxxxxxxx1", "api_token: expired", "db_password: changeme1",
        "db_password_file=/run/secrets/db1", "token_expires_at: 2026-03-01T10:15:00Z",
        "user_password: required", "max_tokens = 4096"}) {
    CAPTURE(line);
    const deskside::report report = test::shipped().check(std::string("Hi Ann,\n\n") + line + "\n");
    CHECK(report.facts("secret").empty());
  }
}

TEST_CASE("a secret in a table is hidden to its last letter") {
  deskside::mail mail;
  mail.set("html", "<p>Hi Ann,</p><table><tr><td>Password</td><td>Lion-99-y</td></tr>"
                   "<tr><td>PIN</td><td>Ab-4711-xy-z</td></tr></table>");
  CHECK(shown(test::shipped().check(mail)) ==
        "<p>Hi Ann,</p><table><tr><td>Password</td><td>[]</td></tr>"
        "<tr><td>PIN</td><td>[]</td></tr></table>");
  CHECK(shown(test::shipped().check("Hi Ann,\n\n| Password | Lion-99-y |\n| PIN | Ab-4711-xy |\n"
                                    "| PIN | 6-digits |\n| PIN | required |\n")) ==
        "Hi Ann,\n\n| Password | [] |\n| PIN | [] |\n| PIN | 6-digits |\n| PIN | required |\n");
}

TEST_CASE("nothing inside a secret is told or rewritten by another rule") {
  const deskside::report report = test::shipped().check(
      "Hi Ann,\n\nhere it is.\n\n-----BEGIN OPENSSH PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq2\n"
      "teh recieve WHAT EVER NOW!!!\n-----END OPENSSH PRIVATE KEY-----\n\nBest wishes,\nAl\n");
  for (const deskside::finding one : report)
    if (one.begin() != one.end()) {
      CAPTURE(one.rule().id());
      CHECK(one.rule().family() == "secret");
    }
}

TEST_CASE("a semicolon inside a password does not hide it from us") {
  deskside::mail mail;
  mail.set("text", "Hi Ann,\n\nI am on it.\n\nBest wishes,\nAl\n")
      .set("incoming", "Why is Plum;44!x refused? The password I use is Plum;44!x\n");
  check_silence(test::shipped().check(mail), "Plum;44");
  CHECK(shown(test::shipped().check("Hi Ann,\n\nthe password I use is Plum;44!x.\n")) ==
        "Hi Ann,\n\nthe password I use is [].\n");
}

TEST_CASE("a password told in plain words, a setting or a command holds the mail") {
  for (const char* line :
       {"PDF password - Maple!77", "Password (case-sensitive): mNq7-Lake", "Password:\nKettle-99",
        "wifi pw Mango-Tower-51", "Your password? It's Basil44!.", "Contraseña: Verano88",
        "Log in as ann.lee with Harbour_2291 as the password.", "Credentials:\nann.lee\nWd4!pq9z",
        "\"user\": \"ann\", \"password\": \"q8Zr!t2M\"", "key=\"smtpPassword\" value=\"Pw!5520x\"",
        "- name: DB_PASS\n  value: Tr7uZpq21", "postgres://app:vT7pLm20@db.example.net/shop",
        "sshpass -p 'hunter2!x' ssh admin@10.0.0.4", "mysql -u root -pS3cretDb shop",
        "docker login -u bot -p Zq8rLm2p registry.example.com",
        "net use Z: \\\\files\\team Winter24 /user:ann"}) {
    CAPTURE(line);
    const deskside::report report =
        test::shipped().check(std::string("Hi Ann,\n\n") + line + "\n\nBest wishes,\nAl\n");
    CHECK(test::has(report, "trust-password-in-mail"));
    CHECK(report.verdict() >= deskside::verdict::confirm);
  }
}

TEST_CASE("what stands beside the word password and is none is no secret") {
  for (const char* line :
       {"Wrong password: AADSTS50126", "We changed your password policy to Level2.",
        "We have reset the password and moved you to Exchange2019.", "Password: see KB0012345",
        "The user with the password problem is PLIND77.", "Password=%DB_PASS1%;",
        "The password hash is stored with bcrypt-12.", "Password reset ticket: INC0048213",
        "password=REDACTED01", "password_encryption = scram-sha-256", "password_min_length=12chars",
        "curl -u USER:PASSWORD https://api.example.com/v1", "The postal code is 10115.",
        "https://user:password@ftp.example.com", "net use Z: \\\\srv-file01\\team2",
        "Your licence key is ABCDE-12345-FGHIJ-67890-KLMNO.", "The IMEI is 356938035643809.",
        "The key combination is Ctrl+F12.", "The code is 1200 lines long."}) {
    CAPTURE(line);
    const deskside::report report = test::shipped().check(std::string("Hi Ann,\n\n") + line + "\n");
    CHECK(report.facts("secret").empty());
  }
}

TEST_CASE("of several codes each is hidden") {
  const std::string body = shown(test::shipped().check(
      "Hi Ann,\n\nYour backup codes are 11a2-33bf, 90cd-12ef and 77ab-40de.\n\nBest wishes,\nAl\n"));
  CHECK(body.find("33bf") == std::string::npos);
  CHECK(body.find("12ef") == std::string::npos);
  CHECK(body.find("40de") == std::string::npos);
  CHECK(body.find("Best wishes") != std::string::npos);
}
