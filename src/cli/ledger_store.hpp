// The ledger of promises: one SQLite file, local, and there only once somebody adds to it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace dsk::cli {

struct Entry {
  std::int64_t id = 0;
  std::string thread;  // what the mails of one conversation have in common
  std::string who;
  std::string what;
  std::string due;   // RFC 3339, "" where nobody can tell
  std::string made;  // RFC 3339, when it was promised
  std::string done;  // RFC 3339, "" while it is open
  std::string to;       // whom it was promised, "" where nobody can tell
  std::string subject;  // of the mail that promised it
};

class Ledger {
 public:
  // Throws Misuse where the file cannot be opened, or is not there and `create` is false.
  Ledger(const std::string& path, bool create);

  // False where the thread holds the same promise already.
  bool add(const Entry& entry);
  // False where there is no open promise of that number.
  bool settle(std::int64_t id, const std::string& now);
  // By due time, those without one last. `thread` "" for all.
  std::vector<Entry> entries(bool open_only, std::string_view thread = "") const;

 private:
  void run(const char* sql);
  [[noreturn]] void fail() const;

  struct Close {
    void operator()(sqlite3* base) const;
  };
  std::unique_ptr<sqlite3, Close> base_;
  std::string path_;
};

// $XDG_DATA_HOME/deskside/ledger.sqlite, ~/.local/share without it; "" where there is no home.
std::string ledger_path();

// Seconds since 1970 of an RFC 3339 time; nothing where it is none.
std::optional<std::int64_t> seconds_of(std::string_view rfc3339);

// What the mails of a conversation have in common: the first of References, else In-Reply-To, else
// the mail's own Message-ID; "" where it has none of them.
std::string thread_of(std::string_view mail);

}  // namespace dsk::cli
