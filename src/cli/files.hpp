// Reading and writing files; every failure says which file and what to do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dsk::cli {

// All bytes of `path`, of standard input for "-". Throws Misuse where it cannot be read, as
// standard input a second time.
std::string read_file(const std::string& path);

// The same of a mail or a text. Throws Misuse also where it is neither: UTF-16, a program, a
// picture.
std::string read_mail(const std::string& path);

// As read_file, nothing where there is no such file.
std::optional<std::string> read_if_there(const std::string& path);

// Replace `path` as one step: a crash leaves the old file or the new one. It may be read by whom the
// old one might, a new one by nobody else. Throws Misuse.
void replace_file(const std::string& path, std::string_view bytes);

// The files in `folder` whose names end in `ending`, in any case of its letters, sorted; empty where
// there is no such folder.
std::vector<std::string> files_in(const std::string& folder, std::string_view ending);

struct FileSize {
  bool is_folder = false;
  std::uint64_t bytes = 0;  // 0 where there is no such file
};
FileSize size_of(const std::string& path);
inline bool is_folder(const std::string& path) { return size_of(path).is_folder; }

// The first bytes of a file, at most `size` of them; none where it cannot be read.
std::string beginning_of(const std::string& path, std::size_t size);

// Makes the folders that `path` lies in. What fails shows when the file is written.
void make_folders(const std::string& path);

// The environment variable, "" where it is not set.
std::string environment(const char* name);

// Our folder of a kind: own_folder("XDG_CONFIG_HOME", ".config") is $XDG_CONFIG_HOME/deskside,
// ~/.config/deskside without it; "" where there is no home.
std::string own_folder(const char* variable, const char* below_home);
inline std::string config_folder() { return own_folder("XDG_CONFIG_HOME", ".config"); }

}  // namespace dsk::cli
