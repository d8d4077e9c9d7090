// What a frame that fails leads to: back to attract with nothing of the visitor left, rather than a frozen screen or a visitor's words on it.
// When frames keep failing, or the visit cannot be ended, the process is to end, and its supervisor starts another. Used from the drawing thread.
#pragma once

#include <functional>

#include "app/stage.h"
#include "app/visitor.h"

namespace kiosk::app {

inline constexpr int kFailuresBeforeEnd = 4;

class FrameGuard {
 public:
  // Both must outlive it.
  FrameGuard(Visitor& visitor, Stage& stage) : visitor_(visitor), stage_(stage) {}

  enum class Outcome { passed, recovered, over };
  // Runs `step`, whatever of a frame it is. `over`, and said so in the log, when this was the fourth to fail without a frame that was
  // shown between, or when the visitor could not be forgotten.
  Outcome attempt(const std::function<void()>& step);
  // A frame came whole on the screen.
  void shown() { failures_ = 0; }

 private:
  Outcome recover(const char* bug);

  Visitor& visitor_;
  Stage& stage_;
  int failures_ = 0;
};

}  // namespace kiosk::app
