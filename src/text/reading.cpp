#include "text/reading.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "utf8.hpp"


namespace dsk {
namespace {


bool blank(std::string_view line) {
  return std::all_of(line.begin(), line.end(),
                     [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
}

// "- item", "* item", "1. item", "2) item", "a) item": where the item's own text begins, else 0.
std::uint32_t list_marker(std::string_view line) {
  std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos) return 0;
  const std::string_view rest = line.substr(at);
  const bool letter = ascii::is_alpha(rest[0]);
  if (letter && rest.substr(1, 1) != ")") return 0;  // the usual case
  for (const std::string_view bullet : {"- ", "* ", "+ ", "\u2022 ", "\u2013 ", "\u00b7 "})
    if (rest.size() > bullet.size() && rest.substr(0, bullet.size()) == bullet)
      return static_cast<std::uint32_t>(at + bullet.size());
  std::size_t digits = 0;
  while (digits < rest.size() && digits < 3 && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
  if (digits == 0 && !rest.empty() && (rest[0] | 0x20) >= 'a' && (rest[0] | 0x20) <= 'h' &&
      rest.size() > 1 && rest[1] == ')')
    digits = 1;
  if (digits > 0 && digits + 1 < rest.size() && (rest[digits] == '.' || rest[digits] == ')') &&
      rest[digits + 1] == ' ')
    return static_cast<std::uint32_t>(at + digits + 2);
  return 0;
}

bool begins_upper(std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos) return false;
  const char32_t point = utf8::decode(line, at).point;
  return utf8::is_upper(point) || (point >= '0' && point <= '9');
}

class Reader {
 public:
  Reader(const mail::Document& document, const Abbreviations& abbreviations, Reading& reading)
      : document_(document), abbreviations_(abbreviations), reading_(reading) {}

  // A paragraph is a run of lines that wrapping explains; each becomes sentences.
  void read_zone(const mail::Zone& zone) {
    ++reading_.paragraphs;
    read_lines(zone);
  }

 private:
  void read_lines(const mail::Zone& zone) {
    const std::string_view text = reading_.text;
    find_lines(zone.span);
    Span run{zone.span.begin, zone.span.begin};
    bool item = zone.kind == mail::ZoneKind::list, open = false;
    Span previous;
    for (const Span line : lines_) {
      const std::string_view content = line.of(text);
      if (blank(content)) {
        if (open) read_run(run, zone.kind, item);
        if (open) ++reading_.paragraphs;
        open = false;
        continue;
      }
      const std::uint32_t marker = list_marker(content);
      if (open && (marker > 0 || hard_break(previous, line))) {
        read_run(run, zone.kind, item);
        open = false;
      }
      if (!open) {
        run = {line.begin + marker, line.end};
        item = marker > 0 || zone.kind == mail::ZoneKind::list;
        open = true;
      }
      run.end = line.end;
      previous = line;
    }
    if (open) read_run(run, zone.kind, item);
  }

  // Those of a zone, and how wide the widest is.
  void find_lines(Span zone) {
    const std::string_view text = reading_.text;
    lines_.clear();
    widest_ = 0;
    for (std::uint32_t begin = zone.begin; begin < zone.end;) {
      const std::size_t end = std::min<std::size_t>(text.find('\n', begin), zone.end);
      auto stop = static_cast<std::uint32_t>(end);
      const std::uint32_t next = stop + 1;
      if (stop > begin && text[stop - 1] == '\r') --stop;
      lines_.push_back({begin, stop});
      widest_ = std::max(widest_, stop - begin);
      begin = next;
    }
  }

  // Would the next line's first word have fitted? Then the writer broke the line on purpose.
  bool hard_break(Span previous, Span next) const {
    const std::string_view before = previous.of(reading_.text), after = next.of(reading_.text);
    if (!begins_upper(after)) return false;
    const std::size_t first_word = after.find(' ');
    const std::size_t need = first_word == std::string_view::npos ? after.size() : first_word;
    const std::size_t last = before.find_last_not_of(" \t\r");
    if (last != std::string_view::npos && before[last] == ',' && previous.size() <= 40) return true;
    return previous.size() + 1 + need + 8 < widest_ || (widest_ < 50 && previous.size() < 40);
  }

  void read_run(Span run, mail::ZoneKind zone, bool item) {
    const std::size_t first = reading_.words.size();
    tokenise(reading_.text, run, document_.inlines, reading_.words);
    cut(static_cast<std::uint32_t>(first), item ? mail::ZoneKind::list : zone);
  }

  // Sentences of the words from `first` on.
  void cut(std::uint32_t first, mail::ZoneKind zone) {
    const std::uint32_t end = static_cast<std::uint32_t>(reading_.words.size());
    std::uint32_t begin = first;
    for (std::uint32_t at = first; at < end; ++at) {
      const Word& word = reading_.words[at];
      if (!ends(word.mark)) continue;
      // The marks that follow belong to it: "?!", ".)", a closing quote.
      std::uint32_t last = at + 1;
      while (last < end && reading_.words[last].glued &&
             reading_.words[last].kind == WordKind::punctuation &&
             closes(reading_.words[last].mark))
        ++last;
      if (last < end && !starts_sentence(last, word.mark, first, at)) continue;
      add(begin, last, zone);
      begin = last;
      at = last - 1;
    }
    if (begin < end) add(begin, end, zone);
  }

  static bool ends(char mark) {
    return (mark == '.') | (mark == '?') | (mark == '!') | (mark == '~');
  }
  static bool closes(char mark) {
    return mark == '.' || mark == '?' || mark == '!' || mark == ')' || mark == '"' ||
           mark == '\'' || mark == '~' || mark == ']';
  }

  // "Order no. 88231", "serial no. PL0098231", and not "I said no. 5 of them …".
  bool is_number_sign(const Word& word) const {
    const std::string_view text = reading_.of(word);
    return text == "no" || text == "No" || text == "nr" || text == "Nr";
  }
  bool looks_like_number(const Word& word) const {
    const std::string_view text = reading_.of(word);
    return std::count_if(text.begin(), text.end(), ascii::is_digit) > 2;
  }

  // After the mark at `at`, in a run whose words begin at `first`?
  bool starts_sentence(std::uint32_t next, char mark, std::uint32_t first, std::uint32_t at) const {
    const Word& word = reading_.words[next];
    if (word.glued) return false;  // "example.com", "v1.2", "a.m."
    if (mark == '?' || mark == '!') return true;
    const char32_t point = utf8::decode(reading_.text, word.span.begin).point;
    if (utf8::is_letter(point) && !utf8::is_upper(point) && mark == '~') return false;
    if (mark == '.' && at > first) {
      const Word& before = reading_.words[at - 1];
      if (before.kind == WordKind::word && is_among(abbreviations_, before.hash)) return false;
      if (is_number_sign(before) && looks_like_number(word)) return false;
      // The last letter of "p.m.", "i.e." or "U.S.", with the sentence going on after it.
      if (before.kind == WordKind::word && before.span.size() == 1 && before.glued &&
          utf8::is_letter(point) && !utf8::is_upper(point))
        return false;
      // A single capital is an initial: "J. Smith".
      if (before.kind == WordKind::word && before.span.size() == 1 &&
          before.letter_case == LetterCase::upper && before.hash != kHashOfI)
        return false;
    }
    return true;
  }

  void add(std::uint32_t first, std::uint32_t last, mail::ZoneKind zone) {
    std::uint32_t proper = 0, count = 0;
    for (std::uint32_t at = first; at < last; ++at) {
      const Word& word = reading_.words[at];
      const bool is_proper = word.kind != WordKind::punctuation;
      proper += is_proper;
      count += is_proper && !word.glued;
    }
    if (proper == 0) return;
    reading_.word_count += count;
    Sentence sentence;
    sentence.first = first;
    sentence.last = last;
    sentence.span = reading_.span_of(first, last);
    sentence.paragraph = reading_.paragraphs;
    sentence.zone = zone;
    for (std::uint32_t at = last; at > first; --at) {
      const Word& word = reading_.words[at - 1];
      if (word.kind != WordKind::punctuation) break;
      if (word.mark == '?') sentence.ending = Ending::question;
      if (sentence.ending == Ending::question) continue;
      if (word.mark == '!') sentence.ending = Ending::exclamation;
      if (word.mark == ':' && sentence.ending == Ending::none) sentence.ending = Ending::colon;
      if ((word.mark == '.' || word.mark == '~') && sentence.ending == Ending::none)
        sentence.ending = Ending::stop;
    }
    reading_.sentences.push_back(sentence);
  }

  static constexpr std::uint64_t kHashOfI = hash_byte(kHashSeed, 'i');

  const mail::Document& document_;
  const Abbreviations& abbreviations_;
  Reading& reading_;
  std::vector<Span> lines_;  // of the zone that is read
  std::uint32_t widest_ = 0;
};

}  // namespace

Reading read_own(const mail::Document& document, const Abbreviations& abbreviations) {
  Reading reading;
  reading.text = document.text();
  reading.words.reserve(reading.text.size() / 5);
  Reader reader(document, abbreviations, reading);
  for (const mail::Zone& zone : document.zones)
    if (mail::is_own(zone.kind)) reader.read_zone(zone);
  return reading;
}

void read_zone(const mail::Document& document, const mail::Zone& zone,
               const Abbreviations& abbreviations, Reading& reading) {
  Reader(document, abbreviations, reading).read_zone(zone);
}

}  // namespace dsk
