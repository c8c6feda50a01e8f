// A [[rule]] of a pack.
#pragma once

#include "lexicon/pack_builder.hpp"

namespace dsk::lexicon {

// Its texts are kept by `pack`, and its phrases stand there. Throws dsk::Error{lexicon}.
Rule read_rule(StrictTable& table, PackBuilder& pack);

}  // namespace dsk::lexicon
