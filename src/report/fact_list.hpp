// The facts of a report, in the order they were added. Of one kind they come in runs, a few for a
// mail of any length, so that each is found by its kind and number without going through the others.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/offsets.hpp"
#include "text/span.hpp"

namespace dsk {

// One thing read in a message. Its words lie in the report's texts, or in the rules'.
struct Fact {
  std::string_view kind = "", name = "", text = "", value = "";
  bool in_incoming = false;
  bool in_earlier = false;
  Span body;
  const Offsets* offsets = nullptr;  // of the body it lies in; NULL where it lies in none
};

class FactList {
 public:
  Fact& add(const Fact& fact) {
    if (runs_.empty() || runs_.back().kind != fact.kind) runs_.push_back({fact.kind, 0});
    ++runs_.back().size;
    return all_.emplace_back(fact);
  }
  Fact& add(std::string_view kind) {
    Fact fact;
    fact.kind = kind;
    return add(fact);
  }
  void reserve(std::size_t size) {
    all_.reserve(size);
    runs_.reserve(16);
  }

  std::size_t count(std::string_view kind) const {
    std::size_t count = 0;
    for (const Run& run : runs_)
      if (run.kind == kind) count += run.size;
    return count;
  }

  // The one of its kind at `index`; NULL past the end.
  const Fact* at(std::string_view kind, std::size_t index) const {
    std::size_t first = 0;
    for (const Run& run : runs_) {
      if (run.kind == kind) {
        if (index < run.size) return &all_[first + index];
        index -= run.size;
      }
      first += run.size;
    }
    return nullptr;
  }

  const std::vector<Fact>& all() const { return all_; }
  auto begin() { return all_.begin(); }
  auto end() { return all_.end(); }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }

 private:
  struct Run {
    std::string_view kind;
    std::size_t size;
  };

  std::vector<Fact> all_;
  std::vector<Run> runs_;
};

}  // namespace dsk
