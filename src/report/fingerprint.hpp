// By what a finding is known again in another mail.
#pragma once

#include <array>
#include <string_view>

namespace dsk {

// Version 1: FNV-1a of the rule's id, a NUL and the sentence in lower case, with one space for any
// white space: the same sentence, however it was wrapped.
using Fingerprint = std::array<char, 18>;

Fingerprint fingerprint_of(std::string_view rule, std::string_view sentence);

}  // namespace dsk
