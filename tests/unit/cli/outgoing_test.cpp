#include "cli/outgoing.hpp"

#include <doctest/doctest.h>

using namespace dsk::cli;

TEST_CASE("fields of ours are taken out of an outgoing mail and nothing else is touched") {
  using namespace std::string_literals;
  const Outgoing mail = read_outgoing(
      "From: Mara <mara@helpdesk.example>\r\nX-Deskside-Override: he asked\r\n for it\r\n"
      "Subject: folded\r\n X-Deskside-No: this is text\r\nx-deskside-ignore: tone-*\r\n\r\n"
      "X-Deskside-Body: stays\r\n\0end"s);
  CHECK(mail.bytes ==
        "From: Mara <mara@helpdesk.example>\r\nSubject: folded\r\n X-Deskside-No: this is text\r\n"
        "\r\nX-Deskside-Body: stays\r\n\0end"s);
  CHECK(mail.override_reason == "he asked\r\n for it");
}

TEST_CASE("bytes without a header block go out as they came") {
  for (const char* bytes :
       {"", "\n", "no header here\nX-Deskside-Override: no\n", "\n\nX-Deskside-A: b\n"}) {
    CAPTURE(bytes);
    CHECK(read_outgoing(bytes).bytes == bytes);
    CHECK(read_outgoing(bytes).override_reason.empty());
  }
}

TEST_CASE("the sender of an outgoing mail is found however it is written") {
  const auto from = [](const std::string& value) {
    return read_outgoing("From: " + value + "\nTo: b@example.com\n\nHi\n").from;
  };
  CHECK(from("Mara <mara@helpdesk.example>") == "mara@helpdesk.example");
  CHECK(from("\"Mara @ work\" <mara@helpdesk.example>") == "mara@helpdesk.example");
  CHECK(from("mara@helpdesk.example") == "mara@helpdesk.example");
  CHECK(from("mara@helpdesk.example (Mara)") == "mara@helpdesk.example");
  CHECK(from("\n mara@helpdesk.example") == "mara@helpdesk.example");
  CHECK(from("Mara").empty());
}

TEST_CASE("the ids of an outgoing mail are found and a bounce is known as one") {
  const Outgoing mail = read_outgoing(
      "Message-ID: <a3@x>\nIn-Reply-To: Your mail of today\n <q3@y>\nResent-From: c@d\n\nHi\n");
  CHECK(mail.message_id == "<a3@x>");
  CHECK(mail.in_reply_to == "<q3@y>");
  CHECK(mail.resent);
}
