// One thread for what is too slow for the drawing thread and may wait its turn: counting, exporting. Jobs run in order; the destructor waits for
// the one that is running and drops the rest.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "base/forget.h"

namespace kiosk::app {

class Background {
 public:
  Background() : thread_([this] { work(); }) {}
  ~Background() {
    {
      const std::lock_guard guard(mutex_);
      end_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  void run(std::function<void()> job) {
    {
      const std::lock_guard guard(mutex_);
      jobs_.push_back(std::move(job));
    }
    changed_.notify_all();
  }

 private:
  void work() {
    std::unique_lock guard(mutex_);
    for (;;) {
      changed_.wait(guard, [this] { return end_ || !jobs_.empty(); });
      if (end_) return;
      const std::function<void()> job = std::move(jobs_.front());
      jobs_.pop_front();
      guard.unlock();
      job();
      base::scrub_stack();  // rows of an export may have been on it
      guard.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  bool end_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace kiosk::app
