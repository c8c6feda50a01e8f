#include "batch.hpp"

#ifdef __linux__
#include <sched.h>
#endif

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <exception>
#include <mutex>
#include <thread>

#include "arguments.hpp"
#include "setup.hpp"

namespace dsk::cli {
namespace {

using Clock = std::chrono::steady_clock;

// "1,234 mails, 25,000 mails/s, 3 s left", renewed five times a second and wiped at the end.
class Progress {
 public:
  Progress(bool shown, std::uint64_t size) : shown_(shown), size_(size) {}
  ~Progress() {
    if (drawn_) std::fputs("\r\x1b[K", stderr);
  }

  void told(std::uint64_t read_so_far) {
    ++mails_;
    if (!shown_ || mails_ % 16 != 0) return;
    const auto now = Clock::now();
    if (now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double left =
        read_so_far == 0 || size_ < read_so_far
            ? 0
            : seconds * static_cast<double>(size_ - read_so_far) / static_cast<double>(read_so_far);
    std::fprintf(stderr, "\r\x1b[K%zu mails, %.0f mails/s, %.0f s left", mails_,
                 static_cast<double>(mails_) / seconds, left);
    drawn_ = true;
  }

 private:
  bool shown_;
  bool drawn_ = false;
  std::uint64_t size_;
  std::size_t mails_ = 0;
  Clock::time_point start_ = Clock::now(), last_ = start_;
};

// A ring of places: the reader fills one, a worker turns it into an outcome, the teller empties it.
class Ring {
 public:
  explicit Ring(std::size_t places) : places_(places) {}

  // Whether a place was free and filled. The reader's thread only.
  bool put(Input&& input) {
    const std::lock_guard lock(mutex_);
    if (filled_ - told_ == places_.size()) return false;
    places_[filled_++ % places_.size()] = {std::move(input), {}, false};
    work_.notify_one();
    return true;
  }

  // For workers: the next mail to work on; false when there is none and none will come.
  bool take(std::size_t& index, Input& input) {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return taken_ < filled_ || closed_; });
    if (taken_ == filled_) return false;
    index = taken_++ % places_.size();
    input = std::move(places_[index].input);
    return true;
  }

  void finish(std::size_t index, Outcome&& outcome, std::uint64_t read_so_far) {
    const std::lock_guard lock(mutex_);
    places_[index].outcome = std::move(outcome);
    places_[index].input.read_so_far = read_so_far;
    places_[index].done = true;
    if (++done_ - told_ >= awaited_) outcomes_.notify_one();
  }

  // The oldest outcome, waited for where `wait`; false where it is not there, or all are told. Who
  // waits is woken for half a ring at once, not for every mail.
  bool oldest(Outcome& outcome, std::uint64_t& read_so_far, bool wait) {
    std::unique_lock lock(mutex_);
    if (told_ == filled_) return false;
    Place& place = places_[told_ % places_.size()];
    if (!place.done && !wait) return false;
    if (!place.done) {
      awaited_ = std::min(places_.size() / 2, filled_ - told_);
      outcomes_.wait(lock, [&] { return place.done && done_ - told_ >= awaited_; });
    }
    outcome = std::move(place.outcome);
    read_so_far = place.input.read_so_far;
    ++told_;
    return true;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    work_.notify_all();
  }

 private:
  struct Place {
    Input input;
    Outcome outcome;
    bool done = false;
  };
  std::mutex mutex_;
  std::condition_variable work_, outcomes_;
  std::vector<Place> places_;
  std::size_t filled_ = 0, taken_ = 0, done_ = 0, told_ = 0;
  std::size_t awaited_ = 1;  // outcomes that the teller waits for
  bool closed_ = false;
};

// Those this process may use: somebody may have given it fewer than there are, and workers that
// take turns on one only find the same things several times over.
unsigned usable_cores() {
#ifdef __linux__
  cpu_set_t usable;
  CPU_ZERO(&usable);
  if (sched_getaffinity(0, sizeof usable, &usable) == 0)
    return static_cast<unsigned>(CPU_COUNT(&usable));
#endif
  return std::thread::hardware_concurrency();
}

void one_by_one(Inputs& inputs, const std::function<Outcome(Input&)>& work,
                const std::function<void(Outcome&&)>& tell, Progress& progress) {
  Input input;
  while (inputs.next(input)) {
    tell(work(input));
    progress.told(input.read_so_far);
  }
}

}  // namespace

int guarded(const std::string& label, const std::function<void()>& work) {
  try {
    work();
    return 0;
  } catch (const Misuse& mistake) {
    complain(mistake.what());
    return 2;
  } catch (const deskside::error& error) {
    complain(label + ": " + error.what());
    return exit_status(error.status());
  }
}

int for_each_in_turn(Inputs& inputs, const std::function<void(const Input&)>& work) {
  int status = 0;
  for (Input input; inputs.next(input);)
    status = std::max(status, guarded(input.label, [&] {
                        if (!input.problem.empty()) throw Misuse(input.problem);
                        work(input);
                      }));
  return status;
}

void for_each_mail(Inputs& inputs, const std::function<Outcome(Input&)>& work,
                   const std::function<void(Outcome&&)>& tell, bool show_progress) {
  Progress progress(show_progress, inputs.size());
  const unsigned cores = usable_cores();
  if (cores < 2 || !inputs.many()) return one_by_one(inputs, work, tell, progress);

  Ring ring(cores * 8);
  std::vector<std::thread> workers;
  for (unsigned at = 0; at < cores; ++at) {
    workers.emplace_back([&] {
      std::size_t index = 0;
      Input input;
      while (ring.take(index, input)) ring.finish(index, work(input), input.read_so_far);
    });
  }
  std::exception_ptr fault;
  try {
    Outcome outcome;
    std::uint64_t read_so_far = 0;
    Input input;
    while (inputs.next(input)) {
      while (!ring.put(std::move(input))) {
        if (!ring.oldest(outcome, read_so_far, true)) break;
        tell(std::move(outcome));
        progress.told(read_so_far);
      }
    }
    while (ring.oldest(outcome, read_so_far, true)) {
      tell(std::move(outcome));
      progress.told(read_so_far);
    }
  } catch (...) {
    fault = std::current_exception();  // a full disk, say: the workers end before it is told
  }
  ring.close();
  for (std::thread& worker : workers) worker.join();
  if (fault) std::rethrow_exception(fault);
}

}  // namespace dsk::cli
