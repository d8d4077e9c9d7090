// The zellige band: an eight-fold star-and-cross grid constructed by straightedge and compass rules, drawn with Cairo at start.
#pragma once

#include <vector>

#include "base/color.h"
#include "gfx/image.h"

namespace kiosk::gfx {

struct ZelligeStyle {
  base::Color grout;                // between the tiles
  std::vector<base::Color> stars;   // cycled over the stars
  std::vector<base::Color> crosses;  // cycled over the crosses and kites between them
};

// Whole repeats only, centred: `tile_px` is the side of one repeat; the band is cut at the picture's edges in equal parts.
Image draw_zellige_band(int width_px, int height_px, float tile_px, const ZelligeStyle& style);

}  // namespace kiosk::gfx
