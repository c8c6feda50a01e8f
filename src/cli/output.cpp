#include "output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "shown.hpp"
#include "slips.hpp"
#include "style.hpp"

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

std::vector<Remark> ignores_told(const Checked& checked, bool all) {
  constexpr std::size_t few = 10;
  std::size_t slips = 0, hiding = 0;
  std::vector<Remark> told;
  for (const deskside::fact& one : checked.report.facts("ignored")) {
    const std::string rule = visible(cut_short(one.name())) + ": ";
    const bool slip = one.value() == "no-such-rule" || one.value() == "nothing";
    if (!slip && one.value() != "error" && !all) continue;
    if (++(slip ? slips : hiding) > few) continue;
    if (one.value() == "no-such-rule")
      told.push_back({rule + "X-Deskside-Ignore names it, but there is no such rule; " +
                          nearest_rule(checked.engine, one.name()),
                      slip});
    else if (one.value() == "nothing")
      told.push_back({rule + "X-Deskside-Ignore names it, but there was nothing to hide", slip});
    else
      told.push_back({rule + (one.value() == "error" ? "an error" : "a remark") +
                          " is not shown, because X-Deskside-Ignore says so",
                      slip});
  }
  if (slips > few)
    told.push_back(
        {"X-Deskside-Ignore names " + std::to_string(slips - few) + " more that hide nothing",
         true});
  if (hiding > few)
    told.push_back(
        {"X-Deskside-Ignore hides something with " + std::to_string(hiding - few) + " more",
         false});
  return told;
}

}  // namespace dsk::cli
