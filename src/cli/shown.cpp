#include "shown.hpp"

#include <algorithm>

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

}  // namespace dsk::cli
