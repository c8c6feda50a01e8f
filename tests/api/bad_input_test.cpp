// Bad input gets a clear error or is read as well as can be: never a crash, never silence.
#include "support.hpp"

namespace {

deskside::report check_raw(std::string_view raw) {
  deskside::mail mail;
  mail.set("raw", raw);
  return test::shipped().check(mail);
}

}  // namespace

TEST_CASE("an empty mail passes and an empty message too") {
  const deskside::mail none;
  CHECK(test::shipped().check(none).verdict() == deskside::verdict::pass);
  CHECK(test::shipped().check("").verdict() == deskside::verdict::pass);
  CHECK(check_raw("").verdict() == deskside::verdict::pass);
  const deskside::report blank = check_raw("\n\n\n");
  CHECK(blank.body().size() <= 3);
}

TEST_CASE("a message cut anywhere in its MIME parts is read as far as it goes") {
  const std::string whole =
      "From: a@example.com\nTo: b@example.com\nSubject: =?utf-8?b?SGVsbG8=?=\n"
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\n"
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
      "As I already said, the licence=20is per device.=\n\n--x\n"
      "Content-Type: application/pdf; name=\"a.pdf\"\nContent-Transfer-Encoding: base64\n\n"
      "SGVsbG8=\n--x--\n";
  for (std::size_t size = 0; size <= whole.size(); ++size) check_raw(whole.substr(0, size));
  CHECK(test::has(check_raw(whole), test::reproach_rule));
  const std::size_t cut = whole.find("--x\nContent-Type: application");
  CHECK(test::has(check_raw(whole.substr(0, cut)), test::reproach_rule));
}

TEST_CASE("bytes of any kind do not stop the reading of a message") {
  std::string bytes = "Subject: x\nContent-Type: text/plain; charset=no-such-charset\n\n";
  for (int at = 0; at < 256; ++at) bytes += static_cast<char>(at);
  bytes += std::string("\n\n") + test::reproach + "\n";
  const deskside::report report = check_raw(bytes);
  CHECK(test::has(report, test::reproach_rule));
  // What was made of a charset nobody knows is said.
  CHECK(report.facts("note").size() >= 1);
}

TEST_CASE("a body that is not in the charset it names is still read") {
  const deskside::report report =
      check_raw(std::string("Subject: x\nContent-Type: text/plain; charset=utf-8\n\ncaf\xE9. ") +
                test::reproach + "\n");
  CHECK(test::has(report, test::reproach_rule));
}

TEST_CASE("a NUL in a mail is kept in the body and ends no string") {
  std::string raw = "Subject: x\n\nbefore";
  raw += '\0';
  raw += std::string(" after. ") + test::reproach + "\n";
  const deskside::report report = check_raw(raw);
  CHECK(report.body().find('\0') != std::string_view::npos);
  CHECK(test::has(report, test::reproach_rule));
}

TEST_CASE("a dictionary that is not installed is an error that names its package") {
  try {
    deskside::options options;
    options.set("dictionary.path", "/nonexistent").set("language", "en-GB");
    const deskside::engine engine(options);
    FAIL("it was built without its dictionary");
  } catch (const deskside::error& error) {
    CHECK(error.status() == deskside::status::dictionary);
    CHECK(std::string(error.what()).find("hunspell-en-gb") != std::string::npos);
  }
}

TEST_CASE("a mail of fifty megabytes is read") {
  std::string raw = "From: a@example.com\nSubject: x\n\nHi Ann,\n\n";
  const std::string line = "The figures of this month are in the table that we keep for you.\n";
  raw.reserve(50U << 20U);
  while (raw.size() < (50U << 20U)) raw += line;
  raw += std::string("\n") + test::reproach + "\n";
  const deskside::report report = check_raw(raw);
  CHECK(report.body().size() > (49U << 20U));
  CHECK(test::has(report, test::reproach_rule));
}

TEST_CASE("deep nesting of parts and of HTML is read without trouble") {
  std::string html;
  for (int at = 0; at < 50000; ++at) html += "<div><blockquote><b>";
  html += test::reproach;
  deskside::mail mail;
  mail.set("html", html);
  test::shipped().check(mail);

  std::string raw = "Subject: x\n";
  for (int at = 0; at < 2000; ++at) {
    const std::string boundary = "b" + std::to_string(at);
    raw += "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n--" + boundary + "\n";
  }
  raw += std::string("Content-Type: text/plain\n\n") + test::reproach + "\n";
  check_raw(raw);
}

TEST_CASE("one word of ten megabytes is read") {
  test::shipped().check(std::string(10U << 20U, 'a'));
  test::shipped().spell(std::string(1U << 20U, 'a'));
}

// What takes a minute where each part looks through all behind it, or before it.
TEST_CASE("what is alike a hundred thousand times is read once" * doctest::timeout(20)) {
  std::string colons = "MIME-Version: 1.0\nTo: " + std::string(2U << 20U, 'a') + "@";
  colons += std::string(2U << 20U, ':') + "\n\n" + test::reproach + "\n";
  CHECK(test::has(check_raw(colons), test::reproach_rule));
  for (const char* const group : {"111 ", "4111 1111 "}) {
    std::string digits = "Hi Bo,\n\n";
    while (digits.size() < 500000) digits += group;
    deskside::mail mail;
    mail.set("text", test::reproach);
    mail.set("incoming", digits);
    CHECK(test::has(test::shipped().check(mail), test::reproach_rule));
  }
}
