// Finding the message that a mail answers, in the person's own mbox or Maildir.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace dsk::cli {

// The message with this Message-ID ("<…>") in `path`, an mbox file or a Maildir with its
// subfolders; "" where it is not found by `deadline`. The newest mail is looked at first, because
// that is what people answer.
std::string find_message(const std::string& path, std::string_view id,
                         std::chrono::steady_clock::time_point deadline);

}  // namespace dsk::cli
