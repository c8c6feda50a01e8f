// The strict loader: whatever it does not know it names with file, line and column.
#include "lexicon/loader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "error.hpp"

using namespace dsk;
using lexicon::Pack;

namespace {

Pack compile(const std::string& toml) {
  return lexicon::compile("en", {{"test.toml", toml}}, nullptr);
}

// What the loader says, without the "test.toml:" before it; "" where it takes the file.
std::string said(const std::string& toml) {
  try {
    compile(toml);
  } catch (const Error& error) {
    CHECK(error.status == Status::lexicon);
    const std::string text = error.what();
    const std::string place =
        "test.toml:" + std::to_string(error.line) + ":" + std::to_string(error.column) + ": ";
    REQUIRE(text.substr(0, place.size()) == place);
    return std::to_string(error.line) + ":" + std::to_string(error.column) + ": " +
           text.substr(place.size());
  }
  return "";
}

const std::string kRule =
    "format = 1\n"
    "[[rule]]\n"
    "id = \"tone-a\"\n"
    "title = \"A\"\n"
    "pillar = \"tone\"\n"
    "message = \"m\"\n"
    "why = \"w\"\n"
    "instead = \"i\"\n"
    "source = [\"s\"]\n";

std::string rule_with(const std::string& line) { return kRule + line + "\n"; }

std::string without(std::string_view key) {
  std::string text = kRule;
  const std::size_t begin = text.find("\n" + std::string(key) + " =");
  text.erase(begin, text.find('\n', begin + 1) - begin);
  return text;
}

}  // namespace

TEST_CASE("a file that is no TOML is refused where it goes wrong") {
  CHECK(said("format = 1\nabbreviations = [\n").substr(0, 2) == "2:");
  CHECK(said("format = = 1").substr(0, 4) == "1:10");
  // toml++ 3.3 asserts that these cannot be; the fuzzer found that they can.
  CHECK(said("format = 1\n[\n").substr(0, 4) == "2:2:");
  CHECK(said("format = 1\n[?a]\n").substr(0, 4) == "2:2:");
  CHECK(said("format = 1\n\u00e9 = 1\n").substr(0, 2) == "2:");
}

TEST_CASE("a pack says which format it is written in") {
  CHECK(said("") == "1:1: a rule pack begins with the line: format = 1");
  CHECK(said("format = 2").find("1:10: only format 1 can be read here; write format = 1") == 0);
  CHECK(said("format = 1").empty());
}

TEST_CASE("a key there is not is named with the one that may have been meant") {
  CHECK(said("format = 1\nabreviations = []") ==
        "2:1: a rule pack has no key \"abreviations\"; did you mean \"abbreviations\"?");
  CHECK(said("format = 1\ncolour = 1")
            .find("2:1: a rule pack has no key \"colour\"; it can have: abbreviations, act, ") == 0);
  CHECK(said(rule_with("phrase = [\"a\"]")) ==
        "10:1: [[rule]] has no key \"phrase\"; did you mean \"phrases\"?");
  CHECK(said("format = 1\n[[act]]\nname = \"a\"\nphrase = \"b\"") ==
        "4:1: [[act]] has no key \"phrase\"; did you mean \"phrases\"?");
}

TEST_CASE("what nothing is filled in for in a message is told with the near one") {
  const auto with = [](std::string_view message) {
    std::string text = rule_with("phrases = [\"a\"]");
    return text.replace(text.find("\"m\""), 3, "\"" + std::string(message) + "\"");
  };
  CHECK(said(with("“{mtach}” is new.")).find(
            "6:11: \"mtach\" is no thing that is filled in (did you mean match?); it can be: ") == 0);
  CHECK(said(with("“{word}” is new.")).find("\"word\" is no thing that is filled in; ") !=
        std::string::npos);
  for (const char* const message : {"“{match}”, {count} of {name}", "{{first_name}} is open", "{ }", "{"})
    CHECK(said(with(message)).empty());
}

TEST_CASE("a rule that lacks a field is told which") {
  for (const std::string key : {"id", "title", "message", "why", "instead"}) {
    CAPTURE(key);
    CHECK(said(without(key)).find(" needs a \"" + key + "\"") != std::string::npos);
  }
  CHECK(said(without("source")).find("needs a \"source\": where it is from") != std::string::npos);
}

TEST_CASE("a value of the wrong type is told what it has to be") {
  CHECK(said(rule_with("blocks = \"yes\"")) == "10:10: \"blocks\" has to be true or false");
  CHECK(said(rule_with("max = -1")) ==
        "10:7: \"max\" has to be a whole number, at most a million");
  CHECK(said(rule_with("phrases = 3")) == "10:11: \"phrases\" has to be a list: phrases = [\"...\", \"...\"]");
  CHECK(said(rule_with("phrases = [\"a\", 3]")) == "10:17: \"phrases\" has to hold texts in quotes only");
  CHECK(said(rule_with("family = 1")) == "10:10: \"family\" has to be a string");
}

TEST_CASE("a regex is told where it names a pattern that the pack has not") {
  CHECK(said(rule_with("[[rule.regex]]\npattern = \"a{lamp}\"")) ==
        "11:11: there is no pattern \"lamp\"; define it under [pattern]");
}

TEST_CASE("a choice lists what it can be") {
  CHECK(said(rule_with("level = \"loud\"")) ==
        "10:9: \"loud\" is no level; it can be: coach, suggestion, warning, error");
  CHECK(said(rule_with("stages = [\"begging\"]")).find("\"begging\" is no stage") !=
        std::string::npos);
  CHECK(said(rule_with("needs = [\"luck\"]")).find("\"luck\" is no thing that a rule can need; it can be: incoming, ") !=
        std::string::npos);
  CHECK(said(rule_with("[[rule.regex]]\npattern = \"4\"\ncheck = \"lunh\""))
            .find("\"lunh\" is no check (did you mean luhn?); it can be: none, luhn, digit, four-digits, mixed") !=
        std::string::npos);
}

TEST_CASE("a value that is one of a few is never taken on trust") {
  // Each with the lines that make it right, a wrong value in the place of ?, and the one meant.
  const struct {
    std::string lines, wrong, right;
  } values[] = {
      {"kind = \"?\"", "phrse", "phrase"},
      {"kind = \"mechanics\"\ncheck = \"?\"", "emty-reply", "empty-reply"},
      {"kind = \"thread\"\ncheck = \"?\"", "unaskd", "unasked"},
      {"kind = \"spelling\"\ncheck = \"?\"", "unknown-wrd", "unknown-word"},
      {"kind = \"ledger\"\ncheck = \"?\"", "overdo", "overdue"},
      {"kind = \"limit\"\ncheck = \"?\"", "once-per-sentense", "once-per-sentence"},
      {"level = \"?\"", "eror", "error"},
      {"default = \"?\"", "profil", "profile"},
      {"reads = \"?\"", "al", "all"},
      {"needs = [\"date\", \"?\"]", "subjct", "subject"},
      {"stages = [\"?\"]", "fixxing", "fixing"},
      {"not_stages = [\"?\"]", "fixxing", "fixing"},
      {"profile = [\"?\"]", "lop=open-door", "loop"},
      {"not_profile = [\"?\"]", "lop=open-door", "loop"},
      {"ending = \"?\"", "qestion", "question"},
      {"where = \"?\"", "frist", "first"},
      {"[[rule.grade]]\nlevel = \"?\"", "of", "off"},
      {"[[rule.grade]]\nstages = \"?\"", "fixxing", "fixing"},
      {"[[rule.grade]]\nprofile = \"?\"", "abus=yes", "abuse"},
      {"[[rule.fix]]\nreplace = \"x\"\nsafety = \"?\"", "saf", "safe"},
      {"[[rule.fix]]\nrewrite = \"?\"", "delet", "delete"},
      {"[[rule.regex]]\npattern = \"4\"\ncheck = \"?\"", "luhm", "luhn"},
      {"acts = [\"?\"]\n[[act]]\nname = \"regret\"", "regrt", "regret"},
      {"[[act]]\nname = \"regret\"\nending = \"?\"", "statment", "statement"},
      {"[[act]]\nname = \"regret\"\nstrength = \"s\"\npillar = \"?\"", "tome", "tone"},
      {"[[profile]]\nname = \"p\"\nabout = \"a\"\n[profile.keys]\n? = \"yes\"", "abus", "abuse"},
      {"[[profile]]\nname = \"p\"\nabout = \"a\"\n[profile.rules]\n\"?\" = \"off\"", "tone-b", "tone-a"},
      {"[[teaching]]\nid = \"T\"\ntext = \"t\"\ncarried_by = \"rule:?\"", "tone-b", "tone-a"},
  };
  for (const auto& one : values) {
    CAPTURE(one.lines);
    const auto with = [&](const std::string& value) {
      std::string lines = one.lines;
      return said(rule_with(lines.replace(lines.find('?'), 1, value)));
    };
    const std::string fault = with(one.wrong);
    CHECK(fault.find("\"" + one.wrong.substr(0, one.wrong.find('='))) != std::string::npos);
    CHECK(fault.find("did you mean " + one.right + "?") != std::string::npos);
    if (one.wrong.find('=') == std::string::npos) CHECK(with(one.right).empty());
  }
}

TEST_CASE("a condition or a setting that can never hold is told with what can be") {
  CHECK(said(rule_with("profile = [\"abuse=yes\", \"loop=closed\"]")) ==
        "10:25: \"loop=closed\" never holds; after \"loop=\" stands one of: open-door, stay-with-user");
  CHECK(said(rule_with("not_profile = \"internal\"")).find("after \"internal=\" stands one of: no, yes") !=
        std::string::npos);
  const std::string profile = "[[profile]]\nname = \"p\"\nabout = \"a\"\n";
  CHECK(said(rule_with(profile + "[profile.keys]\nabuse = \"maybe\"")).find("14:1: ") == 0);
  CHECK(said(rule_with(profile + "[profile.rules]\n\"tone-*\" = \"loud\"")).find("14:1: ") == 0);
  CHECK(said(rule_with(profile + "[profile.rules]\n\"tone-*\" = \"off\"")).empty());
}

TEST_CASE("a rule has a check only where its kind has, and where it must") {
  CHECK(said(rule_with("check = \"gushing\"")) == "10:9: a rule of the kind \"phrase\" has no \"check\"");
  CHECK(said(rule_with("kind = \"thread\"")).find("a rule of the kind \"thread\" needs a \"check\"") !=
        std::string::npos);
  CHECK(said(rule_with("kind = \"mechanics\"\nphrases = \"a\"")).empty());
}

TEST_CASE("a match begins with every literal that its regex needs or with none") {
  const auto with_needs = [](const std::string& needs) {
    return said(rule_with("[[rule.regex]]\npattern = \"pin|code\"\nneeds = " + needs));
  };
  CHECK(with_needs(R"(["^pin", "^code"])").empty());
  CHECK(with_needs(R"(["pin", "code"])").empty());
  CHECK(with_needs(R"(["^pin", "code"])").find("stand behind a ^") != std::string::npos);
  CHECK(with_needs(R"(["pin", "^code"])").find("stand behind a ^") != std::string::npos);
  CHECK(with_needs(R"(["^"])").find("is not empty") != std::string::npos);
}

TEST_CASE("a phrase that does not parse is quoted with the place in it") {
  CHECK(said(rule_with("phrases = [\"fine\", \"as (I said\"]")) ==
        "10:20: the phrase \"as (I said\", at its character 11: a ( is never closed");
  CHECK(said(rule_with("phrases = [\"on <day>\"]")) ==
        "10:12: the phrase \"on <day>\": there is no word class <day>; define it in a [class.day] "
        "table");
}

TEST_CASE("brackets stand where something can be offered") {
  CHECK(said(rule_with("phrases = [\"may loose[lose]\"]")) == "");
  CHECK(said(rule_with("phrases = [\"may\", \"may loose[{lose}]\"]")) ==
        "10:19: the phrase \"may loose[{lose}]\", at its character 11: in brackets stand words, "
        "{match}, {do}, {does}, {did}, {done} and {doing}");
  CHECK(said(rule_with("unless = [\"may loose[lose]\"]")) ==
        "10:11: the phrase \"may loose[lose]\", at its character 10: nothing is offered for this "
        "phrase; leave out the brackets");
}

TEST_CASE("of a rule that finds no phrases a phrase offers nothing") {
  for (const std::string kind : {"require", "limit", "pair", "thread", "mechanics", "spelling"}) {
    CAPTURE(kind);
    CHECK(said(rule_with("kind = \"" + kind + "\"\nphrases = [\"may loose[lose]\"]")) ==
          "11:12: the phrase \"may loose[lose]\", at its character 10: nothing is offered for this "
          "phrase; leave out the brackets");
  }
}

TEST_CASE("a pattern is told where its name can be no name or is taken") {
  const std::string fault = "a pattern's name is of a-z, 0-9 and -, and begins with a letter";
  CHECK(said("format = 1\n[pattern]\nsha256 = \"x\"").empty());
  CHECK(said("format = 1\n[pattern]\na = \"x\"\nSha = \"x\"") == "4:1: " + fault);
  for (const std::string name : {"2fa", "-a", "a_b", "\"\"", "\"a b\"", "\"2,4\""}) {
    CAPTURE(name);
    CHECK(said("format = 1\n[pattern]\n" + name + " = \"x\"") == "3:1: " + fault);
  }
  const std::string colours = "format = 1\n[pattern]\ncolour = \"red\"\n";
  CHECK_THROWS_WITH_AS(lexicon::compile("en", {{"1", colours}, {"2", colours}}, nullptr),
                       "2:3:1: the pattern \"colour\" stands in another file already", Error);
}

TEST_CASE("a regex that does not compile is told where it stands") {
  CHECK(said(rule_with("[[rule.regex]]\npattern = \"a(b\"")) ==
        "11:11: the regex does not compile: missing closing parenthesis");
  CHECK(said("format = 1\n[pattern]\nhalf = \"a{2}[b\"\n" + rule_with("[[rule.regex]]\npattern = \"{half}\"").substr(11))
            .find("13:11: the regex does not compile: ") == 0);
}

TEST_CASE("what a regex needs is looked for in lower case, however it is written") {
  const Pack pack = compile(rule_with("[[rule.regex]]\npattern = \"LT-\"\nneeds = [\"LT-\", \"É\"]"));
  CHECK(pack.rules[0].regexes[0].needs == std::vector<std::string_view>{"lt-", "é"});
}

TEST_CASE("a fix names a rewrite that there is") {
  CHECK(said(rule_with("[[rule.fix]]\nrewrite = \"delete\"")).empty());
  const std::string fault = said(rule_with("[[rule.fix]]\nrewrite = \"nonsense\""));
  CHECK(fault.find("11:11: \"nonsense\" is no rewrite; it can be: ") == 0);
  CHECK(fault.find("command-to-request, delete, ") != std::string::npos);
}

TEST_CASE("each act that is wrong after its signal has one") {
  const std::string acts = "[[act]]\nname = \"a\"\nphrases = \"x\"\n[[act]]\nname = \"b\"\nphrases = \"y\"\n";
  const auto with = [&](const std::string& check, const std::string& signals) {
    return said(rule_with("kind = \"thread\"\ncheck = \"" + check + "\"\nacts = [\"a\", \"b\"]\n" +
                          "when_acts = " + signals + "\n" + acts));
  };
  CHECK(with("wrong-after-its-signal", "[\"b\", \"a\"]").empty());
  CHECK(with("wrong-after-signal", "[\"b\"]").empty());
  CHECK(with("wrong-after-its-signal", "[\"b\"]") ==
        "13:13: of each of \"acts\" the signal stands in the same place of \"when_acts\"; here are 2 "
        "and 1");
}

TEST_CASE("an act has to be defined before a rule can name it") {
  CHECK(said(rule_with("acts = [\"greeting\"]")) ==
        "10:9: there is no act \"greeting\"; define it in an [[act]]");
  CHECK(said(rule_with("acts = [\"greeting\"]\n[[act]]\nname = \"greeting\"\nphrases = [\"^ hi\"]"))
            .empty());
}

TEST_CASE("acts and rules of one pack stand once") {
  CHECK(said("format = 1\n[[act]]\nname = \"a\"\nphrases = [\"x\"]\n[[act]]\nname = \"a\"\n"
             "phrases = [\"y\"]") == "6:8: the act \"a\" is defined twice");
  CHECK(said(kRule + kRule.substr(kRule.find("[[rule]]"))) ==
        "11:6: the rule \"tone-a\" stands here twice");
}

TEST_CASE("a strength belongs to a pillar and a pillar to a strength") {
  const std::string act = "format = 1\n[[act]]\nname = \"a\"\nphrases = [\"x\"]\n";
  CHECK(said(act + "strength = \"Well done.\"").find("both a \"pillar\" and a \"strength\"") !=
        std::string::npos);
  CHECK(said(act + "strength = \"Well done.\"\npillar = \"tone\"").empty());
  CHECK(said(act + "strength = \"Well done.\"\npillar = \"tone\"\nstrength_times = 2\n"
                   "strength_unless = [\"a\"]").empty());
  for (const char* const more : {"strength_times = 2", "strength_unless = [\"a\"]"})
    CHECK_MESSAGE(said(act + more) != "", more);
}

TEST_CASE("a fix either replaces or rewrites") {
  const std::string wanted = "a fix has either \"replace\" or \"rewrite\"";
  CHECK(said(rule_with("[[rule.fix]]\nsafety = \"safe\"")).find(wanted) != std::string::npos);
  CHECK(said(rule_with("[[rule.fix]]\nreplace = \"a\"\nrewrite = \"delete\"")).find(wanted) !=
        std::string::npos);
  CHECK(said(rule_with("[[rule.fix]]\nreplace = \"\"")).empty());
}

TEST_CASE("an example is a text or a table of the parts a mail has") {
  CHECK(said(rule_with("bad = [1]")).find("an example is a string or a table of parts") !=
        std::string::npos);
  CHECK(said(rule_with("bad = [{ texts = \"a\" }]")) == "10:10: a mail has no part \"texts\" (did you mean text?)");
  CHECK(said(rule_with("bad = [{ text = 1 }]")).find("write a string or a list of strings here") !=
        std::string::npos);
  const Pack pack = compile(rule_with("bad = [\"a\", { text = \"b\", attachment = [\"c\", \"d\"] }]"));
  REQUIRE(pack.rules.size() == 1);
  const std::vector<lexicon::Example> examples = lexicon::examples_of(pack.rules[0]);
  REQUIRE(examples.size() == 2);
  CHECK(examples[0].parts[1].name == "fragment");
  CHECK(examples[1].parts[0].name == "attachment");
  CHECK(examples[1].parts[0].value == "c\nd");
}

TEST_CASE("tables that come as lists are written in two brackets") {
  for (const std::string key : {"act", "rule", "teaching", "profile"}) {
    CAPTURE(key);
    CHECK(said("format = 1\n[" + key + "]\nname = \"a\"").find("write [[" + key + "]]") !=
          std::string::npos);
  }
  CHECK(said("format = 1\nrule = [1]").find("write [[rule]]") != std::string::npos);
}

TEST_CASE("a teaching says what carries it") {
  CHECK(said("format = 1\n[[teaching]]\nid = \"S0-1\"\ntext = \"t\"")
            .find("a teaching says in \"carried_by\" what carries it") != std::string::npos);
}

TEST_CASE("a rule pack reads back as it was written") {
  const Pack pack = compile(
      "format = 1\n"
      "[[act]]\nname = \"sorry\"\nphrases = [\"sorry\"]\n"
      "[[rule]]\nid = \"tone-b\"\ntitle = \"B\"\npillar = \"trust\"\nkind = \"pair\"\n"
      "level = \"error\"\nmessage = \"m\"\nwhy = \"w\"\ninstead = \"i\"\nsource = \"one\"\n"
      "aliases = [\"tone-old\"]\nblocks = true\nneeds = [\"incoming\", \"date\"]\n"
      "stages = [\"asking\"]\nacts = [\"sorry\"]\nwindow = 3\nreads = \"all\"\nlists = false\n"
      "default = \"profile\"\nprofile = [\"loop=stay-with-user\"]\n"
      "[[rule.grade]]\nlevel = \"coach\"\nacts = [\"sorry\"]\n"
      "[[rule.fix]]\nreplace = \"x\"\nsafety = \"safe\"\n"
      "[[profile]]\nname = \"p\"\nabout = \"About.\"\nkeys = { loop = \"open-door\" }\n"
      "rules = { \"tone-*\" = \"off\" }\n"
      "[[teaching]]\nid = \"S0-1\"\ntext = \"t\"\ncarried_by = [\"rule:tone-b\"]\n");
  REQUIRE(pack.rules.size() == 1);
  const lexicon::Rule& rule = pack.rules[0];
  CHECK(rule.id == "tone-b");
  CHECK(rule.kind == lexicon::RuleKind::pair);
  CHECK(rule.level == lexicon::Level::error);
  CHECK(rule.pillar == "trust");
  CHECK(rule.aliases == std::vector<std::string_view>{"tone-old"});
  CHECK(rule.sources == std::vector<std::string_view>{"one"});
  CHECK(rule.blocks);
  CHECK_FALSE(rule.on);
  CHECK_FALSE(rule.reads_own);
  CHECK_FALSE(rule.in_lists);
  CHECK((rule.needs & lexicon::needs_incoming) != 0);
  CHECK((rule.needs & lexicon::needs_date) != 0);
  CHECK((rule.needs & lexicon::needs_subject) == 0);
  CHECK(rule.stages == lexicon::bit(lexicon::Stage::asking));
  CHECK(rule.window == 3);
  REQUIRE(rule.grades.size() == 1);
  CHECK(rule.grades[0].level == lexicon::Level::coach);
  REQUIRE(rule.fixes.size() == 1);
  CHECK(rule.fixes[0].safety == lexicon::Safety::safe);
  REQUIRE(pack.profiles.size() == 1);
  CHECK(pack.profiles[0].rules[0].name == "tone-*");
  REQUIRE(pack.teachings.size() == 1);
  CHECK(pack.teachings[0].carriers == "rule:tone-b");
}

TEST_CASE("rules come sorted by id from whichever file") {
  const auto file = [](const std::string& id) {
    std::string text = kRule;
    return text.replace(text.find("tone-a"), 6, id);
  };
  const Pack pack = lexicon::compile("en", {{"1", file("b")}, {"2", file("a")}, {"3", file("c")}},
                                     nullptr);
  REQUIRE(pack.rules.size() == 3);
  CHECK(pack.rules[0].id == "a");
  CHECK(pack.rules[2].id == "c");
}

TEST_CASE("words of one file serve the phrases of another") {
  const Pack pack = lexicon::compile(
      "en",
      {{"acts", "format = 1\n[[act]]\nname = \"a\"\nphrases = [\"on <day>\"]\n"},
       {"words", "format = 1\n[class.day]\nwords = [\"monday\"]\n"}},
      nullptr);
  CHECK(pack.acts.size() == 1);
}
