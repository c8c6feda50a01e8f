#include <doctest/doctest.h>

#include "command.hpp"

using test::Folder;
using test::Result;

namespace {

const char* const text = "Hi Ann,\n\nit works again!! Restart your computer.\n";

}  // namespace

TEST_CASE("safe fixes are applied in place and the others shown") {
  const Folder folder;
  folder.write("reply.txt", text);
  const Result result = folder.run({"fix", "--fragment", "reply.txt"});
  CHECK(result.status == 0);
  CHECK(folder.read("reply.txt") == "Hi Ann,\n\nit works again! Restart your computer.\n");
}

TEST_CASE("a preview changes nothing and shows the lines before and after") {
  const Folder folder;
  folder.write("reply.txt", text);
  const Result result = folder.run({"fix", "--preview", "--fragment", "reply.txt"});
  CHECK(result.status == 0);
  CHECK(folder.read("reply.txt") == text);
  CHECK(result.out.find("-it works again!! Restart") != std::string::npos);
  CHECK(result.out.find("+it works again! Restart") != std::string::npos);
}

TEST_CASE("standard input comes back fixed on standard output") {
  const Folder folder;
  const Result result = folder.run({"fix", "--fragment", "-"}, text);
  CHECK(result.out == "Hi Ann,\n\nit works again! Restart your computer.\n");
}

TEST_CASE("an encoded body is printed fixed and the file left alone") {
  const Folder folder;
  const std::string raw =
      "From: a@example.com\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: base64\n\nSXQgd29ya3MgYWdhaW4hIQo=\n";
  folder.write("reply.eml", raw);
  const Result result = folder.run({"fix", "--fragment", "reply.eml"});
  CHECK(folder.read("reply.eml") == raw);
  CHECK(result.out == "It works again!\n");
}

TEST_CASE("a mail without flaws is not touched") {
  const Folder folder;
  folder.write("reply.txt", "It works again.\n");
  CHECK(folder.run({"fix", "--fragment", "reply.txt"}).status == 0);
  CHECK(folder.read("reply.txt") == "It works again.\n");
}
