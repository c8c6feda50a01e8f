#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "command.hpp"

using test::Folder;
using test::Result;

namespace {

const char* const text = "Hi Ann,\n\nwe are gonna look at it. Thanks to the router guys.\n";

// A pack with one safe fix and one to look at.
void write_pack(const Folder& folder) {
  const auto rule = [](const char* id, const char* word, const char* safety) {
    return std::string("[[rule]]\nid = \"house-") + id +
           "\"\ntitle = \"Slang\"\nkind = \"phrase\"\npillar = \"tone\"\nlevel = \"warning\"\n"
           "message = \"“{match}” is slang.\"\nwhy = \"It reads badly.\"\n"
           "instead = \"Write it out.\"\nsource = [\"house rule\"]\nphrases = [\"" +
           word + "\"]\nbad = [\">>" + word + "<< one.\", \"See >>" + word +
           "<< two.\"]\ngood = [\"One.\", \"Two.\"]\n[[rule.fix]]\nreplace = \"better words\"\n"
           "safety = \"" +
           safety + "\"\n";
  };
  folder.write("house/rules.toml", "format = 1\n" + rule("gonna", "gonna", "safe") +
                                       rule("guys", "router guys", "preview"));
}

}  // namespace

TEST_CASE("safe fixes are applied in place and the others shown") {
  const Folder folder;
  write_pack(folder);
  folder.write("reply.txt", text);
  const Result result = folder.run({"fix", "--pack", "house", "--fragment", "reply.txt"});
  CHECK(result.status == 0);
  CHECK(folder.read("reply.txt") ==
        "Hi Ann,\n\nwe are better words look at it. Thanks to the router guys.\n");
  CHECK(result.out.find("-we are better words look at it. Thanks to the router guys.") !=
        std::string::npos);
  CHECK(result.out.find("+we are better words look at it. Thanks to the better words.") !=
        std::string::npos);
}

TEST_CASE("what begins a sentence keeps its capital when a pack replaces it") {
  const Folder folder;
  write_pack(folder);
  const auto fixed = [&](const std::string& line) {
    return folder.run({"fix", "--pack", "house", "--fragment", "-"}, line + "\n").out;
  };
  CHECK(fixed("Gonna look at it.") == "Better words look at it.\n");
  CHECK(fixed("“Gonna”, he wrote.") == "“Better words”, he wrote.\n");
  CHECK(fixed("It works. Gonna look at it.") == "It works. Better words look at it.\n");
  CHECK(fixed("We are Gonna look at it.") == "We are better words look at it.\n");
  CHECK(fixed("gonna look at it.") == "better words look at it.\n");
}

TEST_CASE("a file that is not UTF-8 stays as it is and its fixed text is printed") {
  const Folder folder;
  write_pack(folder);
  const std::string latin = "Hi Jos\xE9,\n\nwe are gonna look at it.\n";
  folder.write("latin.txt", latin);
  const Result result = folder.run({"fix", "--pack", "house", "latin.txt"});
  CHECK(result.status == 0);
  CHECK(result.out.find("Hi Jos\xC3\xA9,\n\nwe are better words look at it.\n") == 0);
  CHECK(folder.read("latin.txt") == latin);
  CHECK(result.err.find("latin.txt: 1 fix applied. Its text is encoded or not UTF-8") !=
        std::string::npos);
}

TEST_CASE("an mbox is refused with what to do and the files beside it are fixed") {
  const Folder folder;
  write_pack(folder);
  const std::string mail = "From ana Mon Nov  2 10:00:00 2026\nSubject: a\nFrom: b@c.example\n\nGonna.\n";
  folder.write("all.mbox", mail + "\n" + mail);
  folder.write("one.mbox", mail);
  const Result result =
      folder.run({"fix", "--pack", "house", "--fragment", "all.mbox", "one.mbox"});
  CHECK(result.status == 2);
  CHECK(result.err.find("all.mbox: this is an mbox, and fix changes one mail; save that mail") !=
        std::string::npos);
  CHECK(folder.read("all.mbox") == mail + "\n" + mail);
  CHECK(folder.read("one.mbox") == mail.substr(0, mail.size() - 7) + "Better words.\n");
}

TEST_CASE("fix says in a line what it did and what is left to look at") {
  const Folder folder;
  write_pack(folder);
  const auto said = [&](const std::string& words, const char* preview = "--fragment") {
    folder.write("a.txt", words + "\n");
    return folder.run({"fix", "--pack", "house", "--fragment", preview, "a.txt"}).err;
  };
  CHECK(said("It works.") == "deskside: a.txt: nothing to fix\n");
  CHECK(said("It works.", "--preview") == "deskside: a.txt: nothing to fix\n");
  CHECK(said("We are gonna look.") == "deskside: a.txt: 1 fix applied\n");
  CHECK(said("See the router guys.") == "deskside: a.txt: nothing changed; 1 to look at\n");
  CHECK(said("We are gonna see the router guys.") ==
        "deskside: a.txt: 1 fix applied; 1 more to look at\n");
}

TEST_CASE("a preview changes nothing and shows the lines before and after") {
  const Folder folder;
  write_pack(folder);
  folder.write("reply.txt", text);
  const Result result =
      folder.run({"fix", "--preview", "--pack", "house", "--fragment", "reply.txt"});
  CHECK(result.status == 0);
  CHECK(folder.read("reply.txt") == text);
  CHECK(result.out.find("+we are better words look at it.") != std::string::npos);
}

TEST_CASE("standard input comes back fixed on standard output") {
  const Folder folder;
  write_pack(folder);
  const Result result = folder.run({"fix", "--pack", "house", "--fragment", "-"}, text);
  CHECK(result.out == "Hi Ann,\n\nwe are better words look at it. Thanks to the router guys.\n");
}

TEST_CASE("an encoded body is printed fixed and the file left alone") {
  const Folder folder;
  write_pack(folder);
  const std::string raw =
      "From: a@example.com\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: base64\n\nV2UgYXJlIGdvbm5hIGxvb2suCg==\n";
  folder.write("reply.eml", raw);
  const Result result = folder.run({"fix", "--pack", "house", "--fragment", "reply.eml"});
  CHECK(folder.read("reply.eml") == raw);
  CHECK(result.out == "We are better words look.\n");
  CHECK(result.err.find("the body alone, decoded, is on standard output") != std::string::npos);
}

TEST_CASE("an encoded mail is called fine or not by its fixed words") {
  const Folder folder;
  write_pack(folder);
  const auto said = [&](const std::string& type, const std::string& body) {
    folder.write("reply.eml", "From: a@example.com\nSubject: Your printer\nContent-Type: " + type +
                                  "; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + body);
    const std::string err = folder.run({"fix", "--pack", "house", "--fragment", "reply.eml"}).err;
    return err.substr(0, err.find(" Its text"));
  };
  const std::string at = "deskside: reply.eml: ";
  CHECK(said("text/plain", "We are gonna look.=20\n") == at + "1 fix applied.");
  CHECK(said("text/html", "<p>We are gonna look.=20</p>\n") == at + "1 fix applied.");
  CHECK(said("text/plain", "As I already said, we are gonna look.=20\n") ==
        at + "1 fix applied, but look at it again: `deskside check` tells why.");
  CHECK(said("text/plain", "See the router guys, we are gonna look.=20\n") ==
        at + "1 fix applied; 1 more to look at.");
}

TEST_CASE("a mail without flaws is not touched") {
  const Folder folder;
  folder.write("reply.txt", "It works again.\n");
  CHECK(folder.run({"fix", "--fragment", "reply.txt"}).status == 0);
  CHECK(folder.read("reply.txt") == "It works again.\n");
}

TEST_CASE("a fixed mail keeps its password that no diff shows") {
  const Folder folder;
  const std::string said = "The password is Plumtrey-77x,  so so use it.\n";
  folder.write("reply.txt", said);
  const Result result = folder.run({"fix", "reply.txt"});
  CHECK(folder.read("reply.txt").find("Plumtrey-77x") != std::string::npos);
  CHECK((result.out + result.err).find("Plumtrey") == std::string::npos);
}

TEST_CASE("where two fixes touch the graver and smaller one is shown") {
  Folder folder;
  folder.write("reply.txt", "Hi Ann,\n\nsorry about teh trouble with Outlook.\n\nBest,\nTom\n");
  const std::string shown = folder.run({"fix", "--preview", "--text", "reply.txt"}).out;
  CHECK(shown.find("+sorry about the trouble with Outlook.") != std::string::npos);
  CHECK(shown.find("[[what happened?]]") == std::string::npos);
}

TEST_CASE("a way back is offered to what is closed, and to no fee") {
  const Folder folder;
  const auto shown = [&](const char* text) {
    return folder.run({"fix", "--preview", "--fragment", "-"}, text).out;
  };
  CHECK(shown("If we do not hear from you by Friday, your ticket will be closed.\n")
            .find("A reply at any time reopens it.") != std::string::npos);
  CHECK(shown("If you do not pay by Friday, you'll be charged 95 euros.\n")
            .find("reopens") == std::string::npos);
}

TEST_CASE("what only a coach would say is not rewritten") {
  const Folder folder;
  const std::string mail =
      "Hi Ann,\n\nI'm sorry the parcel came late. We should have told you, sorry about that. It is on "
      "your desk now, and I'll ask you tomorrow whether it is all there.\n\nKind regards,\nBen\n";
  CHECK(folder.run({"fix", "--preview", "--text", "-"}, mail).out.find("[[") == std::string::npos);
}

TEST_CASE("a command becomes a request in good English") {
  const Folder folder;
  const auto asked = [&](std::string command) {
    const auto told = nlohmann::json::parse(
        folder.run({"check", "--coach", "--format", "json", "--fragment", "-"}, command).out);
    for (const auto& finding : told["messages"][0]["findings"]) {
      if (finding["rule"] != "tone-bare-imperative") continue;
      const auto& fix = finding["fixes"][0];
      const std::size_t begin = fix["begin"], end = fix["end"];
      return command.replace(begin, end - begin, fix["replacement"].get<std::string>());
    }
    return std::string("no remark");
  };
  const std::pair<const char*, const char*> cases[] = {
      {"Restart the router.", "Could you please try restarting the router?"},
      {"Send me the log.", "Could you please send me the log?"},
      {"Stop asking for it.", "Could you please stop asking for it?"},
      {"Avoid sending us files.", "Could you please avoid sending us files?"},
      {"Be patient.", "Could you please be patient?"},
      {"Submit the form.", "Could you please submit the form?"},
      {"Restart everything.", "Could you please try restarting everything?"},
      {"Just send me the form.", "Could you please send me the form?"},
      {"Then restart the router.", "Then could you please try restarting the router?"},
      // Two that go together are asked for in one; what is no question stays outside of it.
      {"Empty the cache and sign in again.", "Could you please empty the cache and sign in again?"},
      {"Now send me the log, I'll look at it.", "Now please send me the log, I'll look at it."},
  };
  for (const auto& one : cases) {
    CAPTURE(one.first);
    CHECK(asked(one.first) == one.second);
  }
}

TEST_CASE("a line is shown once with all its fixes and what is safe is named so") {
  const Folder folder;
  write_pack(folder);
  folder.write("a.txt", "We are gonna ask the router guys, as we are gonna see.\r\n\r\nIt works. The "
                        "router guys\r\nwere there.\r\n");
  const auto shown = [&](const char* option) {
    return folder.run({"fix", "--pack", "house", "--fragment", option, "a.txt"});
  };
  const std::string last =
      "a.txt:3 house-guys\n-It works. The router guys\n+It works. The better words\n";
  const Result all = shown("--preview");
  CHECK(all.out ==
        "a.txt:1 house-gonna (safe), house-guys\n"
        "-We are gonna ask the router guys, as we are gonna see.\n"
        "+We are better words ask the better words, as we are better words see.\n" + last);
  CHECK(all.err == "");
  CHECK(shown("--fragment").out ==
        "a.txt:1 house-guys\n"
        "-We are better words ask the router guys, as we are better words see.\n"
        "+We are better words ask the better words, as we are better words see.\n" + last);
}

TEST_CASE("a fix over two lines is shown with the fixes that stand in either") {
  const Folder folder;
  write_pack(folder);
  folder.write("a.txt", "We are gonna ask the router\nguys, as we are gonna see.\nIt works.\n");
  CHECK(folder.run({"fix", "--pack", "house", "--fragment", "--preview", "a.txt"}).out ==
        "a.txt:1 house-gonna (safe), house-guys\n"
        "-We are gonna ask the router\n-guys, as we are gonna see.\n"
        "+We are better words ask the better words, as we are better words see.\n");
}

TEST_CASE("the help says what fix leaves alone and it does") {
  const Folder folder;
  const std::string help = folder.run({"fix", "--help"}).out;
  CHECK(help.find("those of coach remarks are left out") != std::string::npos);
  CHECK(help.find("No spelling counts as safe") != std::string::npos);
  const Result slip = folder.run({"fix", "--fragment", "-"}, "We recieved teh form.\n");
  CHECK(slip.out == "We recieved teh form.\n");
  CHECK(slip.err.find("+We received the form.") != std::string::npos);
}

TEST_CASE("nothing to fix is no leave to send a mail that wants another look") {
  const Folder folder;
  const std::string mail = "As I already said, it is so.\n";
  const std::string told = "deskside: -: nothing to fix, but look at it again: `deskside check` tells why\n";
  CHECK(folder.run({"fix", "--fragment", "-"}, mail).err == told);
  CHECK(folder.run({"fix", "--preview", "--fragment", "-"}, mail).err == told);
}
