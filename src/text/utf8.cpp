#include "text/utf8.hpp"

namespace dsk::utf8 {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint32_t length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::uint32_t size = length(byte(0));
  if (size == 1) return {byte(0), 1};
  if (size == 0 || at + size > text.size()) return {kReplacement, 1};
  char32_t point = byte(0) & (0xFFu >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {kReplacement, 1};
    point = point << 6 | (byte(i) & 0x3F);
  }
  const bool overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x10000);
  if (overlong || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
    return {kReplacement, 1};
  return {point, size};
}

std::size_t first_invalid(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const Decoded next = decode(bytes, at);
    if (next.point == kReplacement && next.size == 1) return at;
    at += next.size;
  }
  return std::string_view::npos;
}

void append(std::string& out, char32_t point) {
  const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | point >> 6);
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12);
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | point >> 18);
    put(0x80 | (point >> 12 & 0x3F));
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  }
}

char32_t to_lower(char32_t point) {
  if (point < 0x80) return point >= 'A' && point <= 'Z' ? point + 32 : point;
  if (point >= 0xC0 && point <= 0xDE) return point == 0xD7 ? point : point + 32;
  // Latin Extended-A pairs upper with the next lower; the parity turns round in two stretches.
  if (point >= 0x100 && point <= 0x17F) {
    if (point == 0x130) return 'i';
    if (point == 0x178) return 0xFF;
    const bool odd_upper = (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
    if (point == 0x138 || point == 0x149 || point == 0x17F) return point;
    return (point % 2 == 1) == odd_upper ? point + 1 : point;
  }
  if (point >= 0x391 && point <= 0x3A9) return point + 32;
  if (point >= 0x410 && point <= 0x42F) return point + 32;
  if (point >= 0x400 && point <= 0x40F) return point + 80;
  if (point >= 0x1E00 && point <= 0x1EFF && point % 2 == 0 && (point < 0x1E96 || point > 0x1E9F))
    return point + 1;
  return point;
}

bool is_upper(char32_t point) { return to_lower(point) != point; }

bool is_letter(char32_t point) {
  if (point < 0x80) return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
  if (point < 0xC0) return point == 0xAA || point == 0xB5 || point == 0xBA;
  if (point == 0xD7 || point == 0xF7) return false;
  if (point < 0x2C0) return true;               // Latin, IPA
  if (point < 0x300) return false;              // modifier letters
  if (point < 0x370) return true;               // combining marks continue a word
  if (point < 0x2000) return point != 0x37E;    // Greek to Georgian, Indic, extended Latin
  if (point >= 0x2C00 && point < 0x2E00) return true;
  if (point >= 0x3040 && point < 0xD7B0) return true;  // kana, CJK, Hangul
  if (point >= 0xF900 && point < 0xFB50) return true;
  return point >= 0x20000 && point < 0x30000;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    // Nearly all text is ASCII: a stretch of it is copied and lowered where it lies.
    const std::size_t begin = at;
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    if (at > begin) {
      out.append(text, begin, at - begin);
      for (char* c = out.data() + (out.size() - (at - begin)); c != out.data() + out.size(); ++c)
        if (static_cast<unsigned char>(*c - 'A') < 26) *c = static_cast<char>(*c | 0x20);
      continue;
    }
    const Decoded next = decode(text, at);
    append(out, to_lower(next.point));
    at += next.size;
  }
  return out;
}

}  // namespace dsk::utf8
