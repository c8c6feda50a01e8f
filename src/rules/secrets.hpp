// Tests a regex alone cannot make: is this number a card's?
#pragma once

#include <string_view>

namespace dsk::rules {

// The named check of a match: "" passes everything, "luhn" a card number (ISO/IEC 7812-1, annex B).
bool passes(std::string_view check, std::string_view match);
// False where no match in `text` could pass: cheaper than trying.
bool may_pass(std::string_view check, std::string_view text);

}  // namespace dsk::rules
