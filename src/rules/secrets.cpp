#include "rules/secrets.hpp"

#include "mail/ascii.hpp"

namespace dsk::rules {
namespace {

constexpr unsigned kFewestDigits = 13, kMostDigits = 19;  // of a card number

bool luhn(std::string_view text) {
  unsigned sum = 0, digits = 0, first = 0;
  bool same = true;
  for (auto at = text.rbegin(); at != text.rend(); ++at) {
    if (!mail::is_digit(*at)) continue;
    unsigned digit = static_cast<unsigned>(*at - '0');
    if (digits == 0) first = digit;
    same = same && digit == first;
    if (digits % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
    ++digits;
  }
  return digits >= kFewestDigits && digits <= kMostDigits && !same && sum % 10 == 0;
}

bool has_digits(std::string_view text, unsigned wanted) {
  unsigned run = 0;
  for (const char c : text) {
    run = mail::is_digit(c) ? run + 1 : 0;
    if (run == wanted) return true;
  }
  return false;
}

// A digit beside a letter or behind a mark, as in a password and seldom in prose; a hyphen counts
// behind a letter: no date is meant.
bool has_mixed(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!mail::is_digit(text[at])) continue;
    if (at + 1 < text.size() && mail::is_alpha(text[at + 1])) return true;
    if (at == 0) continue;
    const char before = text[at - 1];
    if (mail::is_alpha(before) || std::string_view("!#$*_@").find(before) != std::string_view::npos)
      return true;
    if (before == '-' && at > 1 && mail::is_alpha(text[at - 2])) return true;
  }
  return false;
}

// So many digits in a row, but for the blanks and hyphens people group them with.
bool may_be_card(std::string_view text) {
  unsigned digits = 0;
  for (const char c : text) {
    if (mail::is_digit(c)) {
      if (++digits == kFewestDigits) return true;
    } else if (c != ' ' && c != '-') {
      digits = 0;
    }
  }
  return false;
}

}  // namespace

bool passes(std::string_view check, std::string_view match) {
  return check == "luhn" ? luhn(match) : true;
}

bool may_pass(std::string_view check, std::string_view text) {
  return check == "luhn"          ? may_be_card(text)
         : check == "digit"       ? has_digits(text, 1)
         : check == "four-digits" ? has_digits(text, 4)
         : check == "mixed"       ? has_mixed(text)
                                  : true;
}

}  // namespace dsk::rules
