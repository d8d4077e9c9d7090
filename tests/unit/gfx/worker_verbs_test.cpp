#include "worker_verbs.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <thread>

#include "gfx/picture_loader.h"
#include "gfx/sandbox.h"
#include "pictures.h"
#include "support/children.h"

namespace {

using kiosk::gfx::install_call_filter;
using kiosk::gfx::limit_process;

bool refused(long result) { return result < 0 && errno == EPERM; }

// 0 when the shut-in process could do nothing; else the number of the first thing it could.
int try_everything_forbidden() {
  if (!limit_process() || !install_call_filter()) return 100;
  int step = 0;
  const auto forbidden = [&step](long result) {
    ++step;
    return refused(result);
  };
  if (!forbidden(::open("/etc/hostname", O_RDONLY))) return step;
  if (!forbidden(::open("/tmp/kiosk-worker-was-here", O_WRONLY | O_CREAT, 0600))) return step;
  if (!forbidden(::socket(AF_INET, SOCK_STREAM, 0))) return step;
  if (!forbidden(::socket(AF_UNIX, SOCK_STREAM, 0))) return step;
  if (!forbidden(::unlink("/tmp/kiosk-worker-was-here"))) return step;
  if (!forbidden(::kill(::getppid(), SIGTERM))) return step;
  if (!forbidden(::chdir("/"))) return step;
  if (!forbidden(::access("/etc/passwd", R_OK))) return step;
  struct stat info {};
  if (!forbidden(::stat("/etc/passwd", &info))) return step;
  ++step;
  if (::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED) return step;
  ++step;
  if (::memfd_create("allowed", MFD_CLOEXEC) < 0) return step;
  return 0;
}

int try_deadly(std::string_view what) {
  if (!limit_process() || !install_call_filter()) return 100;
  if (what == "program") ::execl("/bin/true", "true", nullptr);
  if (what == "connection") ::connect(0, nullptr, 0);
  if (what == "fork") return ::vfork() == 0 ? 1 : 2;
  return 3;
}

// A kiosk that starts a worker, tells who it is, and dies without a word while the worker is busy.
int die_with_a_busy_worker(const std::string& report) {
  kiosk::gfx::PictureLoader loader(kiosk::tests::own_program(), {});
  loader.request(kiosk::test::endless_svg(), {50, 50, kiosk::gfx::Fit::cover, 0, kiosk::test::kTransparent});
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  for (const int child : kiosk::tests::own_children()) std::ofstream(report) << child;
  ::kill(::getpid(), SIGKILL);
  return 0;
}

__attribute__((constructor)) void answer_verb(int argc, char** argv) {
  const std::string_view verb = argc > 1 ? argv[1] : "";
  if (verb == "decode-worker") ::_exit(kiosk::gfx::run_decode_worker(std::atoi(argv[2])));
  if (verb == "try-everything-forbidden") ::_exit(try_everything_forbidden());
  if (verb == "try-deadly") ::_exit(try_deadly(argv[2]));
  if (verb == "die-with-a-busy-worker") ::_exit(die_with_a_busy_worker(argv[2]));
}

}  // namespace

namespace kiosk::test {

int run_verb(const std::string& verb, const std::string& argument) {
  const std::string program = tests::own_program().string();
  const pid_t child = ::fork();
  if (child == 0) {
    ::execl(program.c_str(), program.c_str(), verb.c_str(), argument.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace kiosk::test

TEST_CASE("a shut-in worker cannot open, create, connect, signal, look up or run anything") {
  CHECK(kiosk::test::run_verb("try-everything-forbidden") == 0);
}

TEST_CASE("running programs, connecting and forking end a shut-in worker at once") {
  for (const char* what : {"program", "connection", "fork"}) {
    CAPTURE(what);
    CHECK(kiosk::test::run_verb("try-deadly", what) == 128 + SIGSYS);
  }
}

TEST_CASE("a worker dies with its kiosk, even in the middle of a picture") {
  const kiosk::test::Folder folder;
  CHECK(kiosk::test::run_verb("die-with-a-busy-worker", folder.path("worker").string()) == 128 + SIGKILL);
  int worker = 0;
  std::ifstream(folder.path("worker")) >> worker;
  REQUIRE(worker > 0);
  // Gone, or a zombie whose new parent has not looked yet.
  const auto gone = [worker] {
    std::ifstream stat("/proc/" + std::to_string(worker) + "/stat");
    std::string line;
    return !std::getline(stat, line) || line.find(") Z ") != std::string::npos;
  };
  for (int i = 0; i < 100 && !gone(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK(gone());
}
