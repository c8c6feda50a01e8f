#include <algorithm>

#include "support.hpp"

TEST_CASE("a temporary report is safe in a range for") {
  std::size_t found = 0;
  for (const deskside::finding finding : test::shipped().check(test::reproach))
    found += finding.rule().id() == test::reproach_rule;
  CHECK(found == 1);
}

TEST_CASE("the iterators of a report go forth and back and by leaps") {
  const deskside::report report = test::shipped().check(test::reproach);
  REQUIRE(report.size() >= 1);
  auto at = report.begin();
  CHECK(at->rule().id() == report[0].rule().id());
  CHECK(at + static_cast<std::ptrdiff_t>(report.size()) == report.end());
  CHECK(report.end() - at == static_cast<std::ptrdiff_t>(report.size()));
  CHECK(at++ == report.begin());
  CHECK(--at == report.begin());
  CHECK(at < report.end());
  CHECK(std::distance(report.begin(), report.end()) == static_cast<std::ptrdiff_t>(report.size()));
}

TEST_CASE("objects are moved and not copied") {
  deskside::engine engine;
  const deskside::engine moved = std::move(engine);
  deskside::report report = moved.check(test::reproach);
  const deskside::report kept = std::move(report);
  CHECK(test::has(kept, test::reproach_rule));
}

TEST_CASE("an error carries its status and its place") {
  try {
    deskside::options().list();
    deskside::options options;
    options.config("c.toml", "format = 1\nx = \n", false);
    FAIL("it was accepted");
  } catch (const std::runtime_error& error) {
    const auto& ours = dynamic_cast<const deskside::error&>(error);
    CHECK(ours.status() == deskside::status::lexicon);
    CHECK(ours.line() == 2);
  }
}

TEST_CASE("the wrapper tells the version of the library") {
  CHECK(deskside::version() == deskside_version());
}
