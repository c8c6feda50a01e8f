#include "acts/identifiers.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "ascii.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

constexpr std::size_t kBareDigits = 5;   // a bare number this long is a reference of some kind
constexpr std::size_t kPrefixedDigits = 4;
constexpr std::size_t kPhoneDigits = 7;
constexpr std::size_t kGroupedDigits = 9;
constexpr std::uint32_t kMostGroups = 16;  // of a number with spaces in it

std::size_t digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), ascii::is_digit));
}

std::string bare(std::string_view text) {
  std::string out;
  for (const char c : utf8::lower(text))
    if (ascii::is_wordish(c)) out.push_back(c);
  return out;
}

// "1,299", "1.299,00" and "1299" are the same, "12,50" and "12.5" are; "1.2k" stays as it is.
std::string figure(std::string_view text) {
  const std::size_t mark = text.find_last_of(".,");
  const std::string_view behind = mark == text.npos ? "" : text.substr(mark + 1);
  if (mark == 0 || behind.empty() || behind.size() > 2 || !ascii::is_digit(text.back()))
    return bare(text);
  const std::string whole = bare(text.substr(0, mark));
  if (behind.find_first_not_of('0') == behind.npos) return whole;
  return whole + "." + std::string(behind) + (behind.size() == 1 ? "0" : "");
}

// "$", "£", "¥", and what Unicode has in its block of currency symbols: "€", "₹".
bool is_currency_mark(std::string_view text) {
  return text == "$" || text == "£" || text == "¥" ||
         (text.size() == 3 && text.substr(0, 2) == "\xE2\x82" &&
          static_cast<unsigned char>(text[2]) >= 0xA0);
}

struct WordClass {
  std::string_view name;
  IdentifierKind kind;
};
constexpr std::array kBefore = std::to_array<WordClass>({
    {"ticket-word", IdentifierKind::ticket},   {"order-word", IdentifierKind::order},
    {"serial-word", IdentifierKind::serial},   {"error-word", IdentifierKind::error_code},
    {"version-word", IdentifierKind::version}, {"phone-word", IdentifierKind::phone},
});

// What an identifier is when no word before it tells.
IdentifierKind by_shape(std::string_view text) {
  if ((text.size() > 2 && text[0] == '0' && (text[1] | 0x20) == 'x') ||
      text.find('_') != std::string_view::npos)
    return IdentifierKind::error_code;
  if (text.find('.') != std::string_view::npos) return IdentifierKind::version;
  const std::size_t dash = text.find('-');
  const bool letters_first = !text.empty() && ascii::is_upper(text[0]);
  if (!letters_first || dash == std::string_view::npos) return IdentifierKind::number;
  // "INC-4411", not the model "HL-L2350DW".
  const std::string_view rest = text.substr(dash);
  const bool figures = rest.find_first_not_of("0123456789-") == std::string_view::npos;
  return figures && digits(rest) >= 3 ? IdentifierKind::ticket : IdentifierKind::number;
}

// "INC0011201", "PO-4500123": what the capitals before the number stand for.
std::optional<IdentifierKind> by_prefix(std::string_view text, const lexicon::Language& language) {
  const auto letters = static_cast<std::size_t>(
      std::find_if(text.begin(), text.end(), [](char c) { return c < 'A' || c > 'Z'; }) -
      text.begin());
  if (letters < 2 || digits(text) < kPrefixedDigits) return std::nullopt;
  const std::uint64_t prefix = hash_folded(utf8::lower(text.substr(0, letters)));
  for (const WordClass& one : kBefore)
    if (language.in_class(prefix, one.name)) return one.kind;
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Reading& reading, const lexicon::Language& language)
      : reading_(reading), language_(language) {}

  std::vector<Identifier> run() {
    for (std::uint32_t s = 0; s < reading_.sentences.size(); ++s) {
      sentence_ = s;
      const Sentence& it = reading_.sentences[s];
      for (std::uint32_t at = it.first; at < it.last;) at = std::max(at + 1, read(at, it));
    }
    return std::move(found_);
  }

 private:
  const Word& word(std::uint32_t at) const { return reading_.words[at]; }
  std::string_view text(std::uint32_t at) const { return reading_.of(word(at)); }
  bool in(std::uint32_t at, std::string_view name) const {
    return language_.in_class(word(at).hash, name);
  }

  // Could this word be a code? A number, or letters and digits in one, or ERR_CONN_RESET.
  bool code(std::uint32_t at) const {
    const Word& it = word(at);
    if (it.kind == WordKind::number) return digits(text(at)) > 0;
    if (it.kind != WordKind::word) return false;
    return (it.letter_case == LetterCase::mixed && digits(text(at)) > 0) ||
           text(at).find('_') != std::string_view::npos;
  }

  // The end of a run of code words joined without a space or, of a phone number, by one.
  std::uint32_t run_end(std::uint32_t at, std::uint32_t last, bool spaces) const {
    std::uint32_t end = at + 1;
    while (end < last && code(end) && (word(end).glued || spaces)) ++end;
    return end;
  }

  // Returns the word to go on from.
  std::uint32_t read(std::uint32_t at, const Sentence& it) {
    if (word(at).kind == WordKind::inline_item &&
        word(at).inline_kind == mail::InlineKind::identifier) {
      if (is_grouped(text(at)) && priced(at, at + 1, it)) {
        add(IdentifierKind::amount, at, at + 1);
        return at + 1;
      }
      // "AutoCAD" is no number.
      if (digits(text(at)) == 0 && text(at).find('_') == std::string_view::npos) return at + 1;
      add(kind_of(at, it).value_or(by_shape(text(at))), at, at + 1);
      return at + 1;
    }
    // "@116253" names an account.
    if (at > it.first && word(at - 1).mark == '@') return at + 1;
    if (!code(at)) {
      // INC-4411: capitals joined to a number.
      const bool prefix = word(at).letter_case == LetterCase::upper && at + 1 < it.last &&
                          word(at + 1).glued && word(at + 1).kind == WordKind::number &&
                          digits(text(at + 1)) >= 3;
      if (!prefix) return at + 1;
      const std::uint32_t end = run_end(at + 1, it.last, false);
      add(kind_of(at, it).value_or(IdentifierKind::ticket), at, end);
      return end;
    }
    if (const std::uint32_t end = amount_end(at, it); end > at) {
      add(IdentifierKind::amount, at, end);
      return end;
    }
    if (date(at, it)) {
      add(IdentifierKind::date, at, at + 1);
      return at + 1;
    }
    const std::uint32_t spaced = run_end(at, std::min(it.last, at + kMostGroups), true);
    std::size_t many = 0;
    for (std::uint32_t i = at; i < spaced; ++i) many += digits(text(i));
    const auto before = kind_before(at, it);
    const bool plus = at > it.first && word(at - 1).mark == '+';
    // "0171 555 2233" is one by its shape.
    const bool grouped = spaced - at > 1 && text(at)[0] == '0' && many >= kGroupedDigits && !before;
    if ((plus || grouped || before == IdentifierKind::phone) && many >= kPhoneDigits) {
      add(IdentifierKind::phone, at, spaced);
      return spaced;
    }
    const std::uint32_t end = run_end(at, it.last, false);
    const std::string_view own = text(at);
    if (const auto kind = before ? before : by_prefix(own, language_)) {
      add(*kind, at, end);
      return end;
    }
    if (own.size() > 3 && own[0] == '0' && (own[1] | 0x20) == 'x')
      add(IdentifierKind::error_code, at, end);
    else if (own.find('_') != std::string_view::npos)
      add(IdentifierKind::error_code, at, end);
    else if (own.size() > 2 && (own[0] | 0x20) == 'v' && ascii::is_digit(own[1]))
      add(IdentifierKind::version, at, end);
    else if (own.find('.') != std::string_view::npos && word(at).kind == WordKind::number &&
             at > it.first && word(at - 1).kind == WordKind::word &&
             word(at - 1).letter_case != LetterCase::lower)
      add(IdentifierKind::version, at, end);
    else if (own.find_first_of(".:/%") == std::string_view::npos && digits(own) >= kBareDigits)
      add(IdentifierKind::number, at, end);
    return end;
  }

  std::optional<IdentifierKind> kind_of(std::uint32_t at, const Sentence& it) const {
    const auto before = kind_before(at, it);
    return before ? before : by_prefix(text(at), language_);
  }

  // "order 88231", "order no. 88231", "ticket #4411", "error code: 1603".
  std::optional<IdentifierKind> kind_before(std::uint32_t at, const Sentence& it) const {
    std::uint32_t steps = 0;
    for (std::uint32_t back = at; back > it.first && steps < 5; ++steps) {
      --back;
      const Word& before = word(back);
      if (before.kind == WordKind::punctuation) {
        if (before.mark == '#' || before.mark == ':' || before.mark == '.' || before.mark == '(' ||
            before.mark == '/' || before.mark == '"' || before.mark == '+')
          continue;
        return std::nullopt;
      }
      if (before.kind != WordKind::word) return std::nullopt;
      for (const WordClass& one : kBefore)
        if (in(back, one.name)) return one.kind;
      if (back > it.first + 1 && text(back) == "N" && word(back - 1).mark == '/' &&
          text(back - 2) == "S")
        return IdentifierKind::serial;
      if (!in(back, "number-word")) return std::nullopt;
    }
    return std::nullopt;
  }

  bool is_currency(std::uint32_t at) const {
    return in(at, "currency") || is_currency_mark(text(at));
  }

  // "299" and "299,00", which may stand behind "1 ".
  bool is_thousands(std::uint32_t at) const {
    const std::string_view own = text(at);
    return word(at).kind == WordKind::number && own.size() >= 3 && digits(own.substr(0, 3)) == 3 &&
           (own.size() == 3 || !ascii::is_digit(own[3]));
  }

  // "1.299.000", which looks like a version
  static bool is_grouped(std::string_view figure) {
    std::size_t group = 0, groups = 0;
    for (const char c : figure) {
      if (!ascii::is_digit(c) && c != '.') return false;
      if (c == '.' && (group == 0 || group > 3 || (groups++ > 0 && group != 3))) return false;
      group = c == '.' ? 0 : group + 1;
    }
    return groups > 0 && group == 3;
  }

  // Does a currency stand beside [first, last)?
  bool priced(std::uint32_t first, std::uint32_t last, const Sentence& it) const {
    return (last < it.last && is_currency(last)) || (first > it.first && is_currency(first - 1));
  }

  // "60,-" and "60.-"
  bool is_even(std::uint32_t at, const Sentence& it) const {
    return at + 2 < it.last && word(at + 2).mark == '-' &&
           (word(at + 1).mark == ',' || word(at + 1).mark == '.') &&
           word(at).span.end + 1 == word(at + 2).span.begin;
  }

  // "charged 249 for the dock", "the price of 249": after a word of money, and nothing counted.
  bool is_paid(std::uint32_t at, const Sentence& it) const {
    if (text(at).size() < 2 || text(at).find_first_of("/:%") != std::string_view::npos)
      return false;
    if (at + 1 < it.last && word(at + 1).kind != WordKind::punctuation &&
        (!in(at + 1, "function-word") || in(at + 1, "month")))
      return false;
    const std::uint32_t back = at > it.first + 1 && in(at - 1, "money-to") ? 2 : 1;
    return at >= it.first + back && in(at - back, "money-word");
  }

  // Behind "60" of "60 EUR", "60€" and "€60", and behind "299" of "1 299 €"; `at` where it is no
  // amount.
  std::uint32_t amount_end(std::uint32_t at, const Sentence& it) const {
    if (word(at).kind != WordKind::number) return at;
    std::uint32_t end = at + 1;
    const std::uint32_t last = std::min(it.last, at + kMostGroups);
    while (end < last && text(at).size() <= 3 && is_thousands(end)) ++end;
    if (priced(at, end, it)) return end;
    return priced(at, at + 1, it) || is_even(at, it) || is_paid(at, it) ? at + 1 : at;
  }

  bool date(std::uint32_t at, const Sentence& it) const {
    if (word(at).kind != WordKind::number) return false;
    const std::string_view own = text(at);
    const auto slashes =
        std::count(own.begin(), own.end(), '/') + std::count(own.begin(), own.end(), '-');
    if (slashes == 2 && digits(own) >= 4 && digits(own) <= 8) return true;
    if (digits(own) > 2) return false;
    return (at + 1 < it.last && in(at + 1, "month")) || (at > it.first && in(at - 1, "month"));
  }

  void add(IdentifierKind kind, std::uint32_t first, std::uint32_t last) {
    const Span span = reading_.span_of(first, last);
    const std::string_view own = reading_.of(span);
    found_.push_back(
        {kind, span, sentence_, kind == IdentifierKind::amount ? figure(own) : bare(own)});
  }

  const Reading& reading_;
  const lexicon::Language& language_;
  std::uint32_t sentence_ = 0;
  std::vector<Identifier> found_;
};

}  // namespace

std::string_view name(IdentifierKind kind) {
  switch (kind) {
    case IdentifierKind::ticket: return "ticket";
    case IdentifierKind::order: return "order";
    case IdentifierKind::serial: return "serial";
    case IdentifierKind::error_code: return "error-code";
    case IdentifierKind::version: return "version";
    case IdentifierKind::amount: return "amount";
    case IdentifierKind::date: return "date";
    case IdentifierKind::phone: return "phone";
    case IdentifierKind::number: return "number";
  }
  return "number";
}

std::vector<Identifier> read_identifiers(const Reading& reading,
                                         const lexicon::Language& language) {
  return Reader(reading, language).run();
}

}  // namespace dsk
