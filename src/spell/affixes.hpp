// Reads a Hunspell dictionary (.aff and .dic) and spells out the words it stands for. A superset:
// whoever uses it asks Hunspell about every form.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dsk::spell {

class Affixes {
 public:
  // Throws Error{dictionary} with the line for what cannot be read: an encoding that is neither
  // UTF-8 nor Latin-1, a flag that is not one.
  Affixes(std::string_view aff, std::string_view dic);

  // Whether the forms of `each` are all there is: no compounding (but of digits), no rewriting of
  // the input, nothing this reader does not know.
  bool complete() const { return complete_; }

  // Calls `use` for every form, some of them more than once.
  void each(const std::function<void(const std::string&)>& use) const;

 private:
  using Flags = std::vector<std::uint32_t>;

  struct Condition {
    bool negated = false;
    std::u32string any_of;  // empty and negated: any letter
  };
  struct Entry {
    std::u32string strip, add;
    std::vector<Condition> conditions;
    Flags more;  // what may follow on the form this makes
  };
  struct Affix {
    bool prefix = false;
    bool cross = false;
    std::vector<Entry> entries;
  };
  struct Stem {
    std::u32string word;
    Flags flags;
  };

  void read_aff(std::string_view text);
  void read_dic(std::string_view text);
  void read_affix(const std::vector<std::string>& fields, bool prefix, std::uint32_t line);
  void read_rule(std::string_view rule, std::uint32_t line);
  Flags read_flags(std::string_view text, std::uint32_t line) const;
  std::u32string letters(std::string_view text) const;
  static std::vector<Condition> read_conditions(std::u32string_view text);
  static bool apply(const Entry& entry, bool prefix, const std::u32string& word,
                    std::u32string& out);
  void with_prefixes(const std::u32string& word, const Flags& flags, bool crossed,
                     const std::function<void(const std::string&)>& use) const;

  enum class FlagKind : std::uint8_t { character, pair, number } flag_kind_ = FlagKind::character;
  bool latin1_ = true;  // Hunspell's default encoding, until SET says otherwise
  bool utf8_flags_ = false;
  bool complete_ = true;
  std::vector<Flags> aliases_;
  Flags rule_flags_;  // of COMPOUNDRULE
  std::unordered_map<std::uint32_t, Affix> affixes_;
  std::vector<Stem> stems_;
};

}  // namespace dsk::spell
