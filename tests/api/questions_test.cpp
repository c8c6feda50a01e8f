#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support.hpp"

namespace {

struct Exchange {
  std::string incoming, reply;
  std::vector<std::string> open;  // words of the questions that the reply leaves open
};

// Each incoming message twice: answered in part, and in full with other words than the question's.
const std::vector<Exchange> exchanges = {
    {"Is there a phone number? And are you open on Sunday?",
     "You can ring us on 555 0199.",
     {"open on Sunday"}},
    {"Is there a phone number? And are you open on Sunday?",
     "You can ring us on 555 0199, every day but Sunday.",
     {}},
    {"Could you tell me what the annual plan costs, and whether I can pay by bank transfer?",
     "The annual plan is 96 euros.",
     {"pay by bank transfer"}},
    {"Could you tell me what the annual plan costs, and whether I can pay by bank transfer?",
     "It is 96 euros a year. A transfer is fine, too.",
     {}},
    {"I'd like to know whether my old chargers fit the new tablet. Also, when will the keyboard be back in stock?",
     "Your old chargers will work with the new tablet.",
     {"when will the keyboard"}},
    {"I'd like to know whether my old chargers fit the new tablet. Also, when will the keyboard be back in stock?",
     "They do, the plug has stayed the same. We expect more of them in the second week of May.",
     {}},
    {"Not sure if the warranty covers water damage. Let me know how I send the camera in.",
     "Water damage is covered once in two years.",
     {"how I send the camera"}},
    {"Not sure if the warranty covers water damage. Let me know how I send the camera in.",
     "It is covered once in two years. The prepaid label in your account brings the parcel to our workshop.",
     {}},
    {"Why was my account locked, and how do I get back in?",
     "Three wrong passwords in a row locked it.",
     {"how do I get back in"}},
    {"Why was my account locked, and how do I get back in?",
     "Three wrong passwords in a row did that. The link below sets a new one: https://example.com/reset",
     {}},
    {"How long does the repair take? Do I get a loan bike meanwhile? And what does the brake check cost?",
     "The repair takes four days.",
     {"loan bike", "brake check cost"}},
    {"How long does the repair take? Do I get a loan bike meanwhile? And what does the brake check cost?",
     "Four days. Yes, a city bike is waiting for you, and we look at the brakes for free.",
     {}},
    {"The screen is cracked. What does a new one cost us, and how long does it take?",
     "You pay nothing, and it takes two days.",
     {}},
    {"The screen is cracked. What does a new one cost us, and how long does it take?",
     "Somebody comes on Wednesday.",
     {"What does a new one cost us"}},
    {"Can I move my appointment to Thursday? Who will be the technician?",
     "Thursday at ten is yours.",
     {"Who will be the technician"}},
    {"Can I move my appointment to Thursday? Who will be the technician?",
     "Thursday at ten is yours, and Malik comes to you.",
     {}},
    {"Where do I find the export button? Does the export include the attachments?",
     "It sits under Reports, in the top right corner.",
     {"include the attachments"}},
    {"Where do I find the export button? Does the export include the attachments?",
     "It sits under Reports, in the top right corner. Attached files come along in a folder of their own.",
     {}},
    {"I was wondering if the course is also given in French. Is lunch part of the fee?",
     "Yes, there is a French group on Mondays.",
     {"lunch part of the fee"}},
    {"I was wondering if the course is also given in French. Is lunch part of the fee?",
     "Yes, there is a French group on Mondays; meals are included.",
     {}},
    {"Which of the two screens is mine? Should I bring the adapter along?",
     "The one by the window.",
     {"bring the adapter"}},
    {"Which of the two screens is mine? Should I bring the adapter along?",
     "The one by the window. No need for an adapter, there is a spare in the drawer.",
     {}},
    {"Do you deliver to Malta? How much is the postage?",
     "We do deliver to Malta.",
     {"postage"}},
    {"Do you deliver to Malta? How much is the postage?",
     "We do, for 14 euros.",
     {}},
    {"Has the leak above desk 12 been found? When can we move back?",
     "The plumbers found it in the riser and sealed it this morning.",
     {"When can we move back"}},
    {"Has the leak above desk 12 been found? When can we move back?",
     "The plumbers sealed the riser this morning. The carpet needs until Wednesday to dry, and the desks are yours again on Thursday.",
     {}},
    {"Will the update delete my layouts? Is there a way to go back if I dislike it?",
     "Your layouts stay as they are.",
     {"way to go back"}},
    {"Will the update delete my layouts? Is there a way to go back if I dislike it?",
     "Your layouts stay as they are, and under Settings, then About, you can return to version 8 for thirty days.",
     {}},
    {"Please let me know when the visa letter will be ready and whether you need my passport again.",
     "The visa letter will be ready on Friday.",
     {"need my passport"}},
    {"Please let me know when the visa letter will be ready and whether you need my passport again.",
     "I'm on it and will write to you about both by noon.",
     {}},
    {"Do you know what happened to parcel 77120? Can you resend it?",
     "Parcel 77120 is lying in the depot in Ghent.",
     {"resend it"}},
    {"Do you know what happened to parcel 77120? Can you resend it?",
     "It went missing in Ghent. A second one left us today.",
     {}},
};

struct Counts {
  std::size_t open = 0, found = 0, false_alarms = 0, warnings = 0;
};

Counts count() {
  Counts counts;
  for (const Exchange& one : exchanges) {
    deskside::mail mail;
    mail.set("text", "Hello Ann,\n\n" + one.reply + "\n\nBest regards,\nAl");
    mail.set("incoming", one.incoming);
    std::vector<bool> seen(one.open.size(), false);
    for (const deskside::finding finding : test::shipped().check(mail)) {
      if (finding.rule().id() != "ack-unanswered-question") continue;
      if (finding.level() == deskside::level::coach) continue;
      const auto related = finding.related();
      const std::string asked(related.front().text());
      bool right = false;
      for (std::size_t at = 0; at < one.open.size(); ++at) {
        if (asked.find(one.open[at]) == std::string::npos) continue;
        right = true;
        seen[at] = true;
      }
      counts.false_alarms += !right;
      counts.warnings += finding.level() >= deskside::level::warning;
    }
    for (const bool found : seen) ++counts.open, counts.found += found;
  }
  return counts;
}

}  // namespace

TEST_CASE("most questions left open are found and none of them stops a mail") {
  const Counts counts = count();
  MESSAGE("found " << counts.found << " of " << counts.open << " with " << counts.false_alarms
                   << " false alarms");
  CHECK(counts.open >= 16);
  CHECK(counts.found * 10 >= counts.open * 8);
  CHECK(counts.false_alarms * 4 <= exchanges.size());
  CHECK(counts.warnings == 0);
}

TEST_CASE("two questions in one sentence are two") {
  deskside::mail mail;
  mail.set("text", "Three wrong passwords in a row locked it.");
  mail.set("incoming", "Why was my account locked, and can I keep my old password?");
  const deskside::report report = test::shipped().check(mail);
  std::vector<std::string> asked;
  for (const deskside::fact signal : report.facts("signal"))
    if (signal.name() == "asked") asked.emplace_back(signal.text());
  REQUIRE(asked.size() == 2);
  CHECK(asked[1] == "can I keep my old password?");
}

TEST_CASE("of a form with a thousand questions the first 256 are read") {
  std::string form, reply;
  for (int at = 0; at < 1'000; ++at) {
    form += "When does lift " + std::to_string(at) + " run again?\n";
    reply += "Lift " + std::to_string(at) + " is fine.\n";
  }
  deskside::mail mail;
  mail.set("text", reply);
  mail.set("incoming", form);
  const deskside::report report = test::shipped().check(mail);
  std::size_t asked = 0;
  for (const deskside::fact signal : report.facts("signal")) asked += signal.name() == "asked";
  CHECK(asked == 256);
}

namespace {

std::optional<deskside::level> told(const std::string& incoming, const std::string& reply,
                                    const char* rule = "ack-unanswered-question") {
  deskside::mail mail;
  mail.set("text", "Hello Ines,\n\n" + reply + "\n\nKind regards\nOle Brandt\n");
  mail.set("incoming", "Hello,\n\n" + incoming + "\n\nInes Vogt\n");
  std::optional<deskside::level> level;
  for (const deskside::finding finding : test::shipped().check(mail))
    if (finding.rule().id() == rule) level = std::max(level.value_or(finding.level()), finding.level());
  return level;
}

}  // namespace

TEST_CASE("what is said in reply to the only question is a remark at most") {
  const std::pair<const char*, const char*> answered[] = {
      {"Why does the beamer hum?", "The fan was full of lint; I cleaned it at noon."},
      {"Why did the night job stop?", "Your disk had no room left."},
      {"How do I return the headset?", "The porter takes it, any weekday."},
      {"Did I break something?", "Far from it. The fuse was old."},
      {"Is the projector repaired?", "The lamp glows again."},
      {"Which colour has my new card?", "Green with a white stripe."},
  };
  for (const auto& [incoming, reply] : answered) {
    CAPTURE(incoming);
    CHECK(told(incoming, reply).value_or(deskside::level::coach) == deskside::level::coach);
  }
  CHECK(told("Is the projector repaired?", "Thank you for your mail.") == deskside::level::suggestion);
}

TEST_CASE("one side of an or answers both") {
  CHECK_FALSE(told("Shall I send the tablet in, or will you look at it here?", "I will look at it here."));
  CHECK_FALSE(told("Would you swap the dock, or should I scrap it?", "I would scrap it."));
  CHECK(told("Would you swap the dock, or should I scrap it? And how much is a keyboard?",
             "I would scrap it.") == deskside::level::suggestion);
}

TEST_CASE("small talk asks nothing") {
  for (const char* talk : {"You know what? ", "Would you believe it? ", "Hope all is well with you? ",
                           "How was your weekend? "}) {
    CAPTURE(talk);
    CHECK_FALSE(told(talk + std::string("The stapler jams."), "I have put a new one on the shelf."));
  }
  CHECK(told("Guess what? My screen broke. Is it insured? And how much is a spare dock?",
             "It is insured.") == deskside::level::suggestion);
}

TEST_CASE("who does not know how long they can bear it asks for no time") {
  const char* reply = "I will bring another mouse to your desk.";
  CHECK_FALSE(told("I do not know how long I can put up with this, do you have a mouse?", reply,
                   "trust-when-unanswered"));
  CHECK(told("How long can I put up with this, do you know?", reply, "trust-when-unanswered"));
}

TEST_CASE("their questions, said again and answered, are nobody else's") {
  const char* incoming =
      "Where do I find the old payslips? Is the portal reachable from home? And what is the PIN for? "
      "How long does a new one take? Rita Holm";
  const char* answered[] = {
      "Where do you find the old payslips? In the portal.\nIs it reachable from home? Yes, it is.\n"
      "What is the PIN for? It opens the file.\nHow long does a new one take? Two days.",
      "**Where do I find the old payslips?**\nIn the portal.\n\n**Is the portal reachable from home?**\n"
      "Yes.\n\n**What is the PIN for?**\nThe file.\n\n**How long does a new one take?**\nTwo days.",
      "1. Where do you find the old payslips? In the portal.\n2. Is it reachable from home? Yes.\n"
      "3. What is the PIN for? The file.\n4. How long does a new one take? Two days.",
  };
  for (const char* reply : answered)
    for (const char* rule : {"ack-unanswered-question", "tone-question-barrage",
                             "ack-question-without-reason", "trust-asks-for-secret"}) {
      CAPTURE(reply);
      CAPTURE(rule);
      CHECK_FALSE(told(incoming, reply, rule));
    }
  // Said again and left there, they are not answered; and other questions are the writer's own.
  CHECK(told(incoming, "You asked: where do I find the old payslips? What is the PIN for? Is it "
                       "reachable from home? How long does a new one take?",
             "tone-question-barrage"));
  CHECK(told(incoming, "Where is your portal? What is your PIN? Is your home reachable? How long is it?",
             "tone-question-barrage"));
  // What was asked of us is asked of them, where it keeps its “you”.
  CHECK(told("Could you tell me the PIN of the printer?",
             "Could you tell me the PIN of the printer? The number helps us find it.", "ack-unanswered-question"));
}
