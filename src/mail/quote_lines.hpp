// What one line says by its own words of whose words follow: attributions, separators, and the
// fields of a header. What stands around it is not asked here.
#pragma once

#include <cstddef>
#include <string_view>

#include "mail/zone_words.hpp"

namespace dsk::mail {

inline constexpr std::size_t kLongestAttribution = 600;
inline constexpr std::size_t kLongestField = 2000;
inline constexpr std::size_t kLongestMarker = 80;  // of a ticket system's that is a sentence

// A year, a time of day or a numeric date: the same marks in every language.
bool has_date(std::string_view line);
bool has_address(std::string_view line);

enum class Attribution : std::uint8_t {
  none,
  weak,    // only if a marked quote follows
  strong,  // by itself
};

// What `line` is, folded, and all of it.
Attribution attribution(std::string_view line);
// Whether it begins as an attribution does.
bool opens_attribution(std::string_view line);
// Inside an address in '<' and '>', which mailers break over lines.
bool begins_inside(std::string_view line);
// Whether a line is one by itself, or the end of one that goes on above a blank line.
bool may_be_attribution(std::string_view words);

enum class Separator : std::uint8_t { none, reply_marker, original, forwarded };

// What stands below a line, by its own words.
Separator separator_of(std::string_view words);

// Whether an older message may begin here.
bool opens_message(std::string_view words);

// The field of a header that a line may be: its role, and whether it looks like one at all.
struct Field {
  FieldRole role = FieldRole::none;
  bool any = false;
};

Field field_of(std::string_view words);

// What stands behind the colon of one.
std::string_view value_of(std::string_view words);
// Whether a value may be who wrote, or to whom: an address, or a name as headers have them.
bool may_be_person(std::string_view value);

}  // namespace dsk::mail
