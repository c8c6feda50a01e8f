// A rule pack from anybody: it compiles or is refused with a place, and what compiles opens again.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "error.hpp"
#include "lexicon/archive.hpp"
#include "lexicon/language.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string toml(reinterpret_cast<const char*>(data), size);
  const auto try_over = [&](const dsk::lexicon::Pack* base) {
    try {
      const dsk::lexicon::Pack pack = dsk::lexicon::compile("en", {{"pack.toml", toml}}, base);
      // The strings of a pack are views of its block; written again it has to be the same bytes.
      const auto block = dsk::lexicon::write(pack);
      if (dsk::lexicon::write(dsk::lexicon::open(block)) != block) std::abort();
    } catch (const dsk::Error& error) {
      if (error.status != dsk::Status::lexicon || error.line == 0) std::abort();
    }
  };
  try_over(nullptr);
  static const dsk::lexicon::Pack base = dsk::lexicon::compile(
      "en", {{"base.toml", "format = 1\n[class.day]\nwords = [\"monday\"]\n[joined]\n"
                           "cannot = \"can not\"\n[[act]]\nname = \"regret\"\n"
                           "phrases = [\"sorry\"]\n"}},
      nullptr);
  try_over(&base);
  // The same bytes as an archive: refused, or read without a step past the end.
  try {
    dsk::lexicon::open({reinterpret_cast<const std::byte*>(data), size});
  } catch (const dsk::Error&) {
  }
  return 0;
}
