// What other threads have for the drawing thread: small jobs that it runs at its next tick. Shared with whoever answers, so that an answer may
// come after the visitor is gone; then nobody runs it.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace kiosk::app {

class Inbox {
 public:
  explicit Inbox(std::function<void()> wake) : wake_(std::move(wake)) {}

  // From any thread.
  void post(std::function<void()> job) {
    {
      const std::lock_guard guard(mutex_);
      jobs_.push_back(std::move(job));
    }
    if (wake_) wake_();
  }
  // On the drawing thread.
  void run_all() {
    std::vector<std::function<void()>> jobs;
    {
      const std::lock_guard guard(mutex_);
      jobs.swap(jobs_);
    }
    for (const auto& job : jobs) job();
  }

 private:
  std::function<void()> wake_;
  std::mutex mutex_;
  std::vector<std::function<void()>> jobs_;
};

}  // namespace kiosk::app
