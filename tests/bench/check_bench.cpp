// What `kiosk check` costs: on the sample, and on the sample with more programs (copies of its own, each under its own id and name). Prints JSON:
// processor time of the process and its worker, the best and the median of several runs, because a busy machine only ever adds to it.
//
//   check_bench [ROUNDS] [PROGRAMS]
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "base/json.h"
#include "support/process.h"

namespace {

using namespace kiosk;
namespace fs = std::filesystem;

double children_seconds() {
  rusage used{};
  ::getrusage(RUSAGE_CHILDREN, &used);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

base::Json measure(const fs::path& content, int rounds, const tests::TempFolder& folder) {
  std::vector<double> seconds;
  std::string last_line;
  for (int i = 0; i < rounds; ++i) {
    const double before = children_seconds();
    const tests::Ended ended = tests::run(folder, {KIOSK_PROGRAM, "check", content.string()}, {});
    seconds.push_back(children_seconds() - before);
    last_line = ended.output.substr(ended.output.rfind(": ") + 2);
    while (!last_line.empty() && last_line.back() == '\n') last_line.pop_back();
  }
  std::sort(seconds.begin(), seconds.end());
  return {{"best_cpu_s", seconds.front()}, {"median_cpu_s", seconds[seconds.size() / 2]}, {"found", last_line}};
}

// A copy of the sample's folder with `count` programs.
void enlarge(const fs::path& sample, const fs::path& to, std::size_t count) {
  fs::copy(sample, to, fs::copy_options::recursive);
  std::vector<fs::path> programs;
  for (const auto& entry : fs::directory_iterator(to / "programs")) {
    if (entry.path().extension() == ".toml") programs.push_back(entry.path());
  }
  std::sort(programs.begin(), programs.end());
  for (std::size_t i = programs.size(); i < count; ++i) {
    const fs::path& like = programs[i % programs.size()];
    std::string text = tests::slurp(like);
    const std::string number = std::to_string(i);
    // Names are told apart: "fr = \"Zellige\"" of [name] becomes "Zellige 57".
    const std::size_t name = text.find("[name]");
    for (std::size_t at = name; at != std::string::npos && at < text.find("\n\n", name);) {
      at = text.find("\"\n", at);
      if (at == std::string::npos) break;
      text.insert(at, " " + number);
      at += number.size() + 3;
    }
    std::ofstream(to / "programs" / (like.stem().string() + "-" + number + ".toml")) << text;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5;
  const std::size_t programs = argc > 2 ? static_cast<std::size_t>(std::max(1, std::atoi(argv[2]))) : 500;
  const fs::path sample = fs::path(KIOSK_SOURCE_DIR) / "config";
  const tests::TempFolder folder;
  enlarge(sample, folder / "large", programs);
  base::Json result{{"sample", measure(sample, rounds, folder)}};
  result[std::to_string(programs) + "_programs"] = measure(folder / "large", rounds, folder);
  std::cout << result.dump(2) << "\n";
  return 0;
}
