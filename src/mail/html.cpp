#include "mail/html.hpp"

#include <algorithm>
#include <array>

#include "mail/ascii.hpp"
#include "mail/charset.hpp"
#include "mail/html_tags.hpp"
#include "utf8.hpp"

namespace dsk::mail {
namespace {

// Misnested markup is searched this far for what an end tag closes; a bound keeps time linear.
constexpr std::size_t kReach = 256;
constexpr std::size_t kLongestTagName = 16;

// What holds for the text at one place.
struct State {
  bool hidden = false;
  bool preformatted = false;
  bool marked = false;  // `kind` holds
  bool code = false;    // inside <pre>
  ZoneKind kind = ZoneKind::body;
  std::uint8_t depth = 0;
  std::uint8_t inline_kind = 0;  // 1 + InlineKind, 0 for none
};

struct Element {
  const Tag* tag;
  bool tight;  // a paragraph without margins
  State outside;
};

class Renderer {
 public:
  explicit Renderer(std::string_view html, bool stop_at_word = false)
      : html_(html), stop_at_word_(stop_at_word) {}

  bool seen_word() const { return seen_word_; }

  Rendered render() {
    out_.out.text.reserve(html_.size() / 4);
    while (at_ < html_.size() && !(stop_at_word_ && seen_word_)) {
      const char c = html_[at_];
      if (c == '<')
        markup();
      else if (c == '&')
        entity();
      else if (state_.preformatted)
        preformatted_text();
      else if (is_space(c))
        white_space();
      else
        plain_text();
    }
    close_mark();
    close_inline();
    forget_wrapper();
    return std::move(out_);
  }

 private:
  // Some programs put a whole plain mail into one <pre>: that is no code.
  void forget_wrapper() {
    std::size_t code = 0;
    for (const Mark& mark : out_.marks) code += mark.kind == ZoneKind::code ? mark.span.size() : 0;
    if (code * 10 < out_.out.text.size() * 9) return;
    out_.marks.erase(std::remove_if(out_.marks.begin(), out_.marks.end(),
                                    [](const Mark& mark) { return mark.kind == ZoneKind::code; }),
                     out_.marks.end());
  }

  // --- text -----------------------------------------------------------------------------------

  void plain_text() {
    // Up to the next character that needs a thought; single spaces between words need none.
    std::size_t end = at_ + 1;
    for (; end < html_.size(); ++end) {
      const char c = html_[end];
      if (c == '<' || c == '&') break;
      if (!is_space(c)) continue;
      if (c != ' ' || end + 1 >= html_.size() || is_space(html_[end + 1]) ||
          html_[end + 1] == '<' || html_[end + 1] == '&')
        break;
    }
    copy(html_.substr(at_, end - at_), at_);
    at_ = end;
  }

  void white_space() {
    std::size_t end = at_ + 1;
    while (end < html_.size() && is_space(html_[end])) ++end;
    if (!space_) {
      space_ = true;
      space_at_ = at_;
      space_plain_ = end == at_ + 1 && html_[at_] == ' ';
    }
    at_ = end;
  }

  void preformatted_text() {
    std::size_t end = at_;
    while (end < html_.size() && html_[end] != '<' && html_[end] != '&' && html_[end] != '\n' &&
           html_[end] != '\r')
      ++end;
    if (end > at_) copy(html_.substr(at_, end - at_), at_);
    if (end < html_.size() && html_[end] == '\r') {
      at_ = end + 1;
      if (at_ >= html_.size() || html_[at_] != '\n') line_break(end);
    } else if (end < html_.size() && html_[end] == '\n') {
      line_break(end);
      at_ = end + 1;
    } else {
      at_ = end;
    }
  }

  void entity() {
    std::size_t end = at_ + 1;
    std::uint32_t code = 0;
    if (end < html_.size() && html_[end] == '#') {
      ++end;
      const bool hex = end < html_.size() && lower(html_[end]) == 'x';
      if (hex) ++end;
      const std::size_t digits = end;
      while (end < html_.size() && (hex ? hex_value(html_[end]) >= 0 : is_digit(html_[end]))) {
        if (code < 0x110000)
          code = code * (hex ? 16U : 10U) + static_cast<std::uint32_t>(hex_value(html_[end]));
        ++end;
      }
      if (end == digits) code = 0;
      // Numbers that mean windows-1252, as every browser takes them.
      if (code >= 0x80 && code < 0xA0) {
        Derived converted;
        const char byte = static_cast<char>(code);
        to_utf8({&byte, 1}, "windows-1252", converted);
        if (end < html_.size() && html_[end] == ';') ++end;
        put(converted.text, at_);
        at_ = end;
        return;
      }
    } else {
      while (end < html_.size() && is_alnum(html_[end]) && end - at_ < 32) ++end;
      code = html_entity(html_.substr(at_ + 1, end - at_ - 1));
    }
    if (code == 0 || code >= 0x110000 || (code >= 0xD800 && code < 0xE000)) {
      copy(html_.substr(at_, 1), at_);
      ++at_;
      return;
    }
    if (end < html_.size() && html_[end] == ';') ++end;
    if (code == '\n' && state_.preformatted) {
      line_break(at_);
    } else if (code == '\n' || code == '\t' || code == '\r') {
      put(" ", at_);
    } else if (code != 0xAD) {  // a soft hyphen is nothing to the reader
      std::string character;
      utf8::append(character, code);
      put(character, at_);
    }
    at_ = end;
  }

  void copy(std::string_view bytes, std::size_t source) {
    if (!begin_text()) return;
    if (stop_at_word_) seen_word_ = bytes.find_first_not_of("\xC2\xA0 ") != bytes.npos;
    out_.out.copy(bytes, source);
  }

  void put(std::string_view bytes, std::size_t source) {
    if (!begin_text()) return;
    out_.out.put(bytes, source);
  }

  // Everything that was held back until there is text: breaks, bullets, spaces, marks.
  bool begin_text() {
    if (state_.hidden) return false;
    Derived& out = out_.out;
    const std::size_t before = out.text.size();
    if (newlines_ < gap_) {
      while (newlines_ < gap_) {
        out.put("\n", gap_at_);
        ++newlines_;
      }
      cell_ = false;
    }
    gap_ = 0;
    const bool line_start = newlines_ > 0;
    if (current_inline_ != state_.inline_kind || line_start) close_inline(before);
    open_mark(before);
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

  void open_mark(std::size_t end_of_last) {
    const bool same_mark = mark_open_ == state_.marked && mark_.kind == state_.kind &&
                           mark_.depth == state_.depth && mark_code_ == state_.code;
    if (same_mark) return;
    if (mark_open_) close_mark(end_of_last);
    mark_open_ = state_.marked;
    mark_code_ = state_.code;
    mark_ = {{static_cast<std::uint32_t>(out_.out.text.size()), 0}, state_.kind, state_.depth};
  }

  void close_mark() { close_mark(out_.out.text.size()); }
  void close_mark(std::size_t end) {
    if (mark_open_) {
      mark_.span.end = static_cast<std::uint32_t>(end);
      if (!mark_.span.empty()) out_.marks.push_back(mark_);
    }
    mark_open_ = false;
  }

  void close_inline() { close_inline(out_.out.text.size()); }
  void close_inline(std::size_t end) {
    if (current_inline_ != 0 && inline_begin_ < end)
      out_.inlines.push_back({{inline_begin_, static_cast<std::uint32_t>(end)},
                              static_cast<InlineKind>(current_inline_ - 1)});
    current_inline_ = 0;
  }

  // At least `lines` line ends before the next text.
  void gap(int lines) {
    gap_ = std::max(gap_, lines);
    gap_at_ = tag_at_;
    space_ = false;
  }

  void line_break(std::size_t source) {
    if (state_.hidden) return;
    Derived& out = out_.out;
    while (newlines_ < gap_) {
      out.put("\n", gap_at_);
      ++newlines_;
    }
    gap_ = 0;
    out.put("\n", source);
    ++newlines_;
    space_ = cell_ = false;
  }

  // --- markup ---------------------------------------------------------------------------------

  void markup() {
    tag_at_ = at_;
    const std::string_view rest = html_.substr(at_);
    if (rest.substr(0, 4) == "<!--") {
      comment();
    } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) {
      const std::size_t end = html_.find('>', at_);
      at_ = end == std::string_view::npos ? html_.size() : end + 1;
    } else if (rest.size() > 2 && rest[1] == '/' && is_alpha(rest[2])) {
      end_tag();
    } else if (rest.size() > 1 && is_alpha(rest[1])) {
      start_tag();
    } else {
      copy(rest.substr(0, 1), at_);
      ++at_;
    }
  }

  void comment() {
    std::size_t end = html_.find("-->", at_ + 4);
    const std::size_t stop = end == std::string_view::npos ? html_.size() : end;
    const std::string_view inside = trim(html_.substr(at_ + 4, stop - at_ - 4));
    constexpr std::string_view kIgnore = "x-deskside-ignore:";
    // In a quote it is somebody else's.
    if (state_.kind != ZoneKind::quote && starts(inside, kIgnore))
      out_.ignores.emplace_back(trim(inside.substr(kIgnore.size())));
    at_ = std::min(stop + 3, html_.size());
  }

  // The tag's name in lower case, in a buffer of its own; longer names are no tag we know.
  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/')
      ++at_;
    const std::size_t size = std::min(at_ - begin, kLongestTagName);
    for (std::size_t i = 0; i < size; ++i) name_[i] = lower(html_[begin + i]);
    return {name_.data(), size};
  }

  void start_tag() {
    ++at_;
    const Tag* tag = tag_named(read_name());
    const Attributes attributes = read_attributes(tag);
    if (!tag) return;
    if (tag->flags & kRaw) {
      skip_raw(tag->name);
      return;
    }
    if (tag->name == "br") {
      line_break(tag_at_);
      return;
    }
    close_implied(*tag);
    if (tag->flags & kBlock) gap((tag->flags & kGap) && !attributes.tight ? 2 : 1);
    if (tag->name == "hr" && !state_.hidden)
      out_.rules.push_back(static_cast<std::uint32_t>(out_.out.text.size()));
    if (tag->flags & kVoid) {
      if (attributes.effect == Effect::rest_quote) quote_rest();
      return;
    }
    stack_.push_back({tag, attributes.tight, state_});
    apply(*tag, attributes);
  }

  // Start tags that end an element left open: HTML lets </p>, </li>, </td>, </tr> be left out.
  void close_implied(const Tag& tag) {
    const auto top_is = [&](std::string_view name) {
      return !stack_.empty() && stack_.back().tag->name == name;
    };
    if ((tag.flags & kBlock) && top_is("p")) pop();
    if (tag.name == "li") close("li", "ul", "ol");
    if (tag.name == "td" || tag.name == "th") {
      close("td", "table", "tr");
      close("th", "table", "tr");
    }
    if (tag.name == "tr") close("tr", "table", "table");
  }

  void apply(const Tag& tag, const Attributes& attributes) {
    const std::string_view name = tag.name;
    if (attributes.hidden) state_.hidden = true;
    if (attributes.preformatted) state_.preformatted = true;
    if (name == "pre") {
      state_.preformatted = true;
      if (at_ < html_.size() && html_[at_] == '\n') ++at_;  // HTML drops the first line end
      if (!state_.marked && attributes.effect == Effect::none && !attributes.wrapped_pre)
        mark(ZoneKind::code), state_.code = true;
    } else if (name == "blockquote") {
      if (attributes.cite || !attributes.indent) quote();
    } else if (name == "code" || name == "tt" || name == "samp") {
      state_.inline_kind = 1 + static_cast<std::uint8_t>(InlineKind::code);
    } else if (name == "kbd") {
      state_.inline_kind = 1 + static_cast<std::uint8_t>(InlineKind::key);
    } else if (name == "td" || name == "th") {
      cell_ = true;
      gap_at_ = tag_at_;
    } else if (name == "ul") {
      lists_.push_back(0);
    } else if (name == "ol") {
      lists_.push_back(1);
    } else if (name == "li" && !state_.hidden) {
      bullet_ = "- ";
      if (!lists_.empty() && lists_.back() > 0) bullet_ = std::to_string(lists_.back()++) + ". ";
      bullet_at_ = tag_at_;
    } else if (name.size() == 2 && name[0] == 'h' && is_digit(name[1]) && !state_.marked) {
      mark(ZoneKind::heading);
    }
    switch (attributes.effect) {
      case Effect::none:
        break;
      case Effect::quote:
        quote();
        break;
      case Effect::quote_after:
        // The first of them is the header of the mail that is answered; those inside are quoted.
        if (attributed_ || (state_.depth > 0 && !resting_)) break;
        quote_rest();
        attributed_ = true;
        state_.kind = ZoneKind::attribution;
        state_.depth = 0;
        break;
      case Effect::rest_quote:
        quote_rest();
        break;
      case Effect::attribution:
        mark(ZoneKind::attribution);
        break;
      case Effect::signature:
        mark(ZoneKind::signature);
        break;
      case Effect::forwarded:
        mark(ZoneKind::forwarded);
        break;
    }
    if (attributes.effect != Effect::none) gap(1);
  }

  // Others' words stay theirs, whatever stands inside.
  void mark(ZoneKind kind) {
    if (state_.depth > 0 || (state_.marked && state_.kind == ZoneKind::forwarded)) return;
    state_.marked = true;
    state_.kind = kind;
  }

  void quote() {
    if (state_.marked && state_.kind == ZoneKind::forwarded) return;
    state_.marked = true;
    state_.kind = ZoneKind::quote;
    if (state_.depth < 255) ++state_.depth;
  }

  // From here to the end: every element that is open, and what comes after it.
  void quote_rest() {
    if (state_.depth > 0) return;
    resting_ = true;
    quote();
    for (Element& element : stack_) {
      element.outside.marked = true;
      element.outside.kind = ZoneKind::quote;
      element.outside.depth = std::max<std::uint8_t>(element.outside.depth, 1);
    }
  }

  void end_tag() {
    at_ += 2;
    const Tag* tag = tag_named(read_name());
    const std::size_t end = html_.find('>', at_);
    at_ = end == std::string_view::npos ? html_.size() : end + 1;
    if (!tag || (tag->flags & (kVoid | kRaw))) return;
    close(tag->name, {}, {});
    if (tag->flags & kBlock) gap(1);
  }

  // Close the innermost element of that name, unless a barrier or a `stop` stands before it.
  void close(std::string_view name, std::string_view stop, std::string_view other_stop) {
    const std::size_t reach = std::min(stack_.size(), kReach);
    for (std::size_t back = 1; back <= reach; ++back) {
      const Tag& tag = *stack_[stack_.size() - back].tag;
      if (tag.name == name) {
        while (back-- > 0) pop();
        return;
      }
      if (tag.name == stop || tag.name == other_stop) return;
      if ((tag.flags & kBarrier) && name != "table" && name != "tr" && name != "tbody" &&
          name != "thead" && name != "td" && name != "th")
        return;
      if (tag.name == "table") return;
    }
  }

  void pop() {
    const Element element = stack_.back();
    stack_.pop_back();
    state_ = element.outside;
    if ((element.tag->name == "ul" || element.tag->name == "ol") && !lists_.empty())
      lists_.pop_back();
    if (element.tag->flags & kBlock) gap((element.tag->flags & kGap) && !element.tight ? 2 : 1);
  }

  void skip_raw(std::string_view name) {
    const bool to_the_end = name == "script" || name == "style";
    if (!to_the_end && unclosed_raw_) return;
    for (std::size_t open = at_; (open = html_.find("</", open)) != std::string_view::npos;) {
      open += 2;
      if (!starts(html_.substr(open), name)) continue;
      const std::size_t end = html_.find('>', open);
      at_ = end == std::string_view::npos ? html_.size() : end + 1;
      return;
    }
    // Never closed: a browser takes the rest as script, but nobody's words end in a <select>.
    if (to_the_end)
      at_ = html_.size();
    else
      unclosed_raw_ = true;
  }

  // --- attributes -----------------------------------------------------------------------------

  Attributes read_attributes(const Tag* tag) {
    Attributes out;
    while (at_ < html_.size() && html_[at_] != '>') {
      if (is_space(html_[at_]) || html_[at_] == '/') {
        ++at_;
        continue;
      }
      const std::size_t begin = at_++;
      while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '=' &&
             html_[at_] != '>' && html_[at_] != '/')
        ++at_;
      const std::string_view name = html_.substr(begin, at_ - begin);
      std::string_view value;
      std::size_t look = at_;
      while (look < html_.size() && is_space(html_[look])) ++look;
      if (look < html_.size() && html_[look] == '=') {
        at_ = look + 1;
        value = attribute_value();
      }
      if (tag && name.size() <= 16 && value.size() <= 4096) read_attribute(*tag, name, value, out);
    }
    if (at_ < html_.size()) ++at_;
    return out;
  }

  std::string_view attribute_value() {
    while (at_ < html_.size() && is_space(html_[at_])) ++at_;
    if (at_ >= html_.size()) return {};
    const char quote = html_[at_];
    std::size_t end = at_;
    if (quote == '"' || quote == '\'') {
      ++at_;
      end = html_.find(quote, at_);
      if (end == std::string_view::npos) end = html_.size();
      const std::string_view value = html_.substr(at_, end - at_);
      at_ = std::min(end + 1, html_.size());
      return value;
    }
    while (end < html_.size() && !is_space(html_[end]) && html_[end] != '>') ++end;
    const std::string_view value = html_.substr(at_, end - at_);
    at_ = end;
    return value;
  }

  std::string_view html_;
  bool stop_at_word_;
  bool seen_word_ = false;
  std::size_t at_ = 0;
  std::size_t tag_at_ = 0;
  bool unclosed_raw_ = false;
  bool resting_ = false;     // quote_rest was met
  bool attributed_ = false;  // and the header it belongs to
  std::array<char, kLongestTagName> name_{};
  Rendered out_;

  std::vector<Element> stack_;
  std::vector<int> lists_;  // the next number, 0 for bullets
  State state_;

  // Held back until there is text.
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
};

}  // namespace

Rendered render_html(std::string_view html) { return Renderer(html).render(); }

bool html_shows_text(std::string_view html) {
  Renderer renderer(html, true);
  renderer.render();
  return renderer.seen_word();
}

}  // namespace dsk::mail
