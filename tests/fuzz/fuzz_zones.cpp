// Plain text, and ranges of it that the client says it knows: the first bytes make the ranges.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "invariants.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  demand_sound(dsk::mail::read_text(text));
  if (size < 4) return 0;
  const auto end = static_cast<std::uint32_t>(size);
  const std::uint32_t first = data[0] % end;
  const std::uint32_t second = first + data[1] % (end - first);
  const auto kind = static_cast<dsk::mail::ZoneKind>(data[2] % 12);
  const std::vector<dsk::mail::KnownRange> known = {{{first, second}, kind},
                                                    {{second, end}, dsk::mail::ZoneKind::quote}};
  demand_sound(dsk::mail::read_text(text, known));
  demand_sound(dsk::mail::read_html(text, known));
  return 0;
}
