#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "command.hpp"
#include "mails.hpp"

using nlohmann::json;
using test::find;
using test::fine;
using test::flawed;
using test::Folder;
using test::Result;

TEST_CASE("a mail that comes through a pipe with a name is read from its first byte") {
  const Folder folder;
  const std::string pipe = folder.path("pipe");
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(pipe) << flawed; });
  const Result piped = folder.run({"check", "--label", "a", "pipe"});
  writer.join();
  CHECK(piped.status == 1);
  CHECK(piped.out == folder.run({"check", "--label", "a", "-"}, flawed).out);
}

TEST_CASE("a text that begins with From is one mail and loses no line") {
  const Folder folder;
  const std::string text = "From where did you drag it?\n\nFrom there, as I already said, it goes.\n";
  folder.write("from.txt", text);
  CHECK(folder.run({"check", "--fragment", "--label", "a", "from.txt"}).out ==
        folder.run({"check", "--fragment", "--label", "a", "-"}, text).out);
  for (const char* const line : {"From ", "From - Tue Nov 17 10:12:00 2026"}) {
    folder.write("all.mbox", line + std::string("\n") + flawed + "\n" + line + "\n" + flawed);
    CHECK(folder.run({"check", "all.mbox"}).out.find("2 mails: 0 ready to send") !=
          std::string::npos);
  }
}

TEST_CASE("standard input asked for twice is a mistake and no empty mail") {
  const Folder folder;
  const std::string told = "standard input is asked for twice";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"check", "--incoming", "-", "-"}, {"check", "-", "-"}}) {
    const Result result = folder.run(words, flawed);
    CHECK(result.status == 2);
    CHECK(result.err.find(told) != std::string::npos);
  }
}

TEST_CASE("of an mbox lines and columns are those of the file and the mail is told beside them") {
  const Folder folder;
  const std::string separator = "From joe@example.com Tue Nov 17 10:12:00 2026\n";
  const std::string quoted =
      "Subject: Re: Keys\n\nHi Ann,\n\n>From there, as I already said, it goes.\n\nKind regards,\nJoe\n";
  const std::string box = separator + flawed + "\n" + separator + fine + "\n" + separator + quoted;
  folder.write("all.mbox", box);
  folder.write("one.mbox", separator + flawed);
  folder.write("reply.eml", flawed);
  std::vector<std::string> lines(1);
  for (const char c : box)
    if (c == '\n') lines.emplace_back();
    else lines.back() += c;

  const auto gcc = [&](const std::string& file, const std::string& input = "") {
    return folder.run({"check", "--format", "gcc", file}, input).out;
  };
  const std::string out = gcc("all.mbox");
  const auto first = out.find("all.mbox: In mail 1:\nall.mbox:9:1: warning: ");
  const auto last = out.find("\nall.mbox: In mail 3:\nall.mbox:22:14: warning: ");
  CHECK(first == 0);
  CHECK(last != std::string::npos);
  CHECK(lines[8].find("As I already said") == 0);
  CHECK(lines[21].find("as I already said") == 13);
  CHECK(out.find("In mail 2") == std::string::npos);
  CHECK(gcc("-", box).find("\n-:22:14: ") != std::string::npos);
  CHECK(gcc("one.mbox").find("one.mbox: In mail 1:\none.mbox:9:1: ") == 0);
  CHECK(gcc("reply.eml").find("reply.eml:8:1: ") == 0);
  CHECK(gcc("reply.eml").find("In mail") == std::string::npos);

  const std::string text = folder.run({"check", "all.mbox"}).out;
  CHECK(text.find("all.mbox:3: ") != std::string::npos);
  CHECK(text.find("      22 | From there, as I already said") != std::string::npos);
  const std::string jsonl = folder.run({"check", "--format", "jsonl", "all.mbox"}).out;
  std::istringstream in(jsonl);
  std::string line;
  std::getline(in, line);
  const json mail = json::parse(line);
  CHECK(mail["label"] == "all.mbox:1");
  REQUIRE(find(mail, "tone-as-i-said"));
  CHECK((*find(mail, "tone-as-i-said"))["line"] == 8);
}

TEST_CASE("an empty Maildir holds no mail and another folder is no Maildir") {
  const Folder folder;
  std::filesystem::create_directories(folder.path("outbox/cur"));
  std::filesystem::create_directories(folder.path("outbox/new"));
  std::filesystem::create_directories(folder.path("other/new"));
  const Result empty = folder.run({"check", "outbox"});
  CHECK(empty.status == 0);
  CHECK(empty.out == "0 mails: 0 ready to send, 0 to look at again.\n");
  CHECK(json::parse(folder.run({"check", "--format", "json", "outbox"}).out)["messages"].empty());
  const Result other = folder.run({"check", "other"});
  CHECK(other.status == 2);
  CHECK(other.err.find("other: this folder is no Maildir and holds no .eml file; name the mails") !=
        std::string::npos);
}

TEST_CASE("of a folder of .eml files each mail is looked at, by name, and nothing else") {
  const Folder folder;
  std::filesystem::create_directories(folder.path("outbox/old"));
  for (const char* name : {"outbox/2.eml", "outbox/1.EML", "outbox/notes.txt", "outbox/old/3.eml"})
    folder.write(name, "Hi Ann,\n\nas I already said, it is here.\n");
  const Result result = folder.run({"check", "--format", "jsonl", "outbox"});
  std::istringstream in(result.out);
  std::vector<std::string> labels;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && json::parse(line).contains("label"))
      labels.push_back(json::parse(line)["label"]);
  CHECK(labels == std::vector<std::string>{"outbox/1.EML", "outbox/2.eml"});
}

TEST_CASE("a file without a word passes however many blank lines it has") {
  const Folder folder;
  for (const char* const nothing : {"", "\n", "\r\n \r\n\t\r\n", "\n\n\n\n"}) {
    CAPTURE(nothing);
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"check", "-"}, {"check", "--text", "-"}}) {
      const Result result = folder.run(words, nothing);
      CHECK(result.status == 0);
      CHECK(result.out == "-: there is nothing in it to look over yet\n");
    }
  }
  // A mail that is about to be sent so is another matter.
  const Result mail = folder.run({"check", "-"}, "Subject: Licence\nTo: ann@example.com\n\n\n\n");
  CHECK(mail.status == 1);
  CHECK(folder.run({"check", "--help"}).out.find("A file without a word passes") != std::string::npos);
}

TEST_CASE("text that looks like a header block is text when it is said to be") {
  const Folder folder;
  folder.write("note.txt", "Note: the licence\n\nAs I already said, it is per device.\n");
  const json as_text =
      json::parse(folder.run({"check", "--text", "--format", "json", "note.txt"}).out);
  const json* finding = find(as_text["messages"][0], "tone-as-i-said");
  REQUIRE(finding);
  CHECK((*finding)["begin"] == 19);
}

TEST_CASE("a file that is not there is said so and the others are still checked") {
  const Folder folder;
  folder.write("reply.eml", flawed);
  const Result result = folder.run({"check", "--format", "gcc", "gone.eml", "reply.eml"});
  CHECK(result.status == 2);
  CHECK(result.err.find("gone.eml: there is no such file") != std::string::npos);
  CHECK(result.out.find("[tone-as-i-said]") != std::string::npos);
}

TEST_CASE("text that is not UTF-8 is the caller's mistake") {
  const Folder folder;
  const Result result = folder.run({"check", "--text", "-"}, "caf\xE9\n");
  CHECK(result.status == 2);
  CHECK(result.err.find("UTF-8") != std::string::npos);
}

TEST_CASE("a text in UTF-16 is refused with what to do") {
  const Folder folder;
  using namespace std::string_literals;
  for (const std::string& bytes : {"\xFF\xFEH\0i\0"s, "\xFE\xFF\0H\0i"s, "H\0i\0"s, "\0H\0i"s}) {
    folder.write("u.txt", bytes);
    for (const char* command : {"check", "fix", "zones", "promises", "incoming"}) {
      const Result result = folder.run({command, "u.txt"});
      CHECK(result.status == 2);
      CHECK(result.err.find("save it as UTF-8") != std::string::npos);
    }
    CHECK(folder.read("u.txt") == bytes);
  }
}

TEST_CASE("a program or a picture is refused with what to give instead") {
  const Folder folder;
  using namespace std::string_literals;
  for (const std::string& bytes : {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "\x7F" "ELF\2\1\1\0\0\0"s}) {
    folder.write("no.txt", bytes);
    const Result result = folder.run({"check", "no.txt"});
    CHECK(result.status == 2);
    CHECK(result.err.find("give the mail itself") != std::string::npos);
  }
}

TEST_CASE("of an empty file it is said that there is nothing in it") {
  const Folder folder;
  const Result result = folder.run({"check", "-"});
  CHECK(result.status == 0);
  CHECK(result.out == "-: there is nothing in it to look over yet\n");
  folder.write("a.txt", "");
  folder.write("b.txt", "");
  CHECK(folder.run({"check", "a.txt", "b.txt"}).out.find("b.txt: there is nothing") !=
        std::string::npos);
}

TEST_CASE("of an empty message being answered it is said that it is empty") {
  const Folder folder;
  const std::string mail = "From: a@example.com\nTo: b@example.com\nSubject: Re: the printer\n"
                           "In-Reply-To: <q1@c.example>\n\nHello Ann,\n\nit works again.\n";
  for (const char* const bytes : {"", "\n \r\n"}) {
    folder.write("empty.eml", bytes);
    const Result result = folder.run({"check", "--incoming", "empty.eml", "-"}, mail);
    CHECK(result.err.find("deskside: empty.eml: the message you answer is empty here") == 0);
    CHECK(result.out.find("not at hand") == std::string::npos);
    CHECK(result.out.find("-: ") == 0);
  }
  CHECK(folder.run({"check", "-"}, mail).out.find("was not at hand") != std::string::npos);
}
