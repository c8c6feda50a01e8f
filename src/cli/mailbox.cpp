#include "mailbox.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <utility>
#include <vector>

#include "files.hpp"

namespace dsk::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view field = "message-id:";

// Is `at` inside the value of a Message-ID field, which may be folded once?
bool in_message_id(std::string_view text, std::size_t at) {
  for (int lines = 0; lines < 2; ++lines) {
    const std::size_t feed = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = feed == std::string_view::npos ? 0 : feed + 1;
    const std::string_view line = text.substr(begin);
    if (line.size() >= field.size() && ::strncasecmp(line.data(), field.data(), field.size()) == 0)
      return true;
    if (line.empty() || (line[0] != ' ' && line[0] != '\t') || begin == 0) return false;
    at = begin - 1;
  }
  return false;
}

class Mapped {
 public:
  explicit Mapped(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat about;
    if (file >= 0 && ::fstat(file, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0) {
      size_ = static_cast<std::size_t>(about.st_size);
      data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    }
    if (file >= 0) ::close(file);
  }
  Mapped(const Mapped&) = delete;
  Mapped& operator=(const Mapped&) = delete;
  ~Mapped() {
    if (data_ != MAP_FAILED) ::munmap(data_, size_);
  }

  std::string_view text() const {
    if (data_ == MAP_FAILED) return {};
    return {static_cast<const char*>(data_), size_};
  }

 private:
  void* data_ = MAP_FAILED;
  std::size_t size_ = 0;
};

// The message around `at`: from the line after "From …", where there is one, to the empty line before
// the next.
std::string message_at(std::string_view box, std::size_t at) {
  std::size_t begin = box.rfind("\nFrom ", at) + 1;  // npos + 1 is the beginning
  if (box.substr(begin, 5) == "From ") begin = box.find('\n', begin) + 1;
  for (std::size_t end = at; (end = box.find("\nFrom ", end)) != box.npos; ++end) {
    const std::size_t line = end - (box[end - 1] == '\r');
    if (box[line - 1] == '\n') return std::string(box.substr(begin, line - begin));
  }
  return std::string(box.substr(begin));
}

// Backward in windows, so that the deadline holds in a mailbox of any size.
std::string find_in_mbox(const std::string& path, std::string_view id, Clock::time_point deadline) {
  constexpr std::size_t window = 4u << 20;
  const Mapped file(path);
  const std::string_view box = file.text();
  std::size_t end = box.size();
  while (end > 0 && Clock::now() < deadline) {
    const std::size_t begin = end > window ? end - window : 0;
    const std::string_view piece = box.substr(begin, end - begin + id.size());
    for (std::size_t at = piece.rfind(id); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : piece.rfind(id, at - 1))
      if (in_message_id(box, begin + at)) return message_at(box, begin + at);
    end = begin;
  }
  return {};
}

// The newest mail first: a Maildir name begins with its time. A heap, since of a folder of many
// only the first are looked at before time is up.
std::string find_in_folder(const std::string& folder, std::string_view id,
                           Clock::time_point deadline) {
  std::vector<std::pair<long long, std::string>> names;
  if (DIR* open = ::opendir(folder.c_str())) {
    while (const dirent* entry = ::readdir(open)) {
      if (entry->d_name[0] != '.') names.emplace_back(std::atoll(entry->d_name), entry->d_name);
      if (names.size() % 1024 == 0 && Clock::now() >= deadline) break;
    }
    ::closedir(open);
  }
  for (std::make_heap(names.begin(), names.end()); !names.empty(); names.pop_back()) {
    if (Clock::now() >= deadline) return {};
    std::pop_heap(names.begin(), names.end());
    const Mapped file(folder + "/" + names.back().second);
    const std::string_view head = file.text().substr(0, 32768);
    // References quotes older ids, often before Message-ID: look at each place.
    for (std::size_t at = head.find(id); at != std::string_view::npos; at = head.find(id, at + 1))
      if (in_message_id(head, at)) return std::string(file.text());
  }
  return {};
}

std::string find_in_maildir(const std::string& path, std::string_view id,
                            Clock::time_point deadline) {
  for (const char* part : {"/new", "/cur"}) {
    std::string found = find_in_folder(path + part, id, deadline);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace

std::string find_message(const std::string& path, std::string_view id, Clock::time_point deadline) {
  if (id.size() < 3) return {};
  if (!is_folder(path)) return find_in_mbox(path, id, deadline);
  std::string found = find_in_maildir(path, id, deadline);
  if (!found.empty()) return found;
  // Subfolders, as Maildir++ (".Sent") and as plain folders name them.
  std::vector<std::string> folders;
  if (DIR* open = ::opendir(path.c_str())) {
    while (const dirent* entry = ::readdir(open)) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == ".." || name == "cur" || name == "new" || name == "tmp") continue;
      folders.push_back(path + "/" + std::string(name));
    }
    ::closedir(open);
  }
  std::sort(folders.begin(), folders.end());
  for (const std::string& folder : folders) {
    if (Clock::now() >= deadline) return {};
    found = is_folder(folder + "/cur") ? find_in_maildir(folder, id, deadline)
                                       : find_in_mbox(folder, id, deadline);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace dsk::cli
