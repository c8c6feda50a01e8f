#include "spell/speller.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "error.hpp"
#include "spell/automaton_builder.hpp"

using dsk::spell::Context;
using dsk::spell::Judgement;
using dsk::spell::Sources;
using dsk::spell::Speller;
using dsk::spell::Verdict;
using dsk::spell::WordSet;

namespace {

const Speller& english() {
  static const Speller speller(Sources{"en-US", {}, {}, {}});
  return speller;
}

}  // namespace

TEST_CASE("English words are known in the capitals a sentence gives them") {
  for (const char* word : {"printer", "Printer", "PRINTER", "don't", "don’t", "Monday", "e-mail's",
                           "log-in", "21st", "1,200.50", "IPHONE"}) {
    CAPTURE(word);
    CHECK(english().knows(word));
  }
  for (const char* word : {"recieved", "monday", "pRinter", "21th", "accout", "", "-", "qwrt"}) {
    CAPTURE(word);
    CHECK_FALSE(english().knows(word));
  }
}

TEST_CASE("a slip of the fingers gives the word that was meant first") {
  const std::pair<const char*, const char*> slips[] = {
      {"recieved", "received"},   {"accout", "account"}, {"Teh", "The"},
      {"untill", "until"},        {"dont", "don't"},     {"seperate", "separate"},
      {"definately", "definitely"}};
  for (const auto& slip : slips) {
    CAPTURE(slip.first);
    const auto words = english().suggest(slip.first);
    REQUIRE_FALSE(words.empty());
    CHECK(words.front() == slip.second);
    CHECK(words.size() <= 5);
  }
}

TEST_CASE("a wrong beginning or a verb that does not go by the rule is suggested right") {
  const std::pair<const char*, const char*> slips[] = {
      {"kowntime", "downtime"}, {"unefficient", "inefficient"}, {"imbedded", "embedded"},
      {"teached", "taught"},    {"sended", "sent"},             {"forgetted", "forgot"}};
  for (const auto& slip : slips) {
    CAPTURE(slip.first);
    const auto words = english().suggest(slip.first);
    CHECK(std::find(words.begin(), words.end(), slip.second) != words.end());
  }
}

TEST_CASE("a word that looks like an identifier is not spelling") {
  for (const char* word : {"0x80070005", "INC0012345", "v2.3.1", "10am", "Ctrl+Shift+Esc", "iPhoto",
                           "VLAN", "x", "192.168.0.1", "msconfig.exe", "OneDriveSetup", "DHCP's"}) {
    CAPTURE(word);
    CHECK(english().judge(word).verdict == Verdict::fine);
  }
}

TEST_CASE("a known name is right and likely to be meant") {
  WordSet known;
  known.add("Siobhan");
  Context context;
  context.known = &known;
  context.sentence_start = true;
  CHECK(english().judge("Siobhan", context).verdict == Verdict::fine);
  CHECK(english().judge("Siobhan's", context).verdict == Verdict::fine);
  const auto words = english().suggest("Siobahn", context);
  REQUIRE_FALSE(words.empty());
  CHECK(words.front() == "Siobhan");
}

TEST_CASE("a mistake with one near word names it") {
  const Judgement judgement = english().judge("recieved");
  CHECK(judgement.verdict == Verdict::near);
  CHECK(judgement.better == "received");
}

TEST_CASE("the other English is told apart from a mistake") {
  CHECK(english().judge("colour").verdict == Verdict::variant);
  const Speller british(Sources{"en-GB", {}, {}, {}});
  CHECK(british.knows("colour"));
  CHECK(british.judge("color").verdict == Verdict::variant);
}

TEST_CASE("a word that one English writes otherwise is known with its other spelling") {
  struct {
    const char* british;
    const char* american;
  } const cases[] = {{"colour", "color"},       {"centre", "center"},     {"travelled", "traveled"},
                     {"catalogue", "catalog"},  {"grey", "gray"},         {"defence", "defense"},
                     {"behaviour", "behavior"}, {"cancelled", "canceled"}, {"analyse", "analyze"}};
  for (const auto& one : cases) {
    CAPTURE(one.british);
    const auto british = english().spelt_otherwise(one.british);
    REQUIRE(british);
    CHECK(british->british);
    CHECK(british->word == one.american);
    const auto american = english().spelt_otherwise(one.american);
    REQUIRE(american);
    CHECK_FALSE(american->british);
    CHECK(american->word == one.british);
  }
  // Oxford spelling is British too.
  CHECK(english().spelt_otherwise("organised")->word == "organized");
  CHECK_FALSE(english().spelt_otherwise("organized"));
  for (const char* both : {"window", "your", "hour", "advise", "dialog", "disk", "Colour", "xqzt"}) {
    CAPTURE(both);
    CHECK_FALSE(english().spelt_otherwise(both));
  }
}

TEST_CASE("a language without words names the package to install") {
  try {
    const Speller speller(Sources{"de-DE", {}, {}, {}});
    FAIL("made a speller without words");
  } catch (const dsk::Error& error) {
    CHECK(error.status == dsk::Status::dictionary);
    CHECK(std::string(error.what()).find("hunspell-de-de") != std::string::npos);
  }
  CHECK_THROWS_AS(Speller(Sources{"de-DE", {}, "/nowhere/de.aff", "/nowhere/de.dic"}), dsk::Error);
}

TEST_CASE("letters swapped across another and the wrong part of a hyphenated word are found") {
  CHECK(english().suggest("profilic").front() == "prolific");
  CHECK(english().suggest("non-negotatible").front() == "non-negotiable");
}

TEST_CASE("a regular form that no list has is offered behind the words that are listed") {
  const std::vector<std::string> words = english().suggest("criricals");
  REQUIRE_FALSE(words.empty());
  CHECK(words.front() == "critical");
  CHECK(std::find(words.begin(), words.end(), "criticals") != words.end());
}

TEST_CASE("a word made of words that lists have is offered where nothing is nearer") {
  const std::pair<const char*, const char*> slips[] = {
      {"clcoksource", "clocksource"},     {"datastrcutures", "datastructures"},
      {"ambiguuousness", "ambiguousness"}, {"nonbloking", "non-blocking"},
      {"mis-intepreted", "mis-interpreted"}, {"doube-wprd", "double-word"}};
  for (const auto& slip : slips) {
    CAPTURE(slip.first);
    const auto words = english().suggest(slip.first);
    CHECK(std::find(words.begin(), words.end(), slip.second) != words.end());
  }
}

TEST_CASE("an ending too many or a rule too far leads to the word itself") {
  const std::pair<const char*, const char*> slips[] = {
      {"registrate", "register"}, {"transformate", "transform"}, {"beaurocratical", "bureaucratic"},
      {"feeded", "fed"},          {"sleeped", "slept"},          {"spreaded", "spread"}};
  for (const auto& slip : slips) {
    CAPTURE(slip.first);
    const auto words = english().suggest(slip.first);
    CHECK(std::find(words.begin(), words.end(), slip.second) != words.end());
  }
}

TEST_CASE("an ending that is a word too is no second word") {
  CHECK(english().suggest("absorbsion").front() == "absorption");
}

TEST_CASE("a number with the ending of another is told with its own") {
  for (const auto& [typed, meant] : {std::pair("2st", "2nd"), std::pair("13rd", "13th")}) {
    CHECK(english().judge(typed).verdict == Verdict::near);
    CHECK(english().judge(typed).better == meant);
    CHECK(english().suggest(typed).front() == meant);
  }
  for (const char* word : {"1st", "112th", "20GB", "10am", "0th"}) {
    CHECK(english().judge(word).verdict == Verdict::fine);
  }
}

TEST_CASE("beside words of somebody's own stand the terms of the trade and no other words") {
  const std::string own = dsk::spell::build_automaton({{"table", {}}, {"mice", {}}}, "en-US", true);
  const Speller speller(Sources{"en-US", own, {}, {}});
  CHECK(speller.knows("table"));
  CHECK_FALSE(speller.knows("chair"));
  CHECK(speller.knows_term("Kubernetes"));
  CHECK(speller.judge("Kubernetes").verdict == Verdict::fine);
  CHECK(speller.judge("kubernetes").better == "Kubernetes");
  CHECK(speller.suggest("tabel").front() == "table");
  const std::vector<std::string> near = speller.suggest("chiar");
  CHECK(std::find(near.begin(), near.end(), "chair") == near.end());
  CHECK(speller.suggest("Kubernets").front() == "Kubernetes");
}

TEST_CASE("a letter that terms alone have is another language's") {
  CHECK(english().knows_term("crème"));
  CHECK(english().judge("sèttings").better == "settings");
}
