#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "command.hpp"

using test::Folder;
using test::Result;

TEST_CASE("no command at all is a mistake that shows the help") {
  const Folder folder;
  const Result result = folder.run({});
  CHECK(result.status == 2);
  CHECK(result.err.find("Usage: deskside") != std::string::npos);
}

TEST_CASE("every command has a help that ends well") {
  const Folder folder;
  CHECK(folder.run({"--help"}).status == 0);
  CHECK(folder.run({"--version"}).out.substr(0, 9) == "deskside ");
  for (const char* command : {"check", "fix", "explain", "rules", "tips", "zones", "suggest",
                              "spell", "config", "test", "completion"}) {
    const Result result = folder.run({command, "--help"});
    CHECK(result.status == 0);
    CHECK(result.out.find(std::string("Usage: deskside ") + command) == 0);
    CHECK(folder.run({"--help"}).out.find(std::string("  ") + command) != std::string::npos);
  }
}

TEST_CASE("a mistyped command or option or rule is answered with the near one") {
  const Folder folder;
  CHECK(folder.run({"chekc", "-"}).err.find("deskside check") != std::string::npos);
  CHECK(folder.run({"check", "--fromat", "json", "-"}).err.find("--format") != std::string::npos);
  const Result rule = folder.run({"explain", "tone-as-i-sad"});
  CHECK(rule.status == 2);
  CHECK(rule.err.find("tone-as-i-said") != std::string::npos);
  CHECK(folder.run({"check", "--format", "xml", "-"}).err.find("jsonl") != std::string::npos);
}

TEST_CASE("the beginning of one rule alone is enough to be told its name") {
  const Folder folder;
  CHECK(folder.run({"explain", "tone-as"}).err.find("did you mean tone-as-i-said?") != std::string::npos);
  CHECK(folder.run({"explain", "tone-"}).err.find("\"deskside rules\" lists them") != std::string::npos);
  for (const char* const end : {"minimiser", "minimizer"})
    CHECK(folder.run({"explain", end}).err.find("did you mean tone-minimiser?") != std::string::npos);
  CHECK(folder.run({"explain", "zzzzzz"}).err.find("\"deskside rules\" lists them") != std::string::npos);
}

TEST_CASE("explain finds a rule in any case, and shows of its examples all that tells them apart") {
  const Folder folder;
  const Result result = folder.run({"explain", "Mechanics-Missing-Attachment"});
  CHECK(result.status == 0);
  CHECK(result.out.find("fine     attachment: guide.pdf / Hi Ann") != std::string::npos);
}

TEST_CASE("explain tells why and what instead and where it comes from") {
  const Folder folder;
  const Result result = folder.run({"explain", "tone-as-i-said"});
  CHECK(result.status == 0);
  for (const char* part :
       {"tone-as-i-said", "  why ", "  instead ", "  not ", "  fine ", "  source "})
    CHECK(result.out.find(part) != std::string::npos);
}

TEST_CASE("rules lists each rule with its level and pillar") {
  const Folder folder;
  const Result result = folder.run({"rules"});
  CHECK(result.status == 0);
  CHECK(result.out.find("tone-as-i-said") != std::string::npos);
  const auto all = nlohmann::json::parse(folder.run({"rules", "--format", "json"}).out);
  const auto tone =
      nlohmann::json::parse(folder.run({"rules", "--pillar", "tone", "--format", "json"}).out);
  for (const auto& rule : tone) CHECK(rule["pillar"] == "tone");
}

TEST_CASE("a rule set that no pack has is told with the near one") {
  const Folder folder;
  folder.write("deskside.toml",
               "format = 1\n[rules]\n\"tone-as-i-sad\" = \"off\"\n\"tone-*\" = \"coach\"\n"
               "\"ton-*\" = \"off\"\n"
               "  \"zzzz-*\"=\"off\"\n# tone-minimizer = \"off\"\n"
               "[profile.quiet.rules]\n\"tone-minimizer\" = \"off\"\n"
               "[profile.calm]\nrules = { \"clossing-*\" = \"off\" }\n");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"check", "-"}, {"fix", "-"}, {"config"}, {"rules"}}) {
    const Result result = folder.run(words, "Hello.\n");
    // A gate lets mails go; who asks about the configuration is told that it has a mistake.
    CHECK(result.status == (words.front() == "config" ? 2 : 0));
    CHECK(result.err.find(folder.path("deskside.toml") +
                          ":3:1: there is no rule \"tone-as-i-sad\"; did you mean tone-as-i-said?") !=
          std::string::npos);
    CHECK(result.err.find(folder.path("deskside.toml") + ":9:1: there is no rule \"tone-minimizer\"; did you mean "
                          "tone-minimiser?") != std::string::npos);
    CHECK(result.err.find(":5:1: \"ton-*\" fits no rule; did you mean \"tone-*\"?") !=
          std::string::npos);
    CHECK(result.err.find(":6:3: \"zzzz-*\" fits no rule; \"deskside rules\" lists them") !=
          std::string::npos);
    CHECK(result.err.find("\"tone-*\" fits") == std::string::npos);
    CHECK(result.err.find(":11:11: \"clossing-*\" fits no rule; did you mean \"closing-*\"?") !=
          std::string::npos);
  }
}

TEST_CASE("a rule to test that there is not is told with the near one") {
  const Folder folder;
  const Result result = folder.run({"test", "--rule", "tone-minimizer"});
  CHECK(result.status == 2);
  CHECK(result.out.empty());
  CHECK(result.err.find("did you mean tone-minimiser?") != std::string::npos);
}

TEST_CASE("promises of several mails stand below the name of each") {
  const Folder folder;
  folder.write("a.txt", "I will call you.\n");
  folder.write("b.txt", "It works.\n");
  CHECK(folder.run({"promises", "a.txt", "b.txt"}).out ==
        "a.txt\nno time given  I: I will call you\nb.txt\nnothing is promised here\n");
  CHECK(folder.run({"promises", "a.txt"}).out == "no time given  I: I will call you\n");
}

TEST_CASE("a rule set by an id or a glob that the engine takes is known") {
  const Folder folder;
  for (const char* const id : {"trust-broken-word-unmentioned", "trust-broken-*", "TONE-AS-I-SAID",
                               "Tone-*", "tone-a?-i-said"}) {
    folder.write("deskside.toml",
                 "format = 1\n[rules]\n\"" + std::string(id) + "\" = \"off\"\n");
    CHECK(folder.run({"config"}).err.empty());
    CHECK(folder.run({"test", "--rule", id}).status == 0);
  }
}

TEST_CASE("a folder of rules named like a language is told unless it has the words of one") {
  const Folder folder;
  const std::string rule =
      "format = 1\n[[rule]]\nid = \"house-word\"\ntitle = \"A word\"\nlevel = \"warning\"\n"
      "pillar = \"tone\"\nmessage = \"No.\"\nwhy = \"w\"\ninstead = \"i\"\nsource = [\"s\"]\n"
      "phrases = [\"frobnicate\"]\n";
  folder.write("qa/rules.toml", rule);
  const Result told = folder.run({"check", "--pack", "qa/", "-"}, "We frobnicate it.\n");
  CHECK(told.err.find("qa/ is named like a language") != std::string::npos);
  CHECK(told.err.find("qa-rules") != std::string::npos);
  folder.write("qa/language.toml", "format = 1\nstop_words = [\"we\", \"it\"]\n");
  CHECK(folder.run({"check", "--pack", "qa", "-"}, "We frobnicate it.\n").err.empty());
  folder.write("ours/rules.toml", rule);
  CHECK(folder.run({"check", "--pack", "ours", "-"}, "We frobnicate it.\n").err.empty());
}

TEST_CASE("teachings of one pillar alone can be listed") {
  const Folder folder;
  const std::string all = folder.run({"rules", "--by-source"}).out;
  const std::string tone = folder.run({"rules", "--by-source", "--pillar", "tone"}).out;
  CHECK(!tone.empty());
  CHECK(tone.size() < all.size() / 2);
  CHECK(tone.find("tone-") != std::string::npos);
  CHECK(folder.run({"rules", "--by-source", "--format", "json"}).status == 2);
}

TEST_CASE("who names a mail and no command is told the command") {
  const Folder folder;
  for (const char* const name : {"reply.eml", "mails/reply", "-"}) {
    const Result result = folder.run({name});
    CHECK(result.status == 2);
    CHECK(result.err.find("say first what to do with " + std::string(name) + ": deskside check " +
                          name) != std::string::npos);
  }
  CHECK(folder.run({"--pack=./ours"}).err.find("there is no command \"--pack=./ours\"") !=
        std::string::npos);
  CHECK(folder.run({"chek"}).err.find("did you mean \"deskside check\"?") != std::string::npos);
}

TEST_CASE("who adds a word with the wrong command is told the right one") {
  const Folder folder;
  const Result result = folder.run({"words", "add", "Contoso"});
  CHECK(result.status == 2);
  CHECK(result.err.find("words of your own: deskside dictionary add WORD") != std::string::npos);
  CHECK(folder.run({"words"}).err.find("deskside words compile LANG") != std::string::npos);
}

TEST_CASE("an mbox on standard input is taken mail by mail as by name") {
  const Folder folder;
  const std::string mail = "Subject: a\nFrom: b@c.example\n\nI will call you by Friday at 5 pm.\n";
  const std::string separator = "From ana Mon Nov  2 10:00:00 2026\n";
  const std::string box = separator + mail + "\n" + separator + mail + "\n" + separator + mail;
  folder.write("-.mbox", box);
  for (const char* const command : {"check", "zones", "incoming", "promises"}) {
    const Result named = folder.run({command, "./-.mbox"});
    std::string as_input = named.out;
    for (std::size_t at; (at = as_input.find("./-.mbox:")) != std::string::npos;)
      as_input.replace(at, 8, "-");
    const Result read = folder.run({command, "-"}, box);
    CHECK(read.out == as_input);
    CHECK(read.status == named.status);
  }
  CHECK(folder.run({"check", "-"}, box).out.find("3 mails: ") != std::string::npos);
  CHECK(folder.run({"zones", "-"}, "From Monday on we are here.\n\nFrom there it goes.\n")
            .out.find("-:") == std::string::npos);
}

TEST_CASE("of an mbox or a Maildir each mail is shown below its name") {
  const Folder folder;
  const std::string mail = "Subject: a\nFrom: b@c.example\n\nI will call you by Friday at 5 pm.\n";
  const std::string separator = "From ana Mon Nov  2 10:00:00 2026\n";
  folder.write("all.mbox", separator + mail + "\n" + separator + mail);
  folder.write("box/cur/1", mail);
  folder.write("box/new/2", mail);
  for (const char* const command : {"zones", "incoming", "promises"}) {
    const std::string mbox = folder.run({command, "all.mbox"}).out;
    CHECK(mbox.find("all.mbox:1\n") == 0);
    CHECK(mbox.find("\nall.mbox:2\n") != std::string::npos);
    const std::string maildir = folder.run({command, "box"}).out;
    CHECK(maildir.find("box/cur/1\n") == 0);
    CHECK(maildir.find("\nbox/new/2\n") != std::string::npos);
  }
  CHECK(folder.run({"zones", "--own", "all.mbox"}).out.find("mbox") == std::string::npos);
  const Result others = folder.run({"zones", "gone.eml", "box"});
  CHECK(others.status == 2);
  CHECK(others.out.find("box/new/2") != std::string::npos);
}

TEST_CASE("of two packs that give one rule the later one wins") {
  const Folder folder;
  const std::string head =
      "format = 1\n[[rule]]\nid = \"house-word\"\ntitle = \"A word\"\nlevel = \"warning\"\n"
      "message = \"No.\"\nwhy = \"w\"\ninstead = \"i\"\nsource = [\"s\"]\n";
  folder.write("house/rules.toml", head + "phrases = [\"frobnicate\"]\n");
  folder.write("team/rules.toml", head + "phrases = [\"defrobnicate\"]\n");
  const auto status = [&](const char* first, const char* second, const char* text) {
    return folder.run({"check", "--pack", first, "--pack", second, "--fragment", "-"}, text).status;
  };
  CHECK(status("house", "team", "We defrobnicate it.\n") == 1);
  CHECK(status("house", "team", "We frobnicate it.\n") == 0);
  CHECK(status("team", "house", "We frobnicate it.\n") == 1);
  CHECK(status("house", "house", "We frobnicate it.\n") == 1);
}

TEST_CASE("a pack added at run time is tested and obeyed") {
  const Folder folder;
  const std::string rule =
      "format = 1\n[[rule]]\nid = \"house-frobnicate\"\ntitle = \"Frobnicate\"\n"
      "kind = \"phrase\"\npillar = \"tone\"\nlevel = \"warning\"\n"
      "message = \"Nobody outside this house knows “{match}”.\"\nwhy = \"It is a word of ours.\"\n"
      "instead = \"Say what you do.\"\nsource = [\"house rule\"]\nphrases = [\"frobnicate\"]\n";
  folder.write("house/rules.toml",
               rule +
                   "bad = [\"We >>frobnicate<< it.\", \"I will >>frobnicate<< the router.\"]\n"
                   "good = [\"We repair it.\", \"I will reset the router.\"]\n");
  const Result held = folder.run({"test", "house"});
  CAPTURE(held.out);
  CHECK(held.status == 0);
  CHECK(held.out.find("1 rule, 4 examples") != std::string::npos);
  CHECK(folder.run({"check", "--pack", "house", "--fragment", "-"}, "We frobnicate it.\n").status ==
        1);

  folder.write("broken/rules.toml",
               rule +
                   "bad = [\"We >>repair<< it.\", \"I will >>frobnicate<< the router.\"]\n"
                   "good = [\"We frobnicate it.\", \"I will reset the router.\"]\n");
  const Result broken = folder.run({"test", "broken"});
  CHECK(broken.status == 1);
  CHECK(broken.out.find("house-frobnicate") != std::string::npos);
  CHECK(broken.out.find("is a good example, yet the rule finds") != std::string::npos);
  CHECK(broken.out.find("should give one finding") != std::string::npos);
}

TEST_CASE("completions name the commands and their options for each shell") {
  const Folder folder;
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Result result = folder.run({"completion", shell});
    CHECK(result.status == 0);
    CHECK(result.out.find("explain") != std::string::npos);
    CHECK(result.out.find("offset-unit") != std::string::npos);
    CHECK(result.out.find("-s vv") == std::string::npos);  // fish takes one letter there
  }
  CHECK(folder.run({"completion", "csh"}).status == 2);
}

TEST_CASE("own words are added and listed and removed and comments stay") {
  const Folder folder;
  folder.write("config/deskside/words.txt", "# ours\nContoso\n");
  CHECK(folder.run({"dictionary", "add", "Qwobble", "Contoso"}).status == 0);
  CHECK(folder.read("config/deskside/words.txt") == "# ours\nContoso\nQwobble\n");
  CHECK(folder.run({"dictionary", "list"}).out == "Contoso\nQwobble\n");
  CHECK(folder.run({"suggest", "Qwobble"}).out == "Qwobble: spelt right\n");
  CHECK(folder.run({"suggest", ""}).err.find("please give a word") != std::string::npos);
  CHECK(folder.run({"dictionary", "remove", "contoso"}).err.find("; did you mean Contoso?") !=
        std::string::npos);
  CHECK(folder.run({"dictionary", "remove", "Contosa"}).err.find("did you mean") ==
        std::string::npos);
  CHECK(folder.run({"dictionary", "remove", "Contoso"}).status == 0);
  CHECK(folder.read("config/deskside/words.txt") == "# ours\nQwobble\n");
  CHECK(folder.run({"dictionary", "remove", "Contoso"}).status == 2);
  CHECK(folder.run({"dictionary", "forget"}).status == 2);
  for (const char* const several : {"Foo Bar", "Foo#Bar", ""})
    CHECK(folder.run({"dictionary", "add", "Zwobble", several}).err.find("is no single word") !=
          std::string::npos);
  CHECK(folder.read("config/deskside/words.txt") == "# ours\nQwobble\n");
}

TEST_CASE("a dictionary compiled into the cache is used and one that is not there is named") {
  const Folder folder;
  const Result made = folder.run({"words", "compile", "en-GB"});
  CHECK(made.status == 0);
  CHECK(made.out.find("/.cache/deskside/en-GB-") != std::string::npos);
  CHECK(folder.run({"suggest", "--language", "en-GB", "colour"}).out == "colour: spelt right\n");
  const Result gone = folder.run({"words", "compile", "xx-YY"});
  CHECK(gone.status == 2);
  CHECK(gone.err.find("xx_YY.dic") != std::string::npos);
}

TEST_CASE("a thread is given as mails or as a folder or as an mbox") {
  const Folder folder;
  const std::string first =
      "From: ana@example.org\nTo: desk@example.com\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\n"
      "The scanner stops with order 88231. I have restarted it twice.\n";
  const std::string last =
      "From: ana@example.org\nTo: desk@example.com\nDate: Thu, 5 Nov 2026 10:00:00 +0000\n\n"
      "It fails again.\n";
  folder.write("1.eml", first);
  folder.write("2.eml", last);
  folder.write("all.mbox", "From ana Mon Nov  2 10:00:00 2026\n" + first +
                               "\nFrom ana Thu Nov  5 10:00:00 2026\n" + last);
  folder.write("incoming.txt",
               "From: ana@example.org\nTo: desk@example.com\nDate: Wed, 4 Nov 2026 10:00:00 +0000\n\n"
               "It still stops on page two.\n");
  folder.write("reply.txt",
               "From: desk@example.com\nTo: ana@example.org\nDate: Mon, 16 Nov 2026 10:00:00 +0000\n\n"
               "Hello,\n\ncould you send your order number? Please try restarting the scanner.\n");
  const auto told = [&](std::vector<std::string> thread) {
    std::vector<std::string> words = {"check", "--incoming", "incoming.txt"};
    words.insert(words.end(), thread.begin(), thread.end());
    words.push_back("reply.txt");
    return folder.run(words).out;
  };
  for (const std::string& out :
       {told({"--thread", "1.eml", "--thread", "2.eml"}), told({"--thread", "."}), told({"--thread", "all.mbox"})}) {
    CHECK(out.find("ack-asks-known-info") != std::string::npos);
    CHECK(out.find("ack-repeats-tried-step") != std::string::npos);
    CHECK(out.find("They wrote again after the message you answer, on 2026-11-05") != std::string::npos);
    CHECK(out.find("12 days") != std::string::npos);
  }
}

TEST_CASE("a promise whose time cannot be told says why") {
  const Folder folder;
  const std::string head = "From: a@example.com\nTo: b@example.com\nDate: Tue, 10 Mar 2026 09:30:00 +0100\n\n";
  const auto printed = [&](const std::string& sentence) {
    folder.write("out.eml", head + sentence + "\n");
    return folder.run({"promises", "out.eml"}).out;
  };
  const test::Zone utc("UTC");
  CHECK(printed("I will call you on Friday at 2 pm.").find("Fri 2026-03-13 13:00 UTC  I: ") == 0);
  CHECK(printed("It came on 30 February. I will correct it.").find("no time given  I: ") == 0);
  CHECK(printed("After the audit it is off.\n\nI will call you.").find("no time given  I: ") == 0);
  CHECK(printed("I will call you soon.").find("“soon” names no day  I: ") == 0);
  CHECK(printed("Once the part is here, I will call you.").find("“Once” waits for something else") == 0);
  CHECK(printed("I will call you on Wednesday, 13 March.").find("do not fit  I: ") != std::string::npos);
  CHECK(printed("I will call you at 9:00 your time.").find("zone not known here") != std::string::npos);
  CHECK(printed("I will call you.").find("no time given  I: ") == 0);
  const auto all = nlohmann::json::parse(folder.run({"promises", "--format", "json", "out.eml"}).out);
  CHECK(all["promises"].size() == 1);
  CHECK(all["times"].empty());
  CHECK(printed("It works again.") == "nothing is promised here\n");
}

TEST_CASE("no command shows a password whether its rule speaks or is off or hidden") {
  const Folder folder;
  const std::string body = "Hi Ann,\n\nI will send you the password tomorrow, it is Plumtrey-77x, and I will "
                           "check Plumtrey-77x again!!  As I already said, use password Plumtrey-77x.\n\nBest "
                           "wishes,\nAl\n";
  folder.write("plain.eml", "From: a@example.com\nTo: b@example.com\n\n" + body);
  folder.write("hidden.eml", "From: a@example.com\nTo: b@example.com\n"
                             "X-Deskside-Ignore: trust-*\n\n" + body);
  folder.write("off.toml", "format = 1\n[rules]\n\"trust-*\" = \"off\"\n");
  const std::vector<std::vector<std::string>> commands = {
      {"check", "--coach"}, {"check", "--format", "gcc"}, {"check", "--format", "json"},
      {"fix", "--preview"}, {"incoming"}, {"incoming", "--format", "json"},
      {"promises"}, {"promises", "--format", "json"},
      {"zones"}, {"zones", "--own"}, {"zones", "--format", "json"}};
  for (const std::vector<std::string>& command : commands) {
    for (const char* file : {"plain.eml", "hidden.eml"}) {
      for (const bool off : {false, true}) {
        std::vector<std::string> words = command;
        words.push_back(file);
        if (off) words.insert(words.end(), {"--config", "off.toml"});
        const Result result = folder.run(words);
        CAPTURE(command.front());
        CAPTURE(result.out);
        CHECK(result.err.empty());
        CHECK(result.out.find("Plumtrey") == std::string::npos);
      }
    }
  }
}
