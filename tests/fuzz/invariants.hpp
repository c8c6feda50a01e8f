// What holds for every document, whatever was read. Aborts where it does not.
#pragma once

#include "demand.hpp"
#include "mail/charset.hpp"
#include "mail/document.hpp"

inline void demand_sound(const dsk::mail::Document& mail) {
  using dsk::Span;
  const std::string_view text = mail.text();
  demand(!dsk::mail::is_utf8(mail.body) || dsk::mail::is_utf8(text), "the text is UTF-8");
  std::uint32_t last = 0;
  for (const dsk::mail::Zone& zone : mail.zones) {
    demand(zone.span.begin >= last && zone.span.begin < zone.span.end, "zones are in order");
    demand(zone.span.end <= text.size(), "zones are inside the text");
    demand(zone.span.begin == 0 || text[zone.span.begin - 1] == '\n', "zones begin with lines");
    demand(zone.span.end == text.size() || text[zone.span.end] == '\n', "zones end with lines");
    last = zone.span.end;
    const Span body = mail.to_body(zone.span);
    demand(body.begin <= body.end && body.end <= mail.body.size(), "offsets lead into the body");
    if (mail.file.empty()) continue;
    const Span file = mail.to_file(zone.span);
    demand(file.begin <= file.end && file.end <= mail.file.size(), "offsets lead into the file");
  }
  last = 0;
  std::size_t zone = 0;
  for (const dsk::mail::Inline& item : mail.inlines) {
    demand(item.span.begin >= last && item.span.begin < item.span.end, "inlines are in order");
    last = item.span.end;
    while (zone < mail.zones.size() && mail.zones[zone].span.end <= item.span.begin) ++zone;
    demand(zone < mail.zones.size() && mail.zones[zone].span.contains(item.span) &&
               is_own(mail.zones[zone].kind),
           "inlines are inside own zones");
  }
}
