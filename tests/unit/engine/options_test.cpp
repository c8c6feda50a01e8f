#include "engine/options.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "error.hpp"

using namespace dsk;

namespace {

std::string said(std::string_view name, std::string_view value) {
  Options options;
  try {
    options.set(name, value);
  } catch (const Error& error) {
    CHECK(error.status == Status::option);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("an option there is not is refused and says where they are listed") {
  CHECK(said("lop", "open-door") ==
        "there is no option \"lop\" (did you mean loop?); `deskside config` lists them all");
  CHECK(said("rule.", "off") != "");
}

TEST_CASE("a value an option cannot take is answered with those it can") {
  CHECK(said("loop", "closed") ==
        "the option \"loop\" cannot be \"closed\"; it can be: open-door, stay-with-user");
  CHECK(said("rule.tone-*", "loud") ==
        "the rule \"tone-*\" cannot be \"loud\"; it can be: off, on, coach, suggestion, "
        "warning, error");
  CHECK(said("gate", "block").find("it can be: suggestion, warning, error") != std::string::npos);
}

TEST_CASE("every option is there from the start and can take its own default") {
  const Options options;
  CHECK(options.settings().size() > 15);
  for (const Setting& setting : options.settings()) {
    CAPTURE(setting.name);
    CHECK(setting.origin == "default");
    CHECK_NOTHROW(check_option(setting.name, setting.value));
  }
}

TEST_CASE("a setting keeps where it came from") {
  Options options;
  options.set("loop", "stay-with-user", "deskside.toml");
  const auto& all = options.settings();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [](const Setting& one) { return one.name == "loop"; });
  REQUIRE(found != all.end());
  CHECK(found->value == "stay-with-user");
  CHECK(found->origin == "deskside.toml");
}

TEST_CASE("of two settings of one rule glob the later stands last and alone") {
  Options options;
  options.set("rule.tone-*", "off");
  options.set("rule.ack-*", "off");
  options.set("rule.tone-*", "error");
  std::vector<std::string> rules;
  for (const Setting& one : options.settings())
    if (one.name.rfind("rule.", 0) == 0) rules.push_back(one.name + "=" + one.value);
  CHECK(rules == std::vector<std::string>{"rule.ack-*=off", "rule.tone-*=error"});
}

TEST_CASE("a word list is a word a line with remarks after a hash") {
  Options options;
  options.add_words("# ours\nContoso\r\n  Fabrikam \t# a customer\n\n#nothing\nlast");
  CHECK(options.words().has("Contoso"));
  CHECK(options.words().has("Fabrikam"));
  CHECK(options.words().has("last"));
  CHECK_FALSE(options.words().has("ours"));
  CHECK_FALSE(options.words().has("nothing"));
}

TEST_CASE("globs match whole names without regard to case") {
  CHECK(glob_matches("tone-*", "tone-as-i-said"));
  CHECK(glob_matches("*", ""));
  CHECK(glob_matches("*@example.com", "Ann@Example.COM"));
  CHECK(glob_matches("a?c", "abc"));
  CHECK(glob_matches("*-*-*", "a-b-c"));
  CHECK_FALSE(glob_matches("tone-", "tone-as-i-said"));
  CHECK_FALSE(glob_matches("*@example.com", "ann@example.com.evil"));
  CHECK_FALSE(glob_matches("a?c", "ac"));
  CHECK_FALSE(glob_matches("", "a"));
}

TEST_CASE("a glob of many stars does not take for ever") {
  std::string glob;
  for (int i = 0; i < 200; ++i) glob += "a*";
  CHECK_FALSE(glob_matches(glob + "b", std::string(5'000, 'a')));
}
