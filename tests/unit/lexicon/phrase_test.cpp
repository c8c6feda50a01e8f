#include "lexicon/phrase.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "error.hpp"

using namespace dsk;
using lexicon::Element;

namespace {

std::string written(const lexicon::Sequence& sequence) {
  std::string all = sequence.at_start ? "^" : "";
  for (const Element& element : sequence.elements) {
    if (!all.empty()) all += ' ';
    all += element.kind == Element::Kind::any        ? "*"
           : element.kind == Element::Kind::class_of ? "<" + element.text + ">"
                                                     : element.text;
  }
  return all + (sequence.at_end ? " $" : "");
}

std::vector<std::string> expanded(std::string_view pattern) {
  std::vector<std::string> all;
  for (const lexicon::Sequence& one : lexicon::expand(pattern)) all.push_back(written(one));
  std::sort(all.begin(), all.end());
  return all;
}

using All = std::vector<std::string>;

// "column: message"
std::string said(std::string_view pattern) {
  try {
    lexicon::expand(pattern);
  } catch (const Error& error) {
    CHECK(error.status == Status::lexicon);
    return std::to_string(error.column) + ": " + error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a pattern means a finite set of word sequences") {
  CHECK(expanded("as (I|we) (already)? said") ==
        All{"as i already said", "as i said", "as we already said", "as we said"});
  CHECK(expanded("a|b c") == All{"a", "b c"});
  CHECK(expanded("x?y z") == All{"x y z", "y z"});
}

TEST_CASE("a gap is as many sequences as it may be long") {
  CHECK(expanded("a .. b") == All{"a * * * b", "a * * b", "a * b", "a b"});
  CHECK(expanded("a ..1 b") == All{"a * b", "a b"});
  CHECK(lexicon::expand("a ..9 b").size() == 10);
}

TEST_CASE("braces stand for the forms of a verb and angles for a class") {
  CHECK(expanded("{fail} to") == All{"fail to", "failed to", "failing to", "fails to"});
  CHECK(expanded("by <day>") == All{"by <day>"});
}

TEST_CASE("the marks of start and end are not words") {
  CHECK(expanded("^ turn off") == All{"^ turn off"});
  CHECK(expanded("goodbye $") == All{"goodbye $"});
  CHECK(expanded("(^ a|b)") == All{"^ a", "b"});
}

TEST_CASE("words are cut as the reader cuts them") {
  CHECK(expanded("don't") == expanded("don\u2019t"));
  CHECK(expanded("don't").front() != "don't");
  CHECK(expanded("sorry, but") == All{"sorry , but"});
  CHECK(expanded("SORRY") == All{"sorry"});
}

TEST_CASE("a fault in a pattern is told with its place") {
  CHECK(said("a)") == "2: a ) with no ( before it");
  CHECK(said("(a") == "3: a ( is never closed");
  CHECK(said("<day") == "5: a missing >");
  CHECK(said("{be") == "4: a missing }");
  CHECK(said("a ..12 b") == "6: a gap is of one to nine words");
  CHECK(said("a ..0 b") == "6: a gap is of one to nine words");
  CHECK(said("a >") == "3: a stray >");
  CHECK(said("b ^ a") == "4: ^ can only stand at the beginning");
  CHECK(said("a $ b").find("$ can only stand at the end") != std::string::npos);
  CHECK(said(".. a").find("a pattern cannot begin with a gap") != std::string::npos);
}

TEST_CASE("a pattern that would match everything is refused") {
  const std::string wanted = "this pattern matches nothing at all; leave one part required";
  for (const char* pattern : {"", "   ", "a?", "(a|b)?", "^", "$", "()"}) {
    CAPTURE(pattern);
    CHECK(said(pattern).find(wanted) != std::string::npos);
  }
}

TEST_CASE("a pattern cannot grow without end") {
  std::string wide = "a";
  for (int i = 0; i < 20; ++i) wide += " (b|c)";
  CHECK(said(wide).find("means too many phrases") != std::string::npos);
  std::string nested;
  for (int i = 0; i < 40; ++i) nested += "(";
  CHECK(said(nested + "a").find("nested too deep") != std::string::npos);
  std::string lengthy;
  for (int i = 0; i < 40; ++i) lengthy += "a ";
  CHECK(said(lengthy).find("too long") != std::string::npos);
}
