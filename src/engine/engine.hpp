// Options, compiled: runs the pipeline from bytes to a report. Immutable, shared by any threads.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/memory.hpp"
#include "engine/options.hpp"
#include "engine/reader.hpp"
#include "engine/rule_view.hpp"
#include "lexicon/language.hpp"
#include "mail/document.hpp"
#include "report/report.hpp"
#include "rules/facts.hpp"
#include "rules/force.hpp"
#include "spell/memo.hpp"
#include "spell/speller.hpp"

namespace dsk {

// A mail in named parts, as the caller gives them.
struct MailInput {
  enum class Body : std::uint8_t { none, raw, text, html };

  Body body_kind = Body::none;
  std::string body;
  std::vector<std::pair<std::string, std::string>> parts;   // one value each, by name
  std::vector<std::pair<std::string, std::string>> repeats;  // attachment, thread, promise
  std::vector<mail::KnownRange> ranges;

  // Throw Error{option} for a part there is not or a value it cannot take, Error{encoding}.
  void set(std::string_view part, std::string_view value);
  void add(std::string_view part, std::string_view value);
  void add_range(std::string_view kind, std::size_t begin, std::size_t end);

  std::string_view part(std::string_view name) const;  // "" where it is not set
};

class Engine : public std::enable_shared_from_this<Engine> {
 public:
  explicit Engine(const Options& options);

  std::unique_ptr<Report> check(const MailInput& mail) const { return run(mail, nullptr); }
  // With a memory, which serves this engine alone, what it holds is not read again; the report is
  // the same.
  std::unique_ptr<Report> check(const MailInput& mail, Memory& memory) const;

  const std::vector<RuleView>& rules() const { return views_; }
  const RuleView* rule(std::string_view id) const;
  const std::vector<Fact>& teachings() const { return teachings_; }
  const std::vector<Fact>& profiles() const;  // listed when somebody first asks

  bool spelt_right(std::string_view word) const;
  std::vector<std::string> suggest(std::string_view word, std::string_view nearby,
                                   std::size_t limit) const;

 private:
  using Forces = std::vector<rules::Force>;

  std::unique_ptr<Report> run(const MailInput& mail, Memory* memory) const;
  Reader reader() const { return {*language_, speller_.get(), options_.words()}; }
  mail::Document read_document(const MailInput& mail, mail::Kept* kept) const;
  std::shared_ptr<const Message> read_incoming(const MailInput& mail, const mail::Document& reply,
                                               Memory* memory) const;
  template <class ToDocument>
  std::shared_ptr<const Message> read_other(std::string_view how, std::string_view bytes,
                                            ToDocument to_document, Memory* memory) const;
  // What the rules take for a secret in a message of somebody else.
  void find_secrets(Message& message) const;
  // Which profile holds for this mail; nothing where a [[when]] switches checking off.
  std::optional<std::string> profile_for(const MailInput& mail,
                                         const mail::Document& document) const;
  void apply_profile(std::string_view name, Facts& facts, Forces& forces,
                     lexicon::Level& gate) const;
  // Everything that holds with a profile, by name and value, in the order it is set.
  template <class Set>
  void each_setting(std::string_view profile, Set set) const;
  std::vector<Fact> list_profiles() const;
  // Throws Error{option} where there is no such profile; the name may stand in a configuration.
  void require_profile(std::string_view name, std::string_view file = "", Place place = {}) const;
  void apply_rule_option(std::string_view glob, std::string_view value, Forces& forces) const;

  Options options_;
  std::unique_ptr<lexicon::Language> language_;
  std::unique_ptr<spell::Speller> speller_;
  mutable spell::MemoPool memos_;  // of what was found already: makes checks faster, not different
  std::vector<RuleView> views_;
  std::vector<Fact> teachings_;
  mutable std::once_flag profiles_listed_;
  mutable std::vector<Fact> profiles_;
  mutable Texts texts_;  // of the profiles
  Forces forces_;
  // as the options set them
  std::vector<std::pair<std::string_view, std::string_view>> profile_keys_;
};

}  // namespace dsk
