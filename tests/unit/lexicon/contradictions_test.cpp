// What our sources disagree about, C1 to C20, each in one row: two sides that are judged differently,
// and why. Where a house may choose, the sides are one mail under two profiles; where both sources are
// right, they are two wordings, of which only the one that hurts draws a remark.
#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>

#include "engine/engine.hpp"

using namespace dsk;

namespace {

using lexicon::Level;

struct Side {
  std::string text, profile, incoming;
  std::optional<Level> level;  // of the rule; nothing where it is silent
};

struct Contradiction {
  std::string id, rule;
  Side one, other;
};

std::optional<Level> level_of(const Engine& engine, std::string_view rule, const Side& side) {
  MailInput mail;
  mail.set("text", side.text);
  mail.set("profile", side.profile);
  mail.set("incoming", side.incoming);
  const std::unique_ptr<Report> report = engine.check(mail);
  for (const ReportedFinding& one : report->findings)
    if (one.rule->rule->id == rule) return one.level;
  return std::nullopt;
}

std::string letter(const std::string& body) {
  return "Hi Ann,\n\n" + body + "\n\nKind regards, Bo";
}

const std::string kQuestion = "Hello, my scanner stopped this morning. Can you look at it? Ann";
const std::string kComplaint =
    "This is the third time that your update has deleted my folders, and I am really angry. Ann";

const Contradiction kContradictions[] = {
    {"C1", "structure-over-the-wall",
     {letter("The new driver is in place. Please try it and let us know if it doesn't work."),
      "", "", std::nullopt},
     {letter("The new driver is in place. Please try it and let us know if it doesn't work."),
      "hand-holding", "", Level::warning}},
    {"C2", "trust-fault-admission",
     {letter("I'm sorry this happened to you; I'm finding out why."), "legal", "", std::nullopt},
     {letter("This was entirely our fault today."), "legal", "", Level::warning}},
    {"C3", "tone-minimiser",
     {letter("That should be reasonably easy for us to fix."), "", "", std::nullopt},
     {letter("The form is short, so it's easy."), "", "", Level::suggestion}},
    {"C4", "trust-unbacked-claim",
     {letter("I think I had this problem once before myself."), "", "", std::nullopt},
     {letter("Everyone else is happy with the new version."), "", "", Level::suggestion}},
    {"C5", "empathy-canned-understanding",
     {letter("I understand your frustration. The parcel leaves today."), "mosaic", kComplaint,
      std::nullopt},
     {letter("I understand your frustration. The parcel leaves today."), "", kComplaint,
      Level::suggestion}},
    {"C6", "trust-overpromise",
     {letter("That should fix the problem for good."), "", "", std::nullopt},
     {letter("This will definitely solve it."), "", "", Level::suggestion}},
    {"C7", "clarity-no-teaching",
     {letter("It is fixed now. Could you confirm?"), "internal", "", std::nullopt},
     {letter("It is fixed now. Could you confirm?"), "mosaic", "", Level::suggestion}},
    {"C8", "structure-cold-edges",
     {"Hello Al,\n\nport 8443 must be open on the firewall of the office in Cork. The server answers on "
      "it, and the client listens there.\n\nRegards, Mo", "internal", "", std::nullopt},
     {"Hello Al,\n\nport 8443 must be open on the firewall of the office in Cork. The server answers on "
      "it, and the client listens there.\n\nRegards, Mo", "", kQuestion, Level::coach}},
    {"C9", "tone-question-barrage",
     {letter("To narrow this down, could you tell me the browser, the version, and when it started?"),
      "", "", std::nullopt},
     {letter("Which browser? Which version? Which page? When did it start?"), "", "",
      Level::suggestion}},
    {"C10", "greeting-ignores-known-issue",
     {letter("How can I help you today?"), "", "Hi, are you there?", std::nullopt},
     {letter("How can I help you today?"), "", kQuestion, Level::warning}},
    {"C11", "trust-no-owner",
     {letter("I'll look into it with you at 3 pm."), "", "", std::nullopt},
     {letter("Someone will contact you."), "", "", Level::suggestion}},
    {"C12", "tone-boundary",
     {letter("The parcel leaves today."), "", "Where is my parcel, you idiots?", std::nullopt},
     {letter("The parcel leaves today."), "abuse", "Where is my parcel, you idiots?", Level::coach}},
    {"C13", "tone-cannot-without-alternative",
     {letter("We are unable to restore files older than 30 days; what I can do is check the archive."),
      "", "", std::nullopt},
     {letter("We are unable to restore files older than 30 days."), "", "", Level::warning}},
    {"C14", "tone-too-terse",
     {"Hi Ann,\n\nNot supported.\n\nBo", "internal", kQuestion, std::nullopt},
     {"Hi Ann,\n\nNot supported.\n\nBo", "", kQuestion, Level::suggestion}},
    {"C15", "tone-bare-imperative",
     {letter("Please try restarting the modem."), "", "", std::nullopt},
     {letter("Restart the modem."), "", "", Level::suggestion}},
    {"C16", "tone-undertone",
     {letter("I'm not sure what that is, and I think it may be the cable."), "", "", std::nullopt},
     {letter("I wonder what else there is to explain, everybody reads the sign."), "", "",
      Level::coach}},
    {"C17", "tone-you-must",
     {letter("You must send the form today."), "experts", "", Level::coach},
     {letter("You must send the form today."), "", "", Level::suggestion}},
    {"C18", "closing-no-open-door",
     {letter("The quota is fixed now: the mailbox was full, so it has 50 GB since this morning."), "abuse", "", std::nullopt},
     {letter("The quota is fixed now: the mailbox was full, so it has 50 GB since this morning."), "coursera", "",
      Level::suggestion}},
    {"C19", "structure-wait-without-bound",
     {letter("I'll check in at 3 pm. Would you mind waiting until then?"), "", "", std::nullopt},
     {letter("Please wait."), "", "", Level::warning}},
    {"C20", "tone-but-after-empathy",
     {letter("I'm not sure what that is, but I'm going to do my best."), "", "", std::nullopt},
     {letter("I understand this is urgent, but you have to wait."), "", "", Level::suggestion}},
};

}  // namespace

TEST_CASE("each contradiction of our sources has two sides that are judged differently") {
  const auto engine = std::make_shared<const Engine>(Options());
  int number = 0;
  for (const Contradiction& row : kContradictions) {
    CAPTURE(row.id);
    CHECK(row.id == "C" + std::to_string(++number));
    CHECK(row.one.level != row.other.level);
    for (const Side& side : {row.one, row.other}) {
      CAPTURE(side.text);
      CAPTURE(side.profile);
      CHECK(level_of(*engine, row.rule, side) == side.level);
    }
  }
  CHECK(number == 20);
}

TEST_CASE("a mail to colleagues is judged by their profile and with their words") {
  Options options;
  options.add_config("deskside.toml",
                     "format = 1\nwords = [\"flumbix\"]\n"
                     "[[when]]\nto = [\"*@desk.example\"]\nprofile = \"internal\"\n"
                     "[[when]]\nto = [\"bot@desk.example\"]\noff = true\n",
                     true);
  const auto engine = std::make_shared<const Engine>(options);
  const auto rules = [&](const std::string& to) {
    MailInput mail;
    mail.set("raw", "From: bo@desk.example\r\nTo: " + to + "\r\nSubject: Scanner in room 4\r\n\r\n"
                    "Send me the flumbix log of Monday and the settings of the frobnitz scaner.\r\n");
    std::string all;
    const std::unique_ptr<Report> report = engine->check(mail);
    for (const ReportedFinding& one : report->findings)
      all += std::string(one.rule->rule->id) + "=" + std::to_string(static_cast<int>(one.level)) + ' ';
    return all;
  };
  const std::string outside = rules("ann@customer.example"), inside = rules("ann@desk.example");
  CHECK(outside.find("tone-bare-imperative=2") != std::string::npos);
  CHECK(inside.find("tone-bare-imperative=0") != std::string::npos);
  CHECK(outside.find("greeting-missing") != std::string::npos);
  CHECK(inside.find("greeting-missing") == std::string::npos);
  CHECK(rules("bot@desk.example").empty());
}
