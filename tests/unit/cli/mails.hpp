// A mail with a flaw, one without, and what was found in one.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace test {

inline constexpr const char* flawed =
    "From: Joe <joe@example.com>\nTo: Ann <ann@example.com>\nSubject: Re: Licence\n"
    "Date: Tue, 17 Nov 2026 10:12:00 +0100\n\n"
    "Hi Ann,\n\nAs I already said, the licence is per device.\n\nKind regards,\nJoe\n";
inline constexpr const char* fine = "The licence is per device.\n";

inline const nlohmann::json* find(const nlohmann::json& message, const std::string& rule) {
  for (const nlohmann::json& finding : message["findings"])
    if (finding["rule"] == rule) return &finding;
  return nullptr;
}

}  // namespace test
