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
  const ErrorModel& model = error_model();
  const std::size_t count = words.letter_count();
  for (std::size_t i = 1; i <= count; ++i) {
    const auto label = static_cast<Label>(i);
    const char32_t small = lower(words.letter(label));
    const Label lowered = words.label(small);
    is_raised_[i] = small != words.letter(label);
    lowered_[i] = lowered != 0 ? lowered : label;
    small_[i] = small;
    dropped_[i] = is_apostrophe(small)     ? model.dropped_apostrophe
                  : is_often_mute(small) ? model.dropped_mute
                                            : model.dropped;
    traits_[i] = static_cast<std::uint8_t>((is_often_mute(small) ? mute : 0) |
                                           (is_apostrophe(small) ? apostrophe : 0));
  }
  read_patterns();
}

void CandidateFinder::read_patterns() {
  std::size_t count = 0;
  const Pattern* pattern = patterns(count);
  const auto spell = [&](std::string_view letters, std::array<Label, 5>& labels) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
      labels[i] = words_->ascii_label(static_cast<unsigned char>(letters[i]));
      if (labels[i] == 0) return false;
    }
    return true;
  };
  const auto add = [&](std::string_view typed, std::string_view meant, Cost cost) {
    Slip slip;
    if (!spell(typed, slip.typed) || !spell(meant, slip.meant)) return;
    slip.typed_size = static_cast<std::uint8_t>(typed.size());
    slip.meant_size = static_cast<std::uint8_t>(meant.size());
    slip.cost = cost;
    slips_.push_back(slip);
  };
  slips_.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    add(pattern[i].one, pattern[i].other, pattern[i].cost);
    add(pattern[i].other, pattern[i].one, pattern[i].cost);
  }
  std::sort(slips_.begin(), slips_.end(),
            [](const Slip& a, const Slip& b) { return a.typed[0] < b.typed[0]; });
  std::size_t at = 0;
  for (std::size_t label = 0; label < first_slip_.size(); ++label) {
    while (at < slips_.size() && slips_[at].typed[0] < label) ++at;
    first_slip_[label] = static_cast<std::uint16_t>(at);
  }
}

// One search. Row d holds, for every prefix of what was typed, the price of writing it where the
// first d letters of the path belong; a branch ends where the whole row is out of reach.
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
    auto& row = rows_[0];
    row.fill(far);
    row[1] = 0;
    for (std::size_t j = 1; j <= size_; ++j) {
      row[j + 1] = static_cast<Cost>(std::min<int>(far, row[j] + added_[j]));
    }
    low_[0] = 0;
    high_[0] = 0;
    while (high_[0] < size_ && row[high_[0] + 2u] <= reach_) ++high_[0];
    least_[0] = 0;
    pending_.clear();
    landed_.fill(far);
    first_landed_ = size_ + 1;
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

  // Rows are shifted by one, so that column -1 exists and is out of reach.
  using Row = std::array<Cost, most_letters + 3>;

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

  void collect_jumps() {
    Jump jump;
    for (std::size_t j = 0; j < size_; ++j) {
      const Label first = letters_[j + 1];
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
        swap.cost = size == 2 ? error_model().transposed : error_model().transposed_across;
        if (j == 0) swap.cost = static_cast<Cost>(swap.cost + error_model().first_letter / 2);
        jumps_.push_back(swap);
      }
    }
    // By the letter that begins them, then by column: which columns have any is a bit in a mask.
    std::sort(jumps_.begin(), jumps_.end(), [](const Jump& x, const Jump& y) {
      return x.meant[0] != y.meant[0] ? x.meant[0] < y.meant[0] : x.from < y.from;
    });
    for (std::size_t i = 0; i < jumps_.size(); ++i) {
      const Label letter = jumps_[i].meant[0];
      if (jump_columns_[letter] == 0) first_jump_[letter] = static_cast<std::uint16_t>(i);
      jump_columns_[letter] |= std::uint64_t{1} << jumps_[i].from;
    }
  }

  // What each letter of the alphabet costs in each column, so that a row is one short loop.
  void price_letters() {
    const std::size_t count = words_.letter_count();
    prices_.assign((count + 1) * (size_ + 1), far);
    for (std::size_t meant = 1; meant <= count; ++meant) {
      if (finder_.lowered_[meant] != meant) continue;  // a capital is looked up as its small letter
      Cost* prices = prices_.data() + meant * (size_ + 1);
      Cost other = finder_.dropped_[meant];
      for (std::size_t j = 1; j <= size_; ++j) {
        prices[j] = substitution(finder_.small_[letters_[j]], finder_.small_[meant]);
        if (prices[j] != 0) other = std::min(other, prices[j]);
      }
      otherwise_[meant] = other;
      if (prices[1] != 0) prices[1] = static_cast<Cost>(prices[1] + error_model().first_letter);
    }
  }

  void land(std::size_t column, Cost cost) {
    landed_[column] = std::min(landed_[column], cost);
    first_landed_ = std::min(first_landed_, column);
    last_landed_ = std::max(last_landed_, column);
  }

  // Takes the jumps under way one letter on, and begins those that `letter` is the first of.
  void jump(Label letter, std::size_t depth, std::size_t jumps_begin, std::size_t jumps_end,
            bool begins) {
    for (std::size_t i = jumps_begin; i < jumps_end; ++i) {
      if (pending_[i].next != letter) continue;
      Pending jump = pending_[i];
      const Jump& whole = jumps_[jump.jump];
      if (++jump.done == whole.size) {
        land(whole.to, jump.cost);
      } else {
        jump.next = whole.meant[jump.done];
        pending_.push_back(jump);
      }
    }
    if (!begins) return;
    const Row& above = rows_[depth - 1];
    for (std::size_t i = first_jump_[letter]; i < jumps_.size(); ++i) {
      const Jump& jump = jumps_[i];
      if (jump.meant[0] != letter || jump.from > high_[depth - 1]) break;
      if (jump.from < low_[depth - 1]) continue;
      const int cost = above[jump.from + 1u] + jump.cost;
      if (cost > reach_) continue;
      if (jump.size == 1) {
        land(jump.to, static_cast<Cost>(cost));
      } else {
        pending_.push_back({static_cast<std::uint16_t>(i), 1, jump.meant[1],
                            static_cast<Cost>(cost)});
      }
    }
  }

  void visit(std::uint32_t node, std::size_t depth, std::size_t jumps_begin,
             std::size_t jumps_end) {
    // Letters that fit lead on; others, where what is left to spend pays for them.
    std::uint64_t fits[4] = {};
    const auto allow = [&](Label label) { fits[label >> 6] |= std::uint64_t{1} << (label & 63u); };
    if (low_[depth] <= high_[depth]) {
      const std::size_t stop = std::min<std::size_t>(high_[depth] + 1, size_);
      for (std::size_t j = low_[depth] + 1u; j <= stop; ++j) allow(letters_[j]);
    }
    for (std::size_t i = jumps_begin; i < jumps_end; ++i) allow(pending_[i].next);
    const int left = std::min(reach_, limits_[depth + 1]) - least_[depth];
    if (depth > 0 && left >= model_.dropped_twin) allow(lowered_path_[depth]);
    // Columns that a jump may begin in.
    const std::uint64_t open = reach_ - least_[depth] < cheapest_jump || low_[depth] > high_[depth]
                                   ? 0
                                   : (std::uint64_t{2} << high_[depth]) - (std::uint64_t{1} << low_[depth]);
    for (;; ++node) {
      const Automaton::Arc arc = words_.arc(node);
      const Label label = arc.label();
      if (label == 0) {
        if (high_[depth] == size_) keep(depth, Note{arc.target()});
      } else {
        const Label letter = finder_.lowered_[label];
        const bool jumps = (jump_columns_[letter] & open) != 0;
        const bool leads = (fits[letter >> 6] >> (letter & 63u) & 1u) != 0 ||
                           otherwise_[letter] <= left || jumps;
        if (leads && depth < most_depth) {
          if (budget_ == 0) return;
          --budget_;
          path_[depth + 1] = label;
          lowered_path_[depth + 1] = letter;
          if (jumps || jumps_begin < jumps_end) {
            jump(letter, depth + 1, jumps_begin, jumps_end, jumps);
          }
          if (enter(letter, depth + 1) || pending_.size() > jumps_end) {
            visit(arc.target(), depth + 1, jumps_end, pending_.size());
          }
          pending_.resize(jumps_end);
        }
      }
      if (arc.last()) return;
    }
  }

  int price_of_dropping(Label letter, std::size_t depth) const {
    const int price = depth > 1 && letter == lowered_path_[depth - 1]
                          ? std::min(model_.dropped_twin, finder_.dropped_[letter])
                          : finder_.dropped_[letter];
    return depth == 1 ? price + model_.first_letter : price;
  }

  // Computes the row for one more letter; false when nothing is in reach.
  bool enter(Label letter, std::size_t depth) {
    const Cost* above = rows_[depth - 1].data() + 1;
    Cost* row = rows_[depth].data() + 1;
    const Cost* prices = prices_.data() + letter * (size_ + 1);
    const int dropped = price_of_dropping(letter, depth);
    // Values of the row above hold from one left of its band to one right of it.
    const bool none = low_[depth - 1] > high_[depth - 1];
    const std::size_t begin = none ? size_ + 1 : low_[depth - 1];
    const std::size_t end = none ? 0 : std::min<std::size_t>(high_[depth - 1] + 1, size_);
    const std::size_t last = std::max(end, last_landed_);
    std::size_t low = size_ + 1;
    std::size_t high = 0;
    int least = far;
    int cost = far;
    // Letters too many lead on past the band as long as they are cheap enough.
    for (std::size_t j = std::min(begin, first_landed_); j <= size_; ++j) {
      cost += added_[j];
      if (j >= begin && j <= end) {
        cost = std::min({cost, above[j] + dropped, above[j - 1] + prices[j]});
      }
      cost = std::min<int>(cost, landed_[j]);
      row[j] = static_cast<Cost>(cost);
      if (cost <= reach_) {
        low = std::min(low, j);
        high = j;
        least = std::min(least, cost);
      } else if (j >= last) {
        break;
      }
    }
    for (; first_landed_ <= last_landed_; ++first_landed_) landed_[first_landed_] = far;
    first_landed_ = size_ + 1;
    last_landed_ = 0;
    low_[depth] = 1;
    high_[depth] = 0;
    least_[depth] = far;
    if (least > std::min(reach_, limits_[depth])) return false;
    row[low - 1] = far;
    row[high + 1] = far;
    low_[depth] = static_cast<std::uint8_t>(low);
    high_[depth] = static_cast<std::uint8_t>(high);
    least_[depth] = static_cast<Cost>(least);
    return true;
  }

  void keep(std::size_t depth, Note note) {
    const ErrorModel& model = error_model();
    Cost slip = rows_[depth][size_ + 1];
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
    if (acronym) slip = static_cast<Cost>(slip + model.acronym);
    else if (raised_inside) slip = static_cast<Cost>(slip + model.capital);
    found.slip = slip;
    found.rarity = note.rarity();
    found.score = slip + model.rarity[note.rarity()] + range_.extra;
    if (abroad) found.score += model.abroad;
    // Hardly anybody who forgets an apostrophe forgets that of a possessive.
    const std::string_view word = found.word;
    if (!apostrophe_typed_ && word.size() > 2 && word.substr(word.size() - 2) == "'s") {
      found.score += model.possessive;
    }
    found.commonness = note.commonness();
    found.habit = found.score - rows_[depth][size_ + 1] - model.rarity[note.rarity()];
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
  // No jump costs less.
  static constexpr int cheapest_jump = cheapest_pattern;

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
  std::array<Cost, most_letters + 2> added_{};
  std::vector<Cost> prices_;  // [letter][column]
  std::array<Cost, 256> otherwise_{};  // the least that a letter costs where it does not fit
  std::vector<Jump> jumps_;
  std::array<std::uint16_t, 256> first_jump_{};
  std::array<std::uint64_t, 256> jump_columns_{};
  std::vector<Pending> pending_;
  // What the jumps that end with the letter at hand cost by column; far without one.
  std::array<Cost, most_letters + 2> landed_{};
  std::size_t first_landed_ = 0, last_landed_ = 0;
  std::array<Row, most_depth + 2> rows_;
  std::array<std::uint8_t, most_depth + 2> low_{}, high_{};
  std::array<Cost, most_depth + 2> least_{}, limits_{};
  std::array<Label, most_depth + 2> path_{}, lowered_path_{};
};

Search::Search(const CandidateFinder& finder, std::string_view typed)
    : walk_(std::make_unique<Walk>(finder, typed)) {}
Search::~Search() = default;

void Search::run(const Range& range, std::uint32_t& budget, std::vector<Candidate>& out) {
  walk_->run(range, budget, out);
}

bool CandidateFinder::follow(std::uint32_t node, const Label* rest, std::size_t size,
                             std::string& form) const {
  for (;; ++node) {
    const Automaton::Arc arc = words_->arc(node);
    if (arc.label() == 0) {
      const Note note{arc.target()};
      if (size == 0 && !note.has(Note::exact) && (home_ == 0 || note.has(home_))) return true;
    } else if (size > 0 && lowered_[arc.label()] == *rest) {
      const std::size_t before = form.size();
      utf8::append(form, words_->letter(arc.label()));
      if (follow(arc.target(), rest + 1, size - 1, form)) return true;
      form.resize(before);
    }
    if (arc.last()) return false;
  }
}

std::string CandidateFinder::in_other_capitals(std::string_view word) const {
  std::string form;
  std::array<Label, most_depth> letters{};
  std::size_t size = 0;
  for (std::size_t at = 0; at < word.size();) {
    if (size == most_depth) return form;
    const char32_t letter = next_letter(word, at);
    Label label = words_->label(lower(letter));
    if (label == 0) label = words_->label(upper(letter));  // a capital that stands for both
    if (label == 0) return form;
    letters[size++] = label;
  }
  if (!follow(words_->root(), letters.data(), size, form)) form.clear();
  return form;
}

}  // namespace dsk::spell
