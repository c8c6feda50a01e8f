// From the command line to an engine and a mail: which configuration, packs and words hold, and
// what a FILE is. The core opens no file and reads no clock; this does.
#pragma once

#include <array>
#include <cstddef>
#include <deskside/deskside.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "arguments.hpp"

namespace dsk::cli {

// Options of every command that builds an engine.
inline constexpr Flag setup_flags[] = {
    {"--config", "FILE", "this configuration, instead of the deskside.toml found"},
    {"--pack", "DIR", "a folder of rules to add or to override with; may be repeated"},
    {"--profile", "NAME", "a named bundle of settings; deskside config --profiles lists them"},
    {"--language", "TAG", "auto, en-US, en-GB, or another whose dictionary is installed"},
};

// Options of every command that reads a mail.
inline constexpr Flag reading_flags[] = {
    {"--text", nullptr, "FILE is plain text, whatever its first lines look like"},
    {"--now", "DATE",
     "when it is sent: a day (its start, here) or RFC 3339; else its date or the clock"},
};

// And of those that hold it to what it answers, and to what it is.
inline constexpr Flag judging_flags[] = {
    {"--incoming", "FILE", "the message being answered, a mail or plain text"},
    {"--thread", "FILE", "earlier messages: a mail, an mbox or a folder; may be repeated"},
    {"--fragment", nullptr, "FILE is a piece of a mail: skip rules about the whole"},
    {"--template", nullptr, "FILE is a canned reply: template fields count as filled"},
    {"--stage", "NAME", "first-reply, asking, fixing, waiting, refusing, resolving, …"},
    {"--ledger", nullptr, "hold the mail to what was promised before (deskside ledger)"},
};

template <std::size_t... N>
constexpr auto join(const Flag (&...parts)[N]) {
  std::array<Flag, (N + ...)> all{};
  std::size_t at = 0;
  const auto append = [&](const auto& part) {
    for (const Flag& flag : part) all[at++] = flag;
  };
  (append(parts), ...);
  return all;
}

// The options in force: shipped, then /etc, the person's own, the one found upward from the
// working directory, packs, own words, and last the command line. `*configs` becomes the paths of
// the configurations.
deskside::options options_from(const Arguments& arguments,
                               std::vector<std::string>* configs = nullptr);

// Adds every TOML file and word list of a pack's folder.
void add_pack(deskside::options& options, const std::string& folder);

// The language that a pack's folder is named like; "" where it is named otherwise.
std::string language_of(const std::string& folder);

// What a profile sets, by name and value.
std::vector<std::pair<std::string_view, std::string_view>> settings_of(
    const deskside::fact& profile);

// The engine of options_from, its slips told.
deskside::engine engine_from(const Arguments& arguments);

// Makes mails of files; what belongs to every mail (incoming, stage, now) is read once.
class MailReader {
 public:
  explicit MailReader(const Arguments& arguments);

  deskside::mail read(std::string_view bytes) const;

 private:
  bool text_;
  std::string now_;
  std::vector<std::pair<std::string, std::string>> parts_;
  std::vector<std::string> thread_;
  bool ledger_ = false;
};

// The exit status for a failed call: 2 where the caller can do something about it, else 70.
int exit_status(deskside::status status);

// "2026-11-22T00:13:25+01:00", by this machine's clock and zone.
std::string clock_now();

// "2026-11-17" is the start of that day here, or its end, when what is promised for a day falls
// due; anything else stays as it is.
enum class DayPart { start, end };
std::string moment_of(const std::string& given, DayPart part);

// What --now says, a day as its start here; throws Misuse where it is neither that nor a time.
std::optional<std::string> now_given(const Arguments& arguments);

// "deskside: " and a sentence, to standard error; of several, a line each.
void complain(const std::string& sentences);

}  // namespace dsk::cli
