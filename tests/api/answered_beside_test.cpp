// Replies that answer something, and not the thing that was meant: each pair differs in one turn.
#include <string>

#include "support.hpp"

namespace {

struct Pair {
  const char* rule;
  const char* incoming;
  const char* passed_over;
  const char* answered;
};

constexpr Pair kPairs[] = {
    {"ack-complaint-ignored",
     "The beamer in hall 2 is dark. The man who came last time shrugged and left. Rita Holm",
     "Hello Rita,\n\nsorry about the dark beamer. I bring a new lamp on Thursday at 9:00.\n\nOle Brandt",
     "Hello Rita,\n\nsorry about the dark beamer, and that the man shrugged it off. I bring a new lamp "
     "on Thursday at 9:00.\n\nOle Brandt"},
    {"ack-complaint-ignored",
     "Two boxes are missing from order 4471. Nobody answers your phone, by the way. Rita Holm",
     "Hello Rita,\n\napologies for any trouble this has caused. The boxes left our house today.\n\nOle "
     "Brandt",
     "Hello Rita,\n\nsorry that nobody answered the phone. The boxes left our house today.\n\nOle Brandt"},
    // Their words said back are heard; their matter named in a question is not.
    {"empathy-missing-on-distress",
     "I have been crying all morning because of this login. Rita Holm",
     "Hello Rita,\n\nwhich login do you use in the morning? I look it up and write today.\n\nOle Brandt",
     "Hello Rita,\n\na login should not cost anybody a morning. I have opened it by hand.\n\nOle Brandt"},
    {"empathy-missing-on-distress",
     "I'm panicking, the board sits at 11 and my slides do not open! Rita Holm",
     "Hello Rita,\n\nplease tell me the version of your slides. I look it up and write today.\n\nOle Brandt",
     "Hello Rita,\n\nlet's get you to the board in time. I have opened the slides here.\n\nOle Brandt"},
    {"ack-complaint-ignored",
     "Two of your people told me that the visit is free, and now I get a bill. Rita Holm",
     "Hello Rita,\n\nthe bill is paid by card or at the bank. I have sent it once more.\n\nOle Brandt",
     "Hello Rita,\n\ntwo of us told you that the visit is free, so free it is. The bill is "
     "withdrawn.\n\nOle Brandt"},
    {"ack-unanswered-question",
     "The scanner is slow since Monday. Is it the network? And do the scans stay on your server "
     "afterwards? Rita Holm",
     "Hello Rita,\n\nit is the network: the switch runs at a tenth of its speed. I change it tonight and "
     "will write to you.\n\nOle Brandt",
     "Hello Rita,\n\nit is the network. The scans stay on the server for an hour. I will write to "
     "you.\n\nOle Brandt"},
    {"ack-unanswered-question",
     "My bank shows two charges. When do I get the second one back? And can I move to the yearly plan "
     "without paying for December on top? Rita Holm",
     "Hello Rita,\n\nthe second charge is a booking your bank made; what you paid comes back on 3 "
     "December.\n\nOle Brandt",
     "Hello Rita,\n\nthe second charge comes back on 3 December. Yes, you can move to the yearly plan, "
     "and December is not charged.\n\nOle Brandt"},
    // Asked for a time, a number or a way, the matter alone is no answer.
    {"ack-unanswered-question", "How long will the migration of the mailbox take? Rita Holm",
     "Hello Rita,\n\nthe migration of the mailbox is well prepared.\n\nOle Brandt",
     "Hello Rita,\n\nabout two hours, and you can go on working.\n\nOle Brandt"},
    {"ack-unanswered-question", "How many licences are left? Rita Holm",
     "Hello Rita,\n\nthe licences are handled by our purchasing desk.\n\nOle Brandt",
     "Hello Rita,\n\ntwelve, as of today.\n\nOle Brandt"},
    {"ack-unanswered-question", "Do you support Macs as well? Rita Holm",
     "Hello Rita,\n\nthe memory of your PC is doubled.\n\nOle Brandt",
     "Hello Rita,\n\nwe certainly do, from Big Sur upwards.\n\nOle Brandt"},
    {"ack-unanswered-question", "Which charger fits, the 65 W or the 90 W one? Rita Holm",
     "Hello Rita,\n\nyour laptop is ready at the desk.\n\nOle Brandt",
     "Hello Rita,\n\nthe 65 W one is right for your model.\n\nOle Brandt"},
    {"ack-unanswered-question", "Which cable do I need? Rita Holm",
     "Hello Rita,\n\nthe tag of the laptop was entered wrong.\n\nOle Brandt",
     "Hello Rita,\n\nyou need the cable with the round plug.\n\nOle Brandt"},
    {"ack-unanswered-question", "The screen froze on a blue page. What should I do? Rita Holm",
     "Hello Rita,\n\nsorry to hear that the screen froze.\n\nOle Brandt",
     "Hello Rita,\n\nplease hold the power button for ten seconds.\n\nOle Brandt"},
    {"ack-unanswered-question", "The printer jams. Also plz add me to the sales group Rita Holm",
     "Hello Rita,\n\nthe tray was bent; the printer runs well again.\n\nOle Brandt",
     "Hello Rita,\n\nthe tray was bent, and you are in the sales group now.\n\nOle Brandt"},
    {"ack-unanswered-question",
     "I work from my sister's place in Spain in March. Can I take the second screen with me? Rita Holm",
     "Hello Rita,\n\nI have reset your VPN and moved it to the server nearest to Spain.\n\nOle Brandt",
     "Hello Rita,\n\nI have put the monitor down as lent to you until April.\n\nOle Brandt"},
    {"ack-unanswered-question",
     "The calendar of the reading room is gone. May I put our helpers on the list? Rita Holm",
     "Hello Rita,\n\nI have shared the calendar of the reading room with you again.\n\nOle Brandt",
     "Hello Rita,\n\nI have shared the calendar, and made you an owner of the list.\n\nOle Brandt"},
    {"ack-asks-known-info",
     "Floor scale 2 shows an error since noon. Rita Holm",
     "Hello Rita,\n\nso that I bring the right part: which scale is it?\n\nOle Brandt",
     "Hello Rita,\n\nso that I bring the right part: which error is it?\n\nOle Brandt"},
    {"ack-asks-known-info",
     "My staff card 77231 no longer opens the side door. Rita Holm",
     "Hello Rita,\n\ncould you give me the number of your card?\n\nOle Brandt",
     "Hello Rita,\n\ncould you give me the number of the door?\n\nOle Brandt"},
    {"ack-repeats-tried-step",
     "The dock shows no picture. I unplugged it for ten minutes. Rita Holm",
     "Hello Rita,\n\nplease disconnect the dock from power for a while.\n\nOle Brandt",
     "Hello Rita,\n\nplease install the driver for the dock.\n\nOle Brandt"},
    {"greeting-ignores-known-issue",
     "The smartboard in 107 draws left of where I touch it. Rita Holm",
     "Hello Rita,\n\nsorry about the smartboard. What can we do for you today?\n\nOle Brandt",
     "Hello Rita,\n\nsorry about the smartboard. What else can we do for you today?\n\nOle Brandt"},
    {"closing-no-human-name",
     "Please cancel the add-on. Rita Holm",
     "Hello Rita,\n\nthe add-on ends in May.\n\nKind regards,\nHarbour Hosting Billing\n\nWith best "
     "wishes,\nYour Harbour Hosting Team",
     "Hello Rita,\n\nthe add-on ends in May.\n\nKind regards,\nOle Brandt\n\nWith best wishes,\nYour "
     "Harbour Hosting Team"},
    {"ack-question-without-reason",
     "The dashboard hangs since this morning. Rita Holm",
     "Hello Rita,\n\nI reset the server because it was full. It runs again and answers. How much memory "
     "is in it, and how many users are there?\n\nOle Brandt",
     "Hello Rita,\n\nit runs again. To see what it needs: how much memory is in it, and how many users are "
     "there?\n\nOle Brandt"},
    {"structure-no-next-step",
     "I'd like to cancel the add-on at the end of the year. Rita Holm",
     "Hello Rita,\n\nyour wish to cancel the add-on has reached us. Feel free to contact us at any "
     "time.\n\nOle Brandt",
     "Hello Rita,\n\nyour wish to cancel the add-on has reached us. You will get the contract by "
     "Friday. Feel free to contact us at any time.\n\nOle Brandt"},
    {"structure-no-followup-plan",
     "Is the part for floor scale 2 here? Rita Holm",
     "Hello Rita,\n\nthe part is still lying at the repair firm. You can use scale 3 today.\n\nOle Brandt",
     "Hello Rita,\n\nthe part is still lying at the repair firm; it is due on Thursday. You can use "
     "scale 3 today.\n\nOle Brandt"},
};

bool finds(const Pair& pair, const char* reply) {
  deskside::mail mail;
  mail.set("text", reply);
  mail.set("incoming", pair.incoming);
  return test::has(test::shipped().check(mail), pair.rule);
}

}  // namespace

TEST_CASE("an answer to something else leaves what was meant open") {
  for (const Pair& pair : kPairs) {
    const std::string reply = pair.passed_over;
    CAPTURE(reply);
    CHECK(finds(pair, pair.passed_over));
  }
}

TEST_CASE("an answer to what was meant draws nothing") {
  for (const Pair& pair : kPairs) {
    const std::string reply = pair.answered;
    CAPTURE(reply);
    CHECK_FALSE(finds(pair, pair.answered));
  }
}

TEST_CASE("a question about a time is told whole, and by one rule") {
  deskside::mail mail;
  const auto heard = [&](const char* rule) {
    int loud = 0;
    for (const deskside::finding finding : test::shipped().check(mail)) {
      if (finding.rule().id() != rule || finding.level() == deskside::level::coach) continue;
      const std::string message(finding.message());
      CHECK(message.find("“When will the new sensor come?”") != std::string::npos);
      ++loud;
    }
    return loud;
  };
  for (const char* more : {"", " And does it need a new cable?"}) {
    mail.set("incoming", std::string("When will the new sensor come?") + more);
    mail.set("text", "Hello Rita,\n\nit needs a new cable, which I bring.\n\nOle Brandt");
    CHECK(heard("trust-when-unanswered") + heard("ack-unanswered-question") == 1);
  }
}

TEST_CASE("who is called much like them is somebody else") {
  deskside::mail mail;
  mail.set("raw", "From: al@example.com\nTo: Dana Cole <dana@example.org>\n\nHello Dana,\n\nAlbert mixed you up with "
                  "Diana in Sales.\n");
  CHECK_FALSE(test::has(test::shipped().check(mail), "spelling-recipient-name"));
  mail.set("raw", "From: al@example.com\nTo: Dana Cole <dana@example.org>\n\nHello Diana,\n\nit is on its way.\n");
  CHECK((test::has(test::shipped().check(mail), "spelling-recipient-name") ||
         test::has(test::shipped().check(mail), "greeting-wrong-name")));
}
