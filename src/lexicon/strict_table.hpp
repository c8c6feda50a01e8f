// A TOML table whose every key has to be asked for: what is left over at the end is an error.
#pragma once

#include <initializer_list>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "toml.hpp"

namespace dsk::lexicon {

// Of `names` the one that was meant, two slips away at most; "" where none is.
std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& names);

// `file` is what the error calls the file.
[[noreturn]] void fail_at(std::string_view file, const toml::source_region& where,
                          const std::string& why);

toml::table parse(std::string_view file, std::string_view text);

// `given` as an index of `names`; where it is none of them, throws an Error without a place that
// names the nearest. `what` says what it is none of: "stage".
std::size_t index_of(std::string_view given, std::span<const std::string_view> names,
                     std::string_view what);

class StrictTable {
 public:
  // `what` names the table in errors: "rule tone-as-i-said".
  StrictTable(std::string_view file, const toml::table& table, std::string what)
      : file_(file), table_(table), what_(std::move(what)) {}

  std::string text(std::string_view key, std::string_view fallback = "");
  std::string required(std::string_view key);
  bool flag(std::string_view key, bool fallback);
  std::uint32_t number(std::string_view key, std::uint32_t fallback);
  std::vector<std::string> texts(std::string_view key);  // a string stands for a list of one
  // One of `choices`, by index; `fallback` where the key is missing.
  std::size_t choice(std::string_view key, std::span<const std::string_view> choices,
                     std::size_t fallback);
  std::size_t choice(std::string_view key, std::initializer_list<std::string_view> choices,
                     std::size_t fallback) {
    return choice(key, std::span(choices.begin(), choices.size()), fallback);
  }
  // The same of item `index` of the list `key`, or of its only value, with the place of it.
  std::size_t one_of(std::string_view key, std::size_t index, std::string_view given,
                     std::span<const std::string_view> names, std::string_view what) const;
  const toml::node* node(std::string_view key);  // NULL where the key is missing

  // Of the whole file: is it written as those that can be read? `what` names such files.
  void expect_format(const std::string& what);

  [[noreturn]] void fail(std::string_view key, const std::string& why) const;
  toml::source_region where(std::string_view key) const;
  // Where item `index` of the list `key` stands; the key itself where it is no list.
  toml::source_region where(std::string_view key, std::size_t index) const;
  // Call when everything was asked for.
  void done() const;

  const toml::table& raw() const { return table_; }
  std::string_view file() const { return file_; }

 private:
  std::string_view file_;
  const toml::table& table_;
  std::string what_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace dsk::lexicon
