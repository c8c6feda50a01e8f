#include "report/report.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "acts/conversation.hpp"
#include "report/fingerprint.hpp"
#include "report/first.hpp"
#include "report/lines.hpp"
#include "report/masking.hpp"
#include "report/places.hpp"
#include "rules/facts.hpp"
#include "rules/part.hpp"
#include "rules/rules.hpp"
#include "rules/secret_words.hpp"

namespace dsk {
namespace {

using lexicon::Level;

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else out.push_back(c);
  }
  return out;
}

class Maker {
 public:
  Maker(const Facts& facts, const std::vector<RuleView>& views)
      : facts_(facts), mail_(facts.mail.document), views_(views) {}

  std::unique_ptr<Report> run(const std::vector<Finding>& all, Level gate) {
    const std::vector<const Finding*> findings = chosen(all);
    report_->stage = lexicon::name(facts_.stage);
    report_->body = mail_.body;
    report_->body_in_file = mail_.body_verbatim || mail_.file.empty();
    report_->body_offset = mail_.body_to_file.to_source({0, 0}).begin;
    report_->own_text = mail_.text().size();
    if (facts_.incoming || mail_.rendered_used) report_->texts_read = mail_.text();
    if (facts_.incoming) {
      report_->incoming_body = facts_.incoming->document.body;
      report_->texts_read.append("\n").append(facts_.incoming->document.text());
    }
    add_findings(findings);
    add_facts();
    mask_secrets(facts_, all, *report_);
    report_->verdict = verdict(gate);
    choose_first(*report_);
    report_->body_offsets = Offsets(report_->body);
    report_->incoming_offsets = Offsets(report_->incoming_body);
    bind_offsets();
    return std::move(report_);
  }

 private:
  // Those about the mail as a whole first, of one place by the rules' ids.
  static bool comes_before(const Finding* a, const Finding* b) {
    const auto key = [](const Finding& it) {
      return std::tuple(!it.span.empty(), it.span.begin, it.number);
    };
    return key(*a) < key(*b);
  }

  static bool is_graver(const Finding* a, const Finding* b) {
    return a->blocks != b->blocks ? a->blocks : a->level > b->level;
  }

  // Those to tell, in order. Of too many the gravest, so that small ones push none of them out.
  std::vector<const Finding*> chosen(const std::vector<Finding>& all) {
    std::vector<const Finding*> findings;
    findings.reserve(all.size());
    for (const Finding& one : all)
      if (!one.hidden) findings.push_back(&one);
    std::stable_sort(findings.begin(), findings.end(), comes_before);
    if (findings.size() <= kMaxFindings) return findings;
    report_->dropped = findings.size() - kMaxFindings;
    std::stable_sort(findings.begin(), findings.end(), is_graver);
    findings.resize(kMaxFindings);
    std::stable_sort(findings.begin(), findings.end(), comes_before);
    return findings;
  }

  void add_findings(const std::vector<const Finding*>& findings) {
    report_->findings.reserve(findings.size());
    Lines lines(mail_.file.empty() ? std::string_view(mail_.body) : std::string_view(mail_.file));
    for (const Finding* finding : findings) {
      const Finding& from = *finding;
      ReportedFinding& to = report_->findings.emplace_back();
      to.rule = &views_[from.number];
      to.level = from.level;
      to.blocks = from.blocks;
      to.sentence = from.sentence;
      if (from.level > Level::coach && !from.span.empty())
        faulted_.emplace(from.sentence, from.rule->pillar);
      to.message = report_->texts.keep(message(from));
      if (!from.span.empty()) {
        to.body = mail_.to_body(from.span);
        std::tie(to.line, to.column) = lines.at(mail_.to_file(from.span).begin);
        to.text = from.rule->secret ? kMask : report_->texts.keep(from.span.of(mail_.text()));
      }
      const Fingerprint known_by = fingerprint_of(from.rule->id, context_of(from));
      to.fingerprint = report_->texts.keep({known_by.data(), known_by.size()});
      add_fixes(from, to);
      for (const Related& related : from.related) to.related.push_back(related_fact(related));
    }
  }

  // Good until the next one is asked for.
  std::string_view message(const Finding& finding) {
    if (!finding.message.empty()) return finding.message;
    const bool masked = finding.rule->secret && !finding.span.empty();
    message_.clear();
    rules::fill_into(message_, finding.rule->message,
                     masked ? "…" : facts_.mail.reading.of(finding.span));
    return message_;
  }

  // Wording is known again by its sentence; a finding about the mail by its rule alone.
  std::string_view context_of(const Finding& finding) const {
    if (!finding.in_subject.empty()) return mail_.subject;
    if (finding.span.empty()) return {};
    if (finding.sentence == kNoSentence) return finding.span.of(mail_.text());
    return facts_.mail.reading.of(facts_.mail.reading.sentences[finding.sentence]);
  }

  // Does it stand in the body byte for byte, but for the carriage returns at line ends? Else a fix
  // would eat markup.
  bool stands_so(Span words) const {
    if (words.empty() || mail_.text_to_body.verbatim(words)) return true;
    std::string there(mail_.to_body(words).of(mail_.body));
    std::erase(there, '\r');
    return there == words.of(mail_.text());
  }

  void add_fixes(const Finding& from, ReportedFinding& to) {
    for (const Edit& edit : from.fixes) {
      if (!stands_so(edit.span)) continue;
      ReportedFix fix;
      fix.body = mail_.to_body(edit.span);
      fix.replacement = report_->texts.keep(mail_.is_html ? escape_html(edit.replacement)
                                                          : edit.replacement);
      fix.safety = edit.safety;
      to.fixes.push_back(fix);
    }
  }

  Fact related_fact(const Related& related) {
    const mail::Document& document = related.earlier ? related.earlier->document
                                     : related.in_incoming && facts_.incoming
                                         ? facts_.incoming->document
                                         : mail_;
    Fact fact;
    fact.kind = "related";
    fact.name = report_->texts.keep(related.label);
    fact.in_incoming = related.in_incoming;
    fact.in_earlier = related.earlier != nullptr;
    if (related.earlier) {
      Report::Earlier& earlier = report_->earlier[related.earlier];
      if (earlier.body.empty()) {
        earlier.body = document.body;
        earlier.offsets = Offsets(earlier.body);
      }
      fact.offsets = &earlier.offsets;
    }
    fact.body = document.to_body(related.span);
    fact.text = report_->texts.keep(related.span.of(document.text()));
    return fact;
  }

  // `kind` and `name` are words of ours or of the pack's.
  Fact& add(std::string_view kind, std::string_view name, const mail::Document& document, Span span,
            bool incoming) {
    Fact& fact = report_->facts.add(kind);
    fact.name = name;
    fact.in_incoming = incoming;
    fact.body = document.to_body(span);
    fact.text = report_->texts.keep(span.of(document.text()));
    return fact;
  }
  void add(std::string_view kind, std::string_view name, const mail::Document& document, Span span,
           bool incoming, std::string_view value) {
    add(kind, name, document, span, incoming).value = report_->texts.keep(value);
  }

  void add_facts() {
    report_->facts.reserve(32);
    Places places(*report_, facts_.language);
    places.add_zones(mail_);
    places.add_inlines(mail_);
    places.add_acts(facts_.mail, false);
    add_strengths();
    if (facts_.incoming) places.add_acts(*facts_.incoming, true);
    report_->facts.make_later([places = std::move(places)]() mutable { return places.facts(); });
    add_conversation();
    header("subject", mail_.subject);
    for (const mail::Address& from : mail_.from)
      header("from", from.name.empty() ? from.address : from.name);
    for (const mail::Address& to : mail_.to) header("to", to.name.empty() ? to.address : to.name);
    header("date", mail_.date);
    header("message-id", mail_.message_id);
    header("in-reply-to", mail_.in_reply_to);
    for (const mail::Attachment& one : mail_.attachments) header("attachment", one.name);
    for (const std::string& warning : mail_.warnings) {
      Fact& fact = report_->facts.add("note");
      fact.value = report_->texts.keep(warning);
    }
  }

  // What was read beyond words: who, which numbers, which questions, and what was promised.
  void add_conversation() {
    if (!facts_.conversation) return;
    const Conversation& talk = *facts_.conversation;
    for (const Promise& promise : talk.promises) {
      const bool due = promise.when && promise.when->due;
      add("promise", report_->texts.keep(promise.who), mail_, promise.what, false,
          due ? rfc3339(*promise.when->due) : std::string());
    }
    for (const TimeExpression& time : talk.times)
      add("time", told_as(time), mail_, facts_.mail.reading.span_of(time.first, time.last), false,
          time.due ? rfc3339(*time.due) : std::string());
    if (!facts_.incoming) return;
    const mail::Document& incoming = facts_.incoming->document;
    for (const Question& question : talk.questions)
      add("signal", question.indirect ? "asked-indirectly" : "asked", incoming, question.span,
          true);
    for (const Identifier& one : talk.incoming_identifiers)
      add("signal", name(one.kind), incoming, one.span, true, one.text);
    if (!talk.people.first_name.empty()) {
      Fact& fact = report_->facts.add("signal");
      fact.name = "name";
      fact.in_incoming = true;
      fact.value = report_->texts.keep(talk.people.first_name);
    }
    if (talk.unanswered > 1) {
      Fact& fact = report_->facts.add("signal");
      fact.name = "unanswered";
      fact.in_incoming = true;
      fact.value = report_->texts.keep(std::to_string(talk.unanswered));
    }
    if (talk.written_since)
      note(rules::label(facts_, lexicon::Text::wrote_again,
                        {{"date", rfc3339(*talk.written_since).substr(0, 10)}}));
    if (talk.days_waited > 0)
      note(rules::label(facts_, lexicon::Text::waited,
                        {{"days", std::to_string(talk.days_waited)}}));
  }

  void note(const std::string& text) {
    if (text.empty()) return;
    Fact& fact = report_->facts.add("note");
    fact.in_incoming = true;
    fact.value = report_->texts.keep(text);
  }

  void header(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    Fact& fact = report_->facts.add("header");
    fact.name = name;
    fact.value = report_->texts.keep(value);
  }

  // What was done well, once each, where it was first.
  void add_strengths() {
    const Acts& acts = facts_.mail.acts;
    const std::vector<lexicon::LanguageAct>& known = facts_.language.acts();
    std::vector<const ActHit*> praised;
    for (lexicon::ActId act = 0; act < known.size(); ++act) {
      if (known[act].strength.empty()) continue;
      const std::span<const ActHit> hits = acts.of(act);
      const auto found = std::find_if(hits.begin(), hits.end(), [&](const ActHit& hit) {
        return deserves_praise(acts, act, hit.sentence);
      });
      if (found != hits.end()) praised.push_back(&*found);
    }
    std::stable_sort(praised.begin(), praised.end(),
                     [](const ActHit* a, const ActHit* b) { return a->first < b->first; });
    for (const ActHit* hit : praised)
      add("strength", known[hit->act].name, mail_,
          facts_.mail.reading.sentences[hit->sentence].span, false,
          std::string(known[hit->act].pillar) + ": " + std::string(known[hit->act].strength));
  }

  // Not what a finding on the same sentence denies: one of its pillar, or of its tone.
  bool deserves_praise(const Acts& acts, lexicon::ActId id, std::uint32_t sentence) const {
    const lexicon::LanguageAct& act = facts_.language.acts()[id];
    return acts.of(id, sentence).size() >= act.strength_times &&
           !acts.any_in(act.strength_unless, sentence) && !faulted_.contains({sentence, "tone"}) &&
           !faulted_.contains({sentence, act.pillar});
  }

  // What lies in a text counts by it, so that it can tell its place without the report.
  void bind_offsets() {
    const auto bind = [&](Fact& fact) {
      if (fact.in_earlier) return;  // bound when it was made
      fact.offsets = fact.in_incoming ? &report_->incoming_offsets : &report_->body_offsets;
    };
    for (ReportedFinding& finding : report_->findings) {
      finding.offsets = &report_->body_offsets;
      for (ReportedFix& fix : finding.fixes) fix.offsets = finding.offsets;
      for (Fact& fact : finding.related) bind(fact);
    }
    for (Fact& fact : report_->facts) bind(fact);
  }

  Verdict verdict(Level gate) const {
    Verdict verdict = Verdict::pass;
    for (const ReportedFinding& finding : report_->findings) {
      if (finding.blocks) return Verdict::block;
      if (finding.level >= gate && finding.level != Level::coach)
        verdict = Verdict::confirm;
      else if (finding.level >= Level::suggestion && verdict == Verdict::pass)
        verdict = Verdict::advise;
    }
    return verdict;
  }

  const Facts& facts_;
  const mail::Document& mail_;
  const std::vector<RuleView>& views_;
  std::string message_;  // of the finding that is being told
  std::set<std::pair<std::uint32_t, std::string_view>> faulted_;  // sentence and pillar
  std::unique_ptr<Report> report_ = std::make_unique<Report>();
};

}  // namespace

std::unique_ptr<Report> make_report(const Facts& facts, const std::vector<Finding>& findings,
                                    const std::vector<RuleView>& views, Level gate) {
  return Maker(facts, views).run(findings, gate);
}

}  // namespace dsk
