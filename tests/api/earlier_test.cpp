// What the messages before the one being answered tell.
#include <optional>
#include <string>
#include <vector>

#include "support.hpp"

namespace {

std::string message(const char* from, const char* day, const char* text) {
  return std::string("From: ") + from + "@example.com\nDate: " + day +
         " 2025 10:00:00 +0000\nSubject: scanner\n\n" + text + "\n";
}

struct Exchange {
  const char* reply;
  std::string incoming;
  std::vector<std::string> earlier;
};

deskside::report look(const Exchange& exchange) {
  deskside::mail mail;
  mail.set("raw", std::string("From: al@example.com\nTo: Ana <ana@example.com>\nDate: Fri, 14 Mar 2025 "
                              "10:00:00 +0000\nSubject: Re: scanner\n\nHello Ana,\n\n") +
                      exchange.reply + "\n\nBest regards,\nAl\n");
  mail.set("incoming", exchange.incoming);
  for (const std::string& one : exchange.earlier) mail.add("thread", one);
  return test::shipped().check(mail);
}

const std::string works = message("ana", "Wed, 12 Mar", "Works now, thanks!");
const std::string thanks = message("ana", "Thu, 13 Mar", "Have a good week, and see you in April.");
const std::string broken = message("ana", "Thu, 13 Mar", "The scanner stopped working this morning.");
const char* const closes = "The scanner has its new driver. I am closing the ticket now.";

}  // namespace

TEST_CASE("a ticket may be closed where they wrote that it works and that was their last word on it") {
  const struct {
    Exchange exchange;
    bool finding;
  } cases[] = {
      {{closes, works, {}}, false},
      {{closes, thanks, {works}}, false},
      {{closes, thanks, {}}, true},
      {{closes, broken, {works}}, true},
      // Ours does not confirm, whoever says it.
      {{closes, thanks, {message("al", "Wed, 12 Mar", "The scanner works now.")}}, true},
  };
  for (const auto& one : cases) {
    const std::string incoming = one.exchange.incoming;
    CAPTURE(incoming);
    CHECK(test::has(look(one.exchange), "structure-unconfirmed-closure") == one.finding);
  }
}

TEST_CASE("a mail is resolving where they wrote that it works") {
  const char* reply = "How good to hear. The new driver stays on it.";
  CHECK(look({reply, works, {}}).stage() == "resolving");
  CHECK(look({reply, thanks, {works}}).stage() == "resolving");
  CHECK(look({reply, broken, {works}}).stage() != "resolving");
}

TEST_CASE("what an earlier mail told is asked for again and that mail is shown") {
  const std::string told =
      message("ana", "Mon, 10 Mar", "My order 88231 came without a cable. I have restarted it twice.");
  const struct {
    const char* reply;
    const char* rule;
    const char* words;
  } cases[] = {
      {"Could you send me your order number, please?", "ack-asks-known-info", "88231"},
      {"Please try restarting it.", "ack-repeats-tried-step", "have restarted"},
  };
  for (const auto& one : cases) {
    const std::string reply = one.reply;
    CAPTURE(reply);
    const deskside::report report = look({one.reply, thanks, {told, works}});
    std::optional<deskside::fact> shown;
    for (const deskside::finding finding : report)
      if (finding.rule().id() == one.rule && !finding.related().empty()) shown = finding.related()[0];
    REQUIRE(shown);
    CHECK(shown->side() == deskside::side::earlier);
    CHECK(shown->name() == "what they wrote on 2025-03-10");
    const std::string body = told.substr(told.find("\n\n") + 2);
    CHECK(body.substr(shown->begin(), shown->end() - shown->begin()) == shown->text());
    CHECK(shown->text().find(one.words) != std::string_view::npos);
  }
}

TEST_CASE("a third mail without an answer is distress however calm it is") {
  const std::vector<std::string> theirs = {message("ana", "Mon, 10 Mar", "Is the scanner ready?"),
                                           message("ana", "Tue, 11 Mar", "Any news of the scanner?")};
  const std::string third = message("ana", "Wed, 12 Mar", "Could you tell me about the scanner?");
  const char* cold = "The scanner is ready, and you can fetch it at the desk.";
  const char* warm = "Sorry for keeping you waiting. The scanner is ready at the desk.";
  CHECK(test::has(look({cold, third, theirs}), "empathy-missing-on-distress"));
  CHECK_FALSE(test::has(look({warm, third, theirs}), "empathy-missing-on-distress"));
  CHECK_FALSE(test::has(look({cold, third, {theirs[0]}}), "empathy-missing-on-distress"));
  const std::string ours = message("al", "Tue, 11 Mar", "It is on its way.");
  CHECK_FALSE(test::has(look({cold, third, {theirs[0], ours, theirs[1]}}), "empathy-missing-on-distress"));
  std::string counted;
  const deskside::report report = look({cold, third, theirs});
  for (const deskside::fact fact : report.facts("signal"))
    if (fact.name() == "unanswered") counted = std::string(fact.value());
  CHECK(counted == "3");
}

TEST_CASE("one mild word is no distress, unless trouble is back since an earlier mail") {
  const std::string again = message("ana", "Wed, 12 Mar", "The scanner jams again, which is annoying.");
  const char* cold = "Could you send the model of the scanner?";
  const std::string before = message("ana", "Mon, 3 Mar", "The scanner has a problem with thin paper.");
  CHECK_FALSE(test::has(look({cold, again, {}}), "empathy-missing-on-distress"));
  CHECK(test::has(look({cold, again, {before}}), "empathy-missing-on-distress"));
}
