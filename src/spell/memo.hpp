// What was found next to a word, kept for the next mail that has it: one customer's product names
// and one agent's slips come again and again, and looking for them is most of what a check costs.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "spell/candidates.hpp"

namespace dsk::spell {

// Belongs to one check at a time. What it says is what a walk would find, or a look at a dictionary.
class Memo {
 public:
  // Words in small letters of which spelling has nothing to say, by their hash: most of every mail.
  bool is_ordinary(std::uint64_t hash) const { return ordinary_[hash % ordinary_.size()] == hash; }
  void keep_ordinary(std::uint64_t hash) { ordinary_[hash % ordinary_.size()] = hash; }

  const std::vector<Candidate>* find(const std::string& key) const {
    const auto at = found_.find(key);
    return at == found_.end() ? nullptr : &at->second;
  }
  void keep(std::string key, std::vector<Candidate> found) {
    if (found_.size() == most) found_.clear();
    found_.emplace(std::move(key), std::move(found));
  }

 private:
  static constexpr std::size_t most = 4096;
  std::unordered_map<std::string, std::vector<Candidate>> found_;
  std::array<std::uint64_t, 4096> ordinary_{};
};

// The memos of an engine, one for each thread that checks at the same time.
class MemoPool {
 public:
  std::unique_ptr<Memo> take() {
    const std::lock_guard lock(guard_);
    if (free_.empty()) return std::make_unique<Memo>();
    std::unique_ptr<Memo> memo = std::move(free_.back());
    free_.pop_back();
    return memo;
  }
  void give_back(std::unique_ptr<Memo> memo) {
    const std::lock_guard lock(guard_);
    free_.push_back(std::move(memo));
  }

 private:
  std::mutex guard_;
  std::vector<std::unique_ptr<Memo>> free_;
};

}  // namespace dsk::spell
