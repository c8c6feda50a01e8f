// What must not be shown: the words that rules took for a secret, wherever else they stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace dsk {

inline constexpr std::string_view kMask = "••••";

class Secrets {
 public:
  // What a rule found, with the words around the secret; it has to outlive this.
  void add(std::string_view found);

  bool empty() const { return found_.empty(); }

  // Of a private key, which goes on behind what was found?
  static bool begins_key(std::string_view found);
  // The words in something found that are the secret: what has a digit, and the last one where none
  // has or a password is named before it; of a key what stands below its first line.
  static std::vector<Span> words_of(std::string_view found);
  // Where such words stand in a text, in no order.
  void find_in(std::string_view text, std::vector<Span>& places) const { find(words_, text, places); }
  // The text with what was found, and its words, masked; nothing where it has none of them.
  std::optional<std::string> masked(std::string_view text) const;

 private:
  static void find(const std::vector<std::string_view>& wanted, std::string_view text,
                   std::vector<Span>& places);

  std::vector<std::string_view> found_, words_;
};

// In order, those that overlap as one.
void merge(std::vector<Span>& places);
// Does the range lie in one of such places, or begin or end inside one? Then it holds a part of what
// stands there, by which nothing would know it.
bool cuts_into(const std::vector<Span>& places, Span range);

}  // namespace dsk
