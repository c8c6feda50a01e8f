#include "mail/charset.hpp"

#include "mail/bytes.hpp"
#include "mail/charset_iconv.hpp"
#include "utf8.hpp"

namespace dsk::mail {
namespace {

// What windows-1252 puts into 0x80 to 0x9F; 0 where it puts nothing (taken as the C1 control).
constexpr std::uint16_t kCp1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

enum class Charset : std::uint8_t { ascii, utf8, latin1, utf16, utf16le, utf16be, other };

Charset charset_named(std::string_view name) {
  name = trim(name);
  if (name.empty() || same(name, "us-ascii") || same(name, "ascii") || same(name, "7bit") ||
      same(name, "8bit") || same(name, "ansi_x3.4-1968") || starts(name, "unknown") ||
      starts(name, "x-unknown") || same(name, "default"))
    return Charset::ascii;
  if (same(name, "utf-8") || same(name, "utf8")) return Charset::utf8;
  if (same(name, "iso-8859-1") || same(name, "iso8859-1") || same(name, "iso_8859-1") ||
      same(name, "latin1") || same(name, "latin-1") || same(name, "windows-1252") ||
      same(name, "cp1252") || same(name, "cp-1252") || same(name, "x-cp1252") || same(name, "ansi"))
    return Charset::latin1;
  if (same(name, "utf-16") || same(name, "utf16") || same(name, "ucs-2")) return Charset::utf16;
  if (same(name, "utf-16le") || same(name, "utf16le")) return Charset::utf16le;
  if (same(name, "utf-16be") || same(name, "utf16be")) return Charset::utf16be;
  return Charset::other;
}

void from_cp1252(std::string_view bytes, Derived& out) {
  out.text.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t high = utf8::skip_ascii(bytes, at);
    out.copy(bytes.substr(at, high - at), at);
    if (high == bytes.size()) return;
    const auto byte = static_cast<unsigned char>(bytes[high]);
    std::uint32_t code = byte;
    if (byte < 0xA0 && kCp1252[byte - 0x80] != 0) code = kCp1252[byte - 0x80];
    std::string character;
    utf8::append(character, code);
    out.put(character, high);
    at = high + 1;
  }
}

// Declared UTF-8, but not all of it is: keep what is, and show each stray byte as a reader's client
// does.
void from_broken_utf8(std::string_view bytes, Derived& out) {
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t good = at;
    while (good < bytes.size()) {
      const std::size_t size = utf8::well_formed(bytes, good);
      if (size == 0) break;
      good += size;
    }
    out.copy(bytes.substr(at, good - at), at);
    if (good == bytes.size()) return;
    out.put("\xEF\xBF\xBD", good);
    at = good + 1;
  }
}

void from_utf16(std::string_view bytes, bool big_endian, Derived& out) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  const bool marked = bytes.size() > 1 && unit(0) == 0xFEFF;  // a byte order mark is no text
  for (std::size_t at = marked ? 2 : 0; at + 1 < bytes.size();) {
    std::uint32_t code = unit(at);
    std::size_t size = 2;
    if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size()) {
      const std::uint32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        size = 4;
      }
    }
    if (code >= 0xD800 && code < 0xE000) code = 0xFFFD;
    std::string character;
    utf8::append(character, code);
    out.put(character, at);
    at += size;
  }
}

}  // namespace

bool is_ascii(std::string_view bytes) { return utf8::skip_ascii(bytes, 0) == bytes.size(); }

bool is_utf8(std::string_view bytes) {
  return utf8::first_invalid(bytes) == std::string_view::npos;
}

Conversion to_utf8(std::string_view bytes, std::string_view charset, Derived& out) {
  switch (charset_named(charset)) {
    case Charset::ascii:
      if (is_utf8(bytes)) return Conversion::none;
      from_cp1252(bytes, out);
      return Conversion::guessed;
    case Charset::utf8:
      if (is_utf8(bytes)) return Conversion::none;
      from_broken_utf8(bytes, out);
      return Conversion::mended;
    case Charset::latin1:
      if (is_ascii(bytes)) return Conversion::none;
      from_cp1252(bytes, out);
      return Conversion::done;
    case Charset::utf16: {
      const bool little = starts(bytes, "\xFF\xFE");
      from_utf16(bytes, !little, out);
      return Conversion::done;
    }
    case Charset::utf16le:
      from_utf16(bytes, false, out);
      return Conversion::done;
    case Charset::utf16be:
      from_utf16(bytes, true, out);
      return Conversion::done;
    case Charset::other:
      break;
  }
  if (from_iconv(bytes, trim(charset), out)) return Conversion::done;
  out = Derived{};
  if (is_utf8(bytes)) return Conversion::none;
  from_cp1252(bytes, out);
  return Conversion::guessed;
}

}  // namespace dsk::mail
