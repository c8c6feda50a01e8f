// Times whole processes side by side: CPU time, wall time and peak memory, as the kernel counts them.
//
//   measure JOBS     JOBS: lines of  NAME <tab> RUNS <tab> STDIN or - <tab> COMMAND
//
// The jobs take turns, so that a machine which gets slower or faster does so for all of them; the
// first turn of each is not counted. Everything runs on one processor. This program stays small,
// because a child's peak memory includes what it was forked from.
#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wordexp.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace {

struct Run {
  double cpu = 0, wall = 0;  // milliseconds
  double peak = 0;           // MiB
};

struct Job {
  std::string name, input;
  std::size_t runs = 0;
  wordexp_t words{};
  int status = 0;
  std::vector<Run> seen;
};

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "measure: %s\n", why.c_str());
  std::exit(2);
}

std::vector<Job> read_jobs(const char* path) {
  std::FILE* file = std::fopen(path, "r");
  if (file == nullptr) stop(std::string(path) + ": " + std::strerror(errno));
  std::vector<Job> jobs;
  char* line = nullptr;
  std::size_t room = 0;
  while (getline(&line, &room, file) > 0) {
    std::string text(line);
    while (!text.empty() && text.back() == '\n') text.pop_back();
    if (text.empty()) continue;
    std::vector<std::string> field;
    for (int at = 0; at < 3; ++at) {
      const std::size_t tab = text.find('\t');
      if (tab == std::string::npos) stop("a job needs four fields: " + text);
      field.push_back(text.substr(0, tab));
      text.erase(0, tab + 1);
    }
    Job& job = jobs.emplace_back();
    job.name = field[0];
    job.runs = std::stoul(field[1]);
    job.input = field[2] == "-" ? "/dev/null" : field[2];
    if (wordexp(text.c_str(), &job.words, WRDE_NOCMD) != 0) stop("cannot read: " + text);
  }
  std::free(line);
  std::fclose(file);
  return jobs;
}

Run run(Job& job) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child < 0) stop(std::strerror(errno));
  if (child == 0) {
    const int in = open(job.input.c_str(), O_RDONLY);
    const int out = open("/dev/null", O_WRONLY);
    if (in < 0 || out < 0) _exit(127);
    dup2(in, 0);
    dup2(out, 1);
    dup2(out, 2);
    execvp(job.words.we_wordv[0], job.words.we_wordv);
    _exit(127);
  }
  rusage used{};
  wait4(child, &job.status, 0, &used);
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
  if (WIFEXITED(job.status) && WEXITSTATUS(job.status) == 127) stop(job.name + " did not start");
  const auto milliseconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return {milliseconds(used.ru_utime) + milliseconds(used.ru_stime), wall.count(),
          static_cast<double>(used.ru_maxrss) / 1024};
}

double median(const Job& job, double Run::*figure) {
  std::vector<double> all;
  for (const Run& one : job.seen) all.push_back(one.*figure);
  std::sort(all.begin(), all.end());
  const std::size_t middle = all.size() / 2;
  return all.size() % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) stop("usage: measure JOBS");
  std::vector<Job> jobs = read_jobs(argv[1]);
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(0, &one);
  sched_setaffinity(0, sizeof one, &one);

  std::size_t turns = 0;
  for (const Job& job : jobs) turns = std::max(turns, job.runs);
  for (std::size_t turn = 0; turn <= turns; ++turn) {
    for (Job& job : jobs) {
      if (turn > job.runs) continue;
      if (isatty(2)) std::fprintf(stderr, "\r\x1b[Kturn %zu of %zu: %s", turn, turns, job.name.c_str());
      const Run seen = run(job);
      if (turn > 0) job.seen.push_back(seen);
    }
  }
  if (isatty(2)) std::fputs("\r\x1b[K", stderr);
  std::printf("| %-28s | runs | exit | CPU ms | wall ms | peak MiB | CPU, times the first |\n", "command");
  std::printf("|%s|---|---|---|---|---|---|\n", std::string(30, '-').c_str());
  const double first = median(jobs.front(), &Run::cpu);
  for (const Job& job : jobs) {
    std::printf("| %-28s | %zu | %d | %.1f | %.1f | %.1f | %.1f |\n", job.name.c_str(), job.runs,
                WIFEXITED(job.status) ? WEXITSTATUS(job.status) : -WTERMSIG(job.status),
                median(job, &Run::cpu), median(job, &Run::wall), median(job, &Run::peak),
                median(job, &Run::cpu) / first);
  }
  return 0;
}
