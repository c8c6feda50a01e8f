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

TEST_CASE("brackets say what is meant instead of the words before them") {
  using Mended = std::vector<std::string>;
  const auto meant = [](std::string_view pattern) {
    Mended all;
    for (const lexicon::Sequence& one : lexicon::expand(pattern)) {
      const lexicon::Mended it = lexicon::mended(one);
      all.push_back(std::to_string(it.first) + "-" + std::to_string(it.last) + " " + it.text);
    }
    return all;
  };
  CHECK(expanded("may loose[lose] it") == All{"may loose it"});
  CHECK(meant("may loose[lose] it") == Mended{"1-2 lose"});
  CHECK(meant("a loose[lose]|login[log in]") == Mended{"1-2 lose", "0-1 log in"});
  CHECK(meant("(very)? (quiet|quit)[quite]") ==
        Mended{"1-2 quite", "1-2 quite", "0-1 quite", "0-1 quite"});
  CHECK(meant("it's[its] own") == Mended{"0-2 its"});
  CHECK(meant("a b") == Mended{"0-0 "});
  CHECK(meant("explain (me|this user)[to {match}]") == Mended{"1-2 to {1}", "1-3 to {1-2}"});
  CHECK(meant("did not <past>[{do}]") == Mended{"2-3 {do 2}"});
  // Words left out go with a neighbour, and several changes are one.
  CHECK(meant("discuss about[]") == Mended{"0-2 {0}"});
  CHECK(meant("more[] faster") == Mended{"0-2 {1}"});
  CHECK(meant("discuss about[] .") == Mended{"0-2 {0}"});
  CHECK(meant("how it[does it] really works[{do}]") == Mended{"1-4 does it {2} {do 3}"});
}

TEST_CASE("a fault in brackets is told with its place") {
  CHECK(said("a [b]") == "3: a stray [");
  CHECK(said("a[b") == "4: a missing ]");
  CHECK(said("^[b] a") == "2: brackets stand right behind the words that are wrong");
  CHECK(said("(a[b] c)[d]") == "9: of these words brackets say already what is meant");
  CHECK(said("a[{me}]") ==
        "3: in brackets stand words, {match}, {do}, {does}, {did}, {done} and {doing}");
  CHECK(said("a b (c d)[{do}]") == "10: there are forms of a single word only");
  CHECK(said("a[]") == "4: with what is in brackets nothing is left of this pattern");
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

TEST_CASE("who writes a regex where a phrase stands is told what says the same") {
  CHECK(said("\\bfoo\\b").find("1: a phrase is made of whole words, so leave \\b out; ") == 0);
  CHECK(said("room \\d+").find("6: write <number> instead of \\d; ") == 0);
  CHECK(said("foo.*bar").find("4: write .. for a gap of up to three words") == 0);
  CHECK(said("foo .+ bar").find("5: write <word> for one word") == 0);
  CHECK(said("(?:foo|bar)").find("1: ( ) groups already, so leave ?: out") == 0);
  CHECK(said("the [a-z]+ one").find("write <word> or <number> instead of [a-z]") !=
        std::string::npos);
  CHECK(said("etc\\.").find("4: a mark stands for itself") == 0);
  CHECK(said("(?:foo|bar)").find("[[rule.regex]]") != std::string::npos);
  for (const char* const phrase : {"is this it?", "e.g. <word>", "x (.|$)", "a loose[lose] b", "2 * 3"})
    CHECK(said(phrase).empty());
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
  // Thirty thousand phrases do not grow to their end before that is said.
  std::string both;
  for (int pair = 0; pair < 15; ++pair) both += "(a|b) ";
  for (int word = 0; word < 2000; ++word) both += "w ";
  CHECK(said(both).find("too long") != std::string::npos);
}
