// A line made comparable: lower case in the alphabets that have one, plain spaces and quotes,
// no invisible characters, no stars of bold type. For short lines; offsets are not kept.
#pragma once

#include <string>
#include <string_view>

namespace dsk::mail {

std::string folded(std::string_view line);

// Number of words between spaces.
std::size_t word_count(std::string_view line);

}  // namespace dsk::mail
