// A pack as one block of bytes and back. Each structure lists its fields once, for both directions.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "lexicon/pack.hpp"

namespace dsk::lexicon {

std::vector<std::byte> write(const Pack& pack);

// A pack whose views point into `block`, 8-byte aligned, which must outlive it. Throws dsk::Error
// where the block was not made by this version's write().
Pack open(std::span<const std::byte> block);

}  // namespace dsk::lexicon
