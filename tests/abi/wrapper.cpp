// Every class of deskside.hpp, instantiated.
#include <deskside/deskside.hpp>
#include <type_traits>

#if __cplusplus >= 202002L
#include <ranges>
static_assert(std::ranges::random_access_range<deskside::report>);
static_assert(std::ranges::random_access_range<const deskside::report>);
#endif

static_assert(!std::is_copy_constructible_v<deskside::engine>);
static_assert(std::is_nothrow_move_constructible_v<deskside::report>);

std::size_t use();
std::size_t use() {
  deskside::options options;
  options.set("language", "en-US").words("Deskside\n");
  const deskside::engine engine(options);
  deskside::mail mail;
  mail.set("text", "Hello").add("attachment", "log.txt").add_range("quote", 0, 1);
  std::size_t size = engine.rules().size() + engine.teachings().size() + options.list().size();
  for (const deskside::finding finding : engine.check(mail))
    size += finding.message().size() + finding.fixes().size() + finding.related().size();
  deskside::draft draft(engine);
  size += draft.check(mail).size() + draft.check("Hello").size() + (draft.c() != nullptr);
  const deskside::report report = engine.check("Hello");
  size += report.facts().size() + report.first().size() + report.skipped().size();
  return size + engine.suggest(report, "helo").size() + engine.suggest("helo").size();
}
