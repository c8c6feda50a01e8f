#include <doctest/doctest.h>

#include "own_text.hpp"

using dsk::mail::read_text;

TEST_CASE("a chat that was pasted is nobody's mail") {
  const char* const chats[] = {
      "[10:02] Maria: my screen is dead AGAIN\n[10:03] Tom: which one?\n[10:03] Maria: left",
      "(10:14:02) Rob: hello anyone\n(10:14:40) Agent Lisa: how can I help?",
      "16/11/2026, 09:14 - Ben Lee: cant login\n16/11/2026, 09:16 - Desk: we look into it",
      "Maria Smith 10:02 AM\nmy screen is dead\nTom Baker 10:03 AM\nwhich one?\n"
      "Maria Smith 10:04 AM\nthe left one",
      "[Yesterday 14:22] Smith, Maria\nstill broken\n[Yesterday 14:25] Baker, Tom\ndid u restart "
      "it",
      "Pete Jones  10:41 AM\nthe deploy broke everything\nrolling back now\n\nAna  10:43 "
      "AM\nthx\nbye",
      "Maria Smith  10:02\n\nmy screen is dead\n\nTom Baker  10:03\n\nwhich one?",
  };
  for (const std::string chat : chats) {
    CAPTURE(chat);
    CHECK(own_text(read_text("From our chat:\n\n" + chat + "\n\nI sent a new cable.\n")) ==
          "From our chat:\nI sent a new cable.\n");
  }
}

TEST_CASE("what the author writes right below a chat is the author's") {
  CHECK(own_text(read_text("[10:02] Maria: my screen is dead\n[10:03] Tom: which one?\n"
                           "I sent a new cable.\n")) == "I sent a new cable.\n");
  CHECK(own_text(read_text("Maria Smith 10:02 AM\nmy screen is dead\nTom Baker 10:03 AM\n"
                           "which one?\nI sent a new cable.\n")) == "I sent a new cable.\n");
}

TEST_CASE("plans and reports with times are the author's") {
  const char* const plans[] = {
      "[09:00] Anna: tests the printers\n[10:30] Ben: brings the phones",
      "09:02 We switch off the server.\n10:33 You can log in again.",
      "Anna Smith 10:02 AM\nBen Baker 2:33 PM",
      "Anna Smith 10:00 AM\nShe brings the phone.\nBen Baker 2:30 PM\nHe tests the printer.",
      "[14:32] Update: we found the cause.\n[15:11] Update: it works again.",
      "Call Anna at 10:02, then Ben at 10:33.",
      "The train leaves at 10:41\nand is there at 14:22",
      "Opening hours: 9:00 to 17:32",
      "[10:02] Anna: I am out.",
  };
  for (const std::string plan : plans) {
    CAPTURE(plan);
    const std::string mail =
        "This is the plan:\n\n" + plan + "\n\nPlease tell me if it suits you.\n";
    CHECK(own_text(read_text(mail)).find(plan) != std::string::npos);
  }
}

TEST_CASE("a chat without times is known by who speaks") {
  const char* const chats[] = {
      "Emma: hi my mouse is dead pls help\nSupport (Raj): Is it a wireless one?\nEmma: yes",
      "Emma Stone\nmy mouse is dead\nand so am I\nRaj Patel\nyes\nEmma Stone\nnew one pls",
      "Emma: my mouse is dead\n\nRaj: is it a wireless one?\n\nEmma: yes",
  };
  for (const std::string chat : chats) {
    CAPTURE(chat);
    CHECK(own_text(read_text("Hi Joe,\n\nthis is our chat of today:\n\n" + chat +
                             "\n\nI sent a new one.\n")) ==
          "Hi Joe,\nthis is our chat of today:\nI sent a new one.\n");
    CHECK(own_text(read_text("Hi Emma,\n\nyou told me this:\n\n" + chat + "\n\nIs it so?\n")) ==
          "Hi Emma,\nyou told me this:\nIs it so?\n");
    CHECK(own_text(read_text("Hi,\n\nlook:\n\n" + chat + "\n\nIs it so?\n")).find("mouse") !=
          std::string::npos);
  }
}

TEST_CASE("labels that come back are the author's") {
  const char* const lists[] = {
      "Question: How do I log in?\nAnswer: With your card.\nQuestion: Who can help me?",
      "Server: a.example.test\nPort: 993\nServer: b.example.test\nPort: 995",
      "Anna: tests the printers on Monday\nBen: brings the phones\nCarl: writes the guide",
      "Anna Lee\nBen Day\nCarl Fox\nDora May",
  };
  for (const std::string list : lists) {
    CAPTURE(list);
    CHECK(
        own_text(read_text("Hi Tom,\n\nthis is the list:\n\n" + list + "\n\nAnna\n")).find(list) !=
        std::string::npos);
  }
}
