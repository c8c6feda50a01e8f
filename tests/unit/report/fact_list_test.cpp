#include "report/fact_list.hpp"

#include <doctest/doctest.h>

#include <string>

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
  CHECK(facts.all().size() == 8);
}
