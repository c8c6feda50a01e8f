// The teachings that no text can show, as a line each.
#include "commands.hpp"
#include "output.hpp"
#include "setup.hpp"
#include "style.hpp"

namespace dsk::cli {
namespace {

constexpr auto flags = join(setup_flags);

int tips(const Arguments& arguments) {
  arguments.expect_operands(0, 0);
  constexpr std::string_view mark = "tip: ";
  const deskside::engine engine(options_from(arguments));
  for (const deskside::fact teaching : engine.teachings()) {
    std::string_view rest = teaching.value();
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view line = rest.substr(0, end);
      if (line.substr(0, mark.size()) == mark)
        print(wrapped(visible(line.substr(mark.size())), "- ", "  "));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  return 0;
}

}  // namespace

const Command tips_command = {
    "tips", "", "good habits that no text can show", "", flags.data(), flags.size(), tips};

}  // namespace dsk::cli
