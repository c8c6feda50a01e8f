// What is most likely a slip in somebody's configuration and packs: names that mean nothing there.
#pragma once

#include <deskside/deskside.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dsk::cli {

// Says on standard error which rules are set that no pack has, and which folders of rules are named
// like languages. Profiles are looked at where `configs` may hold a person's own. Gives the number
// of rules that there are not.
std::size_t tell_slips(const deskside::options& options, const deskside::engine& engine,
                       const std::vector<std::string>& packs,
                       const std::vector<std::string>& configs);

// "did you mean tone-as-i-said?", or where to look.
std::string nearest_rule(const deskside::engine& engine, std::string_view id);

}  // namespace dsk::cli
