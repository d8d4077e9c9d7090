// Content that was read again while the kiosk runs (O3), on its way from the reloader's thread to the drawing thread, which takes it
// between two frames.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "content/content.h"
#include "model/content_report.h"

namespace kiosk::app {

struct Reload {
  std::shared_ptr<const content::Content> content;  // null: what was shown stays
  model::ContentReport report;
};

class Reloads {
 public:
  // Takes the place of what was not taken yet; content that was not taken is kept when the new one has none.
  void put(Reload reload) {
    const std::lock_guard guard(mutex_);
    if (latest_ && reload.content == nullptr) reload.content = std::move(latest_->content);
    latest_ = std::move(reload);
  }
  // Nothing when nothing came since the last call.
  std::optional<Reload> take() {
    const std::lock_guard guard(mutex_);
    return std::exchange(latest_, std::nullopt);
  }

 private:
  std::mutex mutex_;
  std::optional<Reload> latest_;
};

}  // namespace kiosk::app
