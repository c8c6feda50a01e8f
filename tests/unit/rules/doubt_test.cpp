#include "rules/doubt.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>

#include "engine/engine.hpp"

using namespace dsk;

namespace {

// Two rules that hear a word each.
constexpr const char* kPack = R"(
format = 1
[[rule]]
id = "test-gadget"
title = "Says gadget"
pillar = "tone"
message = "m"
why = "w"
instead = "i"
source = ["s"]
phrases = ["gadget"]
[[rule]]
id = "test-widget"
title = "Says widget"
pillar = "trust"
message = "m"
why = "w"
instead = "i"
source = ["s"]
phrases = ["widget"]
)";

const std::string kLong =
    "The gadget in the small hall was moved last week when the floor was painted for the fair. ";

std::string filled(int sentences) {
  std::string text;
  for (int at = 0; at < sentences; ++at) text += "The lamp above the old table is on again. ";
  return text;
}

std::optional<lexicon::Level> level(const std::string& text, const std::string& config = "") {
  Options options;
  options.add_lexicon("en", "test.toml", kPack);
  if (!config.empty()) options.add_config("deskside.toml", config, true);
  MailInput mail;
  mail.set("text", text);
  mail.set("fragment", "yes");
  const auto report = std::make_shared<const Engine>(options)->check(mail);
  for (const ReportedFinding& one : report->findings)
    if (one.rule->rule->id == "test-gadget") return one.level;
  return std::nullopt;
}

}  // namespace

TEST_CASE("one doubtful remark on a long mail only coaches") {
  CHECK(level(kLong + filled(12)) == lexicon::Level::coach);
  CHECK(level(kLong + kLong + filled(12)) == lexicon::Level::coach);
}

TEST_CASE("a doubtful remark on a short mail is told") {
  CHECK(level(kLong + filled(3)) == lexicon::Level::suggestion);
}

TEST_CASE("what is hardly more than its sentence is told on a long mail too") {
  CHECK(level("It is a gadget. " + filled(12)) == lexicon::Level::suggestion);
}

TEST_CASE("remarks of two rules bear each other out") {
  CHECK(level(kLong + filled(12) + "It is a widget.") == lexicon::Level::suggestion);
}

TEST_CASE("a level that somebody sets is not doubted") {
  CHECK(level(kLong + filled(12), "format = 1\n[rules]\n\"test-gadget\" = \"suggestion\"\n") ==
        lexicon::Level::suggestion);
  CHECK(level(kLong + filled(12)) == lexicon::Level::coach);
}
