// What stands beside the plan. Private to map_*_draw.cpp.
#pragma once

#include "screens/draw.h"

namespace kiosk::screens {

void draw_map_panel(ui::Frame& frame, ui::Rect area, const MapView& view, Intents& intents);

}  // namespace kiosk::screens
