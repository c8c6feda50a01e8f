#include <doctest/doctest.h>

#include "spell/speller.hpp"

using dsk::spell::Context;
using dsk::spell::Sources;
using dsk::spell::Speller;
using dsk::spell::Verdict;

namespace {

const Speller& american() {
  static const Speller speller(Sources{"en-US", {}, {}, {}});
  return speller;
}

Verdict verdict(const char* word, bool sentence_start = false) {
  Context context;
  context.sentence_start = sentence_start;
  return american().judge(word, context).verdict;
}

std::string better(const char* word) { return american().judge(word).better; }

}  // namespace

TEST_CASE("words of the trade are right") {
  for (const char* word : {"webmail", "subfolders", "rebooted", "sideloading", "OAuth", "DHCP",
                           "unticked", "nginx", "screenshotted", "autocomplete", "VPNs",
                           "Thunderbird's", "re-sync", "splitter", "auth", "gradebook", "mis-configured", "multi-factor"}) {
    CAPTURE(word);
    CHECK(verdict(word) == Verdict::fine);
  }
}

TEST_CASE("what a prefix makes of a word is one, unless a common word is near") {
  for (const char* word : {"unsuspended", "misallocated", "unbilled", "reflagged", "autoheal"}) {
    CAPTURE(word);
    CHECK(verdict(word) == Verdict::strange);
  }
  // Over there, regarding, recommended.
  for (const char* word : {"overthere", "reguarding", "recommanded", "unfortunatly", "undersands"}) {
    CAPTURE(word);
    CHECK(verdict(word) != Verdict::fine);
    CHECK(verdict(word) != Verdict::strange);
  }
}

TEST_CASE("a term that no list has is as likely as a slip in a rare word") {
  CHECK(verdict("cartonised") == Verdict::unknown);  // carbonised
  CHECK(verdict("secondees") == Verdict::unknown);   // seconders
  CHECK(verdict("experince") == Verdict::near);
}

TEST_CASE("terms have plurals") {
  CHECK(verdict("backhauls") == Verdict::fine);
  CHECK(verdict("dataflows") == Verdict::fine);
  CHECK(verdict("printerss") != Verdict::fine);
}

TEST_CASE("an accent or a hyphen left out is no slip, nor is an s for a z") {
  for (const char* word : {"post-mortem", "cafe"}) CHECK(verdict(word) == Verdict::fine);
  for (const char* word : {"handsfree", "threadsafe", "serialiser", "tokeniser"}) {
    CAPTURE(word);
    CHECK(verdict(word) == Verdict::strange);
  }
  for (const char* word : {"surprize", "ot", "wich"}) {
    CAPTURE(word);
    CHECK(verdict(word) != Verdict::strange);
    CHECK(verdict(word) != Verdict::fine);
  }
}

TEST_CASE("a letter before or behind a name that is known makes an account of it") {
  dsk::spell::WordSet known;
  for (const char* word : {"Lopez", "printer"}) known.add(word);
  Context context;
  context.known = &known;
  CHECK(american().judge("mlopez", context).verdict == Verdict::fine);
  CHECK(american().judge("lopezm", context).verdict == Verdict::fine);
  // No name, and no letter more.
  CHECK(american().judge("pprinter", context).verdict != Verdict::fine);
  CHECK(american().judge("loppez", context).better == "Lopez");
}

TEST_CASE("a word is ordinary where both Englishes write it so and nobody doubts it") {
  for (const char* word : {"the", "printer", "thanks", "going", "cannot"}) {
    CAPTURE(word);
    CHECK(american().is_ordinary(word));
  }
  for (const char* word : {"color", "colour", "favorite", "calender", "monday", "printre"}) {
    CAPTURE(word);
    CHECK_FALSE(american().is_ordinary(word));
  }
}

TEST_CASE("a sigh or a drawn out word is left alone") {
  for (const char* word : {"hmmmm", "Ahhhh", "waaaay", "hii"}) {
    CAPTURE(word);
    CHECK(verdict(word, true) != Verdict::near);
    CHECK(verdict(word, true) != Verdict::unknown);
  }
  CHECK(verdict("connnect") == Verdict::near);
}

TEST_CASE("a rare word one slip from a common one is doubted") {
  CHECK(verdict("calender") == Verdict::near);
  CHECK(better("calender") == "calendar");
  CHECK(better("perviously") == "previously");
  CHECK(verdict("calendar") == Verdict::fine);
}

TEST_CASE("a word that is nearly always a contraction or an irregular plural is doubted") {
  CHECK(better("cant") == "can't");
  CHECK(better("wont") == "won't");
  CHECK(better("knifes") == "knives");
  CHECK(better("algebraical") == "algebraic");
  for (const char* word : {"want", "beliefs", "safes", "numerical"}) {
    CHECK(verdict(word) == Verdict::fine);
  }
}

TEST_CASE("a name in the middle of a sentence is left alone") {
  CHECK(verdict("Okafor") == Verdict::strange);
  CHECK(verdict("Xiaolin") == Verdict::strange);
  CHECK(verdict("Thundebrid") != Verdict::fine);
}

TEST_CASE("a brand or a day in other capitals is told with its own") {
  CHECK(verdict("monday") == Verdict::casing);
  CHECK(better("monday") == "Monday");
  CHECK(better("javascript") == "JavaScript");
  CHECK(better("i’ve") == "I've");
}

TEST_CASE("short strings have near words by chance") {
  for (const char* word : {"xf", "yf", "dbq", "trr"}) {
    CAPTURE(word);
    CHECK(verdict(word) == Verdict::strange);
  }
  CHECK(verdict("teh") != Verdict::strange);
}

TEST_CASE("a short word two slips from every other is a name and a long one a mistake") {
  for (const char* word : {"bsddb", "gconf", "nsmail"}) {
    CAPTURE(word);
    CHECK(verdict(word) == Verdict::strange);
  }
  for (const char* word : {"involivinf", "mutilple", "techinaly"}) {
    CAPTURE(word);
    CHECK(verdict(word) == Verdict::unknown);
  }
}

TEST_CASE("two common words run together are parted before a rarer word is offered") {
  for (const auto& way : {std::pair{"infact", "in fact"}, {"aswell", "as well"},
                          {"incase", "in case"}, {"atleast", "at least"},
                          {"alot", "a lot"}, {"eachother", "each other"},
                          {"itis", "it is"}, {"letme", "let me"}}) {
    const char* const typed = way.first;
    const std::string meant = way.second;
    CAPTURE(typed);
    CHECK(american().suggest(typed).front() == meant);
    CHECK((better(typed).empty() || better(typed) == meant));
  }
  // A letter that is missing is likelier than a space.
  CHECK(better("lookin") == "looking");
  CHECK(better("feeback") == "feedback");
  CHECK(american().suggest("aother").front() != "a other");
}

TEST_CASE("no compound that is no word is offered behind what was surely meant") {
  CHECK(american().suggest("comesout") == std::vector<std::string>{"comes out"});
  for (const std::string& word : american().suggest("maintainacne"))
    CHECK_MESSAGE(american().knows(word), word);
}

TEST_CASE("what nobody writes is no guess") { CHECK(better("urself").empty()); }

TEST_CASE("a name two slips from a word says nothing about it") {
  for (const char* word : {"florenza", "marianita", "kirstenia"}) {
    CAPTURE(word);
    CHECK(verdict(word) == Verdict::strange);
  }
  CHECK(better("vincenta") == "Vincent");
}

TEST_CASE("two long words run together are a name and not a mistake") {
  for (const char* word : {"bookmarksbackup", "settingsfolder", "systemwindow"}) {
    CAPTURE(word);
    CHECK(verdict(word) == Verdict::strange);
  }
  CHECK(verdict("alot") != Verdict::strange);
}

TEST_CASE("a small slip of a common word is one, whatever two words it may be made of") {
  CHECK(better("configration") == "configuration");
}

TEST_CASE("a space that was not typed beside one of the commonest words is a mistake") {
  CHECK(better("comesout") == "comes out");
  CHECK(better("thepage") == "the page");
  CHECK(better("tellme") == "tell me");
  CHECK(verdict("restorethe") == Verdict::unknown);
  CHECK(better("phoneline").empty());
}

TEST_CASE("of several near words the one that is clearly likelier is offered") {
  CHECK(verdict("teh") == Verdict::near);
  CHECK(better("teh") == "the");
  CHECK(better("adn") == "and");
  CHECK(better("thats") == "that's");
  CHECK(verdict("extention") == Verdict::unknown);
  CHECK(better("extention") == "extension");
  CHECK(better("gpo") != "go");
}

TEST_CASE("an article run into its noun is split first") {
  const Speller speller(Sources{"en-US", {}, {}, {}});
  const auto words = speller.suggest("alot");
  REQUIRE_FALSE(words.empty());
  CHECK(words.front() == "a lot");
}
