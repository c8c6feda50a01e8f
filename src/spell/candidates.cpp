#include "spell/candidates.hpp"

#include <algorithm>
#include <array>

#include "spell/letters.hpp"

namespace dsk::spell {
namespace {

constexpr std::size_t most_letters = 40;   // of a word somebody typed; longer ones are not words
constexpr std::size_t most_depth = 60;     // of a form
constexpr Cost far = 0x3FFF;               // beyond every reach; two of them still fit a Cost

constexpr std::uint8_t mute = 1;
constexpr std::uint8_t apostrophe = 2;

}  // namespace

CandidateFinder::CandidateFinder(const Automaton& words, std::uint32_t home)
    : words_(&words), home_(home) {
  const std::size_t count = words.letter_count();
  std::vector<char32_t> small(count + 1);
  for (std::size_t i = 1; i <= count; ++i) {
    const auto label = static_cast<Label>(i);
    small[i] = lower(words.letter(label));
    const Label lowered = words.label(small[i]);
    is_raised_[i] = small[i] != words.letter(label);
    lowered_[i] = lowered != 0 ? lowered : label;
    traits_[i] = static_cast<std::uint8_t>((is_often_mute(small[i]) ? mute : 0) |
                                           (is_apostrophe(small[i]) ? apostrophe : 0));
  }
  substitution_.resize((count + 1) * (count + 1), static_cast<std::uint8_t>(error_model().substitute));
  for (std::size_t typed = 1; typed <= count; ++typed) {
    for (std::size_t meant = 1; meant <= count; ++meant) {
      substitution_[typed * (count + 1) + meant] =
          static_cast<std::uint8_t>(substitution(small[typed], small[meant]));
    }
  }
}

// One search. Row d holds, for every prefix of what was typed, the price of writing it where the
// first d letters of the path belong; a branch ends where the whole row is out of reach.
class Walk {
 public:
  Walk(const CandidateFinder& finder, std::string_view typed, Cost reach, Cost extra,
       std::uint32_t& budget, std::vector<Candidate>& out)
      : finder_(finder), words_(*finder.words_), typed_(typed), reach_(reach), extra_(extra),
        budget_(budget), out_(out) {}

  void run() {
    if (!read_typed()) return;
    collect_jumps();
    auto& row = rows_[0];
    row.fill(far);
    row[1] = 0;
    for (std::size_t j = 1; j <= size_; ++j) {
      row[j + 1] = static_cast<Cost>(std::min<int>(far, row[j] + added_[j]));
    }
    low_[0] = 0;
    high_[0] = 0;
    while (high_[0] < size_ && row[high_[0] + 2] <= reach_) ++high_[0];
    pending_.clear();
    begin_jumps(row, 0);
    visit(words_.root(), 0, 0, pending_.size());
  }

 private:
  // Letters typed for others that are met further down: from column `from` straight to column
  // `to`, once the path has gone through `meant`.
  struct Jump {
    std::array<Label, 5> meant{};
    std::uint8_t size = 0;
    std::uint8_t done = 0;
    std::uint8_t from = 0;
    std::uint8_t to = 0;
    Cost cost = 0;
  };

  // Rows are shifted by one, so that column -1 exists and is out of reach.
  using Row = std::array<Cost, most_letters + 3>;

  bool read_typed() {
    for (std::size_t at = 0; at < typed_.size();) {
      char32_t letter = next_letter(typed_, at);
      if (is_apostrophe(letter)) letter = U'\'';
      if (size_ == most_letters) return false;
      // 0, for a letter that no form has, equals none.
      letters_[++size_] = words_.label(lower(letter));
      raised_ = raised_ || (size_ == 1 && is_upper(letter));
    }
    const ErrorModel& model = error_model();
    for (std::size_t j = 1; j <= size_; ++j) {
      const std::uint8_t traits = finder_.traits_[letters_[j]];
      const bool twin = j > 1 && letters_[j] == letters_[j - 1];
      added_[j] = (traits & apostrophe) != 0 ? model.added_apostrophe
                  : twin                     ? model.added_twin
                  : (traits & mute) != 0     ? model.added_mute
                                             : model.added;
      if (j == 1) added_[j] = static_cast<Cost>(added_[j] + model.first_letter);
    }
    return size_ > 0;
  }

  void add_jumps(std::string_view typed, std::string_view meant, Cost cost) {
    std::array<Label, 8> from{};
    std::size_t from_size = 0;
    Jump jump;
    for (std::size_t at = 0; at < typed.size();) {
      from[from_size++] = words_.label(next_letter(typed, at));
    }
    for (std::size_t at = 0; at < meant.size();) {
      jump.meant[jump.size++] = words_.label(next_letter(meant, at));
    }
    for (std::size_t j = 0; j + from_size <= size_; ++j) {
      if (!std::equal(from.begin(), from.begin() + from_size, letters_.begin() + j + 1)) continue;
      jump.from = static_cast<std::uint8_t>(j);
      jump.to = static_cast<std::uint8_t>(j + from_size);
      jump.cost = cost;
      jumps_.push_back(jump);
    }
  }

  void collect_jumps() {
    std::size_t count = 0;
    const Pattern* pattern = patterns(count);
    for (std::size_t i = 0; i < count; ++i) {
      add_jumps(pattern[i].one, pattern[i].other, pattern[i].cost);
      add_jumps(pattern[i].other, pattern[i].one, pattern[i].cost);
    }
    for (std::size_t j = 0; j + 2 <= size_; ++j) {
      if (letters_[j + 1] == letters_[j + 2]) continue;
      Jump swap;
      swap.meant = {letters_[j + 2], letters_[j + 1]};
      swap.size = 2;
      swap.from = static_cast<std::uint8_t>(j);
      swap.to = static_cast<std::uint8_t>(j + 2);
      swap.cost = error_model().transposed;
      if (j == 0) swap.cost = static_cast<Cost>(swap.cost + error_model().first_letter / 2);
      jumps_.push_back(swap);
    }
    std::stable_sort(jumps_.begin(), jumps_.end(),
                     [](const Jump& a, const Jump& b) { return a.from < b.from; });
    std::size_t at = 0;
    for (std::size_t j = 0; j <= size_ + 1; ++j) {
      while (at < jumps_.size() && jumps_[at].from < j) ++at;
      jumps_from_[j] = static_cast<std::uint16_t>(at);
    }
  }

  void begin_jumps(const Row& row, std::size_t depth) {
    for (std::size_t j = low_[depth]; j <= high_[depth]; ++j) {
      if (row[j + 1] > reach_) continue;
      for (std::size_t i = jumps_from_[j]; i < jumps_from_[j + 1]; ++i) {
        const int cost = row[j + 1] + jumps_[i].cost;
        if (cost > reach_) continue;
        pending_.push_back(jumps_[i]);
        pending_.back().cost = static_cast<Cost>(cost);
      }
    }
  }

  void visit(std::uint32_t node, std::size_t depth, std::size_t jumps_begin,
             std::size_t jumps_end) {
    for (;; ++node) {
      const Automaton::Arc arc = words_.arc(node);
      const Label label = arc.label();
      if (label == 0) {
        if (high_[depth] == size_) keep(depth, Note{arc.target()});
      } else if (depth < most_depth) {
        if (budget_ == 0) return;
        --budget_;
        path_[depth + 1] = label;
        if (enter(label, depth + 1, jumps_begin, jumps_end)) {
          visit(arc.target(), depth + 1, jumps_end, pending_.size());
        }
        pending_.resize(jumps_end);
      }
      if (arc.last()) return;
    }
  }

  // Computes the row for one more letter; false when nothing is in reach below it.
  bool enter(Label label, std::size_t depth, std::size_t jumps_begin, std::size_t jumps_end) {
    const ErrorModel& model = error_model();
    const Label letter = finder_.lowered_[label];
    lowered_path_[depth] = letter;
    const std::uint8_t traits = finder_.traits_[letter];
    int dropped = (traits & apostrophe) != 0                               ? model.dropped_apostrophe
                  : depth > 1 && letter == lowered_path_[depth - 1] ? model.dropped_twin
                  : (traits & mute) != 0                                   ? model.dropped_mute
                                                                           : model.dropped;
    if (depth == 1) dropped += model.first_letter;

    const Row& above = rows_[depth - 1];
    Row& row = rows_[depth];
    std::size_t low = low_[depth - 1];
    std::size_t high = std::min<std::size_t>(high_[depth - 1] + 1, size_);
    const bool any_above = low_[depth - 1] <= high_[depth - 1];
    if (!any_above) {  // only a jump keeps this branch alive
      low = size_ + 1;
      high = 0;
    }
    for (std::size_t i = jumps_begin; i < jumps_end; ++i) {
      const Jump& jump = pending_[i];
      if (jump.meant[jump.done] == letter && jump.done + 1 == jump.size) {
        low = std::min<std::size_t>(low, jump.to);
        high = std::max<std::size_t>(high, jump.to);
      }
    }
    const std::uint8_t* prices = finder_.substitution_.data() + letter;
    const std::size_t stride = words_.letter_count() + 1;
    if (low <= high) {
      std::fill(row.begin() + static_cast<std::ptrdiff_t>(low),
                row.begin() + static_cast<std::ptrdiff_t>(high) + 3, far);
    }
    // Values of the row above hold from one left of its band to one right of it.
    if (any_above) {
      const std::size_t stop = std::min<std::size_t>(high_[depth - 1] + 1, size_);
      for (std::size_t j = low_[depth - 1]; j <= stop; ++j) {
        int best = above[j + 1] + dropped;
        if (j > 0) {
          int price = letters_[j] == letter ? 0 : prices[letters_[j] * stride];
          if (price != 0 && (j == 1 || depth == 1)) price += model.first_letter;
          best = std::min(best, above[j] + price);
        }
        row[j + 1] = static_cast<Cost>(std::min<int>(best, far));
      }
    }
    for (std::size_t i = jumps_begin; i < jumps_end; ++i) {
      const Jump jump = pending_[i];
      if (jump.meant[jump.done] != letter) continue;
      if (jump.done + 1 == jump.size) {
        row[jump.to + 1u] = std::min(row[jump.to + 1u], jump.cost);
      } else {
        pending_.push_back(jump);
        ++pending_.back().done;
      }
    }
    if (low > high) {
      low_[depth] = 1;
      high_[depth] = 0;
      return pending_.size() > jumps_end;
    }
    // Letters too many spread to the right, past the band if they are cheap enough.
    for (std::size_t j = low + 1; j <= size_; ++j) {
      const int cost = row[j] + added_[j];
      if (j > high) {
        if (cost > reach_) break;
        row[j + 1] = far;
        row[j + 2] = far;
        high = j;
      }
      if (cost < row[j + 1]) row[j + 1] = static_cast<Cost>(cost);
    }
    while (low <= high && row[low + 1] > reach_) ++low;
    while (high > low && row[high + 1] > reach_) --high;
    if (low > high) {
      low_[depth] = 1;
      high_[depth] = 0;
      return pending_.size() > jumps_end;
    }
    row[low] = far;
    row[high + 2] = far;
    low_[depth] = static_cast<std::uint8_t>(low);
    high_[depth] = static_cast<std::uint8_t>(high);
    begin_jumps(row, depth);
    return true;
  }

  void keep(std::size_t depth, Note note) {
    const ErrorModel& model = error_model();
    Cost slip = rows_[depth][size_ + 1];
    if (slip > reach_ || note.has(Note::exact)) return;
    if (finder_.home_ != 0 && !note.has(finder_.home_)) return;
    Candidate found;
    bool raised_inside = false;
    for (std::size_t i = 1; i <= depth; ++i) {
      append_utf8(found.word, words_.letter(path_[i]));
      raised_inside = raised_inside || (finder_.is_raised_[path_[i]] && (i > 1 || !raised_));
    }
    if (raised_inside) slip = static_cast<Cost>(slip + model.capital);
    found.slip = slip;
    found.rarity = note.rarity();
    found.score = slip + model.rarity[note.rarity()] + extra_;
    out_.push_back(std::move(found));
  }

  const CandidateFinder& finder_;
  const Automaton& words_;
  std::string_view typed_;
  Cost reach_;
  Cost extra_;
  std::uint32_t& budget_;
  std::vector<Candidate>& out_;

  std::size_t size_ = 0;
  bool raised_ = false;  // what was typed begins with a capital
  std::array<Label, most_letters + 2> letters_{};
  std::array<Cost, most_letters + 2> added_{};
  std::vector<Jump> jumps_;
  std::array<std::uint16_t, most_letters + 3> jumps_from_{};
  std::vector<Jump> pending_;
  std::array<Row, most_depth + 2> rows_;
  std::array<std::uint8_t, most_depth + 2> low_{}, high_{};
  std::array<Label, most_depth + 2> path_{}, lowered_path_{};
};

void CandidateFinder::find(std::string_view typed, Cost reach, Cost extra, std::uint32_t& budget,
                           std::vector<Candidate>& out) const {
  Walk(*this, typed, reach, extra, budget, out).run();
}

bool CandidateFinder::follow(std::uint32_t node, std::u32string_view rest,
                             std::string& form) const {
  for (;; ++node) {
    const Automaton::Arc arc = words_->arc(node);
    if (arc.label() == 0) {
      const Note note{arc.target()};
      if (rest.empty() && !note.has(Note::exact) && (home_ == 0 || note.has(home_))) return true;
    } else if (!rest.empty()) {
      const char32_t letter = words_->letter(arc.label());
      if (lower(letter) == lower(rest.front())) {
        const std::size_t size = form.size();
        append_utf8(form, letter);
        if (follow(arc.target(), rest.substr(1), form)) return true;
        form.resize(size);
      }
    }
    if (arc.last()) return false;
  }
}

std::string CandidateFinder::in_other_capitals(std::string_view word) const {
  std::string form;
  const std::u32string letters = decode(word);
  if (letters.size() > most_depth || !follow(words_->root(), letters, form)) form.clear();
  return form;
}

}  // namespace dsk::spell
