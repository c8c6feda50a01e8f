// A whole message, as a client or a milter hands it over.
#include <cstddef>
#include <cstdint>

#include "invariants.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const dsk::mail::Document mail = dsk::mail::read(bytes);
  demand_sound(mail);
  demand_sound(dsk::mail::read_text(dsk::mail::quoted_message(mail)));
  return 0;
}
