// What of a mail may be shown.
#pragma once

#include <cstddef>
#include <deskside/deskside.hpp>
#include <string>
#include <string_view>

namespace dsk::cli {

// The body with a star for each byte of a secret, so that places stay what they are.
std::string shown_body(const deskside::report& report);

// A word or a line of somebody's mail, as much of it as is worth a message.
std::string cut_short(std::string_view text, std::size_t most = 400);

// "Mon 2024-10-28 12:00 CET": by the clock on this wall, whatever zone the mail was written in.
std::string local_time(const std::string& rfc3339);

}  // namespace dsk::cli
