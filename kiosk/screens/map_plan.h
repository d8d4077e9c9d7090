// The plan as it is drawn: floors as geometry, the way on them, names and marks that never lie over each other. Private to map_*_draw.cpp.
#pragma once

#include <vector>

#include "screens/map_camera.h"

namespace kiosk::screens {

// Draws the plan into `view_rect` (frame pixels) and takes this frame's fingers into `memory`; what is touched becomes an intent.
void draw_map_plan(ui::Frame& frame, ui::Rect view_rect, const MapView& view, MapMemory& memory, Intents& intents);

// Walls, rooms, doors, and what tells a courtyard from a staircase.
void draw_floor_shapes(ui::Frame& frame, const Projection& projection, const FloorPlan& plan, std::string_view pressed_room);
// The way, drawn up to `share` of its length.
void draw_way(ui::Frame& frame, const Projection& projection, const FloorPlan& plan, float share);

// What is taken on the plan already, in window pixels: nothing else may lie there.
class Taken {
 public:
  bool free(const ui::Rect& rect) const;
  void take(const ui::Rect& rect) { rects_.push_back(rect); }
  const std::vector<ui::Rect>& rects() const { return rects_; }

 private:
  std::vector<ui::Rect> rects_;
};

// You are here, the stops, where the way changes floors: placed first, painted last. Window pixels.
struct Marks {
  ui::Rect here;                  // the words; empty where they are out of view
  std::vector<ui::Rect> changes;  // the buttons of FloorPlan::changes; empty where out of view
};
Marks place_marks(ui::Frame& frame, const Projection& projection, const FloorPlan& plan, const MapView& view, Taken& taken);
void draw_marks(ui::Frame& frame, const Projection& projection, const FloorPlan& plan, const MapView& view, const Marks& marks, Intents& intents);
// Points of interest: a disc with an icon, as large as a finger needs where it may be touched; before the names of rooms.
void draw_spots(ui::Frame& frame, const Projection& projection, const FloorPlan& plan, Taken& taken, Intents& intents);
// The names of rooms, the most wanted first; what finds no room is left out. `names_all`: else only those of the way and of what was chosen.
void draw_names(ui::Frame& frame, const Projection& projection, const FloorPlan& plan, bool names_all, Taken& taken);
// Where a point of interest is touched.
ui::Rect spot_rect(const ui::Frame& frame, const Projection& projection, const MapSpot& spot);

}  // namespace kiosk::screens
