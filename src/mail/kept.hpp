// What was read of a text, for reading it again after an edit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mail/document.hpp"
#include "mail/zones.hpp"
#include "text/same_ends.hpp"

namespace dsk::mail {

// Belongs to one draft. Which zones there are follows from all lines together and is found anew
// each time, but what is asked of a line's words is asked again of the lines that changed alone.
class Kept {
 public:
  // The lines of `text`, with the answers known of those that were there before.
  Lines lines(std::string_view text);
  // As find_inlines without `known`; `zones` are those of the same text.
  std::vector<Inline> inlines(const std::vector<Zone>& zones);
  // What the last edit left; of use to whoever keeps something of the same texts.
  const SameEnds& same() const { return same_; }
  // What was asked of the lines since.
  void keep(std::vector<Answers> answers) { lines_.answers = std::move(answers); }

 private:
  const Zone* zone_before(Span here) const;

  std::string text_;
  Lines lines_;  // of text_, undecided
  std::vector<Zone> zones_;
  std::vector<Inline> inlines_;
  SameEnds same_;  // from the text before to text_
};

}  // namespace dsk::mail
