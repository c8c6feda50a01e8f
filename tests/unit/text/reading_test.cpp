#include "text/reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace dsk;

namespace {

Abbreviations abbreviations() {
  Abbreviations all{hash_folded("dr"), hash_folded("e"), hash_folded("g"), hash_folded("approx")};
  std::sort(all.begin(), all.end());
  return all;
}

// The sentences of a text, separated by a bar, line breaks shown as a slash.
std::string sentences(std::string_view text) {
  const mail::Document document = mail::read_text(text);
  const Reading reading = read_own(document, abbreviations());
  std::string all;
  for (const Sentence& sentence : reading.sentences)
    all += (all.empty() ? "" : "|") + std::string(reading.of(sentence));
  std::replace(all.begin(), all.end(), '\n', '/');
  return all;
}

}  // namespace

TEST_CASE("a sentence ends at its mark") {
  CHECK(sentences("It works. Does it? Yes!") == "It works.|Does it?|Yes!");
  CHECK(sentences("Really?! He said \"no.\" Fine.") == "Really?!|He said \"no.\"|Fine.");
}

TEST_CASE("an abbreviation or an initial or a dot inside a word ends nothing") {
  CHECK(sentences("Ask Dr. Weiss about it.") == "Ask Dr. Weiss about it.");
  CHECK(sentences("J. Smith wrote this.") == "J. Smith wrote this.");
  CHECK(sentences("Use e.g. the other port.") == "Use e.g. the other port.");
  CHECK(sentences("It is version 2.5 now.") == "It is version 2.5 now.");
}

TEST_CASE("a wrapped line goes on and a line broken on purpose does not") {
  CHECK(sentences("We have looked at the log that you sent us this morning and found\n"
                  "that the disk is full.") ==
        "We have looked at the log that you sent us this morning and found/that the disk is full.");
  CHECK(sentences("Hi Ann,\nThanks for the log.") == "Hi Ann,|Thanks for the log.");
  CHECK(sentences("Kind regards\nAl") == "Kind regards|Al");
}

TEST_CASE("every list item is a sentence of its own") {
  CHECK(sentences("Please do this:\n- Open the app\n- Click Save\n") ==
        "Please do this:|Open the app|Click Save");
}

TEST_CASE("a quoted line is no sentence of the author") {
  CHECK(sentences("Yes.\n\n> Does it work?\n\nIt does.") == "Yes.|It does.");
}

TEST_CASE("the ending tells a question") {
  const mail::Document document = mail::read_text("Could you check? Thanks.");
  const Reading reading = read_own(document, {});
  REQUIRE(reading.sentences.size() == 2);
  CHECK(reading.sentences[0].ending == Ending::question);
  CHECK(reading.sentences[1].ending == Ending::stop);
  CHECK(reading.word_count == 4);
}

TEST_CASE("an empty text has no sentences") { CHECK(sentences("") == ""); }
