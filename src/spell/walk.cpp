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
    if (!out.empty()) reach_ = std::min(reach_, range.once_found);
    rows_[0].fill();
    Cost* row = rows_[0].columns();
    row[0] = 0;
    alive_[0] = {1, 0, 0};
    for (std::size_t j = 1; j <= size; ++j) {
      row[j] = static_cast<Cost>(std::min<int>(far, row[j - 1] + typed_.added()[0].columns()[j]));
      if (row[j] <= reach_) alive_[0].columns |= std::uint64_t{1} << j;
    }
    pending_.clear();
    ways_end_ = 0;
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

  // Takes the jumps under way one letter on, to `node`, and begins those that `letter` is the first
  // of, as far as what is met below may end them.
  void jump(Label letter, std::uint32_t node, std::size_t depth, std::size_t jumps_begin,
            std::size_t jumps_end, bool begins) {
    const std::uint32_t ahead = words_.ahead(node);
    const std::uint32_t below = words_.below(node);
    const auto go_on = [&](std::size_t number, std::size_t done, int cost) {
      const Jump& whole = typed_.jump(number);
      if (done == whole.size) return land(whole.to, static_cast<Cost>(cost));
      const Label next = whole.meant[done];
      if ((finder_.letters_[next].bit & ahead) == 0 || cost + typed_.loss(whole.to, below) > reach_)
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
      const int cost = above[jump.from] + jump.cost;
      // All at once: which of them fails cannot be foretold.
      if (((alive >> jump.from & 1u) != 0) & (jump.meant[0] == letter) & (cost <= reach_)) {
        go_on(number, 1, cost);
      }
    }
  }

  // What leads on from where a path has come to, before the arcs are looked at.
  struct Front {
    std::uint64_t columns = 0;
    int spare = 0;
    int left = 0;                     // of that, for the next letter
    int start = 0;                    // what that costs more for being the first
    std::size_t column = 0;           // the last that is alive
    Letters fitting = 0;
    Letters alike = without_key;      // easily typed for another
    Letters awaited = 0;              // by jumps under way
    Letters leading = 0;              // any of these, or paid for
    std::uint32_t next = 0;           // bits of those that fit one letter on
    std::uint32_t next_begun = 0;     // bits of those that jumps begin with there
  };
  // An arc to follow, and why.
  struct Way {
    Automaton::Arc arc;
    bool pays, jumps, goes_on;
  };

  Front front(std::size_t depth, std::size_t jumps_begin, std::size_t jumps_end) const {
    const Alive& here = alive_[depth];
    Front front;
    front.columns = here.columns;
    front.spare = reach_ - here.best;
    front.left = std::min(front.spare, limits_[depth + 1] - here.least);
    // People get the first letter right.
    front.start = depth == 0 ? model_.first_letter : 0;
    front.column = std::min<std::size_t>(static_cast<std::size_t>(std::bit_width(here.columns)),
                                         typed_.size());
    for (std::uint64_t alive = here.columns; alive != 0; alive &= alive - 1) {
      const auto j = static_cast<std::size_t>(std::countr_zero(alive));
      front.fitting |= typed_.fitting(j);
      front.alike |= typed_.alike(j);
      front.leading |= typed_.beginning(j);
      front.next |= typed_.ahead(j);
      front.next_begun |= typed_.jumps_ahead(j);
    }
    if (front.spare < cheapest_pattern) front.leading = 0;
    if (depth > 0 && front.left >= model_.dropped_twin) {
      front.fitting |= one_letter(finder_.letters_[path_[depth]].number);
    }
    for (std::size_t i = jumps_begin; i < jumps_end; ++i) {
      front.awaited |= one_letter(finder_.letters_[pending_[i].next].number);
    }
    // Letters that fit lead on; others, where what is left to spend pays for them.
    front.leading |= front.fitting | front.awaited;
    const int left = front.left - front.start;
    if (left >= model_.dropped) front.leading = ~Letters{0};
    else if (left >= model_.dropped_mute) front.leading |= finder_.mute_ | front.alike;
    else if (left >= model_.substitute_accent) front.leading |= without_key;
    return front;
  }

  static std::uint32_t where(bool holds) { return 0u - holds; }

  // Puts the ways that may lead on from `node` behind those collected before. Which do cannot be
  // foretold, so nothing here branches on it.
  void collect(const Front& front, std::uint32_t node) {
    const Letters leading = front.leading;
    Automaton::Arc* last = leading_.data();
    for (;; ++node) {
      const Automaton::Arc arc = words_.arc(node);
      *last = arc;
      last += leading >> finder_.letters_[arc.label()].number & 1u;
      if (arc.last()) break;
    }
    const auto count = static_cast<std::size_t>(last - leading_.data());
    std::size_t end = ways_end_;
    if (ways_.size() < end + count) ways_.resize(2 * (end + count));
    for (std::size_t i = 0; i < count; ++i) {
      const Automaton::Arc arc = leading_[i];
      const CandidateFinder::Letter& letter = finder_.letters_[arc.label()];
      const auto is_in = [&](Letters letters) { return (letters >> letter.number & 1u) != 0; };
      const std::uint32_t ahead = words_.ahead(arc.target());
      const std::uint32_t below = words_.below(arc.target());
      const int otherwise = letter.dropped - letter.saved * is_in(front.alike) + front.start;
      const int step = otherwise * !is_in(front.fitting);
      const int rest = front.spare - step;
      // With little left, only the next letter typed leads on, or what is nearly free.
      const std::uint32_t free = front.next_begun | apostrophe_ | letter.bit;
      const std::uint32_t wanted = front.next | (free & where(rest >= model_.dropped_apostrophe)) |
                                   where(rest >= model_.dropped_mute);
      const int loss = typed_.loss(front.column, below);
      const Typed::Jumps& jumps = typed_.jumps(letter.number);
      Way& way = ways_[end];
      way.arc = arc;
      way.pays = (step <= front.left) & ((ahead & wanted) != 0) & (loss <= rest);
      way.jumps = ((jumps.columns & front.columns) != 0) & ((jumps.seconds & ahead) != 0) &
                  (jumps.cheapest <= front.spare);
      way.goes_on = is_in(front.awaited);
      end += way.pays | way.jumps | way.goes_on;
    }
    ways_end_ = end;
  }

  void visit(std::uint32_t node, std::size_t depth, std::size_t jumps_begin,
             std::size_t jumps_end) {
    if (const Automaton::Arc end = words_.arc(node); end.label() == 0) {
      if ((alive_[depth].columns >> typed_.size() & 1u) != 0) keep(depth, Note{end.target()});
      if (end.last()) return;
      ++node;
    }
    if (depth == most_depth) return;
    const std::size_t ways_begin = ways_end_;
    collect(front(depth, jumps_begin, jumps_end), node);
    const std::size_t ways_end = ways_end_;
    for (std::size_t i = ways_begin; i < ways_end; ++i) {
      const Way way = ways_[i];
      const CandidateFinder::Letter& letter = finder_.letters_[way.arc.label()];
      if (depth == 0 && letter.raised && !range_.names) continue;
      if (way.jumps || way.goes_on) {
        jump(letter.lowered, way.arc.target(), depth + 1, jumps_begin, jumps_end, way.jumps);
      }
      const bool under_way = pending_.size() > jumps_end;
      if (!way.pays && !under_way && landed_columns_ == 0) continue;
      if (budget_ == 0) break;
      --budget_;
      path_[depth + 1] = way.arc.label();
      if (enter(letter, depth + 1, words_.below(way.arc.target()), under_way) || under_way) {
        visit(way.arc.target(), depth + 1, jumps_end, pending_.size());
      }
      pending_.resize(jumps_end);
    }
    ways_end_ = ways_begin;
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
    const Cost written = rows_[depth].columns()[typed_.size()];
    if (written > reach_) return;
    Cost slip = written;
    Candidate found;
    bool raised_inside = false;
    bool acronym = depth > 1 && !typed_.begins_with_capital();
    for (std::size_t i = 1; i <= depth; ++i) {
      utf8::append(found.word, words_.letter(path_[i]));
      acronym = acronym && finder_.letters_[path_[i]].raised;
      raised_inside = raised_inside || (finder_.letters_[path_[i]].raised &&
                                        (i > 1 || !typed_.begins_with_capital()));
    }
    if (acronym) slip = static_cast<Cost>(slip + model_.acronym);
    else if (raised_inside) slip = static_cast<Cost>(slip + model_.capital);
    found.slip = slip;
    found.habit = slip - written;
    // Hardly anybody who forgets an apostrophe forgets that of a possessive; "that's" is none, and
    // everybody's.
    const std::string_view word = found.word;
    if (note.rarity() > 0 && !typed_.has_apostrophe() && word.size() > 2 &&
        word.substr(word.size() - 2) == "'s") {
      found.habit += model_.possessive;
    }
    found.commonness = note.commonness();
    const auto add = [&](std::uint32_t rarity, Cost extra) {
      Candidate& one = out_->emplace_back(found);
      one.rarity = rarity;
      one.habit += extra;
      one.score = written + one.habit + model_.rarity[rarity];
      note_score(one.score);
      reach_ = std::min(reach_, range_.once_found);
    };
    if (finder_.in_language(note) && !note.has(Note::exact)) {
      const bool abroad = finder_.home_ != 0 && !note.has(finder_.home_);
      add(note.rarity(), abroad ? model_.abroad : Cost{0});
    }
    if (note.has(Note::term) && !stands_for_word(word)) add(0, model_.term);
  }

  // A brand named after a word is not meant where the word will do.
  bool stands_for_word(std::string_view term) const {
    Note note;
    return capitals(term) != Capitals::none && words_.find(lower(term), &note) &&
           note.has(Note::american | Note::british);
  }

  // Once enough are found, what costs more than the last of them is out of reach.
  void note_score(int score) {
    const auto end = best_.begin() + static_cast<std::ptrdiff_t>(range_.enough);
    const auto at = std::upper_bound(best_.begin(), end, score);
    if (at == end) return;
    std::move_backward(at, end - 1, end);
    *at = score;
    // No score is better than its slip.
    const int last = *(end - 1) + range_.slack;
    reach_ = static_cast<Cost>(std::clamp<int>(last, 0, reach_));
  }

  static constexpr std::size_t free_at_once = 85;

  const CandidateFinder& finder_;
  const Automaton& words_;
  static constexpr const ErrorModel& model_ = error_model();
  Typed typed_;
  Range range_;
  Cost reach_ = 0;  // what is left of the range's
  std::uint32_t budget_ = 0;
  std::vector<Candidate>* out_ = nullptr;
  std::array<int, enough_candidates> best_{};  // scores of the best so far
  const std::uint32_t apostrophe_ = letter_bit(U'\'');
  std::array<Automaton::Arc, 256> leading_;
  std::vector<Way> ways_ = std::vector<Way>(64);  // with room to spare
  std::size_t ways_end_ = 0;  // of those not yet gone, of all nodes on the path
  std::vector<Pending> pending_;
  // What the jumps that end with the letter at hand cost by column; far without one.
  Row landed_;
  std::uint64_t landed_columns_ = 0;
  std::array<Row, most_depth + 2> rows_;
  std::array<Alive, most_depth + 2> alive_;
  std::array<Cost, most_depth + 2> limits_{};
  std::array<Label, most_depth + 2> path_{};
};

Search::Search(std::span<const CandidateFinder> finders, std::string_view typed) {
  for (const CandidateFinder& finder : finders) {
    walks_.push_back(std::make_unique<Walk>(finder, typed));
  }
}
Search::~Search() = default;

void Search::run(const Range& range, std::uint32_t& budget, std::vector<Candidate>& out) {
  for (const auto& walk : walks_) walk->run(range, budget, out);
}

}  // namespace dsk::spell
