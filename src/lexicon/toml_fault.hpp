// What a person wrote that TOML cannot read, told by what to write instead.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dsk::lexicon {

// `line` of `text`, from 1 on, is where the parser stopped; `said` is what it says of it, and the
// answer where the line is of no kind that is known.
std::string fault_of(std::string_view text, std::uint32_t line, std::string_view said);

}  // namespace dsk::lexicon
