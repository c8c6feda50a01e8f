#include "spell/typed.hpp"

#include <algorithm>

#include "spell/letters.hpp"

namespace dsk::spell {

Typed::Typed(const CandidateFinder& finder, std::string_view word) : finder_(finder) {
  if (!read(word)) {
    size_ = 0;
    return;
  }
  price_added();
  collect_jumps();
  price_losses();
  look_ahead();
  // Of a short word's row whole vectors are read.
  stride_ = size_ <= most_short_letters ? 2 * Row::lanes : size_ + 1;
  prices_.resize((finder_.words_->letter_count() + 1) * stride_);
}

bool Typed::read(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    char32_t letter = next_letter(word, at);
    if (is_apostrophe(letter)) letter = U'\'';
    if (size_ == most_letters) return false;
    const char32_t small = lower(letter);
    raised_ = raised_ || (size_ == 0 && small != letter);
    apostrophe_ = apostrophe_ || letter == U'\'';
    // 0, for a letter that no form has, equals none. The accents of other languages are such
    // letters, even where a term has them.
    Label label = finder_.words_->label(small);
    if (is_letter(small) && finder_.words_->is_of_terms(label)) label = 0;
    ++size_;
    letters_[size_] = label;
    keys_[size_] = label != 0 && has_key(small) ? static_cast<std::uint8_t>(key_of(small)) : keys;
    all_keys_ = all_keys_ && keys_[size_] < keys;
    bits_[size_] = label == 0 ? no_letters_bit : finder_.letters_[label].bit;
    alike_[size_ - 1] =
        without_key | (keys_[size_] < keys ? key_alikes[keys_[size_]] : ~Letters{0});
    if (label != 0) fitting_[size_ - 1] = one_letter(finder_.letters_[label].number);
  }
  return size_ > 0;
}

void Typed::price_added() {
  const ErrorModel& model = error_model();
  for (Row& row : added_) row.fill();
  Cost* added = added_[0].columns();
  for (std::size_t j = 1; j <= size_; ++j) {
    const char32_t letter = finder_.letters_[letters_[j]].small;
    const bool twin = j > 1 && letters_[j] == letters_[j - 1];
    added[j] = is_apostrophe(letter)   ? model.added_apostrophe
               : twin                  ? model.added_twin
               : is_often_mute(letter) ? model.added_mute
                                       : model.added;
  }
  added[1] = static_cast<Cost>(added[1] + model.first_letter);
  for (std::size_t n = 1; n < added_.size(); ++n) {
    const Cost* half = added_[n - 1].columns();
    const std::size_t letters = std::size_t{1} << (n - 1);
    for (std::size_t j = 2 * letters; j <= size_; ++j) {
      added_[n].columns()[j] = std::min<Cost>(far, half[j] + half[j - letters]);
    }
  }
}

void Typed::collect_jumps() {
  const ErrorModel& model = error_model();
  jumps_.reserve(6 * size_);
  for (std::size_t j = 0; j < size_; ++j) {
    const Label first = letters_[j + 1];
    for (std::size_t i = finder_.first_slip_[first]; i < finder_.first_slip_[first + 1u]; ++i) {
      const CandidateFinder::Slip& slip = finder_.slips_[i];
      // Beyond the last letter stands none.
      if (slip.typed_size > 1 && slip.typed[1] != letters_[j + 2]) continue;
      if (j + slip.typed_size > size_ ||
          !std::equal(slip.typed.begin() + 1, slip.typed.begin() + slip.typed_size,
                      letters_.begin() + j + 2)) {
        continue;
      }
      add({slip.meant, slip.meant_size, static_cast<std::uint8_t>(j),
           static_cast<std::uint8_t>(j + slip.typed_size), slip.cost});
    }
  }
  for (const std::size_t size : {std::size_t{2}, std::size_t{3}}) {
    for (std::size_t j = 0; j + size <= size_; ++j) {
      const auto begin = letters_.begin() + j + 1;
      if (begin[0] == begin[size - 1] || std::find(begin, begin + size, 0) != begin + size)
        continue;
      const int cost = (size == 2 ? model.transposed : model.transposed_across) +
                       (j == 0 ? model.first_letter / 2 : 0);
      Jump swap{{}, static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(j),
                static_cast<std::uint8_t>(j + size), static_cast<Cost>(cost)};
      std::reverse_copy(begin, begin + size, swap.meant.begin());
      add(swap);
    }
  }
}

void Typed::add(Jump jump) {
  const std::uint8_t letter = finder_.letters_[jump.meant[0]].number;
  beginning_[jump.from] |= one_letter(letter);
  Jumps& others = jumps_by_letter_[letter];
  jump.next = others.first;
  others.first = static_cast<std::uint16_t>(jumps_.size() + 1);
  others.columns |= std::uint64_t{1} << jump.from;
  others.seconds |= jump.size > 1 ? finder_.letters_[jump.meant[1]].bit : ~0u;
  others.cheapest = std::min(others.cheapest, jump.cost);
  jumps_.push_back(jump);
}

// What it costs at least that a letter typed is not met below: what turns back most ways early.
void Typed::price_losses() {
  for (std::size_t j = 1; j <= size_; ++j) {
    // A letter that no key has may be another one with an accent.
    const Cost typed_for_another =
        keys_[j] < keys ? key_losses[keys_[j]] : error_model().substitute_accent;
    loss_of_[j] = std::min(added_[0].columns()[j], typed_for_another);
  }
  for (const Jump& jump : jumps_) {
    std::uint32_t met = 0;
    for (std::size_t i = 0; i < jump.size; ++i) met |= finder_.letters_[jump.meant[i]].bit;
    // It may pay for all the letters that it is typed with.
    const auto share = static_cast<Cost>(jump.cost / (jump.to - jump.from));
    for (std::size_t j = jump.from + 1u; j <= jump.to; ++j) {
      if ((met & bits_[j]) == 0) loss_of_[j] = std::min(loss_of_[j], share);
    }
  }
  for (std::size_t j = size_; j >= 1; --j) {
    const std::uint32_t bit = bits_[j];
    const auto letter = static_cast<std::size_t>(std::countr_zero(bit));
    const bool fresh = (needed_[j] & bit) == 0;
    if (fresh) losses_[letter].clear();
    lost_[letter] = fresh ? loss_of_[j] : std::min(lost_[letter], loss_of_[j]);
    needed_[j - 1] = needed_[j] | bit;
  }
  for (std::size_t bit = 0; bit < lost_.size(); ++bit) {
    std::array<Cost, 256>& sums = sums_[bit / 8];
    const std::size_t half = std::size_t{1} << bit % 8;
    sums[0] = 0;
    for (std::size_t i = 0; i < half; ++i) sums[half + i] = static_cast<Cost>(sums[i] + lost_[bit]);
  }
  for (std::size_t j = 0; j < size_; ++j) {
    for (std::uint32_t needed = needed_[j]; needed != 0; needed &= needed - 1) {
      const auto letter = static_cast<std::size_t>(std::countr_zero(needed));
      losses_[letter].columns()[j] = lost_[letter];
    }
  }
}

// A letter met leaves a column behind, or none where it was not typed.
void Typed::look_ahead() {
  for (const Jump& jump : jumps_)
    jumps_ahead_[jump.from] |= finder_.letters_[jump.meant[0]].bit;
  ahead_[size_] = no_letters_bit;  // a form may end
  for (std::size_t j = size_; j-- > 0;) {
    const std::uint32_t typed = letters_[j + 1] == 0 ? 0 : bits_[j + 1];
    ahead_[j] = typed;
  }
  for (std::size_t j = 0; j < size_; ++j) {
    ahead_[j] |= ahead_[j + 1];
    jumps_ahead_[j] |= jumps_ahead_[j + 1];
  }
}

void Typed::set_prices(Label meant, Cost* prices) const {
  const CandidateFinder::Letter& letter = finder_.letters_[meant];
  std::fill_n(prices, stride_, far);
  if (all_keys_ && has_key(letter.small)) {
    const Cost* by_key = key_prices[key_of(letter.small)].data();  // the same either way round
    for (std::size_t j = 1; j <= size_; ++j) prices[j] = by_key[keys_[j]];
  } else {
    for (std::size_t j = 1; j <= size_; ++j) {
      prices[j] = substitution(finder_.letters_[letters_[j]].small, letter.small);
    }
  }
  if (prices[1] != 0) prices[1] = static_cast<Cost>(prices[1] + error_model().first_letter);
}

}  // namespace dsk::spell
