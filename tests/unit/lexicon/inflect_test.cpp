#include "lexicon/inflect.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using dsk::lexicon::inflect;
using dsk::lexicon::possible_bases;
using dsk::lexicon::verb_forms;
using dsk::lexicon::VerbForms;

TEST_CASE("verbs inflect by rule and by table") {
  struct Row {
    const char *base, *third, *past, *participle, *gerund;
  };
  const Row rows[] = {
      {"check", "checks", "checked", "checked", "checking"},
      {"restart", "restarts", "restarted", "restarted", "restarting"},
      {"try", "tries", "tried", "tried", "trying"},
      {"play", "plays", "played", "played", "playing"},
      {"use", "uses", "used", "used", "using"},
      {"agree", "agrees", "agreed", "agreed", "agreeing"},
      {"tie", "ties", "tied", "tied", "tying"},
      {"fix", "fixes", "fixed", "fixed", "fixing"},
      {"switch", "switches", "switched", "switched", "switching"},
      {"stop", "stops", "stopped", "stopped", "stopping"},
      {"plug", "plugs", "plugged", "plugged", "plugging"},
      {"submit", "submits", "submitted", "submitted", "submitting"},
      {"visit", "visits", "visited", "visited", "visiting"},
      {"offer", "offers", "offered", "offered", "offering"},
      {"open", "opens", "opened", "opened", "opening"},
      {"wait", "waits", "waited", "waited", "waiting"},
      {"reboot", "reboots", "rebooted", "rebooted", "rebooting"},
      {"show", "shows", "showed", "shown", "showing"},
      {"write", "writes", "wrote", "written", "writing"},
      {"reset", "resets", "reset", "reset", "resetting"},
      {"send", "sends", "sent", "sent", "sending"},
      {"have", "has", "had", "had", "having"},
      {"go", "goes", "went", "gone", "going"},
      {"do", "does", "did", "done", "doing"},
      {"be", "is", "was", "been", "being"},
      {"click", "clicks", "clicked", "clicked", "clicking"},
      {"mimic", "mimics", "mimicked", "mimicked", "mimicking"},
      {"quit", "quits", "quit", "quit", "quitting"},
  };
  for (const Row& row : rows) {
    const VerbForms forms = inflect(row.base);
    CHECK(forms.base == row.base);
    CHECK(forms.third == row.third);
    CHECK(forms.past == row.past);
    CHECK(forms.participle == row.participle);
    CHECK(forms.gerund == row.gerund);
  }
}

TEST_CASE("the verbs that a word may be a form of are those that inflect to it") {
  using All = std::vector<std::string>;
  CHECK(possible_bases("found") == All{"find"});
  CHECK(possible_bases("has") == All{"have"});
  CHECK(possible_bases("were") == All{"be"});
  for (const std::string base : {"receive", "stop", "try", "die", "check", "panic", "pass", "go",
                                  "do", "fly", "teach", "undo", "sit"}) {
    const VerbForms forms = inflect(base);
    for (const std::string& form : {forms.base, forms.third, forms.past, forms.gerund}) {
      const All bases = possible_bases(form);
      CAPTURE(form);
      CHECK(std::count(bases.begin(), bases.end(), base) == 1);
    }
  }
}

TEST_CASE("a verb of two words inflects its first") {
  const VerbForms forms = inflect("log in");
  CHECK(forms.third == "logs in");
  CHECK(forms.past == "logged in");
  CHECK(forms.gerund == "logging in");
  CHECK(inflect("turn it off").gerund == "turning it off");
  CHECK(inflect("be sure").third == "is sure");
}

TEST_CASE("the forms of a verb are each named once") {
  CHECK(verb_forms("put") == std::vector<std::string>{"put", "puts", "putting"});
  CHECK(verb_forms("be").size() == 8);
  CHECK(verb_forms("have") == std::vector<std::string>{"had", "has", "have", "having"});
}
