// Tests a regex alone cannot make: is this number a card's?
#pragma once

#include <string_view>

namespace dsk::rules {

// The named check of a match: "luhn" passes a card number (ISO/IEC 7812-1, annex B) alone, every
// other name everything.
bool passes(std::string_view check, std::string_view match);
// False where no match in `text` could pass: cheaper than trying. "digit" and "four-digits" say that
// so many stand together in every match, "mixed" that one stands beside a letter or behind a mark.
bool may_pass(std::string_view check, std::string_view text);

}  // namespace dsk::rules
