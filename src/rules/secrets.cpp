#include "rules/secrets.hpp"

namespace dsk::rules {
namespace {

constexpr unsigned kFewestDigits = 13, kMostDigits = 19;  // of a card number

bool luhn(std::string_view text) {
  unsigned sum = 0, digits = 0, first = 0;
  bool same = true;
  for (auto at = text.rbegin(); at != text.rend(); ++at) {
    if (*at < '0' || *at > '9') continue;
    unsigned digit = static_cast<unsigned>(*at - '0');
    if (digits == 0) first = digit;
    same = same && digit == first;
    if (digits % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
    ++digits;
  }
  return digits >= kFewestDigits && digits <= kMostDigits && !same && sum % 10 == 0;
}

}  // namespace

bool passes(std::string_view check, std::string_view match) {
  return check == "luhn" ? luhn(match) : true;
}

bool may_pass(std::string_view check, std::string_view text) {
  if (check != "luhn") return true;
  // So many digits in a row, but for the blanks and hyphens people group them with.
  unsigned digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (++digits == kFewestDigits) return true;
    } else if (c != ' ' && c != '-') {
      digits = 0;
    }
  }
  return false;
}

}  // namespace dsk::rules
