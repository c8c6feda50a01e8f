// What goes wrong before a mail is judged: an option, a pack, a dictionary, or a profile or
// language that the mail's parts ask for and the engine has not. Checking throws nothing else but
// bad_alloc.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace dsk {

// The values are those of deskside_status, so the border need not translate them.
enum class Status : std::int32_t {
  argument = -1,
  memory = -2,
  encoding = -3,
  option = -4,
  lexicon = -5,
  dictionary = -6,
  internal = -99,
};

// `line` and `column` are 1-based, 0 where there is no place to point at.
struct Error : std::runtime_error {
  Error(Status kind, const std::string& message, std::uint32_t at_line = 0,
        std::uint32_t at_column = 0)
      : std::runtime_error(message), status(kind), line(at_line), column(at_column) {}

  Status status;
  std::uint32_t line;
  std::uint32_t column;
};

}  // namespace dsk
