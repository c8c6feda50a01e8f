// The tree of parts of a message, read in one pass, and which of them is judged.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mail/charset.hpp"
#include "mail/headers.hpp"
#include "mail/pieces.hpp"
#include "mail/transfer.hpp"

namespace dsk::mail {

inline constexpr std::size_t kMaxDepth = 64;
inline constexpr std::size_t kMaxParts = 10000;
inline constexpr std::size_t kMaxBody = 64U * 1024 * 1024;
inline constexpr std::size_t kNoPart = static_cast<std::size_t>(-1);

struct Part {
  std::size_t parent = kNoPart;
  std::size_t content_begin = 0;  // in the file
  std::size_t content_end = 0;
  std::string type = "text/plain";
  std::string charset;
  std::string name;         // file name, decoded
  std::string disposition;  // "inline", "attachment" or empty
  std::string content_id;
  std::string method;  // of a text/calendar
  std::string report;  // of a multipart/report
  std::string start;   // of a multipart/related: the id of its part that is shown
  Transfer transfer = Transfer::identity;
  bool flowed = false;
  bool delsp = false;

  bool multipart() const { return type.compare(0, 10, "multipart/") == 0; }
  bool text() const { return type.compare(0, 5, "text/") == 0; }
};

struct Message {
  HeaderBlock headers;
  std::vector<Part> parts;  // in file order, a parent before its children
  bool too_deep = false;
  bool too_many = false;
};

// Read a whole message. Linear in time, whatever the nesting.
Message read_message(std::string_view bytes);

// The content of a part, transfer encoding and charset undone. `verbatim` when it stands in the
// file byte for byte; then `out` is empty and the content is the file's own bytes.
struct Decoded {
  Derived out;
  bool verbatim = false;
  Conversion charset = Conversion::none;  // what was made of it
  bool cut = false;                       // longer than kMaxBody
};
Decoded decode_part(std::string_view bytes, const Part& part);

}  // namespace dsk::mail
