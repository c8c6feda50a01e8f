// What is nearly theirs, or nearly said: a name, a number, a date, a reason.
#include <string>

#include "support.hpp"

namespace {

deskside::report read(const std::string& incoming, const std::string& reply) {
  deskside::mail mail;
  mail.set("incoming", incoming);
  mail.set("text", reply);
  return test::shipped().check(mail);
}

bool told(const char* rule, const std::string& theirs, const std::string& mine) {
  return test::has(read("Hello,\n\n" + theirs + "\n\nRegards,\nMarta Vogel\n",
                        "Hello Marta,\n\n" + mine + "\n\nBest regards,\nJonas\n"),
                   rule);
}

}  // namespace

TEST_CASE("whom they greet is no matter of theirs") {
  const std::string matter = "\n\nmy screen flickers since the move, and it is worse in the afternoon.\n\nMarta\n";
  const char* const reply =
      "Hello Marta,\n\nplease follow the guide that the deskteam and support have written.\n\nJonas\n";
  for (const char* const greeting : {"Hello Deskteam,", "Hi support,", "Dear deskteam", "Hi Support team!"}) {
    const deskside::report report = read(greeting + matter, reply);
    bool quoted = false;
    for (const deskside::finding finding : report)
      if (finding.rule().id() == "ack-no-restatement")
        quoted = finding.message().find("my screen flickers") != std::string::npos;
    CHECK(quoted);
  }
  // What follows in the line is one.
  CHECK_FALSE(test::has(read("Hi, my screen flickers since the move, and it is worse in the afternoon.\n\nMarta\n",
                             "Hello Marta,\n\na screen that flickers has a loose cable, mostly.\n\nJonas\n"),
                        "ack-no-restatement"));
}

TEST_CASE("a name that is a word or a name itself is told where it stands for theirs") {
  const auto greeted = [](const char* name, const std::string& greeting) {
    return test::has(read("The drive does not open.\n\nThanks\n" + std::string(name) + " Vogel\n",
                          greeting + "\n\nthe drive opens again.\n\nBest regards,\nJonas\n"),
                     "spelling-recipient-name");
  };
  CHECK(greeted("Marta", "Hello Maria,"));
  CHECK(greeted("Brian", "Hi Brain,"));
  CHECK(greeted("Tim", "Dear Tom"));
  CHECK(greeted("Clara", "Hi Clark Vogel,"));
  CHECK_FALSE(greeted("Marta", "Hello Marta,"));
  CHECK_FALSE(greeted("Matt", "Hi Mate,"));
  CHECK_FALSE(greeted("Thea", "Hi There,"));
  CHECK_FALSE(greeted("Sandy", "Hello Sand and gravel customers,"));
}

TEST_CASE("a short number and a bare amount are told where two of their digits changed places") {
  const char* const rule = "mechanics-reference-mismatch";
  CHECK(told(rule, "My order 4417 is late.", "Your order 4471 left on Monday."));
  CHECK(told(rule, "Invoice no. 3021 is wrong.", "Invoice 3012 is put right."));
  CHECK(told(rule, "You charged me 249 for the dock.", "We refunded 294 to you."));
  CHECK(told(rule, "The price was 249 PLN.", "The price of 294 PLN holds."));
  CHECK(told(rule, "It costs 1490 kr.", "The 1940 kr come back."));
  CHECK(told(rule, "The dock was 160,- in May.", "The dock is 610,- now."));
  CHECK(told(rule, "The offer said 1.299.000 €.", "The offer of 1.929.000 € holds."));
  CHECK_FALSE(told(rule, "My order 4417 is late.", "Order 4418 left on Monday."));
  CHECK_FALSE(told(rule, "My order 4417 is late.", "Order 4417 left with 4471."));
  CHECK_FALSE(told(rule, "Excel 2012 crashes.", "Excel 2021 does not."));
  CHECK_FALSE(told(rule, "We pay 249 seats.", "You pay 294 seats."));
  CHECK_FALSE(told(rule, "I paid on 12 May.", "You paid on 21 May."));
  CHECK_FALSE(told(rule, "It is version 1.299.000 here.", "Version 1.929.000 is newer."));
}

TEST_CASE("a date they gave is taken up") {
  const char* const rule = "trust-deadline-unanswered";
  const char* const passed_on = "I have passed it to the media team, and they look at the projector.";
  for (const char* const asked :
       {"The projector is dark. I need it by Tuesday 10:00.", "It has to be bright before Monday.",
        "The projector is dark, and the deadline is 14 March."}) {
    CAPTURE(asked);
    CHECK(told(rule, asked, passed_on));
    CHECK_FALSE(told(rule, asked, "The media team has it bright by Monday noon."));
    CHECK_FALSE(told(rule, asked, "I cannot say yet whether it will be in time."));
    CHECK_FALSE(told(rule, asked, "The projector works again."));
    CHECK_FALSE(told(rule, asked, "The projector is repaired and hangs in the hall."));
  }
  for (const char* const asked : {"The projector is dark since Tuesday 10:00.", "I needed it by Tuesday.",
                                  "No hurry, June is fine.", "The team must do it by itself.", "It was done by the end of the day."})
    CHECK_FALSE(told(rule, asked, passed_on));
}

TEST_CASE("a second question without a word of its own is told where nothing of its kind answers it") {
  const auto open = [](const std::string& theirs, const std::string& mine) {
    const deskside::report report = read(theirs + "\n\nMarta\n", "Hello Marta,\n\n" + mine + "\n\nBest,\nJo\n");
    for (const deskside::finding finding : report)
      if (finding.rule().id() == "ack-unanswered-question") return finding.level() > deskside::level::coach;
    return false;
  };
  const char* const reset = "My password has expired. Can you reset it, and how long does that take?";
  CHECK(open(reset, "I have reset your password, and you can sign in with the new one."));
  CHECK_FALSE(open(reset, "I have reset your password, which took a minute."));
  CHECK_FALSE(open("Please reset my password. I have no idea how many I have.", "I have reset your password."));
}

TEST_CASE("a step is explained by what the next sentence says of it") {
  const auto bare = [](const std::string& next) {
    return told("ack-command-without-reason", "The drive does not open.",
                "I am sorry that the drive says no. Please run `gpresult /r`. " + next);
  };
  for (const char* const reason :
       {"From the output I can read which group is missing.", "The result lists your groups.",
        "I would like to know which group is missing.", "I suspect an old group.",
        "Afterwards your laptop asks anew.", "The old list is cleared by it."})
    CHECK_FALSE(bare(reason));
  for (const char* const nothing :
       {"Then send me the result.", "You need admin rights.", "After that, restart.", "It is a black window."})
    CHECK(bare(nothing));
}

TEST_CASE("a short line in a running thread needs no greeting") {
  const auto missing = [](const std::string& theirs, const std::string& mine) {
    return test::has(read(theirs, mine), "greeting-missing");
  };
  const std::string again = "Which cable?\n\nMarta\n\n> One of the cables is loose.\n";
  CHECK_FALSE(missing(again, "It is the blue one on the left.\n"));
  CHECK(missing("Which cable?\n\nMarta\n", "It is the blue one on the left.\n"));
  CHECK(missing(again, "It is the blue one on the left, behind the desk by the window, where the two old screens "
                       "stand that nobody has used since the move in the spring of last year.\n"));
}

TEST_CASE("of an apology for what they feel the fix keeps what happened") {
  const auto fixed = [](const std::string& sentence) {
    deskside::mail mail;
    mail.set("text", sentence);
    mail.set("fragment", "yes");
    for (const deskside::finding finding : test::shipped().check(mail))
      for (const deskside::fix& fix : finding.fixes())
        if (finding.rule().id() == "empathy-non-apology")
          return sentence.substr(0, fix.begin()) + std::string(fix.replacement()) + sentence.substr(fix.end());
    return std::string();
  };
  CHECK(fixed("I am sorry if you feel that we did not listen.") == "I am sorry that we did not listen.");
  CHECK(fixed("We're sorry you felt our answer was late.") == "We're sorry that our answer was late.");
  CHECK(fixed("Sorry if you feel ignored, it is back.") == "Sorry that [[what happened?]], it is back.");
  CHECK(fixed("I'm sorry that you feel that way.") == "I'm sorry that [[what happened?]].");
  CHECK(fixed("We apologize if anyone was offended.") == "We apologize that [[what happened?]].");
  CHECK(fixed("I'm sorry if this upset you.") == "I'm sorry that this upset you.");
}
