#include "app/housekeeping.h"

#include <future>
#include <utility>

#include "base/forget.h"
#include "store/backups.h"
#include "store/erasure.h"

namespace kiosk::app {
namespace {

using std::chrono::system_clock;

constexpr std::chrono::hours kPurgeEvery{24};

}  // namespace

Housekeeping::Housekeeping(Parts parts) : p_(std::move(parts)), keep_days_(p_.keep_days), thread_([this] { run(); }) {}

Housekeeping::~Housekeeping() {
  {
    const std::lock_guard guard(mutex_);
    end_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Housekeeping::keep(int days) {
  const std::lock_guard guard(mutex_);
  keep_days_ = days;
}

void Housekeeping::run() {
  std::unique_lock guard(mutex_);
  for (std::chrono::milliseconds wait = p_.first_after;; wait = p_.every) {
    changed_.wait_for(guard, wait, [this] { return end_; });
    const bool last = end_;
    const int keep_days = keep_days_;
    guard.unlock();
    if (!last) purge(keep_days);
    if (last) p_.store.flush();
    back_up();
    base::scrub_stack();
    guard.lock();
    if (last) return;
  }
}

void Housekeeping::back_up() const {
  const auto made = store::back_up_changes(p_.data, system_clock::now());
  if (!made) p_.say(made.error());
}

// On the store's own connection, in its turn: a save that comes meanwhile waits in the queue instead of meeting a lock.
void Housekeeping::purge(int keep_days) {
  const auto steady = std::chrono::steady_clock::now();
  if (keep_days <= 0 || (purged_at_ != std::chrono::steady_clock::time_point() && steady - purged_at_ < kPurgeEvery)) return;
  const base::WallTime now = system_clock::now();
  const base::WallTime before = now - std::chrono::days(keep_days);
  std::promise<base::Result<store::Purged>> told;
  p_.store.purge(before, now, [&](base::Result<store::Purged> purged) { told.set_value(std::move(purged)); });
  const auto purged = told.get_future().get();
  if (!purged) return p_.say(purged.error());
  // Also when the database held nothing that old: a backup may.
  store::purge_backups(p_.data, before, now, p_.say);
  purged_at_ = steady;
}

}  // namespace kiosk::app
