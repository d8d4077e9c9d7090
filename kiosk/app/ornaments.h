// The pictures that are computed instead of read: the zellige in the look's colours and the one soft shadow.
#pragma once

#include "gfx/image.h"

namespace kiosk::app {

// Bands are low and show one row of stars, panels are high and show several.
gfx::Image draw_zellige(int width_px, int height_px);
// A square whose outer third fades out: the nine-slice that every shadow is made of. Black with alpha.
gfx::Image draw_shadow(int side_px);

}  // namespace kiosk::app
