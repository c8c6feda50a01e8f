#include "facts_output.hpp"

#include "json.hpp"

namespace dsk::cli {

std::string facts_as_json(std::string_view label, const std::vector<Section>& sections,
                          deskside::unit unit) {
  Json json;
  json.begin_object().member("label", label);
  for (const Section& section : sections) {
    json.quoted_key(section.key).begin_array();
    for (const deskside::fact& fact : section.facts)
      json.begin_object()
          .member("name", fact.name())
          .member("begin", fact.begin(unit))
          .member("end", fact.end(unit))
          .member("text", fact.text())
          .member("value", fact.value())
          .end_object();
    json.end_array();
  }
  json.end_object();
  return json.end_line().text();
}

deskside::unit unit_of(const Arguments& arguments) {
  const std::string name = arguments.choice("--offset-unit", {"bytes", "utf16", "codepoints"});
  if (name == "utf16") return deskside::unit::utf16;
  return name == "bytes" ? deskside::unit::bytes : deskside::unit::codepoints;
}

}  // namespace dsk::cli
