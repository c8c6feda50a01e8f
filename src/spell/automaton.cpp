#include "spell/automaton.hpp"

#include <array>
#include <string>
#include <vector>

#include "error.hpp"
#include "spell/accents.hpp"
#include "spell/letters.hpp"

namespace dsk::spell {
namespace {

constexpr std::size_t header_size = 32;

[[noreturn]] void refuse(const char* why) {
  throw Error(Status::dictionary, std::string("not a word automaton: ") + why);
}

std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t sum = 2166136261u;
  for (const char byte : bytes) sum = (sum ^ static_cast<unsigned char>(byte)) * 16777619u;
  return sum;
}

}  // namespace

std::uint32_t letter_bit(char32_t letter) {
  const char32_t plain = unaccented(lower(letter));
  // 26 bits for these; the five that are left are shared out among all others.
  return 1u << (plain >= U'a' && plain <= U'z' ? plain - U'a' : 26 + plain % 5);
}

Automaton::Automaton(std::string_view bytes, bool thorough) {
  if (bytes.size() < header_size || bytes.substr(0, 4) != "DSKW") refuse("no header");
  if (u32(bytes.data() + 4) != 3) refuse("made by another version, compile it again");
  flags_ = u32(bytes.data() + 8);
  letters_count_ = u32(bytes.data() + 12);
  arcs_count_ = u32(bytes.data() + 16);
  root_ = u32(bytes.data() + 20);
  const std::uint64_t name_size = u32(bytes.data() + 28);
  const std::uint64_t arcs_at = header_size + 4ull * letters_count_;
  const std::uint64_t name_at = arcs_at + 4ull * arcs_count_;
  // Padding to eight bytes may follow: the block is linked in as an array of words.
  if (letters_count_ > 255 || name_size > 64 || name_at + name_size > bytes.size() ||
      bytes.size() - (name_at + name_size) > 7) {
    refuse("cut short");
  }
  if (root_ == 0 || root_ >= arcs_count_) refuse("no words");
  letters_ = bytes.data() + header_size;
  arcs_ = bytes.data() + arcs_at;
  language_ = bytes.substr(name_at, name_size);
  for (std::uint32_t i = 0; i < letters_count_; ++i) {
    const char32_t letter = this->letter(static_cast<Label>(i + 1));
    if (letter < 128) ascii_[letter] = static_cast<Label>(i + 1);
  }
  if (thorough) verify(bytes);
  firsts_.fill(nowhere);
  for (std::uint32_t at = root_;; ++at) {
    const Arc it = arc(at);
    if (it.label() != 0) firsts_[it.label()] = it.target();
    if (it.last()) break;
  }
}

void Automaton::verify(std::string_view bytes) const {
  if (checksum(bytes.substr(header_size)) != u32(bytes.data() + 24)) refuse("damaged");
  // Arcs lead to nodes before their own, so that no walk can go in circles, and no node has two of
  // a letter.
  std::vector<bool> begins(arcs_count_);
  std::uint32_t begin = node_heads;
  int before = -1;
  for (std::uint32_t i = 0; i < arcs_count_; ++i) {
    if (i < begin) continue;
    const Arc it = arc(i);
    if (it.label() > letters_count_ || it.label() <= before) refuse("damaged");
    before = it.label();
    if (it.label() != 0 && (it.target() >= begin || !begins[it.target()])) refuse("damaged");
    if (!it.last()) continue;
    begins[begin] = true;
    begin = i + 1 + node_heads;
    before = -1;
  }
  if (begin != arcs_count_ + node_heads || !begins[root_]) refuse("damaged");
}

Label Automaton::label(char32_t letter) const {
  if (letter < 128) return ascii_[letter];
  for (std::uint32_t i = 0; i < letters_count_; ++i) {
    if (u32(letters_ + 4 * i) == letter) return static_cast<Label>(i + 1);
  }
  return 0;
}

std::uint32_t Automaton::step(std::uint32_t node, Label label) const {
  for (;; ++node) {
    const Arc it = arc(node);
    if (it.label() == label) return it.target();
    if (it.last()) return nowhere;
  }
}

bool Automaton::find(const Label* labels, std::size_t size, Note* note) const {
  if (empty() || size == 0) return false;
  std::uint32_t node = firsts_[labels[0]];
  for (std::size_t at = 1; at < size && node != nowhere; ++at)
    node = labels[at] == 0 ? nowhere : step(node, labels[at]);
  if (node == nowhere) return false;
  const Arc end = arc(node);
  if (end.label() != 0) return false;
  if (note != nullptr) note->bits = end.target();
  return true;
}

bool Automaton::find(std::string_view form, Note* note) const {
  // Asked about every word of every mail: only what is longer than any word takes memory.
  std::array<Label, 64> labels;
  if (form.size() > labels.size()) {
    std::vector<Label> many;
    for (std::size_t at = 0; at < form.size();) many.push_back(label(next_letter(form, at)));
    return find(many.data(), many.size(), note);
  }
  std::size_t size = 0;
  for (std::size_t at = 0; at < form.size();) labels[size++] = label(next_letter(form, at));
  return find(labels.data(), size, note);
}

}  // namespace dsk::spell
