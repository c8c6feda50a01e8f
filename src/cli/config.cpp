#include <algorithm>
#include <map>

#include "commands.hpp"
#include "json.hpp"
#include "output.hpp"
#include "own_words.hpp"
#include "sendmail_settings.hpp"
#include "setup.hpp"
#include "shown.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--changed", nullptr, "only what differs from the defaults"},
    {"--profiles", nullptr, "the profiles there are, and what each sets"},
    {"--format", "NAME", "text (default) or json"},
};
constexpr auto flags = join(join(std::array<Flag, 0>{}, own_flags), setup_flags);

// What [sendmail] says, in the form of options: the engine knows nothing of it.
std::vector<deskside::option> sending(const Arguments& arguments) {
  std::string trouble;
  const SendmailSettings settings = sendmail_settings(arguments, trouble);
  if (!trouble.empty()) throw Misuse(trouble.substr(0, trouble.size() - 1));
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

int config(const Arguments& arguments) {
  arguments.expect_operands(0, 0);
  const bool as_json = arguments.choice("--format", {"text", "json"}) == "json";
  const deskside::options options = options_from(arguments);
  // Options may be set to what no engine takes: building one says so here, not at the next mail.
  const deskside::engine engine(options);
  tell_slips(options, engine, arguments.values("--pack"));
  if (arguments.has("--profiles")) {
    as_json ? print_profiles_as_json(engine) : print_profiles(engine);
    return 0;
  }
  std::vector<deskside::option> all = options.list();
  std::string words;
  for (const std::string& word : own_words()) words += (words.empty() ? "" : ", ") + word;
  if (!words.empty()) all.push_back({"words", words, own_words_path()});
  for (deskside::option& one : sending(arguments)) all.push_back(std::move(one));
  if (arguments.has("--changed"))
    all.erase(std::remove_if(all.begin(), all.end(),
                             [](const auto& one) { return one.origin == "default"; }),
              all.end());
  std::string out;
  Json json;
  if (as_json) json.begin_array();
  for (const deskside::option& option : all) {
    if (as_json) {
      json.begin_object()
          .member("name", option.name)
          .member("value", option.value)
          .member("origin", option.origin)
          .end_object();
      continue;
    }
    std::string line = option.name + " = \"" + visible(cut_short(option.value)) + "\"";
    line.resize(std::max<std::size_t>(line.size() + 2, 52), ' ');
    out += line + "# " + option.origin + "\n";
  }
  if (as_json) json.end_array();
  print(as_json ? json.end_line().text() : out);
  return 0;
}

}  // namespace

const Command config_command = {
    "config",
    "",
    "print what is in force, and where each value came from",
    "Options, own words and [[when]] sections. Read in this order, later ones win:\n"
    "/etc/deskside/deskside.toml, the one in $XDG_CONFIG_HOME/deskside/, the nearest\n"
    "deskside.toml from the working directory upward, the command line. Own words:\n"
    "$XDG_CONFIG_HOME/deskside/words.txt.",
    flags.data(),
    flags.size(),
    config};

}  // namespace dsk::cli
