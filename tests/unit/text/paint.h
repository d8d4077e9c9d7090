// Draws layouts through the atlas into an 8-bit picture, as the kiosk's GPU does: one copied rectangle a glyph. No GL, no display.
#pragma once

#include <cairo.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "text/glyph_atlas.h"
#include "text/layout.h"

namespace kiosk::text {

inline const std::filesystem::path kFontFolder = "/usr/share/fonts/truetype/noto";

// A shaper over Debian's Noto fonts, or a sentence that says what to install.
inline std::unique_ptr<Shaper> make_shaper() {
  auto shaper = Shaper::create({kFontFolder});
  if (!shaper) throw std::runtime_error(shaper.error().message + ". " + shaper.error().remedy);
  return std::move(*shaper);
}

// Dark text is large: 255 is full coverage, 0 is paper.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;

  Picture(int width_px, int height_px)
      : width(width_px), height(height_px), pixels(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px)) {}

  std::uint8_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]; }

  // Overlapping glyphs (a haraka on its letter) add up.
  void add(int x, int y, std::uint8_t coverage) {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    std::uint8_t& pixel = pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    pixel = static_cast<std::uint8_t>(std::min(255, pixel + coverage));
  }

  void paint(GlyphAtlas& atlas, const Layout& layout, int left, int top) {
    for (const PlacedGlyph& placed : layout.glyphs) {
      const AtlasGlyph glyph = atlas.find(placed.key);
      const int side = atlas.side_px();
      for (int row = 0; row < glyph.height; ++row) {
        for (int column = 0; column < glyph.width; ++column) {
          const auto from = static_cast<std::size_t>(glyph.y + row) * static_cast<std::size_t>(side) + static_cast<std::size_t>(glyph.x + column);
          add(left + static_cast<int>(placed.x) + glyph.offset_x + column, top + static_cast<int>(placed.y) + glyph.offset_y + row, atlas.page()[from]);
        }
      }
    }
  }

  // Black on white.
  void write_png(const std::filesystem::path& file) const {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_surface_flush(surface);
    unsigned char* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < height; ++y) {
      auto* row = reinterpret_cast<std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
      for (int x = 0; x < width; ++x) row[x] = 0x010101U * (255U - at(x, y));
    }
    cairo_surface_mark_dirty(surface);
    const cairo_status_t status = cairo_surface_write_to_png(surface, file.c_str());
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error("cannot write " + file.string());
  }
};

}  // namespace kiosk::text
