// Stems: "crashes", "crashed" and "crashing" are one word to somebody who looks for an answer, and
// so are "colour" and "color".
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dsk {

// Snowball's stemmer of a language. Not shared between threads: it keeps a buffer.
class Stemmer {
 public:
  // `language` as a tag, "en", which outlives it. A language Snowball does not know is not stemmed.
  // The first stem that is asked for makes the tables: until then it costs nothing.
  explicit Stemmer(std::string_view language);
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;
  ~Stemmer();

  // The stem of `word`, lower case.
  std::string stem(std::string_view word) const;
  // Its hash, as of a folded word.
  std::uint64_t hash(std::string_view word) const;

 private:
  struct Snowball;
  std::string_view language_;
  mutable std::unique_ptr<Snowball> snowball_;
};

}  // namespace dsk
