// The facts of a report, in the order they were added. Of one kind they come in runs, a few for a
// mail of any length, so that each is found by its kind and number without going through the
// others. Of some there are as many as words and few ask for them: they are made when somebody
// does.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string_view>
#include <utility>
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
  Fact& add(std::string_view kind) {
    run(kind, all_.size(), false).size += 1;
    Fact& fact = all_.emplace_back();
    fact.kind = kind;
    return fact;
  }
  // So many that `make_later` makes, in the order in which they are put off.
  void put_off(std::string_view kind, std::size_t size) {
    if (size > 0) run(kind, put_off_, true).size += size;
    put_off_ += size;
  }
  void make_later(std::function<std::vector<Fact>()> make) { make_ = std::move(make); }
  void reserve(std::size_t size) {
    all_.reserve(size);
    runs_.reserve(16);
  }

  std::size_t size() const { return all_.size() + put_off_; }
  std::size_t count(std::string_view kind) const {
    std::size_t count = 0;
    for (const Run& run : runs_)
      if (run.kind == kind) count += run.size;
    return count;
  }

  // The one of its kind at `index`; NULL past the end.
  const Fact* at(std::string_view kind, std::size_t index) const {
    return find(index, [&](const Run& run) { return run.kind == kind; });
  }
  // Of all.
  const Fact* at(std::size_t index) const {
    return find(index, [](const Run&) { return true; });
  }

  template <class Body>
  void each(Body body) {
    for (Fact& fact : all_) body(fact);
    later();
    for (Fact& fact : later_) body(fact);
  }
  // Those that were not put off.
  auto begin() { return all_.begin(); }
  auto end() { return all_.end(); }

 private:
  struct Run {
    std::string_view kind;
    std::size_t first, size;
    bool later;
  };

  Run& run(std::string_view kind, std::size_t first, bool later) {
    if (runs_.empty() || runs_.back().kind != kind || runs_.back().later != later)
      runs_.push_back({kind, first, 0, later});
    return runs_.back();
  }

  template <class Fits>
  const Fact* find(std::size_t index, Fits fits) const {
    for (const Run& run : runs_) {
      if (!fits(run)) continue;
      if (index < run.size) return &(run.later ? later() : all_)[run.first + index];
      index -= run.size;
    }
    return nullptr;
  }

  // Any number of threads may ask at once.
  const std::vector<Fact>& later() const {
    std::call_once(made_, [&] {
      if (make_) later_ = make_();
    });
    return later_;
  }

  std::vector<Fact> all_;
  std::vector<Run> runs_;
  std::function<std::vector<Fact>()> make_;
  std::size_t put_off_ = 0;
  mutable std::once_flag made_;
  mutable std::vector<Fact> later_;
};

}  // namespace dsk
