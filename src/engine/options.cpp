#include "engine/options.hpp"

#include <algorithm>

#include "spell/automaton.hpp"

namespace dsk {

Options::Options() {
  for (const auto& [name, fallback] : default_settings())
    settings_.push_back({std::string(name), std::string(fallback), "default", {}});
}

void Options::set(std::string_view name, std::string_view value, std::string_view origin,
                  Place place) {
  check_option(name, value);
  Setting setting{std::string(name), name == "language" ? language_tag(value) : std::string(value),
                  std::string(origin), place};
  // Rule globs are kept in the order given, as the last that matches wins.
  if (rules_of(name))
    std::erase_if(settings_, [&](const Setting& one) { return one.name == name; });
  const auto before = std::find_if(settings_.begin(), settings_.end(),
                                   [&](const Setting& one) { return one.name == name; });
  if (before == settings_.end())
    settings_.push_back(std::move(setting));
  else
    *before = std::move(setting);
}

void Options::add_lexicon(std::string_view pack, std::string_view name, std::string_view toml) {
  lexicons_.emplace_back(std::string(pack), lexicon::Source{std::string(name), std::string(toml)});
}

void Options::add_words(std::string_view list) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find('\n', at), list.size());
    std::string_view line = list.substr(at, end - at);
    line = line.substr(0, line.find('#'));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t'))
      line.remove_suffix(1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    if (!line.empty()) words_.add(line);
    at = end + 1;
  }
}

void Options::add_dictionary(std::string_view language, std::string_view bytes) {
  spell::Automaton(bytes, true);  // throws where the bytes are not such a list
  dictionaries_.emplace_back(language_tag(language), std::string(bytes));
}

const Setting* Options::setting(std::string_view name) const {
  const auto found = std::find_if(settings_.begin(), settings_.end(),
                                  [&](const Setting& one) { return one.name == name; });
  return found == settings_.end() ? nullptr : &*found;
}

std::string_view Options::get(std::string_view name) const {
  const Setting* const found = setting(name);
  return found ? std::string_view(found->value) : std::string_view();
}

const NamedProfile* Options::profile(std::string_view name) const {
  // The last configuration wins.
  const auto found = std::find_if(profiles_.rbegin(), profiles_.rend(),
                                  [&](const NamedProfile& one) { return one.name == name; });
  return found == profiles_.rend() ? nullptr : &*found;
}

std::string_view name_of(lexicon::Level level) {
  return lexicon::kLevels[static_cast<std::size_t>(level)];
}

lexicon::Level level_of(std::string_view name) {
  const auto at = std::find(lexicon::kLevels.begin(), lexicon::kLevels.end(), name);
  return at == lexicon::kLevels.end() ? lexicon::Level::suggestion
                             : static_cast<lexicon::Level>(at - lexicon::kLevels.begin());
}

}  // namespace dsk
