#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "engine/engine.hpp"

using namespace dsk;

namespace {

bool found(const std::string& rule, const std::string& text, const std::string& to = "",
           const std::string& incoming = "") {
  static const auto engine = std::make_shared<Engine>(Options());
  MailInput mail;
  mail.set("text", text);
  if (!to.empty()) mail.set("to", to);
  if (!incoming.empty()) mail.set("incoming", incoming);
  const std::unique_ptr<Report> report = engine->check(mail);
  for (const ReportedFinding& one : report->findings)
    if (one.rule->rule->id == rule && one.level != lexicon::Level::coach) return true;
  return false;
}

}  // namespace

TEST_CASE("a sample in quotation marks is shown and not said") {
  const std::string rule = "greeting-impersonal";
  CHECK(found(rule, "Dear client, I am away until Monday."));
  CHECK_FALSE(found(rule, "Your auto-reply still says: \"Dear client, I am away until Monday.\""));
  CHECK_FALSE(found(rule, "Your auto-reply still says: “I am away. Dear client, call Ann.”"));
  CHECK_FALSE(found("tone-insult-or-profanity", "He was told: „You are an idiot at night.“ Not by us."));
  CHECK_FALSE(found(rule, "Your auto-reply still says: 'Dear client, I am away until Monday.'"));
  CHECK_FALSE(found(rule, "Your auto-reply says ‘I am away. Dear client, call Ann.’ at night."));
}

TEST_CASE("an apostrophe quotes nothing") {
  CHECK(found("tone-insult-or-profanity", "The users' list is for idiots like you, the admins' is not."));
}

TEST_CASE("a slip that a machine shows is the machine's") {
  const std::string rule = "spelling-unknown-word";
  CHECK_FALSE(found(rule, "If it says \"recieve failed now\" again, press Retry."));
  CHECK_FALSE(found(rule, "The error reads 'unable to recieve data', and that is the old driver."));
  CHECK_FALSE(found(rule, "Here is the message: \"Unable to recieve data\"."));
  CHECK(found(rule, "The error is gone, and you will recieve \"all of it\" today."));
  CHECK(found(rule, "I said \"you will recieve it\" on Friday."));
}

TEST_CASE("what only stands near quotation marks is said") {
  const std::string rule = "tone-insult-or-profanity";
  CHECK(found(rule, "Press \"Save\", you idiot, and then \"Close\"."));
  CHECK(found(rule, "The 14\" screen is for idiots like you, the 15\" one is not."));
  CHECK(found(rule, "She said \"no\".\n\nYou idiot!\n\nHe said \"yes\"."));
  // A word in quotation marks is meant all the more.
  CHECK(found(rule, "It breaks for \"idiots\" like you."));
}

TEST_CASE("a whole paragraph in quotation marks is a sample only where something announces it") {
  const std::string rule = "tone-as-i-said";
  const std::string sample = "\"As I already said, the licence is per device.\"";
  CHECK(found(rule, "Hi Ann,\n\n" + sample));
  CHECK_FALSE(found(rule, "Hi Ann,\n\nHow about this?\n\n" + sample));
  CHECK_FALSE(found(rule, "Hi Ann,\n\nPlease write:\n\n" + sample));
}

TEST_CASE("what they wrote may be said back, in the letters that they wrote it in") {
  const std::string rule = "tone-shouting";
  const std::string reply = "NO BOOT DEVICE FOUND means that a cable has slipped.";
  CHECK(found(rule, reply));
  CHECK_FALSE(found(rule, reply, "", "It says NO BOOT DEVICE FOUND."));
  CHECK(found(rule, reply, "", "It says no boot device found."));
  CHECK(found(rule, reply, "", "It says NO BOOT DEVICE."));
}

TEST_CASE("a name is no insult") {
  const std::string rule = "tone-insult-or-profanity";
  CHECK_FALSE(found(rule, "Hi Dick,\n\nyour share is back."));
  CHECK_FALSE(found(rule, "Hi Ann,\n\nI have asked Dick to call you at two."));
  CHECK_FALSE(found(rule, "Dick,\n\nyour share is back.", "Dick Hill <dick@example.org>"));
  CHECK(found(rule, "Hi Ann,\n\nhe was being a dick."));
  CHECK(found(rule, "Hi Ann,\n\nDick!"));
}
