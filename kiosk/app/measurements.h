// What the frames cost, for tests/bench: counted always (a few additions a frame), printed only when asked.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "app/picture_shelf.h"
#include "app/stage.h"

namespace kiosk::app {

class Measurements {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Part : std::uint8_t { view, build, draw, swap };
  static constexpr std::size_t kParts = 4;

  // Adds the time from construction to destruction to one part.
  class Timer {
   public:
    Timer(Measurements& to, Part part) : to_(to), part_(part), since_(Clock::now()) {}
    ~Timer() { to_.spent_[static_cast<std::size_t>(part_)] += Clock::now() - since_; }
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

   private:
    Measurements& to_;
    Part part_;
    Clock::time_point since_;
  };

  void count_frame(std::uint64_t allocations_in_build) {
    ++frames_;
    last_allocations_ = allocations_in_build;
  }
  std::uint64_t frames() const { return frames_; }
  // {"frames": …, "microseconds_per_frame": {"view": …, …}, "allocations_last_frame": …, "text": {…}, "atlas": {…}, "pictures_bytes": …}
  std::string json(Stage& stage, const PictureShelf& shelf) const;

 private:
  std::uint64_t frames_ = 0;
  std::uint64_t last_allocations_ = 0;
  std::array<Clock::duration, kParts> spent_{};
};

// Allocations by operator new of this thread since it started; 0 in sanitizer builds, which bring their own operator new.
std::uint64_t thread_allocations();

}  // namespace kiosk::app
