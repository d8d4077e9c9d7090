// The plan of one floor as geometry: metres to pixels, never mirrored, moved by a drag.
#pragma once

#include "screens/draw.h"

namespace kiosk::screens {

// Draws the plan into `view_rect` (frame pixels) and takes this frame's drag into `memory`; a touched room becomes an Open intent.
void draw_map_plan(ui::Frame& frame, ui::Rect view_rect, const MapView& view, MapMemory& memory, Intents& intents);

}  // namespace kiosk::screens
