// What the contract tests share: one engine as shipped, and owners for what C hands out.
#pragma once

#include <deskside/deskside.h>
#include <doctest/doctest.h>

#include <cstring>
#include <deskside/deskside.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace test {

template <class T, auto Free>
using owned = deskside::detail::handle<T, Free>;
using owned_error = owned<deskside_error, deskside_error_free>;

// The engine as shipped; building one for every test would only cost time.
inline const deskside::engine& shipped() {
  static const deskside::engine engine;
  return engine;
}

// A reply with one thing to find; "reproach" is the sentence with it.
inline constexpr const char* reproach = "As I already said, the licence is per device.";
inline constexpr const char* reproach_rule = "tone-as-i-said";

inline bool has(const deskside::report& report, std::string_view rule) {
  for (const deskside::finding finding : report)
    if (finding.rule().id() == rule) return true;
  return false;
}

inline std::string value_of(const deskside::options& options, std::string_view name) {
  for (const deskside::option& option : options.list())
    if (option.name == name) return option.value;
  return "(no such option)";
}

inline std::string origin_of(const deskside::options& options, std::string_view name) {
  for (const deskside::option& option : options.list())
    if (option.name == name) return option.origin;
  return "(no such option)";
}

// The status `call` throws; 0 where it throws nothing.
template <class Call>
int status_of(Call call) {
  try {
    call();
    return 0;
  } catch (const deskside::error& error) {
    CHECK(std::strlen(error.what()) > 0);
    return static_cast<int>(error.status());
  }
}

}  // namespace test
