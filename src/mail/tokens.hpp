// What a stretch without spaces is, when it is no word of a language.
#pragma once

#include <cstddef>
#include <string_view>

#include "mail/document.hpp"

namespace dsk::mail {

struct Token {
  std::size_t skip = 0;  // bytes before it
  std::size_t size = 0;  // 0: nothing special
  InlineKind kind = InlineKind::identifier;
};

// What may stand behind a token and is none of it.
constexpr bool closes_token(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' ||
         c == ']' || c == '}' || c == '"' || c == '\'' || c == '>' || c == '*';
}

// `token` ends at white space; `line` begins where it does and goes on, for paths with spaces.
Token classify(std::string_view token, std::string_view line);

}  // namespace dsk::mail
