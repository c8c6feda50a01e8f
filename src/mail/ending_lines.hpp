// What one line says by its own words of whether the author's words have ended: closings, names,
// contact lines, footers. What stands around it is not asked here.
#pragma once

#include <string_view>

namespace dsk::mail {

// "Sent from my phone". A sentence that begins so is the author's.
bool is_device_footer(std::string_view words);
// What lists and trackers add: 0 no such line, 2 surely one.
int list_footer(std::string_view words);
// 1 for "Kind regards", 3 where a name follows in the same line.
int closing_of(std::string_view words);
bool is_name(std::string_view words);
// What plain text shows of a picture: "[image: logo]", "[cid:image001.png@01D0]".
bool is_picture(std::string_view words);
// Whether a line reads like a sentence, or part of one, rather than a line of a name block.
bool is_prose(std::string_view words);
// How much a line looks like one of a signature: 0 not at all, 2 surely.
int contact_weight(std::string_view words);

}  // namespace dsk::mail
