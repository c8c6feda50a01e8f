#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "utf8.hpp"


namespace dsk {
namespace {

constexpr char32_t kCurlyApostrophe = 0x2019;

bool is_apostrophe(char32_t point) {
  return point == '\'' || point == kCurlyApostrophe || point == 0x2BC || point == 0xFF07;
}
bool is_dash(char32_t point) {
  return point == '-' || (point >= 0x2010 && point <= 0x2015) || point == 0x2212;
}
bool is_digit(char32_t point) { return point >= '0' && point <= '9'; }
bool is_space(char32_t point) {
  return point == ' ' || (point >= 9 && point <= 13) || point == 0xA0 || point == 0x202F ||
         (point >= 0x2000 && point <= 0x200B) || point == 0x3000 || point == 0xFEFF;
}

std::uint64_t hash_point(std::uint64_t hash, char32_t point) {
  if (point < 0x80) return hash_byte(hash, static_cast<unsigned char>(point));
  std::string bytes;
  utf8::append(bytes, point);
  for (char c : bytes) hash = hash_byte(hash, static_cast<unsigned char>(c));
  return hash;
}

// What a byte is to a word that began before it.
struct ByteTable {
  std::array<unsigned char, 256> small{};  // of an ASCII letter its small form, else 0
  std::array<bool, 256> joins{};           // may go on with a word, and is no ASCII letter
  constexpr ByteTable() {
    for (unsigned c = 'a'; c <= 'z'; ++c) small[c] = small[c - 32] = static_cast<unsigned char>(c);
    for (unsigned c = '0'; c <= '9'; ++c) joins[c] = true;
    for (unsigned c = 0x80; c < 256; ++c) joins[c] = true;
    joins['_'] = joins['\''] = true;
  }
};
constexpr ByteTable kBytes;

// Quotes, dashes and ellipses each have many shapes and one meaning.
char folded_mark(char32_t point) {
  if (is_dash(point)) return '-';
  if (is_apostrophe(point) || point == 0x2018) return '\'';
  if (point == 0x201C || point == 0x201D || point == 0x201E || point == 0xAB || point == 0xBB)
    return '"';
  if (point == 0x2026) return '~';  // an ellipsis, also written as dots
  if (point == 0xFF1F) return '?';
  if (point == 0xFF01) return '!';
  return point < 0x80 ? static_cast<char>(point) : '*';
}

class Tokeniser {
 public:
  Tokeniser(std::string_view text, Span range, const std::vector<mail::Inline>& inlines,
            std::vector<Word>& out)
      : text_(text), at_(range.begin), end_(range.end), out_(out) {
    inline_ = std::lower_bound(
        inlines.begin(), inlines.end(), range.begin,
        [](const mail::Inline& one, std::uint32_t at) { return one.span.end <= at; });
    inlines_end_ = inlines.end();
    find_stop();
  }

  void run() {
    while (at_ < end_) {
      if (at_ >= stop_) {
        find_stop();
        if (at_ == stop_) take_inline();
        continue;
      }
      if (kBytes.small[static_cast<unsigned char>(text_[at_])] != 0) {
        take_ascii_word();
        continue;
      }
      if (text_[at_] == ' ') {
        ++at_;
        glue_ = false;
        continue;
      }
      const utf8::Decoded next = utf8::decode(text_, at_);
      if (is_space(next.point)) {
        at_ += next.size;
        glue_ = false;
      } else if (utf8::is_letter(next.point)) {
        take_word();
      } else if (is_digit(next.point)) {
        take_number();
      } else {
        take_mark(next);
      }
    }
  }

 private:
  // Where the inline begins that comes next: no word goes on into it.
  void find_stop() {
    while (inline_ != inlines_end_ && inline_->span.end <= at_) ++inline_;
    stop_ = inline_ != inlines_end_ ? std::clamp(inline_->span.begin, at_, end_) : end_;
  }

  void take_inline() {
    Word word;
    word.span = {at_, std::min(end_, inline_->span.end)};
    word.kind = WordKind::inline_item;
    word.inline_kind = inline_->kind;
    at_ = word.span.end;
    out_.push_back(word);
    glue_ = true;
    ++inline_;
    find_stop();
  }

  // The usual word: ASCII letters, and nothing behind them that could go on with it.
  void take_ascii_word() {
    const char* const first = text_.data() + at_;
    const char* const stop = text_.data() + stop_;
    const char* at = first;
    std::uint64_t hash = kHashSeed;
    unsigned small_bits = 0;
    do {
      const auto byte = static_cast<unsigned char>(*at);
      const unsigned char small = kBytes.small[byte];
      if (small == 0) break;
      hash = hash_byte(hash, small);
      small_bits += byte & 0x20U;
    } while (++at != stop);
    if (at != stop && kBytes.joins[static_cast<unsigned char>(*at)]) return take_word();
    const auto letters = static_cast<std::uint32_t>(at - first);
    push({at_, at_ + letters}, hash,
         case_of(letters, letters - small_bits / 0x20U, (*first & 0x20) == 0));
    at_ += letters;
    glue_ = true;
    if (at != stop && *at != ' ') hyphen();
  }

  static LetterCase case_of(std::uint32_t letters, std::uint32_t uppers, bool first_upper) {
    return uppers == 0                  ? LetterCase::lower
           : uppers == letters          ? LetterCase::upper
           : first_upper && uppers == 1 ? LetterCase::title
                                        : LetterCase::mixed;
  }

  void take_word() {
    const std::uint32_t begin = at_;
    // Where the last apostrophe inside the word begins and ends, and how many letters are around
    // it.
    std::uint32_t apostrophe = 0, after = 0, letters_before = 0, letters_after = 0;
    bool has_apostrophe = false;
    std::uint32_t uppers = 0, letters = 0;
    bool first_upper = false;
    std::uint64_t hash = kHashSeed, hash_at_apostrophe = 0;
    bool digits = false;
    while (at_ < stop_) {
      const utf8::Decoded next = utf8::decode(text_, at_);
      if (utf8::is_letter(next.point)) {
        const char32_t low = utf8::to_lower(next.point);
        if (low != next.point) {
          ++uppers;
          if (letters == 0) first_upper = true;
        }
        ++letters;
        if (has_apostrophe) ++letters_after;
        hash = hash_point(hash, low);
      } else if (is_digit(next.point) || next.point == '_') {
        digits = true;
        hash = hash_point(hash, next.point);
      } else if (is_apostrophe(next.point) && at_ + next.size < stop_ &&
                 utf8::is_letter(utf8::decode(text_, at_ + next.size).point)) {
        has_apostrophe = true;
        apostrophe = at_;
        after = at_ + next.size;
        letters_before = letters;
        letters_after = 0;
        hash_at_apostrophe = hash;
        hash = hash_byte(hash, '\'');
      } else {
        break;
      }
      at_ += next.size;
    }
    const LetterCase letter_case =
        digits ? LetterCase::mixed : case_of(letters, uppers, first_upper);
    if (has_apostrophe && letters_after <= 2 && letters_after > 0 && letters_before > 0) {
      split_suffix(begin, apostrophe, hash_at_apostrophe, letter_case);
    } else if (has_apostrophe && letters_before <= 2 && letters_before > 0) {
      push({begin, after}, hash_byte(hash_at_apostrophe, '\''), letter_case);
      glue_ = true;
      push({after, at_}, folded_hash({after, at_}), case_of(after));
    } else {
      push({begin, at_}, hash, letter_case);
    }
    glue_ = true;
    hyphen();
  }

  // "don't" is "do" + "n't", whatever the case or the apostrophe; else the suffix is "'re", "'s".
  void split_suffix(std::uint32_t begin, std::uint32_t apostrophe, std::uint64_t hash_before,
                    LetterCase letter_case) {
    std::uint32_t cut = apostrophe;
    const char before = text_[apostrophe - 1];
    const bool negated = at_ >= 1 && (text_[at_ - 1] | 0x20) == 't' && (before | 0x20) == 'n' &&
                         apostrophe - begin >= 2 && at_ - apostrophe <= 4;
    if (negated) {
      cut = apostrophe - 1;
      push({begin, cut}, folded_hash({begin, cut}), letter_case);
    } else {
      push({begin, cut}, hash_before, letter_case);
    }
    glue_ = true;
    push({cut, at_}, folded_hash({cut, at_}), LetterCase::lower);
  }

  void take_number() {
    const std::uint32_t begin = at_;
    std::uint64_t hash = kHashSeed;
    while (at_ < stop_) {
      const utf8::Decoded next = utf8::decode(text_, at_);
      const bool joins = (next.point == '.' || next.point == ',' || next.point == ':' ||
                          next.point == '/' || next.point == '-' || next.point == '_') &&
                         at_ + 1 < stop_ && is_digit(utf8::decode(text_, at_ + 1).point);
      if (!joins && !is_digit(next.point) && !utf8::is_letter(next.point) && next.point != '%')
        break;
      hash = hash_point(hash, utf8::to_lower(next.point));
      at_ += next.size;
    }
    push({begin, at_}, hash, LetterCase::none, WordKind::number);
    glue_ = true;
    hyphen();
  }

  // A hyphen inside "follow-up" joins two words and is not a word itself.
  void hyphen() {
    if (at_ >= stop_) return;
    const utf8::Decoded next = utf8::decode(text_, at_);
    if ((next.point != '-' && next.point != 0x2010 && next.point != 0x2011) ||
        at_ + next.size >= stop_)
      return;
    const char32_t then = utf8::decode(text_, at_ + next.size).point;
    if (utf8::is_letter(then) || is_digit(then)) at_ += next.size;
  }

  void take_mark(utf8::Decoded next) {
    Word word;
    word.kind = WordKind::punctuation;
    word.mark = folded_mark(next.point);
    const std::uint32_t begin = at_;
    at_ += next.size;
    if (next.point == '.') {
      while (at_ < end_ && text_[at_] == '.') ++at_;
      if (at_ - begin > 1) word.mark = '~';
    }
    word.span = {begin, at_};
    word.hash = hash_byte(kHashSeed, static_cast<unsigned char>(word.mark));
    word.glued = glue_;
    out_.push_back(word);
    glue_ = true;
  }

  void push(Span span, std::uint64_t hash, LetterCase letter_case,
            WordKind kind = WordKind::word) {
    Word word;
    word.span = span;
    word.hash = hash;
    word.kind = kind;
    word.letter_case = letter_case;
    word.glued = glue_;
    out_.push_back(word);
  }

  std::uint64_t folded_hash(Span span) const {
    std::uint64_t hash = kHashSeed;
    for (std::uint32_t at = span.begin; at < span.end;) {
      const utf8::Decoded next = utf8::decode(text_, at);
      hash = hash_point(hash, is_apostrophe(next.point) ? U'\'' : utf8::to_lower(next.point));
      at += next.size;
    }
    return hash;
  }

  LetterCase case_of(std::uint32_t begin) const {
    return utf8::is_upper(utf8::decode(text_, begin).point) ? LetterCase::title
                                                            : LetterCase::lower;
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::vector<Word>& out_;
  std::vector<mail::Inline>::const_iterator inline_, inlines_end_;  // of those that come
  std::uint32_t stop_ = 0;
  bool glue_ = false;
};

}  // namespace

std::uint64_t hash_folded(std::string_view folded) {
  std::uint64_t hash = kHashSeed;
  for (char c : folded) hash = hash_byte(hash, static_cast<unsigned char>(c));
  return hash;
}

bool is_among(const std::vector<std::uint64_t>& sorted, std::uint64_t hash) {
  if (sorted.empty()) return false;
  const std::uint64_t* first = sorted.data();
  for (std::size_t size = sorted.size(); size > 1;) {
    const std::size_t half = size / 2;
    first += first[half] <= hash ? half : 0;
    size -= half;
  }
  return *first == hash;
}

void tokenise(std::string_view text, Span range, const std::vector<mail::Inline>& inlines,
              std::vector<Word>& out) {
  Tokeniser(text, range, inlines, out).run();
}

}  // namespace dsk
