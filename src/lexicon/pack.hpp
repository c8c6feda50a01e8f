// A compiled rule pack: everything one language knows, ready to read.
//
// TOML is the source (loader.hpp), this is what it becomes. The shipped packs are compiled when the
// library is built and linked in as one block of bytes (archive.hpp); the strings and tables of a
// Pack are views of such a block, so opening one copies nothing but the small lists. Every string
// is followed by a NUL.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dsk::lexicon {

// Beside an enumeration stand the names that people write, in the same order.
enum class Level : std::uint8_t { coach, suggestion, warning, error };
inline constexpr std::array<std::string_view, 4> kLevels = {"coach", "suggestion", "warning",
                                                            "error"};
enum class RuleKind : std::uint8_t {
  phrase, require, limit, pair, cues, thread, spelling, mechanics, ledger
};
inline constexpr std::array<std::string_view, 9> kRuleKinds = {
    "phrase", "require", "limit", "pair", "cues", "thread", "spelling", "mechanics", "ledger"};
constexpr std::string_view name(RuleKind kind) {
  return kRuleKinds[static_cast<std::size_t>(kind)];
}

enum class Stage : std::uint8_t {
  unknown, first_reply, asking, fixing, waiting, refusing, resolving, following_up, broadcast
};
inline constexpr std::size_t kStages = 9;
std::string_view name(Stage stage);
// By name; kStages where there is none of that name.
std::size_t stage_index(std::string_view name);
using Stages = std::uint16_t;  // bit per stage; 0 means any
constexpr Stages bit(Stage stage) {
  return static_cast<Stages>(1u << static_cast<unsigned>(stage));
}

// A set of phrases with one meaning. 0 is the empty set.
using SetId = std::uint32_t;
using ActId = std::uint32_t;
using ActIds = std::span<const ActId>;

// What is meant instead of words [first, last) of a phrase that says so: in `text` "{3-5}" stands
// for its words 3 to 5, counted from 0, as they are written, and "{did 2}" for the verb of word 2
// in the form of "did". 0 is nothing.
using MendId = std::uint16_t;
struct Mend {
  std::uint8_t first = 0, last = 0;
  std::string_view text;
};

enum class Safety : std::uint8_t { safe, preview };

// Where in the mail a required act has to stand, or a limited one is counted.
enum class Where : std::uint8_t { anywhere, opening, ending, first, last, signature };

// What must be known for a rule to run.
enum Need : std::uint8_t {
  needs_incoming = 1,
  needs_recipients = 2,
  needs_promises = 4,
  needs_subject = 8,
  needs_date = 16,
  needs_whole_mail = 32,  // does not run on a fragment
};
inline constexpr std::array<std::string_view, 6> kNeeds = {"incoming", "recipients", "promises",
                                                           "subject",  "date",       "whole-mail"};

struct Fix {
  std::string_view replace;  // template: {match}, {1}; or
  std::string_view rewrite;  // the name of a rewrite of the language
  Safety safety = Safety::preview;
};

// A guard that changes the level: the first that holds decides.
struct Grade {
  Level level = Level::suggestion;
  bool off = false;  // holds: no finding at all
  SetId phrases = 0;              // in the same sentence; with
  ActIds acts;                    // acts in the same sentence; with
  Stages stages = 0;              // the mail at one of these stages
  ActIds mail_acts;               // acts anywhere in the mail
  std::vector<std::string_view> profile;  // the profile has one of these, "directness=high"
  std::uint32_t at_least = 0;     // of a limit: this many
  bool theirs = false;            // they wrote the same words
};

// Which digits a match of a regex cannot do without.
enum class RegexCheck : std::uint8_t {
  none,
  luhn,         // a card's number, by its check digit (ISO/IEC 7812-1, annex B)
  digit,        // any
  four_digits,  // so many together
  mixed,        // one beside a letter or behind a mark
};

struct Regex {
  std::string_view pattern;
  // Literals, lower case, one of which must be there; behind '^', a match and a word begin with it.
  std::vector<std::string_view> needs;
  RegexCheck check = RegexCheck::none;
  std::int32_t reach = -1;  // so many words may stand before what is needed, -1: any number

  bool begins_with_need() const { return !needs.empty() && needs.front().front() == '^'; }
};

// One of several small signs, and how much it says; below 0 it says the opposite.
struct Cue {
  SetId phrases = 0;
  ActIds acts;
  std::int32_t weight = 1;
  std::string_view tells;  // what it sounds like, "a lecture"; "": nothing by itself
};

struct Part {
  std::string_view name;
  std::string_view value;
};

// What is said beside the messages of rules: a key each in [texts].
enum class Text : std::uint8_t {
  did_you_mean,        // {better}
  other_english,       // {match}, {better}, {english}, {usual}: a word of the English not chosen
  british,             // what {english} and {usual} are
  american,
  in_subject,          // where a secret stands
  in_quote,
  unanswered,          // {count}: their message is the how manieth without an answer
  goes_elsewhere,      // {to}, {from}: why a mail seems to answer another message
  quotes_elsewhere,
  wrote_again,         // {date}: a message later than the one answered
  waited,              // {days}
  is_past,             // {match}: what a promise is for
  they_wrote,          // labels of places, from here on
  they_wrote_on,       // {date}
  they_wrote_before,
  they_quote,
  they_sign,
  in_english,          // {english}
};
inline constexpr std::array<std::string_view, 18> kTexts = {
    "did-you-mean",     "other-english", "british",           "american",
    "in-subject",       "in-quote",      "unanswered",        "goes-elsewhere",
    "quotes-elsewhere", "wrote-again",   "waited",            "is-past",
    "they-wrote",       "they-wrote-on", "they-wrote-before", "they-quote",
    "they-sign",        "in-english"};

struct Example {
  bool good = false;
  std::vector<Part> parts;
};

struct Rule {
  std::string_view id, title, pillar, family, message, why, instead;
  std::vector<std::string_view> aliases, sources;
  RuleKind kind = RuleKind::phrase;
  Level level = Level::suggestion;
  bool on = true;
  bool reads_own = true;
  bool blocks = false;
  bool secret = false;  // its words are masked in every output

  // When it runs.
  std::uint8_t needs = 0;
  Stages stages = 0;
  Stages not_stages = 0;
  std::vector<std::string_view> profile, not_profile;  // "loop=stay-with-user"

  // What it looks for.
  SetId phrases = 0;
  std::vector<Regex> regexes;
  ActIds acts;
  // What silences it: in the same sentence, or in it, the one before and the `window` after.
  SetId unless = 0, unless_near = 0;
  ActIds unless_acts, unless_near_acts;
  ActIds unless_mail_acts;              // anywhere in the mail
  std::uint32_t unless_going_on = 0;    // words, at most, of a mail that goes on with a thread
  bool unless_confirmed = false;        // they wrote that it works now
  std::uint8_t ending = 0;              // 1: only in a question, 2: never in one
  bool in_lists = true;                 // also judged in list items
  std::vector<Grade> grades;

  // Of cues: what adds up in a sentence, and from where on it is enough.
  std::vector<Cue> cues;
  std::uint32_t enough = 0;
  bool every_time = false;  // a cue counts each time it stands there, not once a sentence

  // Of require, limit and pair.
  Where where = Where::anywhere;
  ActIds when_acts;  // only where the mail holds one of these
  ActIds partner;    // pair: the act that must (not) be near
  bool partner_forbidden = false;
  std::uint32_t window = 1;  // sentences after
  std::uint32_t max = 0, per_words = 0, min_words = 0, max_words = 0;

  std::string_view check;  // thread, spelling, mechanics, ledger: which one
  std::vector<Fix> fixes;
  std::string_view examples;  // see examples_of
};

// A rule keeps its examples in one text, since hardly anybody asks for them: of each 'g' or 'b',
// then name and value of its parts with a NUL behind each, then another NUL.
std::vector<Example> examples_of(const Rule& rule);
std::string written(const Example& example);

// Something a sentence does. In the incoming message the same is called a signal.
struct Act {
  std::string_view name;
  SetId phrases = 0, unless = 0;
  std::uint8_t ending = 0;  // as in Rule
  ActIds implies;  // acts this one counts as, too
  ActIds unless_acts;
  std::string_view pillar, strength;  // what a report says when it was done
  std::uint32_t strength_times = 1;  // … where the sentence does it so often
  ActIds strength_unless;            // … and does none of these
};

struct Teaching {
  std::string_view id, text;
  std::string_view carriers;  // a line each
};

struct Profile {
  std::string_view name, about;
  std::vector<Part> keys;  // "loop" = "stay-with-user"
  std::vector<Part> rules;
};

// A word and what is known of it. Entries stand in a hash table with linear probing, at most half
// full; its size is a power of two.
struct Entry {
  std::uint64_t hash = 0;  // 0: a free place
  std::uint64_t classes = 0;      // filter_bit of each class it is in that phrases ask for
  std::uint32_t symbol = 0;       // 1-based; the same for a word and its other spellings
  std::uint32_t first_class = 0;  // its classes: [first, first + count) of Pack::entry_classes
  std::uint32_t class_count = 0;
  // of them: the last, with kClassBit, by ending but it is not in them
  std::uint32_t except_count = 0;
};

// A class by its endings: "-ing" words but for "thing".
struct Suffix {
  std::uint32_t class_id = 0;
  std::string_view suffix;
};

// Classes every language has, told by what a word looks like; a pack's own classes follow.
enum BuiltinClass : std::uint32_t {
  class_word, class_number, class_name, class_caps, class_url, class_path, class_email, class_host,
  class_identifier, class_code, class_label, class_key, class_placeholder, class_emoji,
  kBuiltinClasses,
};

// The phrase trie. See match/matcher.hpp for the walk.
struct Edge {
  std::uint32_t symbol = 0;  // a word's symbol, or kClassBit | class, or kAny
  std::uint32_t node = 0;
};
inline constexpr std::uint32_t kClassBit = 0x80000000u;
inline constexpr std::uint32_t kMarkBit = 0x40000000u;  // a punctuation mark
inline constexpr std::uint32_t kAny = 0xFFFFFFFFu;
// What an edge asks for, spread evenly over all numbers (Fibonacci hashing).
constexpr std::uint32_t spread(std::uint32_t symbol) { return symbol * 0x9E3779B1u; }
// One of 64 bits for it.
constexpr std::uint64_t filter_bit(std::uint32_t symbol) {
  return std::uint64_t{1} << (spread(symbol) >> 26);
}

// Its edges by symbol come first, as spread() has them, so that where one stands can be told from
// its symbol; then those by class, and last that for any word.
struct Node {
  // filter_bit of each edge by symbol and by class: most words are seen to follow none.
  std::uint64_t symbols = 0, classes = 0;
  std::uint32_t first_edge = 0;
  std::uint32_t edge_count = 0;
  std::uint32_t first_end = 0;    // sets that end here
  std::uint16_t class_count = 0;  // of the edges by class
  std::uint8_t end_count = 0;
  std::uint8_t gap : 7 = 0;  // so many words may be passed here before `any` is asked
  std::uint8_t any : 1 = 0;  // does any word lead on? The last edge says where to
};

struct End {
  std::uint8_t at_end = 0;  // the sentence must end here too
  std::uint8_t lead = 0;    // so many words, whatever they are, must stand before and belong to it
  MendId mend = 0;          // what is meant instead
  SetId set = 0;

  friend auto operator<=>(const End&, const End&) = default;
};

// What follows from the other fields: filters, what edges there are, and their order.
void finish(Entry& entry, std::span<const std::uint32_t> entry_classes,
            std::uint32_t asked_classes);
void finish(Node& node, std::span<Edge> edges);

// The place in Pack::roots of what an edge asks for, where words have symbols below `symbols`: they
// come first, then marks, then classes.
constexpr std::uint32_t kMarks = 256;
constexpr std::size_t step_by(std::uint32_t symbol, std::uint32_t symbols) {
  if ((symbol & kClassBit) != 0) return std::size_t{symbols} + kMarks + (symbol & ~kClassBit);
  return (symbol & kMarkBit) != 0 ? std::size_t{symbols} + (symbol & ~kMarkBit) : symbol;
}

struct Pack {
  std::string_view language;  // "en"
  std::vector<Rule> rules;    // sorted by id
  std::vector<Act> acts;
  ActIds acts_by_name;
  std::vector<Teaching> teachings;
  std::vector<Profile> profiles;
  std::uint32_t sets = 1;  // sets are below this
  std::vector<Mend> mends;    // from 1 on, those of the pack that this one is a layer over included
  std::vector<std::string_view> class_names;
  // its phrases ask for those below this; the code alone, for others
  std::uint32_t asked_classes = 0;
  std::vector<Part> aliases;  // "'re" is read as "are"
  std::vector<Part> joined;   // "cannot" is "can not" in one
  std::array<std::string_view, kTexts.size()> texts;  // empty where the pack says nothing

  std::span<const Entry> entries;
  // The words themselves, in the order of their hashes: only where the pack was compiled just now.
  std::vector<std::string> words;
  std::span<const std::uint32_t> entry_classes;  // sorted within an entry
  std::vector<Suffix> suffixes;
  std::vector<std::uint64_t> abbreviations;  // sorted hashes
  std::vector<std::uint64_t> stop_words;     // sorted hashes: words that tell languages apart
  std::span<const Node> nodes;  // 0: anywhere, 1: at a start
  std::span<const Edge> edges;
  std::span<const End> ends;
  // Where the two roots lead by a word's symbol, a mark and a class: see first_steps. 0 is nowhere.
  // Most words begin no phrase, and this says so in one look.
  std::span<const std::uint32_t> roots;
  std::uint32_t symbols = 0;  // symbols are below this

  std::shared_ptr<const void> storage;  // what the views look at; empty where that is linked in

  // What is known of the word with this hash; NULL where nothing is.
  const Entry* entry(std::uint64_t hash) const {
    const std::size_t mask = entries.size() - 1;
    for (std::size_t at = slot(hash) & mask; entries[at].hash != 0; at = (at + 1) & mask)
      if (entries[at].hash == hash) return &entries[at];
    return nullptr;
  }
  // Where that is looked for first.
  const Entry* first_place(std::uint64_t hash) const {
    return &entries[slot(hash) & (entries.size() - 1)];
  }
  static constexpr std::size_t slot(std::uint64_t hash) {
    return static_cast<std::size_t>(hash ^ hash >> 29);
  }

  ActId act(std::string_view name) const;  // acts.size() where there is none

  // Where a root leads, at step_by what an edge asks for.
  const std::uint32_t* first_steps(std::uint32_t root) const {
    return roots.data() + root * (roots.size() / 2);
  }
  std::size_t step_by(std::uint32_t symbol) const { return lexicon::step_by(symbol, symbols); }
};

// Pack::roots, which follows from the edges of nodes 0 and 1.
std::vector<std::uint32_t> first_steps(std::span<const Node> nodes, std::span<const Edge> edges,
                                       std::uint32_t symbols, std::size_t classes);

}  // namespace dsk::lexicon
