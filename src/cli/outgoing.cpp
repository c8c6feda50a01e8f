#include "outgoing.hpp"

#include <strings.h>

#include <cstddef>

namespace dsk::cli {
namespace {

bool starts(std::string_view line, std::string_view name) {
  return line.size() >= name.size() && ::strncasecmp(line.data(), name.data(), name.size()) == 0;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// "Mara <mara@helpdesk.example>" and "mara@helpdesk.example (Mara)" alike.
std::string address_in(std::string_view value) {
  const std::size_t open = value.rfind('<');
  const std::size_t close = open == std::string_view::npos ? open : value.find('>', open);
  if (close != std::string_view::npos)
    return std::string(trim(value.substr(open + 1, close - open - 1)));
  const std::size_t at = value.find('@');
  if (at == std::string_view::npos) return {};
  const std::size_t before = value.find_last_of(" \t,(\n", at);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return std::string(value.substr(begin, value.find_first_of(" \t\r\n,)", at) - begin));
}

// The first "<…>" of a Message-ID or In-Reply-To.
std::string id_in(std::string_view value) {
  const std::size_t open = value.find('<');
  if (open == std::string_view::npos) return {};
  const std::size_t close = value.find('>', open);
  if (close == std::string_view::npos) return {};
  return std::string(value.substr(open, close - open + 1));
}

// The end of the field that begins at `at`, its folded lines included.
std::size_t field_end(std::string_view bytes, std::size_t at) {
  for (;;) {
    const std::size_t feed = bytes.find('\n', at);
    if (feed == std::string_view::npos) return bytes.size();
    at = feed + 1;
    if (at >= bytes.size() || (bytes[at] != ' ' && bytes[at] != '\t')) return at;
  }
}

}  // namespace

Outgoing read_outgoing(std::string_view bytes) {
  Outgoing mail;
  mail.bytes.reserve(bytes.size());
  std::size_t at = 0;
  while (at < bytes.size() && bytes[at] != '\n' && bytes[at] != '\r') {
    const std::size_t end = field_end(bytes, at);
    const std::string_view field = bytes.substr(at, end - at);
    const std::size_t colon = field.substr(0, field.find('\n')).find(':');
    const bool mbox_line = at == 0 && starts(field, "From ");
    if (colon == std::string_view::npos && !mbox_line) break;  // a body without a blank line
    const std::string_view value =
        colon == std::string_view::npos ? std::string_view() : field.substr(colon + 1);
    if (starts(field, "x-deskside-")) {
      if (starts(field, "x-deskside-override:")) mail.override_reason = std::string(trim(value));
    } else {
      mail.bytes += field;
      if (starts(field, "from:") && mail.from.empty()) mail.from = address_in(value);
      if (starts(field, "message-id:")) mail.message_id = id_in(value);
      if (starts(field, "in-reply-to:")) mail.in_reply_to = id_in(value);
      if (starts(field, "resent-")) mail.resent = true;
    }
    at = end;
  }
  mail.bytes += bytes.substr(at);
  return mail;
}

}  // namespace dsk::cli
