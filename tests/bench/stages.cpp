// Each stage by itself, and the whole check: Google Benchmark's usual options apply.
//   stages --benchmark_filter=check
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "acts/acts.hpp"
#include "engine/engine.hpp"
#include "lexicon/language.hpp"
#include "mail/document.hpp"
#include "match/matcher.hpp"
#include "spell/speller.hpp"
#include "text/reading.hpp"
#include "text/words.hpp"

namespace {

using namespace dsk;

constexpr std::string_view reply =
    "Hello Ms Okafor,\n\n"
    "Thank you for sending the log so quickly; it shows exactly where the export stops. The "
    "accounting server drops the connection after ninety seconds, and your report for October "
    "takes a little longer than that, so it never reaches the last page.\n\n"
    "I have asked our network team to raise the limit to five minutes. They do this tonight, "
    "between 22:00 and 23:00, and nothing changes for you during the day. Until then you can "
    "export one half of the month at a time: choose 1 to 15 October under Reports > Period, save "
    "the file, and do the same for the rest. The two files can be imported one after the other.\n\n"
    "I will write to you tomorrow by noon, when I have seen a full export go through. Could you "
    "tell me whether the half-month export works for you in the mean time? If the importt stops "
    "again, please send me the time, and I will look into the servers log right away.\n\n"
    "Kind regards\n"
    "Tomasz Lindqvist\n";

std::string plain(std::size_t size) {
  std::string text;
  while (text.size() < size) text += reply;
  text.resize(size);
  return text;
}

std::string mime(std::size_t size) {
  return "From: desk@example.test\nTo: okafor@example.test\nSubject: export\nMIME-Version: 1.0\n"
         "Content-Type: multipart/alternative; boundary=b\n\n"
         "--b\nContent-Type: text/plain; charset=utf-8\n\n" +
         plain(size) +
         "\n--b\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>" + plain(size) +
         "</p></body></html>\n--b--\n";
}

std::string html(std::size_t size) {
  std::string text = "<html><body>";
  while (text.size() < size)
    text += "<p>" + std::string(reply) + "</p><blockquote><p>So sieht es aus</p></blockquote>";
  return text + "</body></html>";
}

std::shared_ptr<Engine> engine(unsigned phrases = 0) {
  Options options;
  options.set("language", "en-US");
  if (phrases > 0) {
    std::string pack = "format = 1\n[[rule]]\nid = \"own-many\"\npillar = \"basics\"\n"
                       "title = \"Many\"\nlevel = \"coach\"\nmessage = \"“{match}”\"\nwhy = \"-\"\n"
                       "instead = \"-\"\nsource = [\"-\"]\nphrases = [\n";
    const auto word = [](unsigned number) {
      std::string letters = "q";
      for (unsigned rest = number + 1; rest > 0; rest /= 26)
        letters += static_cast<char>('a' + rest % 26);
      return letters;
    };
    for (unsigned at = 0; at < phrases; ++at)
      pack += "\"the " + word(at) + " of " + word(at * 7) + "\",\n\"could " + word(at) + " send\",\n";
    options.add_lexicon("en", "many.toml", pack + "]\n");
  }
  return std::make_shared<Engine>(options);
}

MailInput mail_of(std::string body, MailInput::Body kind) {
  MailInput mail;
  mail.body_kind = kind;
  mail.body = std::move(body);
  return mail;
}

void measure(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes * state.iterations()));
}

void tokenise_words(benchmark::State& state) {
  std::vector<Word> words;
  for (auto _ : state) {
    words.clear();
    tokenise(reply, {0, static_cast<std::uint32_t>(reply.size())}, {}, words);
    benchmark::DoNotOptimize(words.data());
  }
  measure(state, reply.size());
}
BENCHMARK(tokenise_words)->Name("tokenise");

void read_mime(benchmark::State& state) {
  const std::string bytes = mime(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(mail::read(bytes));
  measure(state, bytes.size());
}
BENCHMARK(read_mime)->Name("mime")->Arg(1 << 10)->Arg(64 << 10);

void read_html(benchmark::State& state) {
  const std::string bytes = html(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(mail::read_html(bytes));
  measure(state, bytes.size());
}
BENCHMARK(read_html)->Name("html")->Arg(1 << 10)->Arg(64 << 10);

struct Stages {
  lexicon::Language language{std::vector<lexicon::Pack>{*lexicon::shipped("en")}};
  mail::Document document = mail::read_text(reply);
  Reading reading = read_own(document, language.abbreviations());
  match::Hits hits = match::find(reading, language.layers());
};

void sentences(benchmark::State& state) {
  const Stages made;
  for (auto _ : state)
    benchmark::DoNotOptimize(read_own(made.document, made.language.abbreviations()));
  measure(state, reply.size());
}
BENCHMARK(sentences);

void phrases(benchmark::State& state) {
  const Stages made;
  for (auto _ : state)
    benchmark::DoNotOptimize(match::find(made.reading, made.language.layers()));
  measure(state, reply.size());
}
BENCHMARK(phrases);

void acts(benchmark::State& state) {
  const Stages made;
  for (auto _ : state)
    benchmark::DoNotOptimize(find_acts(made.reading, made.hits, made.language));
  measure(state, reply.size());
}
BENCHMARK(acts);

void spell(benchmark::State& state) {
  const spell::Speller speller({"en-US", {}, {}, {}});
  const Stages made;
  for (auto _ : state) {
    for (const Word& word : made.reading.words)
      if (word.kind == WordKind::word)
        benchmark::DoNotOptimize(speller.judge(word.span.of(reply)).verdict);
  }
  measure(state, reply.size());
}
BENCHMARK(spell);

void suggestions(benchmark::State& state) {
  const spell::Speller speller({"en-US", {}, {}, {}});
  for (auto _ : state) {
    for (const char* word : {"importt", "recieve", "conection", "seperately"})
      benchmark::DoNotOptimize(speller.suggest(word));
  }
  state.SetItemsProcessed(4 * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(suggestions);

void start(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(engine());
}
BENCHMARK(start);

// From 1 KB to 64 MB: what Google Benchmark fits at the end has to be linear.
void check(benchmark::State& state) {
  const auto made = engine();
  const MailInput mail =
      mail_of(plain(static_cast<std::size_t>(state.range(0))), MailInput::Body::text);
  for (auto _ : state) benchmark::DoNotOptimize(made->check(mail));
  measure(state, mail.body.size());
  state.SetComplexityN(state.range(0));
}
BENCHMARK(check)->RangeMultiplier(8)->Range(1 << 10, 64 << 20)->Complexity();

// The cost of a mail must not depend on how many phrases are loaded.
void check_with_phrases(benchmark::State& state) {
  const auto made = engine(static_cast<unsigned>(state.range(0)) / 2);
  const MailInput mail = mail_of(plain(16 << 10), MailInput::Body::text);
  for (auto _ : state) benchmark::DoNotOptimize(made->check(mail));
  measure(state, mail.body.size());
}
BENCHMARK(check_with_phrases)->Name("check with own phrases")->Arg(50)->Arg(5000);

}  // namespace

BENCHMARK_MAIN();
