#include "lexicon/language.hpp"

#include <algorithm>

namespace dsk::lexicon {
namespace {

void merge(std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& from) {
  const auto middle = into.insert(into.end(), from.begin(), from.end());
  std::inplace_merge(into.begin(), middle, into.end());
}

std::span<const std::uint32_t> classes_of(const Pack& pack, std::uint64_t word) {
  const Entry* found = pack.entry(word);
  if (!found) return {};
  return pack.entry_classes.subspan(found->first_class, found->class_count);
}

// The first eight bytes of a name as a number: keys are in the order of their names.
std::uint64_t key_of(std::string_view name) {
  std::uint64_t key = 0;
  for (std::size_t at = 0; at < 8; ++at)
    key = key << 8 | (at < name.size() ? static_cast<unsigned char>(name[at]) : 0u);
  return key;
}

}  // namespace

Language::Language(std::vector<Pack> layers) : layers_(std::move(layers)) {
  using Ids = std::span<const std::uint32_t>;
  const auto add = [&](Ids& to, Ids more) {
    if (to.empty() || more.empty()) {
      if (to.empty()) to = more;
      return;
    }
    std::vector<std::uint32_t>& both = merged_.emplace_back(to.begin(), to.end());
    both.insert(both.end(), more.begin(), more.end());
    to = both;
  };
  const auto set = [](const SetId& one) { return Ids(&one, one == 0 ? 0 : 1); };
  for (const Pack& pack : layers_) {
    if (acts_.size() < pack.acts.size()) acts_.resize(pack.acts.size());
    for (std::size_t id = 0; id < pack.acts.size(); ++id) {
      const Act& from = pack.acts[id];
      LanguageAct& act = acts_[id];
      act.name = from.name;
      add(act.phrases, set(from.phrases));
      add(act.unless, set(from.unless));
      if (from.ending != 0) act.ending = from.ending;
      add(act.implies, from.implies);
      add(act.unless_acts, from.unless_acts);
      add(act.strength_unless, from.strength_unless);
      if (!from.strength.empty()) {
        act.pillar = from.pillar;
        act.strength = from.strength;
        act.strength_times = from.strength_times;
      }
    }
    merge(abbreviations_, pack.abbreviations);
    merge(stop_words_, pack.stop_words);
    rules_.reserve(rules_.size() + pack.rules.size());
    for (const Rule& rule : pack.rules) {
      const auto at = std::lower_bound(
          rules_.begin(), rules_.end(), rule.id,
          [](const LanguageRule& one, std::string_view id) { return one.rule->id < id; });
      LanguageRule made;
      made.rule = &rule;
      made.regexes.reserve(rule.regexes.size());
      for (const Regex& regex : rule.regexes) made.regexes.emplace_back(regex.pattern);
      if (at != rules_.end() && at->rule->id == rule.id)
        *at = std::move(made);
      else
        rules_.insert(at, std::move(made));
    }
  }
  std::vector<match::Wanted> wanted;
  std::uint32_t regexes = 0;
  for (LanguageRule& one : rules_) {
    one.first_regex = regexes;
    for (const Regex& regex : one.rule->regexes) {
      for (const std::string_view need : regex.needs)
        wanted.push_back({need.substr(regex.begins_with_need() ? 1 : 0), regexes});
      ++regexes;
    }
  }
  literals_ = match::Literals(wanted);
  act_of_.assign(layers_.back().sets, static_cast<ActId>(acts_.size()));
  for (ActId id = 0; id < acts_.size(); ++id)
    for (const SetId set : acts_[id].phrases) act_of_[set] = id;
  acts_by_name_ = layers_.back().acts_by_name;  // a layer knows the acts below it
  name_keys_.reserve(acts_by_name_.size());
  for (const ActId id : acts_by_name_) name_keys_.push_back(key_of(acts_[id].name));
}

std::string_view Language::text(Text text) const {
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer)
    if (const std::string_view said = layer->texts[static_cast<std::size_t>(text)]; !said.empty())
      return said;
  return {};
}

ActId Language::act(std::string_view name) const {
  const std::uint64_t key = key_of(name);
  auto at = static_cast<std::size_t>(
      std::lower_bound(name_keys_.begin(), name_keys_.end(), key) - name_keys_.begin());
  for (; at < name_keys_.size() && name_keys_[at] == key; ++at)
    if (acts_[acts_by_name_[at]].name == name) return acts_by_name_[at];
  return static_cast<ActId>(acts_.size());
}

const LanguageRule* Language::rule(std::string_view id) const {
  const auto at = std::lower_bound(
      rules_.begin(), rules_.end(), id,
      [](const LanguageRule& one, std::string_view wanted) { return one.rule->id < wanted; });
  if (at != rules_.end() && at->rule->id == id) return &*at;
  for (const LanguageRule& one : rules_)
    for (const std::string_view alias : one.rule->aliases)
      if (alias == id) return &one;
  return nullptr;
}

const Profile* Language::profile(std::string_view name) const {
  for (auto pack = layers_.rbegin(); pack != layers_.rend(); ++pack)
    for (auto profile = pack->profiles.rbegin(); profile != pack->profiles.rend(); ++profile)
      if (profile->name == name) return &*profile;
  return nullptr;
}

bool Language::in_class(std::uint64_t word, std::string_view name) const {
  for (const Pack& pack : layers_)
    for (const std::uint32_t id : classes_of(pack, word))
      if (id < pack.class_names.size() && pack.class_names[id] == name) return true;
  return false;
}

bool Language::share_class(std::uint64_t one, std::uint64_t other, std::string_view prefix) const {
  for (const Pack& a : layers_) {
    for (const std::uint32_t id : classes_of(a, one)) {
      if (id >= a.class_names.size() || a.class_names[id].substr(0, prefix.size()) != prefix)
        continue;
      for (const Pack& b : layers_)
        for (const std::uint32_t other_id : classes_of(b, other))
          if (other_id == id) return true;
    }
  }
  return false;
}

std::uint64_t Language::synonym(std::uint64_t word) const {
  for (const Pack& pack : layers_)
    for (const std::uint32_t id : classes_of(pack, word))
      if (id < pack.class_names.size() && pack.class_names[id].substr(0, 5) == "same-")
        return id + 1;
  return 0;
}

}  // namespace dsk::lexicon
