#include "ledger_store.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <ctime>

#include "arguments.hpp"
#include "files.hpp"

namespace dsk::cli {
namespace {

// A prepared statement; values are bound, never pasted in.
class Statement {
 public:
  Statement(sqlite3* base, const char* sql) {
    if (sqlite3_prepare_v2(base, sql, -1, &it_, nullptr) != SQLITE_OK) it_ = nullptr;
  }
  ~Statement() { sqlite3_finalize(it_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  explicit operator bool() const { return it_ != nullptr; }
  Statement& bind(std::string_view text) {
    sqlite3_bind_text(it_, ++bound_, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
  }
  Statement& bind(std::int64_t number) {
    sqlite3_bind_int64(it_, ++bound_, number);
    return *this;
  }
  int step() { return sqlite3_step(it_); }
  std::string text(int column) const {
    const unsigned char* value = sqlite3_column_text(it_, column);
    return value ? reinterpret_cast<const char*>(value) : "";
  }
  std::int64_t number(int column) const { return sqlite3_column_int64(it_, column); }

 private:
  sqlite3_stmt* it_ = nullptr;
  int bound_ = 0;
};

// The value of a header, unfolded; "" where the block has none of that name.
std::string header(std::string_view mail, std::string_view name) {
  std::string value;
  bool in = false;
  while (!mail.empty()) {
    const std::size_t end = std::min(mail.find('\n'), mail.size());
    std::string_view line = mail.substr(0, end);
    mail.remove_prefix(std::min(mail.size(), end + 1));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (in) value += line;
      continue;
    }
    if (in) break;
    in = line.size() > name.size() && line[name.size()] == ':' &&
         std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
           return std::tolower(static_cast<unsigned char>(a)) ==
                  std::tolower(static_cast<unsigned char>(b));
         });
    if (in) value = line.substr(name.size() + 1);
  }
  return value;
}

std::string first_id(const std::string& value) {
  const std::size_t begin = value.find('<');
  const std::size_t end = value.find('>', begin);
  return begin == std::string::npos || end == std::string::npos
             ? ""
             : value.substr(begin + 1, end - begin - 1);
}

}  // namespace

Ledger::Ledger(const std::string& path, bool create) : path_(path) {
  if (path.empty()) throw Misuse("there is no home folder to keep a ledger in; set HOME or --file");
  if (create) make_folders(path);
  const int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0);
  sqlite3* opened = nullptr;
  const int status = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
  base_.reset(opened);
  if (status != SQLITE_OK && create) fail();
  if (status != SQLITE_OK)
    throw Misuse(path + ": there is no ledger yet; \"deskside ledger add\" begins one");
  // Two shells may write at once.
  sqlite3_busy_timeout(base_.get(), 2000);
  // One that is as it should be is not written to: most who open it only read.
  const auto is_whole = [&] {
    return bool(Statement(base_.get(), "SELECT recipient, subject FROM promise"));
  };
  if (is_whole()) return;
  run("PRAGMA user_version = 1");
  run("CREATE TABLE IF NOT EXISTS promise (id INTEGER PRIMARY KEY, thread TEXT NOT NULL,"
      " who TEXT NOT NULL, what TEXT NOT NULL, due TEXT NOT NULL, due_at INTEGER,"
      " made TEXT NOT NULL, done TEXT NOT NULL DEFAULT '', UNIQUE (thread, what, due))");
  // A ledger begun before mails were named in it lacks these.
  if (!is_whole())
    for (const char* const column : {"recipient", "subject"})
      run(("ALTER TABLE promise ADD COLUMN " + std::string(column) + " TEXT NOT NULL DEFAULT ''")
              .c_str());
}

void Ledger::Close::operator()(sqlite3* base) const { sqlite3_close(base); }

void Ledger::run(const char* sql) {
  if (sqlite3_exec(base_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Ledger::fail() const {
  throw Misuse(path_ + ": this cannot be used as a ledger (" + sqlite3_errmsg(base_.get()) + ")");
}

bool Ledger::add(const Entry& entry) {
  Statement add(base_.get(),
                "INSERT OR IGNORE INTO promise (thread, who, what, due, made, done, due_at,"
                " recipient, subject) VALUES (?, ?, ?, ?, ?, ?, nullif(?, -1), ?, ?)");
  if (!add) fail();
  add.bind(entry.thread).bind(entry.who).bind(entry.what).bind(entry.due).bind(entry.made);
  add.bind(entry.done).bind(seconds_of(entry.due).value_or(-1)).bind(entry.to).bind(entry.subject);
  if (add.step() != SQLITE_DONE) fail();
  return sqlite3_changes(base_.get()) > 0;
}

bool Ledger::settle(std::int64_t id, const std::string& now) {
  Statement settle(base_.get(), "UPDATE promise SET done = ? WHERE id = ? AND done = ''");
  if (!settle) fail();
  if (settle.bind(now).bind(id).step() != SQLITE_DONE) fail();
  return sqlite3_changes(base_.get()) > 0;
}

std::vector<Entry> Ledger::entries(bool open_only, std::string_view thread) const {
  Statement select(base_.get(),
                   "SELECT id, thread, who, what, due, made, done, recipient, subject FROM promise"
                   " WHERE (? = 0 OR done = '') AND (? = '' OR thread = ?)"
                   " ORDER BY due_at IS NULL, due_at, id");
  if (!select) fail();
  select.bind(std::int64_t{open_only}).bind(thread).bind(thread);
  std::vector<Entry> all;
  int status = select.step();
  for (; status == SQLITE_ROW; status = select.step())
    all.push_back({select.number(0), select.text(1), select.text(2), select.text(3), select.text(4),
                   select.text(5), select.text(6), select.text(7), select.text(8)});
  if (status != SQLITE_DONE) fail();
  return all;
}

std::string ledger_path() {
  const std::string folder = own_folder("XDG_DATA_HOME", ".local/share");
  return folder.empty() ? "" : folder + "/ledger.sqlite";
}

std::optional<std::int64_t> seconds_of(std::string_view rfc3339) {
  std::tm when{};
  int used = 0;
  const std::string text(rfc3339);
  if (std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%n", &when.tm_year, &when.tm_mon,
                  &when.tm_mday, &when.tm_hour, &when.tm_min, &when.tm_sec, &used) != 6)
    return std::nullopt;
  when.tm_year -= 1900;
  when.tm_mon -= 1;
  std::int64_t seconds = ::timegm(&when);
  const char* zone = text.c_str() + used;
  int hours = 0, minutes = 0;
  if (*zone == 'Z' || *zone == 'z') return seconds;
  if ((*zone != '+' && *zone != '-') || std::sscanf(zone + 1, "%2d:%2d", &hours, &minutes) != 2)
    return std::nullopt;
  const std::int64_t offset = (hours * 60 + minutes) * 60;
  return *zone == '+' ? seconds - offset : seconds + offset;
}

std::string thread_of(std::string_view mail) {
  for (const std::string_view name : {"References", "In-Reply-To", "Message-ID"})
    if (const std::string id = first_id(header(mail, name)); !id.empty()) return id;
  return "";
}

}  // namespace dsk::cli
