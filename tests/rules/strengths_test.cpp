// What is praised, and what only looks like it. Praise that is not true makes the rest unbelievable.
#include <doctest/doctest.h>

#include <memory>
#include <set>
#include <string>

#include "engine/engine.hpp"

using namespace dsk;

namespace {

using Praised = std::set<std::string>;

Praised praised(const std::string& text) {
  static const auto engine = std::make_shared<Engine>(Options{});
  MailInput mail;
  mail.set("text", text);
  const auto report = engine->check(mail);
  Praised acts;
  for (const Fact& fact : report->facts)
    if (fact.kind == "strength") acts.emplace(fact.name);
  return acts;
}

Praised praised_in(const std::string& sentence) {
  return praised("Hello Ann,\n\n" + sentence + "\n\nBest,\nTom\n");
}

struct Labelled {
  const char* act;
  const char* yes;
  const char* no;
};

constexpr Labelled kLabelled[] = {
    {"thanks", "Thank you for the screenshots, they show where it stops.",
     "The server is down on Friday. Thanks for understanding."},
    {"thanks", "I appreciate you taking the time to test that twice.",
     "I would appreciate it if you read the instructions first."},
    {"thanks", "Thank you, Ann, for the log.", "Thank you, Ann."},
    {"thanks", "Thanks for checking the cable first.", "Thanks for nothing, as they say."},
    {"regret", "I'm sorry that you lost an afternoon to this.", "Sorry, no."},
    {"regret", "We apologise for the outage this morning.", "I'm sorry you feel that way."},
    {"regret", "My apologies for sending you the wrong form.",
     "We are sorry to inform you that your request was declined."},
    {"acknowledgement", "I can see why that is annoying, you had everything ready.",
     "I don't understand what you mean."},
    {"acknowledgement", "You wrote that the scanner works from the phone but not from the laptop.",
     "You said you had restarted it, which you clearly had not."},
    {"acknowledgement", "As you described, it comes up after the second login.",
     "I see that you did not attach the log."},
    {"offered", "I can call you at two and go through it together.", "We'll see what we can do."},
    {"offered", "Shall I order a new cable for your desk?", "I can't help you with that."},
    {"offered", "Would you like me to reset it for you?", "I would help you if I had the rights."},
    {"offered", "I'd be happy to walk you through the setup.", "We are happy to hear that."},
    {"resolution", "We fixed the certificate last night.", "I hope this is fixed now."},
    {"resolution", "The printer is working again.", "Does anybody know how it works again?"},
    {"asked-whether", "Could you tell me whether it prints now?",
     "Please confirm that you have read the policy."},
    {"asked-whether", "Please let me know if that works for you.", "Please confirm your address."},
    {"open-door", "If anything else comes up, just reply to this mail.",
     "Let me know a convenient time."},
    {"open-door", "Feel free to write again if anything is unclear.",
     "If you have any further complaints, the head office is there for you."},
};

}  // namespace

TEST_CASE("what was done well is praised, and not what only uses its words") {
  for (const Labelled& one : kLabelled) {
    CAPTURE(std::string(one.yes));
    CHECK(praised_in(one.yes).count(one.act) == 1);
    CAPTURE(one.no);
    CHECK(praised_in(one.no).count(one.act) == 0);
  }
}

TEST_CASE("a sign-off is no thanks") {
  for (const char* const end : {"Thanks,\nTom", "Cheers\nTom", "Many thanks and kind regards,\nTom",
                                "Thanks again\nTom", "thx\ntom"}) {
    CAPTURE(end);
    CHECK(praised("Hi Ann,\n\nPlease clear the cache.\n\n" + std::string(end) + "\n").empty());
  }
}

TEST_CASE("a curt mail is not praised for its brush-off") {
  CHECK(praised("ok so i looked at it and its probably the cache. can you clear it? also the server "
                "is slow today, we'll see what we can do\n\ncheers\ntom\n")
            .empty());
}

TEST_CASE("a sentence is not praised for what a finding on it denies") {
  CHECK(praised_in("I can send you one.") == Praised{"offered"});
  CHECK(praised_in("As I already said, I can send you one.").empty());
  CHECK(praised_in("As I already said, it is new. I can send you one.") == Praised{"offered"});
}
