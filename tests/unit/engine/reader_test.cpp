// A message as far as words and acts, read at once or in parts.
#include "engine/reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "shortcuts.hpp"

using namespace dsk;

namespace {

bool same(const ActHit& a, const ActHit& b) {
  return a.act == b.act && a.sentence == b.sentence && a.first == b.first && a.last == b.last &&
         a.mend == b.mend;
}

bool same(const match::Hit& a, const match::Hit& b) {
  return a.set == b.set && a.sentence == b.sentence && a.first == b.first && a.last == b.last &&
         a.mend == b.mend;
}

template <class Hits>
bool same_all(const Hits& a, const Hits& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& one, const auto& other) { return same(one, other); });
}

}  // namespace

TEST_CASE("a long message says the same whether it is read at once or in parts") {
  const lexicon::Language language({lexicon::shipped("en").value()});
  const spell::WordSet none;
  const Reader reader{language, nullptr, none};
  const std::string text =
      "Hi Ann,\n\nI am sorry that the printer does not print. Could you please restart it? You "
      "obviously did not read my mail. I will call you tomorrow at 15:00, if that suits you. Please "
      "do the needful asap!\n\nThank you for your patience. Let me know whether it works now; I'll "
      "explain you the rest. As I already said, we can not do that.\n\nKind regards,\nJoe\n";
  const auto whole = reader.read(mail::read_text(text));
  REQUIRE(whole->reading.sentences.size() > 8);
  for (const std::size_t at_once : {1, 2, 3, 7}) {
    CAPTURE(at_once);
    const auto parts = reader.read(mail::read_text(text));
    reader.read_acts(*parts, at_once);
    CHECK(same_all(parts->acts.all(), whole->acts.all()));
    // Of the hits those stay that more than acts ask for.
    const std::vector<bool> for_acts = sets_of_acts(language);
    std::vector<match::Hit> left;
    for (const match::Hit& hit : whole->hits.all())
      if (!shortcuts || !for_acts[hit.set]) left.push_back(hit);
    const auto kept = parts->hits.all();
    CHECK(same_all(std::vector<match::Hit>(kept.begin(), kept.end()), left));
    CHECK(left.size() > 0);
  }
}
