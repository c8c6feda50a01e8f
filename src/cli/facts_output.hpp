// Facts of a report as lines for a person or as JSON: what `incoming` and `promises` print.
#pragma once

#include <deskside/deskside.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"

namespace dsk::cli {

struct Section {
  const char* key;  // "signals", "promises"
  std::vector<deskside::fact> facts;
};

// One line for one message, by its `label`.
std::string facts_as_json(std::string_view label, const std::vector<Section>& sections,
                          deskside::unit unit);

// What --offset-unit says.
deskside::unit unit_of(const Arguments& arguments);

}  // namespace dsk::cli
