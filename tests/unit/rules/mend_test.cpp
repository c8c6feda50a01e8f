// What a phrase of a pack says is meant is offered where the phrase is found.
#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "engine/engine.hpp"

using namespace dsk;

namespace {

struct Offer {
  std::string reads;    // what "text" reads like with it; "-": there is none, "": nothing is found
  std::string message;
};

// The one change that a rule of this phrase offers.
Offer offered(const std::string& phrase, const std::string& text, bool by_act = false) {
  Options options;
  const std::string rule =
      "[[rule]]\nid = \"house-slip\"\ntitle = \"T\"\nmessage = \"A slip.\"\nwhy = \"w\"\n"
      "instead = \"i\"\nsource = [\"house\"]\nlevel = \"warning\"\n";
  const std::string in_act = by_act ? "acts = [\"slips\"]\n[[act]]\nname = \"slips\"\n" : "";
  options.add_lexicon("en", "house.toml",
                      "format = 1\n" + rule + in_act + "phrases = [\"" + phrase + "\"]\n");
  MailInput mail;
  mail.set("text", text);
  mail.set("fragment", "yes");
  const auto report = std::make_shared<Engine>(options)->check(mail);
  for (const ReportedFinding& one : report->findings) {
    if (one.rule->rule->id != "house-slip") continue;
    if (one.fixes.empty()) return {"-", std::string(one.message)};
    const auto& fix = one.fixes.front();
    CHECK(fix.safety == lexicon::Safety::preview);
    std::string all = text;
    return {all.replace(fix.body.begin, fix.body.size(), fix.replacement), std::string(one.message)};
  }
  return {};
}

std::string mended(const std::string& phrase, const std::string& text, bool by_act = false) {
  return offered(phrase, text, by_act).reads;
}

// What its message asks.
std::string asked(const std::string& phrase, const std::string& text) {
  return offered(phrase, text).message;
}

}  // namespace

TEST_CASE("the words that are meant stand in the place of those before the brackets") {
  CHECK(mended("zebra (crosing|crossin)[crossing]", "The Zebra crossin is new.") ==
        "The Zebra crossing is new.");
  CHECK(mended("zebra login[log in]", "Zebra login now.") == "Zebra log in now.");
  CHECK(mended("zebra it's[its] own", "A zebra it's own way.") == "A zebra its own way.");
  CHECK(mended("zebra crossing", "The zebra crossing is new.") == "-");
}

TEST_CASE("what an act says is meant is offered by the rule that has the act") {
  CHECK(mended("zebra crossin[crossing]", "The zebra crossin.", true) == "The zebra crossing.");
}

TEST_CASE("a capital stays one") {
  CHECK(mended("zebar[zebra] crossing", "Zebar crossing.") == "Zebra crossing.");
  CHECK(mended("very[] zebra", "Very zebra.") == "Zebra.");
}

TEST_CASE("words left out go with their space") {
  CHECK(mended("zebra about[] (it|the)", "We zebra about it.") == "We zebra it.");
  CHECK(mended("zebra about[]", "We zebra about.") == "We zebra.");
}

TEST_CASE("a word can be kept among those that are meant") {
  CHECK(mended("zebra (me|us)[to {match}]", "Zebra us the map.") == "Zebra to us the map.");
  CHECK(mended("how it[does it] zebra works[{do}]", "How it zebra works?") ==
        "How does it zebra work?");
}

TEST_CASE("a verb takes the form that is meant") {
  CHECK(mended("zebra did not <word>[{do}]", "Zebra did not received it.") ==
        "Zebra did not receive it.");
  CHECK(mended("zebra did not <word>[{do}]", "Zebra didn't found it.") == "Zebra didn't find it.");
  CHECK(mended("zebra <word>[{do}]", "Zebra stopped it.") == "Zebra stop it.");
  CHECK(mended("zebra <word>[{do}]", "Zebra pasted it.") == "Zebra paste it.");
  CHECK(mended("zebra <word>[{do}]", "Zebra attached it.") == "Zebra attach it.");
  CHECK(mended("zebra <word>[{do}]", "Zebra tries it.") == "Zebra try it.");
  CHECK(mended("zebra <word>[{does}]", "Zebra have it.") == "Zebra has it.");
  CHECK(mended("zebra <word>[{done}]", "Zebra wrote it.") == "Zebra written it.");
  CHECK(mended("zebra <word>[{doing}]", "Zebra hear it.") == "Zebra hearing it.");
  CHECK(mended("zebra <word>[{do}]", "Zebra xqzed it.") == "-");
}

TEST_CASE("a word in the place of a contraction stands apart from what that leaned on") {
  CHECK(mended("(am|is)[] zebra", "I'm zebra of it.") == "I zebra of it.");
  CHECK(mended("(am|is)[do] not zebra", "I’m not zebra of it.") == "I do not zebra of it.");
}

TEST_CASE("a noun has a plural and a singular") {
  CHECK(mended("these <word>[{does}] zebra", "These box zebra.") == "These boxes zebra.");
  CHECK(mended("each <word>[{do}] zebra", "Each uses zebra.") == "Each use zebra.");
  CHECK(mended("many <word>[{do}] zebra", "Many feedbacks zebra.") == "Many feedback zebra.");
}

TEST_CASE("quotes and emphasis within a phrase do not move what is meant") {
  CHECK(mended("zebra way loose[lose]", "The zebra “way” *loose* it.") ==
        "The zebra “way” *lose* it.");
}

TEST_CASE("of words written in one what is meant keeps its place") {
  CHECK(mended("zebra can not crosed[cross]", "A zebra cannot crosed.") == "A zebra cannot cross.");
  CHECK(mended("zebra can[could] not go", "A zebra can not go.") == "A zebra could not go.");
  CHECK(mended("zebra can[could] not go", "A zebra cannot go.") == "-");
}

TEST_CASE("the message says the found words as they read with the change") {
  CHECK(asked("its[it's] not", "Its not a zebra.") == "A slip. Did you mean “It's not”?");
  CHECK(asked("since[for] <word> zebras", "It is out since five zebras.") ==
        "A slip. Did you mean “for five zebras”?");
  CHECK(asked("zebra of[have] been", "A zebra of been.") == "A slip. Did you mean “zebra have been”?");
  CHECK(asked("zebra discuss about[]", "We zebra discuss about it.") ==
        "A slip. Did you mean “zebra discuss”?");
  // The change reaches farther than the found words.
  CHECK(asked("am[] agree", "I'm agree.") == "A slip. Did you mean “I agree”?");
  CHECK(asked("am[] zebra", "I'm\nzebra.") == "A slip. Did you mean “I zebra”?");
  CHECK(asked("its[it's] not", "Its\nnot a zebra.") == "A slip. Did you mean “It's not”?");
}

TEST_CASE("over the end of a line a change is offered whatever ends lines there") {
  CHECK(mended("very[] zebra", "It is very\nzebra.") == "It is zebra.");
  CHECK(mended("very[] zebra", "It is very\r\nzebra.\r\n") == "It is zebra.\r\n");
  CHECK(asked("since[for] five zebra", "Out since\r\nfive zebra.") ==
        "A slip. Did you mean “for five zebra”?");
}
