#include "rules/rewrite.hpp"

#include <algorithm>
#include <array>

#include "lexicon/rewrites.hpp"
#include "rules/rewrite_english.hpp"
#include "utf8.hpp"

namespace dsk::rules {
namespace {

struct Named {
  std::string_view name;
  std::optional<Edit> (*make)(const Target&);
};
constexpr std::array kRewrites = std::to_array<Named>({
    {"blame-to-passive", english::blame_to_passive},
    {"calm-marks", english::calm_marks},
    {"close-on-confirmation", english::close_on_confirmation},
    {"command-to-request", english::command_to_request},
    {"delete", delete_words},
    {"delete-minimiser", english::delete_minimiser},
    {"lower-case", english::lower_case},
    {"offer-alternative", english::offer_alternative},
    {"reopen-any-time", english::reopen_any_time},
    {"sorry-that", english::sorry_that},
    {"specific-apology", english::specific_apology},
    {"spell-out", english::spell_out},
    {"update-by", english::update_by},
    {"when", english::when_placeholder},
});
static_assert(std::equal(kRewrites.begin(), kRewrites.end(), lexicon::kRewrites.begin(),
                         lexicon::kRewrites.end(),
                         [](const Named& one, std::string_view name) { return one.name == name; }));

}  // namespace

std::string with_case_of(std::string_view written, std::string text) {
  if (utf8::is_upper(utf8::decode(written, 0).point) && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::optional<Edit> delete_words(const Target& target) {
  const Reading& it = target.reading();
  const Sentence& sentence = it.sentences[target.sentence];
  if (target.last >= sentence.last) return std::nullopt;
  std::uint32_t next = target.last;
  if (it.words[next].kind == WordKind::punctuation && it.words[next].mark == ',') ++next;
  if (next >= sentence.last || it.words[next].kind == WordKind::punctuation) return std::nullopt;
  const Word& follows = it.words[next];
  const std::string_view first = it.of(it.words[target.first]);
  Edit edit;
  edit.span = {it.words[target.first].span.begin, follows.span.begin};
  if (utf8::is_upper(utf8::decode(first, 0).point) && follows.kind == WordKind::word) {
    edit.span.end = follows.span.end;
    edit.replacement = with_case_of(first, std::string(it.of(follows)));
  }
  return edit;
}

std::optional<Edit> rewrite(std::string_view name, const Target& target) {
  for (const Named& one : kRewrites)
    if (one.name == name) return one.make(target);
  return std::nullopt;
}

}  // namespace dsk::rules
