#include "spell/affixes.hpp"

#include <algorithm>
#include <cstdlib>

#include "error.hpp"
#include "spell/letters.hpp"

namespace dsk::spell {
namespace {

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  std::size_t at = 0;
  while (true) {
    at = line.find_first_not_of(" \t\r", at);
    if (at == std::string_view::npos) return fields;
    const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
    fields.emplace_back(line.substr(at, end - at));
    at = end;
  }
}

template <class Use>
void each_line(std::string_view text, Use use) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    use(text.substr(0, end), ++number);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// Directives that change which words there are, and that the forms do not show.
bool opens_the_list(std::string_view directive) {
  static constexpr std::string_view known[] = {
      "COMPOUNDFLAG", "COMPOUNDBEGIN", "COMPOUNDMIDDLE", "COMPOUNDLAST", "COMPOUNDEND", "IGNORE",
      "CHECKSHARPS",  "COMPLEXPREFIXES", "BREAK",       "LANG",         "FORCEUCASE"};
  return std::find(std::begin(known), std::end(known), directive) != std::end(known);
}

bool has(const std::vector<std::uint32_t>& flags, std::uint32_t flag) {
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

}  // namespace

Affixes::Affixes(std::string_view aff, std::string_view dic) {
  read_aff(aff);
  read_dic(dic);
}

std::u32string Affixes::letters(std::string_view text) const {
  if (!latin1_) return decode(text);
  std::u32string out;
  for (const char byte : text) out.push_back(static_cast<unsigned char>(byte));
  return out;
}

Affixes::Flags Affixes::read_flags(std::string_view text, std::uint32_t line) const {
  Flags flags;
  if (flag_kind_ == FlagKind::number) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(',', at), text.size());
      const int flag = std::atoi(std::string(text.substr(at, end - at)).c_str());
      if (flag <= 0) throw Error(Status::dictionary, "a flag that is not a number", line);
      flags.push_back(static_cast<std::uint32_t>(flag));
      at = end + 1;
    }
  } else if (flag_kind_ == FlagKind::pair) {
    if (text.size() % 2 != 0) throw Error(Status::dictionary, "half a flag", line);
    for (std::size_t at = 0; at < text.size(); at += 2) {
      flags.push_back(static_cast<unsigned char>(text[at]) * 256u +
                      static_cast<unsigned char>(text[at + 1]));
    }
  } else if (utf8_flags_) {
    for (const char32_t flag : decode(text)) flags.push_back(flag);
  } else {
    for (const char flag : text) flags.push_back(static_cast<unsigned char>(flag));
  }
  return flags;
}

std::vector<Affixes::Condition> Affixes::read_conditions(std::u32string_view text) {
  std::vector<Condition> conditions;
  if (text == U".") return conditions;
  for (std::size_t at = 0; at < text.size(); ++at) {
    Condition one;
    if (text[at] == U'[') {
      if (++at < text.size() && text[at] == U'^') {
        one.negated = true;
        ++at;
      }
      while (at < text.size() && text[at] != U']') one.any_of.push_back(text[at++]);
    } else if (text[at] == U'.') {
      one.negated = true;
    } else {
      one.any_of.push_back(text[at]);
    }
    conditions.push_back(std::move(one));
  }
  return conditions;
}

void Affixes::read_affix(const std::vector<std::string>& fields, bool prefix, std::uint32_t line) {
  if (fields.size() < 4) throw Error(Status::dictionary, "an affix without its parts", line);
  const Flags named = read_flags(fields[1], line);
  if (named.size() != 1) throw Error(Status::dictionary, "an affix wants one flag", line);
  const auto [place, fresh] = affixes_.emplace(named[0], Affix{});
  Affix& affix = place->second;
  if (fresh) {  // the head: flag, cross product, count
    affix.prefix = prefix;
    affix.cross = fields[2] == "Y";
    return;
  }
  Entry entry;
  if (fields[2] != "0") entry.strip = letters(fields[2]);
  const std::size_t slash = fields[3].find('/');
  const std::string add = fields[3].substr(0, slash);
  if (add != "0") entry.add = letters(add);
  if (slash != std::string::npos) {
    const std::string more = fields[3].substr(slash + 1);
    const std::size_t alias = aliases_.empty() ? 0 : std::strtoul(more.c_str(), nullptr, 10);
    entry.more = alias > 0 && alias <= aliases_.size() ? aliases_[alias - 1]
                                                      : read_flags(more, line);
  }
  if (fields.size() > 4) entry.conditions = read_conditions(letters(fields[4]));
  affix.entries.push_back(std::move(entry));
}

// "n*1t"; where flags have several characters, "(aa)*(bb)".
void Affixes::read_rule(std::string_view rule, std::uint32_t line) {
  const auto take = [&](std::string_view flags) {
    for (const std::uint32_t flag : read_flags(flags, line)) rule_flags_.push_back(flag);
  };
  if (flag_kind_ == FlagKind::character) return take(rule);
  for (std::size_t at = rule.find('('); at < rule.size(); at = rule.find('(', at + 1))
    take(rule.substr(at + 1, rule.find(')', at) - at - 1));
}

void Affixes::read_aff(std::string_view text) {
  // SET and FLAG decide how the rest is read, wherever they stand.
  each_line(text, [&](std::string_view line, std::uint32_t number) {
    const auto fields = fields_of(line);
    if (fields.size() < 2) return;
    if (fields[0] == "SET") {
      latin1_ = fields[1] == "ISO8859-1" || fields[1] == "ISO-8859-1";
      if (!latin1_ && fields[1] != "UTF-8") {
        throw Error(Status::dictionary, "words in " + fields[1] + " cannot be compiled", number);
      }
    } else if (fields[0] == "FLAG") {
      if (fields[1] == "long") flag_kind_ = FlagKind::pair;
      if (fields[1] == "num") flag_kind_ = FlagKind::number;
      utf8_flags_ = fields[1] == "UTF-8";
    }
  });
  std::size_t alias_heads = 0;
  std::size_t rules = 0;
  each_line(text, [&](std::string_view line, std::uint32_t number) {
    const auto fields = fields_of(line);
    if (fields.empty()) return;
    if (fields[0] == "PFX" || fields[0] == "SFX") {
      read_affix(fields, fields[0] == "PFX", number);
    } else if (fields[0] == "AF" && fields.size() > 1) {
      if (alias_heads++ > 0) aliases_.push_back(read_flags(fields[1], number));
    } else if (fields[0] == "ICONV" && fields.size() == 3) {
      // Both apostrophes are one to us; other rewriting is Hunspell's to do.
      complete_ = complete_ && fields[1] == "\u2019" && fields[2] == "'";
    } else if (fields[0] == "COMPOUNDRULE" && fields.size() > 1) {
      // The first of them says how many follow.
      if (rules++ == 0) return;
      read_rule(fields[1], number);
    } else if (opens_the_list(fields[0])) {
      complete_ = false;
    }
  });
}

void Affixes::read_dic(std::string_view text) {
  each_line(text, [&](std::string_view line, std::uint32_t number) {
    if (number == 1 || line.empty() || line[0] == '\t' || line[0] == '#') return;
    // A word ends at a tab; of an escaped slash the backslash goes.
    line = line.substr(0, line.find_first_of("\t\r"));
    std::string word;
    std::size_t at = 0;
    for (; at < line.size() && line[at] != '/'; ++at) {
      if (line[at] == '\\' && at + 1 < line.size() && line[at + 1] == '/') ++at;
      word.push_back(line[at]);
    }
    Stem stem;
    std::string_view flags = at < line.size() ? line.substr(at + 1) : std::string_view();
    // Morphology may follow after a blank.
    flags = flags.substr(0, flags.find(' '));
    if (at == line.size()) word = word.substr(0, word.find("  "));
    stem.word = letters(word);
    if (!flags.empty()) {
      const std::size_t alias =
          aliases_.empty() ? 0 : std::strtoul(std::string(flags).c_str(), nullptr, 10);
      stem.flags = alias > 0 && alias <= aliases_.size() ? aliases_[alias - 1]
                                                        : read_flags(flags, number);
    }
    // Rules that join digits ("21" + "st") make no word of letters; other rules might.
    const bool joins = std::any_of(stem.flags.begin(), stem.flags.end(),
                                   [&](std::uint32_t flag) { return has(rule_flags_, flag); });
    if (joins && !stem.word.empty() && !is_digit(stem.word[0])) complete_ = false;
    if (!stem.word.empty()) stems_.push_back(std::move(stem));
  });
  if (stems_.empty()) throw Error(Status::dictionary, "a dictionary without words");
}

bool Affixes::apply(const Entry& entry, bool prefix, const std::u32string& word,
                    std::u32string& out) {
  if (word.size() < entry.strip.size() || word.size() < entry.conditions.size()) return false;
  const std::size_t from = prefix ? 0 : word.size() - entry.conditions.size();
  for (std::size_t i = 0; i < entry.conditions.size(); ++i) {
    const Condition& condition = entry.conditions[i];
    const bool found = condition.any_of.find(word[from + i]) != std::u32string::npos;
    if (found == condition.negated) return false;
  }
  const std::size_t kept = word.size() - entry.strip.size();
  if (prefix) {
    if (word.compare(0, entry.strip.size(), entry.strip) != 0) return false;
    out = entry.add + word.substr(entry.strip.size());
  } else {
    if (word.compare(kept, entry.strip.size(), entry.strip) != 0) return false;
    out = word.substr(0, kept) + entry.add;
  }
  return true;
}

void Affixes::with_prefixes(const std::u32string& word, const Flags& flags, bool crossed,
                            const std::function<void(const std::string&)>& use) const {
  std::u32string form;
  for (const std::uint32_t flag : flags) {
    const auto found = affixes_.find(flag);
    if (found == affixes_.end() || !found->second.prefix) continue;
    if (crossed && !found->second.cross) continue;
    for (const Entry& entry : found->second.entries) {
      if (apply(entry, true, word, form)) use(encode(form));
    }
  }
}

void Affixes::each(const std::function<void(const std::string&)>& use) const {
  std::u32string once;
  std::u32string twice;
  for (const Stem& stem : stems_) {
    use(encode(stem.word));
    with_prefixes(stem.word, stem.flags, false, use);
    for (const std::uint32_t flag : stem.flags) {
      const auto found = affixes_.find(flag);
      if (found == affixes_.end() || found->second.prefix) continue;
      for (const Entry& entry : found->second.entries) {
        if (!apply(entry, false, stem.word, once)) continue;
        use(encode(once));
        if (found->second.cross) with_prefixes(once, stem.flags, true, use);
        with_prefixes(once, entry.more, false, use);
        for (const std::uint32_t second : entry.more) {
          const auto next = affixes_.find(second);
          if (next == affixes_.end() || next->second.prefix) continue;
          for (const Entry& ending : next->second.entries) {
            if (!apply(ending, false, once, twice)) continue;
            use(encode(twice));
            with_prefixes(twice, stem.flags, true, use);
          }
        }
      }
    }
  }
}

}  // namespace dsk::spell
