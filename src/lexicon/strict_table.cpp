#include "lexicon/strict_table.hpp"

#include <algorithm>

#include "lexicon/toml_fault.hpp"

namespace dsk::lexicon {
namespace {

// Edit distance, for "did you mean"; the words are short.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& names) {
  std::string_view best;
  std::size_t least = typed.size() < 4 ? 2 : 3;  // of three letters, two tell nothing
  if (typed.size() > 64) return best;
  for (const std::string_view name : names) {
    const std::size_t far = distance(typed, name);
    if (far >= least) continue;
    least = far;
    best = name;
  }
  return best;
}

void fail_at(std::string_view file, const toml::source_region& where, const std::string& why) {
  throw Error(Status::lexicon,
              std::string(file) + ":" + std::to_string(where.begin.line) + ":" +
                  std::to_string(where.begin.column) + ": " + why,
              where.begin.line, where.begin.column);
}

toml::table parse(std::string_view file, std::string_view text) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    fail_at(file, error.source(),
            fault_of(text, error.source().begin.line, error.description()));
  }
}

std::size_t index_of(std::string_view given, std::span<const std::string_view> names,
                     std::string_view what) {
  const auto found = std::find(names.begin(), names.end(), given);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const std::string_view meant = nearest(given, {names.begin(), names.end()});
  std::string why = "\"" + std::string(given) + "\" is no " + std::string(what) +
                    (meant.empty() ? "" : " (did you mean " + std::string(meant) + "?)");
  for (const std::string_view one : names)
    why.append(one == names.front() ? "; it can be: " : ", ").append(one);
  throw Error(Status::lexicon, why);
}

const toml::node* StrictTable::node(std::string_view key) {
  asked_.emplace(key);
  return table_.get(key);
}

std::string StrictTable::text(std::string_view key, std::string_view fallback) {
  const toml::node* value = node(key);
  if (!value) return std::string(fallback);
  if (!value->is_string()) fail(key, "\"" + std::string(key) + "\" has to be a string");
  return **value->as_string();
}

std::string StrictTable::required(std::string_view key) {
  const std::string value = text(key);
  if (value.empty()) fail("", what_ + " needs a \"" + std::string(key) + "\"");
  return value;
}

bool StrictTable::flag(std::string_view key, bool fallback) {
  const toml::node* value = node(key);
  if (!value) return fallback;
  if (!value->is_boolean()) fail(key, "\"" + std::string(key) + "\" has to be true or false");
  return **value->as_boolean();
}

std::uint32_t StrictTable::number(std::string_view key, std::uint32_t fallback) {
  const toml::node* value = node(key);
  if (!value) return fallback;
  if (!value->is_integer() || **value->as_integer() < 0 || **value->as_integer() > 1'000'000)
    fail(key, "\"" + std::string(key) + "\" has to be a whole number, at most a million");
  return static_cast<std::uint32_t>(**value->as_integer());
}

std::vector<std::string> StrictTable::texts(std::string_view key) {
  const toml::node* value = node(key);
  if (!value) return {};
  if (value->is_string()) return {**value->as_string()};
  const toml::array* items = value->as_array();
  const std::string name(key);
  if (!items) fail(key, "\"" + name + "\" has to be a list: " + name + " = [\"...\", \"...\"]");
  std::vector<std::string> all;
  for (const toml::node& item : *items) {
    if (!item.is_string())
      fail_at(file_, item.source(), "\"" + name + "\" has to hold texts in quotes only");
    all.push_back(**item.as_string());
  }
  return all;
}

std::size_t StrictTable::choice(std::string_view key, std::span<const std::string_view> choices,
                                std::size_t fallback) {
  const toml::node* value = node(key);
  if (!value) return fallback;
  return one_of(key, 0, text(key), choices, key);
}

std::size_t StrictTable::one_of(std::string_view key, std::size_t index, std::string_view given,
                                std::span<const std::string_view> names,
                                std::string_view what) const {
  try {
    return index_of(given, names, what);
  } catch (const Error& error) {
    fail_at(file_, where(key, index), error.what());
  }
}

void StrictTable::expect_format(const std::string& what) {
  const toml::node* value = node("format");
  if (!value) fail("", what + " begins with the line: format = 1");
  if (value->value<std::int64_t>() != std::int64_t{1})
    fail("format", "only format 1 can be read here; write format = 1, or use the newer version of "
                   "Deskside that the file was written for");
}

toml::source_region StrictTable::where(std::string_view key) const {
  const toml::node* value = key.empty() ? nullptr : table_.get(key);
  return value ? value->source() : table_.source();
}

toml::source_region StrictTable::where(std::string_view key, std::size_t index) const {
  const toml::node* value = table_.get(key);
  if (value && value->is_array() && index < value->as_array()->size())
    return value->as_array()->get(index)->source();
  return where(key);
}

void StrictTable::fail(std::string_view key, const std::string& why) const {
  fail_at(file_, where(key), why);
}

void StrictTable::done() const {
  for (const auto& [key, value] : table_) {
    if (asked_.count(key.str())) continue;
    const std::string_view meant = nearest(key.str(), {asked_.begin(), asked_.end()});
    std::string keys;
    for (const std::string& one : asked_) keys += (keys.empty() ? "" : ", ") + one;
    fail_at(file_, key.source(),
            what_ + " has no key \"" + std::string(key.str()) + "\"" +
                (meant.empty() ? "; it can have: " + keys
                               : "; did you mean \"" + std::string(meant) + "\"?"));
  }
}

}  // namespace dsk::lexicon
