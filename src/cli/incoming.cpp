// What a message asks, names, tells and feels: what a reply to it will be held to.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>

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
constexpr auto flags = join(own_flags, setup_flags);

// What an agent wants to see at once, in this order; the rest are signals that rules go by, told in
// json.
struct Group {
  const char* heading;
  std::vector<std::string_view> names;  // "tried-" stands for all that begin so
};
const std::vector<Group>& groups() {
  static const std::vector<Group> all = {
      {"name", {"name"}},
      {"asks", {"asked", "asked-indirectly", "asks-at-large", "command", "plain-request"}},
      {"tried", {"has-tried", "tried-", "did-step"}},
      {"numbers",
       {"order", "ticket", "serial", "error-code", "version", "amount", "phone", "number"}},
      {"times", {"began-then", "waited", "date", "has-when-began", "time-ahead"}},
      {"mood",
       {"distress", "distress-mild", "asks-in-anger", "complaint", "abuse", "threat", "praise",
        "unanswered"}},
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

// Whole words, whatever their case: "£300" does not hold "£30".
bool holds_words(std::string_view told, std::string_view words) {
  const auto same = [](unsigned char a, unsigned char b) {
    return std::tolower(a) == std::tolower(b);
  };
  const auto is_inner = [&](std::size_t at) {
    const auto part = [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; };
    return at > 0 && at < told.size() && part(told[at - 1]) && part(told[at]);
  };
  for (auto at = told.begin(); at != told.end(); ++at) {
    at = std::search(at, told.end(), words.begin(), words.end(), same);
    if (at == told.end()) return false;
    const std::size_t begin = at - told.begin();
    if (!is_inner(begin) && !is_inner(begin + words.size())) return true;
  }
  return false;
}

// One letter of a currency's own: ¢ £ ¤ ¥, and those from ₠ to ₿.
bool is_currency(std::string_view sign) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(sign[i]); };
  return (sign.size() == 2 && at(0) == 0xC2 && at(1) >= 0xA2 && at(1) <= 0xA5) ||
         (sign.size() == 3 && at(0) == 0xE2 && at(1) == 0x82 && at(2) >= 0xA0);
}

class Message {
 public:
  // `report` is on the message itself: it has the body, and the times told there.
  Message(const deskside::report& report, const std::vector<deskside::fact>& signals)
      : body_(shown_body(report)) {
    for (const deskside::fact& one : signals)
      if (one.name() == "salutation-line") greetings_[one.begin()] = one.end();
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
    if ((heading == "asks" && !is_whole) || heading == "tried") {
      it = with_clause(it);
      // A question keeps its mark, whatever rules make of it.
      if (name == "asks-at-large" && it.end < body_.size() && body_[it.end] == '?') it.text += '?';
      return it;
    }
    if (is_whole) return plainly_asked(it);
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

  // Without the greeting that it follows, and without a quotation mark whose other half, with a
  // question of its own, was split off.
  Told plainly_asked(Told it) const {
    const auto cut_to = [&](std::size_t at) {
      it.text.erase(0, std::min(it.text.find_first_not_of(" ,;:\n", at), it.text.size()));
    };
    if (const auto greeting = greetings_.find(it.begin);
        stands_so(it) && greeting != greetings_.end() && greeting->second < it.end)
      cut_to(greeting->second - it.begin);
    constexpr std::pair<std::string_view, std::string_view> quotes[] = {{"“", "”"}, {"\"", "\""}};
    for (const auto& [opens, closes] : quotes) {
      const std::size_t first = it.text.find(opens), last = it.text.rfind(closes);
      const bool opened = first != it.text.npos && (last == it.text.npos || last <= first) &&
                          first + opens.size() < it.text.size();
      if (opened)
        cut_to(first + opens.size());
      else if (last != it.text.npos && (first == it.text.npos || first == last) &&
               last + closes.size() == it.text.size())
        it.text.erase(last);
    }
    it.text.erase(it.text.find_last_not_of(" ,;") + 1);
    return it;
  }

  // "£400"
  std::string with_sign(const Told& it) const {
    if (!stands_so(it)) return it.text;
    for (const std::size_t size : {1, 2, 3})
      if (it.begin >= size)
        if (const std::string sign = body_.substr(it.begin - size, size);
            sign == "$" || is_currency(sign))
          return sign + it.text;
    return it.text;
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
                            (it.begin == joined.back().end + 1 && it.begin > 1 &&
                             body_[it.begin - 1] == ' ' &&
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
    const auto next =
        std::upper_bound(clauses.begin(), clauses.end(), it,
                         [](const Told& a, const Told& b) { return a.begin < b.begin; });
    return next != clauses.begin() && std::prev(next)->holds(it);
  }

  std::string body_;
  std::vector<Told> times_;
  std::map<std::size_t, std::size_t> greetings_;  // from where to where
  std::vector<std::vector<Told>> clauses_;  // told so far
};

void write_text(std::string_view label, const deskside::report& report,
                const std::vector<deskside::fact>& signals) {
  Message message(report, signals);
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
      // Who asks again says a little more: "and I ask again, where is it?"
      const bool asked = group.heading == std::string_view("asks");
      const auto has_it = [&](const std::string& told) {
        return holds_words(told, text) || (asked && holds_words(text, told));
      };
      if (!text.empty() && std::none_of(texts.begin(), texts.end(), has_it))
        texts.push_back(std::move(text));
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
  const deskside::unit unit = unit_of(arguments);
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
