// What can be set, and to what: options and profile keys by name, and rules by globs.
// Configurations and packs are read by the same table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dsk {

// The names of all options but those of rules.
std::vector<std::string_view> option_names();
// All options but those of rules, with their defaults.
std::vector<std::pair<std::string_view, std::string_view>> default_settings();
// Does `name` exist, and can it be `value`? Throws Error{option} where not.
void check_option(std::string_view name, std::string_view value);

// The option that sets the rules a glob matches, and the glob of such an option: nothing where
// `name` is another's.
std::string rule_option(std::string_view glob);
std::optional<std::string_view> rules_of(std::string_view name);

// A language tag as it is usually written, whatever its case and joint: "EN_gb" → "en-GB".
std::string language_tag(std::string_view given);
// What true or false mean for an option: "on", "no"; "" where it takes any text.
std::string_view value_for(std::string_view name, bool truth);
// A value that the option, or the rule, can have.
std::string_view example_of(std::string_view name);
// " (did you mean legal?)": the one of `names` that is meant most likely, "" where none is like it.
std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& names);
// Is it one that a profile may meet, such as "loop=stay-with-user"? Throws Error{option} where not.
void check_condition(std::string_view condition);
// The names of profile keys: "loop", "apologise" ... and their defaults.
std::vector<std::pair<std::string_view, std::string_view>> profile_keys();

// Shell-like: * and ?, letters without regard to case.
bool glob_matches(std::string_view glob, std::string_view text);

}  // namespace dsk
