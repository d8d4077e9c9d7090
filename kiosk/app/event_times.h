// When the pointer's events happened. GLFW says what happened when it comes to it, and while a frame is made it does not: what a slow machine
// finds in the queue would all seem to have happened at once, and a hold, a double tap and a fling be measured by how long frames take.
// X has stamped each event, so the stamps are read before GLFW takes the events off. The drawing thread's alone. Where there is no stamp, or
// one of a clock that is not ours (an X server elsewhere), an event happened when it is told of.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/gesture_values.h"

struct GLFWwindow;

namespace kiosk::app {

class EventTimes {
 public:
  // Reads the stamps of what waits for the window; right before GLFW takes it.
  void look(GLFWwindow* window);
  // What `look` calls for each event in its turn, and tests. The server's time is in milliseconds that begin anew after 49 days.
  void note(ui::PointerPhase phase, base::Point position, std::uint32_t server_ms) { stamps_.push_back({phase, position, server_ms}); }
  // When the event happened that GLFW tells of at `now`. Moves that are not told of are passed over.
  base::SteadyTime take(ui::PointerPhase phase, base::Point position, base::SteadyTime now);

 private:
  struct Stamp {
    ui::PointerPhase phase = ui::PointerPhase::move;
    base::Point position;
    std::uint32_t server_ms = 0;
  };
  std::vector<Stamp> stamps_;  // in their order
  base::SteadyTime last_{};
};

}  // namespace kiosk::app
