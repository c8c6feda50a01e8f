// Real support replies: how many words are flagged, and how many injected mistakes are found.
//   support_spelling_eval [--list] [--unfound] [--file sumo] [--part 0|1]
#include <cstdio>
#include <cstring>
#include <iostream>

#include "mail/document.hpp"
#include "spell/letters.hpp"
#include "spell/speller.hpp"
#include "spelling_pairs.hpp"

namespace {

using namespace dsk::spell;

struct Piece {
  std::string_view word;
  bool sentence_start;
};

bool joins(char32_t letter) {
  return is_letter(letter) || is_digit(letter) || is_apostrophe(letter) || letter == U'-' ||
         letter == U'_' || letter == U'.' || letter == U'+' || letter == U'@' || letter == U'#';
}

// Orthographic words of the author's own zones, marks at their edges left out.
std::vector<Piece> words_of(const dsk::mail::Document& mail) {
  std::vector<Piece> pieces;
  const std::string_view text = mail.text();
  for (const auto& zone : mail.zones) {
    if (!dsk::mail::is_own(zone.kind)) continue;
    bool start = true;
    std::size_t at = zone.span.begin;
    while (at < zone.span.end) {
      bool skipped = false;
      for (const auto& item : mail.inlines) {
        if (item.span.begin <= at && at < item.span.end) {
          at = item.span.end;
          skipped = true;
          start = false;
          break;
        }
      }
      if (skipped) continue;
      std::size_t next = at;
      const char32_t letter = next_letter(text, next);
      if (!joins(letter)) {
        if (letter == U'\n' || letter == U'!' || letter == U'?' || letter == U':' ||
            letter == U'"' || letter == U'(' || letter == U'\u201C') {
          start = true;
        }
        at = next;
        continue;
      }
      const std::size_t begin = at;
      while (at < zone.span.end) {
        next = at;
        if (!joins(next_letter(text, next))) break;
        at = next;
      }
      std::string_view word = text.substr(begin, at - begin);
      bool stop = false;
      const std::string_view marks = ".-'_+#";
      while (!word.empty() && marks.find(word.front()) != marks.npos) word.remove_prefix(1);
      while (!word.empty() && marks.find(word.back()) != marks.npos) {
        stop = stop || word.back() == '.';
        word.remove_suffix(1);
      }
      if (!word.empty()) {
        pieces.push_back({word, start});
        start = stop;
      }
    }
  }
  return pieces;
}

bool flagged(Verdict verdict) { return verdict == Verdict::unknown || verdict == Verdict::near; }

}  // namespace

int main(int argc, char** argv) {
  bool list = false;
  bool unfound = false;
  int part = -1;
  std::string name = "sumo";
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--list") == 0) list = true;
    else if (std::strcmp(argv[i], "--unfound") == 0) unfound = true;
    else if (std::strcmp(argv[i], "--file") == 0 && i + 1 < argc) name = argv[++i];
    else if (std::strcmp(argv[i], "--part") == 0 && i + 1 < argc) part = std::atoi(argv[++i]);
  }
  if (eval::data_folder().empty()) {
    std::cout << "skipped: DESKSIDE_DATA names no folder of evaluation data\n";
    return 0;
  }
  const Speller speller(Sources{"en-US", {}, {}, {}});
  const auto rows = eval::read_csv(eval::data_folder() + "/support/" + name + ".csv");
  std::size_t reply = 0, question = 0, title = 0;
  for (std::size_t i = 0; i < rows[0].size(); ++i) {
    if (rows[0][i] == "reply_text" || rows[0][i] == "reply" || rows[0][i] == "answer") reply = i;
    if (rows[0][i] == "question_text" || rows[0][i] == "review" || rows[0][i] == "body") question = i;
    if (rows[0][i] == "question_title" || rows[0][i] == "subject") title = i;
  }
  auto lists = eval::misspellings(0, 1);
  std::vector<eval::Pair> mistakes;
  for (const char* source : {"wikipedia", "hunspell_common_misspellings", "codespell"}) {
    for (const auto& pair : lists[source]) mistakes.push_back(pair);
  }
  std::mt19937 random(7);

  std::size_t words = 0, flags = 0, near = 0, clean = 0, injected = 0, found = 0;
  std::size_t casing = 0, variant = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size()) continue;
    if (part >= 0 && static_cast<int>(i % 2) != part) continue;
    const auto mail = dsk::mail::read_text(rows[i][reply]);
    WordSet known;
    const std::string incoming_text = rows[i][title] + "\n" + rows[i][question];
    const auto incoming = dsk::mail::read_text(incoming_text);
    if (question != 0) {
      for (const Piece& piece : words_of(incoming)) known.add(piece.word);
    }
    Context context;
    context.known = &known;
    const auto pieces = words_of(mail);
    std::size_t here = 0;
    // Whom the greeting greets, and lines in another language, are the engine's to know.
    bool greeting = false;
    for (std::size_t p = 0; p < pieces.size() && p < 4; ++p) {
      if (greeting) known.add(pieces[p].word);
      const std::string small = lower(pieces[p].word);
      greeting = greeting || small == "hi" || small == "hello" || small == "hey" || small == "dear";
    }
    std::size_t line_words = 0;
    std::size_t line_known = 0;
    const char* line_begin = nullptr;
    for (const Piece& piece : pieces) {
      ++words;
      const std::string_view text_here = mail.text();
      const std::size_t offset = static_cast<std::size_t>(piece.word.data() - text_here.data());
      const std::size_t line_at = text_here.rfind('\n', offset);
      const char* begin = text_here.data() + (line_at == text_here.npos ? 0 : line_at + 1);
      if (begin != line_begin) {
        line_begin = begin;
        line_words = 0;
        line_known = 0;
        const std::size_t line_end = std::min(text_here.find('\n', offset), text_here.size());
        for (const Piece& other : pieces) {
          if (other.word.data() < begin || other.word.data() >= text_here.data() + line_end) continue;
          ++line_words;
          if (speller.knows(other.word) || speller.knows_term(other.word)) ++line_known;
        }
      }
      if (line_words > 3 && 2 * line_known < line_words) continue;
      context.sentence_start = piece.sentence_start;
      const Judgement judgement = speller.judge(piece.word, context);
      if (judgement.verdict == Verdict::casing) ++casing;
      if (judgement.verdict == Verdict::variant) ++variant;
      if (!flagged(judgement.verdict)) continue;
      ++here;
      if (judgement.verdict == Verdict::near) ++near;
      if (list) {
        const std::string_view text = mail.text();
        const std::size_t at = static_cast<std::size_t>(piece.word.data() - text.data());
        const std::size_t from = at > 40 ? at - 40 : 0;
        std::string around(text.substr(from, at - from + piece.word.size() + 30));
        std::replace(around.begin(), around.end(), '\n', ' ');
        std::printf("%s\t%s\t%s\t%s\n", std::string(piece.word).c_str(),
                    judgement.verdict == Verdict::near ? "near" : "unknown",
                    judgement.better.c_str(), around.c_str());
      }
    }
    flags += here;
    if (here != 0 || pieces.size() < 20) continue;
    ++clean;
    if (injected == 500) continue;
    // One word of a clean reply becomes a real mistake, in the same place and capitals.
    const eval::Pair& mistake = mistakes[random() % mistakes.size()];
    const Piece& victim = pieces[random() % pieces.size()];
    ++injected;
    const std::string typed = with_capitals_of(mistake.typed, victim.sentence_start ? "The" : "the");
    context.sentence_start = victim.sentence_start;
    const Verdict verdict = speller.judge(typed, context).verdict;
    if (verdict != Verdict::fine) ++found;
    else if (unfound) std::printf("UNFOUND %s (%s)\n", typed.c_str(), mistake.meant.front().c_str());
  }
  const double rate = 100.0 * static_cast<double>(flags) / static_cast<double>(words);
  const double share = injected == 0 ? 0 : static_cast<double>(found) / static_cast<double>(injected);
  std::printf("%s: %zu words, %zu flagged (%.3f per 100), %zu with one near word, %zu casing, %zu "
              "variant; %zu clean replies, %zu of %zu injected mistakes found (%.3f)\n",
              name.c_str(), words, flags, rate, near, casing, variant, clean, found, injected, share);
  return rate <= 0.35 && share >= 0.97 ? 0 : 1;
}
