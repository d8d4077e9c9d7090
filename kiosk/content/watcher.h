// Tells when the files of a content folder changed on the disk (O3), by inotify(7). What an editor does in several steps – truncate and
// write, write beside and rename over, delete and write anew – is one change, told once the folder rests and no text file in it stands
// half-written. A folder that goes away is awaited, so that a stick or a share that comes back is a change too. Changes that another
// machine makes on a network share are not seen by inotify.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "base/result.h"

namespace kiosk::content {

class Watcher {
 public:
  // `on_change` runs on the watcher's own thread and is given the watcher, which whoever started it may not have yet. Fails when the system
  // gives no inotify instance.
  static base::Result<std::unique_ptr<Watcher>> start(std::filesystem::path folder, std::function<void(Watcher&)> on_change);
  ~Watcher();  // waits for an `on_change` that is running
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // Has `on_change` called soon although nothing changed. From any thread.
  void tell();

  // From within `on_change`: whether something changed since it was called. Then what it read may be of two versions, and it is called
  // again.
  bool changed_again();

 private:
  struct State;
  explicit Watcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace kiosk::content
