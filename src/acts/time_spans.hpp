// Times counted from now: "within two hours", "in a fortnight", "three days from Monday".
#pragma once

#include <optional>

#include "acts/time_days.hpp"

namespace dsk {

struct SaidSpan {
  std::optional<Moment> due;
  std::optional<std::int64_t> day;  // where whole days are counted
  bool to_the_minute = false;
};

// Nothing, and nowhere gone, where none comes next.
std::optional<SaidSpan> read_span(TimeWords& words, const std::optional<Moment>& base);

}  // namespace dsk
