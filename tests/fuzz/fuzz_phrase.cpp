// Any text as a phrase: it means a bounded set of sequences or is refused with its place.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "error.hpp"
#include "lexicon/phrase.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view pattern(reinterpret_cast<const char*>(data), size);
  try {
    const auto all = dsk::lexicon::expand(pattern);
    if (all.empty() || all.size() > dsk::lexicon::kMaxSequences) std::abort();
    for (const dsk::lexicon::Sequence& one : all)
      if (one.elements.empty() || one.elements.size() > dsk::lexicon::kMaxElements) std::abort();
  } catch (const dsk::Error& error) {
    if (error.status != dsk::Status::lexicon || error.column == 0 ||
        error.column > pattern.size() + 1)
      std::abort();
  }
  return 0;
}
