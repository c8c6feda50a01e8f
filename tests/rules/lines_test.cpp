// Sentences that sting without a set phrase, and innocent ones that look like them. The dark ones
// were written before the acts were widened for them, so the share found is a floor against
// falling back and no measure; the innocent ones are the price watched.
#include <doctest/doctest.h>

#include <fstream>
#include <memory>
#include <string>

#include "engine/engine.hpp"

using namespace dsk;

namespace {

struct Count {
  int lines = 0, shown = 0, warned = 0, spelling = 0;
};

Count count_in(const std::string& path) {
  static const auto engine = std::make_shared<Engine>(Options());
  std::ifstream file(path);
  Count count;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    MailInput mail;
    mail.set("text", line);
    mail.set("fragment", "yes");
    bool shown = false, warned = false, spelling = false;
    const std::unique_ptr<Report> report = engine->check(mail);
    for (const ReportedFinding& finding : report->findings) {
      shown = shown || finding.level >= lexicon::Level::suggestion;
      warned = warned || finding.level >= lexicon::Level::warning;
      spelling = spelling || finding.rule->rule->id.starts_with("spelling-");
    }
    ++count.lines;
    count.shown += shown;
    count.warned += warned;
    count.spelling += spelling;
  }
  return count;
}

}  // namespace

TEST_CASE("most sentences that sting are found without a set phrase") {
  const Count dark = count_in(std::string(LINES) + "/dark.txt");
  CHECK(dark.lines == 100);
  CHECK(dark.shown >= 80);
}

TEST_CASE("innocent sentences that look like them are hardly ever stopped") {
  const Count innocent = count_in(std::string(LINES) + "/innocent.txt");
  CHECK(innocent.lines == 100);
  CHECK(innocent.shown <= 10);
  CHECK(innocent.warned <= 1);
}

TEST_CASE("slips of second-language writers and right words in wrong places are seen") {
  const Count slips = count_in(std::string(LINES) + "/slips.txt");
  CHECK(slips.lines == 109);
  CHECK(slips.spelling >= 106);
}

TEST_CASE("the same words where they are right are left alone") {
  const Count right = count_in(std::string(LINES) + "/lookalikes.txt");
  CHECK(right.lines == 110);
  CHECK(right.spelling == 0);
}
