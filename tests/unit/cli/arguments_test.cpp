#include "cli/arguments.hpp"

#include <doctest/doctest.h>

using namespace dsk::cli;

namespace {

constexpr Flag flags[] = {
    {"--label", "NAME", "a name"}, {"--text", nullptr, "a switch"}, {"-l", nullptr, "short"}};

int nothing(const Arguments&) { return 0; }
const Command command = {"check", "FILE", "summary", "", flags, 3, nothing};

Arguments read(std::vector<std::string> words) {
  std::vector<char*> values;
  for (std::string& word : words) values.push_back(word.data());
  return Arguments(command, static_cast<int>(values.size()), values.data());
}

}  // namespace

TEST_CASE("options stand before and after operands") {
  const Arguments given = read({"a", "--text", "b", "--label", "x", "-l"});
  CHECK(given.operands() == std::vector<std::string>{"a", "b"});
  CHECK(given.has("--text"));
  CHECK(given.has("-l"));
  CHECK(given.value("--label") == "x");
}

TEST_CASE("a value may follow an equals sign and may be empty or look like an option") {
  CHECK(read({"--label=x=y"}).value("--label") == "x=y");
  CHECK(read({"--label="}).value("--label") == "");
  CHECK(read({"--label", "--text"}).value("--label") == "--text");
  CHECK_FALSE(read({"--label", "--text"}).has("--text"));
}

TEST_CASE("a lone dash is an operand and two end the options") {
  CHECK(read({"-"}).operands() == std::vector<std::string>{"-"});
  CHECK(read({"--", "--text"}).operands() == std::vector<std::string>{"--text"});
}

TEST_CASE("the last of several values counts and all can be had") {
  const Arguments given = read({"--label", "a", "--label", "b"});
  CHECK(given.value("--label") == "b");
  CHECK(given.values("--label") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a mistyped option is answered with the one it is near") {
  try {
    read({"--lable", "x"});
    FAIL("it was accepted");
  } catch (const Misuse& mistake) {
    CHECK(std::string(mistake.what()).find("--label") != std::string::npos);
  }
}

TEST_CASE("a missing value and one too many are mistakes") {
  CHECK_THROWS_AS(read({"--label"}), Misuse);
  CHECK_THROWS_AS(read({"--text=yes"}), Misuse);
  CHECK_THROWS_AS(read({"a", "b"}).expect_operands(0, 1), Misuse);
  CHECK_THROWS_AS(read({}).expect_operands(1, 1), Misuse);
}

TEST_CASE("a choice outside the list is a mistake and none given is the first") {
  CHECK(read({}).choice("--label", {"text", "json"}) == "text");
  CHECK(read({"--label", "json"}).choice("--label", {"text", "json"}) == "json");
  CHECK_THROWS_AS(read({"--label", "xml"}).choice("--label", {"text", "json"}), Misuse);
}

TEST_CASE("the nearest name is found and a far one is not") {
  CHECK(nearest("chek", {"check", "rules"}) == "check");
  CHECK(nearest("tone-minimizer", {"tone-minimiser", "tone-as-i-said"}) == "tone-minimiser");
  CHECK(nearest("zzzzzz", {"check", "rules"}).empty());
  CHECK(nearest(std::string(1000, 'a'), {"check"}).empty());
}

TEST_CASE("a command that passes words on keeps those it does not know in order") {
  const Command sendmail = {"sendmail", "", "summary", "", flags, 3, nothing, true};
  std::vector<std::string> words = {"-oi", "--label", "x", "-f", "a@b", "--account=work",
                                    "--",  "--text", "c@d"};
  std::vector<char*> values;
  for (std::string& word : words) values.push_back(word.data());
  const Arguments given(sendmail, static_cast<int>(values.size()), values.data());
  CHECK(given.value("--label") == "x");
  CHECK(!given.has("--text"));
  CHECK(given.operands() ==
        std::vector<std::string>{"-oi", "-f", "a@b", "--account=work", "--", "--text", "c@d"});
}
