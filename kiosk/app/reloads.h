// Content that was read again while the kiosk runs (O3), on its way from the reloader's thread to the drawing thread, which takes it
// between two frames.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include "content/content.h"

namespace kiosk::app {

class Reloads {
 public:
  // Takes the place of what was not taken yet.
  void put(std::shared_ptr<const content::Content> content) {
    const std::lock_guard guard(mutex_);
    latest_ = std::move(content);
  }
  // Null when nothing came since the last call.
  std::shared_ptr<const content::Content> take() {
    const std::lock_guard guard(mutex_);
    return std::exchange(latest_, nullptr);
  }

 private:
  std::mutex mutex_;
  std::shared_ptr<const content::Content> latest_;
};

}  // namespace kiosk::app
