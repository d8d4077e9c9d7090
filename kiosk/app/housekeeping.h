// What the running kiosk does for its database beside the visitors, on a thread of its own: a backup every ten minutes where leads or guests
// changed, and at the end; once a day what is older than its retention is purged, from the database first and from the backups a day later.
// Nothing is purged by a clock that cannot be believed, nor most of what there is, nor what was left on the event's day, until staff say
// that it is right. Failures are told to staff and tried again the next time; no visitor waits for any of it. Must be gone before the store is.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "base/clock.h"
#include "base/result.h"
#include "model/event.h"
#include "model/purge_question.h"
#include "store/purge_guard.h"
#include "store/store.h"

namespace kiosk::app {

// How long what families left is kept, and which of it is never purged unasked.
struct Retention {
  int days = 0;  // 0: nothing is purged
  std::optional<store::EventDay> event;
};
Retention retention_of(const model::Event& event, int keep_days);

class Housekeeping {
 public:
  struct Parts {
    store::Store& store;
    std::filesystem::path data;
    const base::Clock& clock;            // the system's own
    std::optional<Retention> retention;  // nothing: the visitors' clock is one for a demonstration, which ends no retention
    std::function<void(const base::Error&)> say;
    // What staff have to answer first, or that there is nothing any more. On this thread, when it changes.
    std::function<void(std::optional<model::PurgeQuestion>)> ask = {};
    std::chrono::milliseconds first_after = std::chrono::seconds(5);  // the first picture comes first
    std::chrono::milliseconds every = std::chrono::minutes(10);
    std::function<void(const base::Result<void>&)> backed_up = {};  // after each try, on this thread
  };
  explicit Housekeeping(Parts parts);
  // Makes the last backup.
  ~Housekeeping();
  Housekeeping(const Housekeeping&) = delete;
  Housekeeping& operator=(const Housekeeping&) = delete;

  // The content says otherwise from now on; from any thread.
  void keep(Retention retention);
  // Staff say that the clock is right and that what was asked about may go; from any thread.
  void confirm(const model::PurgeQuestion& question);

 private:
  void run();
  void back_up() const;
  void look_at_clock(const Retention& retention, const std::optional<model::PurgeQuestion>& confirmed);
  // True when something was purged or nothing was that old.
  bool purge(const model::PurgeQuestion& question, store::ClockMemory& memory);
  void purge_backups(store::ClockMemory& memory);
  void tell(std::optional<model::PurgeQuestion> question);

  Parts p_;
  std::chrono::steady_clock::time_point purged_at_{};
  std::optional<model::PurgeQuestion> asked_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool end_ = false;
  std::optional<Retention> retention_;
  std::optional<model::PurgeQuestion> confirmed_;
  std::thread thread_;  // last: it uses the others
};

}  // namespace kiosk::app
