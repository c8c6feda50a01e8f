// Zones, inlines and what sentences do: more than all other facts of a long mail together, and few
// ask for them. Their places are kept small, and the facts made of them when somebody does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "acts/message.hpp"
#include "lexicon/language.hpp"
#include "report/report.hpp"

namespace dsk {

class Places {
 public:
  // Of a report that stays where it is and outlives this, as `language` does.
  Places(Report& report, const lexicon::Language& language)
      : report_(&report), language_(&language) {}

  void add_zones(const mail::Document& document);
  void add_inlines(const mail::Document& document);
  void add_acts(const Message& message, bool incoming);

  // The facts, in the order in which the report's list was told of them. Call it once, when the
  // report knows the texts.
  std::vector<Fact> facts();

 private:
  enum Kind : std::uint32_t { zone, inline_item, act, signal };
  struct Place {
    Span text, body;
    std::uint32_t kind : 2, name : 30;  // which zone kind, inline kind or act
  };

  void add(Kind kind, std::size_t name, Span text, const mail::Document& document) {
    all_.push_back({text, document.to_body(text), kind, static_cast<std::uint32_t>(name)});
  }
  void put_off(Kind kind, std::size_t count);
  std::string_view name_of(const Place& place) const;

  Report* report_;
  const lexicon::Language* language_;
  std::vector<Place> all_;
};

}  // namespace dsk
