#include "mail/transfer.hpp"

#include <array>

#include "mail/bytes.hpp"
#include "utf8.hpp"

namespace dsk::mail {
namespace {

constexpr std::array<signed char, 256> base64_values() {
  std::array<signed char, 256> out{};
  for (auto& value : out) value = -1;
  const std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    out[static_cast<unsigned char>(alphabet[i])] = static_cast<signed char>(i);
  return out;
}
constexpr auto kBase64 = base64_values();

// Nobody edits inside base64: one piece of the map for about a line of it is fine enough.
constexpr std::size_t kBase64Piece = 57;

}  // namespace

Transfer transfer_named(std::string_view header_value) {
  std::string_view name = trim(header_value);
  // Seen in the wild: "quoted-printable;", "7-bit (comment)", "\"base64\"".
  while (!name.empty() && name.front() == '"') name.remove_prefix(1);
  if (starts(name, "quoted-printable")) return Transfer::quoted_printable;
  if (starts(name, "base64")) return Transfer::base64;
  return Transfer::identity;
}

void decode_quoted_printable(std::string_view encoded, std::size_t source, Derived& out) {
  out.text.reserve(out.text.size() + encoded.size());
  std::size_t run = 0;  // what is copied as it stands begins here
  std::size_t at = 0;
  while ((at = encoded.find('=', at)) != std::string_view::npos) {
    const int high = at + 1 < encoded.size() ? hex_value(encoded[at + 1]) : -1;
    const int low = at + 2 < encoded.size() ? hex_value(encoded[at + 2]) : -1;
    if (high >= 0 && low >= 0) {
      out.copy(encoded.substr(run, at - run), source + run);
      const char byte = static_cast<char>(high * 16 + low);
      // The bytes of one character stay in one piece.
      const bool tail = utf8::continues(byte) && at == run && at > 0 && !out.pieces.empty() &&
                        !out.pieces.back().verbatim;
      if (tail)
        out.text.push_back(byte);
      else
        out.put({&byte, 1}, source + at);
      run = at += 3;
      continue;
    }
    // A soft break: '=', blanks, the line's end.
    std::size_t end = at + 1;
    while (end < encoded.size() && is_blank(encoded[end])) ++end;
    if (end == encoded.size() || encoded[end] == '\n') {
      out.copy(encoded.substr(run, at - run), source + run);
      at = run = end == encoded.size() ? end : end + 1;
    } else {
      at = end;
    }
  }
  out.copy(encoded.substr(run), source + run);
}

void decode_base64(std::string_view encoded, std::size_t source, Derived& out) {
  out.text.reserve(out.text.size() + encoded.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  std::size_t piece = out.text.size() + kBase64Piece;  // when to begin the next piece
  bool fresh = true;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const char c = encoded[i];
    if (c == '=') {  // the end, or the seam of two encodings put together
      count = 0;
      continue;
    }
    const int value = kBase64[static_cast<unsigned char>(c)];
    if (value < 0) continue;
    if (count == 0 && (fresh || out.text.size() >= piece)) {
      out.pieces.push_back({static_cast<std::uint32_t>(out.text.size()),
                            static_cast<std::uint32_t>(source + i), false});
      piece = out.text.size() + kBase64Piece;
      fresh = false;
    }
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    switch (++count) {
      case 2:
        out.text.push_back(static_cast<char>(bits >> 4));
        break;
      case 3:
        out.text.push_back(static_cast<char>(bits >> 2));
        break;
      case 4:
        out.text.push_back(static_cast<char>(bits));
        count = 0;
        break;
      default:
        break;
    }
  }
}

}  // namespace dsk::mail
