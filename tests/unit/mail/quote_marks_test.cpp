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
