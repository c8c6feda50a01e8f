#include "acts/names.hpp"

#include <algorithm>

#include "text/words.hpp"
#include "utf8.hpp"

namespace dsk {
namespace {

// The base letter of U+00C0 to U+017F; '.' keeps the letter as it is.
constexpr std::string_view kBase =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll."
    ".llnnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.";

// "Jürgen" as people without the letter write him: "Juergen".
std::string spelt_out(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const utf8::Decoded next = utf8::decode(name, at);
    at += next.size;
    switch (utf8::to_lower(next.point)) {
      case 0xE4: case 0xE6: out += "ae"; break;
      case 0xF6: case 0xF8: out += "oe"; break;
      case 0xFC: out += "ue"; break;
      case 0xE5: out += "aa"; break;
      case 0xDF: out += "ss"; break;
      default: utf8::append(out, utf8::to_lower(next.point));
    }
  }
  return plain(out);
}

}  // namespace

std::string plain(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const utf8::Decoded next = utf8::decode(name, at);
    const char32_t low = utf8::to_lower(next.point);
    at += next.size;
    if (low >= 0xC0 && low < 0xC0 + kBase.size() && kBase[low - 0xC0] != '.')
      out.push_back(kBase[low - 0xC0]);
    else
      utf8::append(out, low);
  }
  return out;
}

bool same_name(std::string_view a, std::string_view b, const lexicon::Language& language) {
  const std::string one = plain(a), two = plain(b);
  return one == two || spelt_out(a) == spelt_out(b) ||
         language.share_class(hash_folded(one), hash_folded(two), "nick-");
}

bool among(std::string_view word, const std::vector<std::string>& names,
           const lexicon::Language& language) {
  while (!word.empty() && word.back() == '\'') word.remove_suffix(1);  // the O' of O'Brien
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    if (same_name(word, name, language)) return true;
    // Anne and Marie are both Anne-Marie.
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find_first_of("-'", at), name.size());
      if (end - at < name.size() && same_name(word, name.substr(at, end - at), language))
        return true;
      at = end + 1;
    }
    return false;
  });
}

std::vector<std::string> name_words(std::string_view display, const lexicon::Language& language) {
  std::vector<std::string> words;
  std::string word;
  int depth = 0;
  bool house = false;  // "Finance Team", as its last word tells
  for (std::size_t at = 0; at <= display.size(); ++at) {
    const char c = at < display.size() ? display[at] : ' ';
    if (c == '(') ++depth;
    if (depth == 0 && (is_letter(c) || ((c == '-' || c == '\'') && !word.empty()))) {
      word.push_back(c);
      continue;
    }
    if (c == ')' && depth > 0) --depth;
    if (c == '@' || ascii::is_digit(c)) return {};  // an address or a ticket is no name
    const std::uint64_t hash = hash_folded(utf8::lower(word));
    const bool known = language.in_class(hash, "no-name");
    const bool title = known && language.in_class(hash, "title");
    // "Hotel Seeblick" is a house, "Dr Weiss" a person.
    if (known && words.empty() && !title) return {};
    if (!word.empty()) house = known && !title;
    if (is_long_enough(word) && !known) words.push_back(word);
    word.clear();
  }
  if (house) words.clear();
  return words;
}

bool is_long_enough(std::string_view word) {
  return word.size() > 2 || (word.size() == 2 && utf8::is_upper(utf8::decode(word, 0).point) &&
                             ascii::is_lower(word[1]));
}

bool is_title_case(std::string_view word) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded next = utf8::decode(word, at);
    if (utf8::is_upper(next.point)) {
      if (at > 3 && word[at - 1] != '-' && word[at - 1] != '\'') return false;
      ++capitals;
    } else if (at == 0) {
      return false;
    }
    at += next.size;
  }
  return word.size() < 3 || capitals <= 2;
}

}  // namespace dsk
