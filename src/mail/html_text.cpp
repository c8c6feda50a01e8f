#include "mail/html_text.hpp"

#include <algorithm>
#include <utility>

namespace dsk::mail {

bool HtmlText::copy(std::string_view bytes, std::size_t source) {
  if (!begin_text()) return false;
  out_.out.copy(bytes, source);
  return true;
}

bool HtmlText::put(std::string_view bytes, std::size_t source) {
  if (!begin_text()) return false;
  out_.out.put(bytes, source);
  return true;
}

void HtmlText::line_break(std::size_t source) {
  if (state_.unseen()) return;
  break_lines();
  out_.out.put("\n", source);
  ++newlines_;
  space_ = cell_ = false;
}

void HtmlText::gap(int lines, std::size_t source) {
  gap_ = std::max(gap_, lines);
  gap_at_ = source;
  space_ = false;
}

void HtmlText::cell(std::size_t source) {
  cell_ = true;
  gap_at_ = source;
}

void HtmlText::bullet(std::string bullet, std::size_t source) {
  bullet_ = std::move(bullet);
  bullet_at_ = source;
}

void HtmlText::blank(std::size_t source, bool plain) {
  if (space_) return;
  space_ = true;
  space_at_ = source;
  space_plain_ = plain;
}

Rendered HtmlText::finish() {
  close_mark(out_.out.text.size());
  close_inline(out_.out.text.size());
  close_tint(out_.out.text.size());
  forget_wrapper();
  return std::move(out_);
}

bool HtmlText::begin_text() {
  if (state_.unseen()) return false;
  Derived& out = out_.out;
  const std::size_t before = out.text.size();
  if (newlines_ < gap_) cell_ = false;
  break_lines();
  const bool line_start = newlines_ > 0;
  if (current_inline_ != state_.inline_kind || line_start) close_inline(before);
  open_mark(before);
  if (!(tint_.look == state_.look)) close_tint(before);
  if (!bullet_.empty()) {
    out.put(bullet_, bullet_at_);
    bullet_.clear();
  } else if (!line_start) {
    if (cell_)
      out.put("\t", gap_at_);
    else if (space_ && space_plain_)
      out.copy(" ", space_at_);
    else if (space_)
      out.put(" ", space_at_);
  }
  cell_ = space_ = false;
  newlines_ = 0;
  if (state_.inline_kind != 0 && current_inline_ == 0) {
    current_inline_ = state_.inline_kind;
    inline_begin_ = static_cast<std::uint32_t>(out.text.size());
  }
  return true;
}

void HtmlText::break_lines() {
  for (; newlines_ < gap_; ++newlines_) out_.out.put("\n", gap_at_);
  gap_ = 0;
}

void HtmlText::open_mark(std::size_t end_of_last) {
  const bool same_mark = mark_open_ == state_.marked && mark_.kind == state_.kind &&
                         mark_.depth == state_.depth && mark_code_ == state_.code;
  if (same_mark) return;
  close_mark(end_of_last);
  mark_open_ = state_.marked;
  mark_code_ = state_.code;
  mark_ = {{static_cast<std::uint32_t>(out_.out.text.size()), 0}, state_.kind, state_.depth};
}

void HtmlText::close_mark(std::size_t end) {
  if (mark_open_) {
    mark_.span.end = static_cast<std::uint32_t>(end);
    if (!mark_.span.empty()) out_.marks.push_back(mark_);
  }
  mark_open_ = false;
}

void HtmlText::close_inline(std::size_t end) {
  if (current_inline_ != 0 && inline_begin_ < end)
    out_.inlines.push_back({{inline_begin_, static_cast<std::uint32_t>(end)},
                            static_cast<InlineKind>(current_inline_ - 1)});
  current_inline_ = 0;
}

// Ends the stretch there was, and begins the next.
void HtmlText::close_tint(std::size_t end) {
  const auto here = static_cast<std::uint32_t>(end);
  tint_.span.end = here;
  if (!tint_.look.plain() && !tint_.span.empty()) out_.tints.push_back(tint_);
  tint_ = {{here, here}, state_.look};
}

// Some programs put a whole plain mail into one <pre>: that is no code.
void HtmlText::forget_wrapper() {
  std::size_t code = 0;
  for (const Mark& mark : out_.marks) code += mark.kind == ZoneKind::code ? mark.span.size() : 0;
  if (code * 10 < out_.out.text.size() * 9) return;
  out_.marks.erase(std::remove_if(out_.marks.begin(), out_.marks.end(),
                                  [](const Mark& mark) { return mark.kind == ZoneKind::code; }),
                   out_.marks.end());
}

}  // namespace dsk::mail
