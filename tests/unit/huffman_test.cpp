#include "huffman.hpp"

#include <doctest/doctest.h>

#include <string>

#include "error.hpp"

using dsk::HuffmanReader;
using dsk::HuffmanWriter;

TEST_CASE("bytes come back by the context they were put in") {
  HuffmanWriter writer(4);
  std::uint32_t state = 1;
  const auto random = [&] { return (state = state * 1664525u + 1013904223u) >> 16; };
  std::string put;
  for (int i = 0; i < 20000; ++i) {
    // The third context is never used, the fourth always says the same.
    const unsigned context = i % 5 == 0 ? 3 : i % 2;
    const auto byte = static_cast<char>(context == 3 ? 7 : random() % 8 == 0 ? random() % 256 : random() % 5);
    put.push_back(byte);
    writer.put(context, static_cast<std::uint8_t>(byte));
  }
  const std::string bytes = writer.finish();
  CHECK(bytes.size() < put.size());
  HuffmanReader reader(bytes, 4, dsk::Status::dictionary);
  std::string read;
  for (int i = 0; i < 20000; ++i)
    read.push_back(static_cast<char>(reader.next(i % 5 == 0 ? 3 : i % 2)));
  CHECK(read == put);
}

TEST_CASE("a very uneven count of bytes still makes codes of ten bits at most") {
  HuffmanWriter writer(1);
  for (unsigned byte = 0; byte < 20; ++byte)
    for (unsigned times = 0; times < 1u << (byte / 2 + 3); ++times)
      writer.put(0, static_cast<std::uint8_t>(byte));
  const std::string bytes = writer.finish();
  HuffmanReader again(bytes, 1, dsk::Status::dictionary);
  for (unsigned byte = 0; byte < 20; ++byte)
    for (unsigned times = 0; times < 1u << (byte / 2 + 3); ++times) REQUIRE(again.next(0) == byte);
}

TEST_CASE("codes cut short are refused and what follows the end is harmless") {
  HuffmanWriter writer(2);
  writer.put(1, 'x');
  const std::string bytes = writer.finish();
  const std::string_view cut = std::string_view(bytes).substr(0, 3);
  CHECK_THROWS_AS(HuffmanReader(cut, 2, dsk::Status::lexicon), dsk::Error);
  HuffmanReader reader(bytes, 2, dsk::Status::dictionary);
  for (int i = 0; i < 100; ++i) CHECK(reader.next(1) == 'x');
}
