#include "shown.hpp"

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <optional>

#include "ledger_store.hpp"
#include "style.hpp"

namespace dsk::cli {

std::string shown_body(const deskside::report& report) {
  std::string body(report.body());
  for (const deskside::fact secret : report.facts("secret")) {
    const std::size_t end = std::min(secret.end(), body.size());
    std::fill(body.begin() + static_cast<std::ptrdiff_t>(std::min(secret.begin(), end)),
              body.begin() + static_cast<std::ptrdiff_t>(end), '*');
  }
  return body;
}

std::string cut_short(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t size = most;
  while (size > 0 && continues(text[size])) --size;
  return std::string(text.substr(0, size)) + "…";
}

std::string local_time(const std::string& rfc3339) {
  const std::optional<std::int64_t> seconds = seconds_of(rfc3339);
  if (!seconds) return visible(rfc3339);
  const std::time_t when = static_cast<std::time_t>(*seconds);
  std::tm local{};
  ::localtime_r(&when, &local);
  char text[64];
  return {text, std::strftime(text, sizeof text, "%a %Y-%m-%d %H:%M %Z", &local)};
}

}  // namespace dsk::cli
