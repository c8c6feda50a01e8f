// What must not be shown: the words that rules took for a secret, wherever else they stand.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace dsk {

namespace lexicon { class Language; }

inline constexpr std::string_view kMask = "••••";

// Words to be found in a text in one pass, however many they are. Borrows them.
class SoughtWords {
 public:
  void add(std::string_view word);
  bool empty() const { return words_.empty(); }
  // The longest that begins at each place, in order.
  void find(std::string_view text, std::vector<Span>& places) const;

 private:
  std::string_view longest_at(std::string_view rest) const;

  std::set<std::string_view> words_;
  std::vector<bool> begins_;  // by a hash of their first letters
};

class Secrets {
 public:
  // What names a secret and what tells it are classes of `language`, which outlives this.
  explicit Secrets(const lexicon::Language& language) : language_(language) {}

  // What a rule found, with the words around the secret; it has to outlive this.
  void add(std::string_view found);

  bool empty() const { return empty_; }

  // Of a private key, which goes on behind what was found?
  static bool begins_key(std::string_view found);
  // The words in something found that are the secret: what stands in quotes at its end; or what has
  // a digit, and the last one where a password is named before it; or, without digits, what is said
  // last. Of a key what stands below its first line and its headers.
  std::vector<Span> words_of(std::string_view found) const;
  // The same as one, without marks around it: "448 213", or the last, as a name to log in with
  // stands before it.
  Span secret_in(std::string_view found) const;
  // Where such words stand in a text, in no order.
  void find_in(std::string_view text, std::vector<Span>& places) const {
    words_.find(text, places);
  }
  // The text with what was found, and its words, masked; nothing where it has none of them.
  std::optional<std::string> masked(std::string_view text) const;

 private:
  bool is(std::string_view word, std::string_view class_name) const;
  bool names_one(std::string_view word) const;
  bool tells(std::string_view word) const;

  const lexicon::Language& language_;
  bool empty_ = true;
  SoughtWords found_, words_;
};

// In order, those that overlap as one.
void merge(std::vector<Span>& places);
// Does the range lie in one of such places, or begin or end inside one? Then it holds a part of
// what stands there, by which nothing would know it.
bool cuts_into(const std::vector<Span>& places, Span range);

}  // namespace dsk
