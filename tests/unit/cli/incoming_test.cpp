#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "command.hpp"

using test::Folder;

TEST_CASE("what the writer of a reply needs of an incoming message stands first") {
  const Folder folder;
  folder.write("in.txt", "From: Maria Lopez <maria@example.com>\nTo: b@c.example\nSubject: s\n\n"
                         "Hello,\n\nmy order 4711-88 has not come. I already restarted the router. This is "
                         "really frustrating, I need it by Friday.\n\nWhere is it? Can you call me?\n\n"
                         "Thanks,\nMaria\n");
  const std::string out = folder.run({"incoming", "in.txt"}).out;
  std::size_t at = 0;
  for (const char* const line :
       {"in.txt\n", "  name      Maria\n", "  asks      need it by Friday; Where is it?; Can you call me?\n",
        "  tried     I already restarted the router\n", "  numbers   reference 4711-88\n",
        "  mood      really frustrating\n"}) {
    CAPTURE(line);
    const std::size_t next = out.find(line, at);
    REQUIRE(next != std::string::npos);
    at = next;
  }
  // The names that rules go by are for programs.
  CHECK(out.find("salutation-line") == std::string::npos);
  CHECK(folder.run({"incoming", "--format", "json", "in.txt"}).out.find("salutation-line") !=
        std::string::npos);
}

TEST_CASE("of an incoming message plain requests are told and times that are none are not") {
  const Folder folder;
  const auto told = [&](const char* heading, const std::string& mail) {
    const std::string out = folder.run({"incoming", "-"}, mail).out;
    std::string head = std::string("\n  ") + heading;
    head.resize(13, ' ');
    const std::size_t at = out.find(head);
    return at == std::string::npos ? "" : out.substr(at + 13, out.find('\n', at + 1) - at - 13);
  };
  const std::pair<const char*, const char*> asked[] = {
      {"I lost it. Please block the SIM immediately.", "Please block the SIM immediately"},
      {"Now kindly activate the account, it is pending.", "kindly activate the account"},
      {"paper is in. fix please", "fix please"},
      {"Hello, please change the address. And cancel the second item.",
       "please change the address; And cancel the second item"},
      {"I want a refund.", "I want a refund"},
      {"Also I'd like an invoice.", "I'd like an invoice"},
      {"Could you reset my password?", "Could you reset my password?"},
      {"Please tell me how I can get a new one.", "Please tell me how I can get a new one"},
      {"Please find the log attached. I do not need it back.", ""},
      {"The shop will store just now.", ""},
      // A line that nobody wrapped ends what is asked.
      {"We are in a meeting from now on and the lights of the router are red again, so please send someone\n"
       "jay", "please send someone"},
      {"We are in a meeting and have no light here, so please send somebody to the\nbakery.",
       "please send somebody to the bakery"},
  };
  for (const auto& one : asked) {
    CAPTURE(one.first);
    CHECK(told("asks", one.first) == one.second);
  }
  const std::pair<const char*, const char*> times[] = {
      {"It is down at 41 Mill Lane since 6 this morning.", "since 6 this morning"},
      {"The printer on 3rd floor is broken, about 40 of us wait.", ""},
      {"I bought it on 3rd October.", "on 3rd October"},
      {"I was on hold for 50 minutes.", "on hold for 50 minutes"},
      {"It fails since we moved there. About 30 people wait.", "since we moved there"},
      {"It fails since the update last night. I lose about £400 a day.", "since the update last night"},
      {"It fails since the purpose of these features is to help.", ""},
      {"I tried holding the button for 30 seconds. Friday suits me.", "Friday"},
      {"Let me know when it is done. The call is tomorrow at 10.", "tomorrow at 10"},
  };
  for (const auto& one : times) {
    CAPTURE(one.first);
    CHECK(told("times", one.first) == one.second);
  }
  const std::pair<const char*, const char*> names[] = {
      {"my printer is broken since Monday, please send someone\nPriya", "Priya"},
      {"my printer is broken since Monday, please send someone\nPriya Nair\n", "Priya"},
      {"Can you help me?\nSue", "Sue"},
      {"My form is in.\nThanking you, Rajesh Kumar", "Rajesh"},
      // Wrapped, or no name at all.
      {"I was told to call somebody whose name is spelt out here, namely\nPriya", ""},
      {"i opened the app called\nOutlook", ""},
      {"Is it the same?\nYes", ""},
      {"Is it the same?\nMark it", ""},
  };
  for (const auto& one : names) {
    CAPTURE(one.first);
    CHECK(told("name", one.first) == one.second);
  }
  CHECK(told("numbers", "I was charged $49.99 and £30 on 3rd October.") ==
        "amount $49.99; amount £30");
}

TEST_CASE("of an incoming message what is asked and paid is told without what is around it") {
  const Folder folder;
  const auto has = [&](const std::string& mail, const std::string& line) {
    const std::string out = folder.run({"incoming", "-"}, mail).out;
    CAPTURE(out);
    CHECK(out.find("  " + line + "\n") != std::string::npos);
  };
  has("We paid the fee of “£30”, (€40)–$50…",
      "numbers   amount £30; amount €40; amount $50");
  has("I was charged £300, then £30, then £30.", "numbers   amount £300; amount £30");
  has("Hi Ben, any news on my new laptop?", "asks      any news on my new laptop?");
  has("They asked “When will the network be ready, and who pays?”",
      "asks      When will the network be ready; who pays?");
  has("They asked \"When will the network be ready, and who pays?\"",
      "asks      When will the network be ready; who pays?");
  has("They asked “When will the network be ready?”",
      "asks      They asked “When will the network be ready?”");
  has("Did you see \"Disk full\"?", "asks      Did you see \"Disk full\"?");
  has("When will the network be ready? I ask again: when will the network be ready?",
      "asks      When will the network be ready?");
}

TEST_CASE("of a very long incoming message the first of each kind are shown") {
  const Folder folder;
  std::string many;
  for (int n = 0; n < 2000; ++n) many += "My order is " + std::to_string(470000 + n) + ".\n";
  const std::string out = folder.run({"incoming", "-"}, many).out;
  CHECK(out.find("reference 470039; …\n") != std::string::npos);
}

TEST_CASE("the signals of an incoming message are printed") {
  const Folder folder;
  folder.write("in.txt", "When will you fix it? I have a meeting at two.\n");
  const auto all = nlohmann::json::parse(folder.run({"incoming", "--format", "json", "in.txt"}).out);
  CHECK(all["label"] == "in.txt");
  CHECK(all["signals"].size() >= 1);
  CHECK(folder.run({"promises", "--format", "json", "in.txt"}).status == 0);
}

TEST_CASE("a question that names no matter is asked all the same and one in anger is a mood") {
  const Folder folder;
  const auto shown = [&](const char* words) {
    folder.write("in.txt", std::string("Hello,\n\nthe portal is white. ") + words + "\n\nMarta\n");
    return folder.run({"incoming", "in.txt"}).out;
  };
  CHECK(shown("What is going on?").find("  asks      What is going on?") != std::string::npos);
  CHECK(shown("Any ideas?").find("  asks      Any ideas?") != std::string::npos);
  CHECK(shown("Are you kidding me?").find("  mood      ") != std::string::npos);
  CHECK(shown("How are you?").find("  asks") == std::string::npos);
}
