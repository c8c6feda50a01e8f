#include "lexicon/archive.hpp"

#include <doctest/doctest.h>

#include <cstring>

#include "error.hpp"
#include "lexicon/language.hpp"
#include "lexicon/packed_archive.hpp"

using namespace dsk;
using lexicon::Pack;

namespace {

std::string open_says(std::span<const std::byte> block) {
  try {
    lexicon::open(block);
  } catch (const Error& error) {
    CHECK(error.status == Status::lexicon);
    return error.what();
  }
  return "";
}

// Whole packs of any size would make the test slow; this one holds one of everything.
Pack compiled() {
  return lexicon::compile(
      "en",
      {{"test.toml",
        "format = 1\nabbreviations = [\"mr\"]\nstop_words = [\"the\"]\n[alias]\n\"'re\" = \"are\"\n"
        "[joined]\ncannot = \"can not\"\n[class.day]\nwords = [\"monday\"]\nsuffixes = [\"day\"]\n"
        "[[act]]\nname = \"a\"\nphrases = [\"on <day> $\"]\n[[rule]]\nid = \"r\"\ntitle = \"R\"\n"
        "message = \"m\"\nwhy = \"w\"\ninstead = \"i\"\nsource = [\"s\"]\nphrases = [\"b c\"]\n"
        "bad = [\"b c\"]\n[[rule.regex]]\npattern = \"x\"\n[[rule.fix]]\nreplace = \"y\"\n"
        "[[rule.grade]]\nlevel = \"off\"\n[[teaching]]\nid = \"t\"\ntext = \"t\"\n"
        "carried_by = [\"rule:r\"]\n[[profile]]\nname = \"p\"\nabout = \"A.\"\n"}},
      nullptr);
}

std::vector<std::byte> small() { return lexicon::write(compiled()); }

}  // namespace

TEST_CASE("a pack written and opened and written again is the same bytes") {
  const std::vector<std::byte> once = small();
  CHECK(lexicon::write(lexicon::open(once)) == once);
  const Pack english = lexicon::shipped("en").value();
  CHECK(lexicon::write(lexicon::open(lexicon::write(english))) == lexicon::write(english));
}

TEST_CASE("a pack packed and opened is the same pack") {
  const std::vector<std::byte> once = small();
  const std::vector<std::byte> packed = lexicon::write_packed(lexicon::open(once));
  CHECK(lexicon::write(lexicon::open_packed(packed)) == once);
  const Pack english = *lexicon::shipped("en");
  const std::vector<std::byte> travels = lexicon::write_packed(english);
  CHECK(lexicon::write(lexicon::open_packed(travels)) == lexicon::write(english));
  CHECK(travels.size() * 2 < lexicon::write(english).size());
}

TEST_CASE("a pack that knows its words travels with them in place of their hashes") {
  const Pack pack = compiled();
  CHECK_FALSE(pack.words.empty());
  const std::vector<std::byte> packed = lexicon::write_packed(pack);
  CHECK(lexicon::write(lexicon::open_packed(packed)) == small());
  CHECK(packed.size() < lexicon::write_packed(lexicon::open(small())).size());
}

TEST_CASE("a packed pack cut short is refused") {
  std::vector<std::byte> packed = lexicon::write_packed(lexicon::open(small()));
  CHECK_THROWS_AS(lexicon::open_packed(std::span(packed).first(8)), Error);
  CHECK_THROWS_AS(lexicon::open_packed(std::span(packed).first(packed.size() - 1)), Error);
}

TEST_CASE("every string of an opened pack ends in a NUL") {
  const std::vector<std::byte> block = small();
  const Pack pack = lexicon::open(block);
  CHECK(std::strlen(pack.language.data()) == pack.language.size());
  CHECK(std::strlen(pack.rules[0].message.data()) == pack.rules[0].message.size());
  CHECK(std::strlen(pack.acts[0].strength.data()) == 0);
}

TEST_CASE("a pack cut short anywhere is refused and never read past its end") {
  const std::vector<std::byte> block = small();
  for (std::size_t size = 8; size < block.size(); ++size) {
    // A copy of exactly this size, so that a sanitiser sees a read too far.
    const std::vector<std::byte> cut(block.begin(),
                                     block.begin() + static_cast<std::ptrdiff_t>(size));
    CAPTURE(size);
    REQUIRE(open_says(cut) == "this compiled rule pack is cut short; build it again");
  }
}

TEST_CASE("a pack of another version is refused") {
  std::vector<std::byte> block = small();
  block[0] ^= std::byte{1};
  CHECK(open_says(block) == "this compiled rule pack is of another version; build it again");
  CHECK(open_says({}) == "this compiled rule pack is cut short; build it again");
}
