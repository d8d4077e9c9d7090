#include "gfx/worker_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <utility>

namespace kiosk::gfx {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::seconds kStartDeadline{10};
constexpr std::chrono::seconds kPictureDeadline{10};

// Sends the program off with the socket as descriptor 3, nothing to read and no output but its log; -1 when it cannot run.
pid_t spawn(const std::filesystem::path& program, int socket) {
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
  std::string verb = "decode-worker";
  std::string descriptor = std::to_string(kWorkerSocket);
  char* arguments[] = {name.data(), verb.data(), descriptor.data(), nullptr};
  pid_t process = -1;
  const int result = posix_spawn(&process, program.c_str(), &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return result == 0 ? process : -1;
}

}  // namespace

WorkerProcess::WorkerProcess(std::filesystem::path program, int stop) : program_(std::move(program)), stop_(stop) {}

WorkerProcess::~WorkerProcess() { end(); }

bool WorkerProcess::start() {
  if (process_ > 0) return true;
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return false;
  socket_ = OwnedDescriptor(ends[0]);
  const OwnedDescriptor theirs(ends[1]);
  ready_ = false;
  process_ = spawn(program_, theirs.get());
  if (process_ < 0) socket_.reset();
  return process_ > 0;
}

void WorkerProcess::end() {
  socket_.reset();
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
}

WorkerAnswer WorkerProcess::wait_readable(SteadyClock::time_point deadline) const {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - SteadyClock::now()).count();
    if (left <= 0) return WorkerAnswer::too_slow;
    pollfd waits[] = {{socket_.get(), POLLIN, 0}, {stop_, POLLIN, 0}};
    const int count = ::poll(waits, 2, static_cast<int>(left));
    if (count < 0 && errno != EINTR) return WorkerAnswer::gone_during;
    if (count <= 0) continue;
    if (waits[1].revents != 0) return WorkerAnswer::stopping;
    return WorkerAnswer::replied;
  }
}

WorkerAnswer WorkerProcess::become_ready() {
  const WorkerAnswer waited = wait_readable(SteadyClock::now() + kStartDeadline);
  if (waited == WorkerAnswer::stopping) return waited;
  ReplyPacket hello;
  OwnedDescriptor none;
  ready_ = waited == WorkerAnswer::replied && receive_packet(socket_.get(), &hello, sizeof hello, none) == Received::packet &&
           hello.kind == ReplyKind::ready;
  return ready_ ? WorkerAnswer::replied : WorkerAnswer::not_started;
}

WorkerAnswer WorkerProcess::ask(const RequestPacket& request, int file, ReplyPacket& reply, OwnedDescriptor& pixels) {
  WorkerAnswer answer = start() ? WorkerAnswer::replied : WorkerAnswer::not_started;
  if (answer == WorkerAnswer::replied && !ready_) answer = become_ready();
  if (answer == WorkerAnswer::replied && !send_packet(socket_.get(), &request, sizeof request, file))
    answer = WorkerAnswer::gone_before;
  if (answer == WorkerAnswer::replied) answer = wait_readable(SteadyClock::now() + kPictureDeadline);
  if (answer == WorkerAnswer::replied) {
    const Received received = receive_packet(socket_.get(), &reply, sizeof reply, pixels);
    if (received == Received::unread) answer = WorkerAnswer::gone_before;
    if (received == Received::closed || (received == Received::packet && reply.id != request.id))
      answer = WorkerAnswer::gone_during;
  }
  if (answer != WorkerAnswer::replied) end();
  return answer;
}

}  // namespace kiosk::gfx
