// What machines printed, told by the words of a stretch of lines together: below a colon, around
// lines that are known as code or a log, or because hardly a word in it is of a language.
#include <algorithm>

#include "mail/bytes.hpp"
#include "mail/line_words.hpp"
#include "mail/technical_lines.hpp"
#include "mail/zone_words.hpp"
#include "mail/zones.hpp"

namespace dsk::mail {
namespace {

constexpr std::size_t kLongestStretch = 200;  // lines
constexpr std::size_t kLongestName = 48;      // bytes
// What stands in lines that have a word of a machine's.
constexpr unsigned kMarked = Line::kCode | Line::kRule | Line::kSlash | Line::kGap |
                             Line::kAddress | Line::kDigit | Line::kCell | Line::kColon |
                             Line::kDot;

class PastedFinder {
 public:
  explicit PastedFinder(Lines& lines) : lines_(lines) {}

  void find() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].blank) {
        ++i;
        continue;
      }
      std::size_t end = i;
      bool open = false;
      for (; end < lines_.size() && !lines_[end].blank && (lines_[end].open() || pasted(end));
           ++end)
        open = open || lines_[end].open();
      if (end == i) {
        after_ = After::other;
        ++i;
        continue;
      }
      paragraph(i, end, open);
      i = end;
    }
  }

 private:
  enum class After { other, colon, pasted };
  // What one line says of itself.
  struct Said {
    std::size_t words = 0, machine = 0;
    std::size_t small = 0;
    bool person = false, stops = false;
    bool named = false;  // begins as a sentence does

    bool is_machine() const {
      if (named) return machine * 2 > words;
      return machine * 2 >= words || (machine > 0 && small == 0 && !stops);
    }
    bool is_sentence() const { return stops && words > 2 && machine * 3 < words; }
    bool is_prose() const {
      return is_sentence() || (small > 0 && small >= machine && machine * 2 < words);
    }
  };

  bool pasted(std::size_t i) const {
    return is_technical(lines_[i]) || (lines_[i].decided && lines_[i].kind == ZoneKind::table);
  }

  Said said(std::size_t i) const {
    Said out;
    const std::string_view line = lines_.start(i);
    // Without a mark, and longer than what stands in columns: a person's words.
    if (line.size() > kLongestName && (lines_[i].holds & kMarked & ~Line::kDot) == 0) {
      out.words = out.small = kLongestName / 8;
      out.person = true;
      return out;
    }
    std::size_t blanks = 0, gaps = 0;
    bool wide = false;
    const bool marked = (lines_[i].holds & kMarked) != 0;
    const bool fields = (lines_[i].holds & (Line::kCode | Line::kAddress)) != 0;
    for (std::string_view rest = line; !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find_first_of(" \t"));
      rest.remove_prefix(word.size());
      for (blanks = 0; !rest.empty() && is_space(rest[0]); ++blanks) rest.remove_prefix(1);
      const char next = rest.empty() ? ' ' : rest[0];
      ++out.words;
      // Columns, and what is told as it is done: "Reading lists... Done"
      gaps += blanks > 1 && is_wordish(word.back()) ? 1 : 0;
      const bool gap = !rest.empty() && (blanks > 2 || (blanks > 1 && word.back() == ':'));
      out.machine += (marked && is_machine_word(word)) || gap ? 1 : 0;
      wide = wide || gap;
      if (out.words == 1) {
        const std::string_view name = word.substr(0, word.size() - (word.back() == ':' ? 1 : 0));
        out.named = is_upper(word[0]) && has_only(name.substr(1), is_lower);
      }
      if (ends(word, "...") && !rest.empty() && rest.find(' ') == rest.npos)
        out.machine += out.words;
      out.small += word.size() < 8 && is_small_word(word) ? 1 : 0;
      std::string_view bare = word;
      while (!bare.empty() && !is_wordish(bare.back())) bare.remove_suffix(1);
      const bool short_form = bare.size() > 1 ? is_upper(bare[1]) : !is_wordish(next);
      out.person = out.person || (!short_form && is_person_word(bare)) ||
                   (fields && !is_wordish(word[0]) && word.find('@') == word.npos &&
                    is_template_field(word));
    }
    out.named = out.named && !wide;
    const char last = last_of(line);
    out.machine += last == ';' ? 1 : 0;
    out.machine += gaps > 2 && out.small == 0 ? out.words : 0;
    out.stops = last == ',' || last == '?' || (last == '!' && is_wordish(line[0])) ||
                (last == '.' && !ends(line, ".."));
    if (is_bullet(line) && (out.small > 0 || out.machine * 2 + 1 < out.words)) out.person = true;
    return out;
  }

  // Lines of one paragraph, in stretches that begin below those of the author's that end in a
  // colon.
  void paragraph(std::size_t begin, std::size_t end, bool open) {
    if (!open) {
      after_ = After::pasted;
      return;
    }
    if (after_ == After::colon && std::any_of(lines_.list.begin() + std::ptrdiff_t(begin),
                                              lines_.list.begin() + std::ptrdiff_t(end),
                                              [&](const Line& line) { return fails(line); }))
      return take(begin, end, end);
    const bool prompt = pasted(begin) && shows_prompt(lines_.start(begin), lines_[begin].holds);
    for (std::size_t i = begin; i < end;) {
      std::size_t stop = i;
      bool colon = false;
      for (; stop < end && stop < i + kLongestStretch && !colon; ++stop)
        colon = lines_[stop].open() && introduces(stop, prompt);
      stretch(i, colon ? stop - 1 : stop, stop == end || colon);
      if (colon) {
        after_ = After::colon;
        told_ = holds_whole(output_words(), lines_.start(stop - 1));
      }
      i = stop;
    }
  }

  // "fatal: Authentication failed": how tools tell what went wrong, whatever they say around it.
  bool fails(const Line& line) const {
    if (!line.open() || !(line.holds & Line::kColon)) return false;
    const std::string_view words = line.words(lines_.text);
    return words.substr(0, 7) == "error: " || words.substr(0, 7) == "fatal: " ||
           words.substr(0, 8) == "remote: ";
  }

  // A tool's own lines may end so below its prompt.
  bool introduces(std::size_t i, bool printed) const {
    const std::string_view line = lines_.start(i);
    if (last_of(line) != ':' && !ends(line, "\xEF\xBC\x9A")) return false;
    const Said all = said(i);
    const bool the = starts(line, "the ");
    return all.words > 2 && (all.person || ((all.small > 0 || the) && !printed)) &&
           all.machine * 4 < all.words;
  }

  void stretch(std::size_t begin, std::size_t end, bool whole) {
    const After after = after_;
    after_ = After::other;
    // With nothing above that says so, it begins with a line that is known, or each has a mark.
    std::size_t first = begin;
    while (after == After::other && first < end && !pasted(first)) ++first;
    if (first == end) first = begin;
    if (first == end || (after == After::other && !may_be_printed(first, end))) return;
    // Below a prompt, or where an error or a log is said to follow, sentences are the tool's, up to
    // a line that is none.
    const bool told = after == After::colon && told_;
    const bool prompt =
        told || (pasted(first) && shows_prompt(lines_.start(first), lines_[first].holds));
    Weight weight, sum;  // up to the last line that only machines print, and beyond
    std::size_t last = first, i = first;
    Said line;
    for (std::size_t run = 0; i < end; ++i) {
      ++sum.lines;
      if (pasted(i) || is_labelled_again(i, begin, end)) {
        ++sum.known;
        run = 0;
      } else {
        line = said(i);
        if (after == After::other && sum.known == 0 && !line.is_machine()) return;
        const bool set_in = line.words < 7 && !line.stops && is_set_in(i, first);
        const bool setting = line.words < 5 && is_setting(i);
        const bool prose = !setting && !set_in && line.is_prose();
        run = prose ? run + 1 : 0;
        // A person's words end it, and so does a sentence over two lines.
        if ((line.person && line.machine * 2 < line.words) || (run == 2 && !prompt)) break;
        sum.settings += setting ? 1 : 0;
        sum.machine += !setting && (line.is_machine() || set_in) ? 1 : 0;
        sum.prose += prose ? 1 : 0;
        sum.words += line.words;
        sum.coded += line.machine;
        if (line.machine == 0 || line.person || (prompt ? line.is_sentence() : prose)) continue;
      }
      if (told && last > first && !is_printed(sum, after, pasted(first), prompt)) continue;
      last = i + 1;
      weight = sum;
    }
    if (last == first) {
      if (after == After::colon && whole && i == end && end - begin == 1 && is_title(begin, line))
        take(begin, end, end);
      return;
    }
    if (!is_printed(weight, after, pasted(first), prompt)) return;
    // What goes on below: lines with names in them that are no sentence, and one without.
    if (weight.known + weight.coded > 1)
      while (last < end && whole && goes_on(last, last + 1 == end)) ++last;
    take(first, last, end);
  }

  bool goes_on(std::size_t i, bool last) const {
    const Said line = said(i);
    if (line.stops || line.person || last_of(lines_.start(i)) == ':') return false;
    return (line.machine > 1 && line.words < 16) ||
           (last && line.small == 0 && line.words < (line.named ? 6 : 10));
  }

  bool may_be_printed(std::size_t begin, std::size_t end) const {
    constexpr unsigned kSure = kMarked & ~(Line::kColon | Line::kDot);
    if (pasted(begin)) return true;
    if (end - begin < 2) return false;
    for (std::size_t i = begin; i < end; ++i)
      if ((lines_[i].holds & kSure) == 0) return false;
    return true;
  }

  // How many lines are known, look like a machine's, like settings, like prose.
  struct Weight {
    std::size_t lines = 0, known = 0, machine = 0, settings = 0, prose = 0;
    std::size_t words = 0, coded = 0;
  };
  static bool is_printed(const Weight& of, After after, bool led, bool prompt) {
    const std::size_t machine =
        of.known + of.machine + (of.coded > 0 && of.settings > 1 ? of.settings : 0);
    if (of.lines == 0 || of.prose * (prompt ? 2 : 3) > of.lines) return false;
    if (machine * (led ? 3 : 2) < of.lines) return false;
    if (of.known > 0) return true;
    if (of.lines == 1)
      return after == After::colon ? of.coded * 2 >= of.words || (of.coded > 1 && of.machine > 0)
                                   : of.coded * 4 >= of.words * 3;
    if (after == After::colon) return true;
    if (after == After::pasted) return of.prose * 4 <= of.lines;
    return of.prose == 0 && machine == of.lines && of.coded * 2 >= of.words;
  }

  void take(std::size_t begin, std::size_t stop, std::size_t end) {
    for (std::size_t i = begin; i < stop; ++i) lines_.decide(i, ZoneKind::log);
    if (stop == end) after_ = After::pasted;
  }

  // "hint: not have locally" next to "hint: Updates were rejected".
  bool is_labelled_again(std::size_t i, std::size_t begin, std::size_t end) const {
    if (!(lines_[i].holds & Line::kColon)) return false;
    const auto again = [&](std::size_t k) {
      return lines_[k].end - lines_[k].content == lines_[i].end - lines_[i].content &&
             lines_.words(k) == lines_.words(i);
    };
    if ((i > begin && again(i - 1)) || (i + 1 < end && again(i + 1))) return true;
    if (!is_lower(lines_.text[lines_[i].content])) return false;
    const std::string_view line = lines_.start(i);
    const std::string_view label = line.substr(0, line.substr(0, 12).find(": ") + 2);
    if (label.size() < 4 || label.size() > 12 || label[label.size() - 2] != ':' ||
        !has_only(label.substr(0, label.size() - 2), is_lower))
      return false;
    return (i > begin && lines_.start(i - 1).substr(0, label.size()) == label) ||
           (i + 1 < end && lines_.start(i + 1).substr(0, label.size()) == label);
  }

  // "Windows IP Configuration", above what was printed.
  bool is_title(std::size_t i, const Said& line) const {
    const std::size_t next = lines_.next_words(i + 1);
    return next < lines_.size() && pasted(next) && !line.stops && !line.person && line.small == 0 &&
           line.words < 6 && last_of(lines_.start(i)) != ':';
  }
  // Settings stand farther right than what they belong to.
  bool is_set_in(std::size_t i, std::size_t begin) const {
    const std::string_view line = lines_.start(i);
    return lines_.indent(i) > lines_.indent(begin) && is_lower(line[0]) &&
           line.find("://") == line.npos;
  }

  // "PasswordAuthentication no"
  bool is_setting(std::size_t i) const {
    const std::string_view line = lines_.start(i);
    const std::string_view key = line.substr(0, line.find(' '));
    return key.size() > 7 && key.size() < line.size() && has_only(key, is_alpha) &&
           std::any_of(key.begin() + 1, key.end(), is_upper) && is_lower(key.back());
  }

  Lines& lines_;
  After after_ = After::other;  // what stands above
  bool told_ = false;           // and says that it was printed
};

}  // namespace

void find_pasted(Lines& lines) { PastedFinder(lines).find(); }

}  // namespace dsk::mail
