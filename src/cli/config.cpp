#include <algorithm>
#include <map>

#include "commands.hpp"
#include "config_text.hpp"
#include "json.hpp"
#include "output.hpp"
#include "own_words.hpp"
#include "sendmail_settings.hpp"
#include "setup.hpp"
#include "shown.hpp"
#include "slips.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--changed", nullptr, "only what differs from the defaults"},
    {"--profiles", nullptr, "the profiles there are, and what each sets"},
    {"--format", "NAME", "text (default) or json"},
};
constexpr auto flags = join(own_flags, setup_flags);

SendmailSettings sending(const Arguments& arguments) {
  std::string trouble;
  SendmailSettings settings = sendmail_settings(arguments, trouble);
  if (!trouble.empty()) throw Misuse(trouble.substr(0, trouble.size() - 1));
  return settings;
}

// In the form of options: the engine knows nothing of it.
std::vector<deskside::option> as_options(const SendmailSettings& settings) {
  std::vector<deskside::option> all;
  const auto add = [&](const char* name, const SendmailSetting& setting) {
    std::string value;
    for (const std::string& one : setting.values) value += (value.empty() ? "" : " ") + one;
    all.push_back({name, value, setting.origin});
  };
  add("sendmail.senders", settings.senders);
  add("sendmail.transport", settings.transport);
  add("sendmail.mailbox", settings.mailbox);
  return all;
}

// Each with what it is for, its settings, and its rules by what it makes of them.
void print_profiles(const deskside::engine& engine) {
  const Style style = Style::of_terminal();
  for (const deskside::fact profile : engine.profiles()) {
    std::map<std::string, std::string> sets;
    for (const auto& [name, value] : settings_of(profile)) {
      const bool rule = name.substr(0, 5) == "rule.";
      std::string& all = sets[rule ? "rules " + std::string(value) : "options"];
      if (!all.empty()) all += ", ";
      all += rule ? std::string(name.substr(5)) : std::string(name) + " = " + std::string(value);
    }
    print(wrapped(visible(profile.text().empty() ? "of your own" : profile.text()),
                  style.paint(Ink::bold, profile.name()) +
                      std::string(profile.name().size() < 15 ? 16 - profile.name().size() : 1, ' '),
                  std::string(16, ' ')));
    for (auto& [what, names] : sets) {
      std::string first = "  " + what;
      first.resize(std::max<std::size_t>(first.size() + 1, 20), ' ');
      print(wrapped(visible(names), first, std::string(20, ' ')));
    }
  }
}

void print_profiles_as_json(const deskside::engine& engine) {
  Json json;
  json.begin_array();
  for (const deskside::fact profile : engine.profiles())
    json.begin_object()
        .member("name", profile.name())
        .member("about", profile.text())
        .member("sets", profile.value())
        .end_object();
  json.end_array();
  print(json.end_line().text());
}

bool is_rule(const deskside::option& one) { return one.name.substr(0, 5) == "rule."; }

// Is nothing of the earlier line in force, given the later? "on" leaves the level that was there.
bool hides(const std::vector<deskside::rule>& rules, const deskside::option& later,
           const deskside::option& earlier) {
  if (!is_rule(later) || !is_rule(earlier)) return false;
  if (later.value == "on" && earlier.value != "on" && earlier.value != "off") return false;
  bool any = false;
  for (const deskside::rule& rule : rules) {
    if (!rule.fits(earlier.name.substr(5))) continue;
    if (!rule.fits(later.name.substr(5))) return false;
    any = true;
  }
  return any;
}

// Puts what a profile sets where the engine does: what its pack says below what a person set, what
// a configuration says of it above.
void apply(const deskside::fact& profile, const deskside::engine& engine,
           std::vector<deskside::option>& all, std::map<std::string, std::string>& instead) {
  const bool own = profile.text().empty();
  const std::vector<deskside::rule> rules = engine.rules();
  auto below = std::find_if(all.begin(), all.end(), is_rule) - all.begin();
  for (const auto& [name, value] : settings_of(profile)) {
    // These are chosen for the engine; no profile changes them for a mail.
    if (name == "dictionary.path" || name == "hunspell" || name == "language" || name == "profile")
      continue;
    const deskside::option one{std::string(name), std::string(value),
                               "profile " + std::string(profile.name())};
    if (!is_rule(one)) {
      for (deskside::option& set : all)
        if (set.name == name && (own || set.origin == "default")) set = one;
    } else if (own) {
      const auto gone = std::stable_partition(all.begin(), all.end(), [&](const auto& earlier) {
        return !hides(rules, one, earlier);
      });
      for (auto it = gone; it != all.end(); ++it)
        instead[it->name] =
            one.origin + " has \"" + one.name.substr(5) + "\" = \"" + one.value + "\"";
      all.erase(gone, all.end());
      all.push_back(one);
    } else if (std::none_of(all.begin() + below, all.end(),
                            [&](const auto& later) { return hides(rules, later, one); })) {
      all.insert(all.begin() + below++, one);
    }
  }
}

// The options as the engine takes them for a mail that no [[when]] section is about.
std::vector<deskside::option> in_force(const deskside::options& options,
                                       const deskside::engine& engine,
                                       std::map<std::string, std::string>& instead) {
  std::vector<deskside::option> all = options.list();
  const auto chosen = std::find_if(all.begin(), all.end(),
                                   [](const auto& one) { return one.name == "profile"; });
  const std::string name = chosen == all.end() ? "" : chosen->value;
  for (const deskside::fact profile : engine.profiles())
    if (profile.name() == name) apply(profile, engine, all, instead);
  return all;
}

// "words" and "when": what a configuration holds beside options.
bool is_option(const deskside::option& one) { return one.name != "words" && one.name != "when"; }

void print_as_json(const std::vector<deskside::option>& all) {
  Json json;
  json.begin_array();
  for (const deskside::option& option : all)
    json.begin_object()
        .member("name", option.name)
        .member("value", option.value)
        .member("origin", option.origin)
        .end_object();
  json.end_array();
  print(json.end_line().text());
}

int config(const Arguments& arguments) {
  arguments.expect_operands(0, 0);
  std::vector<std::string> configs;
  const bool as_json = arguments.choice("--format", {"text", "json"}) == "json";
  const deskside::options options = options_from(arguments, &configs);
  // Options may be set to what no engine takes: building one says so here, not at the next mail.
  const deskside::engine engine(options);
  const int status = tell_slips(options, engine, arguments.values("--pack"), configs) > 0 ? 2 : 0;
  if (arguments.has("--profiles")) {
    as_json ? print_profiles_as_json(engine) : print_profiles(engine);
    return status;
  }
  InForce it{options.list(), {}, {}, sending(arguments), {}, {}};
  it.in_force = in_force(options, engine, it.instead);
  std::string words;
  for (const std::string& word : own_words())
    if (word.find_first_of(" \t,;") == word.npos)
      words += (words.empty() ? "" : ", ") + word;
    else  // no configuration takes it
      it.no_words.push_back(word);
  if (!words.empty())
    for (auto* list : {&it.given, &it.in_force})
      list->push_back({"words", words, own_words_path()});
  const bool changed = arguments.has("--changed");
  if (!as_json) {
    for (const deskside::fact profile : engine.profiles())
      if (profile.text().empty()) it.profiles.push_back(profile);
    print(as_configuration(it, changed));
    return status;
  }
  std::vector<deskside::option>& all = it.in_force;
  for (deskside::option& one : as_options(it.sending)) all.push_back(std::move(one));
  std::stable_partition(all.begin(), all.end(), is_option);
  if (changed)
    all.erase(std::remove_if(all.begin(), all.end(),
                             [](const auto& one) { return one.origin == "default"; }),
              all.end());
  print_as_json(all);
  return status;
}

}  // namespace

const Command config_command = {
    "config",
    "",
    "print what is in force, and where each value came from",
    "A configuration that says the same: options, words, rules, profiles and [[when]] sections. What\n"
    "is a default, or what the chosen profile sets, is a remark. Read in this order, later ones win:\n"
    "/etc/deskside/deskside.toml, the one in $XDG_CONFIG_HOME/deskside/, the nearest\n"
    "deskside.toml from the working directory upward, the command line. What you set wins\n"
    "over a shipped profile, and a [profile.NAME] of yours wins over both. Own words:\n"
    "$XDG_CONFIG_HOME/deskside/words.txt. Exit status 2 says that a configuration has a mistake, one that\n"
    "other commands only warn of included: a rule that there is not.",
    flags.data(),
    flags.size(),
    config};

}  // namespace dsk::cli
