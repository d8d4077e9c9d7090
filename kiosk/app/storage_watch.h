// Whether anything can be saved: asked of the store before somebody begins to tell something, and told by whoever makes backups. Used from the
// drawing thread; answers come back through the inbox.
#pragma once

#include <functional>
#include <memory>

#include "app/inbox.h"
#include "model/storage_report.h"
#include "store/store.h"

namespace kiosk::app {

class StorageWatch {
 public:
  struct Parts {
    store::Store* store = nullptr;  // nullptr: nothing can be saved
    std::shared_ptr<Inbox> inbox;
    std::function<void()> facts_changed;  // the view is to be made anew
  };
  explicit StorageWatch(Parts parts);

  void check();
  // How making a backup ended; from any thread, also when this is gone.
  std::function<void(const base::Result<void>&)> backup_listener();
  const model::StorageHealth& health() const { return health_; }

 private:
  void take(model::StorageHealth health);

  Parts p_;
  model::StorageHealth health_;
};

}  // namespace kiosk::app
