// Which of the findings come first: at most three, the most useful ones.
#pragma once

#include "report/report.hpp"

namespace dsk {

// Errors before all else, those of different kinds first. Then the gravest, and of them those with
// a rewrite to offer: one a sentence, one a rule, one a family.
void choose_first(Report& report);

}  // namespace dsk
