// Rule packs from TOML, read strictly: what the format does not know is an error that names the
// file, the line and the column. lexicons/README.md describes the format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/pack.hpp"

namespace dsk::lexicon {

struct Source {
  std::string name;  // what errors call it
  std::string text;
};

// The files of one pack, compiled, in order: a later file replaces the rules of those before it and
// adds to their acts, so that of two folders given at run time the later one wins. With `base`, a
// layer over that pack: it may use its acts and classes, add phrases to its acts, and replace its
// rules. Throws dsk::Error{lexicon}.
Pack compile(std::string_view language, const std::vector<Source>& files, const Pack* base);

}  // namespace dsk::lexicon
