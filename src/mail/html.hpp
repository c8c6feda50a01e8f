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

// How a stretch of text stands out.
struct Look {
  static constexpr std::uint32_t kPlain = 0xFFFFFFFF;
  std::uint32_t colour = kPlain;  // 0xRRGGBB, of the letters or of what is behind them
  bool bold = false;

  bool plain() const { return colour == kPlain && !bold; }
  bool operator==(const Look& other) const { return colour == other.colour && bold == other.bold; }
};
struct Tint {
  Span span;
  Look look;
};

struct Rendered {
  Derived out;
  std::vector<Mark> marks;           // sorted, apart; stretches without one are undecided
  std::vector<Inline> inlines;       // <code>, <kbd>
  std::vector<Tint> tints;           // sorted, apart; what is plain is in none
  std::vector<std::string> ignores;  // <!-- X-Deskside-Ignore: ... -->
};

// Linear in time and bounded in memory, whatever the markup.
Rendered render_html(std::string_view html);
// Whether a reader would see any word of it. Stops at the first.
bool html_shows_text(std::string_view html);

}  // namespace dsk::mail
