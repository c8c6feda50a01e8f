// One search for the words that somebody may have meant. Row d holds, for every prefix of what was
// typed, the price of writing it where the first d letters of the path belong; a branch ends where
// the whole row is out of reach, or the letters that are left are not to be had below.
#include <algorithm>
#include <array>
#include <bit>

#include "spell/candidates.hpp"
#include "spell/letters.hpp"
#include "spell/row.hpp"

namespace dsk::spell {
namespace {

class Labels {
 public:
  void add(Label label) { words_[label >> 6] |= std::uint64_t{1} << (label & 63u); }
  void add(const Labels& others) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= others.words_[i];
  }
  bool has(Label label) const { return (words_[label >> 6] >> (label & 63u) & 1u) != 0; }

 private:
  std::array<std::uint64_t, 4> words_{};
};

}  // namespace

class Walk {
 public:
  Walk(const CandidateFinder& finder, std::string_view typed)
      : finder_(finder), words_(*finder.words_) {
    if (!read_typed(typed)) {
      size_ = 0;
      return;
    }
    collect_jumps();
    price_letters();
    price_losses();
  }

  void run(const Range& range, std::uint32_t& budget, std::vector<Candidate>& out) {
    if (size_ == 0) return;
    reach_ = range.reach;
    range_ = range;
    budget_ = budget;
    out_ = &out;
    best_.fill(far);
    // Slips are spread over a word: who has spent everything on the first letters meant another.
    for (std::size_t d = 0; d < limits_.size(); ++d) {
      limits_[d] = static_cast<Cost>(
          std::min<std::size_t>(range.spread, free_at_once + range.spread * d / size_));
    }
    limits_[1] = std::max(limits_[1], static_cast<Cost>(free_at_once + model_.first_letter));
    for (const Candidate& one : out) note_score(one.score);
    rows_[0].fill();
    Cost* row = rows_[0].columns();
    row[0] = 0;
    alive_[0] = {1, 0};
    for (std::size_t j = 1; j <= size_; ++j) {
      row[j] = static_cast<Cost>(std::min<int>(far, row[j - 1] + added_[0].columns()[j]));
      if (row[j] <= reach_) alive_[0].columns |= std::uint64_t{1} << j;
    }
    pending_.clear();
    visit(words_.root(), 0, 0, 0);
    budget = budget_;
  }

 private:
  // Letters typed for others that are met further down: from column `from` straight to column
  // `to`, once the path has gone through `meant`.
  struct Jump {
    std::array<Label, 5> meant{};
    std::uint8_t size = 0;
    std::uint8_t from = 0;
    std::uint8_t to = 0;
    Cost cost = 0;
  };
  // One that the path is in the middle of.
  struct Pending {
    std::uint16_t jump;
    std::uint8_t done;
    Label next;
    Cost cost;
  };

  bool read_typed(std::string_view typed) {
    for (std::size_t at = 0; at < typed.size();) {
      char32_t letter = next_letter(typed, at);
      if (is_apostrophe(letter)) letter = U'\'';
      if (size_ == most_letters) return false;
      // 0, for a letter that no form has, equals none.
      letters_[++size_] = words_.label(lower(letter));
      raised_ = raised_ || (size_ == 1 && is_upper(letter));
      apostrophe_typed_ = apostrophe_typed_ || letter == U'\'';
    }
    for (std::size_t j = 1; j <= size_; ++j) {
      const char32_t letter = finder_.small_[letters_[j]];
      keys_[j] = has_key(letter) ? static_cast<std::uint8_t>(key_of(letter)) : keys;
      all_keys_ = all_keys_ && has_key(letter);
      bits_[j] = bit_of(letters_[j]);
    }
    for (Row& row : added_) row.fill();
    Cost* added = added_[0].columns();
    for (std::size_t j = 1; j <= size_; ++j) {
      const char32_t letter = finder_.small_[letters_[j]];
      const bool twin = j > 1 && letters_[j] == letters_[j - 1];
      added[j] = is_apostrophe(letter)   ? model_.added_apostrophe
                 : twin                  ? model_.added_twin
                 : is_often_mute(letter) ? model_.added_mute
                                         : model_.added;
      if (j == 1) added[j] = static_cast<Cost>(added[j] + model_.first_letter);
    }
    for (std::size_t n = 1; n < added_.size(); ++n) {
      const Cost* half = added_[n - 1].columns();
      const std::size_t letters = std::size_t{1} << (n - 1);
      for (std::size_t j = 2 * letters; j <= size_; ++j) {
        added_[n].columns()[j] = std::min<Cost>(far, half[j] + half[j - letters]);
      }
    }
    landed_.fill();
    return size_ > 0;
  }

  void collect_jumps() {
    jumps_.reserve(6 * size_);
    pending_.reserve(6 * size_);
    Jump jump;
    for (std::size_t j = 0; j < size_; ++j) {
      const Label first = letters_[j + 1];
      fitting_[j].add(first);
      for (std::size_t i = finder_.first_slip_[first]; i < finder_.first_slip_[first + 1u]; ++i) {
        const CandidateFinder::Slip& slip = finder_.slips_[i];
        if (j + slip.typed_size > size_ ||
            !std::equal(slip.typed.begin() + 1, slip.typed.begin() + slip.typed_size,
                        letters_.begin() + j + 2)) {
          continue;
        }
        jump.meant = slip.meant;
        jump.size = slip.meant_size;
        jump.from = static_cast<std::uint8_t>(j);
        jump.to = static_cast<std::uint8_t>(j + slip.typed_size);
        jump.cost = slip.cost;
        jumps_.push_back(jump);
      }
    }
    for (const std::size_t size : {std::size_t{2}, std::size_t{3}}) {
      for (std::size_t j = 0; j + size <= size_; ++j) {
        if (letters_[j + 1] == letters_[j + size]) continue;
        Jump swap;
        std::reverse_copy(letters_.begin() + j + 1, letters_.begin() + j + 1 + size,
                          swap.meant.begin());
        swap.size = static_cast<std::uint8_t>(size);
        swap.from = static_cast<std::uint8_t>(j);
        swap.to = static_cast<std::uint8_t>(j + size);
        swap.cost = size == 2 ? model_.transposed : model_.transposed_across;
        if (j == 0) swap.cost = static_cast<Cost>(swap.cost + model_.first_letter / 2);
        jumps_.push_back(swap);
      }
    }
    // By the letter that begins them, then by column: which columns have any is a bit in a mask.
    std::sort(jumps_.begin(), jumps_.end(), [](const Jump& x, const Jump& y) {
      return x.meant[0] != y.meant[0] ? x.meant[0] < y.meant[0] : x.from < y.from;
    });
    for (std::size_t i = 0; i < jumps_.size(); ++i) {
      const Label letter = jumps_[i].meant[0];
      if (jump_columns_[letter] == 0) {
        first_jump_[letter] = static_cast<std::uint16_t>(i);
        cheapest_jump_[letter] = far;
      }
      cheapest_jump_[letter] = std::min(cheapest_jump_[letter], jumps_[i].cost);
      jump_columns_[letter] |= std::uint64_t{1} << jumps_[i].from;
      beginning_[jumps_[i].from].add(letter);
    }
  }

  // What each letter of the alphabet costs in each column, so that a row is one short loop.
  void price_letters() {
    const std::size_t count = words_.letter_count();
    // Of a short word's row whole vectors are read.
    stride_ = size_ <= most_short_letters ? 2 * Row::lanes : size_ + 1;
    prices_.assign((count + 1) * stride_, far);
    for (std::size_t meant = 1; meant <= count; ++meant) {
      if (finder_.lowered_[meant] != meant) continue;  // a capital is looked up as its small letter
      const char32_t letter = finder_.small_[meant];
      Cost* prices = prices_.data() + meant * stride_;
      Cost other = finder_.dropped_[meant];
      const auto put = [&](std::size_t j, Cost price) {
        prices[j] = price;
        other = std::min(other, price != 0 ? price : far);
      };
      if (all_keys_ && has_key(letter)) {
        const Cost* by_key = key_prices[key_of(letter)].data();  // the same either way round
        for (std::size_t j = 1; j <= size_; ++j) put(j, by_key[keys_[j]]);
      } else {
        for (std::size_t j = 1; j <= size_; ++j) {
          put(j, substitution(finder_.small_[letters_[j]], letter));
        }
      }
      otherwise_[meant] = other;
      std::size_t at = 0;
      while (other > reached_[at].left) ++at;
      reached_[at].letters.add(static_cast<Label>(meant));
      if (prices[1] != 0) prices[1] = static_cast<Cost>(prices[1] + model_.first_letter);
    }
    for (std::size_t at = 1; at < reached_.size(); ++at) {
      reached_[at].letters.add(reached_[at - 1].letters);
    }
  }

  // What it costs at least that a letter typed is not met below: what turns back most ways early.
  void price_losses() {
    lost_.fill(far);
    for (std::size_t j = size_; j >= 1; --j) {
      const std::uint32_t bit = bits_[j];
      needed_[j] = needed_[j + 1] | bit;
      // A letter that no key has may be another one with an accent.
      const Cost typed_for_another =
          keys_[j] < keys ? key_losses[keys_[j]] : model_.substitute_accent;
      Cost loss = std::min(added_[0].columns()[j], typed_for_another);
      for (const Jump& jump : jumps_) {
        if (j <= jump.from || j > jump.to) continue;
        const auto end = jump.meant.begin() + jump.size;
        if (std::any_of(jump.meant.begin(), end, [&](Label meant) { return bit_of(meant) == bit; }))
          continue;
        // It may pay for the letters beside this one too.
        loss = std::min<Cost>(loss, jump.cost / (jump.to - jump.from));
      }
      Cost& least = lost_[static_cast<std::size_t>(std::countr_zero(bit))];
      least = std::min(least, loss);
    }
  }

  std::uint32_t bit_of(Label label) const { return label == 0 ? no_letters_bit : finder_.bits_[label]; }

  // What is to be paid at least to write the letters after `column` with those met below a node.
  int loss(std::size_t column, std::uint32_t below) const {
    int sum = 0;
    for (std::uint32_t lost = needed_[column + 1] & ~below; lost != 0; lost &= lost - 1) {
      sum += lost_[static_cast<std::size_t>(std::countr_zero(lost))];
    }
    return sum;
  }

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
      const Jump& whole = jumps_[number];
      if (done == whole.size) return land(whole.to, static_cast<Cost>(cost));
      const Label next = whole.meant[done];
      if ((finder_.bits_[next] & ~below) != 0 || cost + loss(whole.to, below) > reach_) return;
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
    for (std::size_t i = first_jump_[letter]; i < jumps_.size(); ++i) {
      const Jump& jump = jumps_[i];
      if (jump.meant[0] != letter) break;
      if ((alive >> jump.from & 1u) == 0) continue;
      const int cost = above[jump.from] + jump.cost;
      if (cost <= reach_) go_on(i, 1, cost);
    }
  }

  void visit(std::uint32_t node, std::size_t depth, std::size_t jumps_begin,
             std::size_t jumps_end) {
    const Alive here = alive_[depth];
    // Letters that fit lead on; others, where what is left to spend pays for them.
    const int left = std::min(reach_, limits_[depth + 1]) - here.least;
    const int spare = reach_ - here.least;
    // People get the first letter right.
    const int start = depth == 0 ? model_.first_letter : 0;
    const auto column = std::min<std::size_t>(static_cast<std::size_t>(std::bit_width(here.columns)),
                                              size_);
    const std::size_t landing = std::min(column + longest_jump - 1, size_);
    Labels leading;
    for (const Reached& one : reached_) {
      if (one.left < left - start) continue;
      leading = one.letters;
      break;
    }
    Labels fitting;
    for (std::uint64_t alive = here.columns; alive != 0; alive &= alive - 1) {
      const auto j = static_cast<std::size_t>(std::countr_zero(alive));
      fitting.add(fitting_[j]);
      if (spare >= cheapest_pattern) leading.add(beginning_[j]);
    }
    if (depth > 0 && left >= model_.dropped_twin) fitting.add(lowered_path_[depth]);
    leading.add(fitting);
    Labels awaited;
    for (std::size_t i = jumps_begin; i < jumps_end; ++i) awaited.add(pending_[i].next);
    leading.add(awaited);
    for (;; ++node) {
      const Automaton::Arc arc = words_.arc(node);
      const Label label = arc.label();
      if (label == 0) {
        if ((here.columns >> size_ & 1u) != 0) keep(depth, Note{arc.target()});
      } else {
        const Label letter = finder_.lowered_[label];
        const std::uint32_t below = leading.has(letter) ? words_.below(arc.target()) : 0;
        const bool jumps = leading.has(letter) && (jump_columns_[letter] & here.columns) != 0 &&
                           cheapest_jump_[letter] + loss(landing, below) <= spare;
        const auto pays = [&] {
          const int step = fitting.has(letter) ? 0 : otherwise_[letter] + start;
          return step <= left && step + loss(column, below) <= spare;
        };
        if (leading.has(letter) && (jumps || awaited.has(letter) || pays()) && depth < most_depth) {
          if (budget_ == 0) return;
          --budget_;
          path_[depth + 1] = label;
          lowered_path_[depth + 1] = letter;
          if (jumps || jumps_begin < jumps_end) {
            jump(letter, depth + 1, jumps_begin, jumps_end, jumps, below);
          }
          const bool alive = enter(letter, depth + 1);
          if ((alive && is_hopeful(depth + 1, below)) || pending_.size() > jumps_end) {
            visit(arc.target(), depth + 1, jumps_end, pending_.size());
          }
          pending_.resize(jumps_end);
        }
      }
      if (arc.last()) return;
    }
  }

  // Whether some column's letters can be paid for below.
  bool is_hopeful(std::size_t depth, std::uint32_t below) const {
    const Cost* row = rows_[depth].columns();
    for (std::uint64_t alive = alive_[depth].columns; alive != 0; alive &= alive - 1) {
      const auto j = static_cast<std::size_t>(std::countr_zero(alive));
      if (row[j] + loss(j, below) <= reach_) return true;
    }
    return false;
  }

  Cost price_of_dropping(Label letter, std::size_t depth) const {
    const Cost price = depth > 1 && letter == lowered_path_[depth - 1]
                           ? std::min(model_.dropped_twin, finder_.dropped_[letter])
                           : finder_.dropped_[letter];
    return depth == 1 ? static_cast<Cost>(price + model_.first_letter) : price;
  }

  // Computes the row for one more letter; false when nothing is in reach.
  bool enter(Label letter, std::size_t depth) {
    const Step step = {rows_[depth - 1].columns(), prices_.data() + letter * stride_,
                       landed_.columns(), price_of_dropping(letter, depth)};
    alive_[depth] = next_row(step, added_, size_, reach_, rows_[depth].columns());
    for (; landed_columns_ != 0; landed_columns_ &= landed_columns_ - 1) {
      landed_.columns()[std::countr_zero(landed_columns_)] = far;
    }
    if (alive_[depth].least <= std::min(reach_, limits_[depth])) return true;
    rows_[depth].fill();
    alive_[depth] = {};
    return false;
  }

  void keep(std::size_t depth, Note note) {
    Cost slip = rows_[depth].columns()[size_];
    if (slip > reach_ || note.has(Note::exact)) return;
    const bool abroad = finder_.home_ != 0 && !note.has(finder_.home_);
    Candidate found;
    bool raised_inside = false;
    bool acronym = depth > 1 && !raised_;
    for (std::size_t i = 1; i <= depth; ++i) {
      utf8::append(found.word, words_.letter(path_[i]));
      acronym = acronym && finder_.is_raised_[path_[i]];
      raised_inside = raised_inside || (finder_.is_raised_[path_[i]] && (i > 1 || !raised_));
    }
    if (acronym) slip = static_cast<Cost>(slip + model_.acronym);
    else if (raised_inside) slip = static_cast<Cost>(slip + model_.capital);
    found.slip = slip;
    found.rarity = note.rarity();
    found.score = slip + model_.rarity[note.rarity()] + range_.extra;
    if (abroad) found.score += model_.abroad;
    // Hardly anybody who forgets an apostrophe forgets that of a possessive.
    const std::string_view word = found.word;
    if (!apostrophe_typed_ && word.size() > 2 && word.substr(word.size() - 2) == "'s") {
      found.score += model_.possessive;
    }
    found.commonness = note.commonness();
    found.habit = found.score - rows_[depth].columns()[size_] - model_.rarity[note.rarity()];
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
  static constexpr std::size_t longest_jump = 5;  // typed letters that one may pay for

  const CandidateFinder& finder_;
  const Automaton& words_;
  const ErrorModel& model_ = error_model();
  Range range_;
  Cost reach_ = 0;  // what is left of the range's
  std::uint32_t budget_ = 0;
  std::vector<Candidate>* out_ = nullptr;
  std::array<int, enough_candidates> best_{};  // scores of the best so far

  std::size_t size_ = 0;
  bool raised_ = false;  // what was typed begins with a capital
  bool apostrophe_typed_ = false;
  std::array<Label, most_letters + 2> letters_{};
  bool all_keys_ = true;
  std::array<std::uint8_t, most_letters + 2> keys_{};
  std::array<std::uint32_t, most_letters + 2> bits_{};
  // By column: the letter typed after it, and those that the jumps from there begin with.
  std::array<Labels, most_letters + 1> fitting_, beginning_;
  Added added_;
  std::size_t stride_ = 0;
  std::vector<Cost> prices_;  // [letter][column]
  std::array<Cost, 256> otherwise_{};  // the least that a letter costs where it does not fit
  // The letters that cost no more than what is left, by what is left at most.
  struct Reached {
    int left;
    Labels letters;
  };
  std::array<Reached, 5> reached_ = {{{model_.substitute_accent - 1, {}},
                                      {model_.dropped_apostrophe - 1, {}},
                                      {model_.dropped_mute - 1, {}},
                                      {model_.substitute_vowel - 1, {}},
                                      {far, {}}}};
  // The least that it costs to have typed what no letter below stands for, by bit.
  std::array<Cost, 32> lost_{};
  std::array<std::uint32_t, most_letters + 3> needed_{};  // bits of the letters from a column on
  std::vector<Jump> jumps_;
  std::array<std::uint16_t, 256> first_jump_{};
  std::array<std::uint64_t, 256> jump_columns_{};
  std::array<Cost, 256> cheapest_jump_;
  std::vector<Pending> pending_;
  // What the jumps that end with the letter at hand cost by column; far without one.
  Row landed_;
  std::uint64_t landed_columns_ = 0;
  std::array<Row, most_depth + 2> rows_;
  std::array<Alive, most_depth + 2> alive_;
  std::array<Cost, most_depth + 2> limits_{};
  std::array<Label, most_depth + 2> path_{}, lowered_path_{};
};

Search::Search(const CandidateFinder& finder, std::string_view typed)
    : walk_(std::make_unique<Walk>(finder, typed)) {}
Search::~Search() = default;

void Search::run(const Range& range, std::uint32_t& budget, std::vector<Candidate>& out) {
  walk_->run(range, budget, out);
}

}  // namespace dsk::spell
