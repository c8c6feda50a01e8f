// Rewrites of single words and marks: minimisers, slips, text speak, capitals, exclamation marks.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/rewrite_english.hpp"
#include "utf8.hpp"

namespace dsk::rules::english {
namespace {

struct Swap {
  std::string_view from, to;
};

std::string_view swapped(const auto& table, std::string_view word) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Swap& swap) { return swap.from == word; });
  return found == table.end() ? std::string_view() : found->to;
}

constexpr std::array kTextSpeak = std::to_array<Swap>({
    {"pls", "please"}, {"plz", "please"}, {"plse", "please"}, {"thx", "thanks"},
    {"thnx", "thanks"}, {"tnx", "thanks"}, {"thks", "thanks"}, {"ur", "your"}, {"u", "you"},
    {"gonna", "going to"}, {"wanna", "want to"}, {"gotta", "have to"}, {"gimme", "give me"},
    {"lemme", "let me"}, {"dunno", "do not know"}, {"idk", "I do not know"}, {"b4", "before"},
    {"cuz", "because"}, {"coz", "because"}, {"bcoz", "because"}, {"bcz", "because"},
    {"bc", "because"}, {"acct", "account"}, {"accts", "accounts"},
    {"becoz", "because"}, {"kinda", "rather"}, {"thru", "through"}, {"tho", "though"},
    {"btw", "by the way"}, {"ppl", "people"}, {"msg", "message"}, {"msgs", "messages"},
    {"hv", "have"}, {"gr8", "great"}, {"l8r", "later"}, {"sry", "sorry"}, {"tmrw", "tomorrow"},
    {"tmr", "tomorrow"}, {"2day", "today"}, {"2morrow", "tomorrow"}, {"abt", "about"},
    {"dat", "that"}, {"wat", "what"}, {"wot", "what"}, {"wht", "what"}, {"shud", "should"},
    {"cud", "could"}, {"wud", "would"}, {"yep", "yes"}, {"yup", "yes"}, {"yea", "yes"},
    {"nope", "no"}, {"nah", "no"}, {"asap", "as soon as possible"},
});

// Of two words that are taken for each other, the one that is wrong here and the one that is meant.
// The table is read word by word within the words found; the first that is in it is replaced.
constexpr std::array kSlips = std::to_array<Swap>({
    {"incontinence", "inconvenience"},
    {"pubic", "public"},
    {"retards", "regards"},
    {"regrads", "regards"},
    {"regads", "regards"},
    {"manger", "manager"},
    {"mangers", "managers"},
    {"costumer", "customer"},
    {"costumers", "customers"},
    {"shit", "shift"},
    {"loosing", "losing"},
    {"looses", "loses"},
    {"loose", "lose"},
    {"then", "than"},
    {"effected", "affected"},
    {"advise", "advice"},
    {"advice", "advise"},
    {"quiet", "quite"},
    {"weather", "whether"},
    {"wether", "whether"},
    {"passed", "past"},
    {"except", "accept"},
    {"patients", "patience"},
    {"bare", "bear"},
    {"cash", "cache"},
    {"cachet", "cache"},
    {"roll", "role"},
    {"brest", "best"},
    {"effect", "affect"},
    {"affect", "effect"},
    {"alot", "a lot"},
    {"infact", "in fact"},
    {"aswell", "as well"},
    {"incase", "in case"},
    {"inorder", "in order"},
    {"atleast", "at least"},
    {"eventhough", "even though"},
    {"ofcourse", "of course"},
    {"everytime", "every time"},
    {"noone", "no one"},
    {"abit", "a bit"},
    {"eachother", "each other"},
    {"thankyou", "thank you"},
    {"upto", "up to"},
    {"assistants", "assistance"},
    {"whose", "who's"},
    {"login", "log in"},
    {"signin", "sign in"},
    {"setup", "set up"},
    {"backup", "back up"},
    {"logout", "log out"},
    {"signup", "sign up"},
    {"farther", "further"},
    {"lose", "loose"},
    {"chose", "choose"},
    {"than", "then"},
    {"lost", "loss"},
    {"effects", "affects"},
    {"affects", "effects"},
    {"wont", "won't"},
    {"cant", "can't"},
    {"ill", "I'll"},
    {"id", "I'd"},
    {"lets", "let's"},
    {"whats", "what's"},
    {"whos", "whose"},
    {"hole", "whole"},
    {"threw", "through"},
    {"trough", "through"},
    {"principal", "principle"},
    {"lead", "led"},
    {"devise", "device"},
    {"devises", "devices"},
    {"maybe", "may be"},
    {"weak", "week"},
    {"accept", "except"},
    {"accepts", "except"},
    {"save", "safe"},
    {"safe", "save"},
    {"rite", "right"},
    {"write", "right"},
    {"right", "write"},
    {"dose", "does"},
    {"dew", "due"},
    {"vein", "vain"},
    {"insure", "ensure"},
    {"assure", "ensure"},
    {"peace", "piece"},
    {"brake", "break"},
    {"brakes", "breaks"},
    {"rather", "whether"},
    {"duel", "dual"},
    {"duo", "dual"},
    {"instants", "instance"},
    {"incidence", "instance"},
    {"quit", "quite"},
    {"new", "knew"},
    {"now", "know"},
    {"past", "passed"},
    {"response", "respond"},
    {"respond", "response"},
    {"choice", "choose"},
    {"proof", "prove"},
    {"prove", "proof"},
    {"breath", "breathe"},
    {"breathe", "breath"},
    {"belief", "believe"},
    {"believe", "belief"},
    {"complaint", "complain"},
    {"complain", "complaint"},
    {"allot", "a lot"},
    {"apart", "a part"},
    {"use", "us"},
    {"startup", "start up"},
    {"shutdown", "shut down"},
    {"checkout", "check out"},
    {"logon", "log on"},
    {"logoff", "log off"},
});

// Little words, which stand beside the others too: looked for behind them, in this order.
constexpr std::array kLittleSlips = std::to_array<Swap>({
    {"their", "there"}, {"there", "their"}, {"too", "to"},     {"were", "where"},
    {"where", "were"},  {"form", "from"},   {"from", "form"},  {"off", "of"},
    {"are", "our"},     {"our", "are"},     {"no", "know"},    {"here", "hear"},
    {"do", "due"},      {"its", "it's"},    {"your", "you're"}, {"you", "your"},
    {"of", "off"},      {"to", "too"},
});

const Reading& reading(const Target& target) { return target.facts.mail.reading; }

std::string low(const Target& target, std::uint32_t word) {
  return utf8::lower(reading(target).of(reading(target).words[word]));
}

std::string with_case_of(std::string_view written, std::string text) {
  if (!written.empty() && utf8::is_upper(utf8::decode(written, 0).point) && text[0] >= 'a' &&
      text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 32);
  return text;
}

template <class Table>
std::optional<Edit> swap_word(const Target& target, const Table& table) {
  const Reading& it = reading(target);
  for (std::uint32_t at = target.first; at < target.last; ++at) {
    const std::string_view to = swapped(table, low(target, at));
    if (to.empty()) continue;
    return Edit{it.words[at].span, with_case_of(it.of(it.words[at]), std::string(to))};
  }
  return std::nullopt;
}

bool is_modal(std::string_view word) {
  constexpr std::array<std::string_view, 6> kModals = {"could", "should", "would",
                                                       "must",  "might",  "may"};
  return std::find(kModals.begin(), kModals.end(), word) != kModals.end();
}

}  // namespace

std::optional<Edit> spell_out(const Target& target) { return swap_word(target, kTextSpeak); }

std::optional<Edit> known_slip(const Target& target) {
  const Reading& it = reading(target);
  // "its" and "it's", "they're" and their kin are two tokens: the apostrophe decides.
  for (std::uint32_t at = target.first; at + 1 < target.last; ++at) {
    const std::string second = low(target, at + 1);
    const bool written_out = second == "is" || second == "are";
    if ((!it.words[at + 1].glued && !written_out) || second.empty() || second[0] == '-') continue;
    if (at + 2 < target.last && low(target, at + 2) == "to") continue;  // "it's to late"
    const std::string first = low(target, at);
    const Span both = it.span_of(at, at + 2);
    if (first == "it") return Edit{both, with_case_of(it.of(both), "its")};
    if (first == "you") return Edit{both, with_case_of(it.of(both), "your")};
    if (first == "they") return Edit{both, with_case_of(it.of(both), "their")};
    if (first == "who") return Edit{both, with_case_of(it.of(both), "whose")};
  }
  for (std::uint32_t at = target.first; at < target.last; ++at) {
    const std::string word = low(target, at);
    if (word == "piece" && at + 2 < target.last && low(target, at + 2) == "mind")
      return Edit{it.words[at].span, "peace"};
    if (word == "thanks" && at + 1 < target.last && low(target, at + 1) == "you")
      return Edit{it.words[at].span, with_case_of(it.of(it.words[at]), "thank")};
    if (word == "of" && at > target.first && is_modal(low(target, at - 1)))
      return Edit{it.words[at].span, "have"};
  }
  if (std::optional<Edit> edit = swap_word(target, kSlips)) return edit;
  for (const Swap& swap : kLittleSlips)
    if (std::optional<Edit> edit = swap_word(target, std::array{swap})) return edit;
  return std::nullopt;
}

// "Simply click" -> "Click"; the first of the words that is one goes, with the space after it.
std::optional<Edit> delete_minimiser(const Target& target) {
  constexpr std::array<std::string_view, 10> kWords = {
      "simply", "just", "merely", "obviously", "clearly", "easily", "trivially", "effortlessly",
      "only", "quickly"};
  const Reading& it = reading(target);
  const Sentence& here = it.sentences[target.sentence];
  for (std::uint32_t at = target.first; at < target.last; ++at) {
    if (std::find(kWords.begin(), kWords.end(), low(target, at)) == kWords.end()) continue;
    std::uint32_t next = at + 1;
    if (next < here.last && it.words[next].kind == WordKind::punctuation &&
        it.words[next].mark == ',')
      ++next;
    if (next >= here.last || it.words[next].kind == WordKind::punctuation) return std::nullopt;
    Edit edit;
    edit.span = {it.words[at].span.begin, it.words[next].span.begin};
    if (utf8::is_upper(utf8::decode(it.of(it.words[at]), 0).point)) {
      edit.span.end = it.words[next].span.end;
      edit.replacement = with_case_of(it.of(it.words[at]), std::string(it.of(it.words[next])));
    }
    return edit;
  }
  return std::nullopt;
}

// Capitals down, the first letter of a sentence and acronyms excepted.
std::optional<Edit> lower_case(const Target& target) {
  const Reading& it = reading(target);
  const Span span = it.span_of(target.first, target.last);
  std::string text;
  std::uint32_t at = span.begin;
  for (std::uint32_t word = target.first; word < target.last; ++word) {
    const Word& one = it.words[word];
    text += it.text.substr(at, one.span.begin - at);
    std::string low_word = utf8::lower(it.of(one));
    // No sentence ends with an article: "option A" does.
    if (low_word == "i" || (low_word == "a" && word + 1 == target.last)) low_word = it.of(one);
    if (word == it.sentences[target.sentence].first)
      low_word = with_case_of(it.of(one), low_word);
    text += low_word;
    at = one.span.end;
  }
  return Edit{span, text};
}

// "!!!" -> "!", "?!" -> "?", and one "!" too many -> "."; words stay.
std::optional<Edit> calm_marks(const Target& target) {
  const Reading& it = reading(target);
  if (it.words[target.first].kind != WordKind::punctuation) return std::nullopt;
  bool question = false;
  for (std::uint32_t at = target.first; at < target.last; ++at)
    question = question || it.words[at].mark == '?';
  const bool one = target.last - target.first == 1;
  return Edit{it.span_of(target.first, target.last), question ? "?" : one ? "." : "!"};
}

}  // namespace dsk::rules::english
