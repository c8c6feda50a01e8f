// The JSON of `check`: findings of all levels, offsets in the unit asked for.
#include <set>

#include "json.hpp"
#include "output.hpp"

namespace dsk::cli {
namespace {

const char* name_of(deskside::side side) {
  static constexpr const char* names[] = {"mail", "incoming", "earlier"};
  return names[static_cast<int>(side)];
}

void write_strengths(Json& json, const Checked& checked, deskside::unit unit) {
  json.key("strengths").begin_array();
  for (const deskside::fact strength : checked.report.facts("strength")) {
    const std::string_view value = strength.value();
    const std::size_t colon = value.find(": ");
    const bool split = colon != std::string_view::npos;
    json.begin_object()
        .member("pillar", split ? value.substr(0, colon) : std::string_view())
        .member("act", strength.name())
        .member("begin", strength.begin(unit))
        .member("end", strength.end(unit))
        .member("message", split ? value.substr(colon + 2) : value)
        .end_object();
  }
  json.end_array();
}

void write_finding(Json& json, const Checked& checked, const deskside::finding& finding,
                   const Wishes& wishes) {
  json.begin_object()
      .member("rule", finding.rule().id())
      .member("level", cli::name_of(finding.level()))
      .member("part", finding.part())
      .member("begin", finding.begin(wishes.unit))
      .member("end", finding.end(wishes.unit))
      .member("line", std::size_t{finding.line()})
      .member("column", std::size_t{finding.column()})
      .member("text", finding.text())
      .member("message", finding.message())
      .member("fingerprint", finding.fingerprint());
  json.key("suggestions").begin_array();
  if (wishes.suggest)
    for (const std::string& word : suggestions_for(checked, finding)) json.value(word);
  json.end_array();
  json.key("related").begin_array();
  for (const deskside::fact related : finding.related())
    json.begin_object()
        .member("in", name_of(related.side()))
        .member("begin", related.begin(wishes.unit))
        .member("end", related.end(wishes.unit))
        .member("text", related.text())
        .member("label", related.name())
        .end_object();
  json.end_array();
  json.key("fixes").begin_array();
  for (const deskside::fix fix : finding.fixes())
    json.begin_object()
        .member("begin", fix.begin(wishes.unit))
        .member("end", fix.end(wishes.unit))
        .member("replacement", fix.replacement())
        .member("safety", fix.safety() == deskside::safety::safe ? "safe" : "preview")
        .end_object();
  json.end_array().end_object();
}

class JsonFormat : public Format {
 public:
  JsonFormat(const Wishes& wishes, bool lines) : wishes_(wishes), lines_(lines) {}

  Piece piece(const Checked& checked) const override {
    Piece piece;
    const deskside::report& report = checked.report;
    piece.verdict = report.verdict();
    Json json;
    json.begin_object()
        .member("label", checked.label)
        .member("verdict", cli::name_of(report.verdict()))
        .member("stage", report.stage())
        .member("language", report.language());
    json.key("skipped").begin_array();
    // Dozens a mail: asked for in C, which copies nothing.
    for (std::size_t at = 0; at < deskside_report_skipped_count(report.c()); ++at)
      json.begin_object()
          .member("rule", deskside_report_skipped_rule(report.c(), at))
          .member("reason", deskside_report_skipped_reason(report.c(), at))
          .end_object();
    json.end_array();
    write_strengths(json, checked, wishes_.unit);
    json.key("findings").begin_array();
    for (const deskside::finding finding : report) {
      write_finding(json, checked, finding, wishes_);
      if (!lines_) piece.rules.emplace_back(finding.rule().id());
    }
    json.end_array();
    if (report.dropped() > 0) json.member("dropped", report.dropped());
    json.end_object();
    if (lines_) json.end_line();
    piece.text = json.text();
    return piece;
  }

  // The rules come after the messages, so that nothing but their ids has to be kept.
  std::string before(const Piece& piece) override {
    rules_.insert(piece.rules.begin(), piece.rules.end());
    if (lines_) return "";
    const bool first = !begun_;
    begun_ = true;
    return first ? head : ",\n";
  }

  std::string after(const deskside::engine& engine) override {
    if (lines_) return "";
    std::string out = begun_ ? "" : head;
    Json json;
    json.begin_object();
    for (const std::string& id : rules_) {
      const std::optional<deskside::rule> rule = engine.rule(id);
      if (!rule) continue;
      json.quoted_key(id)
          .begin_object()
          .member("name", rule->name())
          .member("pillar", rule->pillar())
          .member("family", rule->family())
          .member("why", rule->why());
      json.key("source").begin_array();
      for (const std::string_view source : rule->sources()) json.value(source);
      json.end_array().end_object();
    }
    json.end_object();
    return out + "],\n\"rules\":" + json.text() + "}\n";
  }

 private:
  static constexpr const char* head = "{\"format_version\":1,\n\"messages\":[";

  Wishes wishes_;
  bool lines_;
  bool begun_ = false;
  std::set<std::string> rules_;
};

}  // namespace

std::unique_ptr<Format> make_json_format(const Wishes& wishes, bool lines) {
  return std::make_unique<JsonFormat>(wishes, lines);
}

}  // namespace dsk::cli
