// How the plan is looked at: metres to window pixels, moved by a finger with inertia and soft edges, zoomed by two fingers, a double tap or
// buttons. Never mirrored: right on the plan is right in the building. What is looked at is kept in MapMemory between frames.
#pragma once

#include "screens/draw.h"

namespace kiosk::screens {

inline constexpr float kMostZoom = 5;
inline constexpr float kZoomStep = 1.6F;

struct Projection {
  ui::Rect view;      // window pixels
  float scale = 1;    // pixels a metre
  base::Point centre; // metres, at `middle`
  base::Point middle; // window pixels
  float squash = 1;   // of the vertical: floors above each other are seen aslant
  float shear = 0;    // metres to the side for each metre upwards

  base::Point at(model::Metres place) const;
  model::Metres metres(base::Point pixel) const;
  // The upright rectangle inside what `box` becomes.
  ui::Rect rect(const model::Bounds& box) const;
};

// One floor: takes this frame's fingers into `memory`; asks for frames until all is at rest.
Projection look_at_floor(ui::Frame& frame, ui::Rect view, const model::Bounds& all, const ui::Pan& pan, MapMemory& memory);
// One of several above each other, `index` from the lowest; they fit into `view` and do not move.
Projection look_at_stack(const ui::Frame& frame, ui::Rect view, const model::Bounds& all, std::size_t index, std::size_t count);

// From the next frame on, about `anchor` in window pixels.
void zoom_about(MapMemory& memory, base::Point anchor, float factor);

}  // namespace kiosk::screens
