// A mail on its way out, as sendmail is given it on standard input.
#pragma once

#include <string>
#include <string_view>

namespace dsk::cli {

struct Outgoing {
  std::string bytes;            // as given, but without X-Deskside-* fields
  std::string from;             // the address in From
  std::string message_id;       // "<…>", "" where there is none
  std::string in_reply_to;      // likewise
  std::string override_reason;  // of X-Deskside-Override
  bool resent = false;          // bounced: somebody else's words
};

// Reads the header block; all other bytes stay as they are.
Outgoing read_outgoing(std::string_view bytes);

}  // namespace dsk::cli
