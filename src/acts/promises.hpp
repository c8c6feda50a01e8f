// Promises of a mail: who will do what, and by when.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acts/times.hpp"

namespace dsk {

struct Message;

struct Promise {
  std::string who;  // "I", "we", or a name
  Span what;        // the words of the promise
  std::uint32_t sentence = 0;
  // The last time expression of the promise; its `due` is empty where it cannot be told.
  std::optional<TimeExpression> when;
};

std::vector<Promise> find_promises(const Message& mail, const std::vector<TimeExpression>& times);

}  // namespace dsk
