#include "rules/secret_words.hpp"

#include <doctest/doctest.h>

#include "../english.hpp"

using dsk::Secrets;
using dsk::Span;

namespace {

std::string masked(const std::string& found, const std::string& text) {
  Secrets secrets(english());
  secrets.add(found);
  return secrets.masked(text).value_or(text);
}

}  // namespace

TEST_CASE("of what was found the words with a digit are the secret or else the last one") {
  const auto words = [](std::string_view found) {
    std::string all;
    for (const Span span : Secrets(english()).words_of(found)) all += "[" + std::string(span.of(found)) + "]";
    return all;
  };
  CHECK(words("password: Winter2024!") == "[Winter2024!]");
  CHECK(words("4539 1488 0343 6467") == "[4539][1488][0343][6467]");
  CHECK(words("login is ann and the password is walnut") == "[walnut]");
  CHECK(words("login is ann7 and the password is walnut") == "[ann7][walnut]");
  CHECK(words("room 471 is pinned to the walnut") == "[471]");
  CHECK(words("password is \"blue kettle 9\"") == "[blue kettle 9]");
  CHECK(words("passphrase is now: amber fox lake hill") == "[amber fox lake hill]");
  CHECK(words("-----BEGIN RSA PRIVATE KEY-----\nVersion: 2\n\nMIIE\n") == "[MIIE]");
  CHECK(words("-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabcQ==\n") == "[MIIE][abcQ==]");
}

TEST_CASE("a secret is masked wherever it stands and with what was glued to it") {
  CHECK(masked("password: Winter2024!", "Use Winter2024! or Winter2024.") == "Use •••• or ••••.");
  CHECK(masked("password: Winter2024!", "password: Winter2024!") == "••••");
  CHECK(masked("code=Kettle99", "Kettle99") == "••••");
  CHECK(masked("code is 448 213", "Type 448 213 there.") == "Type •••• there.");
  CHECK(masked("PIN is 471", "Room 471, PIN is 471") == "Room 471, ••••");
  CHECK(masked("password: Winter2024!", "Winter is near.") == "Winter is near.");
}

TEST_CASE("of words that begin alike the longest is masked and of those that overlap both") {
  Secrets secrets(english());
  for (const char* found : {"pw: Kettle9", "pw: Kettle99", "pw: Kettle99x", "pw: 99xy7"})
    secrets.add(found);
  CHECK(secrets.masked("Kettle99xy7 Kettle98 Kettle99") == "•••• ••••8 ••••");
}

TEST_CASE("places that overlap are one and those that touch are two") {
  std::vector<Span> places = {{4, 8}, {0, 2}, {6, 9}, {9, 12}, {1, 2}};
  dsk::merge(places);
  CHECK(places == std::vector<Span>{{0, 2}, {4, 9}, {9, 12}});
}

TEST_CASE("a secret that goes on and on is found by how it begins") {
  const std::string longest = "sk-" + std::string(100'000, '7');
  CHECK(masked("key " + longest, "Is " + longest + " the key?") == "Is •••• the key?");
}
