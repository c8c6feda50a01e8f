// What the rules of trust, structure, mechanics and clarity hear in wordings that are in no
// list: lines/rules/*.txt. Written before the rules were widened for them, so that the share on which
// something is said is a floor against falling back; the innocent ones are the price watched.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "engine/engine.hpp"

using namespace dsk;

namespace {

// The sister of a rule that takes the less sure wordings.
const std::multimap<std::string, std::string> kSisters = {
    {"trust-password-in-mail", "trust-likely-password"},
    {"trust-leaks-secret", "trust-likely-password"},
    {"trust-leaks-secret", "trust-password-in-mail"},
    {"tone-question-barrage", "tone-questions-in-one"},
    {"mechanics-macro-residue", "mechanics-template-rest"},
    {"mechanics-macro-residue", "mechanics-unfilled-placeholder"},
};

struct Count {
  int flawed = 0, found = 0, innocent = 0, alarmed = 0, warned = 0;
};

std::string unescaped(std::string text) {
  for (std::size_t at; (at = text.find("\\n")) != std::string::npos;) text.replace(at, 2, "\n");
  return text;
}

// "Sentence", "INCOMING => REPLY" or "x => | SUBJECT | REPLY".
MailInput mail_of(const std::string& line) {
  MailInput mail;
  const std::size_t arrow = line.find(" => ");
  if (arrow == std::string::npos) {
    mail.set("text", unescaped(line));
    mail.set("fragment", "yes");
    return mail;
  }
  const std::string reply = line.substr(arrow + 4);
  const auto body = [](const std::string& words) {
    return "Hi Ann,\n\n" + unescaped(words) + "\n\nBest wishes,\nKim\n";
  };
  if (const std::size_t bar = reply.find(" | "); reply.compare(0, 2, "| ") == 0) {
    mail.set("raw", "Subject: " + reply.substr(2, bar - 2) + "\nTo: ann@example.org\n\n" +
                        body(reply.substr(bar + 3)));
    return mail;
  }
  mail.set("incoming", "Hello,\n\n" + line.substr(0, arrow) + "\n\nAnn\n");
  mail.set("text", body(reply));
  return mail;
}

Count count_in(const std::string& path) {
  static const auto engine = std::make_shared<Engine>(Options());
  std::ifstream file(path);
  Count count;
  std::set<std::string> wanted;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '[') {
      const std::string rule = line.substr(1, line.size() - 2);
      wanted = {rule};
      const auto [first, last] = kSisters.equal_range(rule);
      for (auto sister = first; sister != last; ++sister) wanted.insert(sister->second);
      continue;
    }
    const std::unique_ptr<Report> report = engine->check(mail_of(line.substr(2)));
    bool own = false, shown = false, warned = false;
    for (const ReportedFinding& finding : report->findings) {
      own = own || wanted.count(std::string(finding.rule->rule->id)) != 0;
      shown = shown || !finding.body.empty();
      warned = warned || finding.level >= lexicon::Level::warning;
    }
    if (line[0] == '-') {
      ++count.flawed;
      count.found += own || shown;
    } else {
      ++count.innocent;
      count.alarmed += own;
      count.warned += warned;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("most flaws of trust and structure and mechanics and clarity are heard in any words") {
  for (const char* name : {"trust", "structure", "mechanics", "clarity"}) {
    const Count count = count_in(std::string(LINES) + "/rules/" + name + ".txt");
    CAPTURE(name);
    CAPTURE(count.found);
    CAPTURE(count.alarmed);
    CAPTURE(count.warned);
    CHECK(count.flawed > 0);
    CHECK(count.found * 100 >= count.flawed * 75);
    CHECK(count.alarmed * 100 <= count.innocent * 8);
    CHECK(count.warned * 100 <= count.innocent * 8);
  }
}

// A floor each, some points below what was reached.
TEST_CASE("many refusals and threats and half apologies are heard in words of no list") {
  const Count count = count_in(std::string(LINES) + "/rules/manners.txt");
  CAPTURE(count.flawed);
  CAPTURE(count.found);
  CAPTURE(count.alarmed);
  CAPTURE(count.warned);
  CHECK(count.flawed > 0);
  CHECK(count.found * 100 >= count.flawed * 63);
  CHECK(count.alarmed * 100 <= count.innocent * 8);
  CHECK(count.warned * 100 <= count.innocent * 2);
}

TEST_CASE("jokes and idioms and sympathy taken back are heard and plain prose draws no warning") {
  const Count count = count_in(std::string(LINES) + "/rules/writers.txt");
  CAPTURE(count.flawed);
  CAPTURE(count.found);
  CAPTURE(count.innocent);
  CAPTURE(count.alarmed);
  CAPTURE(count.warned);
  CHECK(count.flawed > 0);
  CHECK(count.found * 100 >= count.flawed * 65);
  CHECK(count.alarmed * 100 <= count.innocent * 8);
  CHECK(count.warned * 100 <= count.innocent * 2);
}

// Three writers' sentences. The rules were widened with those of two in view; the third's were
// looked at last (lexicons/en/PRECISION.md says what was heard of them till then).
TEST_CASE("what blames or belittles or rushes or turns away is heard in most words") {
  struct Floor {
    const char* name;
    int percent;
  };
  for (const Floor& floor : {Floor{"tone", 85}, Floor{"tone-third", 60}}) {
    const Count count = count_in(std::string(LINES) + "/rules/" + floor.name + ".txt");
    CAPTURE(floor.name);
    CAPTURE(count.flawed);
    CAPTURE(count.found);
    CAPTURE(count.innocent);
    CAPTURE(count.alarmed);
    CAPTURE(count.warned);
    CHECK(count.flawed > 0);
    CHECK(count.found * 100 >= count.flawed * floor.percent);
    CHECK(count.alarmed * 100 <= count.innocent * 16);
    CHECK(count.warned * 100 <= count.innocent * 2);
  }
}

TEST_CASE("what promises or waits or closes or asks too much is heard in most words") {
  const Count count = count_in(std::string(LINES) + "/rules/care.txt");
  CAPTURE(count.flawed);
  CAPTURE(count.found);
  CAPTURE(count.innocent);
  CAPTURE(count.alarmed);
  CAPTURE(count.warned);
  CHECK(count.flawed > 0);
  CHECK(count.found * 100 >= count.flawed * 88);
  CHECK(count.alarmed * 100 <= count.innocent * 6);
  CHECK(count.warned * 100 <= count.innocent * 2);
}
