#define PCRE2_CODE_UNIT_WIDTH 8
#include "match/regex.hpp"

#include <pcre2.h>

#include <mutex>
#include <new>

#include "error.hpp"

namespace dsk::match {
namespace {

// Generous for a sentence, small enough that a pattern made to explode ends within milliseconds.
constexpr std::uint32_t kMatchLimit = 100'000;
constexpr std::uint32_t kDepthLimit = 1'000;
constexpr std::uint32_t kFlags = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NO_UTF_CHECK |
                                  PCRE2_USE_OFFSET_LIMIT;

pcre2_code* compile(std::string_view pattern, int* error, PCRE2_SIZE* offset) {
  return pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), kFlags, error,
                       offset, nullptr);
}

// PCRE2 looks for a place to start through all that it is shown, however few places it is told of.
// What begins there is no longer than this.
constexpr std::size_t kLongest = 4096;

std::string_view as_far_as(std::string_view text, std::size_t end) {
  if (end >= text.size()) return text;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

struct Free {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

}  // namespace

struct Regex::Code {
  std::string_view pattern;
  std::once_flag once;
  pcre2_code* code = nullptr;
  pcre2_match_context* limits = nullptr;

  ~Code() {
    pcre2_code_free(code);
    pcre2_match_context_free(limits);
  }
};

Regex::Regex(std::string_view pattern) : code_(std::make_unique<Code>()) {
  code_->pattern = pattern;
}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

void Regex::validate(std::string_view pattern) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code* code = compile(pattern, &error, &offset);
  if (!code) {
    char why[128];
    pcre2_get_error_message(error, reinterpret_cast<PCRE2_UCHAR*>(why), sizeof why);
    throw Error(Status::lexicon, std::string("the regex does not compile: ") + why, 0,
                static_cast<std::uint32_t>(offset + 1));
  }
  pcre2_code_free(code);
}

std::optional<Span> Regex::find(std::string_view text, Span starts) const {
  std::call_once(code_->once, [this] {
    int error = 0;
    PCRE2_SIZE offset = 0;
    if (!code_->limits) code_->limits = pcre2_match_context_create(nullptr);
    if (!code_->limits) throw std::bad_alloc();
    pcre2_set_match_limit(code_->limits, kMatchLimit);
    pcre2_set_depth_limit(code_->limits, kDepthLimit);
    code_->code = compile(code_->pattern, &error, &offset);
    // Validated before: what fails now is memory, and the next call may try again.
    if (!code_->code) throw std::bad_alloc();
  });
  const std::unique_ptr<pcre2_match_data, Free> data(pcre2_match_data_create(1, nullptr));
  // Told of one place only, PCRE2 does not look for the next through the rest of the text.
  const bool at_once = starts.empty();
  std::unique_ptr<pcre2_match_context, Free> own;
  if (!at_once && starts.end < text.size()) {
    own.reset(pcre2_match_context_copy(code_->limits));
    if (!own) throw std::bad_alloc();
    pcre2_set_offset_limit(own.get(), starts.end);
  }
  if (!data) throw std::bad_alloc();
  text = as_far_as(text, starts.end + kLongest);
  const int count = pcre2_match(code_->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(),
                                starts.begin, PCRE2_NO_UTF_CHECK | (at_once ? PCRE2_ANCHORED : 0),
                                data.get(), own ? own.get() : code_->limits);
  std::optional<Span> found;
  // With room for one pair only, 0 means a match with more groups than that.
  if (count >= 0) {
    const PCRE2_SIZE* pair = pcre2_get_ovector_pointer(data.get());
    found = Span{static_cast<std::uint32_t>(pair[0]), static_cast<std::uint32_t>(pair[1])};
  }
  if (count == PCRE2_ERROR_NOMEMORY) throw std::bad_alloc();
  return found;
}

}  // namespace dsk::match
