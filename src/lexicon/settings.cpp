#include "lexicon/settings.hpp"

#include <algorithm>
#include <array>

#include "ascii.hpp"
#include "error.hpp"
#include "lexicon/strict_table.hpp"

namespace dsk {
namespace {

// Every option there is. `values` lists what it can be, separated by "|"; empty: any text.
struct Known {
  std::string_view name, fallback, values;
  bool profile_key;
};
constexpr std::array kKnown = std::to_array<Known>({
    {"abuse", "no", "no|yes", true},
    {"address", "first", "first|title-surname", true},
    {"apologise", "when-complaint", "always|when-complaint|never", true},
    {"audience", "customer", "customer|colleague|experts|vendor", true},
    {"broadcast", "no", "no|yes", true},
    {"dictionary.path", "/usr/share/hunspell", "", false},
    {"directness", "low", "low|high", true},
    {"gate", "warning", "suggestion|warning|error", false},
    {"hunspell", "off", "off|on", false},
    {"incident", "no", "no|yes", true},
    {"internal", "no", "no|yes", true},
    {"language", "auto", "", false},
    {"legal", "no", "no|yes", true},
    {"loop", "open-door", "open-door|stay-with-user", true},
    {"ownership", "for-you", "for-you|with-you", true},
    {"profile", "", "", false},
    {"relation", "transactional", "transactional|repeat", true},
    {"tempo", "mail", "mail|fast-thread", true},
});
constexpr std::string_view kRule = "rule.";  // begins the name of an option that sets rules
constexpr std::string_view kRuleValues = "off|on|coach|suggestion|warning|error";

bool can_be(std::string_view values, std::string_view value) {
  if (values.empty()) return true;
  for (std::size_t at = 0; at <= values.size();) {
    const std::size_t bar = std::min(values.find('|', at), values.size());
    if (values.substr(at, bar - at) == value) return true;
    at = bar + 1;
  }
  return false;
}

std::string readable(std::string_view values) {
  std::string out;
  for (const char c : values) out += c == '|' ? std::string(", ") : std::string(1, c);
  return out;
}

const Known* known(std::string_view name) {
  const auto found = std::find_if(kKnown.begin(), kKnown.end(),
                                  [&](const Known& one) { return one.name == name; });
  return found == kKnown.end() ? nullptr : &*found;
}

// What an option can be, "" for any text; nothing where there is no such option.
std::optional<std::string_view> values_of(std::string_view name) {
  if (const auto rules = rules_of(name); rules && !rules->empty()) return kRuleValues;
  const Known* const option = known(name);
  return option ? std::optional(option->values) : std::nullopt;
}

// A rule is set as an option, but people know it by its own name.
std::string named(std::string_view name) {
  const auto rules = rules_of(name);
  return (rules ? "the rule \"" : "the option \"") + std::string(rules.value_or(name)) + "\"";
}

}  // namespace

std::vector<std::pair<std::string_view, std::string_view>> default_settings() {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  for (const Known& one : kKnown) all.emplace_back(one.name, one.fallback);
  return all;
}

std::vector<std::string_view> option_names() {
  std::vector<std::string_view> names;
  for (const Known& one : kKnown) names.push_back(one.name);
  return names;
}

std::string rule_option(std::string_view glob) { return std::string(kRule) += glob; }

std::optional<std::string_view> rules_of(std::string_view name) {
  if (name.substr(0, kRule.size()) != kRule) return std::nullopt;
  return name.substr(kRule.size());
}

std::string language_tag(std::string_view given) {
  std::string tag(given);
  std::replace(tag.begin(), tag.end(), '_', '-');
  const std::size_t end = std::min(tag.find('-'), tag.size());
  std::transform(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(end), tag.begin(),
                 ascii::lower);
  // A region has two letters; what else follows stays as its dictionary is called.
  if (tag.size() >= end + 3 && (tag.size() == end + 3 || tag[end + 3] == '-'))
    std::transform(tag.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                   tag.begin() + static_cast<std::ptrdiff_t>(end) + 3,
                   tag.begin() + static_cast<std::ptrdiff_t>(end) + 1, ascii::upper);
  return tag;
}

void check_option(std::string_view name, std::string_view value) {
  const std::optional<std::string_view> values = values_of(name);
  if (!values)
    throw Error(Status::option, "there is no option \"" + std::string(name) + "\"" +
                                    did_you_mean(name, option_names()) +
                                    "; `deskside config` lists them all");
  if (!can_be(*values, value))
    throw Error(Status::option, named(name) + " cannot be \"" + std::string(value) +
                                    "\"; it can be: " + readable(*values));
  // No region has this code: the United Kingdom's is GB.
  if (name == "language" && language_tag(value) == "en-UK")
    throw Error(Status::option, named(name) + " cannot be \"" + std::string(value) +
                                    "\"; did you mean en-GB?");
}

std::string_view value_for(std::string_view name, bool truth) {
  const std::string_view values = values_of(name).value_or("");
  if (values.empty()) return {};
  if (can_be(values, "on")) return truth ? "on" : "off";
  if (can_be(values, "yes")) return truth ? "yes" : "no";
  return truth ? "true" : "false";
}

std::string_view example_of(std::string_view name) {
  const Known* const option = known(name);
  return !option ? "off" : option->fallback.empty() ? "..." : option->fallback;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& names) {
  const std::string_view meant = lexicon::nearest(name, names);
  return meant.empty() ? std::string() : " (did you mean " + std::string(meant) + "?)";
}

void check_condition(std::string_view condition) {
  const std::size_t equals = condition.find('=');
  const std::string_view key = condition.substr(0, equals);
  std::vector<std::string_view> keys;
  std::string all;
  for (const Known& one : kKnown)
    if (one.profile_key) {
      keys.push_back(one.name);
      all.append(all.empty() ? "" : ", ").append(one.name);
    }
  if (std::find(keys.begin(), keys.end(), key) == keys.end())
    throw Error(Status::option, "there is no profile key \"" + std::string(key) + "\"" +
                                    did_you_mean(key, keys) + "; there are: " + all);
  const std::string_view values = known(key)->values;
  if (equals == condition.npos || !can_be(values, condition.substr(equals + 1)))
    throw Error(Status::option, "\"" + std::string(condition) + "\" never holds; after \"" +
                                    std::string(key) + "=\" stands one of: " + readable(values));
}

std::vector<std::pair<std::string_view, std::string_view>> profile_keys() {
  std::vector<std::pair<std::string_view, std::string_view>> keys;
  for (const Known& known : kKnown)
    if (known.profile_key) keys.emplace_back(known.name, known.fallback);
  return keys;
}

bool glob_matches(std::string_view glob, std::string_view text) {
  // Greedy with one point to come back to: linear for one star, quadratic at worst, both short.
  std::size_t g = 0, t = 0, star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      resume = t;
    } else if (g < glob.size() &&
               (glob[g] == '?' || ascii::lower(glob[g]) == ascii::lower(text[t]))) {
      ++g;
      ++t;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

}  // namespace dsk
