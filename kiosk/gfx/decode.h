// Decoding in this process: PNG and JPEG by stb_image, SVG by librsvg, EXIF orientation applied, scaled to its size on screen.
// For the decode worker, for tests, and for drawings that we computed ourselves; whatever comes from outside goes through PictureLoader, so
// that a hostile file costs a placeholder.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/color.h"
#include "base/result.h"
#include "gfx/image.h"

namespace kiosk::gfx {

// Limits before any pixel is decoded: a file ≤ 40 MB and ≤ 100 megapixels (photos of phones and panoramas are shrunk, not refused; what does
// not fit into the worker's memory is refused by the same sentence), a result ≤ 8,192 px a side and ≤ 40 megapixels.
inline constexpr std::size_t kMaxFileBytes = 40U * 1000U * 1000U;
inline constexpr long kMaxFilePixels = 100L * 1000L * 1000L;
inline constexpr int kMaxSidePx = 8192;
inline constexpr long kMaxPixels = 40L * 1000L * 1000L;

enum class Fit : std::uint8_t {
  cover,    // fills the box, centre crop
  contain,  // whole picture inside the box, the rest transparent
};

struct DecodeRequest {
  int width_px = 0;  // of the result, exactly
  int height_px = 0;
  Fit fit = Fit::cover;
  int corner_radius_px = 0;        // corners cut round and blended into `corner` so that it can be drawn opaque
  base::Color corner{0, 0, 0, 0};  // otherwise than with alpha 0 the whole picture is laid over it; with 0 it stays transparent
};

base::Result<Image> decode(std::span<const std::uint8_t> file, const DecodeRequest& request);

}  // namespace kiosk::gfx
