#include "report/masking.hpp"

#include <algorithm>

#include "report/report.hpp"
#include "rules/facts.hpp"
#include "rules/secret_words.hpp"

namespace dsk {
namespace {

// Of a private key a rule finds the first line; what follows is the secret.
Span whole_key(Span found, std::string_view text) {
  constexpr std::size_t kLongest = 16'384;  // bytes; a key of 4,096 bits takes 3,300
  if (!Secrets::begins_key(found.of(text))) return found;
  std::string_view rest = text.substr(found.end, kLongest);
  rest = rest.substr(0, rest.find("-----BEGIN"));
  // A blank line may part its headers from it, or end one whose last line is missing.
  std::size_t end = rest.find("-----END");
  if (end == rest.npos) end = std::min(rest.find("\n\n"), rest.size());
  return {found.begin, found.end + static_cast<std::uint32_t>(end)};
}

class Masker {
 public:
  Masker(const Facts& facts, Report& report)
      : facts_(facts), mail_(facts.mail.document), report_(report), secrets_(facts.language) {}

  void run(const std::vector<Finding>& all) {
    for (const Finding& finding : all) {
      if (!finding.in_subject.empty()) secrets_.add(finding.in_subject.of(mail_.subject));
      if (finding.rule->secret && !finding.span.empty()) add(mail_, finding.span, places_);
    }
    std::vector<Span> earlier;
    if (facts_.incoming) add(*facts_.incoming, theirs_);
    for (const Message* message : facts_.thread) add(*message, earlier);
    if (secrets_.empty()) return;
    find_elsewhere();
    report_.facts.each([&](Fact& fact) { mask(fact); });
    // A secret's words are neither misspelt nor said twice.
    std::erase_if(report_.findings, [&](const ReportedFinding& finding) {
      const lexicon::RuleKind kind = finding.rule->rule->kind;
      return (kind == lexicon::RuleKind::spelling || kind == lexicon::RuleKind::mechanics) &&
             cuts_into(places_, finding.body);
    });
    for (ReportedFinding& finding : report_.findings) mask(finding);
    for (const Span place : places_) {
      Fact& fact = report_.facts.add("secret");
      fact.text = kMask;
      fact.body = place;
    }
  }

 private:
  void add(const mail::Document& document, Span found, std::vector<Span>& places) {
    found = whole_key(found, document.text());
    const std::string_view text = found.of(document.text());
    secrets_.add(text);
    for (const Span word : secrets_.words_of(text))
      places.push_back(document.to_body({found.begin + word.begin, found.begin + word.end}));
  }
  void add(const Message& message, std::vector<Span>& places) {
    for (const Span found : message.secrets) add(message.document, found, places);
  }

  void find_elsewhere() {
    find_in(mail_, places_);
    if (facts_.incoming) find_in(facts_.incoming->document, theirs_);
  }
  // What stands in the text, or in what nobody reads.
  void find_in(const mail::Document& document, std::vector<Span>& places) {
    std::vector<Span> read;
    secrets_.find_in(document.text(), read);
    for (const Span place : read) places.push_back(document.to_body(place));
    secrets_.find_in(document.body, places);
    merge(places);
  }

  bool mask(std::string_view& text) {
    const std::optional<std::string> masked = secrets_.masked(text);
    if (masked) text = report_.texts.keep(*masked);
    return masked.has_value();
  }

  // Does it stand inside a secret, or hold a part of one? Nothing would know that by its words.
  bool cuts(const Fact& fact) const {
    return !fact.in_earlier && cuts_into(fact.in_incoming ? theirs_ : places_, fact.body);
  }

  void mask(Fact& fact) {
    if (cuts(fact)) {
      fact.text = kMask;
      if (!fact.value.empty()) fact.value = kMask;
    }
    mask(fact.text);
    mask(fact.value);
  }

  void mask(ReportedFinding& finding) {
    const bool cut = cuts_into(places_, finding.body);
    const bool theirs_cut =
        std::any_of(finding.related.begin(), finding.related.end(),
                    [&](const Fact& related) { return cuts(related); });
    if (cut) finding.text = kMask;
    // Its words may hold the part in any form.
    if ((cut || theirs_cut) && !finding.rule->rule->secret) {
      finding.message = finding.rule->rule->title;
      finding.fixes.clear();
    }
    mask(finding.text);
    mask(finding.message);
    for (Fact& related : finding.related) mask(related);
    // A mask must never be written into a mail.
    std::erase_if(finding.fixes, [&](ReportedFix& fix) { return mask(fix.replacement); });
  }

  const Facts& facts_;
  const mail::Document& mail_;
  Report& report_;
  Secrets secrets_;
  std::vector<Span> places_, theirs_;  // in the body, and in that of the message answered
};

}  // namespace

void mask_secrets(const Facts& facts, const std::vector<Finding>& all, Report& report) {
  Masker(facts, report).run(all);
}

}  // namespace dsk
