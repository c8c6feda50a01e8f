// Whose words: the author's own text against what others say it is.
//   zones_eval [--list]
// discourse: own text against `trimmed`, white space folded. github, willdurand, zapier, talon: the
// lines of zone_labels.hpp. Code, logs and tables are the author's here, though they are not
// judged.
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "mail/document.hpp"
#include "zone_labels.hpp"

namespace {

using namespace dsk::mail;
namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool is_authors(ZoneKind kind) {
  return is_own(kind) || kind == ZoneKind::code || kind == ZoneKind::log || kind == ZoneKind::table;
}

std::string folded_space(std::string_view text) {
  std::string out;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string own_text(const Document& mail) {
  std::string out;
  for (const Zone& zone : mail.zones)
    if (is_authors(zone.kind)) out += std::string(zone.span.of(mail.text())) + "\n";
  return out;
}

// The quoted lines a forum shows to its readers are still somebody else's words.
std::string without_quotes(const std::string& text) {
  std::string out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.empty() || line[0] != '>') out += line + "\n";
  return out;
}

bool discourse(const fs::path& root, bool list) {
  int all = 0, equal = 0, argued = 0;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(root / "emails")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const std::string own = folded_space(own_text(read(contents(file))));
    const std::string trimmed = contents(root / "trimmed" / file.filename());
    ++all;
    if (own == folded_space(trimmed)) {
      ++equal;
    } else if (own == folded_space(without_quotes(trimmed))) {
      ++argued;
      if (list) std::cout << "  " << file.filename() << ": equal but for the quoted lines kept\n";
    } else {
      std::cout << "  " << file.filename() << ": differs\n";
      if (list) std::cout << "    own: " << own << "\n";
    }
  }
  std::cout << "discourse: own text equals `trimmed` in " << equal
            << ", and but for quoted lines in " << argued << " more, of " << all << "\n";
  return equal + argued == all;
}

struct Lines {
  std::vector<char> own, unsure;
};

Lines parse(const char* label, std::size_t size) {
  Lines out;
  out.own.resize(size + 2);
  out.unsure.resize(size + 2);
  std::istringstream parts(label);
  for (std::string part; parts >> part;) {
    const bool unsure = part[0] == '?';
    if (unsure) part.erase(0, 1);
    const std::size_t dash = part.find('-');
    const std::size_t first = std::stoul(part);
    const std::size_t last = dash == std::string::npos ? first : std::stoul(part.substr(dash + 1));
    for (std::size_t i = first; i <= last && i <= size; ++i) (unsure ? out.unsure : out.own)[i] = 1;
  }
  return out;
}

bool labelled(const fs::path& root, bool list) {
  int files = 0, right = 0, missing = 0;
  std::size_t lines = 0, judged = 0, lost = 0;
  for (const ZoneLabel& label : kZoneLabels) {
    const fs::path path = root / label.file;
    if (!fs::exists(path)) {
      ++missing;
      continue;
    }
    const std::string bytes = contents(path);
    const Document mail = path.extension() == ".html" ? read_html(bytes) : read(bytes);
    const std::string_view text = mail.text();
    const Lines expected =
        parse(label.own, static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    bool wrong = false;
    std::size_t number = 0;
    std::size_t zone = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      ++number;
      while (zone < mail.zones.size() && mail.zones[zone].span.end <= at) ++zone;
      const bool in = zone < mail.zones.size() && mail.zones[zone].span.begin <= at && end > at;
      if (in && !expected.unsure[number]) {
        ++lines;
        const bool own = is_authors(mail.zones[zone].kind);
        if (own != (expected.own[number] != 0)) {
          wrong = true;
          ++(own ? judged : lost);
          if (list)
            std::cout << "  " << label.file << ":" << number << ": "
                      << (own ? "judged, not the author's" : "the author's, lost") << "\n";
        }
      }
      at = end + 1;
    }
    ++files;
    right += wrong ? 0 : 1;
  }
  std::cout << "github, willdurand, zapier, talon: " << right << " of " << files
            << " files right; of " << lines << " lines " << judged
            << " judged that are not the author's, " << lost << " of the author's lost\n";
  if (missing > 0) std::cout << "  " << missing << " fixtures are not there\n";
  return right * 100 >= files * 97;
}

}  // namespace

int main(int argc, char** argv) {
  const char* data = std::getenv("DESKSIDE_DATA");
  if (!data || !fs::exists(fs::path(data) / "email-parsing")) {
    std::cout << "skipped: DESKSIDE_DATA is not set, or holds no email-parsing\n";
    return 0;
  }
  const bool list = argc > 1 && std::strcmp(argv[1], "--list") == 0;
  const fs::path root = fs::path(data) / "email-parsing";
  const bool first = discourse(root / "discourse", list);
  const bool second = labelled(root, list);
  return first && second ? 0 : 1;
}
