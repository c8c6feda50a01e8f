// Nothing our sources teach may get lost: each teaching is carried by something that exists.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/options.hpp"
#include "lexicon/language.hpp"

using namespace dsk;

namespace {

const lexicon::Pack& english() {
  static const lexicon::Pack pack = lexicon::shipped("en").value();
  return pack;
}

// How many teachings each of our five sources holds.
const std::map<std::string, int> kSources = {{"S0", 42}, {"S1", 45}, {"S2", 25}, {"S3", 18}, {"S4", 17}};

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

std::vector<std::string_view> carriers_of(const lexicon::Teaching& teaching) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < teaching.carriers.size();) {
    const std::size_t end = std::min(teaching.carriers.find('\n', at), teaching.carriers.size());
    lines.push_back(teaching.carriers.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

bool any_rule(std::string_view glob) {
  const auto& rules = english().rules;
  return std::any_of(rules.begin(), rules.end(),
                     [&](const lexicon::Rule& rule) { return glob_matches(glob, rule.id); });
}

bool praised_act(std::string_view name) {
  const auto& acts = english().acts;
  return std::any_of(acts.begin(), acts.end(), [&](const lexicon::Act& act) {
    return act.name == name && !act.strength.empty();
  });
}

bool profile_key(std::string_view name) {
  const auto keys = profile_keys();
  return std::any_of(keys.begin(), keys.end(), [&](const auto& key) { return key.first == name; });
}

bool setting(std::string_view name) {
  const Options options;
  const auto& all = options.settings();
  return std::any_of(all.begin(), all.end(), [&](const Setting& one) { return one.name == name; });
}

// A sentence for people: it begins as one, ends as one, and says something.
bool is_sentence(std::string_view text) {
  const std::size_t letter = starts_with(text, "“") ? std::string_view("“").size() : 0;
  return text.size() > 20 && text[letter] >= 'A' && text[letter] <= 'Z' && text.back() == '.';
}

std::string what_is_wrong_with(std::string_view carrier) {
  const std::string quoted = " \"" + std::string(carrier) + "\"";
  const std::size_t colon = carrier.find(':');
  const std::string_view kind = carrier.substr(0, colon);
  const std::string_view name = carrier.substr(std::min(carrier.size(), colon + 1));
  if (kind == "rule") return any_rule(name) ? "" : "no such rule:" + quoted;
  if (kind == "strength") return praised_act(name) ? "" : "no such praised act:" + quoted;
  if (kind == "profile") return profile_key(name) ? "" : "no such profile key:" + quoted;
  if (kind == "setting") return setting(name) ? "" : "no such setting:" + quoted;
  if (kind == "tip" || kind == "explanation")
    return starts_with(name, " ") && is_sentence(name.substr(1)) ? "" : "no whole sentence:" + quoted;
  return "nothing can carry a teaching by the name of" + quoted;
}

}  // namespace

TEST_CASE("every teaching of our sources is there and stands once") {
  std::map<std::string, int> found;
  for (const lexicon::Teaching& teaching : english().teachings) ++found[std::string(teaching.id)];
  int wanted = 0;
  for (const auto& [source, count] : kSources) {
    for (int number = 1; number <= count; ++number, ++wanted) {
      const std::string id = source + "-" + std::to_string(number);
      CAPTURE(id);
      CHECK(found[id] == 1);
    }
  }
  CHECK(wanted == 147);
  CHECK(english().teachings.size() == 147);
}

TEST_CASE("every teaching is a sentence of its own") {
  std::set<std::string_view> seen;
  for (const lexicon::Teaching& teaching : english().teachings) {
    CAPTURE(teaching.id);
    CHECK(is_sentence(teaching.text));
    CHECK(seen.insert(teaching.text).second);
  }
}

TEST_CASE("every teaching is carried by something that exists") {
  for (const lexicon::Teaching& teaching : english().teachings) {
    CAPTURE(teaching.id);
    CHECK(!teaching.carriers.empty());
    for (const std::string_view carrier : carriers_of(teaching)) CHECK(what_is_wrong_with(carrier) == "");
  }
}

TEST_CASE("every profile key is taught by a source or named in a profile") {
  // Asked of ourselves: a key that nothing explains is a key nobody can set with a reason.
  for (const auto& option : profile_keys()) {
    const std::string_view key = option.first;
    CAPTURE(key);
    const std::string carrier = "profile:" + std::string(key);
    bool known = false;
    for (const lexicon::Teaching& teaching : english().teachings)
      for (const std::string_view one : carriers_of(teaching)) known = known || one == carrier;
    for (const lexicon::Profile& profile : english().profiles)
      for (const lexicon::Part& part : profile.keys) known = known || part.name == key;
    CHECK(known);
  }
}

TEST_CASE("no tip is given twice") {
  std::set<std::string_view> seen;
  for (const lexicon::Teaching& teaching : english().teachings)
    for (const std::string_view carrier : carriers_of(teaching))
      if (starts_with(carrier, "tip:")) CHECK(seen.insert(carrier).second);
  CHECK(seen.size() >= 20);
}
