// Uses that would dangle, one a case: each must be refused by the compiler. Case 0 holds the right
// use of all of them, and compiles.
#include <deskside/deskside.hpp>

deskside::engine make_engine();
deskside::report make_report();

std::size_t use() {
#if CASE == 0
  const deskside::engine engine = make_engine();
  const deskside::report report = make_report();
  deskside::options options;
  deskside::options& chained = options.set("language", "en-US");
  deskside::mail mail;
  deskside::mail& part = mail.set("text", "Hello");
  return engine.rules().size() + report.body().size() + report[0].begin() + report.first().size() +
         report.facts().size() + static_cast<std::size_t>(report.end() - report.begin()) +
         (engine.rule("tone-as-i-said") ? 1 : 0) + engine.teachings().size() +
         (&chained == &options) + (&part == &mail);
#elif CASE == 1
  return make_report()[0].begin();
#elif CASE == 2
  return make_report().body().size();
#elif CASE == 3
  return make_report().first().size();
#elif CASE == 4
  return make_report().facts().size();
#elif CASE == 5
  return static_cast<std::size_t>(make_report().end() - make_report().begin());
#elif CASE == 6
  return make_engine().rules().size();
#elif CASE == 7
  return make_engine().rule("tone-as-i-said") ? 1 : 0;
#elif CASE == 8
  return make_engine().teachings().size();
#elif CASE == 9
  deskside::options& dangling = deskside::options().set("language", "en-US");
  return dangling.list().size();
#elif CASE == 10
  deskside::mail& dangling = deskside::mail().set("text", "Hello");
  return dangling.c() != nullptr;
#elif CASE == 11
  const deskside::engine copy = *static_cast<const deskside::engine*>(nullptr);
  return copy.rules().size();
#endif
}
