// Content that follows the operator's files while the kiosk runs (O3). What has an error, is half-written or lost a file never takes the
// place of what is shown.
#pragma once

#include <functional>
#include <memory>

#include "content/content.h"

namespace kiosk::content {

class Reloader {
 public:
  // `on_reloaded` runs on a thread of the reloader's after each change that was read whole; without content the change was refused, and
  // the issues say why. `shown` are the files of `folder` that the content on
  // screen was read from, if it was: one that goes missing is an error. Others come and go.
  static base::Result<std::unique_ptr<Reloader>> start(const std::filesystem::path& folder, std::vector<std::filesystem::path> shown, std::function<void(LoadResult)> on_reloaded);
  ~Reloader();
  Reloader(const Reloader&) = delete;
  Reloader& operator=(const Reloader&) = delete;

  // Reads the folder as it is now, files that were removed on purpose included. From any thread.
  void read_now();

 private:
  struct State;
  explicit Reloader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace kiosk::content
