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
// Whatever `step` finds wrong is told with this place, unless it tells one.
template <class Step>
void placed(std::string_view file, const toml::source_region& where, Step step) {
  try {
    step();
  } catch (const Error& error) {
    if (error.line != 0) throw;
    fail_at(file, where, error.what());
  }
}

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
  // The tables [[key]], one after the other.
  template <class Body>
  void each(std::string_view key, Body body);
  // The names and texts of the table [key].
  template <class Body>
  void each_text(std::string_view key, Body body);

  // Of the whole file: is it written as those that can be read? `what` names such files.
  void expect_format(const std::string& what);

  [[noreturn]] void fail(std::string_view key, const std::string& why) const;
  toml::source_region where(std::string_view key) const;
  // Where item `index` of the list `key` stands; the key itself where it is no list.
  toml::source_region where(std::string_view key, std::size_t index) const;
  // Call when everything was asked for.
  void done() const;

  std::string_view file() const { return file_; }

 private:
  std::string_view file_;
  const toml::table& table_;
  std::string what_;
  std::set<std::string, std::less<>> asked_;
};

// The same of a whole file, whose other keys are nobody's business yet.
template <class Body>
void each_table(std::string_view file, const toml::table& table, std::string_view key, Body body) {
  const toml::node* node = table.get(key);
  if (!node) return;
  const std::string name = "[[" + std::string(key) + "]]";
  const toml::array* items = node->as_array();
  if (!items) fail_at(file, node->source(), "write " + name + ", in two brackets");
  for (const toml::node& item : *items) {
    if (!item.is_table()) fail_at(file, item.source(), "write " + name + ", in two brackets");
    StrictTable strict(file, *item.as_table(), name);
    body(strict);
  }
}

template <class Body>
void StrictTable::each(std::string_view key, Body body) {
  node(key);
  each_table(file_, table_, key, body);
}

template <class Body>
void StrictTable::each_text(std::string_view key, Body body) {
  const toml::node* table = node(key);
  if (!table) return;
  if (!table->is_table()) fail(key, "write a [" + std::string(key) + "] table");
  for (const auto& entry : *table->as_table()) {
    const auto& name = entry.first;
    const auto& value = entry.second;
    if (!value.is_string())
      fail_at(file_, value.source(), "\"" + std::string(name.str()) + "\" has to be a string");
    placed(file_, name.source(), [&] { body(name.str(), **value.as_string()); });
  }
}

}  // namespace dsk::lexicon
