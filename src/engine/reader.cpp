#include "engine/reader.hpp"

#include <algorithm>
#include <iterator>

#include "shortcuts.hpp"

namespace dsk {

std::vector<bool> sets_of_acts(const lexicon::Language& language) {
  std::vector<bool> out(language.layers().back().sets);
  for (const lexicon::LanguageAct& act : language.acts())
    for (const auto sets : {act.phrases, act.unless})
      for (const lexicon::SetId set : sets) out[set] = true;
  return out;
}

void Reader::drop_foreign(Message& message) const {
  message.foreign_paragraphs =
      dsk::drop_foreign(message.reading, language.stop_words(), knows_word());
}

bool Reader::has_foreign(const Reading& reading) const {
  return dsk::has_foreign(reading, language.stop_words(), knows_word());
}

KnowsWord Reader::knows_word() const {
  if (!speller) return {};
  return [this](std::string_view word) { return speller->knows(word); };
}

void Reader::read_acts(Message& message, std::size_t at_once) const {
  const Reading& reading = message.reading;
  const std::size_t sentences = reading.sentences.size();
  if (!shortcuts || sentences <= at_once) {
    message.hits = match::find(reading, language.layers());
    message.acts = find_acts(reading, message.hits, language);
    return;
  }
  // Neither a phrase nor what an act rules out or implies reaches beyond its sentence.
  const std::vector<bool> for_acts = sets_of_acts(language);
  std::vector<match::Hit> hits;
  std::vector<ActHit> acts;
  for (std::size_t first = 0; first < sentences; first += at_once) {
    const match::Hits found = match::find(reading, language.layers(), first, first + at_once);
    std::copy_if(found.all().begin(), found.all().end(), std::back_inserter(hits),
                 [&](const match::Hit& hit) { return !for_acts[hit.set]; });
    const Acts done = find_acts(reading, found, language);
    acts.insert(acts.end(), done.all().begin(), done.all().end());
  }
  message.acts = Acts(std::move(acts), language);
  message.hits = match::Hits(match::Grouped<match::Hit>(
      std::move(hits), language.layers().back().sets, match::Overlaps::keep));
}

Facts Reader::facts(const Message& message) const {
  Facts facts{language, message};
  facts.speller = speller;
  facts.own_words = &own_words;
  return facts;
}

std::unique_ptr<Message> Reader::read(mail::Document document) const {
  auto message = std::make_unique<Message>();
  message->document = std::move(document);
  message->reading = read_own(message->document, language.abbreviations());
  drop_foreign(*message);
  read_acts(*message);
  return message;
}

}  // namespace dsk
