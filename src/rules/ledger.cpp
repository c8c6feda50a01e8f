// ledger: something promised earlier. The caller hands the open promises in.
#include "rules/rules.hpp"

namespace dsk::rules {

// A promise whose time has passed, in a mail that does not say so: the rule's acts are what
// acknowledges it.
void ledger(Job& job) {
  const Facts& facts = job.facts();
  if (facts.now.empty() || job.acts().any_of(job.rule().acts)) return;
  for (const OpenPromise& promise : facts.promises) {
    // Both are RFC 3339 in UTC by then, so they compare as text.
    if (promise.due >= facts.now) continue;
    if (Finding* finding = job.report_mail())
      finding->message = fill(job.rule().message, promise.what, {{"due", promise.due}});
  }
}

}  // namespace dsk::rules
