#include "cli/json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using dsk::cli::Json;

TEST_CASE("objects and arrays nest with commas where they belong") {
  Json json;
  json.begin_object().member("a", std::size_t{1}).member("b", true).key("c").begin_array();
  json.value("x").begin_object().end_object().begin_array().end_array().end_array();
  json.member("d", "").end_object();
  CHECK(json.text() == R"({"a":1,"b":true,"c":["x",{},[]],"d":""})");
}

TEST_CASE("every byte of text comes back as it was") {
  std::string text;
  for (int byte = 0; byte < 0x80; ++byte) text += static_cast<char>(byte);
  text += "\xC3\xA9\xF0\x9F\x99\x82";
  CHECK(nlohmann::json::parse(Json().value(text).text()).get<std::string>() == text);
}
