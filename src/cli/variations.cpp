// The examples in other clothes. Each variation pins a complaint that is common about spell and
// style checkers: they judge quotes, and they lose their place in HTML, CRLF or emoji.
#include <algorithm>
#include <cctype>
#include <functional>
#include <optional>

#include "contract.hpp"

namespace dsk::cli {
namespace {

constexpr const char* carrier = "The figures are below.\n\n";
// Sentences that say nothing, to fill a line up with.
constexpr std::string_view fillers[] = {"It is at this. ", "That was for us. ", "We do all of it. ",
                                        "You can have one. "};

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

std::string escaped(const std::string& text) {
  std::string html = replaced(replaced(replaced(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
  return replaced(replaced(std::move(html), "\n\n", "</p><p>"), "\n", "<br>");
}

std::string with_prefix(const std::string& text, const std::string& prefix) {
  return prefix + replaced(text, "\n", "\n" + prefix);
}

bool has_letters(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

// "as-I-already-said": the marked words as a path would have them.
std::string slug(const std::string& words) {
  std::string out;
  for (const char c : words)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  return out;
}

// Places where the words are not the author's own.
struct Elsewhere {
  const char* name;
  const char* part;
  std::function<std::string(const Example&)> make;
};

const std::vector<Elsewhere>& elsewhere() {
  static const std::vector<Elsewhere> all = {
      {"inside a > quote", "text",
       [](const Example& e) { return carrier + with_prefix(e.text(), "> ") + "\n"; }},
      {"inside an HTML blockquote", "html",
       [](const Example& e) {
         return "<p>The figures are below.</p><blockquote type=\"cite\"><p>" + escaped(e.text()) +
                "</p></blockquote>";
       }},
      {"below the signature mark", "text",
       [](const Example& e) { return std::string(carrier) + "-- \n" + e.text() + "\n"; }},
      {"in a code fence", "text",
       [](const Example& e) { return std::string(carrier) + "```\n" + e.text() + "\n```\n"; }},
      {"in a URL", "text",
       [](const Example& e) {
         return "The page is https://example.com/" + slug(e.marked) + " on our site.\n";
       }},
  };
  return all;
}

// The same words, written otherwise; nothing where the example has nothing to change.
struct Otherwise {
  const char* name;
  bool moves_lines;  // what stands before the words, or where their line ends, changes
  std::function<std::optional<Example>(Example)> make;
};

const std::vector<Otherwise>& otherwise() {
  static const std::vector<Otherwise> all = {
      {"with an emoji before it", true,
       [](Example e) -> std::optional<Example> {
         e.before = "\xF0\x9F\x99\x82 " + e.before;
         return e;
       }},
      {"with CRLF line ends", false,
       [](Example e) -> std::optional<Example> {
         for (std::string* piece : {&e.before, &e.marked, &e.after})
           *piece = replaced(*piece, "\n", "\r\n");
         e.after += "\r\n";
         return e;
       }},
      {"with curly quotes", false,
       [](Example e) -> std::optional<Example> {
         if (e.text().find('\'') == std::string::npos) return std::nullopt;
         for (std::string* piece : {&e.before, &e.marked, &e.after})
           *piece = replaced(*piece, "'", "\xE2\x80\x99");
         return e;
       }},
      {"with no-break spaces", false,
       [](Example e) -> std::optional<Example> {
         if (e.marked.find(' ') == std::string::npos) return std::nullopt;
         e.marked = replaced(e.marked, " ", "\xC2\xA0");
         return e;
       }},
      {"wrapped at 72 columns", true,
       [](Example e) -> std::optional<Example> {
         const std::size_t space = e.marked.rfind(' ');
         if (space == std::string::npos) return std::nullopt;
         e.marked[space] = '\n';
         // A line that breaks long before its end was ended by hand: fill it up.
         const std::size_t line = e.before.rfind('\n') + 1;  // npos + 1 is the start
         std::size_t column = e.before.size() - line + space;
         for (const std::string_view filler : fillers) {
           if (column + filler.size() > 72) break;
           column += filler.size();
           e.before.insert(line, filler);
         }
         return e;
       }},
  };
  return all;
}

std::vector<std::string> texts_found(const deskside::report& report, std::string_view id) {
  std::vector<std::string> found;
  for (const deskside::finding finding : report)
    if (finding.rule().id() == id) found.emplace_back(finding.text());
  return found;
}

class Variations {
 public:
  Variations(const deskside::engine& engine, const deskside::rule& rule, const Example& example,
             Tally& tally)
      : engine_(engine), id_(rule.id()), example_(example), tally_(tally) {}

  void elsewhere_it_is_silent() {
    for (const Elsewhere& place : elsewhere()) {
      if (std::string_view(place.name) == "in a URL" && !has_letters(example_.marked)) continue;
      ++tally_.variations;
      const std::string text = place.make(example_);
      if (!texts_found(engine_.check(mail_of(example_, place.part, text)), id_).empty())
        breach(place.name, "it should be silent");
    }
  }

  void otherwise_it_fires() {
    // A greeting and a sign-off are lines of their own: filled up or broken they are none.
    const bool is_line = stands_in_a_line();
    for (const Otherwise& form : otherwise()) {
      const std::optional<Example> made = form.make(example_);
      // A rule about marks and spaces is about exactly these marks and spaces.
      if (!made || (made->marked != example_.marked && !has_letters(example_.marked)) ||
          (form.moves_lines && is_line))
        continue;
      ++tally_.variations;
      const deskside::report report = engine_.check(mail_of(*made, "text", made->text()));
      std::size_t found = 0;
      bool there = false;
      for (const deskside::finding finding : report) {
        if (finding.rule().id() != id_) continue;
        ++found;
        there = there || is_at(finding, *made);
      }
      if (found != 1)
        breach(form.name,
               "it should be found once; it is found " + std::to_string(found) + " times");
      else if (!there)
        breach(form.name, "the place is wrong");
    }
  }

  void in_bold_it_fires() {
    if (!has_letters(example_.marked) || example_.text().find("```") != std::string::npos ||
        example_.marked.find('\n') != std::string::npos)
      return;
    ++tally_.variations;
    const std::string html = "<p>" + escaped(example_.before) + "<b>" + escaped(example_.marked) +
                             "</b>" + escaped(example_.after) + "</p>";
    const deskside::report report = engine_.check(mail_of(example_, "html", html));
    const std::vector<std::string> found = texts_found(report, id_);
    constexpr const char* masked = "••••";  // a secret
    if (found.size() != 1)
      breach("in <b>",
             "it should be found once; it is found " + std::to_string(found.size()) + " times");
    else if (found.front() != example_.marked && found.front() != masked)
      breach("in <b>", "it is found at “" + found.front() + "”");
  }

 private:
  bool stands_in_a_line() const {
    const deskside::report report = engine_.check(mail_of(example_, "text", example_.text()));
    for (const deskside::fact zone : report.facts("zone"))
      if (zone.begin() <= example_.before.size() && example_.before.size() < zone.end() &&
          (zone.name() == "greeting" || zone.name() == "sign-off"))
        return true;
    for (const deskside::fact act : report.facts("act"))
      if (act.name() == "greeting" && act.begin() == 0) return true;
    return false;
  }

  // A rule that marks the whole sentence marks the emoji that begins it too.
  bool is_at(const deskside::finding& finding, const Example& made) const {
    const std::size_t begin = made.before.size();
    const bool sentence = example_.before.empty() && finding.begin() == 0 &&
                          made.before.find('.') == std::string::npos;
    return (finding.begin() == begin || sentence) && finding.end() == begin + made.marked.size();
  }

  void breach(const std::string& where, const std::string& what) {
    tally_.breaches.push_back({id_, example_.text(), where + " " + what});
  }

  const deskside::engine& engine_;
  std::string id_;
  const Example& example_;
  Tally& tally_;
};

}  // namespace

void test_variations(const deskside::engine& every, const deskside::rule& rule,
                     const Example& example, Tally& tally) {
  // What is missing, unanswered or overdue has no words that could be moved about.
  const std::string_view kind = rule.kind();
  if (kind == "require" || kind == "thread" || kind == "ledger") return;
  if (!example.has_marks) return;
  Variations variations(every, rule, example, tally);
  if (rule.reads_own()) variations.elsewhere_it_is_silent();
  variations.otherwise_it_fires();
  variations.in_bold_it_fires();
}

}  // namespace dsk::cli
