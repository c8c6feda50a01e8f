#include <algorithm>

#include "acts/conversation.hpp"
#include "rules/mention.hpp"
#include "rules/rewrite.hpp"
#include "rules/rules.hpp"
#include "utf8.hpp"

namespace dsk::rules {

using lexicon::Grade;
using lexicon::Level;

bool Job::allowed(std::uint32_t sentence) const {
  if (acts().any_of(rule_.unless_mail_acts)) return false;
  if (rule_.unless_confirmed && facts_.conversation->confirmed) return false;
  if (reading().word_count <= rule_.unless_going_on && facts_.conversation->goes_on) return false;
  if (sentence == kNoSentence) return true;
  // Of their own question, said again, only the letters are the writer's.
  if (rule_.pillar != "basics" && !rule_.secret && says_again(sentence)) return false;
  const Sentence& here = reading().sentences[sentence];
  if (!rule_.in_lists && here.zone == mail::ZoneKind::list) return false;
  if (rule_.ending != 0 && (rule_.ending == 1) != (here.ending == Ending::question)) return false;
  return !taken_back(sentence);
}

bool Job::says_again(std::uint32_t sentence) const {
  const std::vector<TakenUp>& all = facts_.conversation->taken_up;
  return std::any_of(all.begin(), all.end(),
                     [&](const TakenUp& one) { return one.sentence == sentence; });
}

bool Job::taken_back(std::uint32_t sentence) const {
  if (hits().in(rule_.unless, sentence) || acts().any_in(rule_.unless_acts, sentence)) return true;
  // Near: the sentence before, this one, and as many after as the window says.
  const std::uint32_t first = sentence == 0 ? 0 : sentence - 1;
  const std::uint32_t last = std::min<std::uint32_t>(
      static_cast<std::uint32_t>(reading().sentences.size()), sentence + rule_.window + 1);
  for (std::uint32_t near = first; near < last; ++near)
    if (hits().in(rule_.unless_near, near) || acts().any_in(rule_.unless_near_acts, near))
      return true;
  return false;
}

std::optional<Level> Job::level(std::uint32_t sentence, std::uint32_t count,
                                WordRange words) const {
  for (const Grade& grade : rule_.grades) {
    if (grade.stages != 0 && (grade.stages & lexicon::bit(facts_.stage)) == 0) continue;
    if (!grade.profile.empty() && !facts_.profile_is_any(grade.profile)) continue;
    if (grade.at_least != 0 && count < grade.at_least) continue;
    if (!grade.mail_acts.empty() && !acts().any_of(grade.mail_acts)) continue;
    if (grade.phrases != 0 && (sentence == kNoSentence ? !hits().any(grade.phrases)
                                                       : !hits().in(grade.phrases, sentence)))
      continue;
    if (!grade.acts.empty() && (sentence == kNoSentence ? !acts().any_of(grade.acts)
                                                        : !acts().any_in(grade.acts, sentence)))
      continue;
    if (grade.theirs && !is_said_back(facts_, words.first, words.last)) continue;
    // Less for a loose act is not meant for what the rule's own phrases say plainly.
    if ((grade.off || grade.level == Level::coach) && !grade.acts.empty() &&
        sentence != kNoSentence && hits().in(rule_.phrases, sentence))
      continue;
    if (grade.off) return std::nullopt;
    return grade.level;
  }
  return rule_.level;
}

Finding* Job::report(std::uint32_t sentence, std::uint32_t first, std::uint32_t last,
                     std::uint32_t count) {
  if (!allowed(sentence)) return nullptr;
  const std::optional<Level> at = level(sentence, count, {first, last});
  if (!at || is_quoted_sample(reading(), sentence, first, last)) return nullptr;
  const Span span = reading().span_of(first, last);
  Finding* finding = report_span(sentence, span, *at);
  for (const lexicon::Fix& fix : rule_.fixes) {
    std::optional<Edit> edit;
    if (fix.rewrite.empty())
      edit = replacement(fix, sentence, span);
    else
      edit = rewrite(fix.rewrite, {facts_, sentence, first, last});
    if (!edit) continue;
    edit->safety = fix.safety;
    finding->fixes.push_back(std::move(*edit));
  }
  return finding;
}

void Job::offer_meant(Finding& finding, lexicon::MendId mend, std::uint32_t first,
                      std::uint32_t last) const {
  std::optional<Edit> edit =
      mended({facts_, finding.sentence, first, last}, facts_.language.mend(mend));
  if (!edit) return;
  // The found words as they read then: "for" alone would be an odd answer to "since five years".
  const Span all = {std::min(finding.span.begin, edit->span.begin),
                    std::max(finding.span.end, edit->span.end)};
  std::string better(reading().of(Span{all.begin, edit->span.begin}));
  better.append(edit->replacement).append(reading().of(Span{edit->span.end, all.end}));
  finding.message = fill(rule_.message, reading().of(finding.span));
  add_text(finding.message, facts_, lexicon::Text::did_you_mean, {{"better", better}});
  finding.fixes.insert(finding.fixes.begin(), std::move(*edit));
}

Edit Job::replacement(const lexicon::Fix& fix, std::uint32_t sentence, Span span) const {
  Edit edit{span, {}, fix.safety};
  fill_into(edit.replacement, fix.replace, reading().of(span), {}, std::string_view::npos);
  if (sentence == kNoSentence || edit.replacement.empty()) return edit;
  // What begins a sentence with a capital goes on doing so; marks may stand before it.
  const std::uint32_t begin = reading().sentences[sentence].span.begin;
  const std::string_view before = reading().text.substr(begin, span.begin - begin);
  for (std::size_t at = 0; at < before.size();) {
    const utf8::Decoded one = utf8::decode(before, at);
    if (utf8::is_letter(one.point) || (one.point >= '0' && one.point <= '9')) return edit;
    at += one.size;
  }
  const utf8::Decoded first = utf8::decode(edit.replacement, 0);
  if (!utf8::is_upper(utf8::decode(reading().text, span.begin).point)) return edit;
  std::string capital;
  utf8::append(capital, utf8::to_upper(first.point));
  edit.replacement.replace(0, first.size, capital);
  return edit;
}

Finding* Job::report_span(std::uint32_t sentence, Span span, Level level) {
  Finding& finding = out_.emplace_back();
  finding.rule = &rule_;
  finding.number = number();
  finding.level = level;
  finding.blocks = rule_.blocks && level == Level::error;
  finding.span = span;
  finding.sentence = sentence;
  return &finding;
}

bool Job::told_in(std::uint32_t sentence) const {
  for (; told_to_ < out_.size(); ++told_to_) {
    const std::uint32_t here = out_[told_to_].sentence;
    if (here == kNoSentence) continue;
    if (here >= told_.size()) told_.resize(reading().sentences.size());
    told_[here] = true;
  }
  return sentence < told_.size() && told_[sentence];
}

bool Job::has_told(std::string_view check, Span theirs) const {
  return std::any_of(out_.begin(), out_.end(), [&](const Finding& one) {
    return one.rule->check == check && one.level > Level::coach && !one.related.empty() &&
           one.related.front().span.begin < theirs.end &&
           theirs.begin < one.related.front().span.end;
  });
}

Finding* Job::report_mail(std::uint32_t count) {
  if (!allowed(kNoSentence)) return nullptr;
  const std::optional<Level> at = level(kNoSentence, count);
  if (!at) return nullptr;
  Finding* finding = report_span(kNoSentence, {}, *at);
  if (rule_.message.find("{count}") != std::string_view::npos)
    finding->message = fill(rule_.message, "", {{"count", std::to_string(count)}});
  return finding;
}

void fill_into(std::string& out, std::string_view text, std::string_view match,
               const std::vector<std::pair<std::string_view, std::string>>& values,
               std::size_t most) {
  const auto quote = [&](std::string_view words) {
    std::size_t size = words.size();
    if (size > most) {
      // Behind a word, where that is not far.
      size = words.rfind(' ', most);
      if (size == words.npos || size < most / 2)
        for (size = most; utf8::continues(words[size]);) --size;
    }
    // Words wrapped over two lines are quoted on one.
    for (const char c : words.substr(0, size)) out.push_back(c == '\n' || c == '\r' ? ' ' : c);
    if (size < words.size()) out.append("…");
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) {
      out += text.substr(at);
      return;
    }
    out += text.substr(at, open - at);
    const std::string_view key = text.substr(open + 1, close - open - 1);
    const auto value = std::find_if(values.begin(), values.end(),
                                    [&](const auto& pair) { return pair.first == key; });
    if (key == "match") {
      quote(match);
    } else if (value != values.end()) {
      quote(value->second);
    } else {
      out += text.substr(open, close - open + 1);
    }
    at = close + 1;
  }
}

std::uint32_t sentence_at(const Reading& reading, std::uint32_t at) {
  const auto after = std::upper_bound(
      reading.sentences.begin(), reading.sentences.end(), at,
      [](std::uint32_t place, const Sentence& one) { return place < one.span.begin; });
  if (after == reading.sentences.begin() || std::prev(after)->span.end <= at) return kNoSentence;
  return static_cast<std::uint32_t>(std::prev(after) - reading.sentences.begin());
}

void add_text(std::string& message, const Facts& facts, lexicon::Text text,
              const std::vector<std::pair<std::string_view, std::string>>& values) {
  const std::string more = label(facts, text, values);
  if (!more.empty()) message.append(1, ' ').append(more);
}

std::string label(const Facts& facts, lexicon::Text text,
                  const std::vector<std::pair<std::string_view, std::string>>& values) {
  return fill(facts.language.text(text), {}, values);
}

std::string fill(std::string_view text, std::string_view match,
                 const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  out.reserve(text.size() + match.size());
  fill_into(out, text, match, values);
  return out;
}

}  // namespace dsk::rules
