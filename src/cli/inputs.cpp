#include "inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "arguments.hpp"
#include "files.hpp"

namespace dsk::cli {
namespace {

namespace fs = std::filesystem;

// So many files are worth a second core.
constexpr std::size_t kMany = 32;

// No mail is so large that reading it for nothing would be felt; an mbox may not fit into memory.
constexpr std::uint64_t kLarge = 1 << 20;

// "From ana@example.com Mon Nov  2 10:00:00 2026", or "From " alone, as Thunderbird writes it. A
// text may begin with the word.
bool is_separator(std::string_view line) {
  if (line.substr(0, 5) != "From ") return false;
  if (line.find_first_not_of(" \r", 5) == line.npos) return true;
  for (const char* const day : {" Mon ", " Tue ", " Wed ", " Thu ", " Fri ", " Sat ", " Sun "}) {
    const std::size_t at = line.find(day, 4);
    if (at == line.npos) continue;
    for (const char* const month : {"Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ", "Jul ", "Aug ",
                                    "Sep ", "Oct ", "Nov ", "Dec "})
      if (line.substr(at + 5, 4) == month) return true;
  }
  return false;
}

bool begins_mbox(std::string_view bytes) {
  return is_separator(bytes.substr(0, bytes.find('\n')));
}

// The mails of a Maildir, new ones and seen ones, or else the .eml files of a folder, by name. Throws
// Misuse where it has neither, or may not be looked into. A folder "new" alone is found anywhere.
std::vector<std::string> mails_in(const std::string& folder) {
  std::vector<std::string> mails;
  bool both = true;
  for (const char* part : {"/cur", "/new"}) {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder + part, error)) {
      std::error_code none;
      if (entry.is_regular_file(none)) mails.push_back(entry.path().string());
    }
    if (error == std::errc::permission_denied)
      throw Misuse(folder + ": you may not look into this folder; check its permissions");
    both = both && !error;
  }
  if (!both) mails = files_in(folder, ".eml");
  if (!both && mails.empty())
    throw Misuse(folder + ": this folder is no Maildir and holds no .eml file; name the mails in it");
  std::sort(mails.begin(), mails.end());
  return mails;
}

}  // namespace

bool holds_several(std::string_view bytes) {
  if (!begins_mbox(bytes)) return false;
  for (std::size_t at = bytes.find("\nFrom "); at != bytes.npos; at = bytes.find("\nFrom ", at + 1))
    if (begins_mbox(bytes.substr(at + 1))) return true;
  return false;
}

std::size_t Origin::column(std::size_t line_of_mail, std::size_t column) const {
  return column + std::binary_search(unquoted.begin(), unquoted.end(), line_of_mail);
}

Inputs::Inputs(std::vector<std::string> files, std::string label) : label_(std::move(label)) {
  for (std::string& file : files) {
    const FileSize size = file == "-" ? FileSize{} : size_of(file);
    if (!size.is_folder) {
      files_.push_back({std::move(file), size.bytes});
      continue;
    }
    for (const std::string& mail : mails_in(file)) files_.push_back({mail, size_of(mail).bytes});
  }
  for (const File& file : files_) size_ += file.bytes;
  // Of many files, each is looked at when its turn comes.
  many_ = files_.size() >= kMany || std::any_of(files_.begin(), files_.end(), is_mbox);
  if (files_.size() != 1 || files_.front().bytes > 0) return;
  piped_ = read(files_.front());
  many_ = begins_mbox(piped_->bytes);
}

// Never of a pipe, which would be read by it: a pipe has no size.
bool Inputs::is_mbox(const File& file) {
  return file.bytes > 0 && begins_mbox(beginning_of(file.path, 512));
}

bool Inputs::next(Input& out) {
  out = {};
  if (mbox_ && next_of_mbox(out)) return true;
  if (at_ == files_.size()) return false;
  open(files_[at_++], out);
  return true;
}

void Inputs::open_mbox(const std::string& file, std::unique_ptr<std::istream> bytes, Input& out) {
  mbox_ = std::move(bytes);
  mbox_name_ = file;
  in_mbox_ = 0;
  lines_ = 1;
  pending_.clear();
  std::getline(*mbox_, pending_);  // "From somebody Thu Nov 19 …"
  out = {};
  next_of_mbox(out);
}

Input Inputs::read(const File& file) const {
  Input input;
  input.label = label_.empty() ? file.path : label_;
  input.origin.file = input.label;
  try {
    input.bytes = read_mail(file.path);
  } catch (const Misuse& mistake) {
    input.problem = mistake.what();
  }
  return input;
}

void Inputs::open(const File& file, Input& out) {
  if (file.bytes > kLarge && is_mbox(file))
    return open_mbox(file.path, std::make_unique<std::ifstream>(file.path, std::ios::binary), out);
  out = piped_ ? std::move(*std::exchange(piped_, std::nullopt)) : read(file);
  if (begins_mbox(out.bytes))
    return open_mbox(file.path, std::make_unique<std::istringstream>(std::move(out.bytes)), out);
  taken_ += out.bytes.size();
  out.read_so_far = taken_;
}

// A message ends where a line beginning "From " follows an empty one; ">From " is quoted.
bool Inputs::next_of_mbox(Input& out) {
  if (!*mbox_ && pending_.empty()) {
    mbox_.reset();
    return false;
  }
  taken_ += pending_.size() + 1;
  pending_.clear();
  bool empty_before = false;
  std::string line;
  Origin& origin = out.origin;
  origin.lines_before = lines_;
  while (std::getline(*mbox_, line)) {
    ++lines_;
    if (empty_before && is_separator(line)) {
      pending_ = std::move(line);
      break;
    }
    empty_before = line.empty() || line == "\r";
    if (line.compare(0, 6, ">From ") == 0) {
      line.erase(0, 1);
      origin.unquoted.push_back(lines_ - origin.lines_before);
    }
    out.bytes += line;
    out.bytes += '\n';
  }
  taken_ += out.bytes.size();
  origin.file = label_.empty() ? mbox_name_ : label_;
  origin.number = ++in_mbox_;
  out.label = origin.file + ":" + std::to_string(in_mbox_);
  out.read_so_far = taken_;
  if (mbox_->bad()) {
    out.bytes.clear();
    out.problem = out.label + ": reading stopped here, so no later mail is checked; copy the " +
                  "mailbox to another disk and try again";
  }
  if (pending_.empty()) mbox_.reset();
  return true;
}

}  // namespace dsk::cli
