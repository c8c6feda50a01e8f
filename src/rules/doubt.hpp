// What a remark is worth beside all the others of its mail.
#pragma once

#include <vector>

#include "rules/finding.hpp"
#include "rules/force.hpp"
#include "text/reading.hpp"

namespace dsk::rules {

// In a long mail some words read like a slight by chance. Where one rule alone doubts them, and
// nothing else is amiss, it coaches. A short sentence that is hardly more than the slight is no
// chance.
void doubt_less(const Reading& reading, const std::vector<Force>& forces,
                std::vector<Finding>& findings);

}  // namespace dsk::rules
