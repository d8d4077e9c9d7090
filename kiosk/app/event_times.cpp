#include "app/event_times.h"

#include <X11/Xlib.h>

#include <algorithm>
#include <chrono>

// As glfw3native.h declares them, which asks for the headers of Xrandr as well.
extern "C" {
Display* glfwGetX11Display(void);
Window glfwGetX11Window(GLFWwindow* window);
}

namespace kiosk::app {
namespace {

// A stamp that is older than any frame takes is of another clock.
constexpr std::uint32_t kOldestMs = 3000;

// X servers stamp by the machine's monotonic clock, which ours is too.
std::uint32_t server_ms(base::SteadyTime time) {
  return static_cast<std::uint32_t>(std::chrono::duration_cast<base::Milliseconds>(time.time_since_epoch()).count());
}

struct Looking {
  EventTimes& times;
  Window window;
};

void note_button(EventTimes& times, const XButtonEvent& button, ui::PointerPhase phase) {
  if (button.button != Button1) return;
  times.note(phase, {static_cast<float>(button.x), static_cast<float>(button.y)}, static_cast<std::uint32_t>(button.time));
}

// XCheckIfEvent shows it every event that waits; as it wants none, all of them stay.
Bool see(Display*, XEvent* event, XPointer looking) {
  const auto& [times, window] = *reinterpret_cast<Looking*>(looking);
  if (event->xany.window != window) return False;
  if (event->type == ButtonPress) note_button(times, event->xbutton, ui::PointerPhase::down);
  if (event->type == ButtonRelease) note_button(times, event->xbutton, ui::PointerPhase::up);
  if (event->type == MotionNotify) {
    const XMotionEvent& motion = event->xmotion;
    times.note(ui::PointerPhase::move, {static_cast<float>(motion.x), static_cast<float>(motion.y)}, static_cast<std::uint32_t>(motion.time));
  }
  return False;
}

}  // namespace

void EventTimes::look(GLFWwindow* window) {
  stamps_.clear();
  Display* const display = glfwGetX11Display();
  if (display == nullptr) return;
  Looking looking{*this, glfwGetX11Window(window)};
  XEvent none;
  XCheckIfEvent(display, &none, see, reinterpret_cast<XPointer>(&looking));
}

base::SteadyTime EventTimes::take(ui::PointerPhase phase, base::Point position, base::SteadyTime now) {
  const auto same = [&](const Stamp& one) { return one.phase == phase && (phase != ui::PointerPhase::move || one.position == position); };
  const auto found = std::find_if(stamps_.begin(), stamps_.end(), same);
  base::SteadyTime time = now;
  if (found != stamps_.end()) {
    const std::uint32_t age_ms = server_ms(now) - found->server_ms;
    if (age_ms <= kOldestMs) time -= base::Milliseconds(age_ms);
    stamps_.erase(stamps_.begin(), found + 1);
  }
  // Times never run backwards, whether or not each had a stamp.
  last_ = std::clamp(time, std::min(last_, now), now);
  return last_;
}

}  // namespace kiosk::app
