// Scaling of decoded photos in one pass over the rows: a separable Catmull-Rom filter whose footprint grows with the reduction,
// so that a 40-megapixel photo becomes a thumbnail without moiré. Pure arithmetic; used inside gfx only.
#pragma once

#include <cstdint>
#include <vector>

namespace kiosk::gfx {

// Pixels as a decoder left them: 3 channels RGB or 4 channels RGBA (straight alpha), rows without gaps.
struct PixelView {
  const std::uint8_t* pixels = nullptr;
  int width_px = 0;
  int height_px = 0;
  int channels = 4;
};

// The part of the source that fills the result, in source pixels, fractions allowed.
struct SourceBox {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

// `width_px` × `height_px` × 4 bytes, RGBA, straight alpha.
std::vector<std::uint8_t> resample(const PixelView& source, const SourceBox& box, int width_px, int height_px);

}  // namespace kiosk::gfx
