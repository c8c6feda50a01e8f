#include "limited.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstddef>

namespace dsk::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxOutput = 1u << 20;

int left(Clock::time_point deadline) {
  const auto rest =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::max<long long>(rest, 0));
}

[[noreturn]] void be_child(const std::function<int()>& work, int output,
                           std::chrono::milliseconds limit) {
  // Should the parent be ended while it waits, nobody is left to stop us.
  std::signal(SIGALRM, SIG_DFL);
  ::alarm(static_cast<unsigned>(limit.count() / 1000 + 1));
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  const int nothing = ::open("/dev/null", O_RDWR);
  if (nothing >= 0) {
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDERR_FILENO);
  }
  ::dup2(output, STDOUT_FILENO);
  int status = 70;
  try {
    status = work();
  } catch (...) {  // the parent lets the mail go on anything it does not know
  }
  ::_exit(status);
}

// Reads until the child closes its end; false where time ran out first.
bool collect(int input, std::string& output, Clock::time_point deadline) {
  char block[4096];
  for (;;) {
    pollfd ready{input, POLLIN, 0};
    const int rest = left(deadline);
    const int got = ::poll(&ready, 1, rest);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    const ssize_t size = ::read(input, block, sizeof block);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return true;
    if (output.size() < kMaxOutput) output.append(block, static_cast<std::size_t>(size));
  }
}

}  // namespace

Limited run_limited(const std::function<int()>& work, std::chrono::milliseconds limit) {
  Limited result;
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return result;
  const Clock::time_point deadline = Clock::now() + limit;
  const pid_t child = ::fork();
  if (child == 0) be_child(work, ends[1], limit);
  ::close(ends[1]);
  if (child < 0) {
    ::close(ends[0]);
    return result;
  }
  bool finished = collect(ends[0], result.output, deadline);
  ::close(ends[0]);
  int status = 0;
  while (finished && ::waitpid(child, &status, WNOHANG) == 0) {
    finished = left(deadline) > 0;
    if (finished) ::usleep(1000);
  }
  if (!finished) {
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
    result.end = Limited::End::too_slow;
  } else if (WIFSIGNALED(status)) {
    result.end = Limited::End::crashed;
    result.status = WTERMSIG(status);
  } else {
    result.end = Limited::End::returned;
    result.status = WEXITSTATUS(status);
  }
  return result;
}

}  // namespace dsk::cli
