#include "output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace dsk::cli {
namespace {

[[noreturn]] void cannot_write() {
  throw CannotWrite(std::string("the output could not be written: ") + std::strerror(errno));
}

}  // namespace

std::unique_ptr<Format> make_format(std::string_view name, const Wishes& wishes, bool alone) {
  if (name == "gcc") return make_gcc_format(wishes);
  if (name == "text") return make_text_format(wishes, alone);
  return make_json_format(wishes, name == "jsonl");
}

const char* name_of(deskside::level level) {
  static constexpr const char* names[] = {"coach", "suggestion", "warning", "error"};
  return names[static_cast<int>(level)];
}

const char* name_of(deskside::verdict verdict) {
  static constexpr const char* names[] = {"pass", "advise", "confirm", "block"};
  return names[static_cast<int>(verdict)];
}

void print(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) cannot_write();
}

void flush() {
  if (std::fflush(stdout) != 0) cannot_write();
}

std::vector<std::string> suggestions_for(const Checked& checked, const deskside::finding& finding) {
  if (finding.rule().kind() != "spelling" || finding.text().empty()) return {};
  return checked.engine.suggest(checked.report, finding.text(), 5);
}

}  // namespace dsk::cli
