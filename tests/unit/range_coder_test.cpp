#include "range_coder.hpp"

#include <doctest/doctest.h>

#include <string>

using dsk::RangeReader;
using dsk::RangeWriter;

namespace {

struct Dice {
  std::uint32_t state;
  std::uint32_t operator()() { return (state = state * 1664525u + 1013904223u) >> 16; }
};

}  // namespace

TEST_CASE("bytes come back by the context they were put in") {
  RangeWriter writer(4);
  Dice dice{1};
  std::string put;
  for (int i = 0; i < 20000; ++i) {
    // The third context is never used, the fourth always says the same.
    const unsigned context = i % 5 == 0 ? 3 : i % 2;
    const auto byte = static_cast<char>(context == 3 ? 7 : dice() % 8 == 0 ? dice() % 256 : dice() % 5);
    put.push_back(byte);
    writer.put(context, static_cast<std::uint8_t>(byte));
  }
  const std::string bytes = writer.finish();
  CHECK(bytes.size() < put.size() / 2);
  RangeReader reader(bytes, 4);
  std::string read;
  for (int i = 0; i < 20000; ++i)
    read.push_back(static_cast<char>(reader.next(i % 5 == 0 ? 3 : i % 2)));
  CHECK(read == put);
}

TEST_CASE("what is nearly always the same takes nearly nothing") {
  RangeWriter writer(1);
  for (unsigned i = 0; i < 10000; ++i) writer.put(0, i % 1000 == 999 ? 1 : 0);
  const std::string bytes = writer.finish();
  CHECK(bytes.size() < 60);
  RangeReader reader(bytes, 1);
  for (unsigned i = 0; i < 10000; ++i) REQUIRE(reader.next(0) == (i % 1000 == 999 ? 1 : 0));
}

TEST_CASE("a carry runs through all bytes that it meets") {
  // What is sure and then fails stands at the end of the range, where carries come from.
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Dice dice{seed};
    std::string put;
    RangeWriter writer(2);
    for (int i = 0; i < 400; ++i) {
      put.push_back(static_cast<char>(dice() % 50 == 0 ? dice() : 255));
      writer.put(i % 2, static_cast<std::uint8_t>(put.back()));
    }
    const std::string bytes = writer.finish();
    RangeReader reader(bytes, 2);
    std::string read;
    for (int i = 0; i < 400; ++i) read.push_back(static_cast<char>(reader.next(i % 2)));
    REQUIRE(read == put);
  }
}

TEST_CASE("behind the end stand zeros, whatever the bytes are") {
  for (const std::string& bytes : {std::string(), std::string("x"), std::string(40, '\xFF')}) {
    const std::string padded = bytes + std::string(2000, '\0');
    RangeReader cut(bytes, 2), whole(padded, 2);
    for (int i = 0; i < 1000; ++i) REQUIRE(cut.next(i % 2) == whole.next(i % 2));
  }
}
