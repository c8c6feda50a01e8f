// Lines and columns of a file.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

namespace dsk {

// Tells lines and columns of places that come in order, nearly all of them.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text), end_(text.find('\n')) {}

  std::pair<std::uint32_t, std::uint32_t> at(std::size_t byte) {
    if (byte < start_) *this = Lines(text_);
    for (; end_ < byte; ++line_) {
      start_ = end_ + 1;
      end_ = text_.find('\n', start_);
    }
    return {line_, static_cast<std::uint32_t>(byte - start_ + 1)};
  }

 private:
  std::string_view text_;
  std::size_t start_ = 0;  // of the line that was told last
  std::size_t end_;        // its line break, npos in the last line
  std::uint32_t line_ = 1;
};

}  // namespace dsk
