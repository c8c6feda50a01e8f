// The folder of evaluation data, and the misspellings in it.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace eval {

// "" where DESKSIDE_DATA is not set.
inline std::string data_folder() {
  const char* folder = std::getenv("DESKSIDE_DATA");
  return folder != nullptr ? folder : "";
}

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// RFC 4180: quoted fields may hold commas, doubled quotes and line ends.
inline std::vector<std::vector<std::string>> read_csv(const std::string& path) {
  std::vector<std::vector<std::string>> rows(1);
  const std::string text = read_file(path);
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') field.push_back(c);
      else if (i + 1 < text.size() && text[i + 1] == '"') field.push_back(text[++i]);
      else quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\n') {
      rows.back().push_back(std::move(field));
      field.clear();
      if (c == '\n') rows.emplace_back();
    } else if (c != '\r') {
      field.push_back(c);
    }
  }
  if (rows.back().empty() && field.empty()) rows.pop_back();
  else rows.back().push_back(std::move(field));
  return rows;
}

struct Pair {
  std::string typed;
  std::vector<std::string> meant;  // any of them will do
};

// Single words by source, at most `most` of each, drawn with a fixed seed; 0 takes all.
inline std::map<std::string, std::vector<Pair>> misspellings(std::size_t most, unsigned seed) {
  std::map<std::string, std::vector<Pair>> sources;
  for (const auto& row : read_csv(data_folder() + "/spelling/misspellings.csv")) {
    if (row.size() < 3 || row[0] == "source" || row[1].find(' ') != std::string::npos) continue;
    Pair pair{row[1], {}};
    std::string rest = row[2];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      std::string one = rest.substr(0, end);
      one.erase(0, one.find_first_not_of(' '));
      if (!one.empty()) pair.meant.push_back(one);
      rest.erase(0, end + 1);
    }
    sources[row[0]].push_back(std::move(pair));
  }
  for (auto& [name, pairs] : sources) {
    if (most == 0 || pairs.size() <= most) continue;
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < most; ++i) {
      std::swap(pairs[i], pairs[i + random() % (pairs.size() - i)]);
    }
    pairs.resize(most);
  }
  return sources;
}

}  // namespace eval
