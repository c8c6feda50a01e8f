// What tests of the mail room ask of a document.
#pragma once

#include <string>

#include "mail/document.hpp"

// The judged text, zone by zone, each on lines of its own.
inline std::string own_text(const dsk::mail::Document& mail) {
  std::string out;
  for (const dsk::mail::Zone& zone : mail.zones)
    if (is_own(zone.kind)) out += std::string(zone.span.of(mail.text())) + "\n";
  return out;
}

// The kind of the zone that holds `words`; "none" where there is no such place.
inline std::string kind_of(const dsk::mail::Document& mail, std::string_view words) {
  const std::size_t at = mail.text().find(words);
  if (at == std::string_view::npos) return "no such words";
  for (const dsk::mail::Zone& zone : mail.zones)
    if (zone.span.begin <= at && at < zone.span.end) return std::string(name(zone.kind));
  return "none";
}

// The kind of the inline that is `words`, "" where there is none.
inline std::string inline_kind(const dsk::mail::Document& mail, std::string_view words) {
  for (const dsk::mail::Inline& item : mail.inlines)
    if (item.span.of(mail.text()) == words) return std::string(name(item.kind));
  return "";
}
