// A finding a line, as compilers write theirs, so that every editor can jump to it.
#include "output.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

const char* severity(deskside::level level) {
  switch (level) {
    case deskside::level::error:
      return "error";
    case deskside::level::warning:
      return "warning";
    default:
      return "note";
  }
}

// One line whatever the message holds.
std::string on_one_line(std::string_view text) {
  std::string line = visible(text);
  for (char& c : line)
    if (c == '\n' || c == '\t') c = ' ';
  return line;
}

class GccFormat : public Format {
 public:
  explicit GccFormat(const Wishes& wishes) : wishes_(wishes) {}

  Piece piece(const Checked& checked) const override {
    Piece piece;
    piece.verdict = checked.report.verdict();
    for (const deskside::finding finding : checked.report) {
      if (finding.level() == deskside::level::coach && !wishes_.coach) continue;
      piece.text += std::string(checked.label) + ":" + std::to_string(finding.line()) + ":" +
                    std::to_string(finding.column()) + ": " + severity(finding.level()) + ": " +
                    on_one_line(finding.message());
      if (wishes_.suggest) {
        std::string better;
        for (const std::string& word : suggestions_for(checked, finding))
          better += (better.empty() ? " Did you mean " : ", ") + word;
        if (!better.empty()) piece.text += better + "?";
      }
      piece.text += " [" + std::string(finding.rule().id()) + "]\n";
    }
    return piece;
  }

 private:
  Wishes wishes_;
};

}  // namespace

std::unique_ptr<Format> make_gcc_format(const Wishes& wishes) {
  return std::make_unique<GccFormat>(wishes);
}

}  // namespace dsk::cli
