#include <doctest/doctest.h>

#include "command.hpp"

using test::Folder;
using test::Result;

TEST_CASE("the pipe protocol answers each word and ends each line with an empty one") {
  const Folder folder;
  const Result result = folder.run({"spell", "-a"}, "^I have recieved it\n");
  CHECK(result.status == 0);
  CHECK(result.out.find("@(#) International Ispell Version 3") == 0);
  const std::string answer = result.out.substr(result.out.find('\n') + 1);
  CHECK(answer.substr(0, 4) == "*\n*\n");
  CHECK(answer.find("& recieved ") == 4);
  CHECK(answer.find(" 8: received") != std::string::npos);
  CHECK(answer.substr(answer.size() - 3) == "*\n\n");
}

TEST_CASE("the pipe protocol offers five words at most") {
  const Folder folder;
  const Result result = folder.run({"spell", "-a"}, "!\n^teh\n");
  CHECK(result.out.find("& teh 5 1: the, ") != std::string::npos);
}

TEST_CASE("terse mode leaves out the words that are right") {
  const Folder folder;
  const Result result = folder.run({"spell", "-a"}, "!\n^It works\n%\n^It\n");
  CHECK(result.out.substr(result.out.find('\n') + 1) == "\n*\n\n");
}

TEST_CASE("offsets count characters") {
  const Folder folder;
  const Result result = folder.run({"spell", "-a"}, "!\n^caf\xC3\xA9 recieved\n");
  CHECK(result.out.find("& recieved ") != std::string::npos);
  CHECK(result.out.find(" 6: received") != std::string::npos);
}

TEST_CASE("words accepted for the session are right from then on") {
  const Folder folder;
  const Result result = folder.run({"spell", "-a"}, "!\n@Qwobble\n^Qwobble\n");
  CHECK(result.out.substr(result.out.find('\n') + 1) == "\n");
  CHECK(folder.read("config/deskside/words.txt").empty());
}

TEST_CASE("words added and saved are right in the next session too") {
  const Folder folder;
  folder.run({"spell", "-a"}, "*Qwobble\n#\n");
  CHECK(folder.read("config/deskside/words.txt") == "Qwobble\n");
  CHECK(folder.run({"spell", "-l"}, "Qwobble and recieved\n").out == "recieved\n");
}

TEST_CASE("an editor that names no command gets what ispell would answer") {
  const Folder folder;
  CHECK(folder.run({"-vv"}).out.find("@(#) International Ispell Version 3") == 0);
  const Result session = folder.run({"-a", "-m", "-B"}, "!\n^recieved\n");
  CHECK(session.out.find("& recieved ") != std::string::npos);
  CHECK(folder.run({"-l"}, "I recieved it\n").out == "recieved\n");
}

TEST_CASE("the dictionary may have the name that ispell gave it") {
  const Folder folder;
  CHECK(folder.run({"-l", "-d", "american"}, "colour color\n").out == "colour\n");
  CHECK(folder.run({"-l", "-d", "british"}, "colour color\n").out == "color\n");
  CHECK(folder.run({"-l", "-d", "en_GB"}, "colour color\n").out == "color\n");
}

TEST_CASE("a list leaves out addresses and paths and identifiers") {
  const Folder folder;
  CHECK(folder
            .run({"spell", "-l"},
                 "See https://exmple.test/recieve or C:\\Tmpp or mail jo@exmple.test or fo_o x9y.\n"
                 "The accout is fine.\n")
            .out == "accout\n");
}

TEST_CASE("suggest prints better spellings") {
  const Folder folder;
  const Result result = folder.run({"suggest", "recieved", "printer"});
  CHECK(result.status == 0);
  CHECK(result.out.find("recieved: received") == 0);
  CHECK(result.out.find("printer: spelt right") != std::string::npos);
}
