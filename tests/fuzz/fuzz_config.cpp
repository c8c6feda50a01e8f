// A deskside.toml from anybody: it is read, or refused with a place and then nothing has changed.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/options.hpp"
#include "error.hpp"

namespace {

bool same(const std::vector<dsk::Setting>& a, const std::vector<dsk::Setting>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t at = 0; at < a.size(); ++at)
    if (a[at].name != b[at].name || a[at].value != b[at].value) return false;
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string toml(reinterpret_cast<const char*>(data), size);
  dsk::Options options;
  try {
    options.add_config("deskside.toml", toml, false);
    for (const dsk::Setting& setting : options.settings())
      if (setting.name != "words" && setting.name != "when")  // listed, and no options
        dsk::check_option(setting.name, setting.value);
  } catch (const dsk::Error& error) {
    if (error.status != dsk::Status::lexicon || error.line == 0) std::abort();
    const dsk::Options untouched;
    if (!same(options.settings(), untouched.settings())) std::abort();
  }
  return 0;
}
