// "colour" and "color" in one mail. The English that was chosen prevails; where none was, what most
// of them are, and among equals the language of the dictionary.
#include <algorithm>

#include "rules/spelling.hpp"

namespace dsk::rules {
namespace {

struct Writing {
  std::uint32_t sentence, at;
  spell::OtherSpelling spelt;
};

std::vector<Spot> one_sided(const Job& job) {
  const Facts& facts = job.facts();
  std::vector<Spot> spots;
  for (const OneSided& one :
       one_sided_words(job.reading(), *facts.speller, facts.own_words, facts.memo))
    spots.push_back({one.sentence, one.at, one.at + 1});
  return spots;
}

}  // namespace

void mixed_spelling(Job& job) {
  const Facts& facts = job.facts();
  if (!facts.speller || !facts.speller->tells_english_apart()) return;
  const std::optional<bool> chosen = facts.speller->chose_british();
  std::vector<Writing> found;
  for (const Spot& spot : job.spots(one_sided))
    if (auto spelt =
            facts.speller->spelt_otherwise(job.reading().of(job.reading().words[spot.first])))
      found.push_back({spot.sentence, spot.first, std::move(*spelt)});
  const auto british = [](const Writing& one) { return one.spelt.british; };
  const auto nothing_odd = [&] {
    const auto count = std::count_if(found.begin(), found.end(), british);
    const auto all = static_cast<std::ptrdiff_t>(found.size());
    return chosen ? count == (*chosen ? all : 0) : count == 0 || count == all;
  };
  if (nothing_odd()) return;
  // Whoever takes up a word of the customer's writes it as they did.
  const spell::WordSet known = known_words(facts.mail, facts.incoming);
  std::erase_if(found, [&](const Writing& one) {
    return known.has(job.reading().of(job.reading().words[one.at]));
  });
  if (nothing_odd()) return;
  const auto many = 2 * std::count_if(found.begin(), found.end(), british);
  const auto size = static_cast<std::ptrdiff_t>(found.size());
  const bool prevails = chosen         ? *chosen
                        : many != size ? many > size
                                       : facts.speller->language() == "en-GB";
  const auto usual = std::find_if(found.begin(), found.end(),
                                  [&](const Writing& one) { return british(one) == prevails; });
  const auto name = [&](bool is_british) {
    return label(facts, is_british ? lexicon::Text::british : lexicon::Text::american);
  };
  for (const Writing& odd : found) {
    if (british(odd) == prevails) continue;
    const Span span = job.reading().words[odd.at].span;
    if (Finding* finding = job.report(odd.sentence, odd.at, odd.at + 1)) {
      const auto told = [&](std::string_view message, Span other) {
        return fill(message, job.reading().of(span),
                    {{"other", std::string(job.reading().of(other))},
                     {"english", name(!prevails)},
                     {"usual", name(prevails)},
                     {"better", odd.spelt.word}});
      };
      if (chosen) {
        finding->message = told(facts.language.text(lexicon::Text::other_english), {});
      } else {
        const Span other = job.reading().words[usual->at].span;
        finding->message = told(job.rule().message, other);
        finding->related.push_back(
            {other, false,
             label(facts, lexicon::Text::in_english, {{"english", name(prevails)}})});
      }
      finding->fixes.push_back({span, odd.spelt.word, lexicon::Safety::preview});
    }
    // Of what nobody asked to keep to, one remark is enough.
    if (!chosen) return;
  }
}

}  // namespace dsk::rules
