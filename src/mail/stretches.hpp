// Stretches that are no prose and may hold blanks: emoji, placeholders, keys, what stands on a
// button. Each is known by what it begins with.
#pragma once

#include <cstddef>
#include <string_view>

namespace dsk::mail {

// Bytes of the emoji, or emoticon sequence, that `text` begins with.
std::size_t emoji_size(std::string_view text);

// Bytes of "{{name}}", "[[when?]]", "%NAME%", "[Customer name]" at the start of `text`.
std::size_t placeholder_size(std::string_view text);

// Bytes of "Ctrl+Shift+Esc" or "F5" at the start of `text`; its first name is `first` bytes long.
std::size_t key_size(std::string_view text, std::size_t first);

// Quotation marks other than '"'.
bool starts_quote(std::string_view text);
bool ends_quote(std::string_view text);
std::size_t quote_size(std::string_view text);

// Whether `words`, in quotes, are what stands on a button, given what is before and after.
bool is_label(std::string_view words, std::string_view before, std::string_view after);

}  // namespace dsk::mail
