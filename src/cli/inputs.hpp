// The mails of the files named on the command line, one at a time: a file is a mail, an mbox or,
// where it is a folder, a Maildir or one of .eml files. Memory is that of one mail, whatever the size of the archive,
// but for one that comes through standard input or a pipe, which is held as a whole.
#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dsk::cli {

// Where a mail was read from, and what its lines are there.
struct Origin {
  std::string file;              // "archive.mbox"; its label, where there is one
  std::size_t number = 0;        // which one it is in an mbox, from 1 on
  std::size_t lines_before = 0;  // it has in the mbox
  std::vector<std::size_t> unquoted;  // its lines that have a ">" more there

  std::size_t line(std::size_t of_mail) const { return lines_before + of_mail; }
  std::size_t column(std::size_t line_of_mail, std::size_t column) const;
};

struct Input {
  std::string label;  // "reply.eml", "archive.mbox:12", "Maildir/cur/…"
  Origin origin;
  std::string bytes;
  std::string problem;            // why it could not be read; then `bytes` is empty
  std::uint64_t read_so_far = 0;  // bytes of all inputs, this one included
};

// Are these several mails in one?
bool holds_several(std::string_view bytes);

class Inputs {
 public:
  // `label` stands for the file names where it is not empty.
  Inputs(std::vector<std::string> files, std::string label);

  // The next mail; false at the end.
  bool next(Input& out);

  // All bytes there are, as far as the file system tells; 0 for standard input.
  std::uint64_t size() const { return size_; }
  // May there be many mails, so that more than one core and a progress line are worth it?
  bool many() const { return many_; }
  // Is there one mail at most?
  bool alone() const { return files_.size() == 1 && !many_; }

 private:
  struct File {
    std::string path;
    std::uint64_t bytes = 0;  // 0 of standard input and pipes
  };
  static bool is_mbox(const File& file);
  bool next_of_mbox(Input& out);
  void open_mbox(const std::string& file, std::unique_ptr<std::istream> bytes, Input& out);
  Input read(const File& file) const;
  void open(const File& file, Input& out);

  std::vector<File> files_;
  std::string label_;
  std::size_t at_ = 0;
  std::uint64_t size_ = 0, taken_ = 0;
  bool many_ = false;  // are they many, or may one of them hold many?
  std::optional<Input> piped_;  // the only input, where it had to be read to know how many it holds
  // The mbox being read, and the line that began the next message.
  std::unique_ptr<std::istream> mbox_;
  std::string mbox_name_, pending_;
  std::size_t in_mbox_ = 0, lines_ = 0;  // mails and lines of it that were read
};

}  // namespace dsk::cli
