// What is written a little otherwise than it is documented, and what the answer is.
#include <doctest/doctest.h>

#include "command.hpp"

using test::Folder;
using test::Result;

namespace {

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a language is the same in any case and with either joint") {
  const Folder folder;
  for (const char* tag : {"en-GB", "en-gb", "EN-gb", "en_GB", "EN_GB"}) {
    CAPTURE(tag);
    CHECK(has(folder.run({"config", "--language", tag}).out, "language = \"en-GB\""));
    folder.write("c.toml", "format = 1\nlanguage = \"" + std::string(tag) + "\"\n");
    CHECK(has(folder.run({"config", "--config", "c.toml"}).out, "language = \"en-GB\""));
  }
  CHECK(folder.run({"check", "--fragment", "--language", "EN_us", "-"}, "It works.\n").status == 0);
  CHECK(folder.run({"check", "--fragment", "--language", "AUTO", "-"}, "It works.\n").status == 0);
}

TEST_CASE("en-UK is answered with en-GB") {
  const Folder folder;
  const Result given = folder.run({"check", "--language", "en-UK", "-"}, "It works.\n");
  CHECK(given.status == 2);
  CHECK(has(given.err, "did you mean en-GB?"));
  folder.write("deskside.toml", "format = 1\nlanguage = \"en_uk\"\n");
  const Result set = folder.run({"check", "-"}, "It works.\n");
  CHECK(set.status == 2);
  CHECK(has(set.err, "deskside.toml:2:"));
  CHECK(has(set.err, "did you mean en-GB?"));
}

TEST_CASE("a time or a stage that is none is told by its option and before the mail is read") {
  const Folder folder;
  for (const char* now : {"yesterday", "2026-02-31", "2026-11-16 10:00", "16.11.2026", ""}) {
    CAPTURE(now);
    const Result result = folder.run({"check", "--now", now, "missing.txt"});
    CHECK(result.status == 2);
    CHECK(has(result.err, "deskside: --now takes a day or a time, like 2026-11-17"));
    CHECK_FALSE(has(result.err, "missing.txt"));
  }
  const Result stage = folder.run({"check", "--stage", "foo", "missing.txt"});
  CHECK(stage.status == 2);
  CHECK(has(stage.err, "deskside: --stage: \"foo\" is no stage; there are: "));
  CHECK_FALSE(has(stage.err, "missing.txt"));
}

TEST_CASE("a day is a time to send at") {
  const Folder folder;
  const std::string mail = "I will call you tomorrow at 15:00.\n";
  const Result result = folder.run({"promises", "--now", "2026-11-16", "-"}, mail);
  CHECK(result.status == 0);
  CHECK(has(result.out, "Tue 2026-11-17 15:00 "));
}

TEST_CASE("the version is told by its letter, too") {
  const Folder folder;
  CHECK(folder.run({"-V"}).out == folder.run({"--version"}).out);
}

TEST_CASE("what a bare text says of attachments is asked and stops nothing") {
  const Folder folder;
  const std::string text = "Hi Ann,\n\nI have attached the signed form.\n\nKind regards,\nAl\n";
  const Result bare = folder.run({"check", "-"}, text);
  CHECK(bare.status == 0);
  CHECK(has(bare.out, "no attachment can be seen here"));
  const std::string head = "From: al@example.org\nTo: ann@example.org\nSubject: Form\n\n";
  const Result mail = folder.run({"check", "-"}, head + text);
  CHECK(mail.status == 1);
  CHECK(has(mail.out, "[mechanics-missing-attachment]"));
}

TEST_CASE("a time with its half of the day is told whole") {
  const Folder folder;
  const std::string out = folder.run({"incoming", "-"}, "Please call me before 4 pm.\n").out;
  CHECK(has(out, "before 4 pm"));
  CHECK_FALSE(has(out, "signals"));
}
