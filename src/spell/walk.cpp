// One search for the words that somebody may have meant. Row d holds, for every prefix of what was
// typed, the price of writing it where the first d letters of the path belong; a branch ends where
// the whole row is out of reach, or the letters that are left are not to be had below.
#include <algorithm>
#include <array>
#include <bit>

#include "spell/candidates.hpp"
#include "spell/letters.hpp"
#include "spell/row.hpp"
#include "spell/typed.hpp"

namespace dsk::spell {

class Walk {
 public:
  Walk(const CandidateFinder& finder, std::string_view typed)
      : finder_(finder), words_(*finder.words_), typed_(finder, typed) {
    landed_.fill();
  }

  void run(const Range& range, std::uint32_t& budget, std::vector<Candidate>& out) {
    const std::size_t size = typed_.size();
    if (size == 0) return;
    reach_ = range.reach;
    range_ = range;
    budget_ = budget;
    out_ = &out;
    best_.fill(far);
    // Slips are spread over a word: who has spent everything on the first letters meant another.
    for (std::size_t d = 0; d < limits_.size(); ++d) {
      limits_[d] = static_cast<Cost>(
          std::min<std::size_t>(range.spread, free_at_once + range.spread * d / size));
    }
    limits_[1] = std::max(limits_[1], static_cast<Cost>(free_at_once + model_.first_letter));
    for (const Candidate& one : out) note_score(one.score);
    rows_[0].fill();
    Cost* row = rows_[0].columns();
    row[0] = 0;
    alive_[0] = {1, 0, 0};
    for (std::size_t j = 1; j <= size; ++j) {
      row[j] = static_cast<Cost>(std::min<int>(far, row[j - 1] + typed_.added()[0].columns()[j]));
      if (row[j] <= reach_) alive_[0].columns |= std::uint64_t{1} << j;
    }
    pending_.clear();
    visit(words_.root(), 0, 0, 0);
    budget = budget_;
  }

 private:
  // A jump that the path is in the middle of.
  struct Pending {
    std::uint16_t jump;
    std::uint8_t done;
    Label next;
    Cost cost;
  };

  void land(std::size_t column, Cost cost) {
    Cost& landed = landed_.columns()[column];
    landed = std::min(landed, cost);
    landed_columns_ |= std::uint64_t{1} << column;
  }

  // Takes the jumps under way one letter on, and begins those that `letter` is the first of, as far
  // as what is met `below` may end them.
  void jump(Label letter, std::size_t depth, std::size_t jumps_begin, std::size_t jumps_end,
            bool begins, std::uint32_t below) {
    const auto go_on = [&](std::size_t number, std::size_t done, int cost) {
      const Jump& whole = typed_.jump(number);
      if (done == whole.size) return land(whole.to, static_cast<Cost>(cost));
      const Label next = whole.meant[done];
      if ((finder_.letters_[next].bit & ~below) != 0 || cost + typed_.loss(whole.to, below) > reach_)
        return;
      pending_.push_back({static_cast<std::uint16_t>(number), static_cast<std::uint8_t>(done), next,
                          static_cast<Cost>(cost)});
    };
    for (std::size_t i = jumps_begin; i < jumps_end; ++i) {
      const Pending jump = pending_[i];
      if (jump.next == letter) go_on(jump.jump, jump.done + 1u, jump.cost);
    }
    if (!begins) return;
    const Cost* above = rows_[depth - 1].columns();
    const std::uint64_t alive = alive_[depth - 1].columns;
    std::size_t next = typed_.jumps(finder_.letters_[letter].number).first;
    while (next != 0) {
      const std::size_t number = next - 1;
      const Jump& jump = typed_.jump(number);
      next = jump.next;
      if ((alive >> jump.from & 1u) == 0 || jump.meant[0] != letter) continue;
      const int cost = above[jump.from] + jump.cost;
      if (cost <= reach_) go_on(number, 1, cost);
    }
  }

  void visit(std::uint32_t node, std::size_t depth, std::size_t jumps_begin,
             std::size_t jumps_end) {
    const Alive here = alive_[depth];
    // Letters that fit lead on; others, where what is left to spend pays for them.
    const int spare = reach_ - here.best;
    const int left = std::min(spare, limits_[depth + 1] - here.least);
    // People get the first letter right.
    const int start = depth == 0 ? model_.first_letter : 0;
    const auto column = std::min<std::size_t>(static_cast<std::size_t>(std::bit_width(here.columns)),
                                              typed_.size());
    const std::size_t landing = std::min(column + longest_jump - 1, typed_.size());
    Letters fitting = 0;
    Letters leading = 0;
    for (std::uint64_t alive = here.columns; alive != 0; alive &= alive - 1) {
      const auto j = static_cast<std::size_t>(std::countr_zero(alive));
      fitting |= typed_.fitting(j);
      leading |= typed_.beginning(j);
    }
    if (spare < cheapest_pattern) leading = 0;
    if (depth > 0 && left >= model_.dropped_twin) {
      fitting |= one_letter(finder_.letters_[path_[depth]].number);
    }
    Letters awaited = 0;
    for (std::size_t i = jumps_begin; i < jumps_end; ++i) {
      awaited |= one_letter(finder_.letters_[pending_[i].next].number);
    }
    leading |= fitting | awaited;
    for (const CandidateFinder::Affordable& one : finder_.affordable_) {
      if (one.left < left - start) continue;
      leading |= one.letters;
      break;
    }
    for (;; ++node) {
      const Automaton::Arc arc = words_.arc(node);
      if (arc.label() == 0) {
        if ((here.columns >> typed_.size() & 1u) != 0) keep(depth, Note{arc.target()});
      } else if (const CandidateFinder::Letter& letter = finder_.letters_[arc.label()];
                 (leading >> letter.number & 1u) != 0 && depth < most_depth) {
        const std::uint32_t below = words_.below(arc.target());
        const Typed::Jumps& begun = typed_.jumps(letter.number);
        const bool jumps = (begun.columns & here.columns) != 0 &&
                           begun.cheapest + typed_.loss(landing, below) <= spare;
        const bool goes_on = (awaited >> letter.number & 1u) != 0;
        const auto pays = [&] {
          const int step = (fitting >> letter.number & 1u) != 0 ? 0 : letter.otherwise + start;
          return step <= left && step + typed_.loss(column, below) <= spare;
        };
        if (jumps || goes_on || pays()) {
          if (budget_ == 0) return;
          --budget_;
          path_[depth + 1] = arc.label();
          if (jumps || goes_on) {
            jump(letter.lowered, depth + 1, jumps_begin, jumps_end, jumps, below);
          }
          const bool under_way = pending_.size() > jumps_end;
          if (enter(letter, depth + 1, below, under_way) || under_way) {
            visit(arc.target(), depth + 1, jumps_end, pending_.size());
          }
          pending_.resize(jumps_end);
        }
      }
      if (arc.last()) return;
    }
  }

  Cost price_of_dropping(const CandidateFinder::Letter& letter, std::size_t depth) const {
    const bool twin = depth > 1 && letter.lowered == finder_.letters_[path_[depth - 1]].lowered;
    const Cost price = twin ? std::min(model_.dropped_twin, letter.dropped) : letter.dropped;
    return depth == 1 ? static_cast<Cost>(price + model_.first_letter) : price;
  }

  // Computes the row for one more letter; false when nothing is in reach with what is met below.
  bool enter(const CandidateFinder::Letter& letter, std::size_t depth, std::uint32_t below,
             bool under_way) {
    const Step step = {rows_[depth - 1].columns(), typed_.prices(letter.lowered), landed_.columns(),
                       price_of_dropping(letter, depth)};
    Alive& alive = alive_[depth];
    alive = next_row(step, typed_.added(), typed_.losses(below), typed_.size(), reach_,
                     under_way, rows_[depth].columns());
    for (; landed_columns_ != 0; landed_columns_ &= landed_columns_ - 1) {
      landed_.columns()[std::countr_zero(landed_columns_)] = far;
    }
    if (alive.least > std::min(reach_, limits_[depth])) {
      if (under_way) rows_[depth].fill();
      alive = {};
    }
    return alive.columns != 0;
  }

  void keep(std::size_t depth, Note note) {
    Cost slip = rows_[depth].columns()[typed_.size()];
    if (slip > reach_ || note.has(Note::exact)) return;
    const bool abroad = finder_.home_ != 0 && !note.has(finder_.home_);
    Candidate found;
    bool raised_inside = false;
    bool acronym = depth > 1 && !typed_.begins_with_capital();
    for (std::size_t i = 1; i <= depth; ++i) {
      utf8::append(found.word, words_.letter(path_[i]));
      acronym = acronym && finder_.letters_[path_[i]].raised;
      raised_inside = raised_inside || (finder_.letters_[path_[i]].raised && (i > 1 || !typed_.begins_with_capital()));
    }
    if (acronym) slip = static_cast<Cost>(slip + model_.acronym);
    else if (raised_inside) slip = static_cast<Cost>(slip + model_.capital);
    found.slip = slip;
    found.rarity = note.rarity();
    found.score = slip + model_.rarity[note.rarity()] + range_.extra;
    if (abroad) found.score += model_.abroad;
    // Hardly anybody who forgets an apostrophe forgets that of a possessive.
    const std::string_view word = found.word;
    if (!typed_.has_apostrophe() && word.size() > 2 && word.substr(word.size() - 2) == "'s") {
      found.score += model_.possessive;
    }
    found.commonness = note.commonness();
    found.habit = found.score - rows_[depth].columns()[typed_.size()] - model_.rarity[note.rarity()];
    note_score(found.score);
    reach_ = std::min(reach_, range_.once_found);
    out_->push_back(std::move(found));
  }

  // Once enough are found, what costs more than the last of them is out of reach.
  void note_score(int score) {
    const auto end = best_.begin() + static_cast<std::ptrdiff_t>(range_.enough);
    const auto at = std::upper_bound(best_.begin(), end, score);
    if (at == end) return;
    std::move_backward(at, end - 1, end);
    *at = score;
    // No score is better than its slip with the extra.
    const int last = *(end - 1) + range_.slack - range_.extra;
    reach_ = static_cast<Cost>(std::clamp<int>(last, 0, reach_));
  }

  static constexpr std::size_t free_at_once = 85;

  const CandidateFinder& finder_;
  const Automaton& words_;
  const ErrorModel& model_ = error_model();
  Typed typed_;
  Range range_;
  Cost reach_ = 0;  // what is left of the range's
  std::uint32_t budget_ = 0;
  std::vector<Candidate>* out_ = nullptr;
  std::array<int, enough_candidates> best_{};  // scores of the best so far
  std::vector<Pending> pending_;
  // What the jumps that end with the letter at hand cost by column; far without one.
  Row landed_;
  std::uint64_t landed_columns_ = 0;
  std::array<Row, most_depth + 2> rows_;
  std::array<Alive, most_depth + 2> alive_;
  std::array<Cost, most_depth + 2> limits_{};
  std::array<Label, most_depth + 2> path_{};
};

Search::Search(const CandidateFinder& finder, std::string_view typed)
    : walk_(std::make_unique<Walk>(finder, typed)) {}
Search::~Search() = default;

void Search::run(const Range& range, std::uint32_t& budget, std::vector<Candidate>& out) {
  walk_->run(range, budget, out);
}

}  // namespace dsk::spell
