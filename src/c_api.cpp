// The border: every exported function, and nothing else. The C names are the C++ structures.
#include "deskside/deskside.h"

#include <cstring>
#include <new>
#include <string>

#include "engine/engine.hpp"
#include "engine/memory.hpp"
#include "engine/omissions.hpp"
#include "engine/options.hpp"
#include "error.hpp"
#include "report/report.hpp"
#include "spell/compile_words.hpp"
#include "utf8.hpp"

struct deskside_options { dsk::Options it; };
struct deskside_engine { std::shared_ptr<const dsk::Engine> it; };
struct deskside_rule;
struct deskside_mail { dsk::MailInput it; };
struct deskside_draft {
  std::shared_ptr<const dsk::Engine> engine;
  dsk::Memory memory;
};
struct deskside_report { std::unique_ptr<const dsk::Report> it; };
struct deskside_finding;
struct deskside_fix;
struct deskside_fact;
struct deskside_words { std::vector<std::string> it; };
struct deskside_bytes { std::string it; };
struct deskside_error {
  deskside_status status;
  std::string message;
  std::uint32_t line, column;
};

namespace {

// Handed out when there is no memory left to say more; deskside_error_free knows it.
deskside_error* out_of_memory() {
  static deskside_error error{DESKSIDE_E_MEMORY, "out of memory", 0, 0};
  return &error;
}

deskside_status fail(deskside_error** error, deskside_status status, const char* message,
                     std::uint32_t line = 0, std::uint32_t column = 0) noexcept {
  if (!error) return status;
  try {
    *error = new deskside_error{status, message, line, column};
  } catch (...) {
    *error = out_of_memory();
  }
  return status;
}

// Every call that can fail goes through here: what it throws becomes a status.
deskside_status guarded_call(deskside_error** error, void (*call)(void*), void* body) noexcept {
  if (error) *error = nullptr;
  try {
    call(body);
    return DESKSIDE_OK;
  } catch (const dsk::Error& e) {
    return fail(error, static_cast<deskside_status>(e.status), e.what(), e.line, e.column);
  } catch (const std::bad_alloc&) {
    return fail(error, DESKSIDE_E_MEMORY, "out of memory");
  } catch (const std::exception& e) {
    return fail(error, DESKSIDE_E_INTERNAL, e.what());
  } catch (...) {
    return fail(error, DESKSIDE_E_INTERNAL, "an unknown exception");
  }
}

template <class Body>
deskside_status guarded(deskside_error** error, Body body) noexcept {
  return guarded_call(error, [](void* it) { (*static_cast<Body*>(it))(); }, &body);
}

void require(bool condition, const char* what) {
  if (!condition) throw dsk::Error(dsk::Status::argument, what);
}

std::string_view view(const void* data, size_t size) {
  require(data || size == 0, "NULL data with a size");
  return {static_cast<const char*>(data), size};
}

std::string_view utf8(const char* data, size_t size, const char* what) {
  const std::string_view text = view(data, size);
  const std::size_t bad = dsk::utf8::first_invalid(text);
  if (bad != std::string_view::npos)
    throw dsk::Error(dsk::Status::encoding, std::string(what) + " is not UTF-8 (its byte " +
                                                std::to_string(bad + 1) + "); convert it first");
  return text;
}

// The opaque types of lent objects are those of the report, under their C names.
const dsk::RuleView* in(const deskside_rule* it) {
  return reinterpret_cast<const dsk::RuleView*>(it);
}
const dsk::ReportedFinding* in(const deskside_finding* it) {
  return reinterpret_cast<const dsk::ReportedFinding*>(it);
}
const dsk::ReportedFix* in(const deskside_fix* it) {
  return reinterpret_cast<const dsk::ReportedFix*>(it);
}
const dsk::Fact* in(const deskside_fact* it) { return reinterpret_cast<const dsk::Fact*>(it); }
const deskside_finding* out(const dsk::ReportedFinding* it) {
  return reinterpret_cast<const deskside_finding*>(it);
}
const deskside_fix* out(const dsk::ReportedFix* it) {
  return reinterpret_cast<const deskside_fix*>(it);
}
const deskside_fact* out(const dsk::Fact* it) {
  return reinterpret_cast<const deskside_fact*>(it);
}
const deskside_rule* out(const dsk::RuleView* it) {
  return reinterpret_cast<const deskside_rule*>(it);
}

template <class T>
const T* at(const std::vector<T>& items, size_t index) {
  return index < items.size() ? &items[index] : nullptr;
}

// Listed when somebody asks: none where there is no memory for them.
std::vector<dsk::lexicon::Example> examples(const deskside_rule* rule) {
  std::vector<dsk::lexicon::Example> all;
  if (rule) guarded(nullptr, [&] { all = examples_of(*in(rule)->rule); });
  return all;
}

bool known_unit(deskside_unit unit) {
  return unit == DESKSIDE_BYTES || unit == DESKSIDE_UTF16 || unit == DESKSIDE_CODEPOINTS;
}

size_t offset(const dsk::Offsets* offsets, std::uint32_t byte, deskside_unit unit) {
  return offsets && known_unit(unit) ? offsets->in(static_cast<dsk::Unit>(unit), byte) : 0;
}

}  // namespace

extern "C" {

/* ---- errors */

const char* deskside_error_message(const deskside_error* error) {
  return error ? error->message.c_str() : nullptr;
}
deskside_status deskside_error_status(const deskside_error* error) {
  return error ? error->status : DESKSIDE_OK;
}
uint32_t deskside_error_line(const deskside_error* error) { return error ? error->line : 0; }
uint32_t deskside_error_column(const deskside_error* error) { return error ? error->column : 0; }
void deskside_error_free(deskside_error* error) {
  if (error != out_of_memory()) delete error;
}

const char* deskside_version(void) { return DESKSIDE_VERSION; }

/* ---- options */

deskside_status deskside_options_new(deskside_options** out, deskside_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "NULL out");
    *out = new deskside_options;
  });
}

deskside_status deskside_options_set(deskside_options* options, const char* name,
                                     const char* value, deskside_error** error) {
  return guarded(error, [&] {
    require(options && name && value, "NULL argument");
    options->it.set(name, value);
  });
}

deskside_status deskside_options_add_config(deskside_options* options, const char* name,
                                            const char* data, size_t size, int32_t trusted,
                                            deskside_error** error) {
  return guarded(error, [&] {
    require(options && name, "NULL argument");
    options->it.add_config(name, utf8(data, size, name), trusted != 0);
  });
}

deskside_status deskside_options_add_lexicon(deskside_options* options, const char* pack,
                                             const char* name, const char* data, size_t size,
                                             deskside_error** error) {
  return guarded(error, [&] {
    require(options && pack && name, "NULL argument");
    options->it.add_lexicon(pack, name, utf8(data, size, name));
  });
}

deskside_status deskside_options_add_words(deskside_options* options, const char* data,
                                           size_t size, deskside_error** error) {
  return guarded(error, [&] {
    require(options, "NULL options");
    options->it.add_words(utf8(data, size, "the word list"));
  });
}

deskside_status deskside_options_add_dictionary(deskside_options* options, const char* language,
                                                const void* data, size_t size,
                                                deskside_error** error) {
  return guarded(error, [&] {
    require(options && language, "NULL argument");
    options->it.add_dictionary(language, view(data, size));
  });
}

size_t deskside_options_count(const deskside_options* options) {
  return options ? options->it.settings().size() : 0;
}
const char* deskside_options_name(const deskside_options* options, size_t index) {
  const auto* it = options ? at(options->it.settings(), index) : nullptr;
  return it ? it->name.c_str() : nullptr;
}
const char* deskside_options_value(const deskside_options* options, size_t index) {
  const auto* it = options ? at(options->it.settings(), index) : nullptr;
  return it ? it->value.c_str() : nullptr;
}
const char* deskside_options_origin(const deskside_options* options, size_t index) {
  const auto* it = options ? at(options->it.settings(), index) : nullptr;
  return it ? it->origin.c_str() : nullptr;
}
void deskside_options_free(deskside_options* options) { delete options; }

/* ---- engine */

deskside_status deskside_engine_new(const deskside_options* options, deskside_engine** out,
                                    deskside_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(options && out, "NULL argument");
    *out = new deskside_engine{std::make_shared<const dsk::Engine>(options->it)};
  });
}

size_t deskside_engine_rule_count(const deskside_engine* engine) {
  return engine ? engine->it->rules().size() : 0;
}
const deskside_rule* deskside_engine_rule_at(const deskside_engine* engine, size_t index) {
  return engine ? out(at(engine->it->rules(), index)) : nullptr;
}
const deskside_rule* deskside_engine_rule(const deskside_engine* engine, const char* id) {
  return engine && id ? out(engine->it->rule(id)) : nullptr;
}
size_t deskside_engine_teaching_count(const deskside_engine* engine) {
  return engine ? engine->it->teachings().size() : 0;
}
const deskside_fact* deskside_engine_teaching_at(const deskside_engine* engine, size_t index) {
  return engine ? out(at(engine->it->teachings(), index)) : nullptr;
}
// They are listed when somebody asks: where there is no memory for that, there are none.
size_t deskside_engine_profile_count(const deskside_engine* engine) {
  size_t count = 0;
  if (engine) guarded(nullptr, [&] { count = engine->it->profiles().size(); });
  return count;
}
const deskside_fact* deskside_engine_profile_at(const deskside_engine* engine, size_t index) {
  const deskside_fact* found = nullptr;
  if (engine) guarded(nullptr, [&] { found = out(at(engine->it->profiles(), index)); });
  return found;
}
void deskside_engine_free(deskside_engine* engine) { delete engine; }

/* ---- rules */

const char* deskside_rule_id(const deskside_rule* rule) {
  return rule ? in(rule)->rule->id.data() : nullptr;
}
const char* deskside_rule_name(const deskside_rule* rule) {
  return rule ? in(rule)->rule->title.data() : nullptr;
}
const char* deskside_rule_pillar(const deskside_rule* rule) {
  return rule ? in(rule)->rule->pillar.data() : nullptr;
}
const char* deskside_rule_family(const deskside_rule* rule) {
  return rule ? in(rule)->rule->family.data() : nullptr;
}
const char* deskside_rule_kind(const deskside_rule* rule) {
  return rule ? dsk::lexicon::name(in(rule)->rule->kind).data() : nullptr;
}
deskside_level deskside_rule_level(const deskside_rule* rule) {
  return rule ? static_cast<deskside_level>(in(rule)->level) : 0;
}
int32_t deskside_rule_active(const deskside_rule* rule) { return rule && in(rule)->active ? 1 : 0; }
int32_t deskside_rule_reads_own(const deskside_rule* rule) {
  return rule && in(rule)->rule->reads_own ? 1 : 0;
}
int32_t deskside_rule_fits(const deskside_rule* rule, const char* glob) {
  return rule && glob && dsk::means(glob, *in(rule)->rule) ? 1 : 0;
}
const char* deskside_rule_message(const deskside_rule* rule) {
  return rule ? in(rule)->rule->message.data() : nullptr;
}
const char* deskside_rule_why(const deskside_rule* rule) {
  return rule ? in(rule)->rule->why.data() : nullptr;
}
const char* deskside_rule_instead(const deskside_rule* rule) {
  return rule ? in(rule)->rule->instead.data() : nullptr;
}
size_t deskside_rule_source_count(const deskside_rule* rule) {
  return rule ? in(rule)->rule->sources.size() : 0;
}
const char* deskside_rule_source(const deskside_rule* rule, size_t index) {
  const auto* it = rule ? at(in(rule)->rule->sources, index) : nullptr;
  return it ? it->data() : nullptr;
}
size_t deskside_rule_example_count(const deskside_rule* rule) {
  return examples(rule).size();
}
int32_t deskside_rule_example_polarity(const deskside_rule* rule, size_t index) {
  const std::vector<dsk::lexicon::Example> all = examples(rule);
  return index < all.size() && all[index].good ? 1 : 0;
}
const char* deskside_rule_example_part(const deskside_rule* rule, size_t index, const char* part) {
  const std::vector<dsk::lexicon::Example> all = examples(rule);
  if (!part || index >= all.size()) return nullptr;
  for (const dsk::lexicon::Part& one : all[index].parts)
    if (one.name == part) return one.value.data();
  return nullptr;
}

/* ---- mail */

deskside_status deskside_mail_new(deskside_mail** out, deskside_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "NULL out");
    *out = new deskside_mail;
  });
}
deskside_status deskside_mail_set(deskside_mail* mail, const char* part, const char* data,
                                  size_t size, deskside_error** error) {
  return guarded(error, [&] {
    require(mail && part, "NULL argument");
    mail->it.set(part, view(data, size));
  });
}
deskside_status deskside_mail_add(deskside_mail* mail, const char* part, const char* data,
                                  size_t size, deskside_error** error) {
  return guarded(error, [&] {
    require(mail && part, "NULL argument");
    mail->it.add(part, view(data, size));
  });
}
deskside_status deskside_mail_add_range(deskside_mail* mail, const char* kind, size_t begin,
                                        size_t end, deskside_error** error) {
  return guarded(error, [&] {
    require(mail && kind, "NULL argument");
    mail->it.add_range(kind, begin, end);
  });
}
void deskside_mail_free(deskside_mail* mail) { delete mail; }

/* ---- check */

deskside_status deskside_check(const deskside_engine* engine, const deskside_mail* mail,
                               deskside_report** out, deskside_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(engine && mail && out, "NULL argument");
    *out = new deskside_report{engine->it->check(mail->it)};
  });
}

/* ---- draft */

deskside_status deskside_draft_new(const deskside_engine* engine, deskside_draft** out,
                                   deskside_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(engine && out, "NULL argument");
    *out = new deskside_draft{engine->it, {}};
  });
}
deskside_status deskside_draft_check(deskside_draft* draft, const deskside_mail* mail,
                                     deskside_report** out, deskside_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(draft && mail && out, "NULL argument");
    *out = new deskside_report{draft->engine->check(mail->it, draft->memory)};
  });
}
void deskside_draft_free(deskside_draft* draft) { delete draft; }

/* ---- report */

deskside_verdict deskside_report_verdict(const deskside_report* report) {
  return report ? static_cast<deskside_verdict>(report->it->verdict) : DESKSIDE_PASS;
}
const char* deskside_report_stage(const deskside_report* report) {
  return report ? report->it->stage.c_str() : nullptr;
}
const char* deskside_report_language(const deskside_report* report) {
  return report ? report->it->language.c_str() : nullptr;
}
const char* deskside_report_body(const deskside_report* report, size_t* size) {
  if (size) *size = report ? report->it->body.size() : 0;
  return report ? report->it->body.c_str() : nullptr;
}
int32_t deskside_report_body_in_file(const deskside_report* report, size_t* offset) {
  if (offset) *offset = report ? report->it->body_offset : 0;
  return report && report->it->body_in_file ? 1 : 0;
}
size_t deskside_report_count(const deskside_report* report) {
  return report ? report->it->findings.size() : 0;
}
size_t deskside_report_dropped(const deskside_report* report) {
  return report ? report->it->dropped : 0;
}
const deskside_finding* deskside_report_at(const deskside_report* report, size_t index) {
  return report ? out(at(report->it->findings, index)) : nullptr;
}
size_t deskside_report_first(const deskside_report* report, size_t rank) {
  const auto* index = report ? at(report->it->first, rank) : nullptr;
  return index ? *index : SIZE_MAX;
}
size_t deskside_report_fact_count(const deskside_report* report, const char* kind) {
  if (!report) return 0;
  const dsk::FactList& facts = report->it->facts;
  return kind ? facts.count(kind) : facts.size();
}
const deskside_fact* deskside_report_fact_at(const deskside_report* report, const char* kind,
                                             size_t index) {
  if (!report) return nullptr;
  const dsk::FactList& facts = report->it->facts;
  const dsk::Fact* found = nullptr;
  // Some are made when somebody asks: where there is no memory for that, there are none.
  guarded(nullptr, [&] { found = kind ? facts.at(kind, index) : facts.at(index); });
  return out(found);
}
size_t deskside_report_skipped_count(const deskside_report* report) {
  return report ? report->it->skipped.size() : 0;
}
const char* deskside_report_skipped_rule(const deskside_report* report, size_t index) {
  const auto* it = report ? at(report->it->skipped, index) : nullptr;
  return it ? it->rule.data() : nullptr;
}
const char* deskside_report_skipped_reason(const deskside_report* report, size_t index) {
  const auto* it = report ? at(report->it->skipped, index) : nullptr;
  return it ? it->reason.data() : nullptr;
}
void deskside_report_free(deskside_report* report) { delete report; }

/* ---- findings */

const deskside_rule* deskside_finding_rule(const deskside_finding* finding) {
  return finding ? out(in(finding)->rule) : nullptr;
}
deskside_level deskside_finding_level(const deskside_finding* finding) {
  return finding ? static_cast<deskside_level>(in(finding)->level) : 0;
}
int32_t deskside_finding_blocks(const deskside_finding* finding) {
  return finding && in(finding)->blocks ? 1 : 0;
}
const char* deskside_finding_part(const deskside_finding* finding) {
  return finding ? "body" : nullptr;
}
size_t deskside_finding_begin(const deskside_finding* finding, deskside_unit unit) {
  return finding ? offset(in(finding)->offsets, in(finding)->body.begin, unit) : 0;
}
size_t deskside_finding_end(const deskside_finding* finding, deskside_unit unit) {
  return finding ? offset(in(finding)->offsets, in(finding)->body.end, unit) : 0;
}
uint32_t deskside_finding_line(const deskside_finding* finding) {
  return finding ? in(finding)->line : 0;
}
uint32_t deskside_finding_column(const deskside_finding* finding) {
  return finding ? in(finding)->column : 0;
}
const char* deskside_finding_text(const deskside_finding* finding) {
  return finding ? in(finding)->text.data() : nullptr;
}
const char* deskside_finding_message(const deskside_finding* finding) {
  return finding ? in(finding)->message.data() : nullptr;
}
const char* deskside_finding_fingerprint(const deskside_finding* finding) {
  return finding ? in(finding)->fingerprint.data() : nullptr;
}
size_t deskside_finding_related_count(const deskside_finding* finding) {
  return finding ? in(finding)->related.size() : 0;
}
const deskside_fact* deskside_finding_related_at(const deskside_finding* finding, size_t index) {
  return finding ? out(at(in(finding)->related, index)) : nullptr;
}
size_t deskside_finding_fix_count(const deskside_finding* finding) {
  return finding ? in(finding)->fixes.size() : 0;
}
const deskside_fix* deskside_finding_fix_at(const deskside_finding* finding, size_t index) {
  return finding ? out(at(in(finding)->fixes, index)) : nullptr;
}

/* ---- fixes */

size_t deskside_fix_begin(const deskside_fix* fix, deskside_unit unit) {
  return fix ? offset(in(fix)->offsets, in(fix)->body.begin, unit) : 0;
}
size_t deskside_fix_end(const deskside_fix* fix, deskside_unit unit) {
  return fix ? offset(in(fix)->offsets, in(fix)->body.end, unit) : 0;
}
const char* deskside_fix_replacement(const deskside_fix* fix) {
  return fix ? in(fix)->replacement.data() : nullptr;
}
deskside_safety deskside_fix_safety(const deskside_fix* fix) {
  return fix ? static_cast<deskside_safety>(in(fix)->safety) : DESKSIDE_PREVIEW;
}

/* ---- facts */

const char* deskside_fact_kind(const deskside_fact* fact) {
  return fact ? in(fact)->kind.data() : nullptr;
}
const char* deskside_fact_name(const deskside_fact* fact) {
  return fact ? in(fact)->name.data() : nullptr;
}
deskside_side deskside_fact_side(const deskside_fact* fact) {
  if (!fact) return DESKSIDE_MAIL;
  return in(fact)->in_earlier    ? DESKSIDE_EARLIER
         : in(fact)->in_incoming ? DESKSIDE_INCOMING
                                 : DESKSIDE_MAIL;
}
size_t deskside_fact_begin(const deskside_fact* fact, deskside_unit unit) {
  return fact ? offset(in(fact)->offsets, in(fact)->body.begin, unit) : 0;
}
size_t deskside_fact_end(const deskside_fact* fact, deskside_unit unit) {
  return fact ? offset(in(fact)->offsets, in(fact)->body.end, unit) : 0;
}
const char* deskside_fact_text(const deskside_fact* fact) {
  return fact ? in(fact)->text.data() : nullptr;
}
const char* deskside_fact_value(const deskside_fact* fact) {
  return fact ? in(fact)->value.data() : nullptr;
}

/* ---- words */

int32_t deskside_spell(const deskside_engine* engine, const char* word, size_t size) {
  if (!engine || (!word && size != 0)) return 0;
  int32_t right = 0;
  // A bad encoding or no memory is no right spelling either.
  guarded(nullptr, [&] { right = engine->it->spelt_right(utf8(word, size, "the word")) ? 1 : 0; });
  return right;
}
deskside_status deskside_suggest(const deskside_engine* engine, const deskside_report* report,
                                 const char* word, size_t size, size_t limit,
                                 deskside_words** out, deskside_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(engine && out, "NULL argument");
    const std::string_view nearby = report ? report->it->nearby() : "";
    *out = new deskside_words{engine->it->suggest(utf8(word, size, "the word"), nearby, limit)};
  });
}
size_t deskside_words_count(const deskside_words* words) { return words ? words->it.size() : 0; }
const char* deskside_words_at(const deskside_words* words, size_t index) {
  const auto* it = words ? at(words->it, index) : nullptr;
  return it ? it->c_str() : nullptr;
}
void deskside_words_free(deskside_words* words) { delete words; }

deskside_status deskside_words_compile(const char* language, const char* aff_path,
                                       const char* dic_path, deskside_bytes** out,
                                       deskside_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(language && aff_path && dic_path && out, "NULL argument");
    *out = new deskside_bytes{dsk::spell::compile_words(aff_path, dic_path, language)};
  });
}
const void* deskside_bytes_data(const deskside_bytes* bytes) {
  return bytes ? bytes->it.data() : nullptr;
}
size_t deskside_bytes_size(const deskside_bytes* bytes) { return bytes ? bytes->it.size() : 0; }
void deskside_bytes_free(deskside_bytes* bytes) { delete bytes; }

}  // extern "C"
