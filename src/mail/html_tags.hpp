// Elements and attributes of HTML, as far as they matter to what a reader sees.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mail/html.hpp"

namespace dsk::mail {

enum TagFlag : unsigned {
  kBlock = 1,     // begins and ends a line
  kGap = 2,       // a blank line around it
  kVoid = 4,      // has no inside
  kRaw = 8,       // its inside is not text
  kBarrier = 16,  // an end tag inside does not reach out of it
  kInline = 32,
};

struct Tag {
  std::string_view name;
  unsigned flags;
};

// The element whose name stands at `at` of `html`, which moves behind it; nullptr for those that do
// not matter, whose text is kept.
const Tag* read_tag_name(std::string_view html, std::size_t& at);

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

// Of the letters: none, as templates keep blanks from showing, until an element inside gives one.
enum class Size : std::uint8_t { same, none, some };

struct Attributes {
  Effect effect = Effect::none;
  bool hidden = false;
  Size size = Size::same;
  bool preformatted = false;
  bool cite = false;    // type="cite", or a class or id of a quote
  bool indent = false;  // a blockquote that only indents
  bool tight = false;   // a paragraph without margins
  bool wrapped_pre = false;
  bool bold = false;
  std::uint32_t colour = Look::kPlain;
};

// What the attributes say that stand at `at` of `html`, which moves behind the end of the tag.
Attributes read_attributes(const Tag* tag, std::string_view html, std::size_t& at);

}  // namespace dsk::mail
