#include "own_words.hpp"

#include <algorithm>
#include <string_view>

#include "arguments.hpp"
#include "files.hpp"

namespace dsk::cli {
namespace {

std::string path_or_complain() {
  const std::string path = own_words_path();
  if (path.empty()) throw Misuse("there is no home folder to keep words in; set HOME");
  return path;
}

// The word on a line, "" where there is none.
std::string_view word_on(std::string_view line) {
  line = line.substr(0, line.find('#'));
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::string own_words_path() {
  const std::string folder = config_folder();
  return folder.empty() ? "" : folder + "/words.txt";
}

std::vector<std::string> own_words() {
  std::vector<std::string> words;
  const std::string path = own_words_path();
  if (path.empty()) return words;
  for (const std::string& line : lines_of(read_if_there(path).value_or("")))
    if (const std::string_view word = word_on(line); !word.empty()) words.emplace_back(word);
  return words;
}

void add_own_words(const std::vector<std::string>& words) {
  const std::string path = path_or_complain();
  std::string text = read_if_there(path).value_or("");
  if (!text.empty() && text.back() != '\n') text += '\n';
  std::vector<std::string> known = own_words();
  for (const std::string& word : words) {
    if (word.empty() || word.find_first_of("#\n\r") != std::string::npos ||
        std::find(known.begin(), known.end(), word) != known.end())
      continue;
    known.push_back(word);
    text += word + "\n";
  }
  make_folders(path);
  replace_file(path, text);
}

std::size_t remove_own_words(const std::vector<std::string>& words) {
  const std::string path = path_or_complain();
  std::string kept;
  std::size_t removed = 0;
  for (const std::string& line : lines_of(read_if_there(path).value_or(""))) {
    const bool gone = std::find(words.begin(), words.end(), word_on(line)) != words.end();
    removed += gone;
    if (!gone) kept += line + "\n";
  }
  if (removed > 0) replace_file(path, kept);
  return removed;
}

}  // namespace dsk::cli
