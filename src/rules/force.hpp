// What packs, options and profiles make of a rule.
#pragma once

#include <optional>

#include "lexicon/pack.hpp"

namespace dsk::rules {

struct Force {
  bool on = false;
  std::optional<lexicon::Level> level;  // where somebody sets one
};

}  // namespace dsk::rules
