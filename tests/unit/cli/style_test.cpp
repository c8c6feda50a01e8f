#include "cli/style.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace dsk::cli;

TEST_CASE("a mail cannot steer the terminal") {
  CHECK(visible("a\x1b[2Jb") == "a\xEF\xBF\xBD[2Jb");
  CHECK(visible("a\xC2\x9B"
                "2Jb") ==
        "a\xEF\xBF\xBD"
        "2Jb");
  CHECK(visible("caf\xC3\xA9\tx\n") == "caf\xC3\xA9\tx\n");
  CHECK(visible("\r\x7f").find('\r') == std::string::npos);
}

TEST_CASE("width counts characters and not bytes") {
  CHECK(width("caf\xC3\xA9") == 4);
  CHECK(width("") == 0);
}

TEST_CASE("wrapped text keeps to eighty columns and loses no word") {
  std::string text;
  for (int at = 0; at < 60; ++at) text += "word" + std::to_string(at) + " ";
  std::istringstream lines(wrapped(text, "  why      ", "           "));
  std::size_t words = 0;
  for (std::string line; std::getline(lines, line);) {
    CHECK(width(line) <= 80);
    std::istringstream parts(line);
    for (std::string word; parts >> word;) words += word.compare(0, 4, "word") == 0;
  }
  CHECK(words == 60);
}

TEST_CASE("a word wider than the line stands whole") {
  const std::string longest(200, 'x');
  CHECK(wrapped(longest, "", "").find(longest) != std::string::npos);
}

TEST_CASE("without colour text is painted plain") {
  CHECK(Style(false).paint(Ink::red, "x") == "x");
  CHECK(Style(true).paint(Ink::red, "x") == "\x1b[31mx\x1b[0m");
  CHECK(Style(true).paint(Ink::plain, "x") == "x");
}
