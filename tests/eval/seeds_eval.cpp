// The exchanges and traps of a fixtures file (JSON, as people collect them: "seed_exchanges" with
// outgoing, incoming, expected; "traps" with rule and text):
//   seeds_eval FIXTURES.json
// A good exchange must be silent at warning or above, a bad one must show what it expects, a trap
// must be silent for its rule at any level. Prints what differs; exit code 1 if something does.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <deskside/deskside.hpp>

namespace {

using Json = nlohmann::json;

// The exchanges whose teaching belongs to a profile of its own.
std::string profile_of(const std::string& id) {
  static const std::vector<std::pair<std::string, std::string>> kProfiles = {
      {"X-19", "mosaic"}, {"X-20", "mosaic"}, {"X-21", "mosaic"}, {"X-22", "mosaic"},
      {"X-23", "mosaic"}, {"X-24", "hand-holding"}, {"X-25", "hand-holding"},
      {"X-26", "hand-holding"}};
  for (const auto& [exchange, profile] : kProfiles)
    if (exchange == id) return profile;
  return "";
}

struct Seen {
  std::string rule;
  int level;
  std::string text;
};

std::vector<Seen> look(const deskside::engine& engine, const std::string& text,
                       const std::string& incoming, const std::string& profile) {
  deskside::mail mail;
  mail.set("text", text);
  mail.set("fragment", "yes");
  if (!incoming.empty()) mail.set("incoming", incoming);
  if (!profile.empty()) mail.set("profile", profile);
  std::vector<Seen> all;
  const deskside::report report = engine.check(mail);
  for (const auto finding : report)
    all.push_back({std::string(finding.rule().id()), static_cast<int>(finding.level()),
                   std::string(finding.text())});
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "seeds_eval FIXTURES.json\n";
    return 64;
  }
  std::ifstream file(argv[1]);
  const Json fixtures = Json::parse(file);
  const deskside::engine engine{deskside::options{}};
  int wrong = 0, good = 0, bad = 0, traps = 0;
  for (const Json& exchange : fixtures["seed_exchanges"]) {
    const std::string id = exchange["id"];
    const std::string incoming =
        exchange["incoming"].is_string() ? std::string(exchange["incoming"]) : "";
    const auto seen = look(engine, exchange["outgoing"], incoming, profile_of(id));
    if (exchange["polarity"] == "good") {
      bool silent = true;
      for (const Seen& one : seen) {
        if (one.level < 2) continue;
        silent = false;
        std::cout << id << " should be silent: " << one.rule << " \"" << one.text << "\"\n";
      }
      good += silent;
      wrong += !silent;
      continue;
    }
    bool all = true;
    for (const std::string expected : exchange["expected"]) {
      if (std::any_of(seen.begin(), seen.end(),
                      [&](const Seen& one) { return one.rule == expected; }))
        continue;
      all = false;
      std::cout << id << " misses " << expected << "\n";
    }
    bad += all;
    wrong += !all;
  }
  for (const Json& trap : fixtures["traps"]) {
    bool silent = true;
    for (const Seen& one : look(engine, trap["text"], "", ""))
      if (one.rule == trap["rule"]) {
        silent = false;
        std::cout << "trap \"" << std::string(trap["text"]) << "\": " << one.rule << " at \""
                  << one.text << "\"\n";
      }
    traps += silent;
    wrong += !silent;
  }
  std::cout << good << " good exchanges silent, " << bad << " bad ones found, " << traps << " of "
            << fixtures["traps"].size() << " traps silent\n";
  return wrong != 0;
}
