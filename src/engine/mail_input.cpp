#include <algorithm>
#include <array>

#include "ascii.hpp"
#include "engine/engine.hpp"
#include "error.hpp"
#include "lexicon/pack.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

constexpr std::array<std::string_view, 14> kParts = {
    "subject",  "from",          "to",       "cc",      "bcc",   "date",     "now",
    "incoming", "incoming-html", "language", "profile", "stage", "fragment", "template"};
constexpr std::array<std::string_view, 3> kRepeats = {"attachment", "thread", "promise"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void require_utf8(std::string_view part, std::string_view value) {
  const std::size_t bad = utf8::first_invalid(value);
  if (bad != std::string_view::npos)
    throw Error(Status::encoding, "the " + std::string(part) + " is not UTF-8 (its byte " +
                                      std::to_string(bad + 1) +
                                      "); convert it, or give the whole message as \"raw\"");
}

// "2026-11-17T10:12:00+01:00": 0 stands for a digit, and a fraction of a second may follow.
bool is_rfc3339(std::string_view text) {
  const auto looks = [](std::string_view part, std::string_view shape) {
    return part.size() == shape.size() &&
           std::equal(part.begin(), part.end(), shape.begin(), [](char c, char s) {
             return s == '0'   ? ascii::is_digit(c)
                    : s == 'T' ? c == 'T' || c == 't' || c == ' '
                               : c == s;
           });
  };
  if (!looks(text.substr(0, 19), "0000-00-00T00:00:00")) return false;
  text.remove_prefix(19);
  if (!text.empty() && text.front() == '.')
    text.remove_prefix(std::min(text.find_first_not_of("0123456789", 1), text.size()));
  return text == "Z" || text == "z" || looks(text, "+00:00") || looks(text, "-00:00");
}

std::string no_such_stage(std::string_view name) {
  std::string told = "\"" + std::string(name) + "\" is no stage; there are:";
  for (std::size_t at = 0; at < lexicon::kStages; ++at)
    told += (at == 0 ? " " : ", ") + std::string(lexicon::name(static_cast<lexicon::Stage>(at)));
  return told;
}

}  // namespace

void MailInput::set(std::string_view name, std::string_view value) {
  const bool raw = name == "raw";
  if (raw || name == "text" || name == "html") {
    if (!raw) require_utf8(name, value);
    body = value;
    body_kind = value.empty()    ? Body::none
                : raw            ? Body::raw
                : name == "text" ? Body::text
                                 : Body::html;
    return;
  }
  if (!among(kParts, name))
    throw Error(Status::option, "a mail has no part \"" + std::string(name) + "\"");
  if (name != "incoming") require_utf8(name, value);
  if (name == "stage" && !value.empty() && lexicon::stage_index(value) == lexicon::kStages)
    throw Error(Status::option, no_such_stage(value));
  if (name == "now" && !value.empty() && !is_rfc3339(value))
    throw Error(Status::option, "\"" + std::string(value) +
                                    "\" is no time; write it like 2026-11-17T10:12:00+01:00");
  if ((name == "fragment" || name == "template") && !value.empty() && value != "yes" &&
      value != "no")
    throw Error(Status::option, "\"" + std::string(name) + "\" is \"yes\" or \"no\"");
  std::erase_if(parts, [&](const auto& part) { return part.first == name; });
  if (!value.empty()) parts.emplace_back(name, value);
}

void MailInput::add(std::string_view name, std::string_view value) {
  if (!among(kRepeats, name))
    throw Error(Status::option, "a mail has no repeated part \"" + std::string(name) + "\"");
  if (name != "thread") require_utf8(name, value);
  if (name == "promise" && value.find('|') == std::string_view::npos)
    throw Error(Status::option, "a promise is written \"due|what\", with a bar between");
  repeats.emplace_back(name, value);
}

void MailInput::add_range(std::string_view kind, std::size_t begin, std::size_t end) {
  if (begin > end || end > 0xFFFFFFFFu)
    throw Error(Status::argument, "a range begins before it ends");
  for (std::uint8_t at = 0; at <= static_cast<std::uint8_t>(mail::ZoneKind::table); ++at) {
    const auto zone = static_cast<mail::ZoneKind>(at);
    if (mail::name(zone) != kind) continue;
    ranges.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, zone});
    return;
  }
  throw Error(Status::option, "\"" + std::string(kind) + "\" is no kind of zone");
}

std::string_view MailInput::part(std::string_view name) const {
  for (const auto& [part, value] : parts)
    if (part == name) return value;
  return {};
}

}  // namespace dsk
