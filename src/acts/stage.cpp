#include "acts/stage.hpp"

#include <array>
#include <string_view>

namespace dsk {
namespace {

using lexicon::Stage;

struct Sign {
  std::string_view act;
  Stage stage;
};

// In order: the first act that is there decides.
constexpr std::array kSigns = std::to_array<Sign>({
    {"resolution", Stage::resolving},  {"closure", Stage::resolving},
    {"refusal", Stage::refusing},      {"waiting", Stage::waiting},
    {"follow-up", Stage::following_up}, {"instruction", Stage::fixing},
    {"command", Stage::fixing},        {"suggestion", Stage::fixing},
    {"info-request", Stage::asking},   {"question", Stage::asking},
});

bool to_many(const mail::Document& mail) {
  if (mail.to.size() + mail.cc.size() > kBroadcastRecipients) return true;
  return mail.is_mail && mail.to.empty() && mail.cc.empty() && !mail.bcc.empty();
}

}  // namespace

Stage infer_stage(const mail::Document& mail, const Acts& acts, bool answers, bool confirmed) {
  if (to_many(mail) || (!answers && acts.has("greets-many"))) return Stage::broadcast;
  if (confirmed) return Stage::resolving;
  for (const Sign& sign : kSigns)
    if (acts.has(sign.act)) return sign.stage;
  return answers ? Stage::first_reply : Stage::unknown;
}

}  // namespace dsk
