// The words of a message that its speller has to think about, and what makes some of them right.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "spell/speller.hpp"
#include "text/reading.hpp"

namespace dsk {

struct Message;

// One orthographic word, words [first, last) of the reading, that is neither certain nor among the
// person's own.
struct Doubt {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool sentence_start = false;
  std::optional<spell::Judgement> judged;  // where that was done already
};

// `own` and `memo` may be NULL. What is in doubt in a sentence follows from its words alone.
std::vector<Doubt> doubtful_words(const Reading& reading, const spell::Speller& speller,
                                  const spell::WordSet* own, spell::Memo* memo);

// A word in small letters, outside of quotes, that one English alone writes so.
struct OneSided {
  std::uint32_t sentence = 0;
  std::uint32_t at = 0;
};
std::vector<OneSided> one_sided_words(const Reading& reading, const spell::Speller& speller,
                                      const spell::WordSet* own, spell::Memo* memo);

// The texts of a mail by themselves whose words are right in it.
std::vector<std::string_view> right_texts(const Message& mail);
// Names and words that are right in this mail: of its people, its signature, and everything the
// other side wrote. `incoming` may be NULL.
spell::WordSet known_words(const Message& mail, const Message* incoming);

}  // namespace dsk
