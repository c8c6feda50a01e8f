// What a person reads before sending: the words, what, why, and what to write instead; three
// findings at most, and the rest as a count.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "output.hpp"
#include "shown.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr std::string_view indent = "           ";

Ink ink_of(deskside::level level) {
  switch (level) {
    case deskside::level::error:
      return Ink::red;
    case deskside::level::warning:
      return Ink::yellow;
    default:
      return Ink::blue;
  }
}

// The line of the body that holds the finding, cut to a window of some 70 columns, and where in it
// the words stand.
struct Excerpt {
  std::string before;
  std::string words;
  std::string after;
};

// `body` is the report's as it may be shown.
Excerpt excerpt(const deskside::report& report, std::string_view body,
                const deskside::finding& finding) {
  // Beside the line's number; what would be broken on a terminal would part words and their marks.
  static const std::size_t terminal = terminal_columns();
  const std::size_t room =
      terminal == 0 ? 76
                    : std::clamp<std::size_t>(terminal, 40, 76 + indent.size()) - indent.size();
  const std::string_view text = finding.text();
  const std::size_t begin = finding.begin();
  const std::size_t end = finding.end();
  // An HTML body and a masked secret do not stand in the body as they are read.
  const bool as_read = end <= body.size() && begin < end &&
                       report.body().substr(begin, end - begin) == text;
  if (!as_read) return {"", visible(cut_short(text, 2 * room)), ""};
  std::size_t first = body.rfind('\n', begin);
  if (begin == 0 || first == std::string_view::npos)
    first = 0;
  else
    first = body[begin] == '\n' ? begin : first + 1;
  std::size_t stop = std::min(body.find('\n', begin), body.size());
  if (stop > first && body[stop - 1] == '\r') --stop;
  const std::size_t words_end = std::max(std::min(end, stop), begin);
  // What one side does not need, the other may have.
  const std::size_t used = words_end - begin;
  const std::size_t spare = used < room ? room - used : 0;
  const std::size_t left = begin - first;
  const std::size_t right = stop - words_end;
  const std::size_t half = spare / 2;
  const std::size_t shown_left = std::min(left, right < half ? spare - right : half);
  const std::size_t shown_right = std::min(right, spare - shown_left);
  Excerpt found;
  std::size_t from = begin - shown_left;
  std::size_t to = words_end + shown_right;
  while (from < begin && continues(body[from])) ++from;
  while (to > words_end && to < body.size() && continues(body[to])) --to;
  if (from > first) found.before = "…";
  found.before += visible(body.substr(from, begin - from));
  found.words = visible(cut_short(body.substr(begin, words_end - begin), 2 * room));
  if (to > words_end) found.after = visible(body.substr(words_end, to - words_end));
  if (to < stop) found.after += "…";
  return found;
}

// A finding that is shown, and the lines of those that say the same of the same words elsewhere.
struct Told {
  deskside::finding finding;
  std::vector<std::size_t> also;
};

bool say_the_same(const deskside::finding& it, const deskside::finding& that) {
  return it.rule().id() == that.rule().id() && it.message() == that.message();
}

// "lines 5, 7 and 9", a line once however often.
std::string lines(std::vector<std::size_t> all) {
  constexpr std::size_t most = 8;
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  const std::size_t named = std::min(all.size(), most);
  std::string list = all.size() == 1 ? "line " : "lines ";
  for (std::size_t at = 0; at < named; ++at)
    list += (at == 0 ? "" : at + 1 == all.size() ? " and " : ", ") + std::to_string(all[at]);
  return list + (named < all.size() ? " and " + std::to_string(all.size() - named) + " more" : "");
}

class TextFormat : public Format {
 public:
  TextFormat(const Wishes& wishes, bool alone)
      : wishes_(wishes), alone_(alone), style_(Style::of_terminal()) {}

  Piece piece(const Checked& checked) const override {
    Piece piece;
    const deskside::report& report = checked.report;
    piece.verdict = report.verdict();
    std::vector<Told> first;
    for (const deskside::finding& finding : report.first()) first.push_back({finding, {}});
    std::vector<deskside::finding> rest = left_by(first, report);
    if (wishes_.all) {
      for (const deskside::finding& finding : rest) tell(first, finding);
      rest.clear();
    }
    for (Told& told : first)
      for (std::size_t& line : told.also) line = checked.origin.line(line);
    std::string& out = piece.text;
    const std::string body = first.empty() ? std::string() : shown_body(report);
    for (const Told& told : first) write_finding(out, checked, body, told);
    write_rest(out, report, rest);
    if (wishes_.coach) write_coach(out, checked);
    write_skipped(out, checked);
    if (out.size() > 1 && out.compare(out.size() - 2, 2, "\n\n") == 0) out.pop_back();
    const bool fine = report.verdict() == deskside::verdict::pass && !is_blank(report);
    if (out.empty() && !alone_ && fine) return piece;
    out.insert(0, headline(checked) + "\n" + (out.empty() ? "" : "\n"));
    if (!alone_) out += "\n";
    return piece;
  }

  std::string before(const Piece& piece) override {
    ++mails_;
    if (piece.verdict >= deskside::verdict::confirm) ++stopped_;
    return "";
  }

  std::string after(const deskside::engine&) override {
    if (alone_) return "";
    return std::to_string(mails_) + (mails_ == 1 ? " mail: " : " mails: ") +
           std::to_string(mails_ - stopped_) +
           " ready to send, " + std::to_string(stopped_) + " to look at again.\n";
  }

 private:
  std::string headline(const Checked& checked) const {
    const std::string label = style_.paint(Ink::bold, visible(checked.label)) + ": ";
    switch (checked.report.verdict()) {
      case deskside::verdict::block:
        return label + style_.paint(Ink::red, "please do not send this yet");
      case deskside::verdict::confirm:
        return label + style_.paint(Ink::yellow, "worth another look before sending");
      default:
        return label + (is_blank(checked.report)
                            ? "there is nothing in it to look over yet"
                            : style_.paint(Ink::green, "ready to send"));
    }
  }

  static bool is_blank(const deskside::report& report) {
    return report.empty() && deskside_report_fact_count(report.c(), "zone") == 0;
  }

  static void tell(std::vector<Told>& told, const deskside::finding& finding) {
    const auto is_like_it = [&](const Told& one) { return say_the_same(one.finding, finding); };
    const auto like_it = std::find_if(told.begin(), told.end(), is_like_it);
    if (like_it == told.end())
      told.push_back({finding, {}});
    else
      like_it->also.push_back(finding.line());
  }

  // What is not told yet. What says the same as one that is goes to that one's lines.
  static std::vector<deskside::finding> left_by(std::vector<Told>& first,
                                                const deskside::report& report) {
    std::vector<deskside::finding> rest;
    for (const deskside::finding finding : report) {
      const auto is_it = [&](const Told& told) { return told.finding.c() == finding.c(); };
      const auto is_like_it = [&](const Told& told) {
        return say_the_same(told.finding, finding);
      };
      if (finding.level() == deskside::level::coach ||
          std::any_of(first.begin(), first.end(), is_it))
        continue;
      if (const auto told = std::find_if(first.begin(), first.end(), is_like_it);
          told != first.end())
        told->also.push_back(finding.line());
      else
        rest.push_back(finding);
    }
    return rest;
  }

  void write_finding(std::string& out, const Checked& checked, std::string_view body,
                     const Told& told) const {
    const deskside::finding& finding = told.finding;
    const deskside::rule rule = finding.rule();
    const Ink ink = ink_of(finding.level());
    out += style_.paint(ink, name_of(finding.level())) + " (" + std::string(rule.pillar()) + "): " +
           style_.paint(Ink::bold, rule.name()) + " " +
           style_.paint(Ink::dim, "[" + std::string(rule.id()) + "]") + "\n";
    if (finding.text().empty()) {
      out += wrapped(visible(finding.message()), "  what     ", indent);
    } else {
      const Excerpt found = excerpt(checked.report, body, finding);
      std::string number = std::to_string(checked.origin.line(finding.line()));
      number.insert(0, number.size() < 8 ? 8 - number.size() : 0, ' ');
      out += style_.paint(Ink::dim, number + " | ") + found.before +
             style_.paint(ink, found.words) + found.after + "\n" +
             style_.paint(Ink::dim, "         | ") + std::string(width(found.before), ' ') +
             style_.paint(ink, std::string(std::max<std::size_t>(width(found.words), 1), '^')) +
             "\n";
      out += wrapped(visible(finding.message()), "  what     ", indent);
    }
    if (!told.also.empty()) out += wrapped("on " + lines(told.also), "  also     ", indent);
    for (const deskside::fact related : finding.related()) {
      // Of an earlier mail, the label says which one.
      const bool earlier = related.side() == deskside::side::earlier;
      out +=
          wrapped("“" + visible(cut_short(related.text())) + "”" +
                      (earlier ? " (" + visible(related.name()) + ")" : ""),
                  related.side() == deskside::side::mail ? "  see      " : "  they     ", indent);
    }
    if (!rule.why().empty()) out += wrapped(visible(rule.why()), "  why      ", indent);
    out += wrapped(instead(checked, finding), "  instead  ", indent) + "\n";
  }

  std::string instead(const Checked& checked, const deskside::finding& finding) const {
    if (wishes_.suggest) {
      std::string words;
      for (const std::string& word : suggestions_for(checked, finding))
        words += (words.empty() ? "" : ", ") + word;
      if (!words.empty()) return words;
    }
    const std::vector<deskside::fix> fixes = finding.fixes();
    if (fixes.empty()) return visible(finding.rule().instead());
    const std::string_view replacement = fixes.front().replacement();
    if (replacement.empty()) return "leave it out";
    return visible(cut_short(with_fix(finding, fixes.front())));
  }

  // The words found, as they read with the fix; what it writes where it reaches beyond them.
  static std::string with_fix(const deskside::finding& finding, const deskside::fix& fix) {
    const std::string_view text = finding.text();
    const std::size_t begin = finding.begin(), end = finding.end();
    const bool inside = fix.begin() >= begin && fix.end() <= end && text.size() == end - begin;
    if (!inside) return std::string(fix.replacement());
    std::string all(text.substr(0, fix.begin() - begin));
    return all.append(fix.replacement()).append(text.substr(fix.end() - begin));
  }

  // "2 more errors, 4 smaller remarks: 2 tone, 1 trust, 3 basics".
  void write_rest(std::string& out, const deskside::report& report,
                  const std::vector<deskside::finding>& rest) const {
    std::map<std::string, std::size_t> counts;
    std::size_t errors = 0;
    std::size_t all = 0;
    for (const deskside::finding& finding : rest) {
      ++counts[std::string(finding.rule().pillar())];
      ++(finding.level() == deskside::level::error ? errors : all);
    }
    if (report.dropped() > 0)
      out += "only the gravest " + std::to_string(report.size()) + " of " +
             std::to_string(report.size() + report.dropped()) + " remarks are kept\n";
    if (errors + all == 0) return;
    std::string by_pillar;
    for (const char* pillar : {"empathy", "tone", "acknowledgement", "trust", "basics"})
      if (const auto found = counts.find(pillar); found != counts.end())
        by_pillar += (by_pillar.empty() ? "" : ", ") + std::to_string(found->second) + " " + pillar;
    if (errors > 0) out += std::to_string(errors) + (errors == 1 ? " more error" : " more errors");
    if (all > 0)
      out += (errors > 0 ? ", " : "") + std::to_string(all) +
             (all == 1 ? " smaller remark" : " smaller remarks");
    out += (by_pillar.empty() ? "" : ": " + by_pillar) +
           (wishes_.sending ? "\n" : " (--all tells them)\n");
  }

  void write_coach(std::string& out, const Checked& checked) const {
    std::set<std::string> told;
    for (const deskside::finding finding : checked.report) {
      if (finding.level() != deskside::level::coach) continue;
      const std::string line =
          visible(finding.message()) + " [" + std::string(finding.rule().id()) + "]";
      if (told.insert(line).second) out += wrapped(line, "  coach    ", indent);
    }
    for (const deskside::fact strength : checked.report.facts("strength")) {
      const std::string_view value = strength.value();
      const std::size_t colon = value.find(": ");
      out += wrapped(visible(colon == std::string_view::npos ? value : value.substr(colon + 2)),
                     "  well     ", indent);
    }
  }

  // What was not judged at all is always said; a rule that did not run only where asked. Those that
  // want the message being answered are one line, and of a reply it is said in any case.
  void write_skipped(std::string& out, const Checked& checked) const {
    const deskside::report& report = checked.report;
    std::string_view no_incoming;  // why rules did not run that want the message answered
    for (const deskside::fact& lack : report.facts("lack"))
      if (lack.name() == "incoming") no_incoming = lack.value();
    std::set<std::string_view> told;
    for (const deskside::fact& one : report.facts("ignored")) told.insert(one.name());
    for (const deskside::skipped& skipped : report.skipped()) {
      if (skipped.rule.empty() || (wishes_.coach && told.count(skipped.rule) == 0 &&
                                   std::string_view(skipped.reason) != no_incoming))
        out += wrapped(visible((skipped.rule.empty() ? "" : skipped.rule + ": ") + skipped.reason),
                       "  skipped  ", indent);
    }
    for (const Remark& remark : ignores_told(checked, wishes_.coach))
      out += wrapped(remark.sentence, remark.slip ? "  warning  " : "  hidden   ", indent);
    // About the thread: "They wrote again after the message you answer".
    for (const deskside::fact& note : report.facts("note"))
      if (note.side() == deskside::side::incoming)
        out += wrapped(visible(note.value()), "  note     ", indent);
    if (!no_incoming.empty() && !wishes_.incoming_given &&
        (wishes_.coach || (alone_ && answers(report))))
      out += wrapped("The message you answer was not at hand, so nothing was held against it; " +
                         std::string(wishes_.sending
                                         ? "\"mailbox\" in deskside.toml says where to look."
                                         : "--incoming FILE gives it."),
                     "  note     ", indent);
  }

  static bool answers(const deskside::report& report) {
    for (const deskside::fact fact : report.facts("header"))
      if (fact.name() == "in-reply-to" ||
          (fact.name() == "subject" &&
           (fact.value().substr(0, 3) == "Re:" || fact.value().substr(0, 3) == "RE:")))
        return true;
    return false;
  }

  Wishes wishes_;
  bool alone_;
  Style style_;
  std::size_t mails_ = 0;
  std::size_t stopped_ = 0;
};

}  // namespace

std::unique_ptr<Format> make_text_format(const Wishes& wishes, bool alone) {
  return std::make_unique<TextFormat>(wishes, alone);
}

}  // namespace dsk::cli
