// A pack in the form in which it travels best, for builds that are downloaded (bindings/wasm):
// tables that others follow from are left out, and what is alike lies together. Opening one takes
// milliseconds, opening an archive (archive.hpp) next to nothing.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "lexicon/pack.hpp"

namespace dsk::lexicon {

std::vector<std::byte> write_packed(const Pack& pack);

// A pack that owns its tables; its strings point into `block`, which must outlive it and comes from
// write_packed().
Pack open_packed(std::span<const std::byte> block);

}  // namespace dsk::lexicon
