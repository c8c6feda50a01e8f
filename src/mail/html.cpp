#include "mail/html.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "mail/bytes.hpp"
#include "mail/html_entities.hpp"
#include "mail/html_tags.hpp"
#include "mail/html_text.hpp"
#include "utf8.hpp"

namespace dsk::mail {
namespace {

// Misnested markup is searched this far for what an end tag closes; a bound keeps time linear.
constexpr std::size_t kReach = 256;

struct Element {
  const Tag* tag;
  bool tight;  // a paragraph without margins
  HtmlState outside;
};

class Renderer {
 public:
  explicit Renderer(std::string_view html, bool stop_at_word = false)
      : html_(html), stop_at_word_(stop_at_word), text_(state_, html.size() / 4) {}

  bool seen_word() const { return seen_word_; }

  Rendered render() {
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
    return text_.finish();
  }

 private:
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
    text_.blank(at_, end == at_ + 1 && html_[at_] == ' ');
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
      if (at_ >= html_.size() || html_[at_] != '\n') text_.line_break(end);
    } else if (end < html_.size() && html_[end] == '\n') {
      text_.line_break(end);
      at_ = end + 1;
    } else {
      at_ = end;
    }
  }

  void entity() {
    const Reference found = read_reference(html_.substr(at_));
    if (found.code == 0) {
      copy(html_.substr(at_, 1), at_);
      ++at_;
      return;
    }
    if (found.code == '\n' && state_.preformatted) {
      text_.line_break(at_);
    } else if (found.code == '\n' || found.code == '\t' || found.code == '\r') {
      text_.put(" ", at_);
    } else if (found.code != 0xAD) {  // a soft hyphen is nothing to the reader
      std::string character;
      utf8::append(character, found.code);
      text_.put(character, at_);
    }
    at_ += found.size;
  }

  void copy(std::string_view bytes, std::size_t source) {
    if (text_.copy(bytes, source) && stop_at_word_)
      seen_word_ = bytes.find_first_not_of("\xC2\xA0 ") != bytes.npos;
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
    const std::size_t begin = at_ + 4;
    const std::size_t stop = std::min(html_.find("-->", at_ + 2), html_.size());  // "<!-->" is one
    const std::string_view inside = trim(html_.substr(begin, std::max(stop, begin) - begin));
    constexpr std::string_view kIgnore = "x-deskside-ignore:";
    // In a quote it is somebody else's.
    if (state_.kind != ZoneKind::quote && starts(inside, kIgnore))
      text_.ignore(trim(inside.substr(kIgnore.size())));
    at_ = std::min(stop + 3, html_.size());
  }

  void start_tag() {
    ++at_;
    const Tag* tag = read_tag_name(html_, at_);
    const Attributes attributes = read_attributes(tag, html_, at_);
    if (!tag) return;
    if (tag->flags & kRaw) {
      skip_raw(tag->name);
      return;
    }
    if (tag->name == "br") {
      text_.line_break(tag_at_);
      return;
    }
    close_implied(*tag);
    if (tag->flags & kBlock) gap(*tag, attributes.tight);
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
    if (attributes.size != Size::same) state_.sizeless = attributes.size == Size::none;
    if (attributes.preformatted) state_.preformatted = true;
    if (attributes.colour != Look::kPlain) state_.look.colour = attributes.colour;
    if (attributes.bold || name == "b" || name == "strong") state_.look.bold = true;
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
      text_.cell(tag_at_);
    } else if (name == "ul") {
      lists_.push_back(0);
    } else if (name == "ol") {
      lists_.push_back(1);
    } else if (name == "li" && !state_.unseen()) {
      const bool numbered = !lists_.empty() && lists_.back() > 0;
      text_.bullet(numbered ? std::to_string(lists_.back()++) + ". " : "- ", tag_at_);
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
    if (attributes.effect != Effect::none) text_.gap(1, tag_at_);
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
    const Tag* tag = read_tag_name(html_, at_);
    const std::size_t end = html_.find('>', at_);
    at_ = end == std::string_view::npos ? html_.size() : end + 1;
    if (!tag || (tag->flags & (kVoid | kRaw))) return;
    close(tag->name, {}, {});
    if (tag->flags & kBlock) text_.gap(1, tag_at_);
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
    if (element.tag->flags & kBlock) gap(*element.tag, element.tight);
  }

  // Around a block.
  void gap(const Tag& tag, bool tight) { text_.gap((tag.flags & kGap) && !tight ? 2 : 1, tag_at_); }

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

  std::string_view html_;
  bool stop_at_word_;
  bool seen_word_ = false;
  std::size_t at_ = 0;
  std::size_t tag_at_ = 0;
  bool unclosed_raw_ = false;
  bool resting_ = false;     // quote_rest was met
  bool attributed_ = false;  // and the header it belongs to

  std::vector<Element> stack_;
  std::vector<int> lists_;  // the next number, 0 for bullets
  HtmlState state_;
  HtmlText text_;
};

}  // namespace

Rendered render_html(std::string_view html) { return Renderer(html).render(); }

bool html_shows_text(std::string_view html) {
  Renderer renderer(html, true);
  renderer.render();
  return renderer.seen_word();
}

}  // namespace dsk::mail
