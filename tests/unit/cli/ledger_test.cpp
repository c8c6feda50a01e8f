#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "command.hpp"

using test::Folder;
using test::Result;
using test::Zone;

namespace {

constexpr const char* kMail =
    "From: Sam <sam@example.com>\nTo: Gail Okafor <gail@example.com>\nSubject: Re: phone\n"
    "Date: Fri, 25 Oct 2024 10:00:00 +0200 (CEST)\nMessage-ID: <2@example.com>\n"
    "In-Reply-To: <1@example.com>\n\nHi Gail,\n\nI'll call you by Monday noon.\n\nSam\n";
constexpr const char* kLater =
    "From: Sam <sam@example.com>\nTo: Gail Okafor <gail@example.com>\nSubject: Re: phone\n"
    "Date: Tue, 29 Oct 2024 10:00:00 +0100 (CET)\nMessage-ID: <4@example.com>\n"
    "In-Reply-To: <3@example.com>\nReferences: <1@example.com> <3@example.com>\n\n"
    "Hi Gail,\n\nThe part for your phone is here.\n\nSam\n";

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("nothing is kept before somebody adds to the ledger") {
  const Folder folder;
  const Result result = folder.run({"ledger", "list"});
  CHECK(result.status == 0);
  CHECK(has(result.out, "ledger add"));
  folder.run({"ledger", "add"});
  CHECK(has(folder.run({"ledger", "list"}).out, "nothing is noted yet"));
}

TEST_CASE("promises and their ledger have no options that change nothing there") {
  const Folder folder;
  for (const char* const command : {"promises", "ledger"}) {
    const std::string help = folder.run({command, "--help"}).out;
    for (const char* const option : {"--incoming", "--thread", "--stage", "--fragment", "--template"})
      CHECK_FALSE(has(help, option));
    CHECK(has(help, "--now"));
  }
}

TEST_CASE("of an mbox each mail is noted under its conversation") {
  const Folder folder;
  std::string box;
  for (const std::string id : {"a", "b"})
    box += "From ana Mon Nov  2 10:00:00 2026\nSubject: s\nFrom: b@c.example\nMessage-ID: <" + id +
           "@c.example>\n\nI will call you tomorrow.\n\n";
  folder.write("all.mbox", box);
  CHECK(folder.run({"ledger", "add", "all.mbox", "gone.eml"}).status == 2);
  CHECK(has(folder.run({"ledger", "list", "--format", "json"}).out, "a@c.example"));
  CHECK(has(folder.run({"ledger", "list", "--format", "json"}).out, "b@c.example"));
}

TEST_CASE("a promise is kept until it is done and noted once") {
  const Folder folder;
  folder.write("mail.eml", kMail);
  CHECK(folder.run({"ledger", "add", "mail.eml"}).out == "1 promise noted\n");
  CHECK(folder.run({"ledger", "add", "mail.eml"}).out == "0 promises noted\n");
  CHECK(has(folder.run({"ledger", "list", "--format", "json"}).out, "2024-10-28T12:00:00+01:00"));
  CHECK(has(folder.run({"ledger", "due", "--now", "2024-10-28T10:59:00Z"}).out, "nothing"));
  CHECK(has(folder.run({"ledger", "due", "--now", "2024-10-28T11:01:00Z"}).out, "I'll call you"));
  CHECK(folder.run({"ledger", "done", "1"}).status == 0);
  CHECK(folder.run({"ledger", "list"}).out == "nothing is open\n");
  CHECK(has(folder.run({"ledger", "list", "--all"}).out, "done"));
  CHECK(folder.run({"ledger", "done", "1"}).status == 2);
}

TEST_CASE("a promise is shown with whom it is for and when on the clock here") {
  const Folder folder;
  folder.write("mail.eml", kMail);
  folder.run({"ledger", "add", "mail.eml"});
  {
    const Zone kolkata("IST-5:30");
    const std::string shown = "1  Mon 2024-10-28 16:30 IST  I: I'll call you by Monday noon\n"
                              "    to Gail Okafor, about “Re: phone”\n";
    CHECK(folder.run({"ledger", "list"}).out == shown);
    CHECK(folder.run({"ledger", "due", "--now", "2024-10-29"}).out == shown);
  }
  const nlohmann::json entry =
      nlohmann::json::parse(folder.run({"ledger", "list", "--format", "json"}).out);
  CHECK(entry["due"] == "2024-10-28T12:00:00+01:00");
  CHECK(entry["thread"] == "1@example.com");
  CHECK(entry["to"] == "Gail Okafor");
  CHECK(entry["subject"] == "Re: phone");
  // Without a mail it is what was said of it.
  folder.run({"ledger", "add", "--what", "send the list", "--key", "phone-7"});
  folder.run({"ledger", "add", "--what", "ring back", "--to", "Ben"});
  const std::string out = folder.run({"ledger", "list"}).out;
  CHECK(has(out, "2  no time given  I: send the list\n    in the conversation phone-7\n"));
  CHECK(has(out, "3  no time given  I: ring back\n    to Ben\n"));
}

TEST_CASE("what was exported before mails had a subject there is imported as it is") {
  const Folder folder;
  const std::string line = "{\"id\":1,\"thread\":\"t\",\"who\":\"I\",\"what\":\"call\","
                           "\"due\":\"\",\"made\":\"2024-10-28T12:00:00Z\",\"done\":\"\"}\n";
  CHECK(folder.run({"ledger", "import", "-"}, line).out == "1 promise noted\n");
  CHECK(folder.run({"ledger", "list"}).out == "1  no time given  I: call\n    in the conversation t\n");
}

TEST_CASE("what is promised for a day is due at its end") {
  const Folder folder;
  const auto add = [&](const char* due) {
    return folder.run({"ledger", "add", "--what", "call back", "--due", due});
  };
  CHECK(add("2026-11-30").out == "1 promise noted\n");
  CHECK(has(folder.run({"ledger", "list"}).out, "1  Mon 2026-11-30 23:59 "));
  CHECK(has(folder.run({"ledger", "due", "--now", "2026-11-30"}).out, "nothing"));
  CHECK(has(folder.run({"ledger", "due", "--now", "2026-12-01"}).out, "call back"));
  for (const char* const none : {"tomorrow", "2026-11-31", "2026-11-30x"}) {
    CHECK(add(none).status == 2);
    CHECK(has(add(none).err, "--due takes a day or a time, like 2026-11-30 or "));
  }
  CHECK(has(folder.run({"ledger", "--help"}).out, "a day (its end, here)"));
}

TEST_CASE("what is exported can be imported elsewhere") {
  const Folder folder, other;
  folder.run({"ledger", "add", "--what", "send the \"list\"\nagain\r\t\x07", "--due",
              "2024-10-28T12:00:00Z", "--key", "thread-7"});
  const std::string lines = folder.run({"ledger", "export"}).out;
  CHECK(other.run({"ledger", "import", "-"}, lines).out == "1 promise noted\n");
  const std::string again = other.run({"ledger", "export"}).out;
  CHECK(again == lines);
}

TEST_CASE("a later mail of the conversation is held to its promises when asked") {
  const Folder folder;
  folder.write("mail.eml", kMail);
  folder.write("later.eml", kLater);
  folder.run({"ledger", "add", "mail.eml"});
  const Result held = folder.run({"check", "--ledger", "later.eml"});
  CHECK(held.status == 1);
  CHECK(has(held.out, "trust-missed-promise-unacknowledged"));
  CHECK_FALSE(has(folder.run({"check", "later.eml"}).out, "trust-missed-promise"));
}

TEST_CASE("a courtesy word is noted for the next working day when asked") {
  const Folder folder;
  folder.write("mail.eml", kMail);
  folder.run({"ledger", "add", "mail.eml", "--courtesy", "--now", "2024-10-25T10:00:00Z"});
  const Zone utc("UTC");
  CHECK(has(folder.run({"ledger", "list"}).out, "Mon 2024-10-28 17:00 UTC  I: ask how it goes"));
}

TEST_CASE("a courtesy word is counted from the day the mail was written") {
  const Folder folder;
  folder.write("mail.eml", "From: al@example.com\nTo: ana@example.com\nDate: Fri, 14 Mar 2025 16:30:00 +0100\n"
                           "Message-ID: <c@example.com>\n\nHello Ana,\n\nit works again.\n");
  folder.run({"ledger", "add", "mail.eml", "--courtesy"});
  const Zone paris("CET-1CEST,M3.5.0,M10.5.0/3");
  CHECK(has(folder.run({"ledger", "list"}).out, "Mon 2025-03-17 17:00 CET  I: ask how it goes"));
  // Seconds may be left out of a Date, and old ones name UTC.
  for (const std::string date : {"Fri, 14 Mar 2025 16:30 +0000", "14 Mar 2025 16:30:00 GMT"}) {
    CAPTURE(date);
    const Folder other;
    other.write("mail.eml", "From: al@example.com\nDate: " + date + "\n\nIt works again.\n");
    other.run({"ledger", "add", "mail.eml", "--courtesy"});
    CHECK(has(other.run({"ledger", "list", "--format", "json"}).out, "2025-03-17T17:00:00+00:00"));
  }
}

TEST_CASE("a ledger that is only read is not written to") {
  const Folder folder;
  folder.write("mail.eml", kMail);
  folder.write("later.eml", kLater);
  folder.run({"ledger", "add", "mail.eml"});
  const std::filesystem::path file = folder.path(".local/share/deskside/ledger.sqlite");
  const auto then = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
  std::filesystem::last_write_time(file, then);
  const auto written = std::filesystem::last_write_time(file);
  CHECK(folder.run({"check", "--ledger", "later.eml"}).status == 1);
  CHECK(has(folder.run({"ledger", "list"}).out, "call you"));
  folder.run({"ledger", "due"});
  CHECK(std::filesystem::last_write_time(file) == written);
}

TEST_CASE("a ledger that cannot be begun says why") {
  const Folder folder;
  folder.write("file", "");
  const Result result = folder.run({"ledger", "add", "--file", "file/ledger", "--what", "a call"});
  CHECK(result.status == 2);
  CHECK(has(result.err, "unable to open"));
}
