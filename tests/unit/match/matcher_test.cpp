#include "match/matcher.hpp"

#include <doctest/doctest.h>

#include <string>

#include "lexicon/loader.hpp"

using namespace dsk;

namespace {

// The words an act's one phrase finds in a text, hits separated by a bar.
std::string found(const std::string& phrase, std::string_view text, const std::string& more = "") {
  const std::string toml = "format = 1\n" + more + "\n[[act]]\nname = \"a\"\nphrases = [\"" +
                           phrase + "\"]\n";
  const std::vector<lexicon::Pack> layers{lexicon::compile("en", {{"test.toml", toml}}, nullptr)};
  const mail::Document document = mail::read_text(text);
  const Reading reading = read_own(document, {});
  const match::Hits hits = match::find(reading, layers);
  std::string all;
  for (const match::Hit& hit : hits.of(layers[0].acts[0].phrases))
    all += (all.empty() ? "" : "|") + std::string(reading.of(reading.span_of(hit.first, hit.last)));
  return all;
}

}  // namespace

TEST_CASE("words match without regard to case or line breaks") {
  CHECK(found("as I said", "As i SAID, no.") == "As i SAID");
  CHECK(found("no trace of this", "There is no trace of\nthis.") == "no trace of\nthis");
  CHECK(found("as I said", "She has a saidboard as I.").empty());
}

TEST_CASE("alternatives and optional parts mean every way to say it") {
  const std::string phrase = "as (I|we) (already)? said";
  CHECK(found(phrase, "as we already said") == "as we already said");
  CHECK(found(phrase, "as I said") == "as I said");
  CHECK(found(phrase, "as they said").empty());
}

TEST_CASE("a gap is bounded") {
  CHECK(found("you failed ..2 to", "you failed once again to") == "you failed once again to");
  CHECK(found("you failed ..2 to", "you failed once or twice to").empty());
  CHECK(found("you failed ..2 to", "you failed to") == "you failed to");
}

TEST_CASE("gaps behind one word are each as long as they say") {
  const std::string phrase = "(you failed ..2 to|you failed ..4 at|you failed again|you failed)";
  CHECK(found(phrase, "you failed once or to") == "you failed once or to");
  CHECK(found(phrase, "you failed once or twice to") == "you failed");
  CHECK(found(phrase, "you failed once or twice or at") == "you failed once or twice or at");
  CHECK(found(phrase, "you failed once or twice or more at") == "you failed");
  CHECK(found(phrase, "you failed once again") == "you failed");
  CHECK(found(phrase, "you failed once, to") == "you failed once, to");
}

TEST_CASE("a gap is one node where the same goes on from each of its words") {
  const auto nodes = [](const std::string& phrase) {
    const std::string toml = "format = 1\n[[act]]\nname = \"a\"\nphrases = [\"" + phrase + "\"]\n";
    return lexicon::compile("en", {{"test.toml", toml}}, nullptr).nodes.size();
  };
  CHECK(nodes("you ..5 to") == nodes("you to"));
  CHECK(nodes("(you ..5 to|you ..2 at)") == nodes("you to") + 1);
}

TEST_CASE("a verb in braces stands for all its forms") {
  CHECK(found("{write} to us", "wrote to us") == "wrote to us");
  CHECK(found("{stop} it", "stopping it") == "stopping it");
  CHECK(found("{be} late", "were late") == "were late");
}

TEST_CASE("a class stands for its words") {
  const std::string days = "[class.day]\nwords = [\"monday\", \"tuesday\"]";
  CHECK(found("on <day>", "See you on Tuesday.", days) == "on Tuesday");
  CHECK(found("on <day>", "on holiday", days).empty());
  CHECK(found("at <number>", "at 10:30") == "at 10:30");
}

TEST_CASE("a class by endings leaves its exceptions out") {
  const std::string gerund = "[class.gerund]\nsuffixes = [\"ing\"]\nexcept = [\"thing\"]";
  CHECK(found("<gerund> it", "restarting it", gerund) == "restarting it");
  CHECK(found("<gerund> it", "thing it", gerund).empty());
}

TEST_CASE("a phrase at a start begins the sentence or a clause after a break") {
  CHECK(found("^ restart", "Restart it.") == "Restart");
  CHECK(found("^ restart", "Then I restart it.").empty());
  CHECK(found("^ restart", "One thing: restart it.") == "restart");
  const std::string hello = "[class.salutation]\nwords = [\"hi\"]";
  CHECK(found("^ restart", "Hi Ann, restart it.", hello) == "restart");
  CHECK(found("^ restart", "After lunch, restart it.", hello).empty());
}

TEST_CASE("an emoji before a phrase does not take its start away") {
  CHECK(found("^ turn it off", "\U0001F642 Turn it off.") == "Turn it off");
  CHECK(found("^ turn it off", "Please \U0001F642 turn it off.").empty());
}

TEST_CASE("a handle says whom a post is for and does not take its start away") {
  CHECK(found("^ turn it off", "@ann_b Turn it off.") == "Turn it off");
  CHECK(found("^ turn it off", "@116399 Turn it off.") == "Turn it off");
  CHECK(found("^ turn it off", "Ask @ann_b turn it off.").empty());
}

TEST_CASE("a phrase at an end closes the sentence") {
  CHECK(found("thank you $", "Well, thank you!") == "thank you");
  CHECK(found("thank you $", "Well, thank you all.").empty());
}

TEST_CASE("words of any kind that open a phrase belong to it") {
  CHECK(found("<word> <word> again", "We see this (once) again.") == "this (once) again");
  CHECK(found("<word> again", "Again, 2 again.").empty());
  CHECK(found("<word> again $", "Restart it again, please. It fails again!") == "fails again");
  CHECK(found("(<word>)? again", "Once again and again") == "Once again|and again");
  CHECK(found("<word> (again|only)", "it only again stops") == "it only");
}

TEST_CASE("contractions are read as the long form") {
  const std::string aliases = "[alias]\n\"'ve\" = \"have\"\n\"n't\" = \"not\"\n[joined]\ncannot = "
                              "\"can not\"\n";
  CHECK(found("you have failed", "You've failed.", aliases) == "You've failed");
  CHECK(found("do not", "We don\u2019t.", aliases) == "don\u2019t");
  CHECK(found("can not help", "We cannot help.", aliases) == "cannot help");
}

TEST_CASE("quotes and emphasis inside a phrase are read through") {
  CHECK(found("you must not", "you *must* not") == "you *must* not");
  CHECK(found("as I said", "as I \u201csaid") == "as I \u201csaid");
}

TEST_CASE("of overlapping hits the first and longest stays") {
  CHECK(found("(sorry|sorry about this)", "sorry about this") == "sorry about this");
}

TEST_CASE("text in code and links matches nothing") {
  CHECK(found("as I said", "see https://x.example/as-I-said").empty());
}
