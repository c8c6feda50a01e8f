#include "setup.hpp"

#include <strings.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <optional>

#include "compiled_words.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "ledger_store.hpp"
#include "own_words.hpp"
#include "slips.hpp"

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

// What is open in this conversation; a mail that belongs to none is held to nothing.
void add_promises(deskside::mail& mail, const std::string& thread) {
  if (thread.empty() || size_of(ledger_path()).bytes == 0) return;
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

// The earlier messages.
std::vector<std::string> thread_from(const std::vector<std::string>& files) {
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

}  // namespace

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

std::string language_of(const std::string& folder) {
  const std::string path = without_slash(folder);
  const std::string name = path.substr(path.find_last_of('/') + 1);
  return is_language(name) ? name : "";
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
  const std::string named = language_of(folder);
  const std::string language = named.empty() ? "en" : named;
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
    throw Misuse(
        "--now takes a day or a time, like 2026-11-17 or 2026-11-17T10:12:00+01:00, not \"" +
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
