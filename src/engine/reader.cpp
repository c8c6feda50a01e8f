#include "engine/reader.hpp"

#include "text/foreign.hpp"

namespace dsk {

std::unique_ptr<Message> Reader::read_sentences(mail::Document document) const {
  auto message = std::make_unique<Message>();
  message->document = std::move(document);
  message->reading = read_own(message->document, language.abbreviations());
  message->foreign_paragraphs = drop_foreign(
      message->reading, language.stop_words(),
      speller ? KnowsWord([&](std::string_view word) { return speller->knows(word); })
              : KnowsWord());
  return message;
}

void Reader::read_acts(Message& message) const {
  message.hits = match::find(message.reading, language.layers());
  message.acts = find_acts(message.reading, message.hits, language);
}

std::unique_ptr<Message> Reader::read(mail::Document document) const {
  std::unique_ptr<Message> message = read_sentences(std::move(document));
  read_acts(*message);
  return message;
}

}  // namespace dsk
