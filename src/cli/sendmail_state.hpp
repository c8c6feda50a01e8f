// What `deskside sendmail` leaves in $XDG_STATE_HOME/deskside: its log, and mails that came to
// nobody.
#pragma once

#include <string>
#include <string_view>

#include "outgoing.hpp"

namespace dsk::cli {

// Who, which mail, and what became of it; never a word of the mail. It may fail: mail has to flow.
void log(const Outgoing& mail, const std::string& what);

// Writes a mail that was not sent to a file of its own and returns its path, "" where it cannot.
std::string keep_unsent(std::string_view bytes);

}  // namespace dsk::cli
