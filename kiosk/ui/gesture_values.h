// What gestures are made of: the events of pointer and fingers, and what on screen they may mean. Plain values.
#pragma once

#include <cstdint>

#include "base/clock.h"
#include "base/geometry.h"

namespace kiosk::ui {

using base::Point;
using base::Rect;
using base::SteadyTime;

enum class PointerPhase : std::uint8_t { down, move, up, cancel };

struct PointerEvent {
  PointerPhase phase = PointerPhase::move;
  Point position;  // window pixels
  SteadyTime time;
};

// One of several fingers on a touchscreen; `finger` tells them apart while they are down.
struct FingerEvent {
  std::uint32_t finger = 0;
  PointerPhase phase = PointerPhase::move;
  Point position;  // window pixels
  SteadyTime time;
};

// What two fingers did to a panning area since the update before.
struct Pinch {
  float factor = 1;  // of the distance between them
  Point centre;      // window pixels
  Point moved;       // how far the centre moved
  bool held = false;  // both are down
};

using WidgetId = std::uint32_t;  // ImGui's hash of the widget's string id; 0: none

// Whose a drag is that begins on a target.
enum class TargetDrag : std::uint8_t {
  none,       // the scroll area's below
  when_held,  // the target's after a long press
  sideways,   // that, and one that begins sideways; up and down still scrolls
};

struct Target {
  WidgetId id = 0;
  Rect rect;  // visible part; targets added later lie above earlier ones
  bool enabled = true;
  // How long a press is a long one; zero: a slow finger is answered like a quick one. After a long press the finger may slide on, and
  // lifting it taps what lies under it, as long as the pressed target is still there.
  base::Milliseconds hold{0};
  TargetDrag drags = TargetDrag::none;
  bool types = false;  // a key of a keyboard: each is struck for itself, also where another letter stood a moment ago
};

struct ScrollArea {
  WidgetId id = 0;
  Rect rect;            // visible part
  float limit_px = 0;   // largest offset
  bool pans = false;    // a drag moves it in both directions and is told by `panned` instead of scrolling
};

// For a target that means something else when it is held.
inline constexpr base::Milliseconds kLongPress{500};

struct GestureRules {
  float slop_px = 12;  // a finger that moves further is dragging
};

}  // namespace kiosk::ui
