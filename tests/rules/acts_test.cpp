// The shipped acts, each on sentences labelled by hand: what does this sentence do to its reader?
#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "engine/engine.hpp"
#include "lexicon/language.hpp"
#include "match/matcher.hpp"

using namespace dsk;

namespace {

bool does(const std::string& act, const std::string& text) {
  static const lexicon::Language language({*lexicon::shipped("en")});
  const mail::Document document = mail::read_text(text);
  const Reading reading = read_own(document, language.abbreviations());
  const match::Hits hits = match::find(reading, language.layers());
  return find_acts(reading, hits, language).has(act);
}

struct Labelled {
  const char* act;
  const char* yes;
  const char* no;
};

constexpr Labelled kLabelled[] = {
    {"reproach", "That was covered in the training.", "The course begins on Monday."},
    {"reproach", "You have been told this before.", "I have told the vendor about it."},
    {"hindsight", "If you had opened the guide, you would have seen it.",
     "If you have a minute, have a look at the guide."},
    {"hindsight", "You should have called us.", "You should have received a mail by now."},
    {"blame", "You failed to enter the tag.", "The backup failed to start."},
    {"blame", "You keep sending the wrong form.", "You did nothing wrong."},
    {"brush-off", "That is not our department.", "Our department is on the second floor."},
    {"brush-off", "There is nothing we can do.", "Nothing was lost."},
    {"comparison", "Most people manage this without help.", "Most people prefer the new menu."},
    {"comparison", "You wait like everybody else.", "I have copied everybody on the ticket."},
    {"queue-talk", "I have other customers waiting.", "The print queue is empty."},
    {"threat", "Reply today or we will close the account.",
     "I'll close it on Friday; a reply reopens it."},
    {"command", "Send me the error log.", "Log files are kept for 30 days."},
    {"command", "Unplug the cable.", "Could you unplug the cable?"},
    {"refusal", "We cannot restore files older than 30 days.", "I can't wait to see it."},
    {"resolution", "Your account is unlocked again and the fault is fixed.",
     "Tell me once it is fixed."},
    {"closure", "I am closing the ticket.", "Try closing the window."},
    {"open-door", "If that doesn't work, just let me know.", "The port is 443."},
};

}  // namespace

TEST_CASE("each act is found where it is done and not where its words only stand") {
  for (const Labelled& one : kLabelled) {
    CAPTURE(one.act);
    CAPTURE(one.yes);
    CHECK(does(one.act, one.yes));
    CAPTURE(one.no);
    CHECK_FALSE(does(one.act, one.no));
  }
}
