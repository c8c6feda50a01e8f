#include "spell/compile_words.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <unordered_map>

#include "error.hpp"
#include "spell/affixes.hpp"
#include "spell/hunspell.hpp"
#include "spell/letters.hpp"

namespace dsk::spell {
namespace {

std::string whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(Status::dictionary, "cannot read " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

using Forms = std::unordered_map<std::string, Note>;

// Whether the plain rule of capitals (a small word may be raised) finds `word`.
bool found(const Forms& forms, const std::string& word) {
  if (forms.count(word) != 0) return true;
  const Capitals shape = capitals(word);
  if (shape != Capitals::first && shape != Capitals::all) return false;
  const auto lowered = [&](const std::string& form) {
    const auto at = forms.find(form);
    return at != forms.end() && !at->second.has(Note::exact);
  };
  return lowered(lower(word)) || (shape == Capitals::all && lowered(title(word)));
}

// Whether a hyphen splits `word` into two that are found.
bool found_in_parts(const Forms& forms, const std::string& word) {
  for (std::size_t at = word.find('-'); at != std::string::npos; at = word.find('-', at + 1)) {
    const std::string left = word.substr(0, at);
    const std::string right = word.substr(at + 1);
    const auto fine = [&](const std::string& part) {
      return !part.empty() && (found(forms, part) || found_in_parts(forms, part));
    };
    if (fine(left) && fine(right)) return true;
  }
  return false;
}

}  // namespace

std::string compile_words(const std::string& aff, const std::string& dic,
                          const std::string& language, const Describe& describe,
                          const std::vector<Form>& more, const std::vector<Form>& terms) {
  const Dictionary hunspell(aff, dic, package_of(language));
  const Affixes affixes(whole_file(aff), whole_file(dic));

  Forms forms;
  affixes.each([&](const std::string& form) {
    if (forms.count(form) == 0 && hunspell.knows(form)) forms.emplace(form, Note{});
  });

  // Where Hunspell's own rule of capitals differs from the plain one, the difference is written
  // down form by form: IPHONE for iPhone is a form of its own, a word that must stay small is
  // exact.
  std::vector<std::string> words;
  words.reserve(forms.size());
  for (const auto& [form, note] : forms) words.push_back(form);
  std::sort(words.begin(), words.end());
  for (const std::string& form : words) {
    for (const std::string& raised : {title(form), upper(form)}) {
      if (raised == form) continue;
      const bool right = hunspell.knows(raised);
      if (right == found(forms, raised)) continue;
      if (right) forms.emplace(raised, Note{Note::exact});
      else forms[form].bits |= Note::exact;
    }
  }

  // Some capitals Hunspell refuses in a hyphenated name although it takes both halves. A
  // dictionary with such names is asked itself about what is not found.
  const bool complete =
      affixes.complete() && std::none_of(words.begin(), words.end(), [&](const std::string& form) {
        const std::string raised = upper(form);
        return form.find('-') != std::string::npos && found_in_parts(forms, raised) &&
               !hunspell.knows(raised);
      });

  std::vector<Form> all = terms;
  all.reserve(forms.size() + more.size() + terms.size());
  for (const auto& [form, note] : forms) {
    all.push_back({form, {note.bits | (describe ? describe(form).bits : 0)}});
  }
  for (const Form& form : more) {
    if (!found(forms, form.word)) all.push_back(form);
  }
  return build_automaton(std::move(all), language, complete);
}

std::vector<Form> read_word_list(std::string_view text) {
  std::vector<Form> forms;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, std::min(end, text.find('#')));
    text.remove_prefix(std::min(end + 1, text.size()));
    while (true) {
      const std::size_t begin = line.find_first_not_of(" \t\r");
      if (begin == std::string_view::npos) break;
      const std::size_t stop = std::min(line.find_first_of(" \t\r", begin), line.size());
      forms.push_back({std::string(line.substr(begin, stop - begin)), {}});
      line.remove_prefix(stop);
    }
  }
  return forms;
}

}  // namespace dsk::spell
