// The mail room reads bytes all day, so here they need no first name.
#pragma once

#include "ascii.hpp"

namespace dsk::mail {
using namespace ascii;
}
