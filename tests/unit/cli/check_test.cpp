#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "command.hpp"
#include "mails.hpp"

using nlohmann::json;
using test::find;
using test::fine;
using test::flawed;
using test::Folder;
using test::Result;

TEST_CASE("a full disk is told as one and stops no mail") {
  if (!std::filesystem::exists("/dev/full")) return;
  const Folder folder;
  const Result result = folder.run({"check", "-"}, flawed, "/dev/full");
  CHECK(result.status == 74);
  CHECK(result.err == "deskside: the output could not be written: No space left on device\n");
}

TEST_CASE("instead of a few words stands what all of them become") {
  const Folder folder;
  folder.write("mail.txt", "Hi Ann,\n\nI am agree with you.\n\nKind regards,\nTom\n");
  const Result result = folder.run({"check", "--text", "mail.txt"});
  CHECK(result.out.find("  instead  I agree\n") != std::string::npos);
}

TEST_CASE("a mail with a flaw ends with 1 and shows the line and what to write instead") {
  const Folder folder;
  folder.write("reply.eml", flawed);
  const Result result = folder.run({"check", "reply.eml"});
  CHECK(result.status == 1);
  CHECK(result.err.empty());
  CHECK(result.out.find("reply.eml: ") == 0);
  CHECK(result.out.find("As I already said, the licence is per device.") != std::string::npos);
  CHECK(result.out.find("^^^^") != std::string::npos);
  CHECK(result.out.find("[tone-as-i-said]") != std::string::npos);
  CHECK(result.out.find("  why ") != std::string::npos);
  CHECK(result.out.find("  instead ") != std::string::npos);
  CHECK(result.out.find('\x1b') == std::string::npos);
}

TEST_CASE("where there is more to say than three remarks all are told on request") {
  const Folder folder;
  const std::string mail = "As I already said, you obviously did it wrong. Just read it again!!! Please do the "
                           "needful ASAP. Per my last mail, it is your fault, as I said.\n";
  const auto told = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"check", "--fragment"});
    return folder.run(words, mail).out;
  };
  const auto count = [](const std::string& out, const std::string& words) {
    std::size_t n = 0;
    for (std::size_t at = out.find(words); at != out.npos; at = out.find(words, at + 1)) ++n;
    return n;
  };
  const std::string first = told({"-"}), all = told({"--all", "-"});
  CHECK(count(first, "\n  why ") == 3);
  CHECK(first.find(" (--all tells them)\n") != std::string::npos);
  CHECK(count(all, "\n  why ") == count(told({"--format", "gcc", "-"}), "\n"));
  CHECK(count(all, "\n  why ") > 3);
  CHECK(all.find("--all") == std::string::npos);
  CHECK(all.rfind(first.substr(0, first.rfind("\n\n")), 0) == 0);
}

TEST_CASE("what is to be said of the same words in several places is said once with its lines") {
  const Folder folder;
  const std::string mail = "As I already said, the licence is per device.\n\n"
                           "As I already said, the printer is fine.\n\nThe phone rings.\n\n"
                           "As I already said, the scanner is fine. It does the needful.\n";
  const auto has = [](const std::string& out, const std::string& words) {
    return out.find(words) != std::string::npos;
  };
  const std::string out = folder.run({"check", "--fragment", "-"}, mail).out;
  CHECK(has(out, "“As I already said” can read"));
  CHECK(has(out, "  also     on lines 3 and 7\n"));
  CHECK(out.find("“As I already said” can read") == out.rfind("“As I already said” can read"));
  CHECK_FALSE(has(out, "smaller remark"));
  // Other words are another remark, and each place stays one for programs that jump to it.
  const std::string other = "As I said, no.\n\nPer my last mail, no.\n";
  CHECK_FALSE(has(folder.run({"check", "--fragment", "-"}, other).out, "  also "));
  const std::string gcc = folder.run({"check", "--fragment", "--format", "gcc", "-"}, mail).out;
  for (const char* const place : {"-:1:1: ", "-:3:1: ", "-:7:1: "}) CHECK(has(gcc, place));
  const std::string twice = "Please do the needful.\n\nThen do the needful again.\n";
  const std::string coach = folder.run({"check", "--fragment", "--coach", "-"}, twice).out;
  CHECK(has(coach, "[tone-regional-idiom]"));
  CHECK(coach.find("[tone-regional-idiom]") == coach.rfind("[tone-regional-idiom]"));
}

TEST_CASE("a fine piece of text passes with 0") {
  const Folder folder;
  const Result result = folder.run({"check", "--fragment", "-"}, fine);
  CHECK(result.status == 0);
  CHECK(result.out.find("ready to send") != std::string::npos);
}

TEST_CASE("json has the shape that is promised") {
  const Folder folder;
  folder.write("reply.eml", flawed);
  const Result result = folder.run({"check", "--format", "json", "reply.eml"});
  CHECK(result.status == 1);
  const json all = json::parse(result.out);
  CHECK(all["format_version"] == 1);
  const json& rule = all["rules"]["tone-as-i-said"];
  CHECK(rule["pillar"] == "tone");
  CHECK(rule["name"].is_string());
  CHECK(rule["family"].is_string());
  CHECK(rule["why"].is_string());
  CHECK(rule["source"].size() >= 1);
  REQUIRE(all["messages"].size() == 1);
  const json& message = all["messages"][0];
  CHECK(message["label"] == "reply.eml");
  CHECK(message["verdict"] == "confirm");
  CHECK(message["stage"].is_string());
  CHECK(message["language"] == "en-US");
  CHECK(message["skipped"].is_array());
  CHECK(message["strengths"].is_array());
  const json* finding = find(message, "tone-as-i-said");
  REQUIRE(finding);
  CHECK((*finding)["level"] == "warning");
  CHECK((*finding)["part"] == "body");
  CHECK((*finding)["line"] == 8);
  CHECK((*finding)["column"] == 1);
  CHECK((*finding)["begin"] == 9);
  CHECK((*finding)["text"].get<std::string>().substr(0, 4) == "As I");
  CHECK((*finding)["fingerprint"].get<std::string>().substr(0, 2) == "1:");
  CHECK((*finding)["suggestions"].empty());
  CHECK((*finding)["related"].is_array());
  CHECK((*finding)["fixes"].is_array());
}

TEST_CASE("jsonl holds the same message on a line of its own") {
  const Folder folder;
  folder.write("a.eml", flawed);
  folder.write("b.txt", fine);
  const Result lines = folder.run({"check", "--format", "jsonl", "a.eml", "b.txt"});
  const json all = json::parse(folder.run({"check", "--format=json", "a.eml", "b.txt"}).out);
  std::istringstream in(lines.out);
  std::size_t at = 0;
  for (std::string line; std::getline(in, line); ++at)
    CHECK(json::parse(line) == all["messages"][at]);
  CHECK(at == 2);
}

TEST_CASE("gcc writes a finding a line with file and line and column") {
  const Folder folder;
  folder.write("reply.eml", flawed);
  const Result result = folder.run({"check", "--format", "gcc", "reply.eml"});
  CHECK(result.status == 1);
  CHECK(result.out.find("reply.eml:8:1: warning: ") != std::string::npos);
  CHECK(result.out.find("[tone-as-i-said]\n") != std::string::npos);
}

TEST_CASE("gcc tells a coach remark from a suggestion") {
  const Folder folder;
  const auto noted = [&](const char* text, const char* end) {
    const std::string out =
        folder.run({"check", "--format", "gcc", "--coach", "--fragment", "-"}, text).out;
    return out.find(": note: ") != std::string::npos && out.find(end) != std::string::npos;
  };
  CHECK(noted("Open it and simply restart it.\n", "[tone-minimiser,coach]\n"));
  CHECK(noted("Restart the router.\n", "[tone-bare-imperative]\n"));
}

TEST_CASE("offsets count what is asked for") {
  const Folder folder;
  const std::string text = "\xF0\x9F\x99\x82 As I already said, it is so.\n";
  for (const auto& [unit, begin] :
       {std::pair{"bytes", 5}, std::pair{"utf16", 3}, std::pair{"codepoints", 2}}) {
    const Result result =
        folder.run({"check", "--format", "json", "--offset-unit", unit, "--fragment", "-"}, text);
    const json message = json::parse(result.out)["messages"][0];
    const json* finding = find(message, "tone-as-i-said");
    REQUIRE(finding);
    CHECK((*finding)["begin"] == begin);
  }
}

TEST_CASE("the label stands for the file name") {
  const Folder folder;
  const Result result =
      folder.run({"check", "--format", "json", "--label", "draft", "--fragment", "-"}, fine);
  CHECK(json::parse(result.out)["messages"][0]["label"] == "draft");
}

TEST_CASE("the text says of each remark how grave it is") {
  const Folder folder;
  const std::string out =
      folder.run({"check", "--all", "--coach", "-"},
                 "Hello Ana,\n\nyou obviously did not read my mail. As I already said, it is per "
                 "device. Unfortunately it is.\n\nBest regards,\nJonas Weber\n")
          .out;
  CHECK(out.find("\nwarning (tone): Reproach for not reading [tone-as-i-said]\n") !=
        std::string::npos);
  CHECK(out.find("\nsuggestion (tone): Makes the task look small [tone-minimiser]\n") !=
        std::string::npos);
  CHECK(out.find("\n  coach    ") != std::string::npos);
}

TEST_CASE("a dictionary that is missing names its package") {
  const Folder folder;
  const std::string config =
      folder.write("c.toml", "format = 1\n\"dictionary.path\" = \"/nonexistent\"\n");
  const Result result = folder.run({"check", "--config", config, "--language", "en-GB", "-"}, fine);
  CHECK(result.status == 2);
  CHECK(result.err.find("hunspell-en-gb or give") != std::string::npos);
  // Only who has not written the language as a tag is told how.
  CHECK(result.err.find("as in de-DE") == std::string::npos);
  CHECK(folder.run({"check", "--language", "german", "-"}, fine).err.find("as in de-DE") !=
        std::string::npos);
}

TEST_CASE("a pack that does not parse is refused with its file and line") {
  const Folder folder;
  folder.write("house/rules.toml", "format = 1\n[[rule]]\nid = \n");
  const Result result = folder.run({"check", "--pack", "house", "-"}, fine);
  CHECK(result.status == 2);
  CHECK(result.err.find("rules.toml") != std::string::npos);
  CHECK(result.err.find("3") != std::string::npos);
  CHECK(folder.run({"check", "--pack", "nowhere", "-"}, fine).status == 2);
}

TEST_CASE("a password stands in no line shown and in no other finding") {
  const Folder folder;
  const std::string mail =
      "Hi Ann,\n\nobviously the password we set is Plumtrey-77x, as I already said. Simply use "
      "Plumtrey-77x to get in.\n\nBest wishes,\nAl\n";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"check", "--coach", "-"}, {"check", "--coach", "--format", "json", "-"}}) {
    const Result result = folder.run(words, mail);
    CHECK(result.out.find("trust-password-in-mail") != std::string::npos);
    CHECK(result.out.find("as I already said") != std::string::npos);
    CHECK(result.out.find("Plumtrey") == std::string::npos);
  }
}

TEST_CASE("a misspelt rule in an ignore header is told with the near one") {
  const Folder folder;
  const std::string mail = "From: a@example.com\nTo: b@example.com\n"
                           "X-Deskside-Ignore: tone-as-i-sad\n\nHello, it works.\n";
  CHECK(folder.run({"check", "-"}, mail).out.find("tone-as-i-said?") != std::string::npos);
}

TEST_CASE("of many names in an ignore header the first are told and the others counted") {
  const Folder folder;
  std::string mail = "From: a@example.com\nTo: b@example.com\nX-Deskside-Ignore: trust-*";
  for (int n = 0; n < 500; ++n) mail += ", tone-none-" + std::to_string(n);
  mail += "\n\nHi Ann,\n\nthe key is AKIAQ7PLMZ4RT9XW2KDB for now.\n\nRegards,\nJo\n";
  const std::string out = folder.run({"check", "-"}, mail).out;
  CHECK(out.find("  hidden   trust-*: an error is not shown") != std::string::npos);
  CHECK(out.find("tone-none-9:") != std::string::npos);
  CHECK(out.find("tone-none-10:") == std::string::npos);
  CHECK(out.find("  warning  X-Deskside-Ignore names 490 more that hide nothing\n") !=
        std::string::npos);
}

TEST_CASE("an error that an ignore header hides is told in a line") {
  const Folder folder;
  const std::string mail = "From: a@example.com\nTo: b@example.com\nX-Deskside-Ignore: trust-*\n\n"
                           "Hi Ann,\n\nthe key is AKIAQ7PLMZ4RT9XW2KDB for now.\n\nRegards,\nJo\n";
  CHECK(folder.run({"check", "-"}, mail).out.find("  hidden   trust-*: an error is not shown") !=
        std::string::npos);
}

TEST_CASE("gcc tells what an ignore header hides and names in vain") {
  const Folder folder;
  const std::string mail =
      "From: a@example.com\nTo: b@example.com\n"
      "X-Deskside-Ignore: trust-*, tone-as-i-sad, tone-as-i-said\n\n"
      "Hi Ann,\n\nthe key is AKIAQ7PLMZ4RT9XW2KDB for now.\n\nRegards,\nJo\n";
  const std::string out = folder.run({"check", "--format", "gcc", "-"}, mail).out;
  CHECK(out.find("-:1:1: note: trust-*: an error is not shown") != std::string::npos);
  CHECK(out.find("-:1:1: note: tone-as-i-sad: X-Deskside-Ignore names it, but there is no such "
                 "rule; did you mean tone-as-i-said?\n") != std::string::npos);
  CHECK(out.find("-:1:1: note: tone-as-i-said: X-Deskside-Ignore names it, but there was nothing "
                 "to hide\n") != std::string::npos);
}

TEST_CASE("gcc asks once which word was meant") {
  const Folder folder;
  const std::string text = "The printer is allready back.\n";
  const std::string out =
      folder.run({"check", "--format", "gcc", "--suggest", "--fragment", "-"}, text).out;
  const std::size_t asked = out.find("Did you mean “already”?");
  REQUIRE(asked != std::string::npos);
  CHECK(out.find("Did you mean", asked + 1) == std::string::npos);
  CHECK(out.find("already", asked + 20) == std::string::npos);
  CHECK(out.find(" Or all ready? [") != std::string::npos);
  folder.write("house/texts.toml",
               "format = 1\n[texts]\ndid-you-mean = \"Perhaps “{better}”.\"\n");
  const std::string other =
      folder.run({"check", "--format", "gcc", "--suggest", "--pack", "house", "--fragment", "-"}, text)
          .out;
  CHECK(other.find("Perhaps “already”. Or all ready? [") != std::string::npos);
}

TEST_CASE("a right word in the wrong place is told with the words that are meant, in every format") {
  const Folder folder;
  const std::pair<const char*, const char*> slips[] = {
      {"The cable was lose, so we replaced it.", "was loose,"},
      {"Sorry for you trouble with the scanner.", "Sorry for your trouble"},
      {"Please advice which slot suits you.", "Please advise"},
      {"It's to late to cancel the order.", "It's too late"},
      {"Its in your folder.", "It's in your"},
      {"The desk lost it's lamp.", "lost its lamp"},
      {"You should of received a mail.", "should have received"},
      {"Please turn of the router.", "Please turn off the"},
      {"We asked were the van is, and then we asked if your happy.", "if you're happy"},
      {"The files where moved to the share.", "files were moved to"},
      {"Dear costumer, the lamp is on.", "Dear customer"},
  };
  for (const auto& slip : slips)
    for (const char* format : {"gcc", "text", "jsonl"}) {
      CAPTURE(slip.first);
      CAPTURE(format);
      const Result result =
          folder.run({"check", "--format", format, "--fragment", "--coach", "-"}, slip.first);
      std::string out;  // with one space where the lines were broken
      std::istringstream words(result.out);
      for (std::string word; words >> word;) out += word + " ";
      CHECK(out.find("“" + std::string(slip.second) + "”?") != std::string::npos);
    }
}

TEST_CASE("suggestions are filled when asked for") {
  const Folder folder;
  const std::string text = "I have recieved it.\n";
  const auto suggestions = [&](const std::vector<std::string>& arguments) {
    const json message = json::parse(folder.run(arguments, text).out)["messages"][0];
    for (const json& finding : message["findings"])
      if (finding["text"] == "recieved") return finding["suggestions"];
    return json("not found");
  };
  CHECK(suggestions({"check", "--format", "json", "--fragment", "-"}) == json::array());
  const json filled = suggestions({"check", "--suggest", "--format", "json", "--fragment", "-"});
  REQUIRE(filled.size() >= 1);
  CHECK(filled[0] == "received");
}

TEST_CASE("the examples are judged as their names say") {
  const Folder folder;
  const std::string examples = DESKSIDE_EXAMPLES;
  for (const char* good : {"1-good-answer.eml", "6-good-refusal.eml"}) {
    const Result result = folder.run({"check", examples + "/" + good});
    CAPTURE(result.out);
    CHECK(result.status == 0);
  }
  for (const char* bad :
       {"2-bare-commands.eml", "3-reproach.eml", "4-empty-promise.eml", "5-macro-left-open.eml"}) {
    const Result result = folder.run({"check", examples + "/" + bad});
    CAPTURE(bad);
    CHECK(result.status == 1);
  }
}
