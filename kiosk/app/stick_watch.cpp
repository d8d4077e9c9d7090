#include "app/stick_watch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace kiosk::app {

StickWatch::StickWatch(std::function<void()> on_change)
    : on_change_(std::move(on_change)), mounts_(::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)), stop_(::eventfd(0, EFD_CLOEXEC)) {
  if (mounts_ >= 0 && stop_ >= 0) thread_ = std::thread([this] { watch(); });
}

StickWatch::~StickWatch() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t told = ::write(stop_, &one, sizeof one);
  if (thread_.joinable()) thread_.join();
  if (mounts_ >= 0) ::close(mounts_);
  if (stop_ >= 0) ::close(stop_);
}

void StickWatch::watch() {
  for (;;) {
    std::array<pollfd, 2> waiting{pollfd{mounts_, POLLPRI, 0}, pollfd{stop_, POLLIN, 0}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
    if (waiting[1].revents != 0) return;
    if ((waiting[0].revents & (POLLPRI | POLLERR)) != 0) on_change_();
  }
}

}  // namespace kiosk::app
