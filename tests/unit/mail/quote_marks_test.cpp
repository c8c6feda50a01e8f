#include <doctest/doctest.h>

#include "own_text.hpp"

using dsk::mail::Document;
using dsk::mail::read_text;

TEST_CASE("the author's lines between quotes are the author's") {
  const Document mail = read_text(
      "On 5 Mar 2024, Ann wrote:\n> first question?\n\nFirst answer.\n\n> second question?\n"
      "Second answer.\n> a quoted line that is so long that some mailer had to break it in the\n"
      "middle of a sentence\n> third question?\nJS> by initials\nThird answer.\n");
  CHECK(own_text(mail) == "First answer.\nSecond answer.\nThird answer.\n");
  CHECK(dsk::mail::quoted_message(mail).find("second question?\n") != std::string::npos);
}

TEST_CASE("the end of a quoted line that a mailer wrapped is quoted without its mark") {
  const auto own = [](const std::string& words) { return own_text(read_text(words)); };
  const std::string wide = "> The scanner on the second floor sends to the wrong people since we";
  CHECK(own(wide + " had\nmoved.\n\nIt has the new address now.\n") ==
        "It has the new address now.\n");
  CHECK(own(wide + " moved in\n2024.\nIt has the new address.\n") == "It has the new address.\n");
  CHECK(own(wide + " left\nHamburg\n> and nobody answers.\nWe do.\n") == "We do.\n");
  // What begins in small letters may be the author's: below a sentence, at length, or with room.
  CHECK(own(wide + " moved.\nfixed.\n") == "fixed.\n");
  CHECK(own(wide + " moved?\nyes, sorry.\n> And now?\n") == "yes, sorry.\n");
  CHECK(own(wide + " moved\nplease try the other port first and tell me\n") ==
        "please try the other port first and tell me\n");
  CHECK(own("> A line that shows how wide the mailer was when it wrapped what was quoted\n" + wide +
            "\nno, it is me.\n") == "no, it is me.\n");
  CHECK(own(wide + " moved to the old building.\nWe do.\n> Who?\n") == "We do.\n");
}

TEST_CASE("initials before the mark quote and the author answers between") {
  CHECK(
      own_text(read_text("Monday, March 4, 2024, 1:19:12 PM, you wrote:\n\nAL> first\nAL> line\n\n"
                         "My answer.\n")) == "My answer.\n");
  CHECK(own_text(read_text("ann> first\nann> second\n\nMine.\n")) == "Mine.\n");
  CHECK(kind_of(read_text("Type:\n\nmysql> show tables\n"), "mysql>") == "code");
}

TEST_CASE("lines behind bars are quoted and tables are not") {
  CHECK(own_text(read_text("| her words\n| and more\n\nmine\n")) == "mine\n");
  CHECK(own_text(read_text("Mine | yours\n")) == "Mine | yours\n");
}

TEST_CASE("a mailbox that stuffed a line does not make it a quote") {
  CHECK(own_text(read_text("Hello.\n>From what I see it works.\n")) ==
        "Hello.\n>From what I see it works.\n");
}
