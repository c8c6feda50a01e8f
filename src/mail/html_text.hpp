// The text of an HTML body while it grows. Breaks, blanks, bullets and marks are held back until
// there is text behind them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "mail/html.hpp"

namespace dsk::mail {

// What holds for the text at one place.
struct HtmlState {
  bool hidden = false;
  bool sizeless = false;  // letters have no size
  bool preformatted = false;
  bool marked = false;  // `kind` holds
  bool code = false;    // inside <pre>
  ZoneKind kind = ZoneKind::body;
  std::uint8_t depth = 0;
  std::uint8_t inline_kind = 0;  // 1 + InlineKind, 0 for none
  Look look;

  bool unseen() const { return hidden || sizeless; }
};

class HtmlText {
 public:
  // `state` is asked each time text comes, and belongs to who reads the markup.
  HtmlText(const HtmlState& state, std::size_t size) : state_(state) {
    out_.out.text.reserve(size);
  }

  // Bytes as they stand at `source`, or that stand for what stands there. False where it is hidden.
  bool copy(std::string_view bytes, std::size_t source);
  bool put(std::string_view bytes, std::size_t source);

  void line_break(std::size_t source);
  // Before the next text: at least `lines` line ends, the beginning of a cell, a bullet, a blank;
  // `plain` where one blank is all that stands there.
  void gap(int lines, std::size_t source);
  void cell(std::size_t source);
  void bullet(std::string bullet, std::size_t source);
  void blank(std::size_t source, bool plain);

  void ignore(std::string_view globs) { out_.ignores.emplace_back(globs); }

  // All of it, once there is no more.
  Rendered finish();

 private:
  bool begin_text();
  void break_lines();
  void open_mark(std::size_t end_of_last);
  void close_mark(std::size_t end);
  void close_inline(std::size_t end);
  void close_tint(std::size_t end);
  void forget_wrapper();

  const HtmlState& state_;
  Rendered out_;

  // Held back.
  int newlines_ = 2;  // line ends the text has at its end; the start counts as a gap
  int gap_ = 0;
  std::size_t gap_at_ = 0;
  bool space_ = false;
  bool space_plain_ = false;
  std::size_t space_at_ = 0;
  bool cell_ = false;
  std::string bullet_;
  std::size_t bullet_at_ = 0;

  bool mark_open_ = false;
  bool mark_code_ = false;
  Mark mark_;
  std::uint8_t current_inline_ = 0;
  std::uint32_t inline_begin_ = 0;
  Tint tint_;
};

}  // namespace dsk::mail
