#include "contract.hpp"

#include <algorithm>
#include <map>

namespace dsk::cli {
namespace {

constexpr const char* set_parts[] = {"subject", "from",  "to",       "cc",       "bcc",
                                     "date",    "now",   "incoming", "language", "incoming-html",
                                     "profile", "stage", "fragment", "template"};
constexpr const char* list_parts[] = {"attachment", "thread", "promise"};

bool is_list(std::string_view part) {
  return std::find(std::begin(list_parts), std::end(list_parts), part) != std::end(list_parts);
}

// Takes the marks out of `value`; false where it has none.
bool split_marks(std::string_view value, Example& example) {
  const std::size_t begin = value.find(">>");
  if (begin == std::string_view::npos) return false;
  const std::size_t end = value.find("<<", begin + 2);
  if (end == std::string_view::npos) return false;
  example.before = value.substr(0, begin);
  example.marked = value.substr(begin + 2, end - begin - 2);
  example.after = value.substr(end + 2);
  return true;
}

// How often each rule speaks; a placeholder of ours, still unfilled, is meant to be found.
std::map<std::string, std::size_t> counts(const deskside::report& report) {
  std::map<std::string, std::size_t> all;
  for (const deskside::finding finding : report)
    if (finding.text().substr(0, 2) != "[[") ++all[std::string(finding.rule().id())];
  return all;
}

std::string quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

class RuleTest {
 public:
  RuleTest(const deskside::engine& every, const deskside::engine& usual, const deskside::rule& rule,
           Tally& tally)
      : every_(every), usual_(usual), rule_(rule), id_(rule.id()), tally_(tally) {}

  void run() {
    std::size_t good = 0;
    std::size_t bad = 0;
    for (const deskside::rule::example& example : rule_.examples()) {
      ++tally_.examples;
      const Example read = read_example(example);
      ++(example.good() ? good : bad);
      if (example.good())
        test_good(read);
      else if (test_bad(read))
        test_variations(every_, rule_, read, tally_);
    }
    const Example none;
    if (bad < 2) breach(none, "has " + std::to_string(bad) + " bad examples; it needs two");
    if (good < 2)
      breach(none, "has " + std::to_string(good) +
                       " good examples; it needs two, one of them a near miss");
  }

 private:
  void breach(const Example& example, const std::string& what) {
    tally_.breaches.push_back({id_, example.text(), what});
  }

  void test_good(const Example& example) {
    const deskside::mail mail = mail_of(example, "text", example.text());
    for (const deskside::finding finding : every_.check(mail))
      if (finding.rule().id() == id_)
        breach(example, "is a good example, yet the rule finds " + quoted(finding.text()));
    for (const deskside::finding finding : usual_.check(mail))
      if (finding.level() >= deskside::level::warning && finding.rule().id() != id_)
        breach(example, "is a good example, yet " + std::string(finding.rule().id()) + " finds " +
                            quoted(finding.text()));
  }

  // False where the example does not even fire, so that its variations would only repeat that.
  bool test_bad(const Example& example) {
    const std::string text = example.text();
    const deskside::report report = every_.check(mail_of(example, "text", text));
    std::vector<deskside::finding> own;
    for (const deskside::finding finding : report)
      if (finding.rule().id() == id_) own.push_back(finding);
    if (own.size() != 1) {
      breach(example, "is a bad example and should give one finding; it gives " +
                          std::to_string(own.size()));
      return false;
    }
    const deskside::finding& finding = own.front();
    const std::size_t begin = example.has_marks ? example.before.size() : 0;
    const std::size_t end = begin + example.marked.size();
    if (example.has_marks && (finding.begin() != begin || finding.end() != end)) {
      breach(example, "should be found at " + quoted(example.marked) + "; it is found at " +
                          quoted(finding.text()));
      return false;
    }
    if (!example.has_marks && !finding.text().empty()) {
      breach(example, "has no >> << marks, yet the finding is about " + quoted(finding.text()));
      return false;
    }
    for (const deskside::fix& fix : finding.fixes()) test_fix(example, report, fix);
    return true;
  }

  void test_fix(const Example& example, const deskside::report& report, const deskside::fix& fix) {
    std::string text = example.text();
    if (fix.begin() > fix.end() || fix.end() > text.size()) {
      breach(example, "has a fix outside the text");
      return;
    }
    text.replace(fix.begin(), fix.end() - fix.begin(), fix.replacement());
    const auto before = counts(report);
    for (const auto& [id, count] : counts(every_.check(mail_of(example, "text", text)))) {
      const auto was = before.find(id);
      if (id == id_)
        breach(example, "is not silenced by its fix, which gives " + quoted(text));
      else if (count > (was == before.end() ? 0 : was->second))
        breach(example, "has a fix that makes " + id + " speak: " + quoted(text));
    }
  }

  const deskside::engine& every_;
  const deskside::engine& usual_;
  const deskside::rule& rule_;
  std::string id_;
  Tally& tally_;
};

}  // namespace

Example read_example(const deskside::rule::example& example) {
  Example read;
  const std::string_view text = example.part("text").value_or("");
  if (!example.good()) read.has_marks = split_marks(text, read);
  if (!read.has_marks) read.before = text;
  for (const char* part : set_parts)
    if (const auto value = example.part(part)) read.parts.emplace_back(part, *value);
  for (const char* part : list_parts)
    if (const auto value = example.part(part)) read.parts.emplace_back(part, *value);
  return read;
}

deskside::mail mail_of(const Example& example, const std::string& part, std::string_view value) {
  deskside::mail mail;
  mail.set(part, value);
  for (const auto& [name, lines] : example.parts) {
    if (!is_list(name)) {
      mail.set(name, lines);
      continue;
    }
    std::string_view rest = lines;
    for (;;) {
      const std::size_t end = rest.find('\n');
      mail.add(name, rest.substr(0, end));
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
  }
  return mail;
}

void test_rule(const deskside::engine& every, const deskside::engine& usual,
               const deskside::rule& rule, Tally& tally) {
  ++tally.rules;
  RuleTest(every, usual, rule, tally).run();
}

}  // namespace dsk::cli
