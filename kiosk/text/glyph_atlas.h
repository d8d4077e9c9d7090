// Every glyph rasterised once by Cairo into an 8-bit coverage page. Knows no GPU: the owner uploads `dirty` rectangles. When the
// page is full it grows up to its limit, then evicts what no frame used for longest, never what this frame used; both bump `generation`:
// quads made before are stale, build the frame again. It never gives a rectangle that holds another glyph: when a single frame needs
// more than the largest page, what is left over is blank. One thread, the shaper's.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "text/layout.h"

namespace kiosk::text {

struct AtlasGlyph {
  // Pixel rectangle in the page; width 0 for a blank.
  std::uint16_t x = 0;
  std::uint16_t y = 0;
  std::uint16_t width = 0;
  std::uint16_t height = 0;
  // From the pen position to the top left of the rectangle.
  std::int16_t offset_x = 0;
  std::int16_t offset_y = 0;
};

class GlyphAtlas {
 public:
  // `shaper` must outlive the atlas. Sides in pixels, powers of two.
  GlyphAtlas(Shaper& shaper, int first_side_px, int limit_side_px);
  ~GlyphAtlas();

  // Rasterises on first use. Call begin_frame before the first find of a frame.
  AtlasGlyph find(const GlyphKey& key);
  void begin_frame();

  int side_px() const;                          // of the square page
  const std::vector<std::uint8_t>& page() const;  // side × side coverage, row by row
  std::uint32_t generation() const;             // changes when rectangles given before are no longer valid (grown or evicted)
  // The bounding rectangle of what changed since the last call, empty when nothing did.
  base::Rect take_dirty();
  // A small rectangle (x, y of its centre in pixels) of full coverage, for untextured shapes drawn with this page.
  base::Point white_pixel() const;

  struct Statistics {
    std::size_t glyphs = 0;
    std::size_t used_px = 0;
    std::uint64_t rasterised = 0;
    std::uint64_t evictions = 0;
    std::uint64_t refused = 0;  // blank because one frame needed more than the largest page
  };
  Statistics statistics() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kiosk::text
