// Whose words each line of a text is.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "mail/bytes.hpp"
#include "mail/document.hpp"
#include "mail/html.hpp"

namespace dsk::mail {

// A line of the text: [begin, end) without its '\n'. `content` is where the words begin, after
// quote marks and blanks; `depth` counts the quote marks.
struct Line {
  // What stands somewhere in the line, so that most questions about it cost nothing.
  enum Holds : std::uint16_t {
    kGap = 4,       // three blanks together; the bits below it are of their count
    kRule = 8,      // - _ = ~ #
    kColon = 16,    // : or, perhaps, a wide one
    kHigh = 32,     // bytes beyond ASCII
    kAddress = 64,  // @ < >
    kDigit = 128,
    kCode = 256,  // ; { } ( ) = [ ] $ ` \ & % "
    kSlash = 512,
    kCell = 1024,  // | or a tab
    kDot = 2048,
  };

  std::uint32_t begin = 0;
  std::uint32_t content = 0;
  std::uint32_t end = 0;
  std::uint16_t holds = 0;
  std::uint8_t depth = 0;
  bool blank = false;
  bool decided = false;
  bool marked = false;  // a quote by its own mark: '>', or the markup
  bool named = false;   // with a name before the mark
  ZoneKind kind = ZoneKind::body;

  std::string_view words(std::string_view text) const {
    return text.substr(content, end - content);
  }
  // Still nobody's. Once find_marked has gone by it has words: a mark alone is a quote.
  bool open() const { return !blank && !decided; }
};

// What is asked about the words of one line, whatever stands around it.
enum class Question : std::uint8_t {
  prose,
  name,
  contact,
  closing,
  device_footer,
  list_footer,
  separator,
  attribution,
  field,
  technical,
  cells,
  // Of the paragraph that begins with it: in how many lines, and the answer.
  legal_lines,
  legal,
  kQuestions,
};

// Those that were given already: nobody works one out twice.
class Answers {
 public:
  Answers() { known_.fill(-1); }
  // 0 or more; -1 where it was not asked yet.
  std::int8_t& operator[](Question what) { return known_[static_cast<std::size_t>(what)]; }
  void forget_paragraph() { (*this)[Question::legal_lines] = -1; }

 private:
  std::array<std::int8_t, static_cast<std::size_t>(Question::kQuestions)> known_;
};

inline constexpr std::size_t kLongestLooked = 400;  // the start of a line tells what it is

struct Lines {
  std::string_view text;
  std::vector<Line> list;
  std::vector<Answers> answers;  // by line

  std::size_t size() const { return list.size(); }
  Line& operator[](std::size_t at) { return list[at]; }
  const Line& operator[](std::size_t at) const { return list[at]; }
  std::string_view words(std::size_t at) const { return list[at].words(text); }
  std::string_view start(std::size_t at) const { return trim(words(at).substr(0, kLongestLooked)); }
  std::size_t indent(std::size_t at) const { return list[at].content - list[at].begin; }

  // The answer of `work`, which is given the line's words, from 0 to 127.
  template <class Work>
  int ask(std::size_t at, Question what, Work work) {
    std::int8_t& known = answers[at][what];
    if (known < 0) known = static_cast<std::int8_t>(work(words(at)));
    return known;
  }

  void decide(std::size_t at, ZoneKind kind, std::uint8_t depth = 0) {
    Line& line = list[at];
    if (!line.open()) return;
    line.decided = true;
    line.kind = kind;
    if (depth > line.depth) line.depth = depth;
  }
  // Another's, by what stands above or around it rather than by a '>' of its own.
  bool is_quoted_below(std::size_t at) const {
    const Line& line = list[at];
    return line.decided && (line.kind == ZoneKind::quote || line.kind == ZoneKind::forwarded) &&
           text[line.begin] != '>';
  }
  // The author's after all; but a mark alone is nobody's answer.
  void give_back(Line& line) {
    if (line.content == line.end) return;
    line.decided = line.marked = false;
    line.depth = 0;
  }
  // The next line at or after `at` that is not blank; size() where there is none.
  std::size_t next_words(std::size_t at) const {
    while (at < list.size() && list[at].blank) ++at;
    return at;
  }
};

Lines split_lines(std::string_view text);
// Appends those of [begin, end), which covers whole lines.
void split_lines(std::string_view text, std::size_t begin, std::size_t end, std::vector<Line>& out);

// The steps, in this order. Each decides lines that are still open.
void find_fences(Lines& lines);                // ``` ... ```
void find_frames(Lines& lines);                // -----BEGIN X----- ... -----END X-----
void find_marked(Lines& lines);                // quotes with a mark on each line
void find_quotes(Lines& lines, bool forward);  // attributions, reply headers, what follows them
// What the author wrote into them: behind a mark, or in a colour.
void find_tagged(Lines& lines);
void find_answers(Lines& lines, const std::vector<Tint>& tints);
void find_notices(Lines& lines);    // what ticket systems put below a reply
void find_chats(Lines& lines);      // conversations that were pasted
void find_endings(Lines& lines);    // signatures, disclaimers, footers
void find_technical(Lines& lines);  // code and logs
void find_tables(Lines& lines);
void find_blocks(Lines& lines);     // what was pasted together with them
void find_pasted(Lines& lines);     // what machines printed
void find_prose(Lines& lines);      // lists, headings, body: what is left

// Where the words begin of a quoted mail that has its attribution, or its header, on top.
std::size_t words_below_header(std::string_view text);

// Decided, and code or a log.
bool is_technical(const Line& line);
bool is_bullet(std::string_view words);
// A line of marks alone ("-----", "***"): no word of anybody's.
bool is_rule(std::string_view words);

struct ZoneOptions {
  bool forward = false;  // the subject says that the mail is forwarded
};
// `marks` is what is known already: from markup, or from the client; `tints` how it looks.
std::vector<Zone> find_zones(Lines& lines, const std::vector<Mark>& marks,
                             const std::vector<Tint>& tints, const ZoneOptions& options);

// Stretches in the own zones that are not prose.
std::vector<Inline> find_inlines(std::string_view text, const std::vector<Zone>& zones);
// Appends those of one of them. It looks no farther than 64 bytes around it.
void scan_inlines(std::string_view text, Span zone, std::vector<Inline>& out);
// What the markup says, `known`, goes before what was `found`.
std::vector<Inline> merge_inlines(std::vector<Inline> found, const std::vector<Inline>& known,
                                  const std::vector<Zone>& zones);

}  // namespace dsk::mail
