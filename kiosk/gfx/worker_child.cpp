#include "gfx/worker_child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace kiosk::gfx {
namespace {

// Sends the program off with the socket as descriptor 3, nothing to read and no output but its log; -1 when it cannot run.
pid_t spawn(const std::filesystem::path& program, std::string& verb, int socket) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, socket, kWorkerSocket);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  std::string name = program.string();
  std::string descriptor = std::to_string(kWorkerSocket);
  char* arguments[] = {name.data(), verb.data(), descriptor.data(), nullptr};
  pid_t process = -1;
  const int result = posix_spawn(&process, program.c_str(), &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return result == 0 ? process : -1;
}

}  // namespace

WorkerChild::~WorkerChild() { end(); }

bool WorkerChild::start(const std::filesystem::path& program, std::string verb) {
  if (process_ > 0) return true;
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return false;
  socket_ = OwnedDescriptor(ends[0]);
  const OwnedDescriptor theirs(ends[1]);
  process_ = spawn(program, verb, theirs.get());
  if (process_ < 0) socket_.reset();
  return process_ > 0;
}

void WorkerChild::end() {
  socket_.reset();
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
}

}  // namespace kiosk::gfx
