#include "gfx/worker_process.h"

#include <poll.h>

#include <cerrno>
#include <utility>

namespace kiosk::gfx {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::seconds kStartDeadline{10};
constexpr std::chrono::seconds kPictureDeadline{10};

}  // namespace

WorkerProcess::WorkerProcess(std::filesystem::path program, int stop) : program_(std::move(program)), stop_(stop) {}

bool WorkerProcess::start() { return child_.start(program_, "decode-worker"); }

void WorkerProcess::end() {
  child_.end();
  ready_ = false;
}

WorkerAnswer WorkerProcess::wait_readable(SteadyClock::time_point deadline) const {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - SteadyClock::now()).count();
    if (left <= 0) return WorkerAnswer::too_slow;
    pollfd waits[] = {{child_.socket(), POLLIN, 0}, {stop_, POLLIN, 0}};
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
  ready_ = waited == WorkerAnswer::replied && receive_packet(child_.socket(), &hello, sizeof hello, none) == Received::packet &&
           hello.kind == ReplyKind::ready;
  return ready_ ? WorkerAnswer::replied : WorkerAnswer::not_started;
}

WorkerAnswer WorkerProcess::ask(const RequestPacket& request, int file, ReplyPacket& reply, OwnedDescriptor& pixels) {
  WorkerAnswer answer = start() ? WorkerAnswer::replied : WorkerAnswer::not_started;
  if (answer == WorkerAnswer::replied && !ready_) answer = become_ready();
  if (answer == WorkerAnswer::replied && !send_packet(child_.socket(), &request, sizeof request, file))
    answer = WorkerAnswer::gone_before;
  if (answer == WorkerAnswer::replied) answer = wait_readable(SteadyClock::now() + kPictureDeadline);
  if (answer == WorkerAnswer::replied) {
    const Received received = receive_packet(child_.socket(), &reply, sizeof reply, pixels);
    if (received == Received::unread) answer = WorkerAnswer::gone_before;
    if (received == Received::closed || (received == Received::packet && reply.id != request.id))
      answer = WorkerAnswer::gone_during;
  }
  if (answer != WorkerAnswer::replied) end();
  return answer;
}

}  // namespace kiosk::gfx
