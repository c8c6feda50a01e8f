#include "lexicon/archive.hpp"

#include <cstring>
#include <type_traits>

#include "error.hpp"

namespace dsk::lexicon {
namespace {

constexpr std::uint64_t kMagic = 0x316b736564'0012u;  // changes with every change of a layout

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

// Where the rows of a table begin: the same on every machine, for packs made on another. Rows of 32
// bytes lie in one line of a cache.
template <class T>
constexpr std::size_t kAlignment = sizeof(T) & (0 - sizeof(T));

// The block: the magic; where the texts begin, u64; everything else; the texts, which pack better
// together.
constexpr std::size_t kHead = 2 * sizeof(std::uint64_t);

class Writer {
 public:
  static constexpr bool writing = true;

  template <Plain T>
  void operator()(const T& value) {
    raw(&value, sizeof value);
  }
  void operator()(const std::string_view& text) {
    (*this)(static_cast<std::uint32_t>(text.size()));
    texts_.append(text).push_back('\0');  // so that the border can hand it out as it is
  }
  template <class T>
  void table(const std::span<const T>& rows) {
    static_assert(std::is_trivially_copyable_v<T>);
    (*this)(static_cast<std::uint32_t>(rows.size()));
    while (block_.size() % kAlignment<T> != 0) block_.push_back(std::byte{0});
    raw(rows.data(), rows.size_bytes());
  }
  std::uint32_t size(std::size_t count) {
    (*this)(static_cast<std::uint32_t>(count));
    return static_cast<std::uint32_t>(count);
  }
  std::vector<std::byte> take() {
    const std::uint64_t head[] = {kMagic, block_.size()};
    std::memcpy(block_.data(), head, kHead);
    raw(texts_.data(), texts_.size());
    return std::move(block_);
  }

 private:
  void raw(const void* data, std::size_t size) {
    const std::size_t at = block_.size();
    block_.resize(at + size);
    if (size > 0) std::memcpy(block_.data() + at, data, size);
  }
  std::vector<std::byte> block_ = std::vector<std::byte>(kHead);
  std::string texts_;
};

class Reader {
 public:
  static constexpr bool writing = false;
  explicit Reader(std::span<const std::byte> block) : block_(block) {
    std::uint64_t magic = 0, texts = 0;
    (*this)(magic);
    if (magic != kMagic)
      throw Error(Status::lexicon,
                  "this compiled rule pack is of another version; build it again");
    (*this)(texts);
    if (texts > block.size()) cut_short();
    texts_ = block.subspan(texts);
    block_ = block.first(texts);
  }

  template <Plain T>
  void operator()(T& value) {
    std::memcpy(&value, take(sizeof value), sizeof value);
  }
  void operator()(std::string_view& text) {
    const std::uint32_t size = size_of_next();
    if (size >= texts_.size()) cut_short();
    text = {reinterpret_cast<const char*>(texts_.data()), size};
    texts_ = texts_.subspan(size + std::size_t{1});
  }
  template <class T>
  void table(std::span<const T>& rows) {
    const std::uint32_t count = size_of_next();
    at_ = (at_ + kAlignment<T> - 1) / kAlignment<T> * kAlignment<T>;
    rows = {reinterpret_cast<const T*>(take(count * sizeof(T))), count};
  }
  // Of a list: each of its items takes a byte at least, so a greater count is a damaged one.
  std::uint32_t size(std::size_t) {
    const std::uint32_t count = size_of_next();
    if (count > block_.size() - at_) cut_short();
    return count;
  }

 private:
  std::uint32_t size_of_next() {
    std::uint32_t size = 0;
    (*this)(size);
    return size;
  }
  [[noreturn]] static void cut_short() {
    throw Error(Status::lexicon, "this compiled rule pack is cut short; build it again");
  }
  const std::byte* take(std::size_t size) {
    if (at_ > block_.size() || size > block_.size() - at_) cut_short();
    const std::byte* here = block_.data() + at_;
    at_ += size;
    return here;
  }
  std::span<const std::byte> block_, texts_;
  std::size_t at_ = 0;
};

template <class A> void fields(A& a, Fix& it) { a(it.replace); a(it.rewrite); a(it.safety); }
template <class A> void fields(A& a, Mend& it) { a(it.first); a(it.last); a(it.text); }
template <class A> void fields(A& a, Part& it) { a(it.name); a(it.value); }
template <class A> void fields(A& a, Suffix& it) { a(it.class_id); a(it.suffix); }
template <class A> void fields(A& a, std::string_view& it) { a(it); }
template <class A, Plain T> void fields(A& a, T& it) { a(it); }
template <class A> void fields(A& a, Regex& it);
template <class A> void fields(A& a, Cue& it);
template <class A> void fields(A& a, Grade& it);
template <class A> void fields(A& a, Rule& it);
template <class A> void fields(A& a, Act& it);
template <class A> void fields(A& a, Teaching& it);
template <class A> void fields(A& a, Profile& it);

template <class A>
void list(A& a, ActIds& items) {
  a.table(items);
}
template <class A, class T>
void list(A& a, std::vector<T>& items) {
  const std::uint32_t count = a.size(items.size());
  if constexpr (!A::writing) items.resize(count);
  for (T& item : items) fields(a, item);
}

template <class A> void fields(A& a, Regex& it) {
  a(it.pattern); list(a, it.needs); a(it.check); a(it.reach);
}
template <class A> void fields(A& a, Cue& it) {
  a(it.phrases); list(a, it.acts); a(it.weight); a(it.tells);
}
template <class A> void fields(A& a, Grade& it) {
  a(it.level); a(it.off); a(it.phrases); list(a, it.acts); a(it.stages);
  list(a, it.mail_acts); list(a, it.profile); a(it.at_least); a(it.theirs);
}
template <class A> void fields(A& a, Rule& it) {
  a(it.id); a(it.title); a(it.pillar); a(it.family); a(it.message); a(it.why); a(it.instead);
  list(a, it.aliases); list(a, it.sources);
  a(it.kind); a(it.level); a(it.on); a(it.reads_own); a(it.blocks); a(it.secret);
  a(it.needs); a(it.stages); a(it.not_stages); list(a, it.profile); list(a, it.not_profile);
  a(it.phrases); list(a, it.regexes); list(a, it.acts);
  a(it.unless); a(it.unless_near); list(a, it.unless_acts); list(a, it.unless_near_acts);
  list(a, it.unless_mail_acts);
  a(it.unless_going_on); a(it.unless_confirmed);
  a(it.ending);
  a(it.in_lists);
  list(a, it.grades);
  list(a, it.cues); a(it.enough); a(it.every_time);
  a(it.where); list(a, it.when_acts); list(a, it.partner); a(it.partner_forbidden);
  a(it.window); a(it.max); a(it.per_words); a(it.min_words); a(it.max_words);
  a(it.check); list(a, it.fixes); a(it.examples);
}
template <class A> void fields(A& a, Act& it) {
  a(it.name); a(it.phrases); a(it.unless); a(it.ending); list(a, it.implies);
  list(a, it.unless_acts); a(it.pillar); a(it.strength);
  if (it.strength.empty()) return;  // as nearly all
  a(it.strength_times); list(a, it.strength_unless);
}
template <class A> void fields(A& a, Teaching& it) { a(it.id); a(it.text); a(it.carriers); }
template <class A> void fields(A& a, Profile& it) {
  a(it.name); a(it.about); list(a, it.keys); list(a, it.rules);
}
template <class A> void fields(A& a, Pack& it) {
  a(it.language); list(a, it.rules); list(a, it.acts); list(a, it.acts_by_name);
  list(a, it.teachings); list(a, it.profiles); a(it.sets); list(a, it.mends);
  list(a, it.class_names); a(it.asked_classes);
  list(a, it.aliases); list(a, it.joined);
  for (std::string_view& text : it.texts) a(text);
  list(a, it.suffixes); list(a, it.abbreviations); list(a, it.stop_words);
  a.table(it.entries); a.table(it.entry_classes); a.table(it.nodes); a.table(it.edges);
  a.table(it.ends); a.table(it.roots); a(it.symbols);
}

}  // namespace

std::vector<std::byte> write(const Pack& pack) {
  Writer writer;
  Pack copy = pack;  // the fields are listed once, for reading, which needs them mutable
  fields(writer, copy);
  return writer.take();
}

Pack open(std::span<const std::byte> block) {
  Reader reader(block);
  Pack pack;
  fields(reader, pack);
  return pack;
}

}  // namespace dsk::lexicon
