// deskside.hpp: the C++17 face of deskside.h, header-only.
//
//   const deskside::engine engine;
//   for (auto finding : engine.check("Restart your computer."))
//     std::cout << finding.rule().id() << ": " << finding.message() << '\n';
//
// deskside.h stays the contract; here a status is an exception (deskside::error), an object frees
// itself, and a report is the range of its findings. finding, fix, fact and rule are lent: they are
// as light as a pointer, and they and their string_views live as long as the report or engine they
// came from. What would dangle at once, such as `engine.check(text)[0]`, does not compile.
#ifndef DESKSIDE_DESKSIDE_HPP
#define DESKSIDE_DESKSIDE_HPP

#include <deskside/deskside.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace deskside {

// The values are those of the C header.
enum class status : std::int32_t {
  argument = DESKSIDE_E_ARGUMENT,
  memory = DESKSIDE_E_MEMORY,
  encoding = DESKSIDE_E_ENCODING,
  option = DESKSIDE_E_OPTION,
  lexicon = DESKSIDE_E_LEXICON,
  dictionary = DESKSIDE_E_DICTIONARY,
  internal = DESKSIDE_E_INTERNAL
};
enum class unit : std::int32_t {
  bytes = DESKSIDE_BYTES,
  utf16 = DESKSIDE_UTF16,
  codepoints = DESKSIDE_CODEPOINTS
};
enum class level : std::int32_t {
  coach = DESKSIDE_COACH,
  suggestion = DESKSIDE_SUGGESTION,
  warning = DESKSIDE_WARNING,
  error = DESKSIDE_ERROR
};
enum class verdict : std::int32_t {
  pass = DESKSIDE_PASS,
  advise = DESKSIDE_ADVISE,
  confirm = DESKSIDE_CONFIRM,
  block = DESKSIDE_BLOCK
};
enum class side : std::int32_t {
  mail = DESKSIDE_MAIL,
  incoming = DESKSIDE_INCOMING,
  earlier = DESKSIDE_EARLIER
};
enum class safety : std::int32_t { safe = DESKSIDE_SAFE, preview = DESKSIDE_PREVIEW };

// Why a call failed; what() is a sentence that says what to do.
class error : public std::runtime_error {
 public:
  error(deskside_status code, const deskside_error* why)
      : std::runtime_error(why ? deskside_error_message(why) : "deskside: the call failed"),
        code_(static_cast<deskside::status>(code)),
        line_(deskside_error_line(why)),
        column_(deskside_error_column(why)) {}

  deskside::status status() const noexcept { return code_; }
  std::uint32_t line() const noexcept { return line_; }  // 0 where there is no place to point at
  std::uint32_t column() const noexcept { return column_; }

 private:
  deskside::status code_;
  std::uint32_t line_;
  std::uint32_t column_;
};

namespace detail {

template <auto Free>
struct freed_by {
  template <class T>
  void operator()(T* object) const noexcept {
    Free(object);
  }
};
template <class T, auto Free>
using handle = std::unique_ptr<T, freed_by<Free>>;

// Status to exception; the error is freed either way.
template <class Call>
void check(Call call) {
  deskside_error* raw = nullptr;
  const deskside_status status = call(&raw);
  const handle<deskside_error, deskside_error_free> why(raw);
  if (status != DESKSIDE_OK) throw error(status, why.get());
}

inline std::string_view view(const char* text) noexcept {
  return text ? std::string_view(text) : std::string_view();
}

template <class T, class Count, class At>
std::vector<T> list(Count count, At at) {
  std::vector<T> all;
  const std::size_t size = count();
  all.reserve(size);
  for (std::size_t index = 0; index < size; ++index) all.emplace_back(at(index));
  return all;
}

}  // namespace detail

// One thing read in a message: a zone, an act, a signal, a promise, a strength. Lent.
class fact {
 public:
  explicit fact(const deskside_fact* c) noexcept : c_(c) {}
  const deskside_fact* c() const noexcept { return c_; }

  std::string_view kind() const noexcept { return detail::view(deskside_fact_kind(c_)); }
  std::string_view name() const noexcept { return detail::view(deskside_fact_name(c_)); }
  deskside::side side() const noexcept {
    return static_cast<deskside::side>(deskside_fact_side(c_));
  }
  std::size_t begin(unit in = unit::bytes) const noexcept {
    return deskside_fact_begin(c_, static_cast<deskside_unit>(in));
  }
  std::size_t end(unit in = unit::bytes) const noexcept {
    return deskside_fact_end(c_, static_cast<deskside_unit>(in));
  }
  std::string_view text() const noexcept { return detail::view(deskside_fact_text(c_)); }
  std::string_view value() const noexcept { return detail::view(deskside_fact_value(c_)); }

 private:
  const deskside_fact* c_;
};

// One way to write it. Lent.
class fix {
 public:
  explicit fix(const deskside_fix* c) noexcept : c_(c) {}
  const deskside_fix* c() const noexcept { return c_; }

  std::size_t begin(unit in = unit::bytes) const noexcept {
    return deskside_fix_begin(c_, static_cast<deskside_unit>(in));
  }
  std::size_t end(unit in = unit::bytes) const noexcept {
    return deskside_fix_end(c_, static_cast<deskside_unit>(in));
  }
  std::string_view replacement() const noexcept {
    return detail::view(deskside_fix_replacement(c_));
  }
  deskside::safety safety() const noexcept {
    return static_cast<deskside::safety>(deskside_fix_safety(c_));
  }

 private:
  const deskside_fix* c_;
};

// One rule and its texts. Lent.
class rule {
 public:
  explicit rule(const deskside_rule* c) noexcept : c_(c) {}
  const deskside_rule* c() const noexcept { return c_; }

  std::string_view id() const noexcept { return detail::view(deskside_rule_id(c_)); }
  std::string_view name() const noexcept { return detail::view(deskside_rule_name(c_)); }
  std::string_view pillar() const noexcept { return detail::view(deskside_rule_pillar(c_)); }
  std::string_view family() const noexcept { return detail::view(deskside_rule_family(c_)); }
  std::string_view kind() const noexcept { return detail::view(deskside_rule_kind(c_)); }
  deskside::level level() const noexcept {
    return static_cast<deskside::level>(deskside_rule_level(c_));
  }
  bool active() const noexcept { return deskside_rule_active(c_) != 0; }
  bool reads_own() const noexcept { return deskside_rule_reads_own(c_) != 0; }
  bool fits(const std::string& glob) const noexcept {
    return deskside_rule_fits(c_, glob.c_str()) != 0;
  }
  std::string_view message() const noexcept { return detail::view(deskside_rule_message(c_)); }
  std::string_view why() const noexcept { return detail::view(deskside_rule_why(c_)); }
  std::string_view instead() const noexcept { return detail::view(deskside_rule_instead(c_)); }

  std::vector<std::string_view> sources() const {
    return detail::list<std::string_view>(
        [&] { return deskside_rule_source_count(c_); },
        [&](std::size_t at) { return detail::view(deskside_rule_source(c_, at)); });
  }

  // An example of the rule: a mail in named parts.
  class example {
   public:
    example(const deskside_rule* c, std::size_t index) noexcept : c_(c), index_(index) {}

    bool good() const noexcept { return deskside_rule_example_polarity(c_, index_) != 0; }
    std::optional<std::string_view> part(const char* name) const noexcept {
      const char* text = deskside_rule_example_part(c_, index_, name);
      return text ? std::optional<std::string_view>(text) : std::nullopt;
    }

   private:
    const deskside_rule* c_;
    std::size_t index_;
  };

  std::vector<example> examples() const {
    return detail::list<example>([&] { return deskside_rule_example_count(c_); },
                                 [&](std::size_t at) { return example(c_, at); });
  }

 private:
  const deskside_rule* c_;
};

// One finding. Lent by its report.
class finding {
 public:
  explicit finding(const deskside_finding* c) noexcept : c_(c) {}
  const deskside_finding* c() const noexcept { return c_; }

  deskside::rule rule() const noexcept { return deskside::rule(deskside_finding_rule(c_)); }
  deskside::level level() const noexcept {
    return static_cast<deskside::level>(deskside_finding_level(c_));
  }
  bool blocks() const noexcept { return deskside_finding_blocks(c_) != 0; }
  std::string_view part() const noexcept { return detail::view(deskside_finding_part(c_)); }
  std::size_t begin(unit in = unit::bytes) const noexcept {
    return deskside_finding_begin(c_, static_cast<deskside_unit>(in));
  }
  std::size_t end(unit in = unit::bytes) const noexcept {
    return deskside_finding_end(c_, static_cast<deskside_unit>(in));
  }
  std::uint32_t line() const noexcept { return deskside_finding_line(c_); }
  std::uint32_t column() const noexcept { return deskside_finding_column(c_); }
  std::string_view text() const noexcept { return detail::view(deskside_finding_text(c_)); }
  std::string_view message() const noexcept { return detail::view(deskside_finding_message(c_)); }
  std::string_view fingerprint() const noexcept {
    return detail::view(deskside_finding_fingerprint(c_));
  }

  std::vector<fact> related() const {
    return detail::list<fact>([&] { return deskside_finding_related_count(c_); },
                              [&](std::size_t at) { return deskside_finding_related_at(c_, at); });
  }
  std::vector<fix> fixes() const {
    return detail::list<fix>([&] { return deskside_finding_fix_count(c_); },
                             [&](std::size_t at) { return deskside_finding_fix_at(c_, at); });
  }

 private:
  const deskside_finding* c_;
};

// What was not judged, and why; `rule` is "" for all rules.
struct skipped {
  std::string rule;
  std::string reason;
};

// Findings and facts of one mail; immutable, and itself the range of its findings.
class report {
 public:
  class iterator {
   public:
    using value_type = finding;
    using reference = finding;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;  // C++17 asks for more than a value
    using iterator_concept = std::random_access_iterator_tag;
    struct pointer {
      finding it;
      const finding* operator->() const noexcept { return &it; }
    };

    iterator() = default;
    iterator(const deskside_report* c, difference_type index) noexcept : c_(c), index_(index) {}

    reference operator*() const noexcept { return (*this)[0]; }
    pointer operator->() const noexcept { return {**this}; }
    reference operator[](difference_type by) const noexcept {
      return finding(deskside_report_at(c_, static_cast<std::size_t>(index_ + by)));
    }
    iterator& operator+=(difference_type by) noexcept {
      index_ += by;
      return *this;
    }
    iterator& operator-=(difference_type by) noexcept { return *this += -by; }
    iterator& operator++() noexcept { return *this += 1; }
    iterator& operator--() noexcept { return *this += -1; }
    iterator operator++(int) noexcept {
      const iterator was = *this;
      ++*this;
      return was;
    }
    iterator operator--(int) noexcept {
      const iterator was = *this;
      --*this;
      return was;
    }
    friend iterator operator+(iterator at, difference_type by) noexcept { return at += by; }
    friend iterator operator+(difference_type by, iterator at) noexcept { return at += by; }
    friend iterator operator-(iterator at, difference_type by) noexcept { return at -= by; }
    friend difference_type operator-(const iterator& a, const iterator& b) noexcept {
      return a.index_ - b.index_;
    }
    friend bool operator==(const iterator& a, const iterator& b) noexcept {
      return a.index_ == b.index_;
    }
    friend bool operator!=(const iterator& a, const iterator& b) noexcept { return !(a == b); }
    friend bool operator<(const iterator& a, const iterator& b) noexcept {
      return a.index_ < b.index_;
    }
    friend bool operator>(const iterator& a, const iterator& b) noexcept { return b < a; }
    friend bool operator<=(const iterator& a, const iterator& b) noexcept { return !(b < a); }
    friend bool operator>=(const iterator& a, const iterator& b) noexcept { return !(a < b); }

   private:
    const deskside_report* c_ = nullptr;
    difference_type index_ = 0;
  };

  explicit report(deskside_report* owned) noexcept : c_(owned) {}
  const deskside_report* c() const noexcept { return c_.get(); }

  deskside::verdict verdict() const noexcept {
    return static_cast<deskside::verdict>(deskside_report_verdict(c()));
  }
  std::string stage() const { return std::string(detail::view(deskside_report_stage(c()))); }
  std::string language() const { return std::string(detail::view(deskside_report_language(c()))); }

  std::string_view body() const& noexcept {
    std::size_t size = 0;
    const char* data = deskside_report_body(c(), &size);
    return data ? std::string_view(data, size) : std::string_view();
  }
  std::string_view body() const&& = delete;

  // Where the body stands in the message given, if it does byte for byte.
  std::optional<std::size_t> body_in_file() const noexcept {
    std::size_t offset = 0;
    return deskside_report_body_in_file(c(), &offset) != 0 ? std::optional<std::size_t>(offset)
                                                           : std::nullopt;
  }

  std::size_t size() const noexcept { return deskside_report_count(c()); }
  bool empty() const noexcept { return size() == 0; }
  std::size_t dropped() const noexcept { return deskside_report_dropped(c()); }
  iterator begin() const& noexcept { return {c(), 0}; }
  iterator begin() const&& = delete;
  iterator end() const& noexcept { return {c(), static_cast<std::ptrdiff_t>(size())}; }
  iterator end() const&& = delete;
  finding operator[](std::size_t index) const& noexcept {
    return finding(deskside_report_at(c(), index));
  }
  finding operator[](std::size_t index) const&& = delete;

  // The findings worth showing first, most useful first.
  std::vector<finding> first() const& {
    std::vector<finding> few;
    for (std::size_t rank = 0;; ++rank) {
      const std::size_t index = deskside_report_first(c(), rank);
      if (index == SIZE_MAX) return few;
      few.push_back((*this)[index]);
    }
  }
  std::vector<finding> first() const&& = delete;

  // Facts of one kind, or all of them for NULL.
  std::vector<fact> facts(const char* kind = nullptr) const& {
    return detail::list<fact>(
        [&] { return deskside_report_fact_count(c(), kind); },
        [&](std::size_t at) { return deskside_report_fact_at(c(), kind, at); });
  }
  std::vector<fact> facts(const char* kind = nullptr) const&& = delete;

  std::vector<deskside::skipped> skipped() const {
    std::vector<deskside::skipped> all;
    for (std::size_t at = 0; at < deskside_report_skipped_count(c()); ++at)
      all.push_back({std::string(detail::view(deskside_report_skipped_rule(c(), at))),
                     std::string(detail::view(deskside_report_skipped_reason(c(), at)))});
    return all;
  }

 private:
  detail::handle<deskside_report, deskside_report_free> c_;
};

// One option and where its value came from.
struct option {
  std::string name;
  std::string value;
  std::string origin;
};

// What to look for; a builder. Setters chain, but not on a temporary, which would dangle.
class options {
 public:
  options() {
    deskside_options* made = nullptr;
    detail::check([&](auto e) { return deskside_options_new(&made, e); });
    c_.reset(made);
  }
  const deskside_options* c() const noexcept { return c_.get(); }

  options& set(const std::string& name, const std::string& value) & {
    detail::check(
        [&](auto e) { return deskside_options_set(c_.get(), name.c_str(), value.c_str(), e); });
    return *this;
  }
  options& config(const std::string& name, std::string_view toml, bool trusted) & {
    detail::check([&](auto e) {
      return deskside_options_add_config(c_.get(), name.c_str(), toml.data(), toml.size(), trusted,
                                         e);
    });
    return *this;
  }
  options& lexicon(const std::string& pack, const std::string& name, std::string_view toml) & {
    detail::check([&](auto e) {
      return deskside_options_add_lexicon(c_.get(), pack.c_str(), name.c_str(), toml.data(),
                                          toml.size(), e);
    });
    return *this;
  }
  options& words(std::string_view lines) & {
    detail::check([&](auto e) {
      return deskside_options_add_words(c_.get(), lines.data(), lines.size(), e);
    });
    return *this;
  }
  options& dictionary(const std::string& language, std::string_view compiled) & {
    detail::check([&](auto e) {
      return deskside_options_add_dictionary(c_.get(), language.c_str(), compiled.data(),
                                             compiled.size(), e);
    });
    return *this;
  }

  std::vector<option> list() const {
    std::vector<option> all;
    for (std::size_t at = 0; at < deskside_options_count(c()); ++at)
      all.push_back({std::string(detail::view(deskside_options_name(c(), at))),
                     std::string(detail::view(deskside_options_value(c(), at))),
                     std::string(detail::view(deskside_options_origin(c(), at)))});
    return all;
  }

 private:
  detail::handle<deskside_options, deskside_options_free> c_;
};

// One outgoing message and what it answers, in the named parts of deskside_mail_set.
class mail {
 public:
  mail() {
    deskside_mail* made = nullptr;
    detail::check([&](auto e) { return deskside_mail_new(&made, e); });
    c_.reset(made);
  }
  const deskside_mail* c() const noexcept { return c_.get(); }

  mail& set(const std::string& part, std::string_view value) & {
    detail::check([&](auto e) {
      return deskside_mail_set(c_.get(), part.c_str(), value.data(), value.size(), e);
    });
    return *this;
  }
  mail& add(const std::string& part, std::string_view value) & {
    detail::check([&](auto e) {
      return deskside_mail_add(c_.get(), part.c_str(), value.data(), value.size(), e);
    });
    return *this;
  }
  mail& add_range(const std::string& kind, std::size_t begin, std::size_t end) & {
    detail::check(
        [&](auto e) { return deskside_mail_add_range(c_.get(), kind.c_str(), begin, end, e); });
    return *this;
  }

 private:
  detail::handle<deskside_mail, deskside_mail_free> c_;
};

// Options, compiled. Immutable: one engine serves any number of threads.
class engine {
 public:
  engine() : engine(options()) {}
  explicit engine(const options& from) {
    deskside_engine* made = nullptr;
    detail::check([&](auto e) { return deskside_engine_new(from.c(), &made, e); });
    c_.reset(made);
  }
  const deskside_engine* c() const noexcept { return c_.get(); }

  report check(const mail& what) const {
    deskside_report* made = nullptr;
    detail::check([&](auto e) { return deskside_check(c(), what.c(), &made, e); });
    return report(made);
  }
  // The body of a mail as plain text.
  report check(std::string_view text) const {
    mail what;
    what.set("text", text);
    return check(what);
  }

  std::vector<deskside::rule> rules() const& {
    return detail::list<deskside::rule>(
        [&] { return deskside_engine_rule_count(c()); },
        [&](std::size_t at) { return deskside_engine_rule_at(c(), at); });
  }
  std::vector<deskside::rule> rules() const&& = delete;
  std::optional<deskside::rule> rule(const std::string& id) const& {
    const deskside_rule* found = deskside_engine_rule(c(), id.c_str());
    return found ? std::optional<deskside::rule>(found) : std::nullopt;
  }
  std::optional<deskside::rule> rule(const std::string& id) const&& = delete;
  std::vector<fact> teachings() const& {
    return detail::list<fact>([&] { return deskside_engine_teaching_count(c()); },
                              [&](std::size_t at) { return deskside_engine_teaching_at(c(), at); });
  }
  std::vector<fact> teachings() const&& = delete;
  std::vector<fact> profiles() const& {
    return detail::list<fact>([&] { return deskside_engine_profile_count(c()); },
                              [&](std::size_t at) { return deskside_engine_profile_at(c(), at); });
  }
  std::vector<fact> profiles() const&& = delete;

  bool spell(std::string_view word) const noexcept {
    return deskside_spell(c(), word.data(), word.size()) != 0;
  }
  std::vector<std::string> suggest(std::string_view word, std::size_t limit = 5) const {
    return suggest_near(nullptr, word, limit);
  }
  // Words of the report's mail and incoming message come first.
  std::vector<std::string> suggest(const report& near, std::string_view word,
                                   std::size_t limit = 5) const {
    return suggest_near(near.c(), word, limit);
  }

 private:
  std::vector<std::string> suggest_near(const deskside_report* near, std::string_view word,
                                        std::size_t limit) const {
    deskside_words* made = nullptr;
    detail::check([&](auto e) {
      return deskside_suggest(c(), near, word.data(), word.size(), limit, &made, e);
    });
    const detail::handle<deskside_words, deskside_words_free> words(made);
    return detail::list<std::string>([&] { return deskside_words_count(made); },
                                     [&](std::size_t at) { return deskside_words_at(made, at); });
  }

  detail::handle<deskside_engine, deskside_engine_free> c_;
};

// A mail while it is being written: checks after an edit read no more than what changed, and report
// what engine::check would. The engine may be gone before it. One thread at a time.
class draft {
 public:
  explicit draft(const engine& by) {
    deskside_draft* made = nullptr;
    detail::check([&](auto e) { return deskside_draft_new(by.c(), &made, e); });
    c_.reset(made);
  }
  deskside_draft* c() noexcept { return c_.get(); }

  // The mail as it stands now.
  report check(const mail& what) {
    deskside_report* made = nullptr;
    detail::check([&](auto e) { return deskside_draft_check(c(), what.c(), &made, e); });
    return report(made);
  }
  // Its body as plain text.
  report check(std::string_view text) {
    mail what;
    what.set("text", text);
    return check(what);
  }

 private:
  detail::handle<deskside_draft, deskside_draft_free> c_;
};

// Compile an installed Hunspell dictionary into what options::dictionary takes.
inline std::string compile_words(const std::string& language, const std::string& aff_path,
                                 const std::string& dic_path) {
  deskside_bytes* made = nullptr;
  detail::check([&](auto e) {
    return deskside_words_compile(language.c_str(), aff_path.c_str(), dic_path.c_str(), &made, e);
  });
  const detail::handle<deskside_bytes, deskside_bytes_free> bytes(made);
  return std::string(static_cast<const char*>(deskside_bytes_data(made)),
                     deskside_bytes_size(made));
}

inline std::string_view version() noexcept { return deskside_version(); }

}  // namespace deskside

#endif  // DESKSIDE_DESKSIDE_HPP
