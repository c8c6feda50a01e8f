#include "spell/hunspell.hpp"

#include <fstream>
#include <hunspell.hxx>

#include "error.hpp"
#include "spell/letters.hpp"

namespace dsk::spell {
namespace {

// The first entries of a .dic without their flags, as written in the file.
std::vector<std::string> first_entries(const std::string& path, std::size_t count) {
  std::ifstream file(path, std::ios::binary);
  std::vector<std::string> entries;
  std::string line;
  std::getline(file, line);  // the number of entries
  while (entries.size() < count && std::getline(file, line)) {
    if (line.empty() || line[0] == '\t' || line[0] == '#') continue;
    entries.push_back(line.substr(0, line.find_first_of("/\t\r")));
  }
  return entries;
}

}  // namespace

Dictionary::Dictionary(const std::string& aff, const std::string& dic,
                       const std::string& package) {
  // "hunspell-english" is of no language as tags are written; "hunspell-de-de" is.
  const bool is_tag = package.find('-') != package.rfind('-');
  const auto missing = [&](const std::string& why) {
    return Error(Status::dictionary,
                 why + "; install the package " + package + (is_tag ? " or" : ",") +
                     " give the path of another dictionary" +
                     (is_tag ? "" : ", or write the language as in de-DE"));
  };
  if (!std::ifstream(aff)) throw missing("no dictionary at " + aff);
  if (!std::ifstream(dic)) throw missing("no dictionary at " + dic);
  it_ = std::make_unique<Hunspell>(aff.c_str(), dic.c_str());
  const std::string encoding = it_->get_dict_encoding();
  latin1_ = encoding != "UTF-8";
  if (latin1_ && encoding != "ISO8859-1" && encoding != "ISO-8859-1") {
    throw Error(Status::dictionary, dic + " is in " + encoding + "; only UTF-8 and ISO-8859-1 " +
                                        "dictionaries can be read");
  }
  for (const std::string& entry : first_entries(dic, 200)) {
    if (it_->spell(entry)) return;
  }
  throw missing(dic + " holds no words");
}

Dictionary::~Dictionary() = default;

std::string Dictionary::to_own(const std::string& utf8) const {
  if (!latin1_) return utf8;
  std::string own;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t letter = next_letter(utf8, at);
    own.push_back(letter < 256 ? static_cast<char>(letter) : '?');
  }
  return own;
}

std::string Dictionary::from_own(const std::string& own) const {
  if (!latin1_) return own;
  std::string utf8;
  for (const char byte : own) utf8::append(utf8, static_cast<unsigned char>(byte));
  return utf8;
}

bool Dictionary::knows(const std::string& utf8) const {
  const std::string own = to_own(utf8);
  const std::lock_guard<std::mutex> hold(lock_);
  return it_->spell(own);
}

std::vector<std::string> Dictionary::suggest(const std::string& utf8) const {
  const std::string own = to_own(utf8);
  std::vector<std::string> found;
  {
    const std::lock_guard<std::mutex> hold(lock_);
    found = it_->suggest(own);
  }
  for (std::string& one : found) one = from_own(one);
  return found;
}

std::string package_of(const std::string& language) {
  std::string package = "hunspell-" + lower(language);
  for (char& letter : package) {
    if (letter == '_') letter = '-';
  }
  return package;
}

}  // namespace dsk::spell
