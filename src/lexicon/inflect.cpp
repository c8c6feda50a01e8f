#include "lexicon/inflect.hpp"

#include <algorithm>
#include <array>

namespace dsk::lexicon {
namespace {

struct Irregular {
  std::string_view base, past, participle;
};

constexpr std::array kIrregular = std::to_array<Irregular>({
    {"bear", "bore", "borne"}, {"become", "became", "become"}, {"begin", "began", "begun"},
    {"bend", "bent", "bent"}, {"bet", "bet", "bet"}, {"bind", "bound", "bound"},
    {"bite", "bit", "bitten"}, {"bleed", "bled", "bled"}, {"blow", "blew", "blown"},
    {"break", "broke", "broken"}, {"breed", "bred", "bred"}, {"bring", "brought", "brought"},
    {"build", "built", "built"}, {"burn", "burnt", "burnt"}, {"burst", "burst", "burst"},
    {"buy", "bought", "bought"}, {"cast", "cast", "cast"}, {"catch", "caught", "caught"},
    {"choose", "chose", "chosen"}, {"come", "came", "come"}, {"cost", "cost", "cost"},
    {"creep", "crept", "crept"}, {"cut", "cut", "cut"}, {"deal", "dealt", "dealt"},
    {"dig", "dug", "dug"}, {"do", "did", "done"}, {"draw", "drew", "drawn"},
    {"drink", "drank", "drunk"}, {"drive", "drove", "driven"}, {"eat", "ate", "eaten"},
    {"fall", "fell", "fallen"}, {"feed", "fed", "fed"}, {"feel", "felt", "felt"},
    {"fight", "fought", "fought"}, {"find", "found", "found"}, {"flee", "fled", "fled"},
    {"fly", "flew", "flown"}, {"forbid", "forbade", "forbidden"},
    {"foresee", "foresaw", "foreseen"}, {"forget", "forgot", "forgotten"},
    {"forgive", "forgave", "forgiven"}, {"freeze", "froze", "frozen"}, {"get", "got", "got"},
    {"give", "gave", "given"}, {"go", "went", "gone"}, {"grind", "ground", "ground"},
    {"grow", "grew", "grown"}, {"hang", "hung", "hung"}, {"have", "had", "had"},
    {"hear", "heard", "heard"}, {"hide", "hid", "hidden"}, {"hit", "hit", "hit"},
    {"hold", "held", "held"}, {"hurt", "hurt", "hurt"}, {"keep", "kept", "kept"},
    {"know", "knew", "known"}, {"lay", "laid", "laid"}, {"lead", "led", "led"},
    {"leave", "left", "left"}, {"lend", "lent", "lent"}, {"let", "let", "let"},
    {"lie", "lay", "lain"}, {"lose", "lost", "lost"}, {"make", "made", "made"},
    {"mean", "meant", "meant"}, {"meet", "met", "met"}, {"mislead", "misled", "misled"},
    {"misunderstand", "misunderstood", "misunderstood"}, {"outgrow", "outgrew", "outgrown"},
    {"override", "overrode", "overridden"}, {"oversee", "oversaw", "overseen"},
    {"overwrite", "overwrote", "overwritten"}, {"pay", "paid", "paid"}, {"put", "put", "put"},
    {"quit", "quit", "quit"}, {"read", "read", "read"}, {"rebuild", "rebuilt", "rebuilt"},
    {"redo", "redid", "redone"}, {"resend", "resent", "resent"}, {"reset", "reset", "reset"},
    {"rewrite", "rewrote", "rewritten"}, {"ride", "rode", "ridden"}, {"ring", "rang", "rung"},
    {"rise", "rose", "risen"}, {"run", "ran", "run"}, {"say", "said", "said"},
    {"see", "saw", "seen"}, {"seek", "sought", "sought"}, {"sell", "sold", "sold"},
    {"send", "sent", "sent"}, {"set", "set", "set"}, {"shake", "shook", "shaken"},
    {"shoot", "shot", "shot"}, {"show", "showed", "shown"}, {"shrink", "shrank", "shrunk"},
    {"shut", "shut", "shut"}, {"sing", "sang", "sung"}, {"sink", "sank", "sunk"},
    {"sit", "sat", "sat"}, {"sleep", "slept", "slept"}, {"slide", "slid", "slid"},
    {"speak", "spoke", "spoken"}, {"speed", "sped", "sped"}, {"spend", "spent", "spent"},
    {"spin", "spun", "spun"}, {"split", "split", "split"}, {"spread", "spread", "spread"},
    {"spring", "sprang", "sprung"}, {"stand", "stood", "stood"}, {"steal", "stole", "stolen"},
    {"stick", "stuck", "stuck"}, {"strike", "struck", "struck"}, {"swap", "swapped", "swapped"},
    {"swear", "swore", "sworn"}, {"sweep", "swept", "swept"}, {"swim", "swam", "swum"},
    {"swing", "swung", "swung"}, {"take", "took", "taken"}, {"teach", "taught", "taught"},
    {"tear", "tore", "torn"}, {"tell", "told", "told"}, {"think", "thought", "thought"},
    {"throw", "threw", "thrown"}, {"understand", "understood", "understood"},
    {"undo", "undid", "undone"}, {"upset", "upset", "upset"}, {"wake", "woke", "woken"},
    {"wear", "wore", "worn"}, {"weep", "wept", "wept"}, {"win", "won", "won"},
    {"wind", "wound", "wound"}, {"withdraw", "withdrew", "withdrawn"},
    {"write", "wrote", "written"},
});

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }
bool ends(std::string_view word, std::string_view with) {
  return word.size() >= with.size() && word.substr(word.size() - with.size()) == with;
}

// Does the last consonant double, as in "stop", "plug", "reset", "submit"? One vowel before one
// consonant; longer words only where the stress is on the end, which a list has to say.
bool doubles(std::string_view word) {
  const std::size_t size = word.size();
  if (size < 3) return false;
  const char last = word[size - 1], before = word[size - 2];
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y' || !is_vowel(before))
    return false;
  if (is_vowel(word[size - 3]) && !(size > 3 && word[size - 4] == 'q')) return false;
  const auto vowels = std::count_if(word.begin(), word.end(), is_vowel);
  if (vowels == 1 || (vowels == 2 && word[0] == 'q')) return true;
  for (const std::string_view stressed : {"plug", "stop", "log", "run", "set", "get", "put", "shut",
                                          "mit", "fer", "cur", "gin", "pel", "trol", "zip", "map"})
    if (ends(word, stressed) && word != "offer" && word != "suffer" && word != "differ" &&
        word != "limit" && word != "visit" && word != "target" && word != "login")
      return true;
  return false;
}

std::string stem_for(std::string_view word) {
  std::string stem(word);
  if (doubles(word)) stem.push_back(word.back());
  return stem;
}

}  // namespace

VerbForms inflect(std::string_view phrase) {
  const std::size_t space = phrase.find(' ');
  const std::string rest(space == std::string_view::npos ? "" : phrase.substr(space));
  const std::string base(phrase.substr(0, space));
  VerbForms forms{base, "", "", "", ""};
  if (base == "be") return {"be" + rest, "is" + rest, "was" + rest, "been" + rest, "being" + rest};

  const char last = base.empty() ? 'x' : base.back();
  const bool consonant_y = last == 'y' && base.size() > 1 && !is_vowel(base[base.size() - 2]);
  if (consonant_y)
    forms.third = base.substr(0, base.size() - 1) + "ies";
  else if (ends(base, "s") || ends(base, "x") || ends(base, "z") || ends(base, "ch") ||
           ends(base, "sh") || base == "go" || base == "do" || base == "redo" || base == "undo")
    forms.third = base + "es";
  else
    forms.third = base == "have" ? "has" : base + "s";

  if (ends(base, "ie"))
    forms.gerund = base.substr(0, base.size() - 2) + "ying";
  else if (last == 'e' && !ends(base, "ee") && !ends(base, "oe") && !ends(base, "ye"))
    forms.gerund = base.substr(0, base.size() - 1) + "ing";
  else if (ends(base, "ic"))
    forms.gerund = base + "king";
  else
    forms.gerund = stem_for(base) + "ing";

  const auto irregular = std::find_if(kIrregular.begin(), kIrregular.end(),
                                      [&](const Irregular& one) { return one.base == base; });
  if (irregular != kIrregular.end()) {
    forms.past = irregular->past;
    forms.participle = irregular->participle;
  } else {
    if (last == 'e')
      forms.past = base + "d";
    else if (consonant_y)
      forms.past = base.substr(0, base.size() - 1) + "ied";
    else if (ends(base, "ic"))
      forms.past = base + "ked";
    else
      forms.past = stem_for(base) + "ed";
    forms.participle = forms.past;
  }
  for (std::string* form :
       {&forms.base, &forms.third, &forms.past, &forms.participle, &forms.gerund})
    *form += rest;
  return forms;
}

std::vector<std::string> possible_bases(std::string_view form) {
  for (const std::string_view one : {"am", "is", "are", "was", "were", "been", "being"})
    if (form == one) return {"be"};
  if (form == "has") return {"have"};
  std::vector<std::string> all;
  const auto is_third = [&](std::string_view base) {
    // To inflect them all would take longer than all else here.
    return form.ends_with('s') && form.starts_with(base.substr(0, base.size() - 1)) &&
           form == inflect(base).third;
  };
  for (const Irregular& one : kIrregular)
    if (form == one.base || form == one.past || form == one.participle || is_third(one.base))
      all.emplace_back(one.base);
  if (!all.empty()) return all;
  const auto try_base = [&](std::string base) {
    const VerbForms forms = inflect(base);
    if (form == forms.third || form == forms.past || form == forms.gerund)
      all.push_back(std::move(base));
  };
  for (const std::string_view ending :
       {"s", "es", "ies", "d", "ed", "ied", "ked", "ing", "ying", "king"}) {
    if (!ends(form, ending) || form.size() <= ending.size()) continue;
    const std::string stem(form.substr(0, form.size() - ending.size()));
    if (ending[0] == 'i') try_base(stem + (ending == "ing" ? "e" : "y"));
    if (ending[0] == 'y') try_base(stem + "ie");
    try_base(stem);
    if (stem.size() > 2 && stem.back() == stem[stem.size() - 2])
      try_base(stem.substr(0, stem.size() - 1));
  }
  all.emplace_back(form);
  return all;
}

std::vector<std::string> verb_forms(std::string_view base) {
  if (base == "be") return {"be", "am", "is", "are", "was", "were", "been", "being"};
  const VerbForms forms = inflect(base);
  std::vector<std::string> all{forms.base, forms.third, forms.past, forms.participle, forms.gerund};
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace dsk::lexicon
