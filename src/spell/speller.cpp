#include "spell/speller.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "error.hpp"
#include "spell/letters.hpp"
#include "spell/linked_words.hpp"

namespace dsk::spell {
namespace {

// "1,200.50": digits with single separators between them, as Hunspell takes them.
bool is_number(std::string_view word) {
  bool digit = false;
  for (const char c : word) {
    if (ascii::is_digit(c)) {
      digit = true;
    } else {
      if (!digit || (c != '.' && c != ',' && c != '-')) return false;
      digit = false;
    }
  }
  return digit;
}

// "21st" for "21st" and "21th" alike; empty for what is no ordinal.
std::string english_ordinal(std::string_view word) {
  if (word.size() < 3) return {};
  const std::string_view digits = word.substr(0, word.size() - 2);
  const std::string_view ending = word.substr(word.size() - 2);
  if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return {};
  if (!ascii::has_only(digits, ascii::is_digit)) return {};
  const bool teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
  const char last = teen ? '0' : digits.back();
  const char* right = last == '1' ? "st" : last == '2' ? "nd" : last == '3' ? "rd" : "th";
  return std::string(digits) + right;
}

}  // namespace

Speller::Speller(const Sources& sources) : language_(sources.language), chosen_(sources.chosen) {
  std::replace(language_.begin(), language_.end(), '_', '-');
  english_ = language_.substr(0, 2) == "en";
  if (!sources.words.empty()) {
    words_ = Automaton(sources.words, true);
  } else if (english_ && !linked_english().empty()) {
    words_ = Automaton(linked_english());
    const bool american = language_ == "en-US" || language_ == "en";
    home_ = american ? Note::american : Note::british;
    other_ = american ? Note::british : Note::american;
  }
  if (english_ && home_ == 0 && !linked_english().empty()) terms_ = Automaton(linked_english());
  // The linked automaton answers for American English alone; of British words it has those that
  // SCOWL has, and a dictionary knows more.
  const bool enough = words_.complete() && (home_ == 0 || home_ == Note::american);
  if (!enough && !sources.aff.empty()) {
    hunspell_ = std::make_unique<Dictionary>(sources.aff, sources.dic, package_of(language_));
  }
  if (sources.hunspell_suggests && !hunspell_)
    suggester_ = std::make_unique<Dictionary>(sources.aff, sources.dic, package_of(language_));
  if (words_.empty() && !hunspell_) {
    throw Error(Status::dictionary, "no dictionary for " + language_ + "; install the package " +
                                        package_of(language_) + " or give the path of another");
  }
  if (!words_.empty()) finders_.emplace_back(words_, home_);
  if (!terms_.empty()) finders_.emplace_back(terms_, Note::term);
}

Speller::~Speller() = default;
Speller::Speller(Speller&&) noexcept = default;

bool Speller::has_form(const Automaton& words, std::uint32_t home, std::string_view word,
                       Note* note) const {
  // Asked about every word of every mail: no copies, no decoding twice.
  constexpr std::size_t longest = 64;
  Label as_written[longest];
  Label small[longest];
  Note found;
  if (note == nullptr) note = &found;
  const auto at_home = [&] { return home == 0 || note->has(home); };
  const auto is_small = [](char c) { return static_cast<unsigned>(c - 'a') < 26u || c == '\''; };
  // Most words are in small letters, and are there in these or not at all.
  std::size_t size = 0;
  for (; size < word.size() && size < longest && is_small(word[size]); ++size) {
    as_written[size] = words.ascii_label(static_cast<unsigned char>(word[size]));
  }
  if (size == word.size()) return words.find(as_written, size, note) && at_home();
  size = 0;
  std::size_t raised = 0;
  std::size_t lowered = 0;
  bool first = false;
  for (std::size_t at = 0; at < word.size();) {
    if (size == longest) return false;
    if (const auto byte = static_cast<unsigned char>(word[at]); byte < 128) {
      const bool capital = static_cast<unsigned>(byte - 'A') < 26u;
      as_written[size] = words.ascii_label(byte);
      small[size] = capital ? words.ascii_label(byte | 32u) : as_written[size];
      raised += capital;
      lowered += static_cast<unsigned>(byte - 'a') < 26u;
      first = first || (capital && size == 0);
      ++size;
      ++at;
      continue;
    }
    char32_t letter = next_letter(word, at);
    if (is_apostrophe(letter)) letter = U'\'';
    const char32_t low = lower(letter);
    as_written[size] = words.label(letter);
    small[size] = low == letter ? as_written[size] : words.label(low);
    if (low != letter) {
      ++raised;
      first = first || size == 0;
    } else if (is_lower(letter)) {
      ++lowered;
    }
    ++size;
  }
  if (words.find(as_written, size, note) && at_home()) return true;
  const bool title = first && raised == 1;
  const bool capitals = raised > 0 && lowered == 0 && !title;
  if (!title && !capitals) return false;
  const auto may_be_raised = [&] {
    return words.find(small, size, note) && at_home() && !note->has(Note::exact);
  };
  if (may_be_raised()) return true;
  small[0] = as_written[0];
  return capitals && may_be_raised();
}

bool Speller::knows_plain(const std::string& word) const {
  if (has_form(words_, home_, word)) return true;
  return hunspell_ && hunspell_->knows(word);
}

std::string Speller::right_ordinal(std::string_view word) const {
  return english_ ? english_ordinal(word) : std::string();
}

// A word with hyphens is right when it has a hyphen with something right on either side.
bool Speller::knows_part(const std::string& word, unsigned depth) const {
  if (word.empty()) return false;
  if (knows_plain(word) || is_number(word) || right_ordinal(word) == word) return true;
  if (depth == 0 || hunspell_) return false;  // Hunspell splits words itself
  for (std::size_t at = word.find('-'); at != std::string::npos; at = word.find('-', at + 1)) {
    const std::string left = word.substr(0, at);
    const std::string right = word.substr(at + 1);
    if ((left.empty() || knows_part(left, depth - 1)) &&
        (right.empty() || knows_part(right, depth - 1)) && !(left.empty() && right.empty())) {
      return true;
    }
  }
  return false;
}

bool Speller::knows(std::string_view word) const {
  if (word.size() > 200) return false;
  std::string plain = fold_apostrophes(word);
  const bool stop = !plain.empty() && plain.back() == '.';
  while (!plain.empty() && plain.back() == '.') plain.pop_back();
  if (knows_part(plain, 8)) return true;
  // The last stop may belong to an abbreviation.
  return stop && !plain.empty() && knows_plain(plain + '.');
}

bool Speller::knows_term(std::string_view word) const {
  return has_form(terms(), Note::term, fold_apostrophes(word));
}

unsigned Speller::rarity(std::string_view word) const {
  const std::string plain = fold_apostrophes(word);
  Note note;
  if (has_form(words_, home_, plain, &note)) return note.rarity();
  if (has_form(terms(), Note::term, plain)) return 3;
  return hunspell_ && hunspell_->knows(plain) ? 5 : 8;
}

std::vector<std::string> Speller::suggest_hunspell(std::string_view word) const {
  const Dictionary* asked = hunspell_ ? hunspell_.get() : suggester_.get();
  return asked ? asked->suggest(fold_apostrophes(word)) : std::vector<std::string>();
}

}  // namespace dsk::spell
