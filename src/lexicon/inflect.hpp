// English verb forms, for `{verb}` in patterns and for rewrites.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dsk::lexicon {

struct VerbForms {
  std::string base, third, past, participle, gerund;
};

// By rule (doubling, silent e, -ies) and a table of the irregular verbs. "log in" inflects "log".
VerbForms inflect(std::string_view base);

// The distinct forms; those of "be", "have" and "do" in full.
std::vector<std::string> verb_forms(std::string_view base);

}  // namespace dsk::lexicon
