#include "app/storage_watch.h"

#include <utility>

namespace kiosk::app {

StorageWatch::StorageWatch(Parts parts) : p_(std::move(parts)) {
  if (p_.store == nullptr) health_.trouble = model::DiskTrouble::failing;
}

void StorageWatch::take(model::StorageHealth health) {
  if (health == health_) return;
  health_ = health;
  p_.facts_changed();
}

void StorageWatch::check() {
  if (p_.store == nullptr) return;
  p_.store->check([this, inbox = p_.inbox](model::StorageHealth found) {
    inbox->post([this, found] {
      // Damage is found by whoever makes backups, and gone with the database that was damaged.
      model::StorageHealth health = found;
      health.damaged = health_.damaged && found.begun_anew == health_.begun_anew;
      health.backups_fail = health_.backups_fail;
      take(health);
    });
  });
}

std::function<void(const base::Result<void>&)> StorageWatch::backup_listener() {
  return [this, inbox = p_.inbox](const base::Result<void>& made) {
    const bool failed = !made;
    const bool damaged = failed && made.error().cause == 0;
    inbox->post([this, failed, damaged] {
      model::StorageHealth health = health_;
      health.backups_fail = failed;
      health.damaged = damaged;
      take(health);
    });
  };
}

}  // namespace kiosk::app
