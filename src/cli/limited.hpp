// Work that may crash or hang without taking the process with it.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace dsk::cli {

struct Limited {
  enum class End { returned, crashed, too_slow, not_started };
  End end = End::not_started;
  int status = 0;      // what the work returned, or the signal that ended it
  std::string output;  // what it wrote to standard output
};

// Runs `work` in a child process for at most `limit`. Its standard output is caught; its standard
// error is dropped. No other thread may be running.
Limited run_limited(const std::function<int()>& work, std::chrono::milliseconds limit);

}  // namespace dsk::cli
