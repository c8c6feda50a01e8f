#include <algorithm>
#include <array>

#include "mail/bytes.hpp"
#include "mail/stretches.hpp"
#include "mail/tokens.hpp"
#include "mail/zones.hpp"
#include "utf8.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestSpan = 240;  // of backticks, placeholders, labels
constexpr std::size_t kLongestToken = 2048;
constexpr std::size_t kLongestName = 16;
constexpr int kLooks = 16;

enum Class : unsigned char { kSpace = 1, kPlain = 2, kTrigger = 4, kOther = 8 };

constexpr bool opens(char c) {
  return c == '(' || c == '[' || c == '<' || c == '"' || c == '\'' || c == '*' || c == '{';
}

constexpr auto kClass = byte_table([](char c) {
  const bool trigger =
      is_high(c) || std::string_view("`{[<$%#@\"").find(c) != std::string_view::npos;
  return is_space(c) ? kSpace : is_lower(c) || c == '\'' ? kPlain : trigger ? kTrigger : kOther;
});

// Where the quick way over prose stands: between words, in one of small letters but for its first,
// behind the mark that ends it, or in front of anything else.
enum Step : unsigned char { kBetween, kInWord, kBehindMark, kStop };
constexpr auto kAfterBlank = byte_table([](char c) {
  return is_space(c) ? kBetween : is_lower(c) || is_upper(c) || c == '\'' ? kInWord : kStop;
});
constexpr auto kAfterLetter = byte_table([](char c) {
  return is_space(c)                ? kBetween
         : is_lower(c) || c == '\'' ? kInWord
         : closes_token(c)          ? kBehindMark
                                    : kStop;
});
constexpr auto kAfterMark = byte_table([](char c) { return is_space(c) ? kBetween : kStop; });
constexpr std::array kSteps = {kAfterBlank, kAfterLetter, kAfterMark};

class InlineFinder {
 public:
  InlineFinder(std::string_view text, std::vector<Inline>& out) : text_(text), out_(out) {}

  void scan(Span zone) {
    at_ = token_end_ = zone.begin;
    end_ = zone.end;
    while (true) {
      pass_words();
      if (at_ >= end_) return;
      const unsigned char kind = at_byte(kClass, text_[at_]);
      if (kind == kTrigger && trigger()) continue;
      word();
    }
  }

 private:
  // The quick way over prose. Stops in front of the word that is none of it.
  void pass_words() {
    const char* const text = text_.data();
    std::size_t at = at_;
    for (Step step = kBetween; at < end_; ++at) {
      step = at_byte(kSteps[step], text[at]);
      if (step == kStop) break;
    }
    if (at < end_) {
      // "Ctrl + Alt": the word before may be a key.
      const bool plus = text[at] == '+' && at > at_ + 1 && is_space(text[at - 1]);
      if (plus && !is_space(text[at - 2])) --at;
      while (at > at_ && !is_space(text[at - 1])) --at;
    }
    at_ = at;
  }

  void add(std::size_t begin, std::size_t end, InlineKind kind) {
    out_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, kind});
    at_ = end;
  }

  std::string_view rest() const { return text_.substr(at_, end_ - at_); }
  std::string_view window() const { return rest().substr(0, kLongestSpan); }

  // A span that its first character announces. True when something was taken or passed.
  bool trigger() {
    const char c = text_[at_];
    if (c == '`') return backticks();
    if (is_high(c)) {
      const std::size_t size = emoji_size(rest().substr(0, 64));
      if (size > 0) {
        add(at_, at_ + size, InlineKind::emoji);
        return true;
      }
      return starts_quote(rest()) ? label() : false;
    }
    if (c == '"') return label();
    const std::size_t size = placeholder_size(window());
    if (size > 0) {
      add(at_, at_ + size, InlineKind::placeholder);
      return true;
    }
    return false;
  }

  bool backticks() {
    std::size_t marks = 1;
    const std::string_view all = window();
    while (marks < all.size() && all[marks] == '`') ++marks;
    std::size_t close = all.find(all.substr(0, marks), marks);
    // `name', as old manuals quote
    const std::size_t quote = marks == 1 ? all.find('\'', 1) : std::string_view::npos;
    if (quote < close && quote > 1 && (quote + 1 == all.size() || !is_wordish(all[quote + 1])))
      close = quote;
    if (close == std::string_view::npos || close == marks || all.find("\n\n") < close) {
      at_ += marks;
      return true;
    }
    add(at_, at_ + close + marks, InlineKind::code);
    return true;
  }

  // "Save As..." in straight or curly quotes, when it reads like what stands on a button.
  bool label() {
    const std::string_view all = window();
    const std::size_t open = all[0] == '"' ? 1 : quote_size(all);
    std::size_t close = std::string_view::npos;
    std::size_t close_size = 1;
    for (std::size_t at = open; at < all.size() && at < open + 60; ++at) {
      if (all[at] == '\n' && at + 1 < all.size() && all[at + 1] == '\n') break;
      if (all[at] == '"' || (is_high(all[at]) && ends_quote(all.substr(at)))) {
        close = at;
        close_size = all[at] == '"' ? 1 : quote_size(all.substr(at));
        break;
      }
    }
    if (close == std::string_view::npos) return false;
    const std::size_t context = at_ > 40 ? at_ - 40 : 0;
    if (!is_label(all.substr(open, close - open), text_.substr(context, at_ - context),
                  all.substr(close + close_size)))
      return false;
    add(at_, at_ + close + close_size, InlineKind::label);
    return true;
  }

  void word() {
    std::size_t end = at_ + (is_upper(text_[at_]) ? 1 : 0);
    while (end < end_ && at_byte(kClass, text_[end]) == kPlain) ++end;
    // pass_words has stopped here, so this is a key, or a word before a plus.
    if (end > at_ && end < end_ && text_[end] == ' ') {
      if (!key_here(end)) at_ = end;
      return;
    }
    token();
  }

  // "Ctrl + Alt + Del", with or without the blanks.
  bool key_here(std::size_t first_end) {
    const std::size_t size = key_size(rest().substr(0, 80), first_end - at_);
    if (size == 0) return false;
    add(at_, at_ + size, InlineKind::key);
    return true;
  }

  // Letters of any language, small but for the first, with marks at the end: an ordinary word.
  static bool is_plain(std::string_view token) {
    while (!token.empty() && closes_token(token.back())) token.remove_suffix(1);
    if (token.empty()) return false;
    for (std::size_t at = is_upper(token[0]) ? 1 : 0; at < token.size(); ++at)
      if (!is_lower(token[at]) && token[at] != '\'' &&
          !(static_cast<unsigned char>(token[at]) >= 0x80 &&
            static_cast<unsigned char>(token[at]) < 0xE2) &&
          !(at > 0 && utf8::continues(token[at])))
        return false;
    return true;
  }

  void token() {
    // A token is looked at from a few places in it, not from each: time stays linear.
    if (at_ >= token_end_) {
      token_end_ = at_;
      while (token_end_ < end_ && at_byte(kClass, text_[token_end_]) != kSpace) ++token_end_;
      looks_ = 0;
    }
    if (++looks_ > kLooks) {
      at_ = token_end_;
      return;
    }
    const std::size_t end = std::min(token_end_, at_ + kLongestToken);
    std::size_t from = at_;
    while (from < end && opens(text_[from])) ++from;
    if (from == end) {
      at_ = std::max(at_ + 1, from);
      return;
    }
    if (from > at_) {  // look again at what the opening mark held back
      at_ = from;
      return;
    }
    const std::string_view whole = text_.substr(at_, end - at_);
    if (is_plain(whole)) {
      at_ = end;
      return;
    }
    std::size_t name = 0;  // of a key
    while (name < whole.size() && name < kLongestName && whole[name] != '+' && whole[name] != '-')
      ++name;
    if (key_here(at_ + name)) return;
    const Token found = classify(whole, rest().substr(0, std::max<std::size_t>(end - at_, 300)));
    if (found.size > 0) {
      add(at_ + found.skip, at_ + found.skip + found.size, found.kind);
      return;
    }
    // Nothing as a whole: go on behind the first word in it.
    std::size_t next = at_;
    while (next < end && is_wordish(text_[next]) &&
           !(is_high(text_[next]) && next > at_ && emoji_size(text_.substr(next, 64)) > 0))
      ++next;
    // What a slash joins to a word ("text/plain") is a word as well, no path.
    while (next < end &&
           (text_[next] == '-' || text_[next] == '\'' || (text_[next] == '/' && next > at_)))
      ++next;
    at_ = std::max(next, at_ + 1);
  }

  std::string_view text_;
  std::vector<Inline>& out_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::size_t token_end_ = 0;
  int looks_ = 0;
};

}  // namespace

void scan_inlines(std::string_view text, Span zone, std::vector<Inline>& out) {
  InlineFinder(text, out).scan(zone);
}

std::vector<Inline> find_inlines(std::string_view text, const std::vector<Zone>& zones) {
  std::vector<Inline> out;
  for (const Zone& zone : zones)
    if (is_own(zone.kind)) scan_inlines(text, zone.span, out);
  return out;
}

std::vector<Inline> merge_inlines(std::vector<Inline> found, const std::vector<Inline>& known,
                                  const std::vector<Zone>& zones) {
  if (known.empty()) return found;
  std::vector<Inline> merged;  // only inside own zones
  std::size_t zone = 0;
  for (const Inline& mark : known) {
    while (zone < zones.size() && zones[zone].span.end <= mark.span.begin) ++zone;
    if (zone == zones.size()) break;
    if (is_own(zones[zone].kind) && zones[zone].span.contains(mark.span)) merged.push_back(mark);
  }
  const std::size_t certain = merged.size();
  std::size_t at = 0;
  for (const Inline& guess : found) {
    while (at < certain && merged[at].span.end <= guess.span.begin) ++at;
    if (at == certain || !merged[at].span.overlaps(guess.span)) merged.push_back(guess);
  }
  std::sort(merged.begin(), merged.end(),
            [](const Inline& a, const Inline& b) { return a.span.begin < b.span.begin; });
  return merged;
}

}  // namespace dsk::mail
