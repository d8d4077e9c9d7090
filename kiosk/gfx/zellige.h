// The zellige band: an eight-fold star-and-cross grid constructed by straightedge and compass rules, drawn with Cairo at start.
#pragma once

#include <vector>

#include "base/color.h"
#include "gfx/image.h"

namespace kiosk::gfx {

struct ZelligeStyle {
  base::Color grout;               // between the tiles
  std::vector<base::Color> stars;  // cycled over the stars
  std::vector<base::Color>
      crosses;  // quiet grounds: the first for the squares round a star, the second for the arms between stars
};

// Opaque. `tile_px`, rounded to whole pixels so that every repeat is the same, is the side of one repeat; a star stands in the
// middle of the picture and the repeats are cut at its edges in equal parts.
Image draw_zellige_band(int width_px, int height_px, float tile_px, const ZelligeStyle& style);

}  // namespace kiosk::gfx
