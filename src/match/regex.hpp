// A PCRE2 pattern behind a small class: compiled on first need, with match and depth limits.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "text/span.hpp"

namespace dsk::match {

class Regex {
 public:
  // Borrows the pattern.
  explicit Regex(std::string_view pattern);
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  // Compile now and throw dsk::Error{lexicon} if it does not: packs are checked when loaded.
  static void validate(std::string_view pattern);

  // The first match in `text`, valid UTF-8, that begins in `starts` or at its end. A match that
  // runs into the limits counts as none. Threads: any number at once.
  std::optional<Span> find(std::string_view text, Span starts) const;

 private:
  struct Code;
  std::unique_ptr<Code> code_;
};

}  // namespace dsk::match
