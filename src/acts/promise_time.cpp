#include "acts/promise_time.hpp"

#include <algorithm>

#include "acts/message.hpp"

namespace dsk {
namespace {

// Where a time stands, the best place last.
enum class Place : std::uint8_t { other_matter, before, own };

struct Candidate {
  const TimeExpression* time = nullptr;
  Place place = Place::other_matter;

  bool told() const { return time->due || time->vague; }
  // Of equals the later one is promised, and one that is known.
  bool beats(const Candidate& best) const {
    if (!best.time) return true;
    if (told() != best.told()) return told();
    if (place != best.place) return place > best.place;
    return !best.time->due || time->due;
  }
};

// Goes over the words before, in and behind a promise, and knows at each what is spoken of.
class Listener {
 public:
  Listener(const Message& mail, PromiseWords words, const lexicon::Language& language)
      : mail_(mail), words_(words), language_(language), at_(words.from) {}

  void go_to(std::uint32_t word) {
    for (; at_ < word; ++at_) hear();
  }
  void skip(const TimeExpression& time) {
    at_ = std::max(at_, time.last);
    if (time.depends) other_ = true;  // "after the backup of 8 pm"
  }
  Place place() const {
    if (other_) return Place::other_matter;
    return at_ < words_.first ? Place::before : Place::own;
  }
  // "if it has not come by noon"; "if possible by noon" has no clause of its own.
  bool of_a_condition() const { return condition_ != 0 && at_ > condition_ + 2; }
  // "Please answer before 6 pm and I'll help": their time; in "Please rest, tomorrow I'll ..."
  // ours.
  bool of_theirs() const { return theirs_ && at_ < words_.first && !joint_ && !clause_; }
  // "what you saw on Friday", "The server was restarted on Friday, so I'll ..."
  bool of_the_past() const { return past_ && place() != Place::own; }

 private:
  bool is(std::uint32_t word, std::string_view name) const {
    return word < words_.end && language_.in_class(mail_.reading.words[word].hash, name);
  }

  void hear() {
    const bool joint = is(at_, "and-then");
    const bool mark = mail_.reading.words[at_].kind == WordKind::punctuation;
    if (at_ == words_.first) other_ = past_ = theirs_ = false;
    if (mark || at_ == words_.first) condition_ = 0;
    // "if it fails", and where a clause begins: "Should it fail".
    if (is(at_, "supposing") || (clause_ && is(at_, "supposing-first"))) condition_ = at_ + 1;
    if (clause_ && is(at_, "asks-them")) theirs_ = true;
    clause_ = mark;
    joint_ = joint;
    if (joint || mark || is(at_, "aux-will")) past_ = false;
    // "I'll ask when it comes, and write to you by Friday", "Since it is late, tomorrow I'll ..."
    if (joint && (is(at_ + 1, "tend") || is(at_ + 1, "tell"))) other_ = false;
    if (mark && at_ < words_.first) other_ = false;
    if (is(at_, "other-matter")) other_ = true, past_ = false;
    // Of "that it was shipped" the "was" tells already, and "that it is shipped" is not past.
    if (is(at_, "past-verb") && (at_ == words_.from || !is(at_ - 1, "be"))) past_ = true;
  }

  const Message& mail_;
  const PromiseWords words_;
  const lexicon::Language& language_;
  std::uint32_t at_;
  bool other_ = false;           // in a clause, or a matter, of its own
  bool past_ = false;            // that tells what was
  bool theirs_ = false;          // that asks them for something
  bool clause_ = true;           // one begins here
  bool joint_ = false;           // behind an "and"
  std::uint32_t condition_ = 0;  // behind the word that began one, until a mark
};

}  // namespace

std::optional<TimeExpression> time_of_promise(const Message& mail,
                                              const std::vector<TimeExpression>& times,
                                              PromiseWords words,
                                              const lexicon::Language& language) {
  Candidate best;
  Listener listener(mail, words, language);
  for (auto at = std::partition_point(
           times.begin(), times.end(),
           [&](const TimeExpression& time) { return time.first < words.from; });
       at != times.end() && at->first < words.end; ++at) {
    listener.go_to(at->first - at->lead);
    const Candidate candidate{&*at, listener.place()};
    if (listener.of_a_condition() || listener.of_theirs()) {
      listener.skip(*at);
      continue;
    }
    const bool past = listener.of_the_past() || (at->past && candidate.place != Place::own);
    if (!past && candidate.beats(best)) best = candidate;
    listener.skip(*at);
  }
  return best.time ? std::optional(*best.time) : std::nullopt;
}

}  // namespace dsk
