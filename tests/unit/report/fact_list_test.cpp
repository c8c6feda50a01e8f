#include "report/fact_list.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>

using dsk::Fact;
using dsk::FactList;

TEST_CASE("facts are found by kind and number however their kinds take turns") {
  FactList facts;
  const std::string_view kinds[] = {"zone", "zone", "act", "strength", "act", "act", "signal", "act"};
  const std::string_view names[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  for (std::size_t at = 0; at < 8; ++at) facts.add(kinds[at]).name = names[at];
  for (const std::string_view kind : {"zone", "act", "strength", "signal", "header"}) {
    std::size_t count = 0;
    for (const Fact& fact : facts) {
      if (fact.kind != kind) continue;
      CHECK(facts.at(kind, count) == &fact);
      ++count;
    }
    CHECK(facts.count(kind) == count);
    CHECK(facts.at(kind, count) == nullptr);
  }
  CHECK(facts.size() == 8);
  CHECK(facts.at(7)->name == "h");
  CHECK(facts.at(8) == nullptr);
}

TEST_CASE("facts that are put off are counted at once and made when one is asked for") {
  FactList facts;
  int made = 0;
  facts.put_off("zone", 1);
  facts.put_off("act", 2);
  facts.add("strength").name = "d";
  facts.put_off("signal", 1);
  facts.add("signal").name = "f";
  facts.make_later([&] {
    ++made;
    std::vector<Fact> later(4);
    for (std::size_t at = 0; at < 4; ++at) later[at].name = std::string_view("abce").substr(at, 1);
    return later;
  });
  CHECK(facts.size() == 6);
  CHECK(facts.count("act") == 2);
  CHECK(facts.count("signal") == 2);
  CHECK(facts.at("strength", 0)->name == "d");
  CHECK(facts.at("signal", 1)->name == "f");
  CHECK(facts.at("act", 2) == nullptr);
  CHECK(made == 0);
  std::string names;
  for (std::size_t at = 0; at < facts.size(); ++at) names += facts.at(at)->name;
  CHECK(names == "abcdef");
  CHECK(facts.at("act", 1)->name == "c");
  CHECK(facts.at("signal", 0)->name == "e");
  CHECK(made == 1);
}

TEST_CASE("facts that were put off are made once, whoever asks first") {
  FactList facts;
  int made = 0;
  facts.put_off("act", 1);
  facts.make_later([&] {
    ++made;
    return std::vector<Fact>(1);
  });
  std::vector<std::thread> threads;
  for (int at = 0; at < 4; ++at) threads.emplace_back([&] { facts.at("act", 0); });
  for (std::thread& one : threads) one.join();
  CHECK(made == 1);
}
