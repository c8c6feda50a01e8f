// A whole check, as every caller makes it: any mail, the message it answers (behind the first 0 byte)
// and a few edits. Whatever was read, ranges lie in the body on whole letters, what is told can be
// shown, and a draft says what a full check does.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deskside/deskside.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "demand.hpp"

namespace {

// As the library does that refuses any other text.
bool is_utf8(std::string_view text) {
  deskside::mail mail;
  try {
    mail.set("text", text);
  } catch (const deskside::error& error) {
    demand(error.status() == deskside::status::encoding, "only what is not UTF-8 is refused");
    return false;
  }
  return true;
}

bool starts_letter(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

template <class Ranged>
void demand_within(const Ranged& it, std::string_view body) {
  demand(it.begin() <= it.end() && it.end() <= body.size(), "ranges are inside the body");
  demand(starts_letter(body, it.begin()) && starts_letter(body, it.end()),
         "ranges begin and end with whole letters");
}

// What a caller sees of a report, so that two can be compared.
std::string told(const deskside::report& report) {
  const std::string_view body = report.body();
  std::string all = report.stage();
  for (const deskside::finding finding : report) {
    demand(is_utf8(finding.message()) && is_utf8(finding.text()),
           "what is told is UTF-8");
    demand(!finding.message().empty(), "a finding says something");
    if (finding.part() == "body") demand_within(finding, body);
    all.append("\n").append(finding.rule().id()).append(" ").append(finding.message());
    all += " " + std::to_string(finding.begin()) + "-" + std::to_string(finding.end());
    for (const deskside::fix fix : finding.fixes()) {
      demand_within(fix, body);
      demand(is_utf8(fix.replacement()), "what a fix writes is UTF-8");
      all.append(" | ").append(fix.replacement());
    }
  }
  return all;
}

// Edits that may make a quote, a list or a signature of what stands below, or undo it: the middle
// line twice, without it, and parted from what stands above.
std::vector<std::string> edits_of(std::string_view text) {
  const std::size_t end = std::min(text.find('\n', text.size() / 2), text.size());
  const std::size_t begin = end == 0 ? 0 : text.rfind('\n', end - 1) + 1;
  const std::string above(text.substr(0, begin)), line(text.substr(begin, end - begin));
  const std::string below(text.substr(end));
  return {above + line + "\n" + line + below, above + below, above + "\n" + line + below};
}

void demand_same(const deskside::engine& engine, deskside::draft& draft,
                 const deskside::mail& mail) {
  demand(told(draft.check(mail)) == told(engine.check(mail)), "a draft says what a full check does");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const deskside::engine engine;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t zero = all.find('\0');
  const std::string_view bytes = all.substr(0, zero);
  const std::string_view incoming = zero == all.npos ? "" : all.substr(zero + 1);

  deskside::mail whole;
  whole.set("raw", bytes);
  if (!incoming.empty()) whole.set("incoming", incoming);
  told(engine.check(whole));

  if (!is_utf8(bytes)) return 0;
  deskside::mail text;
  deskside::draft draft(engine);
  if (!incoming.empty()) text.set("incoming", incoming);
  text.set("text", bytes);
  demand_same(engine, draft, text);
  for (const std::string& edited : edits_of(bytes)) {
    text.set("text", edited);
    demand_same(engine, draft, text);
  }
  return 0;
}
