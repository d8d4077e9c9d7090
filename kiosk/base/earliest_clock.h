// The system's clock as far as it can be right: while a dead battery has it say a time that cannot be, time runs on from the last one that is
// known, so that a kiosk started again at noon stays in its day. Safe from any thread.
#pragma once

#include "base/clock.h"

namespace kiosk::base {

class EarliestClock final : public Clock {
 public:
  // What the system says before `impossible_before` is not listened to: then it is `known` and the time since.
  EarliestClock(WallTime impossible_before, WallTime known) : impossible_before_(impossible_before), known_(known) {}
  SteadyTime steady() const override { return system_.steady(); }
  WallTime wall() const override {
    const WallTime said = system_.wall();
    return said >= impossible_before_ ? said : known_ + std::chrono::duration_cast<WallTime::duration>(steady() - began_);
  }

 private:
  SystemClock system_;
  WallTime impossible_before_;
  WallTime known_;
  SteadyTime began_ = std::chrono::steady_clock::now();
};

}  // namespace kiosk::base
