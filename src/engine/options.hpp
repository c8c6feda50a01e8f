// What to look for: options by name, packs, words and configurations, before they are compiled.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/loader.hpp"
#include "lexicon/settings.hpp"
#include "spell/word_set.hpp"

namespace dsk {

// Where in a configuration something stands, from 1 on; 0 where it is in none.
struct Place {
  std::uint32_t line = 0, column = 0;
};

// An option, or what else a configuration holds, as people are shown it: "words" and "when".
struct Setting {
  std::string name, value, origin;
  Place place = {};
};

// A [[when]] section: the profile for mails from or to these addresses, or no checking at all.
struct When {
  std::vector<std::string> from, to;  // globs over addresses, any one has to match
  std::string profile;
  bool off = false;
  std::string file;
  Place place = {};  // of the profile's name in that file
};

// A profile of a configuration: settings that hold while it is in force.
struct NamedProfile {
  std::string name;
  std::vector<std::pair<std::string, std::string>> settings;
};

class Options {
 public:
  Options();

  // Throws Error{option} for a name there is not or a value it cannot take.
  void set(std::string_view name, std::string_view value, std::string_view origin = "set",
           Place place = {});
  // The configuration file format (config.cpp). Throws Error{lexicon}; then nothing has changed.
  void add_config(std::string_view name, std::string_view toml, bool trusted);
  void add_lexicon(std::string_view pack, std::string_view name, std::string_view toml);
  void add_words(std::string_view list);
  void add_dictionary(std::string_view language, std::string_view bytes);

  std::string_view get(std::string_view name) const;  // "" where there is none
  const Setting* setting(std::string_view name) const;  // NULL where there is none
  const std::vector<Setting>& settings() const { return settings_; }
  const std::vector<When>& whens() const { return whens_; }
  const NamedProfile* profile(std::string_view name) const;
  const std::vector<NamedProfile>& profiles() const { return profiles_; }
  const std::vector<std::pair<std::string, lexicon::Source>>& lexicons() const { return lexicons_; }
  const spell::WordSet& words() const { return words_; }
  const std::vector<std::pair<std::string, std::string>>& dictionaries() const {
    return dictionaries_;
  }

 private:
  friend class ConfigReader;

  std::vector<Setting> settings_;
  std::vector<When> whens_;
  std::vector<NamedProfile> profiles_;
  std::vector<std::pair<std::string, lexicon::Source>> lexicons_;
  spell::WordSet words_;
  std::vector<std::pair<std::string, std::string>> dictionaries_;
};

// A level's name ("coach"), and the level of one: suggestion where there is none.
std::string_view name_of(lexicon::Level level);
lexicon::Level level_of(std::string_view name);

}  // namespace dsk
