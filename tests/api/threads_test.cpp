#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "support.hpp"

namespace {

// Sixteen threads that begin at one moment; how many rounds went as they should.
template <class Round>
int rounds_of_sixteen(int rounds, Round round) {
  std::atomic<int> good{0};
  std::atomic<bool> go{false};
  std::vector<std::thread> threads;
  for (int at = 0; at < 16; ++at)
    threads.emplace_back([&, at] {
      while (!go) std::this_thread::yield();
      for (int turn = 0; turn < rounds; ++turn)
        if (round(at + turn)) ++good;
    });
  go = true;
  for (std::thread& thread : threads) thread.join();
  return good;
}

bool same(const deskside::report& a, const deskside::report& b) {
  bool equal = a.size() == b.size();
  for (std::size_t at = 0; equal && at < a.size(); ++at)
    equal = a[at].begin() == b[at].begin() && a[at].message() == b[at].message();
  return equal;
}

// Mails that need what an engine makes on first use only: its regular expressions, candidates for
// words in doubt.
const std::string texts[] = {
    std::string("Hi Ann,\n\nI have recieved it. ") + test::reproach + "\n\nRegards,\nJoe\n",
    "Hi Ann,\n\nYour password is hunter2x! and the card is 4111 1111 1111 1111.\n\nJoe\n",
    "Hi Ann,\n\nWe cannot do that. I will call you by Friday noon about order 88231.\n",
    "HELLO Ann,\n\nDid the the printer in Skr\u00e4dderby work?? Please adress it.\n"};

}  // namespace

TEST_CASE("one engine serves sixteen threads at once from its first check on") {
  const deskside::engine engine;
  std::vector<deskside::report> expected;
  for (const std::string& text : texts) expected.push_back(test::shipped().check(text));
  const int good = rounds_of_sixteen(8, [&](int round) {
    const std::size_t which = static_cast<std::size_t>(round) % std::size(texts);
    const deskside::report report = engine.check(texts[which]);
    return same(report, expected[which]) && !engine.suggest(report, "recieved", 3).empty() &&
           !engine.spell("recieved") && engine.rule(test::reproach_rule);
  });
  CHECK(good == 16 * 8);
}

TEST_CASE("sixteen drafts of one engine are written by sixteen threads") {
  const deskside::engine engine;
  std::vector<deskside::draft> drafts;
  for (int at = 0; at < 16; ++at) drafts.emplace_back(engine);
  std::atomic<std::size_t> next{0};
  const int good = rounds_of_sixteen(1, [&](int) {
    deskside::draft& draft = drafts[next++];
    bool all = true;
    for (std::size_t end = 10; end < texts[0].size(); end += 7) {
      const std::string typed = texts[0].substr(0, end);
      all = all && same(draft.check(typed), engine.check(typed));
    }
    return all;
  });
  CHECK(good == 16);
}

TEST_CASE("sixteen threads ask Hunspell through one engine") {
  if (!std::ifstream("/usr/share/hunspell/en_US.dic")) return;
  deskside::options options;
  options.set("hunspell", "on");
  const deskside::engine engine(options);
  const std::vector<std::string> expected = engine.suggest("recieved", 3);
  REQUIRE_FALSE(expected.empty());
  const int good = rounds_of_sixteen(1, [&](int) {
    return engine.suggest("recieved", 3) == expected && engine.spell("received");
  });
  CHECK(good == 16);
}

TEST_CASE("one report is read by many threads at once") {
  const deskside::report report = test::shipped().check(test::reproach);
  std::atomic<std::size_t> read{0};
  std::vector<std::thread> threads;
  for (int at = 0; at < 8; ++at)
    threads.emplace_back([&] {
      for (const deskside::finding finding : report)
        read += finding.begin(deskside::unit::utf16) + finding.message().size();
      read += report.facts().size();
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(read > 0);
}
