#include "setup.hpp"

#include <strings.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <optional>

#include "compiled_words.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "ledger_store.hpp"
#include "own_words.hpp"

namespace dsk::cli {
namespace {

constexpr const char* config_name = "deskside.toml";

std::string working_directory() {
  char* folder = ::getcwd(nullptr, 0);
  const std::string path = folder ? folder : "";
  std::free(folder);
  return path;
}

bool add_config(deskside::options& options, const std::string& path, bool trusted,
                std::vector<std::string>& found) {
  const std::optional<std::string> toml = read_if_there(path);
  if (toml) options.config(path, *toml, trusted);
  if (toml) found.push_back(path);
  return toml.has_value();
}

// The nearest one, from the working directory up to the root.
void add_config_upward(deskside::options& options, std::vector<std::string>& found) {
  std::string folder = working_directory();
  while (!folder.empty()) {
    if (folder.back() != '/') folder += '/';
    if (add_config(options, folder + config_name, false, found)) return;
    if (folder == "/") break;
    folder.erase(folder.find_last_of('/', folder.size() - 2) + 1);
  }
}

void add_word_file(deskside::options& options, const std::string& path) {
  const std::optional<std::string> words = read_if_there(path);
  if (!words) return;
  try {
    options.words(*words);
  } catch (const deskside::error& error) {
    throw Misuse(path + ": " + error.what());
  }
}

// The list compiled for the language chosen, where it is not the one linked in.
void add_compiled_words(deskside::options& options) {
  std::string language;
  std::string folder;
  for (const deskside::option& option : options.list()) {
    if (option.name == "language") language = option.value;
    if (option.name == "dictionary.path") folder = option.value;
  }
  if (language.empty() || language == "auto" || language == "en-US") return;
  if (const auto words = compiled_words(dictionary_files(folder, language), language))
    options.dictionary(language, *words);
}

// "en", "en-GB", "pt_BR": what a folder under lexicons/ is called.
bool is_language(std::string_view name) {
  const auto letter = [&](std::size_t at) {
    return std::isalpha(static_cast<unsigned char>(name[at])) != 0;
  };
  if (name.size() != 2 && name.size() != 5) return false;
  if (!letter(0) || !letter(1)) return false;
  return name.size() == 2 || ((name[2] == '-' || name[2] == '_') && letter(3) && letter(4));
}

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

std::string pack_name(const std::string& folder) {
  const std::string path = without_slash(folder);
  return path.substr(path.find_last_of('/') + 1);
}

// The commonest words of a language are what its mails are known by: a pack of another language
// has them, and a handful of English rules has not.
bool knows_its_language(const std::string& folder) {
  for (const std::string& file : files_in(folder, ".toml"))
    if (("\n" + read_file(file)).find("\nstop_words") != std::string::npos) return true;
  return false;
}

// What is open in this conversation; a mail that belongs to none is held to nothing.
void add_promises(deskside::mail& mail, const std::string& thread) {
  if (thread.empty() || !read_if_there(ledger_path())) return;
  for (const Entry& entry : Ledger(ledger_path(), false).entries(true, thread))
    if (!entry.due.empty()) mail.add("promise", entry.due + "|" + entry.what);
}

// Has the header block a Date line? Only then is the mail's own date the time it speaks from.
bool has_date(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end);
    if (line.empty() || line == "\r") return false;
    if (line.size() > 5 && ::strncasecmp(line.data(), "date:", 5) == 0) return true;
    const bool folded = line.front() == ' ' || line.front() == '\t';
    if (!folded && line.find(':') == std::string_view::npos && line.substr(0, 5) != "From ")
      return false;
    if (end == std::string_view::npos) return false;
    bytes.remove_prefix(end + 1);
  }
  return false;
}

// The earlier messages: each name is a mail, an mbox, a Maildir or a folder of mails.
std::vector<std::string> thread_from(const std::vector<std::string>& names) {
  std::vector<std::string> files;
  for (const std::string& name : names) {
    const std::vector<std::string> mails =
        is_folder(name) ? files_in(name, ".eml") : std::vector<std::string>();
    files.insert(files.end(), mails.begin(), mails.end());
    if (mails.empty()) files.push_back(name);
  }
  std::vector<std::string> messages;
  if (files.empty()) return messages;
  Inputs inputs(files, "");
  for (Input mail; inputs.next(mail);) {
    if (!mail.problem.empty()) throw Misuse(mail.problem);
    messages.push_back(std::move(mail.bytes));
  }
  return messages;
}

// As RFC 3339, with the offset in force here then.
std::string stamp_of(const std::tm& local) {
  char text[32];
  const std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S%z", &local);
  std::string stamp(text, size);
  if (stamp.size() > 2) stamp.insert(stamp.size() - 2, ":");
  return stamp;
}

// Why a mail does not take this; "" where it does.
std::string no_such(const char* part, const std::string& value) {
  try {
    deskside::mail mail;
    mail.set(part, value);
  } catch (const deskside::error& error) {
    return error.what();
  }
  return "";
}

bool fits_a_rule(const deskside::engine& engine, const std::string& glob) {
  const std::vector<deskside::rule> rules = engine.rules();
  return std::any_of(rules.begin(), rules.end(),
                     [&](const deskside::rule& one) { return one.fits(glob); });
}

// ":LINE:COLUMN" of the rule set in a configuration, below a table of this name where one is given; ""
// where it is not found.
std::string place_of(const std::string& rule, const std::string& config, const std::string& table) {
  const std::string text = read_if_there(config).value_or("");
  const auto is_of_name = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || std::strchr("-_*?.", c) != nullptr;
  };
  std::size_t line = 0, begin = 0;
  bool below = table.empty();
  for (; begin < text.size(); begin = text.find('\n', begin) + 1) {
    ++line;
    const std::size_t stop = std::min(text.find('\n', begin), text.size());
    const std::string_view it = std::string_view(text).substr(begin, stop - begin);
    const std::size_t first = it.find_first_not_of(" \t");
    if (!table.empty() && first != it.npos && it[first] == '[')
      below = it.find("profile." + table) != it.npos || it.find("profile.\"" + table) != it.npos;
    for (std::size_t at = below && first != it.npos && it[first] != '#' ? it.find(rule) : it.npos;
         at != it.npos; at = it.find(rule, at + 1)) {
      const std::size_t end = at + rule.size();
      const std::size_t next = it.find_first_not_of("\"' \t", end);
      if (next != it.npos && it[next] == '=' && (at == 0 || !is_of_name(it[at - 1])))
        return ":" + std::to_string(line) + ":" +
               std::to_string(at + 1 - (at > 0 && (it[at - 1] == '"' || it[at - 1] == '\'')));
    }
    if (stop == text.size()) break;
  }
  return "";
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
  return !meant.empty() && fits_a_rule(engine, meant + glob.substr(open)) ? meant + glob.substr(open)
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

void tell_slips(const deskside::options& options, const deskside::engine& engine,
                const std::vector<std::string>& packs, const std::vector<std::string>& configs) {
  for (const std::string& folder : packs)
    if (is_language(pack_name(folder)) && !knows_its_language(folder))
      complain("the folder " + folder + " is named like a language, so its rules stand alone, " +
               "without the English ones; call it " + pack_name(folder) +
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
  for (const deskside::fact profile : configs.empty() ? std::vector<deskside::fact>() : engine.profiles())
    if (profile.text().empty())  // of a person, not of a pack
      for (const auto& [name, value] : settings_of(profile))
        look(name, [&, of = std::string(profile.name())](const std::string& id) {
          for (auto config = configs.rbegin(); config != configs.rend(); ++config)
            if (const std::string place = place_of(id, *config, of); !place.empty())
              return *config + place;
          return "profile " + of;
        });
  if (slips > most) complain("and " + std::to_string(slips - most) + " more rules that there are not");
}

std::vector<std::pair<std::string_view, std::string_view>> settings_of(
    const deskside::fact& profile) {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  for (std::string_view rest = profile.value(); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t equals = line.find(" = ");
    all.emplace_back(line.substr(0, equals), line.substr(equals + 3));
  }
  return all;
}

deskside::engine engine_from(const Arguments& arguments) {
  std::vector<std::string> configs;
  const deskside::options options = options_from(arguments, &configs);
  deskside::engine engine(options);
  tell_slips(options, engine, arguments.values("--pack"), configs);
  return engine;
}

void add_pack(deskside::options& options, const std::string& folder) {
  if (!is_folder(folder)) throw Misuse(folder + ": there is no such folder of rules");
  const std::string path = without_slash(folder);
  const std::string name = pack_name(folder);
  const std::string language = is_language(name) ? name : "en";
  const std::vector<std::string> packs = files_in(path, ".toml");
  if (packs.empty()) throw Misuse(folder + ": there are no rules in it (a pack is *.toml files)");
  for (const std::string& file : packs) options.lexicon(language, file, read_file(file));
  for (const std::string& file : files_in(path + "/words", ".txt")) add_word_file(options, file);
}

deskside::options options_from(const Arguments& arguments, std::vector<std::string>* configs) {
  deskside::options options;
  const std::string home = config_folder();
  std::vector<std::string> found;
  if (const auto config = arguments.value("--config")) {
    options.config(*config, read_file(*config), true);
    found.push_back(*config);
  } else {
    add_config(options, std::string("/etc/deskside/") + config_name, true, found);
    if (!home.empty()) add_config(options, home + "/" + config_name, true, found);
    add_config_upward(options, found);
  }
  if (configs) *configs = std::move(found);
  for (const std::string& folder : arguments.values("--pack")) add_pack(options, folder);
  if (const std::string own = own_words_path(); !own.empty()) add_word_file(options, own);
  if (const auto language = arguments.value("--language")) options.set("language", *language);
  if (const auto profile = arguments.value("--profile")) options.set("profile", *profile);
  add_compiled_words(options);
  return options;
}

MailReader::MailReader(const Arguments& arguments)
    : text_(arguments.has("--text")), now_(clock_now()), ledger_(arguments.has("--ledger")) {
  if (const auto stage = arguments.value("--stage")) {
    const std::string mistake = no_such("stage", *stage);
    if (!mistake.empty()) throw Misuse("--stage: " + mistake);
    parts_.emplace_back("stage", *stage);
  }
  if (const auto now = now_given(arguments)) {
    parts_.emplace_back("now", *now);
    now_.clear();
  }
  if (const auto incoming = arguments.value("--incoming")) {
    parts_.emplace_back("incoming", read_mail(*incoming));
    std::string& bytes = parts_.back().second;
    if (bytes.find_first_not_of(" \t\r\n") == bytes.npos) {
      bytes.clear();
      complain(*incoming + ": the message you answer is empty here, so the mail is looked over " +
               "without it; save it to this file again");
    }
  }
  if (arguments.has("--fragment")) parts_.emplace_back("fragment", "yes");
  if (arguments.has("--template")) parts_.emplace_back("template", "yes");
  thread_ = thread_from(arguments.values("--thread"));
}

deskside::mail MailReader::read(std::string_view bytes) const {
  deskside::mail mail;
  mail.set(text_ ? "text" : "raw", bytes);
  for (const auto& [part, value] : parts_) mail.set(part, value);
  for (const std::string& message : thread_) mail.add("thread", message);
  if (!now_.empty() && (text_ || !has_date(bytes))) mail.set("now", now_);
  if (ledger_) add_promises(mail, thread_of(bytes));
  return mail;
}

int exit_status(deskside::status status) {
  switch (status) {
    case deskside::status::encoding:
    case deskside::status::option:
    case deskside::status::lexicon:
    case deskside::status::dictionary:
      return 2;
    default:
      return 70;
  }
}

std::string clock_now() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return stamp_of(local);
}

std::string moment_of(const std::string& given, DayPart part) {
  std::tm day{};
  const char* const end = ::strptime(given.c_str(), "%Y-%m-%d", &day);
  if (given.size() != 10 || end == nullptr || *end != '\0') return given;
  const int said = day.tm_mday;
  if (part == DayPart::end) day.tm_hour = 23, day.tm_min = 59;
  day.tm_isdst = -1;
  const bool known = std::mktime(&day) != -1 && day.tm_mday == said;
  return known ? stamp_of(day) : given;
}

std::optional<std::string> now_given(const Arguments& arguments) {
  const std::optional<std::string> given = arguments.value("--now");
  if (!given) return std::nullopt;
  const std::string now = moment_of(*given, DayPart::start);
  if (now.empty() || !no_such("now", now).empty())
    throw Misuse("--now takes a day or a time, like 2026-11-17 or 2026-11-17T10:12:00+01:00, not \"" +
                 *given + "\"");
  return now;
}

void complain(const std::string& sentences) {
  for (std::string_view rest = sentences; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::fprintf(stderr, "deskside: %.*s\n", static_cast<int>(end), rest.data());
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

}  // namespace dsk::cli
