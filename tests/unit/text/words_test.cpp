#include "text/words.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dsk;

namespace {

// The tokens of a text, separated by a bar.
std::string cut(std::string_view text) {
  std::vector<Word> words;
  tokenise(text, {0, static_cast<std::uint32_t>(text.size())}, {}, words);
  std::string all;
  for (const Word& word : words) all += (all.empty() ? "" : "|") + std::string(word.span.of(text));
  return all;
}

Word first(std::string_view text) {
  std::vector<Word> words;
  tokenise(text, {0, static_cast<std::uint32_t>(text.size())}, {}, words);
  return words.at(0);
}

}  // namespace

TEST_CASE("an apostrophe cuts a contraction in two") {
  CHECK(cut("you're") == "you|'re");
  CHECK(cut("don't") == "do|n't");
  CHECK(cut("DON'T") == "DO|N'T");
  CHECK(cut("can't") == "ca|n't");
  CHECK(cut("l'envoi") == "l'|envoi");
  CHECK(cut("o'clock") == "o'|clock");
}

TEST_CASE("either apostrophe cuts and hashes alike") {
  CHECK(cut("don\u2019t") == "do|n\u2019t");
  std::vector<Word> straight, curly;
  const std::string a = "you've", b = "you\u2019ve";
  tokenise(a, {0, 6}, {}, straight);
  tokenise(b, {0, static_cast<std::uint32_t>(b.size())}, {}, curly);
  CHECK(straight[1].hash == curly[1].hash);
}

TEST_CASE("a hyphen parts words and is no word itself") {
  CHECK(cut("follow-up") == "follow|up");
  CHECK(cut("wait - now") == "wait|-|now");
}

TEST_CASE("the hash does not know capitals") {
  CHECK(first("Restart").hash == first("restart").hash);
  CHECK(first("ÜBER").hash == first("über").hash);
  CHECK(first("restart").hash == hash_folded("restart"));
}

TEST_CASE("numbers keep what belongs to them") {
  CHECK(cut("at 10:30, 2.5 GB") == "at|10:30|,|2.5|GB");
  CHECK(cut("100%") == "100%");
  CHECK(first("3pm").kind == WordKind::number);
}

TEST_CASE("marks fold to one shape and runs of dots are one mark") {
  CHECK(first("\u2026").mark == '~');
  CHECK(first("...").mark == '~');
  CHECK(first("\u201c").mark == '"');
  CHECK(first("\u2014").mark == '-');
}

TEST_CASE("the case of a word is told") {
  CHECK(first("Hello").letter_case == LetterCase::title);
  CHECK(first("hello").letter_case == LetterCase::lower);
  CHECK(first("HELLO").letter_case == LetterCase::upper);
  CHECK(first("McDonald").letter_case == LetterCase::mixed);
}

TEST_CASE("a stretch that is not prose is one word") {
  const std::string text = "see https://example.com/a?b now";
  std::vector<Word> words;
  tokenise(text, {0, static_cast<std::uint32_t>(text.size())},
           {{{4, 27}, mail::InlineKind::url}}, words);
  REQUIRE(words.size() == 3);
  CHECK(words[1].kind == WordKind::inline_item);
  CHECK(words[1].span == Span{4, 27});
}

TEST_CASE("malformed bytes are marks and not a fault") {
  CHECK(cut("a\xff z") == "a|\xff|z");
  CHECK(cut("") == "");
}

TEST_CASE("a hash is found among sorted ones wherever it stands and no other is") {
  std::vector<std::uint64_t> sorted;
  CHECK_FALSE(is_among(sorted, 0));
  for (std::uint64_t size = 1; size < 20; ++size) {
    sorted.push_back(size * 10);
    for (std::uint64_t hash = 0; hash <= size * 10 + 10; ++hash) {
      CAPTURE(size);
      CAPTURE(hash);
      CHECK(is_among(sorted, hash) == (hash > 0 && hash % 10 == 0 && hash <= size * 10));
    }
  }
}
