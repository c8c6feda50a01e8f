// The examples of a rule: bad ones it finds, good ones it leaves alone.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/strict_table.hpp"

namespace dsk::lexicon {

// Those in the list `key` as a Rule keeps them: each a text, or a table of the parts of a mail.
std::string read_examples(StrictTable& table, std::string_view key, bool good);

}  // namespace dsk::lexicon
