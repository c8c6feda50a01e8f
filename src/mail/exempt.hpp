// Messages that are not judged as a whole, and why.
#pragma once

#include "mail/document.hpp"
#include "mail/mime.hpp"

namespace dsk::mail {

// By header and structure. forward_only is decided later, from the zones.
Exempt exempt_by_header(const Message& message);
// PGP armour or a patch in the text.
Exempt exempt_by_text(std::string_view text);

}  // namespace dsk::mail
