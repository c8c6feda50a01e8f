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

// The verbs that a word may be a form of, as far as spelling tells; it need not be one. "pasted"
// may be of "paste" or of "past".
std::vector<std::string> possible_bases(std::string_view form);

// The distinct forms; those of "be", "have" and "do" in full.
std::vector<std::string> verb_forms(std::string_view base);

}  // namespace dsk::lexicon
