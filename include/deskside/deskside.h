/* deskside.h: look over a support mail before it is sent.
 *
 * This header is the whole contract. What is not written here is not promised.
 *
 *   Text      UTF-8 in, UTF-8 out. Input is a pointer and a size in bytes and needs no NUL; names
 *             (of options, parts, kinds, rules) are NUL-terminated. Returned strings are
 *             NUL-terminated and hold no inner NUL, but for a report's body. Text that is not UTF-8
 *             is refused with DESKSIDE_E_ENCODING, but for messages, which are bytes: the parts
 *             "raw", "incoming" and "thread".
 *   Ownership `x_new` and every `**out` argument hand you an object: give it back to `x_free`
 *             (NULL is fine). Everything returned otherwise is lent, and the comment says by whom
 *             and until when.
 *   Lifetimes No object needs another one to stay alive, save what is lent: a rule by its engine or
 *             report, a finding, a fix and a fact by their report. Free them in any order.
 *   Failure   A function that can fail returns a deskside_status. On failure its out arguments are
 *             NULL, nothing else has changed, and `*error`, where you asked for it, says why.
 *             Any function that fails may also give ARGUMENT, MEMORY or INTERNAL. An accessor given
 *             NULL, or an index past the end, answers NULL or 0; so does one that has no memory.
 *   Threads   An engine, a report and a word list never change: share them freely. Options, mails,
 *             drafts and errors belong to one thread at a time. There is no global or thread-local
 *             state.
 *   World     No file is opened at check time, nothing is printed, no clock, locale or environment
 *             is read, nothing is sent anywhere. Building an engine reads the Hunspell dictionary of
 *             a language whose words are not linked in or handed in, or where the option "hunspell"
 *             is on, and nothing else.
 *   Secrets   The text of a password, token, key or card number is masked in every output but the
 *             report's body, where facts of kind "secret" say what must not be shown.
 */
#ifndef DESKSIDE_DESKSIDE_H
#define DESKSIDE_DESKSIDE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define DESKSIDE_VERSION_MAJOR 0
#define DESKSIDE_VERSION_MINOR 1
#define DESKSIDE_VERSION_PATCH 0

#if defined(__GNUC__)
#define DESKSIDE_API __attribute__((visibility("default")))
#else
#define DESKSIDE_API
#endif

/* ---- values ---------------------------------------------------------------------------------- */

typedef int32_t deskside_status;
enum {
  DESKSIDE_OK = 0,
  DESKSIDE_E_ARGUMENT = -1,   /* a call that no input can make right */
  DESKSIDE_E_MEMORY = -2,     /* out of memory */
  DESKSIDE_E_ENCODING = -3,   /* the text is not UTF-8 */
  DESKSIDE_E_OPTION = -4,     /* an unknown option or part, or a value it cannot take */
  DESKSIDE_E_LEXICON = -5,    /* a rule pack or configuration that does not parse */
  DESKSIDE_E_DICTIONARY = -6, /* a spelling dictionary that is missing or broken */
  DESKSIDE_E_INTERNAL = -99   /* a bug in deskside: please report it */
};

/* What offsets count. */
typedef int32_t deskside_unit;
enum { DESKSIDE_BYTES = 0, DESKSIDE_UTF16 = 1, DESKSIDE_CODEPOINTS = 2 };

/* How much a finding matters. A coach remark is shown on request only. */
typedef int32_t deskside_level;
enum {
  DESKSIDE_COACH = 0,
  DESKSIDE_SUGGESTION = 1,
  DESKSIDE_WARNING = 2,
  DESKSIDE_ERROR = 3
};

/* What a gate should do with the mail. PASS: nothing to say. ADVISE: it may go, with suggestions.
 * CONFIRM: ask the person first. BLOCK: ask, and ask for a reason too. */
typedef int32_t deskside_verdict;
enum { DESKSIDE_PASS = 0, DESKSIDE_ADVISE = 1, DESKSIDE_CONFIRM = 2, DESKSIDE_BLOCK = 3 };

/* Which message a range lies in. */
typedef int32_t deskside_side;
enum { DESKSIDE_MAIL = 0, DESKSIDE_INCOMING = 1, DESKSIDE_EARLIER = 2 };

/* May a fix be applied without looking? */
typedef int32_t deskside_safety;
enum { DESKSIDE_SAFE = 0, DESKSIDE_PREVIEW = 1 };

typedef struct deskside_options deskside_options; /* what to look for; a builder */
typedef struct deskside_engine deskside_engine;   /* options, compiled; immutable */
typedef struct deskside_rule deskside_rule;       /* one rule and its texts; lent */
typedef struct deskside_mail deskside_mail;       /* one outgoing message, and what it answers */
typedef struct deskside_draft deskside_draft;     /* what was read of a mail being written */
typedef struct deskside_report deskside_report;   /* findings and facts; immutable */
typedef struct deskside_finding deskside_finding; /* one finding; lent by its report */
typedef struct deskside_fix deskside_fix;         /* one way to write it; lent by its report */
typedef struct deskside_fact deskside_fact;       /* one thing read in a message; lent likewise */
typedef struct deskside_words deskside_words;     /* a list of words; immutable */
typedef struct deskside_bytes deskside_bytes;     /* a block of bytes; immutable */
typedef struct deskside_error deskside_error;     /* why a call failed */

/* ---- errors ---------------------------------------------------------------------------------- */

/* One sentence for a person: what is wrong and what to do. Of a configuration with several mistakes
 * one a line, of more than ten the first ten and how many more. Lent until the error is freed. */
DESKSIDE_API const char *deskside_error_message(const deskside_error *error);

/* The status the failing call returned. */
DESKSIDE_API deskside_status deskside_error_status(const deskside_error *error);

/* 1-based line and column (in bytes) of the pack or configuration at fault, of its first mistake; 0
 * where there is none. */
DESKSIDE_API uint32_t deskside_error_line(const deskside_error *error);
DESKSIDE_API uint32_t deskside_error_column(const deskside_error *error);

DESKSIDE_API void deskside_error_free(deskside_error *error);

/* ---- version --------------------------------------------------------------------------------- */

/* "0.1.0": the library's version, which may differ from the header's. Lent for ever. */
DESKSIDE_API const char *deskside_version(void);

/* ---- options --------------------------------------------------------------------------------- */

/* Options as shipped: every rule on that is on by default, English, no profile. */
DESKSIDE_API deskside_status deskside_options_new(deskside_options **out, deskside_error **error);

/* Set one option by name. deskside_options_name lists them all; among them:
 *
 *   language         "auto", "en-US", "en-GB", or another whose dictionary is installed
 *   profile          the name of a profile of the packs or the configuration; "" for none
 *   gate             "suggestion", "warning" (default) or "error": from which level to confirm
 *   rule.ID          "off", "on", "coach", "suggestion", "warning" or "error"; ID may be a glob
 *   dictionary.path  folder of the Hunspell dictionaries; default "/usr/share/hunspell"
 *   hunspell         "on" lets suggestions come from Hunspell, slowly; default "off"
 *
 * Errors: OPTION. */
DESKSIDE_API deskside_status deskside_options_set(deskside_options *options, const char *name,
                                                  const char *value, deskside_error **error);

/* Add a configuration (the TOML of deskside.toml, `format = 1`), copied. Later ones win. `name` is
 * what errors and deskside_options_origin call it. `trusted` is 0 for a file found by searching
 * upward: keys that run a program or name a mailbox are then an error.
 *
 * Errors: LEXICON (line and column tell where), ENCODING. */
DESKSIDE_API deskside_status deskside_options_add_config(deskside_options *options,
                                                         const char *name, const char *data,
                                                         size_t size, int32_t trusted,
                                                         deskside_error **error);

/* Add one TOML file of a rule pack, copied. A rule whose id the packs hold already replaces it, and
 * so does one of a file added later. What a file says of an act comes on top of what was said before.
 * `pack` is the pack's language tag, say "en"; `name` is what errors call the file.
 *
 * Errors: LEXICON (line and column tell where), ENCODING. */
DESKSIDE_API deskside_status deskside_options_add_lexicon(deskside_options *options,
                                                          const char *pack, const char *name,
                                                          const char *data, size_t size,
                                                          deskside_error **error);

/* Add words that are spelt right for this person or team: UTF-8, a word a line, `#` begins a
 * comment. Copied.
 *
 * Errors: ENCODING. */
DESKSIDE_API deskside_status deskside_options_add_words(deskside_options *options,
                                                        const char *data, size_t size,
                                                        deskside_error **error);

/* Hand in a compiled word list (deskside_words_compile) for `language`. Copied.
 *
 * Errors: DICTIONARY where the bytes are not such a list. */
DESKSIDE_API deskside_status deskside_options_add_dictionary(deskside_options *options,
                                                             const char *language,
                                                             const void *data, size_t size,
                                                             deskside_error **error);

/* The options there are, those set by a pack, a configuration or a profile included. What else a
 * configuration holds is listed with them, where it does: its "words", and each [[when]] as "when". */
DESKSIDE_API size_t deskside_options_count(const deskside_options *options);

/* Name, value in force, and where the value came from: "default", "set", or the name of a
 * configuration. Lent until the options are changed or freed. */
DESKSIDE_API const char *deskside_options_name(const deskside_options *options, size_t index);
DESKSIDE_API const char *deskside_options_value(const deskside_options *options, size_t index);
DESKSIDE_API const char *deskside_options_origin(const deskside_options *options, size_t index);

DESKSIDE_API void deskside_options_free(deskside_options *options);

/* ---- engine ---------------------------------------------------------------------------------- */

/* Compile `options`, which stay yours and may be changed or freed at once. Fast for the shipped
 * packs, tens of milliseconds for a language read through Hunspell: make one engine and keep it.
 *
 * Errors: OPTION, LEXICON, DICTIONARY. */
DESKSIDE_API deskside_status deskside_engine_new(const deskside_options *options,
                                                 deskside_engine **out, deskside_error **error);

/* The rules of all packs, sorted by id, those switched off included. Lent by the engine. */
DESKSIDE_API size_t deskside_engine_rule_count(const deskside_engine *engine);
DESKSIDE_API const deskside_rule *deskside_engine_rule_at(const deskside_engine *engine,
                                                          size_t index);

/* A rule by its id, or by an id it had once; NULL where there is none. Lent by the engine. */
DESKSIDE_API const deskside_rule *deskside_engine_rule(const deskside_engine *engine,
                                                       const char *id);

/* The teachings the packs carry, each a fact of kind "teaching": its name is the teaching's id, its
 * text the teaching, its value what carries it ("rule:ack-unanswered-question", "profile:loop",
 * "tip: ...", "explanation: ..."; one a line). Lent by the engine. */
DESKSIDE_API size_t deskside_engine_teaching_count(const deskside_engine *engine);
DESKSIDE_API const deskside_fact *deskside_engine_teaching_at(const deskside_engine *engine,
                                                              size_t index);

/* The profiles of the packs and configurations by name, each a fact of kind "profile": its text says
 * what it is for ("" where a configuration made it), its value what it sets ("loop = open-door",
 * "rule.closing-* = off"; one a line). What a configuration adds to a pack's profile is a fact of its
 * own behind it. Lent by the engine. */
DESKSIDE_API size_t deskside_engine_profile_count(const deskside_engine *engine);
DESKSIDE_API const deskside_fact *deskside_engine_profile_at(const deskside_engine *engine,
                                                             size_t index);

DESKSIDE_API void deskside_engine_free(deskside_engine *engine);

/* ---- rules ----------------------------------------------------------------------------------- */

/* "tone-bare-imperative": stable for ever. This and all strings of a rule are lent by who lent the
 * rule. */
DESKSIDE_API const char *deskside_rule_id(const deskside_rule *rule);

/* A few words for a list: "Bare command". */
DESKSIDE_API const char *deskside_rule_name(const deskside_rule *rule);

/* "empathy", "tone", "acknowledgement", "trust" or "basics". */
DESKSIDE_API const char *deskside_rule_pillar(const deskside_rule *rule);

/* Findings of one family are one remark to a person; "" where the rule has none. */
DESKSIDE_API const char *deskside_rule_family(const deskside_rule *rule);

/* "phrase", "require", "limit", "pair", "cues", "thread", "spelling", "mechanics" or "ledger". */
DESKSIDE_API const char *deskside_rule_kind(const deskside_rule *rule);

/* The level in force with this engine's options. */
DESKSIDE_API deskside_level deskside_rule_level(const deskside_rule *rule);

/* 1 if the rule runs with this engine's options, else 0. */
DESKSIDE_API int32_t deskside_rule_active(const deskside_rule *rule);

/* 1 if the rule judges the author's own words only, 0 if every zone of the mail. */
DESKSIDE_API int32_t deskside_rule_reads_own(const deskside_rule *rule);

/* 1 if the option rule.GLOB speaks of the rule: its id or one it had once fits the glob (* and ?,
 * letters without regard to case), else 0. */
DESKSIDE_API int32_t deskside_rule_fits(const deskside_rule *rule, const char *glob);

/* The remark as the pack words it, `{match}` and the like unfilled. */
DESKSIDE_API const char *deskside_rule_message(const deskside_rule *rule);

/* Why it matters, and what to write instead. */
DESKSIDE_API const char *deskside_rule_why(const deskside_rule *rule);
DESKSIDE_API const char *deskside_rule_instead(const deskside_rule *rule);

/* Where the rule comes from, a plain line each. */
DESKSIDE_API size_t deskside_rule_source_count(const deskside_rule *rule);
DESKSIDE_API const char *deskside_rule_source(const deskside_rule *rule, size_t index);

/* The rule's examples. `polarity` is 1 for a good one, 0 for a bad one. An example is a mail in
 * named parts, those of deskside_mail_set and deskside_mail_add (several values a line each); part
 * "text" holds the body, and in a bad one ">>" and "<<" mark the words that are found. NULL for a
 * part the example does not name. */
DESKSIDE_API size_t deskside_rule_example_count(const deskside_rule *rule);
DESKSIDE_API int32_t deskside_rule_example_polarity(const deskside_rule *rule, size_t index);
DESKSIDE_API const char *deskside_rule_example_part(const deskside_rule *rule, size_t index,
                                                    const char *part);

/* ---- mail ------------------------------------------------------------------------------------ */

/* An empty mail. */
DESKSIDE_API deskside_status deskside_mail_new(deskside_mail **out, deskside_error **error);

/* Set a part by name; an empty value takes it away again. Copied.
 *
 *   raw        the whole message as bytes, RFC 5322 with MIME; without a header block, plain text
 *   text       the body as plain text
 *   html       the body as HTML (of raw, text and html, set one)
 *   subject    without "Subject:"
 *   from, to, cc, bcc   address lists as in a header: "Ann Lee <ann@example.com>, bob@example.com"
 *   date       as in a Date header, or RFC 3339; the date promises count from
 *   now        when the mail is being sent, RFC 3339; default `date`
 *   incoming   the message being answered: raw with headers, or plain text
 *   incoming-html       the same as an HTML body
 *   language   overrides the engine's for this mail
 *   profile    overrides the engine's for this mail
 *   stage      "first-reply", "asking", "fixing", "waiting", "refusing", "resolving",
 *              "following-up", "broadcast" or "unknown"; else it is inferred
 *   fragment   "yes": a piece of a mail; rules about the mail as a whole do not run
 *   template   "yes": a macro or canned reply; template fields count as filled
 *
 * Errors: OPTION for a part there is not or a value it cannot take, ENCODING. */
DESKSIDE_API deskside_status deskside_mail_set(deskside_mail *mail, const char *part,
                                               const char *data, size_t size,
                                               deskside_error **error);

/* Add to a part that may stand several times. Copied.
 *
 *   attachment  the file name of an attachment, "" where it has none
 *   thread      an earlier message of the thread, raw or text, oldest first
 *   promise     an open promise: "due|what", due in RFC 3339
 *
 * Errors: OPTION, ENCODING. */
DESKSIDE_API deskside_status deskside_mail_add(deskside_mail *mail, const char *part,
                                               const char *data, size_t size,
                                               deskside_error **error);

/* Say what the client knows already: bytes [begin, end) of the "text" or "html" are a zone of
 * `kind`, "quote", "signature" and so on, as facts of kind "zone" name them.
 *
 * Errors: OPTION for an unknown kind, ARGUMENT for a range that is not one. */
DESKSIDE_API deskside_status deskside_mail_add_range(deskside_mail *mail, const char *kind,
                                                     size_t begin, size_t end,
                                                     deskside_error **error);

DESKSIDE_API void deskside_mail_free(deskside_mail *mail);

/* ---- check ----------------------------------------------------------------------------------- */

/* Look a mail over. Finding something is success, an empty report is too, and a mail too broken to
 * read well is read as well as can be. Threads: any number at once on one engine.
 *
 * Errors: OPTION for a language or profile the engine does not have. */
DESKSIDE_API deskside_status deskside_check(const deskside_engine *engine,
                                            const deskside_mail *mail, deskside_report **out,
                                            deskside_error **error);

/* ---- draft ----------------------------------------------------------------------------------- */

/* A mail while it is being written, for checks as one types. A draft remembers what was read of the
 * mail's sentences and of the messages it answers, and so reads no more than the sentences that
 * changed. It keeps its engine in use: both may be freed in any order. */
DESKSIDE_API deskside_status deskside_draft_new(const deskside_engine *engine,
                                                deskside_draft **out, deskside_error **error);

/* Look `mail` over as it stands now: the report is the one that deskside_check would give, to the
 * last fact. After an edit, set the part that changed (deskside_mail_set), or make the mail anew,
 * and call this again; nobody has to say what the edit was. Any mail may be given, and one that has
 * nothing in common with the last is read from scratch. What is remembered is some fifty times the
 * size of the mail last checked, however many checks there were.
 *
 * Errors: as deskside_check. A draft can be used on after any of them. */
DESKSIDE_API deskside_status deskside_draft_check(deskside_draft *draft,
                                                  const deskside_mail *mail,
                                                  deskside_report **out, deskside_error **error);

DESKSIDE_API void deskside_draft_free(deskside_draft *draft);

/* ---- report ---------------------------------------------------------------------------------- */

DESKSIDE_API deskside_verdict deskside_report_verdict(const deskside_report *report);

/* The stage it was read as, a value of the mail part "stage". Lent by the report. */
DESKSIDE_API const char *deskside_report_stage(const deskside_report *report);

/* The language it was judged in, "en-US"; "" where it was not judged. Lent by the report. */
DESKSIDE_API const char *deskside_report_language(const deskside_report *report);

/* The body that offsets count in: transfer encoding and charset undone, UTF-8; HTML stays HTML.
 * A NUL of the mail is kept: use the size. Lent by the report. */
DESKSIDE_API const char *deskside_report_body(const deskside_report *report, size_t *size);

/* 1 if the body stands in the message given, byte for byte, from byte `*offset` on, so that it can
 * be edited in place; else 0. */
DESKSIDE_API int32_t deskside_report_body_in_file(const deskside_report *report, size_t *offset);

/* The findings in text order, at most 1,000; those about the whole mail come first. */
DESKSIDE_API size_t deskside_report_count(const deskside_report *report);

/* How many more there were. */
DESKSIDE_API size_t deskside_report_dropped(const deskside_report *report);

/* The finding at `index`, lent by the report. */
DESKSIDE_API const deskside_finding *deskside_report_at(const deskside_report *report,
                                                        size_t index);

/* The findings worth showing first, at most three: the index of the one at `rank`, SIZE_MAX past the
 * end. Errors come before all else; of the rest one a sentence, a rule and a family, most useful first.
 * Never a coach remark. */
DESKSIDE_API size_t deskside_report_first(const deskside_report *report, size_t rank);

/* The facts read in the mail and the incoming message, in text order. `kind` NULL counts all; else
 *
 *   zone      name: the zone's kind
 *   inline    name: "url", "code", "label", ...
 *   act       name: "greeting", "promise", ...
 *   signal    name: "distress", "question", ... (in the incoming message)
 *   promise   name: who, text: what, value: when it is due, RFC 3339, "" where unresolved
 *   time      name: "due", "two-ways" (due, and day and month may change places, 03/04), or why it
 *             cannot be told: "vague", "condition", "no-such-day", "disagrees" (weekday and date),
 *             "unknown-zone", "undated"; value: RFC 3339 or ""
 *   strength  name: the act done well, value: "pillar: a sentence about it"
 *   header    name: "subject", "from", ...  value: its decoded value
 *   note      value: what was made of a part that could not be read as it stands
 *   secret    a place in the body where a password, token, key or card number stands, whether a rule
 *             tells of it or not: put stars there before you show the body; text: masked
 *   lack      name: what rules wanted and the mail did not bring: "incoming", "recipients",
 *             "promises", "subject", "date", "whole-mail"; value: the reason those were skipped for
 *   ignored   name: what an X-Deskside-Ignore of the mail names, value: the level of the gravest
 *             finding that it hides, "nothing", or "no-such-rule"
 */
DESKSIDE_API size_t deskside_report_fact_count(const deskside_report *report, const char *kind);
DESKSIDE_API const deskside_fact *deskside_report_fact_at(const deskside_report *report,
                                                          const char *kind, size_t index);

/* What was not judged and why: a rule's id ("" for all rules) and a reason for a person. */
DESKSIDE_API size_t deskside_report_skipped_count(const deskside_report *report);
DESKSIDE_API const char *deskside_report_skipped_rule(const deskside_report *report, size_t index);
DESKSIDE_API const char *deskside_report_skipped_reason(const deskside_report *report,
                                                        size_t index);

DESKSIDE_API void deskside_report_free(deskside_report *report);

/* ---- findings -------------------------------------------------------------------------------- */

/* The rule that speaks. Lent by the report, so the engine may be gone. */
DESKSIDE_API const deskside_rule *deskside_finding_rule(const deskside_finding *finding);

DESKSIDE_API deskside_level deskside_finding_level(const deskside_finding *finding);

/* 1 if this finding alone makes the verdict BLOCK. */
DESKSIDE_API int32_t deskside_finding_blocks(const deskside_finding *finding);

/* What the range is a range of: "body". Rules read the subject, too, but what they say of it is about
 * the whole mail. Lent for ever. */
DESKSIDE_API const char *deskside_finding_part(const deskside_finding *finding);

/* Half-open range [begin, end) in the body, counted in `unit`; 0 and 0 for the mail as a whole. */
DESKSIDE_API size_t deskside_finding_begin(const deskside_finding *finding, deskside_unit unit);
DESKSIDE_API size_t deskside_finding_end(const deskside_finding *finding, deskside_unit unit);

/* 1-based line, and 1-based column in bytes, in the message as given; 1 and 1 for the whole mail. */
DESKSIDE_API uint32_t deskside_finding_line(const deskside_finding *finding);
DESKSIDE_API uint32_t deskside_finding_column(const deskside_finding *finding);

/* The words in question as a reader sees them, "" for the whole mail; a secret is masked. */
DESKSIDE_API const char *deskside_finding_text(const deskside_finding *finding);

/* What there is to say, one or two plain sentences. */
DESKSIDE_API const char *deskside_finding_message(const deskside_finding *finding);

/* "1:...": a versioned hash of the rule and the normalised sentence, the same across mails. */
DESKSIDE_API const char *deskside_finding_fingerprint(const deskside_finding *finding);

/* Other places that belong to it, such as the question in the incoming message. */
DESKSIDE_API size_t deskside_finding_related_count(const deskside_finding *finding);
DESKSIDE_API const deskside_fact *deskside_finding_related_at(const deskside_finding *finding,
                                                              size_t index);

DESKSIDE_API size_t deskside_finding_fix_count(const deskside_finding *finding);
DESKSIDE_API const deskside_fix *deskside_finding_fix_at(const deskside_finding *finding,
                                                         size_t index);

/* ---- fixes ----------------------------------------------------------------------------------- */

/* Replace [begin, end) of the body by this. It is escaped where the body is HTML. */
DESKSIDE_API size_t deskside_fix_begin(const deskside_fix *fix, deskside_unit unit);
DESKSIDE_API size_t deskside_fix_end(const deskside_fix *fix, deskside_unit unit);
DESKSIDE_API const char *deskside_fix_replacement(const deskside_fix *fix);
DESKSIDE_API deskside_safety deskside_fix_safety(const deskside_fix *fix);

/* ---- facts ----------------------------------------------------------------------------------- */

DESKSIDE_API const char *deskside_fact_kind(const deskside_fact *fact);
DESKSIDE_API const char *deskside_fact_name(const deskside_fact *fact);

/* MAIL or INCOMING: which body the range is a range of. EARLIER: of the body of a message of the
 * thread, and the name of the fact says which one. */
DESKSIDE_API deskside_side deskside_fact_side(const deskside_fact *fact);
DESKSIDE_API size_t deskside_fact_begin(const deskside_fact *fact, deskside_unit unit);
DESKSIDE_API size_t deskside_fact_end(const deskside_fact *fact, deskside_unit unit);

/* The words themselves, masked where they are a secret. */
DESKSIDE_API const char *deskside_fact_text(const deskside_fact *fact);

/* What was made of them; "" where there is nothing to add. */
DESKSIDE_API const char *deskside_fact_value(const deskside_fact *fact);

/* ---- words ----------------------------------------------------------------------------------- */

/* 1 if `word` is spelt right for this engine: its dictionary, the technical lexicon, own words. */
DESKSIDE_API int32_t deskside_spell(const deskside_engine *engine, const char *word, size_t size);

/* At most `limit` better spellings of `word`, best first; words that stand in `report`'s mail and
 * incoming message are preferred, and `report` may be NULL.
 *
 * Errors: ENCODING. */
DESKSIDE_API deskside_status deskside_suggest(const deskside_engine *engine,
                                              const deskside_report *report, const char *word,
                                              size_t size, size_t limit, deskside_words **out,
                                              deskside_error **error);

DESKSIDE_API size_t deskside_words_count(const deskside_words *words);

/* The word at `index`, lent by the list. */
DESKSIDE_API const char *deskside_words_at(const deskside_words *words, size_t index);

DESKSIDE_API void deskside_words_free(deskside_words *words);

/* Compile an installed Hunspell dictionary of `language` ("de-DE") into the list that
 * deskside_options_add_dictionary takes. Reads the two files, and takes seconds.
 *
 * Errors: DICTIONARY. */
DESKSIDE_API deskside_status deskside_words_compile(const char *language, const char *aff_path,
                                                    const char *dic_path, deskside_bytes **out,
                                                    deskside_error **error);

/* The bytes and their size. Lent until freed. */
DESKSIDE_API const void *deskside_bytes_data(const deskside_bytes *bytes);
DESKSIDE_API size_t deskside_bytes_size(const deskside_bytes *bytes);

DESKSIDE_API void deskside_bytes_free(deskside_bytes *bytes);

#ifdef __cplusplus
}
#endif

#endif /* DESKSIDE_DESKSIDE_H */
