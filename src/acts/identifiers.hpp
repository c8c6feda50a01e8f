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
  std::string text;  // letters and digits alone, lower case: "INC-4411" is "inc4411"
};

// In text order. What a number is follows from the word before it (the lexicon's classes
// <ticket-word>, <order-word>, <serial-word>, <error-word>, <version-word>, <phone-word>,
// <currency>, <month>) or from its own shape; a bare number of fewer than five digits is none.
std::vector<Identifier> read_identifiers(const Reading& reading, const lexicon::Language& language);

}  // namespace dsk
