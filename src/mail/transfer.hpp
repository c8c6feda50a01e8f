// Content-Transfer-Encoding undone, with offsets kept.
#pragma once

#include <string_view>

#include "mail/pieces.hpp"

namespace dsk::mail {

enum class Transfer : std::uint8_t { identity, quoted_printable, base64 };

// What a Content-Transfer-Encoding header means; anything unknown is taken as it stands.
Transfer transfer_named(std::string_view header_value);

// `source` is where `encoded` begins in the file. Malformed input is copied where it stands.
void decode_quoted_printable(std::string_view encoded, std::size_t source, Derived& out);
void decode_base64(std::string_view encoded, std::size_t source, Derived& out);

}  // namespace dsk::mail
