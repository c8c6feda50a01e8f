// A set of words that are right in this mail for other reasons than a dictionary: names, words
// the customer used, the team's own. Capitals do not count, either apostrophe will do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dsk::spell {

class WordSet {
 public:
  void add(std::string_view word);
  bool has(std::string_view word) const;

  // As first added, in that order.
  const std::vector<std::string>& words() const { return words_; }
  bool empty() const { return words_.empty(); }

 private:
  std::size_t place(std::string_view folded) const;

  std::vector<std::string> words_;
  std::vector<std::string> folded_;
  std::vector<std::uint32_t> slots_;  // 1 + index into words_, 0 free; a power of two long
};

// The spelling that sets compare: small letters, the keyboard's apostrophe.
std::string fold(std::string_view word);
// The keyboard's apostrophe for either, the rest as it is.
std::string fold_apostrophes(std::string_view word);

}  // namespace dsk::spell
