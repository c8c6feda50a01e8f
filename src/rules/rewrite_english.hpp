// The English rewrites: how its sentences are put otherwise. Which words they look for is in
// classes of the pack, where one list says it.
#pragma once

#include <optional>

#include "rules/rewrite.hpp"

namespace dsk::rules::english {

std::optional<Edit> blame_to_passive(const Target& target);
std::optional<Edit> calm_marks(const Target& target);
std::optional<Edit> close_on_confirmation(const Target& target);
std::optional<Edit> command_to_request(const Target& target);
std::optional<Edit> delete_minimiser(const Target& target);
std::optional<Edit> lower_case(const Target& target);
std::optional<Edit> offer_alternative(const Target& target);
std::optional<Edit> reopen_any_time(const Target& target);
std::optional<Edit> sorry_that(const Target& target);
std::optional<Edit> specific_apology(const Target& target);
std::optional<Edit> spell_out(const Target& target);
std::optional<Edit> update_by(const Target& target);
std::optional<Edit> when_placeholder(const Target& target);

}  // namespace dsk::rules::english
