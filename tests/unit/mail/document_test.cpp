#include "mail/document.hpp"

#include <doctest/doctest.h>

#include "own_text.hpp"

using dsk::Span;
using dsk::mail::Document;

TEST_CASE("a text without a header is its own body") {
  const Document mail = dsk::mail::read("Hello Ann,\n\nPlease restart.\n");
  CHECK_FALSE(mail.is_mail);
  CHECK(mail.body == "Hello Ann,\n\nPlease restart.\n");
  CHECK(mail.body_verbatim);
  REQUIRE(mail.zones.size() == 2);
  CHECK(mail.zones[1].span.of(mail.text()) == "Please restart.");
}

TEST_CASE("a plain mail is read with its addresses and its body verbatim") {
  const Document mail = dsk::mail::read(
      "From: =?utf-8?q?Zo=C3=AB?= <zoe@example.test>\nTo: \"Ann, B.\" <ann@example.test>, "
      "bob@example.test\nSubject: =?iso-8859-1?Q?caf=E9?=\n =?iso-8859-1?Q?_au_lait?=\n"
      "Message-ID: <1@example.test>\n\nHello.\n");
  CHECK(mail.is_mail);
  REQUIRE(mail.from.size() == 1);
  CHECK(mail.from[0].name == "Zoë");
  CHECK(mail.from[0].address == "zoe@example.test");
  REQUIRE(mail.to.size() == 2);
  CHECK(mail.to[0].name == "Ann, B.");
  CHECK(mail.to[1].address == "bob@example.test");
  CHECK(mail.subject == "café au lait");
  CHECK(mail.body == "Hello.\n");
  CHECK(mail.body_verbatim);
  const Span file = mail.to_file({0, 5});
  CHECK(file.of(mail.file) == "Hello");
}

TEST_CASE("an offset in a quoted-printable body leads back to the encoded bytes") {
  const Document mail = dsk::mail::read(
      "From: a@example.test\nTo: b@example.test\nContent-Type: text/plain; charset=iso-8859-1\n"
      "Content-Transfer-Encoding: quoted-printable\n\nThe caf=E9 is clo=\nsed.\n");
  CHECK(mail.body == "The café is closed.\n");
  CHECK_FALSE(mail.body_verbatim);
  const auto at = static_cast<std::uint32_t>(mail.body.find("é"));
  CHECK(mail.to_file({at, at + 2}).of(mail.file) == "=E9");
  const auto word = static_cast<std::uint32_t>(mail.body.find("closed"));
  CHECK(mail.to_file({word, word + 6}).of(mail.file) == "clo=\nsed");
}

TEST_CASE("of two alternatives the one the reader sees is judged") {
  const std::string head =
      "From: a@example.test\nTo: b@example.test\nContent-Type: multipart/alternative; "
      "boundary=x\n\n--x\nContent-Type: text/plain\n\nplain words\n--x\nContent-Type: "
      "text/html\n\n";
  const Document html = dsk::mail::read(head + "<p>rich words</p>\n--x--\n");
  CHECK(html.is_html);
  CHECK(html.text() == "rich words");
  CHECK(html.attachments.empty());
  const Document empty = dsk::mail::read(head + "<p>&nbsp; </p><img src=x>\n--x--\n");
  CHECK(empty.text() == "plain words");
}

TEST_CASE("attachments are counted and named") {
  const Document mail = dsk::mail::read(
      "From: a@example.test\nTo: b@example.test\nContent-Type: multipart/mixed; "
      "boundary=\"a b\"\n\n--a b\nContent-Type: text/plain\n\nSee the file.\n--a b\n"
      "Content-Type: application/pdf\nContent-Disposition: attachment;\n"
      " filename*0*=utf-8''r%C3%A9; filename*1=port.pdf\nContent-Transfer-Encoding: base64\n\n"
      "AAAA\n--a b--\n");
  CHECK(mail.text() == "See the file.");
  REQUIRE(mail.attachments.size() == 1);
  CHECK(mail.attachments[0].name == "réport.pdf");
  CHECK(mail.attachments[0].type == "application/pdf");
}

TEST_CASE("HTML is read as lines and offsets lead back into the markup") {
  const Document mail = dsk::mail::read_html(
      "<div>Hi &amp; welcome,</div><div>one <b>two</b>\n three</div><ul><li>first</li>"
      "<li>second</li></ul><p style='display:none'>hidden</p>");
  CHECK(mail.text() == "Hi & welcome,\none two three\n- first\n- second");
  const auto at = static_cast<std::uint32_t>(mail.text().find('&'));
  CHECK(mail.to_body({at, at + 1}).of(mail.body) == "&amp;");
  const auto two = static_cast<std::uint32_t>(mail.text().find("two"));
  CHECK(mail.to_body({two, two + 3}).of(mail.body) == "two");
}

TEST_CASE("quotes and what is below the signature mark are not the author's") {
  const Document mail = dsk::mail::read_text(
      "Hello,\n\nmy words.\n\nOn Monday, Ann wrote:\n> her words\n>> older words\n\nmore of "
      "mine\n\n-- \nBob\nSupport\n");
  CHECK(own_text(mail) == "Hello,\nmy words.\nmore of mine\n");
  CHECK(dsk::mail::quoted_message(mail) == "her words\n> older words\n");
}

TEST_CASE("carriage returns are no part of the text and offsets take them into account") {
  const Document mail = dsk::mail::read_text("One.\r\nTwo.\r\n");
  CHECK(mail.text() == "One.\nTwo.\n");
  CHECK(mail.to_body({5, 8}).of(mail.body) == "Two");
}
