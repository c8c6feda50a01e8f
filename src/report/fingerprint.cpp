#include "report/fingerprint.hpp"

#include "ascii.hpp"
#include "text/words.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

// However it was written and wrapped: ASCII in lower case, white space as a blank.
constexpr auto kPlainly = ascii::byte_table([](char c) {
  return static_cast<unsigned char>(ascii::is_blank(c) || c == '\n' ? ' ' : ascii::lower(c));
});

}  // namespace

Fingerprint fingerprint_of(std::string_view rule, std::string_view sentence) {
  std::uint64_t hash = hash_byte(hash_folded(rule), 0);
  const bool ascii = utf8::skip_ascii(sentence, 0) == sentence.size();
  const std::string low = ascii ? std::string() : utf8::lower(sentence);
  bool begun = false, space = false;
  for (const char c : ascii ? sentence : std::string_view(low)) {
    const unsigned char byte = ascii::at_byte(kPlainly, c);
    if (byte == ' ') {
      space = begun;
      continue;
    }
    if (space) hash = hash_byte(hash, ' ');
    space = false;
    begun = true;
    hash = hash_byte(hash, byte);
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  Fingerprint out{'1', ':'};
  for (std::size_t at = out.size(); at > 2; hash >>= 4) out[--at] = kHex[hash & 15];
  return out;
}

}  // namespace dsk
