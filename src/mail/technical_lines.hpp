// Whether one line was written or pasted, by its own words. What stands around it is not asked
// here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dsk::mail {

enum class Technical : std::uint8_t { no, log, code };

// Whether a shell, or another tool that is told what to do, waits at the start of the line.
bool shows_prompt(std::string_view words, unsigned holds);
// Whether it is a command, by its name or its switches.
bool is_command(std::string_view words, unsigned holds);

// Whether it begins with the name of a program, which is no word of a language's.
bool names_program(std::string_view words);

// What a line is. `holds` is what stands in it: see Line.
Technical technical(std::string_view words, unsigned holds);
// Whether it has the marks of a programming or markup language, at any indentation.
bool is_code(std::string_view words);

}  // namespace dsk::mail
