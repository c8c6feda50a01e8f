// Numbers and codes of a message that stand for something: the order, the error, the version.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/language.hpp"
#include "text/reading.hpp"

namespace dsk {

enum class IdentifierKind : std::uint8_t {
  ticket, order, serial, error_code, version, amount, date, phone, number,
};
std::string_view name(IdentifierKind kind);

struct Identifier {
  IdentifierKind kind = IdentifierKind::number;
  Span span;
  std::uint32_t sentence = 0;
  // Letters and digits alone, lower case: "INC-4411" is "inc4411". Of an amount its figure without
  // what groups it: "1.299,00" is "1299", "12,5" is "12.50".
  std::string text;
};

// In text order. What a number is follows from the word before it (the lexicon's classes
// <ticket-word>, <order-word>, <serial-word>, <error-word>, <version-word>, <phone-word>,
// <currency>, <money-word>, <month>) or from its own shape; a bare number of fewer than five digits
// is none.
std::vector<Identifier> read_identifiers(const Reading& reading, const lexicon::Language& language);

}  // namespace dsk
