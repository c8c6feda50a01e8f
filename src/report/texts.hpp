// Texts that live as long as what they tell of, a few allocations for all. Each ends in a NUL, so
// that the border can hand it out as it is, and stays where it is.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace dsk {

class Texts {
 public:
  // A NUL inside would end a text early at the border: it becomes a blank.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return "";
    char* const kept = room(text.size() + 1);
    std::memcpy(kept, text.data(), text.size());
    if (std::memchr(kept, '\0', text.size())) std::replace(kept, kept + text.size(), '\0', ' ');
    kept[text.size()] = '\0';
    return {kept, text.size()};
  }

 private:
  static constexpr std::size_t kFirstBlock = 256, kBlock = 4096;

  char* room(std::size_t size) {
    if (size > left_) {
      // A sentence has little to keep, a report much.
      const std::size_t fresh = std::max(size, blocks_.empty() ? kFirstBlock : kBlock);
      blocks_.push_back(std::unique_ptr<char[]>(new char[fresh]));
      free_ = blocks_.back().get();
      left_ = fresh;
    }
    char* const begin = free_;
    free_ += size;
    left_ -= size;
    return begin;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace dsk
