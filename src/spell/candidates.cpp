#include "spell/candidates.hpp"

#include <algorithm>

#include "spell/letters.hpp"

namespace dsk::spell {

CandidateFinder::CandidateFinder(const Automaton& words, std::uint32_t home)
    : words_(&words), home_(home) {
  const ErrorModel& model = error_model();
  std::uint8_t next = keys;
  for (std::size_t i = 1; i <= words.letter_count(); ++i) {
    Letter& letter = letters_[i];
    letter.small = lower(words.letter(static_cast<Label>(i)));
    letter.raised = letter.small != words.letter(static_cast<Label>(i));
    const Label lowered = letter.raised ? words.label(letter.small) : Label{0};
    letter.lowered = lowered != 0 ? lowered : static_cast<Label>(i);
    letter.bit = letter_bit(letter.small);
    letter.dropped = is_apostrophe(letter.small)     ? model.dropped_apostrophe
                     : is_often_mute(letter.small) ? model.dropped_mute
                                                   : model.dropped;
    if (lowered != 0) continue;
    Cost least = 0;  // that another was typed costs
    if (has_key(letter.small)) {
      letter.number = static_cast<std::uint8_t>(key_of(letter.small));
      least = key_losses[letter.number];
    } else {
      letter.number = next;
      if (next < 63) ++next;
      least = model.substitute_accent;
    }
    letter.saved = static_cast<Cost>(letter.dropped - std::min(letter.dropped, least));
    if (is_often_mute(letter.small)) mute_ |= one_letter(letter.number);
  }
  for (Letter& letter : letters_) {
    letter.number = letters_[letter.lowered].number;
    letter.saved = letters_[letter.lowered].saved;
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

// `needed` has the bits of each letter and all after it.
bool CandidateFinder::follow(std::uint32_t node, const Label* rest, const std::uint32_t* needed,
                             std::uint32_t home, std::string& form) const {
  for (;; ++node) {
    const Automaton::Arc arc = words_->arc(node);
    if (arc.label() == 0) {
      const Note note{arc.target()};
      const bool exact = home != Note::term && note.has(Note::exact);
      if (*rest == 0 && !exact && (home == 0 || note.has(home))) return true;
    } else if (letters_[arc.label()].lowered == *rest &&
               (needed[1] & ~words_->below(arc.target())) == 0) {
      const std::size_t before = form.size();
      utf8::append(form, words_->letter(arc.label()));
      if (follow(arc.target(), rest + 1, needed + 1, home, form)) return true;
      form.resize(before);
    }
    if (arc.last()) return false;
  }
}

std::string CandidateFinder::in_other_capitals(std::string_view word, std::uint32_t home) const {
  std::string form;
  std::array<Label, most_depth + 1> letters{};
  std::array<std::uint32_t, most_depth + 1> needed{};
  std::size_t size = 0;
  for (std::size_t at = 0; at < word.size();) {
    if (size == most_depth) return form;
    const char32_t letter = next_letter(word, at);
    Label label = words_->label(lower(letter));
    if (label == 0) label = words_->label(upper(letter));  // a capital that stands for both
    if (label == 0) return form;
    letters[size++] = label;
  }
  for (std::size_t at = size; at-- > 0;) needed[at] = needed[at + 1] | letters_[letters[at]].bit;
  if (!follow(words_->root(), letters.data(), needed.data(), home, form)) form.clear();
  return form;
}

}  // namespace dsk::spell
