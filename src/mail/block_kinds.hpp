// What lines that were pasted together are as a whole.
#pragma once

#include <cstddef>

#include "mail/zones.hpp"

namespace dsk::mail {

inline constexpr std::size_t kLongestPasted = 40;  // lines that are looked at together

struct Block {
  const Lines& lines;
  std::size_t begin, end;

  std::size_t size() const { return end - begin; }
};

// Most words are such as no prose has, and each line has one. Of one line it takes a colon above.
bool are_dense(const Block& block, bool below_colon);
// A block of settings: names in small letters, set in below what they belong to.
bool are_configuration(const Block& block);
// Two lines or more, and a program's name begins each.
bool are_programs(const Block& block);
// Commands alone: in small letters, short, with no word or mark of a sentence. Set in by four,
// or with a name no prose has in every line.
bool are_commands(const Block& block);
// "PasswordAuthentication no": names with capitals inside, and what they are set to.
bool are_settings(const Block& block);
// "Event ID:      1000": names with what they are behind a gap, as viewers copy them.
bool are_columns(const Block& block);

// "- name", of YAML: no farther left than the line above.
bool is_short_item(const Lines& lines, std::size_t i);

}  // namespace dsk::mail
