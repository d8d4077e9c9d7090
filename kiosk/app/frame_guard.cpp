#include "app/frame_guard.h"

#include <exception>

#include "base/format.h"
#include "base/log.h"

namespace kiosk::app {

FrameGuard::Outcome FrameGuard::attempt(const std::function<void()>& step) {
  try {
    step();
    return Outcome::passed;
  } catch (const std::exception& bug) {
    return recover(bug.what());
  }
}

FrameGuard::Outcome FrameGuard::recover(const char* bug) {
  base::log_error(fmt::format("a frame failed: {}", bug));
  if (++failures_ >= kFailuresBeforeEnd) {
    base::log_error(fmt::format("{} frames failed one after the other: the kiosk ends, so that it is started anew", failures_));
    return Outcome::over;
  }
  try {
    // Neither does anything where the other does.
    visitor_.apply(session::intent::LeaveStaff{});
    visitor_.apply(session::intent::Closed{});
  } catch (const std::exception& again) {
    base::log_error(fmt::format("ending the visit failed as well, so the kiosk ends: {}", again.what()));
    return Outcome::over;
  }
  stage_.forget_visitor();
  return Outcome::recovered;
}

}  // namespace kiosk::app
