#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "command.hpp"

using test::Folder;
using test::Result;

TEST_CASE("zones tells own words from a quote") {
  const Folder folder;
  folder.write("reply.txt", "Hi Ann,\n\nit works again.\n\n> It is broken.\n");
  const Result text = folder.run({"zones", "reply.txt"});
  CHECK(text.status == 0);
  CHECK(text.out.find("quote        | > It is broken.") != std::string::npos);
  const Result own = folder.run({"zones", "--own", "reply.txt"});
  CHECK(own.out.find("it works again.") != std::string::npos);
  CHECK(own.out.find("broken") == std::string::npos);
  const auto ranges =
      nlohmann::json::parse(folder.run({"zones", "--format", "json", "reply.txt"}).out);
  CHECK(ranges["zones"].size() >= 3);
}

TEST_CASE("the author's own text of an HTML mail is what a reader sees") {
  Folder folder;
  folder.write("html.eml",
               "From: a@desk.example\nTo: b@home.example\nSubject: Re: Router\n"
               "Content-Type: text/html; charset=utf-8\n\n"
               "<p>Hi Bob,</p><h2>Your router</h2><p>Restart &amp; wait.</p><p>Regards,</p><p>Ben</p>\n");
  CHECK(folder.run({"zones", "--own", "html.eml"}).out ==
        "Hi Bob,\nYour router\nRestart & wait.\nRegards,\nBen\n");
}

TEST_CASE("zones shows each line of a mail once") {
  const Folder folder;
  const std::string mail = "Hi Ann,\n\nit works.\n\n\nBest,\nTom\n-- \nTom\n";
  for (const bool crlf : {false, true}) {
    std::string bytes;
    for (const char c : mail) bytes += c == '\n' && crlf ? "\r\n" : std::string(1, c);
    const std::string out = folder.run({"zones", "--text", "-"}, bytes).out;
    std::string lines;
    for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1)
      lines += out.substr(at + 15, out.find('\n', at) + 1 - at - 15);
    CHECK(lines == mail);
  }
}
