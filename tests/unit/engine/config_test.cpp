// deskside.toml: what it can say, and what it says back when something is wrong.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "engine/engine.hpp"
#include "engine/options.hpp"
#include "error.hpp"

using namespace dsk;

namespace {

Options read(const std::string& toml, bool trusted = true) {
  Options options;
  options.add_config("deskside.toml", toml, trusted);
  return options;
}

// "line:column: what it says", "" where the file is fine.
std::string said(const std::string& toml, bool trusted = true) {
  try {
    read(toml, trusted);
  } catch (const Error& error) {
    CHECK(error.status == Status::lexicon);
    const std::string text = error.what();
    const std::string place = std::to_string(error.line) + ":" + std::to_string(error.column);
    REQUIRE(text.substr(0, 14 + place.size()) == "deskside.toml:" + place);
    return text.substr(14);
  }
  return "";
}

bool finds(const Options& options, const std::string& from, const std::string& to) {
  const auto engine = std::make_shared<Engine>(options);
  MailInput mail;
  mail.set("text", "As I already said, the licence is per device.");
  mail.set("fragment", "yes");
  mail.set("from", from);
  mail.set("to", to);
  return !engine->check(mail)->findings.empty();
}

}  // namespace

TEST_CASE("a configuration sets any option by its name") {
  const Options options = read(
      "format = 1\nlanguage = \"en-GB\"\nloop = \"stay-with-user\"\nlegal = true\n"
      "words = [\"Contoso\"]\nprofile = \"internal\"\n\n[rules]\n\"tone-*\" = \"suggestion\"\n");
  CHECK(options.get("language") == "en-GB");
  CHECK(options.get("loop") == "stay-with-user");
  CHECK(options.get("legal") == "yes");
  CHECK(options.get("profile") == "internal");
  CHECK(options.get("rule.tone-*") == "suggestion");
  CHECK(options.words().has("Contoso"));
  for (const Setting& one : options.settings())
    if (one.name == "loop") CHECK(one.origin == "deskside.toml");
}

TEST_CASE("true and false switch a rule on and off") {
  const Options options = read("format = 1\nhunspell = false\n[rules]\n\"tone-*\" = false\n"
                               "\"trust-*\" = true\n");
  CHECK(options.get("hunspell") == "off");
  CHECK(options.get("rule.tone-*") == "off");
  CHECK(options.get("rule.trust-*") == "on");
}

TEST_CASE("a profile that there is not is told with its place and the near one") {
  const auto refused = [](const std::string& toml) {
    try {
      Engine(read(toml));
    } catch (const Error& error) {
      CHECK(error.status == Status::option);
      CHECK(std::string(error.what()).find("there are: abuse, ") != std::string::npos);
      return std::string(error.what()).substr(0, 90);
    }
    return std::string();
  };
  const std::string told = "there is no profile \"incidnt\" (did you mean incident?)";
  CHECK(refused("format = 1\nprofile = \"incidnt\"").find("deskside.toml:2:11: " + told) == 0);
  CHECK(refused("format = 1\n[profile]\nuse = \"incidnt\"").find("deskside.toml:3:7: " + told) == 0);
  CHECK(refused("format = 1\n[[when]]\nto = \"*\"\nprofile = \"incidnt\"")
            .find("deskside.toml:4:11: " + told) == 0);
  Options given;
  given.set("profile", "incidnt");
  CHECK_THROWS_WITH_AS(Engine{given}, doctest::Contains(told.c_str()), Error);
}

TEST_CASE("a configuration names its format first") {
  CHECK(said("language = \"en-GB\"") == "1:1: a configuration begins with the line: format = 1");
  for (const char* const other : {"format = 2", "format = \"1\"", "format = [1]"})
    CHECK(said(other).find("1:10: only format 1 can be read here; write format = 1") == 0);
}

TEST_CASE("words of a configuration are single words") {
  CHECK(said("format = 1\nwords = \"Contoso, Fabrikam\"").find("2:9: ") == 0);
  CHECK(said("format = 1\nwords = [\"Contoso\", \"Fabrikam Ltd\"]")
            .find("2:21: \"Fabrikam Ltd\" is more than one word; write a list") == 0);
  CHECK(read("format = 1\nwords = \"Contoso\"").words().has("Contoso"));
  CHECK(said("format = 1\nwords = [\"\"]").find("2:10: \"\" is no word") == 0);
}

TEST_CASE("words and sections of a configuration are listed where they are") {
  const Options options =
      read("format = 1\nwords = [\"Contoso\", \"Fabrikam\"]\n[[when]]\nto = \"*@a.example\"\noff = true\n"
           "[[when]]\nfrom = [\"x@b.example\", \"y@b.example\"]\nto = \"z@c.example\"\n"
           "profile = \"internal\"\n");
  std::vector<std::string> listed;
  for (const Setting& one : options.settings())
    if (one.origin != "default") listed.push_back(one.name + " = " + one.value);
  CHECK(listed == std::vector<std::string>{
                      "words = Contoso, Fabrikam", "when = to *@a.example: off",
                      "when = from x@b.example, y@b.example, to z@c.example: profile internal"});
}

TEST_CASE("a wrong option of a configuration is told with its place") {
  CHECK(said("format = 1\nlop = \"x\"") ==
        "2:1: there is no option \"lop\" (did you mean loop?); `deskside config` lists them all");
  CHECK(said("format = 1\n[rule]\n\"tone-*\" = \"off\"").find("no option \"rule\" (did you mean rules?)") !=
        std::string::npos);
  CHECK(said("format = 1\n[profile.mine]\nruls = {}").find("(did you mean rules?)") !=
        std::string::npos);
  CHECK(said("format = 1\nloop = \"closed\"") ==
        "2:8: the option \"loop\" cannot be \"closed\"; it can be: open-door, stay-with-user");
  CHECK(said("format = 1\nloop = 3") == "2:8: a text in quotes belongs here: loop = \"open-door\"");
  CHECK(said("format = 1\ngate = true") ==
        "2:8: the option \"gate\" cannot be \"true\"; it can be: suggestion, warning, error");
  CHECK(said("format = 1\nlanguage = false") ==
        "2:12: a text in quotes belongs here: language = \"auto\"");
  CHECK(said("format = 1\n[rules]\n\"tone-*\" = \"loud\"") ==
        "3:12: the rule \"tone-*\" cannot be \"loud\"; it can be: off, on, coach, suggestion, warning, "
        "error");
  CHECK(said("format = 1\nrules = \"off\"").find("rules stand below a line with [rules]") !=
        std::string::npos);
  CHECK(said("format = 1\nwords = [1]").find("hold texts in quotes only") != std::string::npos);
}

TEST_CASE("what TOML cannot read is told by what to write instead") {
  const auto told = [&](const std::string& line, const std::string& answer) {
    INFO(line);
    CHECK_MESSAGE(said("format = 1\n" + line + "\n").find(": " + answer) != std::string::npos,
                  said("format = 1\n" + line + "\n"));
  };
  told("profile = internal", "a text stands in quotes: profile = \"internal\"");
  told("profile = internal  # for us", "a text stands in quotes: profile = \"internal\"");
  told("profile = my team", "a text stands in quotes: profile = \"my team\"");
  told("words = 3com", "a text stands in quotes: words = \"3com\"");
  told("profile = “internal”", "quotes have to be straight ones: profile = \"internal\"");
  told("profile: \"internal\"", "between a name and its value stands \"=\": profile = \"internal\"");
  told("profile == \"internal\"", "one \"=\" is enough: profile = \"internal\"");
  told("profile", "a setting is a name, \"=\" and a value: profile = \"...\"");
  told("profile =", "the value is missing behind the \"=\": profile = \"...\"");
  told("= \"internal\"", "a name is missing before the \"=\"");
  told("legal = True", "true and false are written small: legal = true");
  told("profile = \"internal", "the closing quote is missing: profile = \"internal\"");
  told("profile = \"internal'", "the closing quote is missing: profile = \"internal\"");
  told("gate = \"error\" legal = true", "behind the value stands something");
  told("gate = \"error\"\ngate = \"warning\"", "gate is set above already; keep one of the two");
  told("words = \"Contoso\", \"Fabrikam\"", "a list stands in brackets");
  told("words = [\"Contoso\"\nlegal = true", "a list stands in brackets");
  told("words = [Contoso, Fabrikam]", "a list stands in brackets");
  told("words = [\n\"Contoso\"\n\"Fabrikam\"\n]", "a list stands in brackets");
  told("dictionary.path = \"C:\\Users\"", "a backslash is written twice");
  told("words = [\"a\x01\"]", "there is a character here that cannot be seen");
  told("; ours", "a comment begins with \"#\"");
  told("// ours", "a comment begins with \"#\"");
  told("{\"profile\": \"internal\"}", "this looks like JSON; write a line for each setting");
  told("[rules", "a closing bracket is missing");
  told("[[when]\nto = \"*\"", "a closing bracket is missing");
  told("[rules] tone-minimiser = \"off\"", "[rules] stands in a line of its own");
  told("[rules]\n[rules]", "[rules] stands here a second time; put what is below both under one");
  told("[rules]\nclosing-* = \"off\"", "a name with other signs than - and _ stands in quotes: "
                                       "\"closing-*\" = \"off\"");
  told("[profile.my team]", "a section is a name in brackets");
  told("profile = \"mine\"\n[profile.mine]\ngate = \"error\"",
       "\"profile\" has a value above, so it cannot begin the name of a section too; to choose a "
       "profile there, write profile.use = \"NAME\"");
}

TEST_CASE("a setting in the wrong place is told where it belongs") {
  for (const char* const value : {"false", "\"off\""})
    CHECK(said("format = 1\ntone-minimiser = " + std::string(value)) ==
          "2:1: \"tone-minimiser\" is no option; rules are set below a line with [rules]: "
          "\"tone-minimiser\" = \"off\"");
  CHECK(said("format = 1\n[profile.calm]\n\"tone-*\" = \"off\"")
            .find("below a line with [profile.calm.rules]") != std::string::npos);
  for (const char* const line :
       {"words = [\"Contoso\"]", "profile = \"internal\"", "gate = \"error\""}) {
    const std::string name = std::string(line).substr(0, std::string(line).find(' '));
    CHECK(said("format = 1\n[rules]\n" + std::string(line)) ==
          "3:1: \"" + name + "\" is no rule: write it above the first [section]");
  }
  CHECK(said("format = 1\n[profile.calm]\nwords = [\"Contoso\"]") ==
        "3:1: \"words\" holds for every mail: write it above the first [section]");
  const std::string when = "format = 1\n[[when]]\nto = \"*\"\nprofile = \"internal\"\n";
  CHECK(said(when + "gate = \"error\"") == "5:1: [[when]] only chooses a profile: write \"gate\" above "
                                         "the first [section], or in a [profile.NAME] of yours");
  CHECK(said(when + "words = \"a\"") ==
        "5:1: [[when]] only chooses a profile: write \"words\" above the first [section]");
  CHECK(said(when + "[when.rules]\n\"tone-*\" = \"off\"").find("in a [profile.NAME] of yours") !=
        std::string::npos);
  CHECK(said(when + "recipient = \"*\"") ==
        "5:1: [[when]] has no key \"recipient\"; it can have: from, off, profile, to");
  CHECK(said("format = 1\n[options]\ngate = \"error\"") ==
        "2:2: there is no section [options]; options stand above all sections, on their own");
  CHECK(said("format = 1\n[[rule]]\nid = \"a-b\"").find("rules of your own are a pack") !=
        std::string::npos);
}

TEST_CASE("an address that none is like is told since its section would never hold") {
  for (const char* const to : {"colleagues.example", "@colleagues.example", "Ann <ann@a.example>",
                               "a@a.example, b@a.example"})
    CHECK(said("format = 1\n[[when]]\nprofile = \"internal\"\nto = [\"x@a.example\", \"" +
               std::string(to) + "\"]")
              .find("4:22: no address is like \"" + std::string(to) + "\"") == 0);
  for (const char* const to : {"*", "*@a.example", "ann@a.example", "*.example", "ann@*"})
    CHECK(said("format = 1\n[[when]]\noff = true\nto = \"" + std::string(to) + "\"").empty());
}

TEST_CASE("a language without a dictionary is told where it was chosen") {
  const Options options = read("format = 1\nlanguage = \"Elvish\"\n");
  CHECK_THROWS_WITH_AS(Engine{options}, doctest::Contains("deskside.toml:2:12: no dictionary"),
                       Error);
}

TEST_CASE("a configuration that fails changes nothing") {
  Options options;
  CHECK_THROWS_AS(options.add_config("a", "format = 1\nlegal = true\nwords = [\"Contoso\"]\n"
                                          "loop = \"closed\"\n", true),
                  Error);
  CHECK(options.get("legal") == "no");
  CHECK_FALSE(options.words().has("Contoso"));
}

TEST_CASE("the mistakes of a configuration are told together in the order they stand in") {
  const std::string all = said(
      "gatte = \"error\"\nwords = [\"a b\", \"c d\"]\n[rules]\n\"tone-*\" = \"loud\"\ngate = \"x\"\n"
      "[profile.calm]\nlop = \"x\"\nrules = { tone-a = \"x\" }\n[[when]]\nto = \"example.com\"\n"
      "profile = \"x\"\n[[when]]\ntoo = \"x\"\n[sendmail]\n", false);
  const char* const places[] = {"begins with the line: format = 1", "toml:1:1: there is no option",
                                "toml:2:10: ", "toml:2:17: ", "toml:4:12: ", "toml:5:1: ",
                                "toml:7:1: ", "toml:8:", "toml:10:6: ", "toml:13:1: "};
  std::size_t at = 0;
  for (const char* const place : places) {
    CAPTURE(place);
    at = all.find(place, at);
    REQUIRE(at != std::string::npos);
  }
  CHECK(std::count(all.begin(), all.end(), '\n') == 10);
  CHECK(all.substr(all.rfind('\n')) == "\nand 1 more");
  CHECK(said("format = 1\ngatte = \"x\"\n").find('\n') == std::string::npos);
  // What a later format says is not this one's to judge.
  CHECK(said("format = 2\ngatte = \"x\"\n").find('\n') == std::string::npos);
}

TEST_CASE("of two rules that fit the one written last wins") {
  const auto said_of = [](const char* rules) {
    return finds(read(std::string("format = 1\n[rules]\n") + rules), "", "ann@example.com");
  };
  CHECK_FALSE(said_of("tone-as-i-said = \"error\"\n\"tone-*\" = \"off\"\n"));
  CHECK(said_of("\"tone-*\" = \"off\"\ntone-as-i-said = \"error\"\n"));
}

TEST_CASE("the nearer of two configurations wins and the rest of the farther stays") {
  Options options;
  options.add_config("/etc", "format = 1\nlegal = true\nloop = \"stay-with-user\"", true);
  options.add_config("here", "format = 1\nlegal = false", false);
  CHECK(options.get("legal") == "no");
  CHECK(options.get("loop") == "stay-with-user");
}

TEST_CASE("keys that run programs count only in a trusted file") {
  const std::string toml = "format = 1\n[sendmail]\ncommand = \"/usr/sbin/sendmail\"\n";
  CHECK(said(toml, true).empty());
  CHECK(said(toml, false).find("it counts only in your own configuration or in /etc/deskside") !=
        std::string::npos);
}

TEST_CASE("a profile of one's own is a table of options and rules") {
  const Options options = read(
      "format = 1\n[profile]\nuse = \"calm\"\n[profile.calm]\ngate = \"error\"\n"
      "rules = { \"tone-*\" = \"off\" }\n");
  CHECK(options.get("profile") == "calm");
  REQUIRE(options.profile("calm") != nullptr);
  CHECK(options.profile("calm")->settings.size() == 2);
  CHECK(options.profile("other") == nullptr);
  CHECK_FALSE(finds(options, "", "ann@example.com"));
}

TEST_CASE("a wrong profile is told with its place") {
  CHECK(said("format = 1\n[profile.calm]\nlop = \"x\"").substr(0, 4) == "3:1:");
  CHECK(said("format = 1\n[profile.calm]\nrules = { \"a\" = \"loud\" }").substr(0, 2) == "3:");
  CHECK(said("format = 1\n[profile]\ncalm = \"x\"")
            .find("profile.use = \"NAME\" to choose one") != std::string::npos);
  CHECK(said("format = 1\nprofile = 3").find("name a profile, or write [profile.NAME] tables") !=
        std::string::npos);
}

TEST_CASE("a when section chooses a profile by address") {
  const Options options = read(
      "format = 1\n[profile.calm]\nrules = { \"tone-*\" = \"off\" }\n"
      "[[when]]\nto = [\"*@colleagues.example\"]\nprofile = \"calm\"\n");
  CHECK(finds(options, "me@desk.example", "ann@example.com"));
  CHECK_FALSE(finds(options, "me@desk.example", "bo@colleagues.example"));
}

TEST_CASE("a when section can switch checking off and the last that fits decides") {
  const Options options = read(
      "format = 1\n[profile.usual]\nrules = { \"tone-*\" = \"on\" }\n"
      "[[when]]\nto = \"*@example.com\"\noff = true\n"
      "[[when]]\nfrom = \"lead@*\"\nto = \"*@example.com\"\nprofile = \"usual\"\n");
  CHECK_FALSE(finds(options, "me@desk.example", "ann@example.com"));
  CHECK(finds(options, "lead@desk.example", "ann@example.com"));
}

TEST_CASE("a when section says whom it is for and what then") {
  CHECK(said("format = 1\n[[when]]\nprofile = \"internal\"")
            .find("[[when]] needs a \"from\" or a \"to\"") != std::string::npos);
  CHECK(said("format = 1\n[[when]]\nto = \"*\"").find("either a \"profile\" or off = true") !=
        std::string::npos);
  CHECK(said("format = 1\n[[when]]\nto = \"*\"\nprofile = \"a\"\noff = true")
            .find("either a \"profile\" or off = true") != std::string::npos);
  CHECK(said("format = 1\n[[when]]\ntoo = \"*\"").find("did you mean \"to\"?") !=
        std::string::npos);
  CHECK(said("format = 1\n[when]\nto = \"*\"").find("write [[when]], in two brackets") !=
        std::string::npos);
}
