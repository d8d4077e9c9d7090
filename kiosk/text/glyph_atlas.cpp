#include "text/glyph_atlas.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

#include "text/shaper_state.h"

namespace kiosk::text {
namespace {

constexpr int kGutter = 1;
constexpr int kWhiteSide = 3;
constexpr int kShelfStep = 4;  // shelf heights are rounded up, so that an evicted glyph's place fits others

struct KeyHash {
  std::size_t operator()(const GlyphKey& key) const {
    return (static_cast<std::size_t>(key.glyph) << 20U) ^ (static_cast<std::size_t>(key.font) << 3U) ^ key.quarter;
  }
};

struct Cell {
  AtlasGlyph glyph;
  std::uint64_t used = 0;
};

struct Shelf {
  int y = 0;
  int height = 0;
  int x = 0;  // first free column
};

// A glyph's coverage before it has a place.
struct Raster {
  int width = 0;
  int height = 0;
  int offset_x = 0;
  int offset_y = 0;
  int stride = 0;
  std::vector<std::uint8_t> rows;
};

Raster rasterise(PangoFont* font, const GlyphKey& key) {
  cairo_scaled_font_t* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  cairo_glyph_t glyph{key.glyph, key.quarter / 4.0, 0};
  cairo_text_extents_t extents;
  cairo_scaled_font_glyph_extents(scaled, &glyph, 1, &extents);
  Raster raster;
  if (extents.width <= 0 || extents.height <= 0) return raster;
  const double left = key.quarter / 4.0 + extents.x_bearing;
  raster.offset_x = static_cast<int>(std::floor(left)) - 1;
  raster.offset_y = static_cast<int>(std::floor(extents.y_bearing)) - 1;
  raster.width = static_cast<int>(std::ceil(left + extents.width)) + 1 - raster.offset_x;
  raster.height = static_cast<int>(std::ceil(extents.y_bearing + extents.height)) + 1 - raster.offset_y;
  raster.stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, raster.width);
  raster.rows.assign(static_cast<std::size_t>(raster.stride) * static_cast<std::size_t>(raster.height), 0);
  cairo_surface_t* surface = cairo_image_surface_create_for_data(raster.rows.data(), CAIRO_FORMAT_A8, raster.width, raster.height, raster.stride);
  cairo_t* cairo = cairo_create(surface);
  cairo_set_scaled_font(cairo, scaled);
  glyph.x -= raster.offset_x;
  glyph.y = -raster.offset_y;
  cairo_show_glyphs(cairo, &glyph, 1);
  cairo_destroy(cairo);
  cairo_surface_flush(surface);
  cairo_surface_destroy(surface);
  return raster;
}

}  // namespace

struct GlyphAtlas::State {
  Shaper& shaper;
  int side = 0;
  int limit = 0;
  std::vector<std::uint8_t> page;
  std::vector<Shelf> shelves;
  int next_shelf_y = 0;
  std::unordered_map<GlyphKey, Cell, KeyHash> cells;
  std::uint64_t frame = 1;
  std::uint32_t generation = 0;
  base::Rect dirty;
  std::uint64_t rasterised = 0;
  std::uint64_t evictions = 0;

  explicit State(Shaper& owner) : shaper(owner) {}

  void clear_page() {
    page.assign(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 0);
    shelves.clear();
    for (int y = 0; y < kWhiteSide; ++y) std::memset(&page[static_cast<std::size_t>(y * side)], 255, kWhiteSide);
    shelves.push_back({0, kWhiteSide + kGutter, kWhiteSide + kGutter});
    next_shelf_y = kWhiteSide + kGutter;
    dirty = {0, 0, static_cast<float>(side), static_cast<float>(side)};
  }

  bool place(int width, int height, int& x, int& y) {
    const int need_width = width + kGutter;
    const int need_height = (height + kGutter + kShelfStep - 1) / kShelfStep * kShelfStep;
    Shelf* best = nullptr;
    for (Shelf& shelf : shelves) {
      if (shelf.height < need_height || shelf.x + need_width > side || shelf.height > need_height * 2) continue;
      if (best == nullptr || shelf.height < best->height) best = &shelf;
    }
    if (best == nullptr) {
      if (next_shelf_y + need_height > side || need_width > side) return false;
      shelves.push_back({next_shelf_y, need_height, 0});
      next_shelf_y += need_height;
      best = &shelves.back();
    }
    x = best->x;
    y = best->y;
    best->x += need_width;
    return true;
  }

  void copy(const Raster& raster, int x, int y) {
    for (int row = 0; row < raster.height; ++row) {
      std::memcpy(&page[static_cast<std::size_t>((y + row) * side + x)], &raster.rows[static_cast<std::size_t>(row * raster.stride)],
                  static_cast<std::size_t>(raster.width));
    }
    const base::Rect area{static_cast<float>(x), static_cast<float>(y), static_cast<float>(raster.width), static_cast<float>(raster.height)};
    if (dirty.empty()) {
      dirty = area;
    } else {
      const float left = std::min(dirty.x, area.x);
      const float top = std::min(dirty.y, area.y);
      dirty = {left, top, std::max(dirty.right(), area.right()) - left, std::max(dirty.bottom(), area.bottom()) - top};
    }
  }

  AtlasGlyph add(const GlyphKey& key, const Raster& raster) {
    AtlasGlyph glyph;
    int x = 0;
    int y = 0;
    if (raster.width > 0 && place(raster.width, raster.height, x, y)) {
      copy(raster, x, y);
      glyph = {static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(y), static_cast<std::uint16_t>(raster.width),
               static_cast<std::uint16_t>(raster.height), static_cast<std::int16_t>(raster.offset_x), static_cast<std::int16_t>(raster.offset_y)};
    }
    cells[key] = {glyph, frame};
    return glyph;
  }

  // A fresh page with only what this frame used, so that nothing on screen is lost: twice the side while that is allowed.
  void rebuild() {
    ++generation;
    std::vector<GlyphKey> keep;
    for (const auto& [key, cell] : cells) {
      if (cell.used == frame) keep.push_back(key);
    }
    evictions += cells.size() - keep.size();
    if (side < limit) side *= 2;
    cells.clear();
    clear_page();
    for (const GlyphKey& key : keep) add(key, rasterise(shaper.state_->used_fonts[key.font].get(), key));
  }
};

GlyphAtlas::GlyphAtlas(Shaper& shaper, int first_side_px, int limit_side_px) : state_(new State(shaper)) {
  state_->side = first_side_px;
  state_->limit = limit_side_px;
  state_->clear_page();
}

GlyphAtlas::~GlyphAtlas() = default;

void GlyphAtlas::begin_frame() { ++state_->frame; }

AtlasGlyph GlyphAtlas::find(const GlyphKey& key) {
  State& s = *state_;
  const auto found = s.cells.find(key);
  if (found != s.cells.end()) {
    found->second.used = s.frame;
    return found->second.glyph;
  }
  ++s.rasterised;
  const Raster raster = rasterise(s.shaper.state_->used_fonts[key.font].get(), key);
  AtlasGlyph glyph = s.add(key, raster);
  if (glyph.width == 0 && raster.width > 0) {
    s.rebuild();
    glyph = s.add(key, raster);
  }
  return glyph;
}

int GlyphAtlas::side_px() const { return state_->side; }
const std::vector<std::uint8_t>& GlyphAtlas::page() const { return state_->page; }
std::uint32_t GlyphAtlas::generation() const { return state_->generation; }
base::Rect GlyphAtlas::take_dirty() { return std::exchange(state_->dirty, {}); }
base::Point GlyphAtlas::white_pixel() const { return {kWhiteSide / 2.0F, kWhiteSide / 2.0F}; }

GlyphAtlas::Statistics GlyphAtlas::statistics() const {
  Statistics statistics{state_->cells.size(), 0, state_->rasterised, state_->evictions};
  for (const auto& [key, cell] : state_->cells) statistics.used_px += std::size_t{cell.glyph.width} * cell.glyph.height;
  return statistics;
}

}  // namespace kiosk::text
