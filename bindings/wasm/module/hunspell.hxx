// In place of Hunspell's own header: what the core calls, for a module that has no files to read a
// dictionary from. The core looks for the files first and answers DESKSIDE_E_DICTIONARY, so none of
// this is ever reached; other languages come as compiled word lists.
#pragma once

#include <cstdlib>
#include <string>
#include <vector>

class Hunspell {
 public:
  Hunspell(const char*, const char*) { std::abort(); }
  bool spell(const std::string&) { return false; }
  std::vector<std::string> suggest(const std::string&) { return {}; }
  const std::string& get_dict_encoding() const { return encoding_; }

 private:
  std::string encoding_;
};
