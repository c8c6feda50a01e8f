#include "rules/secrets.hpp"

namespace dsk::rules {
namespace {

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
  return digits >= 13 && digits <= 19 && !same && sum % 10 == 0;
}

}  // namespace

bool passes(std::string_view check, std::string_view match) {
  return check == "luhn" ? luhn(match) : true;
}

}  // namespace dsk::rules
