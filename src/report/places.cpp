#include "report/places.hpp"

#include <algorithm>
#include <array>

namespace dsk {
namespace {

constexpr std::array<std::string_view, 4> kKinds = {"zone", "inline", "act", "signal"};

}  // namespace

void Places::add_zones(const mail::Document& document) {
  put_off(zone, document.zones.size());
  for (const mail::Zone& one : document.zones)
    add(zone, static_cast<std::size_t>(one.kind), one.span, document);
}

void Places::add_inlines(const mail::Document& document) {
  put_off(inline_item, document.inlines.size());
  for (const mail::Inline& one : document.inlines)
    add(inline_item, static_cast<std::size_t>(one.kind), one.span, document);
}

void Places::add_acts(const Message& message, bool incoming) {
  const Kind kind = incoming ? signal : act;
  put_off(kind, message.acts.all().size());
  for (const ActHit& hit : message.acts.all())
    add(kind, hit.act, message.reading.span_of(hit.first, hit.last), message.document);
}

void Places::put_off(Kind kind, std::size_t count) {
  all_.reserve(all_.size() + count);
  report_->facts.put_off(kKinds[kind], count);
}

std::string_view Places::name_of(const Place& place) const {
  switch (place.kind) {
    case zone:
      return mail::name(static_cast<mail::ZoneKind>(place.name));
    case inline_item:
      return mail::name(static_cast<mail::InlineKind>(place.name));
    default:
      return language_->acts()[place.name].name;
  }
}

std::vector<Fact> Places::facts() {
  // In text order; of those that begin with the same word, in the order of acts.
  std::stable_sort(all_.begin(), all_.end(), [](const Place& a, const Place& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.text.begin < b.text.begin;
  });
  std::vector<Fact> facts;
  facts.reserve(all_.size());
  for (const Place& place : all_) {
    const bool incoming = place.kind == signal;
    // The same words often do more than one thing.
    const bool again = !facts.empty() && facts.back().in_incoming == incoming &&
                       &place != all_.data() && (&place)[-1].text == place.text;
    Fact& fact = facts.emplace_back();
    fact.kind = kKinds[place.kind];
    fact.name = name_of(place);
    fact.in_incoming = incoming;
    fact.body = place.body;
    fact.offsets = incoming ? &report_->incoming_offsets : &report_->body_offsets;
    fact.text = again ? (&fact)[-1].text
                      : report_->texts.keep(place.text.of(report_->read_text(incoming)));
  }
  all_ = {};
  return facts;
}

}  // namespace dsk
