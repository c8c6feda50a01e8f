#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "command.hpp"

using test::Folder;
using test::Result;

TEST_CASE("a section that chooses a profile that there is not is told at once") {
  const Folder folder;
  folder.write("deskside.toml", "format = 1\n[[when]]\nto = \"*@example.com\"\nprofile = \"calmer\"\n");
  const Result result = folder.run({"check", "-"}, "It works again.\n");
  CHECK(result.status == 2);
  CHECK(result.err.find("there is no profile \"calmer\"") != std::string::npos);
}

TEST_CASE("config lists the profiles with what each sets and rules shows what one makes of them") {
  const Folder folder;
  folder.write("deskside.toml",
               "format = 1\n[profile.brief]\ntempo = \"fast-thread\"\nrules = { \"closing-*\" = \"off\" }\n");
  const std::string out = folder.run({"config", "--profiles"}).out;
  CHECK(out.find("internal        To colleagues") != std::string::npos);
  CHECK(out.find("audience = colleague") != std::string::npos);
  CHECK(out.find("brief           of your own\n  options           tempo = fast-thread\n"
                 "  rules off         closing-*\n") != std::string::npos);
  const auto all = nlohmann::json::parse(folder.run({"config", "--profiles", "--format", "json"}).out);
  CHECK(all.size() > 8);
  CHECK(all[0]["name"] == "abuse");
  const auto level = [&](const std::vector<std::string>& words) {
    const std::string list = folder.run(words).out;
    return list.substr(list.find("clarity-jargon"), 48);
  };
  CHECK(level({"rules"}).find("off") == std::string::npos);
  CHECK(level({"rules", "--profile", "internal"}).find("off") != std::string::npos);
  CHECK(level({"rules", "--profile", "hand-holding"}).find("warning") != std::string::npos);
}

TEST_CASE("config shows words and sections and where they came from") {
  const Folder folder;
  folder.write("config/deskside/words.txt", "Plumtrey # ours\nWidgetry\nTwo Words\n");
  folder.write("deskside.toml", "format = 1\nwords = [\"Contoso\"]\n[[when]]\n"
                                "to = [\"*@a.example\"]\nprofile = \"internal\"\n");
  const std::string out = folder.run({"config", "--changed"}).out;
  const auto line = [&](const std::string& begin, const std::string& file) {
    const std::size_t at = out.find(begin);
    return at != std::string::npos &&
           out.substr(at, out.find('\n', at) - at).find("# " + folder.path(file)) != std::string::npos;
  };
  CHECK(line("  \"Contoso\",", "deskside.toml"));
  CHECK(line("  \"Plumtrey\", \"Widgetry\",", "config/deskside/words.txt"));
  CHECK(line("[[when]]", "deskside.toml"));
  CHECK(line("# \"Two Words\" is more than one word", "config/deskside/words.txt"));
  CHECK(out.find("\nto = [\"*@a.example\"]\nprofile = \"internal\"\n") != std::string::npos);
}

TEST_CASE("a slip in what a person adds to a shipped profile is told") {
  const Folder folder;
  folder.write("deskside.toml",
               "format = 1\n[profile.internal.rules]\ntone-minimizer = \"off\"\n");
  CHECK(folder.run({"config"}).err.find(folder.path("deskside.toml") + ":3:1: there is no rule \"tone-minimizer\"; did "
                                        "you mean tone-minimiser?") != std::string::npos);
  CHECK(folder.run({"config", "--profiles"}).out.find("\ninternal        of your own\n") !=
        std::string::npos);
}

TEST_CASE("a slip is told where it stands and not where another profile has the same") {
  const Folder folder;
  folder.write("deskside.toml",
               "format = 1\n[profile.calmer.rules]\ntone-minimizer = \"off\"\n"
               "[ profile.\"calm\" . rules ]\n  tone-minimizer = \"off\"\n");
  const std::string err = folder.run({"config"}).err;
  CHECK(err.find(":3:1: there is no rule \"tone-minimizer\"") != std::string::npos);
  CHECK(err.find(":5:3: there is no rule \"tone-minimizer\"") != std::string::npos);
}

TEST_CASE("of very many slips the first ten are told and how many more there are") {
  const Folder folder;
  std::string toml = "format = 1\n[rules]\n";
  for (int n = 0; n < 13; ++n) toml += "zzzzzz-" + std::to_string(n) + " = \"off\"\n";
  folder.write("deskside.toml", toml);
  const std::string err = folder.run({"config"}).err;
  CHECK(std::count(err.begin(), err.end(), '\n') == 11);
  CHECK(err.find(":12:1: there is no rule \"zzzzzz-9\"") != std::string::npos);
  CHECK(err.find("deskside: and 3 more rules that there are not\n") != std::string::npos);
}

TEST_CASE("config says where each value came from and the nearest file wins") {
  const Folder folder;
  folder.write("config/deskside/deskside.toml", "format = 1\ngate = \"error\"\n");
  CHECK(folder.run({"config", "--changed"}).out.find("config/deskside/deskside.toml") !=
        std::string::npos);
  folder.write("deskside.toml", "format = 1\ngate = \"suggestion\"\n");
  const Result result = folder.run({"config"});
  CHECK(result.status == 0);
  CHECK(result.out.find("gate = \"suggestion\"") != std::string::npos);
  CHECK(result.out.find(folder.path("deskside.toml")) != std::string::npos);
  CHECK(result.out.find("# default") != std::string::npos);
}

TEST_CASE("config shows what the profile chosen sets") {
  const Folder folder;
  std::string out;
  const auto has = [&](const std::string& begin, const std::string& origin) {
    const std::size_t at = ("\n" + out).find("\n" + begin + " ");
    return at != std::string::npos &&
           out.substr(at, out.find('\n', at) + 1 - at).find("# " + origin) != std::string::npos;
  };
  const std::string given = "profile internal";
  for (const bool changed : {false, true}) {
    std::vector<std::string> words = {"config", "--profile", "internal"};
    if (changed) words.emplace_back("--changed");
    out = folder.run(words).out;
    CHECK(has("profile = \"internal\"", "the command line"));
    CHECK(has("# internal = \"yes\"", given));
    CHECK(has("# audience = \"colleague\"", given));
    CHECK(has("# greeting-missing = \"off\"", given));
    CHECK(out.find("internal = \"no\"") == std::string::npos);
    CHECK((out.find("# default") == std::string::npos) == changed);
  }
  out = folder.run({"config"}).out;
  CHECK(has("# internal = \"no\"", "default"));
  CHECK(out.find("[rules]") == std::string::npos);

  // What a person set wins over a shipped profile, a profile of their own over both.
  const std::string set = "format = 1\nprofile.use = \"internal\"\naudience = \"experts\"\n"
                          "tempo = \"mail\"\n[rules]\n\"closing-*\" = \"warning\"\n"
                          "greeting-missing = \"error\"\ntone-bare-imperative = \"on\"\n";
  const std::string file = folder.write("deskside.toml", set);
  out = folder.run({"config"}).out;
  CHECK(has("# internal = \"yes\"", given));
  CHECK(has("audience = \"experts\"", file + "\n"));
  CHECK(has("\"closing-*\" = \"warning\"", file + "\n"));
  CHECK(has("greeting-missing = \"error\"", file + "\n"));
  CHECK(out.find("closing-ultimatum") == std::string::npos);
  CHECK(out.find("\"closing-*\" = \"off\"") == std::string::npos);
  // "on" leaves the level that the profile gives.
  CHECK(out.find("# tone-bare-imperative = \"coach\"") <
        out.find("\ntone-bare-imperative = \"on\""));
  folder.write("deskside.toml", set + "[profile.internal]\naudience = \"vendor\"\n"
                                      "language = \"en-GB\"\n"
                                      "rules = { \"greeting-*\" = \"coach\" }\n");
  out = folder.run({"config"}).out;
  CHECK(has("# internal = \"yes\"", given));
  CHECK(has("audience = \"experts\"", file + "; profile internal has \"vendor\"\n"));
  CHECK(has("tempo = \"mail\"", file + "\n"));
  CHECK(has("# language = \"auto\"", "default"));
  CHECK(has("greeting-missing = \"error\"", file + "; profile internal has \"greeting-*\" = \"coach\"\n"));
  CHECK(out.find("\ngreeting-missing = ") < out.find("\n# \"greeting-*\" = \"coach\""));
  CHECK(has("\"closing-*\" = \"warning\"", file + "\n"));
}

TEST_CASE("what config prints says the same when it is read as a configuration") {
  const Folder folder;
  folder.write("config/deskside/deskside.toml",
               "format = 1\nprofile = \"internal\"\nwords = [\"Contoso\"]\ntempo = \"mail\"\n"
               "[rules]\ntone-minimiser = \"error\"\ngreeting-missing = \"warning\"\n"
               "[[when]]\nto = [\"*@a.example\", \"b@c\"]\nprofile = \"very calm\"\n"
               "[[when]]\nfrom = \"x@y\"\nto = \"z@\\\"y\"\noff = true\n"
               "[sendmail]\nsenders = \"*@b.example\"\ntransport = [\"msmtp\", \"--account=a \\\\b\"]\n");
  folder.write("deskside.toml",
               "format = 1\nprofile.use = \"calm\"\n\"dictionary.path\" = \"/a \\\"b\\\" \\\\ \\u001b\"\n"
               "words = [\"Fabrikam\", \"Müller\"]\n[rules]\n\"tone-m*\" = \"off\"\n"
               "\"*-minimiser\" = \"coach\"\n"
               "[profile.calm]\ntempo = \"fast-thread\"\n[profile.calm.rules]\n\"greeting-*\" = \"on\"\n"
               "\"closing-*\" = \"off\"\n[profile.\"very calm\"]\nlegal = true\n"
               "[profile.internal.rules]\n\"tone-*\" = \"coach\"\n");
  folder.write("config/deskside/words.txt", "Plumtrey\nno word\n");
  const auto told = [&](std::vector<std::string> words, const char* config) {
    if (*config) words.insert(words.end(), {"--config", config});
    const Result result = folder.run(words);
    CHECK(result.err == "");
    CHECK(result.status == 0);
    return result.out;
  };
  const auto settings = [&](const char* config) {
    std::multimap<std::string, std::string> all;
    std::string rules;
    std::set<std::string> known;
    for (const auto& one : nlohmann::json::parse(told({"config", "--format", "json"}, config))) {
      std::string value = one["value"];
      if (one["name"] == "words") {
        for (std::size_t at = 0; at < value.size();) {
          const std::size_t end = std::min(value.find(", ", at), value.size());
          known.insert(value.substr(at, end - at));
          at = end + 2;
        }
      } else {
        all.emplace(one["name"], value);
        if (one["name"].get<std::string>().rfind("rule.", 0) == 0)
          rules += one["name"].get<std::string>() + "=" + value + "\n";
      }
    }
    for (const std::string& word : known) all.emplace("words", word);
    all.emplace("rules in order", rules);
    return all;
  };
  const auto before = settings("");
  REQUIRE(before.count("when") == 2);
  REQUIRE(before.count("words") == 4);
  const std::string rules = told({"rules"}, ""), profiles = told({"config", "--profiles"}, "");
  for (const bool changed : {false, true}) {
    std::vector<std::string> words = {"config"};
    if (changed) words.emplace_back("--changed");
    folder.write("same.toml", told(words, ""));
    CHECK(settings("same.toml") == before);
    CHECK(told({"rules"}, "same.toml") == rules);
    CHECK(told({"config", "--profiles"}, "same.toml") == profiles);
  }
}

TEST_CASE("config shows how mail is sent where the person or the machine says so") {
  const Folder folder;
  const std::string own = folder.write(
      "config/deskside/deskside.toml",
      "format = 1\n[sendmail]\nsenders = [\"*@helpdesk.example\", \"bo@*\"]\nmailbox = \"/mail\"\n");
  const std::string out = folder.run({"config", "--changed"}).out;
  CHECK(out.find("\n[sendmail] ") != std::string::npos);
  CHECK(out.find("\nsenders = [\"*@helpdesk.example\", \"bo@*\"]") != std::string::npos);
  CHECK(out.find("\nmailbox = [\"/mail\"]") != std::string::npos);
  CHECK(out.find("# " + own) != std::string::npos);
  CHECK(out.find("transport") == std::string::npos);
  CHECK(folder.run({"config"}).out.find("\n# transport = []") != std::string::npos);
  folder.write("config/deskside/deskside.toml", "format = 1\n[sendmail]\nsender = \"a@b\"\n");
  const Result wrong = folder.run({"config"});
  CHECK(wrong.status == 2);
  CHECK(wrong.err.find("/deskside.toml:3:1: [sendmail] has no key \"sender\" (did you mean "
                       "senders?); there are senders, transport and mailbox") != std::string::npos);
}

TEST_CASE("a configuration named stands instead of those found") {
  const Folder folder;
  folder.write("deskside.toml", "format = 1\ngate = \"suggestion\"\n");
  const std::string other = folder.write("other.toml", "format = 1\n");
  CHECK(folder.run({"config", "--config", other}).out.find("gate = \"warning\"") !=
        std::string::npos);
}

TEST_CASE("each mistake of a configuration has a line of its own") {
  const Folder folder;
  folder.write("deskside.toml", "format = 1\ngatte = \"error\"\nloop = \"shut\"\n");
  const std::string err = folder.run({"check", "-"}, "Hello.\n").err;
  CHECK(err.rfind("deskside: " + folder.path("deskside.toml") + ":2:1: ", 0) == 0);
  CHECK(err.find("\ndeskside: " + folder.path("deskside.toml") + ":3:8: ") != std::string::npos);
}

TEST_CASE("a configuration that does not parse is said with its place") {
  const Folder folder;
  folder.write("deskside.toml", "format = 1\ngatte = \"error\"\n");
  const Result result = folder.run({"check", "-"}, "Hello.\n");
  CHECK(result.status == 2);
  CHECK(result.err.find("deskside.toml") != std::string::npos);
  CHECK(result.err.find("deskside.toml:2:") != std::string::npos);
}
