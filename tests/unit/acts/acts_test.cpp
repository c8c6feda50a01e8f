#include "acts/acts.hpp"

#include <doctest/doctest.h>

#include <string>

#include "acts/stage.hpp"

using namespace dsk;

namespace {

constexpr const char* kPack = R"(
format = 1
[[act]]
name = "regret"
phrases = ["sorry"]
unless = ["sorry if"]
[[act]]
name = "question"
phrases = ["can you", "what"]
ending = "question"
[[act]]
name = "request"
phrases = ["can you"]
implies = ["softened"]
unless_acts = ["regret"]
[[act]]
name = "softened"
[[act]]
name = "refusal"
phrases = ["we can not"]
)";

struct Read {
  lexicon::Language language;
  mail::Document document;
  Reading reading;
  match::Hits hits;
  Acts acts;

  explicit Read(std::string_view text)
      : language({lexicon::compile("en", {{"test.toml", kPack}}, nullptr)}),
        document(mail::read_text(text)),
        reading(read_own(document, {})),
        hits(match::find(reading, language.layers())),
        acts(find_acts(reading, hits, language)) {}
};

}  // namespace

TEST_CASE("an act is found in its sentence") {
  const Read it("I am sorry. Fine.");
  CHECK(it.acts.has_in("regret", 0));
  CHECK_FALSE(it.acts.has_in("regret", 1));
}

TEST_CASE("a guard in the same sentence takes the act back") {
  CHECK_FALSE(Read("Sorry if I missed it.").acts.has("regret"));
}

TEST_CASE("an act of questions needs the question mark") {
  CHECK(Read("Can you check?").acts.has("question"));
  CHECK_FALSE(Read("What a day.").acts.has("question"));
}

TEST_CASE("an act counts as those it implies and yields to those it is unless") {
  CHECK(Read("Can you check it").acts.has("softened"));
  const Read it("Sorry, can you check it");
  CHECK_FALSE(it.acts.has("request"));
  CHECK_FALSE(it.acts.has("softened"));
}

// What is said first is told, in whatever order a pack names its classes and acts.
TEST_CASE("the order of a pack changes no act") {
  const std::string head = "format = 1\n";
  const std::string kind = "[class.kind]\nwords = [\"fine\", \"good\"]\n";
  const std::string more = "[class.more]\nwords = [\"good\", \"better\"]\n";
  const std::string warm =
      "[[act]]\nname = \"warm\"\nphrases = [\"<kind> <more>\"]\nimplies = [\"nice\"]\n";
  const std::string glad =
      "[[act]]\nname = \"glad\"\nphrases = [\"so <more>\"]\nimplies = [\"nice\"]\n";
  const std::string nice = "[[act]]\nname = \"nice\"\n";
  const mail::Document document = mail::read_text("It is so good and fine better.");
  const Reading reading = read_own(document, {});
  for (const std::string& pack : {kind + more + warm + glad + nice, more + kind + nice + glad + warm}) {
    const lexicon::Language language({lexicon::compile("en", {{"a.toml", head + pack}}, nullptr)});
    const Acts acts = find_acts(reading, match::find(reading, language.layers()), language);
    REQUIRE(acts.named("nice").size() == 1);
    CHECK(acts.named("nice").front().first == 2);
    CHECK(acts.named("warm").size() == 1);
  }
}

TEST_CASE("an act the pack does not have is nowhere") { CHECK_FALSE(Read("Hi").acts.has("nonsense")); }

TEST_CASE("a layer that says what its pack says already does not count twice") {
  std::vector<lexicon::Pack> layers{lexicon::compile("en", {{"test.toml", kPack}}, nullptr)};
  layers.push_back(lexicon::compile("en", {{"own.toml", kPack}}, &layers.front()));
  const lexicon::Language language(std::move(layers));
  const mail::Document document = mail::read_text("I am sorry.");
  const Reading reading = read_own(document, {});
  const match::Hits hits = match::find(reading, language.layers());
  CHECK(find_acts(reading, hits, language).named("regret").size() == 1);
}

TEST_CASE("the strongest sign tells the stage") {
  const Read refusing("We can not do that. What do you see?");
  CHECK(infer_stage(refusing.document, refusing.acts, true, false) == lexicon::Stage::refusing);
  const Read asking("What do you see?");
  CHECK(infer_stage(asking.document, asking.acts, true, false) == lexicon::Stage::asking);
  const Read nothing("Fine.");
  CHECK(infer_stage(nothing.document, nothing.acts, true, false) == lexicon::Stage::first_reply);
  CHECK(infer_stage(nothing.document, nothing.acts, false, false) == lexicon::Stage::unknown);
}

TEST_CASE("a mail to more than ten is a broadcast whatever it says") {
  Read it("What do you see?");
  it.document.to.resize(11);
  CHECK(infer_stage(it.document, it.acts, true, false) == lexicon::Stage::broadcast);
}
