// What must not be shown is masked in all that a report says of it.
#pragma once

#include <vector>

namespace dsk {

struct Facts;
struct Finding;
struct Report;

// Another rule's words, a zone or a fix may hold what a rule took for a secret, told or not, in any
// of the messages. Where it stands in the body becomes a fact of its own.
void mask_secrets(const Facts& facts, const std::vector<Finding>& all, Report& report);

}  // namespace dsk
