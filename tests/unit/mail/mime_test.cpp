#include "mail/mime.hpp"

#include <doctest/doctest.h>

#include "own_text.hpp"

using dsk::Span;
using dsk::mail::Document;
using dsk::mail::Exempt;
using dsk::mail::read;

namespace {

const std::string kFrom = "From: a@example.test\nTo: b@example.test\n";

std::string part(const std::string& headers, const std::string& body) {
  return kFrom + headers + "\n" + body;
}

}  // namespace

TEST_CASE("charsets end as UTF-8 and offsets lead back") {
  struct Case {
    const char* charset;
    std::string bytes;
    const char* text;
  };
  const Case cases[] = {
      {"utf-8", "caf\xC3\xA9", "café"},
      {"us-ascii", "caf\xE9 \x80", "café €"},
      {"us-ascii", "caf\xC3\xA9", "café"},
      {"", "caf\xE9", "café"},
      {"iso-8859-1", "caf\xE9 \x93x\x94", "café “x”"},
      {"windows-1252", "\x80", "€"},
      {"utf-16", std::string("\xFF\xFE\x41\x00\xAC\x20", 6), "A€"},
      {"utf-16be", std::string("\x00\x41\x20\xAC", 4), "A€"},
      {"x-unheard-of", "caf\xE9", "café"},
      {"utf-8", "a\xFFz", "a\xEF\xBF\xBDz"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.charset);
    const Document mail =
        read(part("Content-Type: text/plain" +
                      (*one.charset ? "; charset=" + std::string(one.charset) : "") + "\n",
                  one.bytes));
    CHECK(mail.body == one.text);
  }
  const Document mail = read(part("Content-Type: text/plain; charset=iso-8859-1\n", "a\xE9z"));
  CHECK(mail.to_file({1, 3}).of(mail.file) == "\xE9");
  CHECK(mail.to_file({3, 4}).of(mail.file) == "z");
}

TEST_CASE("bytes that are not the charset they are said to be are told") {
  const auto warnings = [](const std::string& charset) {
    return read(part("Content-Type: text/plain; charset=" + charset + "\n", "caf\xE9\n")).warnings;
  };
  REQUIRE(warnings("utf-8").size() == 1);
  CHECK(warnings("utf-8")[0].find("not all UTF-8") != std::string::npos);
  REQUIRE(warnings("us-ascii").size() == 1);
  CHECK(warnings("us-ascii")[0].find("windows-1252") != std::string::npos);
  CHECK(warnings("iso-8859-1").empty());
}

TEST_CASE("a last letter that waits for its accent is read") {
  const Document mail = read(kFrom + "Subject: =?windows-1258?Q?Toma?=\n" +
                             "Content-Type: text/plain; charset=windows-1258\n\nfrom Toma");
  CHECK(mail.body == "from Toma");
  CHECK(mail.subject == "Toma");
}

TEST_CASE("a comment behind a parameter is no part of it") {
  CHECK(read(part("Content-Type: text/plain; charset=us-ascii (Plain text)\n", "caf\xE9")).warnings ==
        read(part("Content-Type: text/plain; charset=us-ascii\n", "caf\xE9")).warnings);
  CHECK(read(part("Content-Type: text/plain; charset=iso-8859-1 (Latin 1)\n", "caf\xE9"))
            .warnings.empty());
  const Document mail = read(part(
      "Content-Type: multipart/mixed; boundary=abc (made up)\n",
      "--abc\n\nHello\n--abc\nContent-Type: image/png; name=desk (1).png\n\nx\n--abc--\n"));
  CHECK(mail.body == "Hello");
  REQUIRE(mail.attachments.size() == 1);
  CHECK(mail.attachments[0].name == "desk (1).png");
}

TEST_CASE("a name that is encoded may have marks of a list in it") {
  const Document mail = read("From: =?utf-8?Q?Lee,_Ann_<Desk>?= <ann@x.test>, =?utf-8?Q?Bob?= <b@x.test>\n"
                             "To: =?utf-8?Q?Tom <t@x.test>, =?utf-8?Q?Ina?= <i@x.test>\n\nHi\n");
  REQUIRE(mail.from.size() == 2);
  CHECK(mail.from[0].name == "Lee, Ann <Desk>");
  CHECK(mail.from[0].address == "ann@x.test");
  CHECK(mail.from[1].name == "Bob");
  REQUIRE(mail.to.size() == 2);
  CHECK(mail.to[0].address == "t@x.test");
  CHECK(mail.to[1].name == "Ina");
}

TEST_CASE("a name of a file that is said twice is read where it is said in full") {
  const Document mail = read(
      part("Content-Type: multipart/mixed; boundary=b\n",
           "--b\n\nHi\n--b\nContent-Disposition: attachment; filename=\"r.pdf\";\n"
           " filename*=UTF-8''r%C3%A9port.pdf\n\nx\n--b--\n"));
  REQUIRE(mail.attachments.size() == 1);
  CHECK(mail.attachments[0].name == "r\xC3\xA9port.pdf");
}

TEST_CASE("of related parts the one that the message names is shown") {
  const Document mail =
      read(part("Content-Type: multipart/related; start=\"<two>\"; boundary=b\n",
                "--b\nContent-Type: image/png\nContent-ID: <one>\n\nx\n"
                "--b\nContent-Type: text/html\nContent-ID: <two>\n\n<p>Hello</p>\n--b--\n"));
  CHECK(mail.is_html);
  CHECK(mail.text() == "Hello");
  REQUIRE(mail.attachments.size() == 1);
  CHECK(mail.attachments[0].inline_image);
}

TEST_CASE("a delimiter with a colon ends a header that has no blank line") {
  const Document mail = read(part("Content-Type: multipart/mixed; boundary=\"b:c\"\n",
                                  "--b:c\nContent-Type: image/png\n--b:c\n\nHello\n--b:c--\n"));
  CHECK(mail.body == "Hello");
}

TEST_CASE("a mail behind a byte order mark is read as a mail") {
  const Document mail = read("\xEF\xBB\xBF" + part("Subject: Desk\n", "Hello\n"));
  CHECK(mail.subject == "Desk");
  CHECK(mail.from.size() == 1);
  CHECK(mail.body == "Hello\n");
  CHECK(mail.to_file({0, 5}).of(mail.file) == "Hello");
}

TEST_CASE("base64 in a charset of its own is decoded and mapped") {
  const Document mail =
      read(part("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n",
                "SGVsbG8gY2Fm6SE=\n"));
  CHECK(mail.body == "Hello café!");
  CHECK(mail.to_file({0, 5}).of(mail.file).substr(0, 4) == "SGVs");
}

TEST_CASE("flowed lines are joined and the signature mark is kept") {
  const std::string type = "Content-Type: text/plain; format=flowed";
  const Document mail = read(
      part(type + "\n", "One line that \nruns on.\n\n> quoted \n> too\n  stuffed\n-- \nZoe\n"));
  CHECK(mail.text() == "One line that runs on.\n\n> quoted too\n stuffed\n-- \nZoe\n");
  const auto at = static_cast<std::uint32_t>(mail.text().find("runs"));
  CHECK(mail.to_file({at, at + 4}).of(mail.file) == "runs");
  CHECK(read(part(type + "; delsp=yes\n", "Donau \ndampfer\n")).text() == "Donaudampfer\n");
}

TEST_CASE("the part the reader will see is the one that is judged") {
  const Document related = read(part(
      "Content-Type: multipart/related; boundary=r\n",
      "--r\nContent-Type: multipart/alternative; boundary=a\n\n--a\n\nplain\n--a\nContent-Type: "
      "text/html\n\n<p>rich</p>\n--a--\n--r\nContent-Type: image/png\nContent-ID: "
      "<1>\n\nx\n--r--\n"));
  CHECK(related.text() == "rich");
  REQUIRE(related.attachments.size() == 1);
  CHECK(related.attachments[0].inline_image);
  const Document file_first = read(part(
      "Content-Type: multipart/mixed; boundary=m\n",
      "--m\nContent-Type: text/plain; name=log.txt\nContent-Disposition: attachment\n\nlog\n--m\n\n"
      "words\n--m--\n"));
  CHECK(file_first.text() == "words");
  CHECK(file_first.attachments.size() == 1);
  CHECK(read(part("Content-Type: multipart/mixed; boundary=none\n", "words\n")).text() ==
        "words\n");
}

TEST_CASE("a text that a client cut around a picture is read whole") {
  const Document mail = read(
      part("Content-Type: multipart/mixed; boundary=m\n",
           "--m\n\nSee here:\n--m\nContent-Type: image/png; name=a.png\n\nx\n--m\nContent-Type: "
           "text/plain\nContent-Transfer-Encoding: quoted-printable\n\nKind=20regards\n--m\n"
           "Content-Type: text/plain; name=log.txt\n\nlog\n--m--\n"));
  CHECK(mail.text() == "See here:\nKind regards");
  CHECK(mail.attachments.size() == 2);
  const auto at = static_cast<std::uint32_t>(mail.text().find("Kind"));
  CHECK(mail.to_file({at, at + 5}).of(mail.file) == "Kind=20");
}

TEST_CASE("mails that are not judged say why") {
  struct Case {
    std::string headers;
    Exempt exempt;
  };
  const Case cases[] = {
      {"Subject: x\n", Exempt::none},
      {"Auto-Submitted: auto-replied\n", Exempt::auto_submitted},
      {"Auto-Submitted: no\n", Exempt::none},
      {"Precedence: bulk\n", Exempt::bulk},
      {"List-Id: <x.example.test>\n", Exempt::list},
      {"Content-Type: multipart/encrypted; boundary=b\n", Exempt::encrypted},
      {"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n", Exempt::encrypted},
      {"Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n",
       Exempt::receipt},
      {"Content-Type: text/calendar; method=REPLY\n", Exempt::calendar},
  };
  for (const Case& one : cases) {
    CAPTURE(one.headers);
    CHECK(read(part(one.headers, "words\n")).exempt == one.exempt);
  }
  CHECK(read(part("", "-----BEGIN PGP MESSAGE-----\n\nabc\n")).exempt == Exempt::encrypted);
  CHECK(read(part("Subject: [PATCH] x\n",
                  "Fix.\n---\n f | 2 +-\n\ndiff --git a/f b/f\n--- a/f\n"
                  "+++ b/f\n@@ -1 +1 @@\n-a\n+b\n"))
            .exempt == Exempt::patch);
}

TEST_CASE("nesting and numbers are capped with a warning") {
  std::string deep = kFrom + "Content-Type: multipart/mixed; boundary=b0\n\n";
  for (int i = 0; i < 100; ++i)
    deep += "--b" + std::to_string(i) + "\nContent-Type: multipart/mixed; boundary=b" +
            std::to_string(i + 1) + "\n\n";
  CHECK(read(deep).warnings.size() >= 1);
  std::string wide = kFrom + "Content-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 11000; ++i) wide += "--b\n\nx\n";
  const dsk::mail::Message message = dsk::mail::read_message(wide);
  CHECK(message.too_many);
  CHECK(message.parts.size() == dsk::mail::kMaxParts);
}

TEST_CASE("headers that look like a mail are told from words that have colons") {
  using dsk::mail::looks_like_mail;
  CHECK(looks_like_mail("From: a@b.c\nSubject: x\n\nwords"));
  CHECK(looks_like_mail("Received: by x\n\nwords"));
  CHECK(looks_like_mail("Subject: a draft has nothing else yet\n\nwords"));
  CHECK_FALSE(looks_like_mail("Subject: x\nwords of the same paragraph\n"));
  CHECK_FALSE(looks_like_mail("Hello: this is a text\n\nwords"));
  CHECK_FALSE(looks_like_mail("From: Ann\nSent: Monday\nTo: Bob\nSubject: x\n\nwords"));
  CHECK_FALSE(looks_like_mail(""));
}
