// What a message asks, names, tells and feels: what a reply to it will be held to.
#include <algorithm>
#include <cctype>
#include <cstdint>

#include "batch.hpp"
#include "commands.hpp"
#include "facts_output.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "shown.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr Flag own_flags[] = {
    {"--format", "NAME", "text (default) or json"},
    {"--offset-unit", "UNIT", "what offsets in json count: bytes (default), utf16, codepoints"},
};
constexpr auto flags = join(join(std::array<Flag, 0>{}, own_flags), setup_flags);

// What an agent wants to see at once, in this order; the rest are signals that rules go by, told in json.
struct Group {
  const char* heading;
  std::vector<std::string_view> names;  // "tried-" stands for all that begin so
};
const std::vector<Group>& groups() {
  static const std::vector<Group> all = {
      {"name", {"name"}},
      {"asks", {"asked", "asked-indirectly", "command", "plain-request"}},
      {"tried", {"has-tried", "tried-", "did-step"}},
      {"numbers",
       {"order", "ticket", "serial", "error-code", "version", "amount", "phone", "number"}},
      {"times", {"began-then", "waited", "date", "has-when-began", "time-ahead"}},
      {"mood",
       {"distress", "distress-mild", "complaint", "abuse", "threat", "praise", "unanswered"}},
  };
  return all;
}

bool is_of(const Group& group, std::string_view name) {
  return std::any_of(group.names.begin(), group.names.end(), [&](std::string_view one) {
    return one.back() == '-' ? name.substr(0, one.size()) == one : name == one;
  });
}

// Words of the message as they are told, and where they stand; 0 and 0 where nowhere.
struct Told {
  std::size_t begin = 0, end = 0;
  std::string text;
  bool weak = false;  // worth telling only as a part of another one

  // But for the mark that ends it.
  bool holds(const Told& other) const {
    return end > begin && begin <= other.begin && other.end <= end + 1;
  }
};

bool stands_first(const Told& a, const Told& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

// In the order of the text, without those whose words are told as part of another one's.
std::vector<Told> apart(std::vector<Told> all) {
  std::stable_sort(all.begin(), all.end(), stands_first);
  std::vector<Told> kept;
  for (const Told& it : all) {
    if (!kept.empty() && kept.back().holds(it)) continue;
    while (!kept.empty() && it.holds(kept.back())) kept.pop_back();
    kept.push_back(it);
  }
  return kept;
}

class Message {
 public:
  // `report` is on the message itself: it has the body, and the times told there.
  explicit Message(const deskside::report& report) : body_(shown_body(report)) {
    for (const deskside::fact& time : report.facts("time"))
      if (time.name() != "condition" && time.name() != "vague") times_.push_back(as_it_is(time));
  }

  std::vector<Told> told(const Group& group, const std::vector<deskside::fact>& signals) {
    const std::string_view heading = group.heading;
    std::vector<Told> all;
    for (const deskside::fact& one : signals) all.push_back(told(heading, one));
    if (heading == "times") return times(std::move(all));
    all = apart(std::move(all));
    if (heading == "asks" || heading == "tried") clauses_.push_back(all);
    return all;
  }

 private:
  static Told as_it_is(const deskside::fact& one) {
    return {one.begin(), one.end(), std::string(one.text().empty() ? one.value() : one.text())};
  }

  Told told(std::string_view heading, const deskside::fact& signal) const {
    Told it = as_it_is(signal);
    const std::string name(signal.name());
    it.weak = name == "time-ahead" || name == "has-when-began";
    if (name == "unanswered") it.text += " mails without an answer";
    const bool is_whole = name == "asked" || name == "asked-indirectly";
    if ((heading == "asks" && !is_whole) || heading == "tried") return with_clause(it);
    // An invoice, a customer, a booking: what a number of theirs belongs to has many names.
    if (heading == "numbers")
      it.text = (name == "order" ? "reference" : name) + " " +
                (name == "amount" ? with_sign(it) : it.text);
    return it;
  }

  // In HTML, and where a secret is masked, the words stand otherwise in the body.
  bool stands_so(const Told& it) const {
    return it.end <= body_.size() && body_.compare(it.begin, it.end - it.begin, it.text) == 0;
  }

  // "I've tried" says little without the words that follow, up to the next mark.
  Told with_clause(Told it) const {
    constexpr std::size_t most = 80;
    if (!stands_so(it)) return it;
    const auto is_mark = [&](std::size_t at) {
      const bool blank_follows =
          at + 1 == body_.size() || std::isspace(static_cast<unsigned char>(body_[at + 1])) != 0;
      return body_[at] == '\n' ? line_ends_it(at)
                               : blank_follows && std::string_view(".,;:!?").find(body_[at]) !=
                                                      std::string_view::npos;
    };
    if (it.end < body_.size() && body_[it.end] == ':') ++it.end;  // "Tried: another cable"
    while (it.end < body_.size() && it.end - it.begin < most && !is_mark(it.end)) ++it.end;
    const std::size_t first = std::min(body_.find_first_not_of(" ,;\n", it.begin), it.end);
    it.text = cut_short(std::string_view(body_).substr(first, it.end - first), most - 1);
    return it;
  }

  // A line of the widths that mail clients wrap at goes on in the next one.
  bool line_ends_it(std::size_t at) const {
    constexpr std::size_t narrowest = 50, widest = 80;
    const std::size_t from = at - std::min(at, widest);
    const std::size_t before = std::string_view(body_).substr(from, at - from).rfind('\n');
    if (before == std::string_view::npos && from > 0) return true;
    const std::size_t width = before == std::string_view::npos ? at : at - from - before - 1;
    return width < narrowest || at + 1 == body_.size() || body_[at + 1] == '\n';
  }

  // "£400", "400€"
  std::string with_sign(const Told& it) const {
    if (!stands_so(it)) return it.text;
    const auto joined = [&](std::size_t at) {
      return at < body_.size() && (body_[at] == '$' || static_cast<unsigned char>(body_[at]) >= 0x80);
    };
    std::size_t begin = it.begin, end = it.end;
    while (begin > 0 && joined(begin - 1)) --begin;
    while (joined(end)) ++end;
    return body_.substr(begin, end - begin);
  }

  // What is said of a time in several ways is one: "by" with "noon", "since 6" with "this morning".
  // A clause told already has told the times in it.
  std::vector<Told> times(std::vector<Told> all) const {
    all.insert(all.end(), times_.begin(), times_.end());
    std::stable_sort(all.begin(), all.end(), stands_first);
    std::vector<Told> joined;
    for (const Told& it : all) {
      const bool goes_on = !joined.empty() && it.begin <= body_.size() &&
                           (it.begin < joined.back().end ||
                            (it.begin == joined.back().end + 1 && body_[it.begin - 1] == ' ' &&
                             std::ispunct(static_cast<unsigned char>(body_[it.begin - 2])) == 0));
      if (!goes_on) {
        joined.push_back(it);
        continue;
      }
      Told& last = joined.back();
      last.weak = last.weak && it.weak;
      if (it.end <= last.end) continue;
      const bool so = stands_so(it) && stands_so(last);
      last.end = it.end;
      last.text = so ? body_.substr(last.begin, last.end - last.begin) : it.text;
    }
    std::vector<Told> kept;
    for (Told& it : joined) {
      if (it.weak || std::any_of(clauses_.begin(), clauses_.end(),
                                 [&](const auto& clauses) { return any_holds(clauses, it); }))
        continue;
      while (!it.text.empty() && std::ispunct(static_cast<unsigned char>(it.text.back())))
        it.text.pop_back();
      kept.push_back(std::move(it));
    }
    return kept;
  }

  // None of them holds another, so the last that begins before it reaches farthest.
  static bool any_holds(const std::vector<Told>& clauses, const Told& it) {
    const auto next = std::upper_bound(clauses.begin(), clauses.end(), it, [](const Told& a, const Told& b) {
      return a.begin < b.begin;
    });
    return next != clauses.begin() && std::prev(next)->holds(it);
  }

  std::string body_;
  std::vector<Told> times_;
  std::vector<std::vector<Told>> clauses_;  // told so far
};

void write_text(std::string_view label, const deskside::report& report,
                const std::vector<deskside::fact>& signals) {
  Message message(report);
  const Style style = Style::of_terminal();
  constexpr std::size_t column = 12;
  constexpr std::size_t most = 40;  // of one group: who needs more has JSON
  const auto write = [&](std::string_view heading, const auto& texts, const char* between) {
    std::string line;
    for (const auto& text : texts) line.append(line.empty() ? "" : between).append(text);
    std::string head = "  " + std::string(heading);
    head.resize(column, ' ');
    print(wrapped(line, style.paint(Ink::bold, head), std::string(column, ' ')));
  };
  print(heading(label));
  std::vector<deskside::fact> rest = signals;
  bool any = false;
  for (const Group& group : groups()) {
    const auto ours = std::stable_partition(rest.begin(), rest.end(), [&](const auto& one) {
      return !is_of(group, one.name());
    });
    std::vector<std::string> texts;
    for (const Told& one : message.told(group, {ours, rest.end()})) {
      if (texts.size() == most) {
        texts.push_back("…");
        break;
      }
      std::string text = visible(one.text);
      const auto has_it = [&](const std::string& told) { return told.find(text) != told.npos; };
      if (std::none_of(texts.begin(), texts.end(), has_it)) texts.push_back(std::move(text));
    }
    if (!texts.empty()) write(group.heading, texts, "; ");
    any = any || !texts.empty();
    rest.erase(ours, rest.end());
  }
  if (signals.empty()) print("  nothing that a reply would be held to\n");
  else if (!any)
    print("  no question, number, time or mood; --format json has what rules go by\n");
}

int incoming(const Arguments& arguments) {
  arguments.expect_operands(1, SIZE_MAX);
  const bool json = arguments.choice("--format", {"text", "json"}) == "json";
  const deskside::unit unit =
      unit_named(arguments.choice("--offset-unit", {"bytes", "utf16", "codepoints"}));
  const deskside::engine engine(options_from(arguments));
  Inputs inputs(arguments.operands(), "");
  return for_each_in_turn(inputs, [&](const Input& input) {
    deskside::mail mail;
    mail.set("incoming", input.bytes);
    const deskside::report report = engine.check(mail);
    const std::vector<deskside::fact> signals = report.facts("signal");
    if (json) return print(facts_as_json(input.label, {{"signals", signals}}, unit));
    // Its body comes with a report on itself.
    mail.set("raw", input.bytes);
    write_text(input.label, engine.check(mail), signals);
  });
}

}  // namespace

const Command incoming_command = {
    "incoming",
    "FILE…|-",
    "show what a message asks, names and feels: what a reply is held to",
    "What the writer of a reply needs. --format json has all signals that rules go by, with the\n"
    "words and the place of each. Of an mbox each mail in turn.",
    flags.data(),
    flags.size(),
    incoming};

}  // namespace dsk::cli
