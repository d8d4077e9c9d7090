// Starting real programs from tests: the kiosk itself, Xvfb. Output is captured; whatever still runs is ended with its owner.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace kiosk::tests {

inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// A folder that is gone with the test.
class TempFolder {
 public:
  TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kiosk-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

class Process {
 public:
  // Starts `command` with both outputs going to files in `folder`; `environment` is added to ours.
  Process(const std::vector<std::string>& command, const std::filesystem::path& folder,
          const std::vector<std::pair<std::string, std::string>>& environment = {})
      : output_(folder / ("stdout." + std::to_string(counter()))), errors_(output_.string() + ".err") {
    std::vector<char*> arguments;
    for (const std::string& one : command) arguments.push_back(const_cast<char*>(one.c_str()));
    arguments.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ != 0) return;
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    const int nothing = ::open("/dev/null", O_RDONLY);
    const int out = ::open(output_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int err = ::open(errors_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  ~Process() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  pid_t pid() const { return pid_; }
  void signal(int number) const { ::kill(pid_, number); }
  // The exit status, 128 + signal, or -1 when it still runs after `patience`: long, because a busy machine is no fault; ctest's own
  // limit ends what hangs.
  int wait(std::chrono::milliseconds patience = std::chrono::minutes(10)) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (pid_ > 0) {
      int status = 0;
      if (::waitpid(pid_, &status, WNOHANG) == pid_) {
        pid_ = 0;
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        break;
      }
      if (std::chrono::steady_clock::now() > end) return -1;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return status_;
  }
  std::string output() const { return slurp(output_); }
  std::string errors() const { return slurp(errors_); }

 private:
  static int counter() {
    static int count = 0;
    return ++count;
  }
  pid_t pid_ = 0;
  int status_ = -1;
  std::filesystem::path output_;
  std::filesystem::path errors_;
};

// How a program ended that was waited for.
struct Ended {
  int status = -1;
  std::string output;
  std::string errors;
};

inline Ended run(const TempFolder& folder, const std::vector<std::string>& command, const std::vector<std::pair<std::string, std::string>>& environment = {}) {
  Process program(command, folder.path(), environment);
  const int status = program.wait();
  return {status, program.output(), program.errors()};
}

}  // namespace kiosk::tests
