// Tests a regex alone cannot make: is this number a card's?
#pragma once

#include <string_view>

namespace dsk::rules {

// The named check of a match: "" passes everything, "luhn" a card number (ISO/IEC 7812-1, annex B).
bool passes(std::string_view check, std::string_view match);

}  // namespace dsk::rules
