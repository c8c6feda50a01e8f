// What a reader sees of an HTML body, as text, with offsets back into the HTML and with what the
// markup of mail clients says about whose words they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mail/document.hpp"
#include "mail/pieces.hpp"

namespace dsk::mail {

// A stretch of text whose zone is known from elsewhere than its words.
struct Mark {
  Span span;
  ZoneKind kind = ZoneKind::body;
  std::uint8_t depth = 0;
};

struct Rendered {
  Derived out;
  std::vector<Mark> marks;           // sorted, apart; stretches without one are undecided
  std::vector<Inline> inlines;       // <code>, <kbd>
  std::vector<std::uint32_t> rules;  // where in the text an <hr> stood
  std::vector<std::string> ignores;  // <!-- X-Deskside-Ignore: ... -->
};

// Linear in time and bounded in memory, whatever the markup.
Rendered render_html(std::string_view html);
// Whether a reader would see any word of it. Stops at the first.
bool html_shows_text(std::string_view html);

// The character an entity name stands for ("eacute"), 0 where unknown.
std::uint32_t html_entity(std::string_view name);

// What an element says about the words inside it.
enum class Effect : std::uint8_t {
  none,
  quote,        // another's words
  quote_after,  // an attribution; everything from here to the end is another's
  rest_quote,   // everything from here to the end is another's
  attribution,
  signature,
  forwarded,
};
// By id, class and other attributes that mail clients write. `name` and `value` lower case.
Effect effect_of_attribute(std::string_view name, std::string_view value);

}  // namespace dsk::mail
