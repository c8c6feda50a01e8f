#include <doctest/doctest.h>

#include "own_text.hpp"

using dsk::mail::Document;
using dsk::mail::read_text;

namespace {
struct Case {
  const char* words;
  const char* kind;
};
}  // namespace

TEST_CASE("what was pasted is told from what was written") {
  const Case cases[] = {
      {"$ systemctl restart cups", "code"},
      {"ann@box:~$ ls -l", "code"},
      {"C:\\Users\\ann>ipconfig /all", "code"},
      {"    chmod 600 ~/.ssh/config", "code"},
      {"\tif (ready) { start(); }", "code"},
      {"int main() { return 0; }", "code"},
      {"<property name=\"x\">", "code"},
      {"max_size = 10", "code"},
      {"2024-03-05 10:12:13,004 ERROR [main] no route", "log"},
      {"[10:12:13] connected to 10.0.0.1", "log"},
      {"Mar  5 10:12:13 box kernel: usb 1-1: reset", "log"},
      {"\tat com.example.Main.run(Main.java:12)", "log"},
      {"Traceback (most recent call last):", "log"},
      {"java.lang.IllegalStateException: closed", "log"},
      {"-rw-r--r-- 1 ann ann 12 Mar  5 10:12 notes", "log"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.words);
    const Document mail = read_text(std::string("Look:\n\n") + one.words + "\n\nThat is it.\n");
    CHECK(kind_of(mail, one.words) == one.kind);
    CHECK(own_text(mail) == "Look:\nThat is it.\n");
  }
}

TEST_CASE("prose that looks technical is prose") {
  const char* const lines[] = {
      "Please restart the computer (twice); then call us.",
      "Error: the printer is out of paper.",
      "We open at 10:00 and close at 18:00.",
      "At 10:12 we restarted it.",
      "# of licences: five",
      "    An indented sentence is still a sentence of the author.",
      "Warning signs are on page 3.",
      "10:30 works for me.",
      "Best = cheapest, in this case.",
      "Import the file from the menu.",
      "I'd say $20 or $30.",
  };
  for (const std::string line : lines) {
    CAPTURE(line);
    const Document mail = read_text("Hello.\n\n" + line + "\n\nBye for now.\n");
    CHECK((kind_of(mail, line) == "body" || kind_of(mail, line) == "heading"));
  }
}

TEST_CASE("a fence holds whatever it holds") {
  const Document mail = read_text("Try:\n\n```\n> not a quote\n-- \nFrom: a\n```\n\nDone.\n");
  CHECK(own_text(mail) == "Try:\nDone.\n");
  CHECK(kind_of(mail, "> not") == "code");
  CHECK(kind_of(mail, "From: a") == "code");
}

TEST_CASE("tables by bars and by tabs and by columns are tables") {
  CHECK(kind_of(read_text("x:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"), "| 1") == "table");
  CHECK(kind_of(read_text("x:\n\nname\tsize\nfoo\t12\nbar\t13\n"), "foo") == "table");
  CHECK(
      kind_of(read_text("x:\n\nname     size   date\nfoo      12     today\nbar      13     now\n"),
              "foo") == "table");
}

TEST_CASE("items and headings are kept apart from the body") {
  const Document mail = read_text(
      "## Steps\n\nDo this:\n- first\n  and more\n- second\n1. third\n\nSummary\n-------\nEnd.\n");
  CHECK(kind_of(mail, "## Steps") == "heading");
  CHECK(kind_of(mail, "Do this") == "body");
  CHECK(kind_of(mail, "and more") == "list");
  CHECK(kind_of(mail, "1. third") == "list");
  CHECK(kind_of(mail, "Summary") == "heading");
  CHECK(kind_of(mail, "End.") == "body");
}

TEST_CASE("what is pasted in a frame of BEGIN and END is nobody's words") {
  const auto own = [](const std::string& pasted) {
    return own_text(read_text("Look:\n\n" + pasted + "\n\nThat is it.\n"));
  };
  CHECK(own("-----BEGIN SAMPLE KEY-----\nA: first\n\nsome words here\n-----END SAMPLE KEY-----") ==
        "Look:\nThat is it.\n");
  const std::string open_frame = own("-----BEGIN SAMPLE KEY-----\nThis is mine.");
  CHECK(open_frame.find("This is mine.") != std::string::npos);
  // The words of a signed mail stand above the frame of its signature.
  const std::string signed_mail = own("-----BEGIN SIGNED NOTE-----\n\nThis is mine.\n"
                                      "-----BEGIN SEAL-----\n\niQEzBAEB\n-----END SEAL-----");
  CHECK(signed_mail.find("This is mine.") != std::string::npos);
  CHECK(signed_mail.find("iQEz") == std::string::npos);
}
