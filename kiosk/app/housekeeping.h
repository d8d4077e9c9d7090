// What the running kiosk does for its database beside the visitors, on a thread of its own: a backup every ten minutes where leads or guests
// changed, and at the end; once a day what is older than its retention is purged. Failures are told to staff and tried again the next
// time; no visitor waits for any of it. Must be gone before the store is.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

#include "base/result.h"
#include "store/store.h"

namespace kiosk::app {

class Housekeeping {
 public:
  struct Parts {
    store::Store& store;
    std::filesystem::path data;
    int keep_days = 0;  // 0: nothing is purged
    std::function<void(const base::Error&)> say;
    std::chrono::milliseconds first_after = std::chrono::seconds(5);  // the first picture comes first
    std::chrono::milliseconds every = std::chrono::minutes(10);
  };
  explicit Housekeeping(Parts parts);
  // Makes the last backup.
  ~Housekeeping();
  Housekeeping(const Housekeeping&) = delete;
  Housekeeping& operator=(const Housekeeping&) = delete;

  // The content says otherwise from now on; from any thread.
  void keep(int days);

 private:
  void run();
  void back_up() const;
  void purge(int keep_days);

  Parts p_;
  std::chrono::steady_clock::time_point purged_at_{};
  std::mutex mutex_;
  std::condition_variable changed_;
  bool end_ = false;
  int keep_days_ = 0;
  std::thread thread_;  // last: it uses the others
};

}  // namespace kiosk::app
