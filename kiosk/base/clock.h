// The two clocks of the kiosk. Steady time measures gestures, motion and idleness; wall time says what is on now. Wall time may
// be moved by `--now`: it starts there and runs. Tests hand in a ManualClock.
#pragma once

#include <chrono>

namespace kiosk::base {

using SteadyTime = std::chrono::steady_clock::time_point;
using WallTime = std::chrono::system_clock::time_point;  // UTC, as std::chrono defines it
using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual SteadyTime steady() const = 0;
  virtual WallTime wall() const = 0;
};

class SystemClock final : public Clock {
 public:
  SystemClock() = default;
  // From now on wall time is `start` plus the time that has passed.
  explicit SystemClock(WallTime start) : offset_(start - std::chrono::system_clock::now()) {}
  SteadyTime steady() const override { return std::chrono::steady_clock::now(); }
  WallTime wall() const override { return std::chrono::system_clock::now() + offset_; }

 private:
  std::chrono::system_clock::duration offset_{};
};

class ManualClock final : public Clock {
 public:
  explicit ManualClock(WallTime wall) : wall_(wall) {}
  SteadyTime steady() const override { return steady_; }
  WallTime wall() const override { return wall_; }
  void advance(Milliseconds by) {
    steady_ += by;
    wall_ += by;
  }

 private:
  SteadyTime steady_{};
  WallTime wall_;
};

}  // namespace kiosk::base
