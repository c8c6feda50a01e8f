#include "engine/engine.hpp"

#include <algorithm>
#include <set>

#include "acts/conversation.hpp"
#include "acts/stage.hpp"
#include "engine/omissions.hpp"
#include "error.hpp"
#include "mail/headers.hpp"
#include "rules/rules.hpp"

namespace dsk {
namespace {

using lexicon::Level;

std::unique_ptr<lexicon::Language> open_language(const Options& options) {
  std::vector<lexicon::Pack> layers;
  std::optional<lexicon::Pack> shipped = lexicon::shipped("en");
  std::string tag = shipped ? "en" : "";
  // A pack of another language stands alone; files of the shipped one's are layers over it.
  for (const auto& [pack, source] : options.lexicons())
    if (pack.substr(0, 2) != tag) tag = pack;
  if (shipped && shipped->language == tag) layers.push_back(std::move(*shipped));
  std::vector<lexicon::Source> files;
  for (const auto& [pack, source] : options.lexicons()) files.push_back(source);
  if (!files.empty()) {
    const lexicon::Pack* base = layers.empty() ? nullptr : &layers.front();
    layers.push_back(lexicon::compile(tag, files, base));
  }
  if (layers.empty())
    throw Error(Status::lexicon,
                "there is no rule pack; add one with deskside_options_add_lexicon");
  return std::make_unique<lexicon::Language>(std::move(layers));
}

// "FILE:LINE:COLUMN: " where it stands in one, "" else.
std::string in_file(std::string_view file, Place place) {
  if (place.line == 0) return {};
  return std::string(file) + ":" + std::to_string(place.line) + ":" +
         std::to_string(place.column) + ": ";
}

std::unique_ptr<spell::Speller> open_speller(const Options& options, std::string_view pack) {
  std::string language(options.get("language"));
  if (language == "auto" || language.empty()) {
    if (pack != "en") return nullptr;
    language = "en-US";
  }
  spell::Sources sources;
  sources.chosen = language == options.get("language");
  sources.language = language;
  for (const auto& [tag, bytes] : options.dictionaries())
    if (tag == language) sources.words = bytes;
  std::string file = language;
  std::replace(file.begin(), file.end(), '-', '_');
  const std::string path = std::string(options.get("dictionary.path")) + "/" + file;
  sources.aff = path + ".aff";
  sources.dic = path + ".dic";
  sources.hunspell_suggests = options.get("hunspell") == "on";
  try {
    return std::make_unique<spell::Speller>(sources);
  } catch (const Error& error) {
    const Setting& chosen = *options.setting("language");
    throw Error(error.status, in_file(chosen.origin, chosen.place) + error.what(),
                chosen.place.line, chosen.place.column);
  }
}

bool address_matches(const std::vector<std::string>& globs,
                     const std::vector<mail::Address>& addresses) {
  return std::any_of(addresses.begin(), addresses.end(), [&](const mail::Address& one) {
    return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
      return glob_matches(glob, one.address);
    });
  });
}

// What a profile itself sets, by name and value: one of a pack, and one of a configuration.
template <class Set>
void each_of(const lexicon::Profile& profile, Set set) {
  for (const lexicon::Part& key : profile.keys) set(key.name, key.value);
  for (const lexicon::Part& rule : profile.rules)
    set(rule_option(rule.name), rule.value);
}
template <class Set>
void each_of(const NamedProfile& profile, Set set) {
  for (const auto& [key, value] : profile.settings) set(key, value);
}

lexicon::Stage stage_of(const MailInput& mail, const Facts& facts) {
  if (const std::string_view given = mail.part("stage"); !given.empty())
    return static_cast<lexicon::Stage>(lexicon::stage_index(given));
  if (facts.profile_value("broadcast") == "yes") return lexicon::Stage::broadcast;
  const mail::Document& document = facts.mail.document;
  const bool answers = facts.incoming || mail::says_reply(document.subject);
  return infer_stage(document, facts.mail.acts, answers, facts.conversation->confirmed);
}

// Why; "" where it is.
std::string not_judged(mail::Exempt exempt, bool has_words) {
  if (exempt != mail::Exempt::none) return std::string(mail::reason(exempt)) + " is not judged";
  return has_words ? "" : "this mail does not seem to be in a language there are rules for";
}

}  // namespace

Engine::Engine(const Options& options) : options_(options) {
  language_ = open_language(options_);
  speller_ = open_speller(options_, language_->tag());
  for (const lexicon::LanguageRule& one : language_->rules())
    forces_.push_back({one.rule->on, std::nullopt});
  for (const Setting& setting : options_.settings())
    if (const auto rules = rules_of(setting.name))
      apply_rule_option(*rules, setting.value, forces_);
  for (const auto& [key, fallback] : profile_keys())
    profile_keys_.emplace_back(key, options_.get(key));
  for (const lexicon::Pack& pack : language_->layers()) {
    teachings_.reserve(teachings_.size() + pack.teachings.size());
    for (const lexicon::Teaching& teaching : pack.teachings) {
      Fact& fact = teachings_.emplace_back();
      fact.kind = "teaching";
      fact.name = teaching.id;
      fact.text = teaching.text;
      fact.value = teaching.carriers;
    }
  }
  const Setting& chosen = *options_.setting("profile");
  const std::string_view profile = chosen.value;
  if (!profile.empty()) require_profile(profile, chosen.origin, chosen.place);
  for (const When& when : options_.whens())
    if (!when.off) require_profile(when.profile, when.file, when.place);
  Forces in_force = forces_;
  if (!profile.empty())
    each_setting(profile, [&](std::string_view key, std::string_view value) {
      if (const auto rules = rules_of(key)) apply_rule_option(*rules, value, in_force);
    });
  for (std::size_t at = 0; at < in_force.size(); ++at) {
    const lexicon::Rule* rule = language_->rules()[at].rule;
    views_.push_back({rule, in_force[at].level.value_or(rule->level), in_force[at].on});
  }
}

const std::vector<Fact>& Engine::profiles() const {
  std::call_once(profiles_listed_, [&] { profiles_ = list_profiles(); });
  return profiles_;
}

// By name, with what each sets a line each; what a configuration adds to a pack's stands behind it.
std::vector<Fact> Engine::list_profiles() const {
  std::set<std::string_view> names;
  for (const lexicon::Pack& pack : language_->layers())
    for (const lexicon::Profile& profile : pack.profiles) names.insert(profile.name);
  for (const NamedProfile& profile : options_.profiles()) names.insert(profile.name);
  std::vector<Fact> all;
  for (const std::string_view name : names) {
    const auto add = [&](const auto& profile, std::string_view about) {
      std::string sets;
      each_of(profile, [&](std::string_view key, std::string_view value) {
        sets.append(sets.empty() ? "" : "\n").append(key).append(" = ").append(value);
      });
      Fact& fact = all.emplace_back();
      fact.kind = "profile";
      fact.name = name;
      fact.text = about;
      fact.value = texts_.keep(sets);
    };
    if (const lexicon::Profile* shipped = language_->profile(name)) add(*shipped, shipped->about);
    if (const NamedProfile* own = options_.profile(name)) add(*own, "");
  }
  return all;
}

void Engine::require_profile(std::string_view name, std::string_view file, Place place) const {
  if (options_.profile(name) || language_->profile(name)) return;
  std::vector<std::string_view> names;
  std::string all;
  for (const Fact& one : profiles()) {
    if (!names.empty() && names.back() == one.name) continue;
    all.append(all.empty() ? "" : ", ").append(one.name);
    names.push_back(one.name);
  }
  throw Error(Status::option,
              in_file(file, place) + "there is no profile \"" + std::string(name) + "\"" +
                  did_you_mean(name, names) + "; there are: " + all,
              place.line, place.column);
}

void Engine::apply_rule_option(std::string_view glob, std::string_view value,
                               Forces& forces) const {
  for (std::size_t at = 0; at < forces.size(); ++at) {
    const lexicon::Rule& rule = *language_->rules()[at].rule;
    if (!means(glob, rule)) continue;
    if (value == "off")
      forces[at] = {};
    else if (value == "on")
      forces[at].on = true;
    else
      forces[at] = {true, level_of(value)};
  }
}

const RuleView* Engine::rule(std::string_view id) const {
  const lexicon::LanguageRule* found = language_->rule(id);
  if (!found) return nullptr;
  const auto at = std::find_if(views_.begin(), views_.end(),
                               [&](const RuleView& view) { return view.rule == found->rule; });
  return &*at;
}

mail::Document Engine::read_document(const MailInput& mail, mail::Kept* kept) const {
  mail::Document document =
      mail.body_kind == MailInput::Body::html   ? mail::read_html(mail.body, mail.ranges, kept)
      : mail.body_kind == MailInput::Body::text ? mail::read_text(mail.body, mail.ranges, kept)
                                                : mail::read(mail.body, kept);
  const auto text = [&](std::string_view part, std::string& into) {
    if (const std::string_view value = mail.part(part); !value.empty()) into = value;
  };
  text("subject", document.subject);
  text("date", document.date);
  const auto addresses = [&](std::string_view part, std::vector<mail::Address>& into) {
    if (const std::string_view value = mail.part(part); !value.empty())
      into = mail::read_addresses(value);
  };
  addresses("from", document.from);
  addresses("to", document.to);
  addresses("cc", document.cc);
  addresses("bcc", document.bcc);
  for (const auto& [part, value] : mail.repeats)
    if (part == "attachment") document.attachments.push_back({value, "", false});
  return document;
}

template <class ToDocument>
std::shared_ptr<const Message> Engine::read_other(std::string_view how, std::string_view bytes,
                                                  ToDocument to_document, Memory* memory) const {
  const auto read = [&] {
    std::unique_ptr<Message> message = reader().read(to_document(bytes));
    // A quoted one stands in the mail, whose rules read quotes for secrets, too.
    if (how != "quoted") find_secrets(*message);
    return message;
  };
  return memory ? memory->other(reader(), how, bytes, read) : read();
}

void Engine::find_secrets(Message& message) const {
  const Conversation nothing_known;
  Facts facts = reader().facts(message);
  facts.conversation = &nothing_known;
  std::vector<Finding> findings;
  std::vector<rules::Skipped> skipped;
  rules::run(facts, Forces(forces_.size()), findings, skipped);
  for (const Finding& one : findings)
    if (!one.span.empty()) message.secrets.push_back(one.span);
}

std::shared_ptr<const Message> Engine::read_incoming(const MailInput& mail,
                                                     const mail::Document& reply,
                                                     Memory* memory) const {
  const auto as_mail = [](std::string_view bytes) { return mail::read(bytes); };
  const auto as_text = [](std::string_view text) { return mail::read_text(text); };
  const auto as_html = [](std::string_view html) { return mail::read_html(html); };
  if (const std::string_view html = mail.part("incoming-html"); !html.empty())
    return read_other("html", html, as_html, memory);
  if (const std::string_view given = mail.part("incoming"); !given.empty())
    return read_other("raw", given, as_mail, memory);
  const std::string quoted = mail::quoted_message(reply);
  return quoted.empty() ? nullptr : read_other("quoted", quoted, as_text, memory);
}

std::optional<std::string> Engine::profile_for(const MailInput& mail,
                                               const mail::Document& document) const {
  if (const std::string_view given = mail.part("profile"); !given.empty())
    return std::string(given);
  std::optional<std::string> profile = std::string(options_.get("profile"));
  // The last section that matches wins, as everywhere.
  for (const When& when : options_.whens()) {
    if (!when.from.empty() && !address_matches(when.from, document.from)) continue;
    if (!when.to.empty() && !address_matches(when.to, document.to) &&
        !address_matches(when.to, document.cc))
      continue;
    profile = when.off ? std::nullopt : std::optional(when.profile);
  }
  return profile;
}

template <class Set>
void Engine::each_setting(std::string_view profile, Set set) const {
  require_profile(profile);
  const lexicon::Profile* shipped = language_->profile(profile);
  const NamedProfile* own = options_.profile(profile);
  if (shipped) {
    each_of(*shipped, set);
    // What a person set comes before what a pack's profile says.
    for (const Setting& setting : options_.settings())
      if (setting.origin != "default") set(setting.name, setting.value);
  }
  if (own) each_of(*own, set);
}

void Engine::apply_profile(std::string_view name, Facts& facts, Forces& forces,
                           Level& gate) const {
  facts.profile = profile_keys_;
  if (name.empty()) return;
  each_setting(name, [&](std::string_view key, std::string_view value) {
    if (key == "gate") gate = level_of(value);
    if (const auto rules = rules_of(key)) apply_rule_option(*rules, value, forces);
    for (auto& [known, current] : facts.profile)
      if (known == key) current = value;
  });
}

std::unique_ptr<Report> Engine::check(const MailInput& mail, Memory& memory) const {
  // On an error, half of it is of this mail and half of the one before.
  struct Drop {
    Memory* memory;
    ~Drop() {
      if (memory) *memory = {};
    }
  } drop{&memory};
  std::unique_ptr<Report> report = run(mail, &memory);
  drop.memory = nullptr;
  return report;
}

std::unique_ptr<Report> Engine::run(const MailInput& mail, Memory* memory) const {
  mail::Document as_given = read_document(mail, memory ? &memory->document() : nullptr);
  const std::shared_ptr<const Message> incoming = read_incoming(mail, as_given, memory);
  const std::optional<Moment> sent = sent_at(as_given, mail.part("now"));
  const std::unique_ptr<Message> message =
      memory ? memory->read(reader(), std::move(as_given), sent, incoming)
             : reader().read(std::move(as_given));
  const mail::Document& document = message->document;

  Facts facts = reader().facts(*message);
  facts.incoming = incoming.get();
  facts.fragment = mail.part("fragment") == "yes";
  facts.is_template = mail.part("template") == "yes";
  facts.now = mail.part("now");
  const auto as_mail = [](std::string_view bytes) { return mail::read(bytes); };
  std::vector<std::shared_ptr<const Message>> thread;
  for (const auto& [part, value] : mail.repeats) {
    if (part == "thread") thread.push_back(read_other("raw", value, as_mail, memory));
    if (part == "promise") {
      const std::size_t bar = value.find('|');
      facts.promises.push_back({value.substr(0, bar), value.substr(bar + 1)});
    }
  }
  for (const auto& one : thread) facts.thread.push_back(one.get());
  if (memory) memory->forget_the_rest();
  const Conversation conversation =
      read_conversation(*message, incoming.get(), facts.thread, *language_, speller_.get(),
                        facts.now);
  facts.conversation = &conversation;

  Forces forces = forces_;
  Level gate = level_of(options_.get("gate"));
  std::vector<Finding> findings;
  std::vector<rules::Skipped> skipped;
  const std::optional<std::string> profile = profile_for(mail, document);
  apply_profile(profile.value_or(""), facts, forces, gate);
  facts.stage = stage_of(mail, facts);
  const std::string language = language_tag(mail.part("language"));
  const std::string spoken = speller_ ? speller_->language() : std::string(language_->tag());
  if (!language.empty() && language != "auto" && language != spoken)
    throw Error(Status::option, "this engine speaks " + spoken + ", not \"" + language +
                                    "\"; make one with that language");
  const bool judged = message->foreign_paragraphs == 0 || !message->reading.sentences.empty();
  const std::string nothing_because = !profile ? "your configuration says not to check this mail"
                                               : not_judged(document.exempt, judged);

  // What holds a secret is masked even where nothing is judged.
  if (!nothing_because.empty()) forces.assign(forces.size(), {});
  std::unique_ptr<spell::Memo> memo = memos_.take();
  facts.memo = memo.get();
  rules::run(facts, forces, findings, skipped);
  memos_.give_back(std::move(memo));
  const std::vector<Ignored> ignored = hide_ignored(document.ignores, *language_, findings);
  message->hits = {};  // only rules ask for them, and of a long mail they are many
  std::unique_ptr<Report> report = make_report(facts, findings, views_, gate);
  report->skipped.reserve(skipped.size() + ignored.size() + 1);
  if (!nothing_because.empty())
    report->skipped.push_back({"", report->texts.keep(nothing_because)});
  else if (message->foreign_paragraphs > 0)
    report->skipped.push_back(
        {"", report->texts.keep("what is not in the rules' language was left out (" +
                                std::to_string(message->foreign_paragraphs) +
                                " of the paragraphs)")});
  tell_lacks(skipped, *report);
  tell_ignored(ignored, *language_, *report);
  report->engine = shared_from_this();
  if (judged) report->language = spoken;
  return report;
}

bool Engine::spelt_right(std::string_view word) const {
  if (!speller_ || options_.words().has(word)) return true;
  return speller_->judge(word).verdict == spell::Verdict::fine;
}

std::vector<std::string> Engine::suggest(std::string_view word, std::string_view nearby,
                                         std::size_t limit) const {
  if (!speller_) return {};
  if (options_.get("hunspell") == "on") {
    std::vector<std::string> all = speller_->suggest_hunspell(word);
    if (all.size() > limit) all.resize(limit);
    return all;
  }
  spell::WordSet near;
  std::vector<Word> words;
  tokenise(nearby, {0, static_cast<std::uint32_t>(nearby.size())}, {}, words);
  for (const Word& one : words)
    if (one.kind == WordKind::word && one.span.of(nearby) != word) near.add(one.span.of(nearby));
  spell::Context context;
  context.known = &options_.words();
  context.nearby = &near;
  return speller_->suggest(word, context, limit);
}

}  // namespace dsk
