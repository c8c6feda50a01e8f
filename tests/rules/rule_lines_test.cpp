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

// Lines that various people wrote, a floor each, some points below what was reached. "tone-third"
// was looked at last, when the rules had been widened with the others in view
// (lexicons/en/PRECISION.md says what was heard of it till then).
TEST_CASE("most flaws are heard in words of no list and innocent lines are left in peace") {
  struct Floor {
    const char* name;
    int found, alarmed, warned;  // per hundred: of the flawed at least, of the innocent at most
  };
  for (const Floor& floor : {Floor{"trust", 75, 8, 8}, Floor{"structure", 75, 8, 8},
                             Floor{"mechanics", 75, 8, 8}, Floor{"clarity", 75, 8, 8},
                             Floor{"manners", 63, 8, 2}, Floor{"writers", 65, 8, 2},
                             Floor{"tone", 71, 4, 2}, Floor{"tone-third", 60, 4, 2},
                             Floor{"care", 88, 6, 2}}) {
    const Count count = count_in(std::string(LINES) + "/rules/" + floor.name + ".txt");
    CAPTURE(floor.name);
    CAPTURE(count.flawed);
    CAPTURE(count.found);
    CAPTURE(count.innocent);
    CAPTURE(count.alarmed);
    CAPTURE(count.warned);
    CHECK(count.flawed > 0);
    CHECK(count.innocent > 0);
    CHECK(count.found * 100 >= count.flawed * floor.found);
    CHECK(count.alarmed * 100 <= count.innocent * floor.alarmed);
    CHECK(count.warned * 100 <= count.innocent * floor.warned);
  }
}
