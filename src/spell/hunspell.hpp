// A Hunspell dictionary, opened by path and shared behind a lock.
//
// One Hunspell object must not be used by two threads at once (its spell() writes to itself). A
// lock does: a word reaches Hunspell only where the automaton has not answered.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

class Hunspell;

namespace dsk::spell {

class Dictionary {
 public:
  // Throws Error{dictionary} naming the files and `package` when they are missing or hold no
  // words: Hunspell itself would say nothing and call every word wrong.
  Dictionary(const std::string& aff, const std::string& dic, const std::string& package);
  ~Dictionary();
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  bool knows(const std::string& utf8) const;
  // Slow (24 ms at the median), and cut off by the clock: only where asked for by name.
  std::vector<std::string> suggest(const std::string& utf8) const;

 private:
  std::string to_own(const std::string& utf8) const;
  std::string from_own(const std::string& own) const;

  mutable std::mutex lock_;
  std::unique_ptr<Hunspell> it_;
  bool latin1_ = false;
};

// Debian's name for the package of a language tag: "en-US" → "hunspell-en-us".
std::string package_of(const std::string& language);

}  // namespace dsk::spell
