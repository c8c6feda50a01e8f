#include "engine/reader.hpp"

namespace dsk {

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

void Reader::read_acts(Message& message) const {
  message.hits = match::find(message.reading, language.layers());
  message.acts = find_acts(message.reading, message.hits, language);
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
