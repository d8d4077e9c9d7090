// Tells when something is mounted or unmounted (poll on /proc/self/mountinfo, proc(5)), so that the export page shows a stick as it is plugged in.
#pragma once

#include <functional>
#include <thread>

namespace kiosk::app {

class StickWatch {
 public:
  // `on_change` runs on a thread of its own.
  explicit StickWatch(std::function<void()> on_change);
  ~StickWatch();
  StickWatch(const StickWatch&) = delete;
  StickWatch& operator=(const StickWatch&) = delete;

 private:
  void watch();

  std::function<void()> on_change_;
  int mounts_ = -1;
  int stop_ = -1;  // an eventfd
  std::thread thread_;
};

}  // namespace kiosk::app
