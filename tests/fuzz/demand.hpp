#pragma once

#include <cstdlib>
#include <iostream>

// Aborts where it does not hold, so that the fuzzer keeps what broke it.
inline void demand(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "broken: " << what << "\n";
  std::abort();
}
