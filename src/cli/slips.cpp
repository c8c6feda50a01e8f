#include "slips.hpp"

#include <algorithm>

#include "../toml.hpp"
#include "files.hpp"
#include "setup.hpp"

namespace dsk::cli {
namespace {

// The commonest words of a language are what its mails are known by: a pack of another language
// has them, and a handful of English rules has not.
bool knows_its_language(const std::string& folder) {
  for (const std::string& file : files_in(folder, ".toml"))
    if (("\n" + read_file(file)).find("\nstop_words") != std::string::npos) return true;
  return false;
}

bool fits_a_rule(const deskside::engine& engine, const std::string& glob) {
  const std::vector<deskside::rule> rules = engine.rules();
  return std::any_of(rules.begin(), rules.end(),
                     [&](const deskside::rule& one) { return one.fits(glob); });
}

// ":LINE:COLUMN" of the rule set in a configuration, in a profile where one is named; "" where it
// is not found.
std::string place_of(const std::string& rule, const std::string& config,
                     const std::string& profile) {
  toml::table file;
  try {
    file = toml::parse(read_if_there(config).value_or(""));
  } catch (const toml::parse_error&) {  // changed since the engine read it
    return "";
  }
  const auto rules = profile.empty() ? file["rules"] : file["profile"][profile]["rules"];
  const toml::table* const all = rules.as_table();
  if (!all) return "";
  const auto found = all->find(rule);
  if (found == all->end()) return "";
  const toml::source_position at = found->first.source().begin;
  return ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

// "closing-*" for "clossing-*"; "" where no beginning is like it.
std::string nearest_glob(const deskside::engine& engine, const std::string& glob) {
  const std::size_t open = glob.find_first_of("*?");
  std::vector<std::string> beginnings;
  for (const deskside::rule& one : engine.rules()) {
    const std::string id(one.id());
    for (std::size_t dash = id.find('-'); dash != id.npos; dash = id.find('-', dash + 1))
      beginnings.push_back(id.substr(0, dash + (open > 0 && glob[open - 1] == '-')));
  }
  const std::string meant = open < 3 ? "" : nearest(glob.substr(0, open), beginnings);
  return !meant.empty() && fits_a_rule(engine, meant + glob.substr(open))
             ? meant + glob.substr(open)
             : "";
}

}  // namespace

std::string nearest_rule(const deskside::engine& engine, std::string_view id) {
  std::vector<std::string> known;
  for (const deskside::rule& one : engine.rules()) known.emplace_back(one.id());
  // "tone-as": its beginning, where one rule alone has it.
  const auto begins = [&](const std::string& one) { return one.rfind(id, 0) == 0; };
  const auto first = std::find_if(known.begin(), known.end(), begins);
  if (!id.empty() && first != known.end() && std::count_if(first, known.end(), begins) == 1)
    return "did you mean " + *first + "?";
  std::string meant = nearest(id, known);
  if (meant.empty()) {  // "minimizer": without what its id begins with
    std::vector<std::string> ends;
    for (const std::string& one : known) ends.push_back(one.substr(one.find('-') + 1));
    if (const std::string end = nearest(id, ends); !end.empty())
      meant = known[std::find(ends.begin(), ends.end(), end) - ends.begin()];
  }
  return meant.empty() ? "\"deskside rules\" lists them" : "did you mean " + meant + "?";
}

std::size_t tell_slips(const deskside::options& options, const deskside::engine& engine,
                       const std::vector<std::string>& packs,
                       const std::vector<std::string>& configs) {
  for (const std::string& folder : packs)
    if (const std::string language = language_of(folder);
        !language.empty() && !knows_its_language(folder))
      complain("the folder " + folder + " is named like a language, so its rules stand alone, " +
               "without the English ones; call it " + language +
               "-rules, or give it \"stop_words\" where it is a language");
  constexpr std::size_t most = 10;  // as many mistakes as a configuration is told of at once
  std::size_t slips = 0;
  const auto look = [&](std::string_view name, const auto& origin_of) {
    if (name.substr(0, 5) != "rule.") return;
    const std::string id(name.substr(5));
    if (fits_a_rule(engine, id) || ++slips > most) return;
    const bool is_glob = id.find_first_of("*?") != std::string::npos;
    const std::string glob = is_glob ? nearest_glob(engine, id) : "";
    complain(origin_of(id) + ": " +
             (!is_glob ? "there is no rule \"" + id + "\"; " + nearest_rule(engine, id)
                       : "\"" + id + "\" fits no rule; " +
                             (glob.empty() ? "\"deskside rules\" lists them"
                                           : "did you mean \"" + glob + "\"?")));
  };
  for (const deskside::option& option : options.list())
    look(option.name, [&](const std::string& id) {
      return option.origin + place_of(id, option.origin, "");
    });
  for (const deskside::fact profile :
       configs.empty() ? std::vector<deskside::fact>() : engine.profiles())
    if (profile.text().empty())  // of a person, not of a pack
      for (const auto& [name, value] : settings_of(profile))
        look(name, [&, of = std::string(profile.name())](const std::string& id) {
          for (auto config = configs.rbegin(); config != configs.rend(); ++config)
            if (const std::string place = place_of(id, *config, of); !place.empty())
              return *config + place;
          return "profile " + of;
        });
  if (slips > most)
    complain("and " + std::to_string(slips - most) + " more rules that there are not");
  return slips;
}

}  // namespace dsk::cli
