#include <atomic>
#include <thread>

#include "support.hpp"

TEST_CASE("one engine serves sixteen threads at once") {
  const deskside::engine& engine = test::shipped();
  const std::string text =
      std::string("Hi Ann,\n\nI have recieved it. ") + test::reproach + "\n\nRegards,\nJoe\n";
  const deskside::report expected = engine.check(text);
  std::atomic<int> same{0};
  std::vector<std::thread> threads;
  for (int at = 0; at < 16; ++at)
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) {
        const deskside::report report = engine.check(text);
        engine.suggest(report, "recieved", 3);
        bool equal = report.size() == expected.size() && !engine.spell("recieved");
        for (std::size_t i = 0; equal && i < report.size(); ++i)
          equal = report[i].begin() == expected[i].begin() &&
                  report[i].message() == expected[i].message();
        if (equal) ++same;
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(same == 16 * 20);
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
