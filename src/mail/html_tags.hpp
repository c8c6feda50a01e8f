// Elements and attributes of HTML, as far as they matter to what a reader sees.
#pragma once

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

// By lower case name; nullptr for elements that do not matter, whose text is kept.
const Tag* tag_named(std::string_view name);

struct Attributes {
  Effect effect = Effect::none;
  bool hidden = false;
  bool preformatted = false;
  bool cite = false;    // type="cite", or a class or id of a quote
  bool indent = false;  // a blockquote that only indents
  bool tight = false;   // a paragraph without margins
  bool wrapped_pre = false;
};

// Takes one attribute, as written, into account.
void read_attribute(const Tag& tag, std::string_view name, std::string_view value, Attributes& out);

}  // namespace dsk::mail
