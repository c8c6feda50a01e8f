// English as it is shipped, for tests of what asks it for words.
#pragma once

#include "lexicon/language.hpp"

inline const dsk::lexicon::Language& english() {
  static const dsk::lexicon::Language language({*dsk::lexicon::shipped("en")});
  return language;
}
