// What was found next to a word, kept for the next mail that has it: one customer's product names
// and one agent's slips come again and again, and looking for them is most of what a check costs.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "spell/candidates.hpp"

namespace dsk::spell {

// Belongs to one check at a time. What it says is what a walk would find, or a look at a
// dictionary.
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

// The memos of an engine, one for each thread that checks at the same time; as many as there is
// room for are kept. Without a lock: the standard library's would bring printf into the browser's
// module.
class MemoPool {
 public:
  ~MemoPool() {
    for (std::atomic<Memo*>& place : kept_) delete place.load();
  }

  std::unique_ptr<Memo> take() {
    for (std::atomic<Memo*>& place : kept_)
      if (Memo* const memo = place.exchange(nullptr)) return std::unique_ptr<Memo>(memo);
    return std::make_unique<Memo>();
  }
  void give_back(std::unique_ptr<Memo> memo) {
    for (std::atomic<Memo*>& place : kept_) {
      Memo* nobody = nullptr;
      if (!place.compare_exchange_strong(nobody, memo.get())) continue;
      memo.release();
      return;
    }
  }

 private:
  std::array<std::atomic<Memo*>, 32> kept_{};
};

}  // namespace dsk::spell
