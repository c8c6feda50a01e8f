// A rule as one engine runs it.
#pragma once

#include "lexicon/pack.hpp"

namespace dsk {

struct RuleView {
  const lexicon::Rule* rule = nullptr;
  lexicon::Level level = lexicon::Level::suggestion;
  bool active = true;
};

}  // namespace dsk
