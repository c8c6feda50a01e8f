// Words that one English writes otherwise than the other: colour, color.
#include "spell/speller.hpp"

namespace dsk::spell {
namespace {

struct Pair {
  std::string_view british, american;
};

// What differs, wherever it stands in a word. Whether the result is a word the automaton says.
constexpr Pair pairs[] = {{"our", "or"},   {"is", "iz"},     {"ys", "yz"},   {"re", "er"},
                          {"ll", "l"},     {"l", "ll"},      {"ce", "se"},   {"ogue", "og"},
                          {"mme", "m"},    {"ae", "e"},      {"oe", "e"},    {"que", "ck"},
                          {"ey", "ay"},    {"ough", "ow"},   {"yre", "ire"}};

constexpr std::size_t shortest = 4;

}  // namespace

// Canada and others write some words as the one does and some as the other.
std::optional<bool> Speller::chose_british() const {
  if (!chosen_ || (language_ != "en-GB" && language_ != "en-US")) return std::nullopt;
  return language_ == "en-GB";
}

std::optional<OtherSpelling> Speller::spelt_otherwise(std::string_view word) const {
  constexpr std::uint32_t both = Note::american | Note::british;
  if (home_ == 0 || word.size() < shortest) return std::nullopt;
  Note note;
  if (!words_.find(word, &note) || (note.bits & both) == 0 || (note.bits & both) == both)
    return std::nullopt;
  if (knows_term(word)) return std::nullopt;  // "dialog", "disk": the trade's own
  const bool british = note.has(Note::british);
  for (const Pair& pair : pairs) {
    const std::string_view from = british ? pair.british : pair.american;
    const std::string_view to = british ? pair.american : pair.british;
    for (std::size_t at = word.find(from); at != word.npos; at = word.find(from, at + 1)) {
      std::string other(word);
      other.replace(at, from.size(), to);
      Note there;
      if (words_.find(other, &there) && there.has(british ? Note::american : Note::british))
        return OtherSpelling{british, std::move(other)};
    }
  }
  return std::nullopt;
}

}  // namespace dsk::spell
