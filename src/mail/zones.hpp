// Whose words each line of a text is.
#pragma once

#include <string_view>
#include <vector>

#include "mail/document.hpp"
#include "mail/html.hpp"

namespace dsk::mail {

// A line of the text: [begin, end) without its '\n'. `content` is where the words begin, after
// quote marks and blanks; `depth` counts the quote marks.
struct Line {
  // What stands somewhere in the line, so that most questions about it cost nothing.
  enum Holds : std::uint16_t {
    kRule = 1,     // - _ = ~ #
    kColon = 2,    // : or, perhaps, a wide one
    kHigh = 4,     // bytes beyond ASCII
    kAddress = 8,  // @ < >
    kDigit = 16,
    kCode = 32,  // ; { } ( ) = [ ] $ ` \ & % "
    kSlash = 64,
    kCell = 128,  // | or a tab
    kGap = 256,   // two blanks together
    kDot = 512,
  };

  std::uint32_t begin = 0;
  std::uint32_t content = 0;
  std::uint32_t end = 0;
  std::uint16_t holds = 0;
  std::uint8_t depth = 0;
  bool blank = false;
  bool decided = false;
  bool marked = false;  // a quote by its own mark: '>', or the markup
  ZoneKind kind = ZoneKind::body;

  std::string_view words(std::string_view text) const {
    return text.substr(content, end - content);
  }
  bool open() const { return !blank && !decided; }
};

struct Lines {
  std::string_view text;
  std::vector<Line> list;

  std::size_t size() const { return list.size(); }
  Line& operator[](std::size_t at) { return list[at]; }
  const Line& operator[](std::size_t at) const { return list[at]; }
  std::string_view words(std::size_t at) const { return list[at].words(text); }

  void decide(std::size_t at, ZoneKind kind, std::uint8_t depth = 0) {
    Line& line = list[at];
    if (!line.open()) return;
    line.decided = true;
    line.kind = kind;
    if (depth > line.depth) line.depth = depth;
  }
  // The next line at or after `at` that is not blank; size() where there is none.
  std::size_t next_words(std::size_t at) const {
    while (at < list.size() && list[at].blank) ++at;
    return at;
  }
};

Lines split_lines(std::string_view text);

// The steps, in this order. Each decides lines that are still open.
void find_fences(Lines& lines);                // ``` ... ```
void find_quotes(Lines& lines, bool forward);  // attributions, reply headers, what follows them
void find_endings(Lines& lines);               // signatures, disclaimers, footers
void find_technical(Lines& lines);             // code, logs, tables
void find_prose(Lines& lines);                 // lists, headings, body: what is left

// Where the words begin of a quoted mail that has its attribution, or its header, on top.
std::size_t words_below_header(std::string_view text);

bool is_bullet(std::string_view words);
// A line of marks alone ("-----", "***"): no word of anybody's.
bool is_rule(std::string_view words);

struct ZoneOptions {
  bool forward = false;  // the subject says that the mail is forwarded
};
// `marks` is what is known already: from markup, or from the client.
std::vector<Zone> find_zones(std::string_view text, const std::vector<Mark>& marks,
                             const ZoneOptions& options);

// Stretches in the own zones that are not prose. `known` come from markup.
std::vector<Inline> find_inlines(std::string_view text, const std::vector<Zone>& zones,
                                 const std::vector<Inline>& known);

}  // namespace dsk::mail
