#include "text/glyph_atlas.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "text/atlas_page.h"
#include "text/shaper_state.h"

namespace kiosk::text {
namespace {

struct KeyHash {
  std::size_t operator()(const GlyphKey& key) const {
    return std::hash<std::uint64_t>()((static_cast<std::uint64_t>(key.glyph) << 24U) ^ (static_cast<std::uint64_t>(key.font) << 2U) ^ key.quarter);
  }
};

struct Cell {
  AtlasGlyph glyph;
  std::uint64_t used = 0;
};

using Cells = std::unordered_map<GlyphKey, Cell, KeyHash>;

struct Raster {
  Coverage coverage;
  int offset_x = 0;
  int offset_y = 0;
};

// The outline is filled, not shown as a glyph: before version 1.17 Cairo shows glyphs on whole pixels only.
Raster rasterise(PangoFont* font, const GlyphKey& key) {
  constexpr double kTolerance = 0.05;  // pixels between a curve and its chords
  cairo_scaled_font_t* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  cairo_glyph_t glyph{key.glyph, key.quarter / 4.0, 0};
  cairo_text_extents_t extents;
  cairo_scaled_font_glyph_extents(scaled, &glyph, 1, &extents);
  Raster raster;
  if (extents.width <= 0 || extents.height <= 0) return raster;
  const double left = key.quarter / 4.0 + extents.x_bearing;
  raster.offset_x = static_cast<int>(std::floor(left));
  raster.offset_y = static_cast<int>(std::floor(extents.y_bearing));
  Coverage& coverage = raster.coverage;
  coverage.width = static_cast<int>(std::ceil(left + extents.width)) - raster.offset_x;
  coverage.height = static_cast<int>(std::ceil(extents.y_bearing + extents.height)) - raster.offset_y;
  coverage.stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, coverage.width);
  coverage.rows.assign(static_cast<std::size_t>(coverage.stride) * static_cast<std::size_t>(coverage.height), 0);
  cairo_surface_t* surface =
      cairo_image_surface_create_for_data(coverage.rows.data(), CAIRO_FORMAT_A8, coverage.width, coverage.height, coverage.stride);
  cairo_t* cairo = cairo_create(surface);
  cairo_set_tolerance(cairo, kTolerance);
  cairo_set_scaled_font(cairo, scaled);
  glyph.x -= raster.offset_x;
  glyph.y = -raster.offset_y;
  cairo_glyph_path(cairo, &glyph, 1);
  cairo_fill(cairo);
  cairo_destroy(cairo);
  cairo_surface_flush(surface);
  cairo_surface_destroy(surface);
  return raster;
}

AtlasGlyph at(PagePlace place, const Raster& raster) {
  return {static_cast<std::uint16_t>(place.x),
          static_cast<std::uint16_t>(place.y),
          static_cast<std::uint16_t>(raster.coverage.width),
          static_cast<std::uint16_t>(raster.coverage.height),
          static_cast<std::int16_t>(raster.offset_x),
          static_cast<std::int16_t>(raster.offset_y)};
}

}  // namespace

struct GlyphAtlas::State {
  Shaper& shaper;
  int limit = 0;
  AtlasPage page;
  Cells cells;
  std::uint64_t frame = 1;
  std::uint64_t packed_in = 0;  // the frame of the last eviction
  std::uint32_t generation = 0;
  std::uint64_t rasterised = 0;
  std::uint64_t evictions = 0;
  std::uint64_t refused = 0;

  State(Shaper& owner, int first_side_px, int limit_side_px) : shaper(owner), limit(limit_side_px), page(first_side_px) {}

  std::optional<PagePlace> make_room(int width, int height) {
    std::optional<PagePlace> place = page.place(width, height);
    while (!place && page.side_px() < limit) {
      page.grow();
      ++generation;
      place = page.place(width, height);
    }
    // One frame that needs more than a whole page would otherwise pack it anew for every glyph.
    if (!place && packed_in != frame) {
      evict();
      place = page.place(width, height);
    }
    return place;
  }

  // A fresh page with what this frame used and, up to half of the page, what earlier frames used last; the tallest first, this frame
  // before all others. Nothing changes if this frame's glyphs alone would not fit, packed anew.
  void evict() {
    packed_in = frame;
    std::vector<std::pair<GlyphKey, Cell>> kept(cells.begin(), cells.end());
    std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.second.used > b.second.used; });
    const std::size_t half = static_cast<std::size_t>(page.side_px()) * static_cast<std::size_t>(page.side_px()) / 2;
    std::size_t area = 0;
    const auto dropped = std::find_if(kept.begin(), kept.end(), [&](const auto& entry) {
      area += std::size_t{entry.second.glyph.width} * entry.second.glyph.height;
      return entry.second.used != frame && area > half;
    });
    kept.erase(dropped, kept.end());
    const auto now_then_tall = [this](const auto& a, const auto& b) {
      const bool a_now = a.second.used == frame;
      const bool b_now = b.second.used == frame;
      return a_now != b_now ? a_now : a.second.glyph.height > b.second.glyph.height;
    };
    std::sort(kept.begin(), kept.end(), now_then_tall);
    AtlasPage fresh(page.side_px());
    Cells moved;
    for (auto& [key, cell] : kept) {
      if (move_to(fresh, cell.glyph)) {
        moved.emplace(key, cell);
      } else if (cell.used == frame) {
        return;
      }
    }
    evictions += cells.size() - moved.size();
    ++generation;
    cells = std::move(moved);
    page = std::move(fresh);
  }

  bool move_to(AtlasPage& fresh, AtlasGlyph& glyph) {
    if (glyph.width == 0) return true;
    const std::optional<PagePlace> place = fresh.place(glyph.width, glyph.height);
    if (!place) return false;
    fresh.write(*place, page.read({glyph.x, glyph.y}, glyph.width, glyph.height));
    glyph.x = static_cast<std::uint16_t>(place->x);
    glyph.y = static_cast<std::uint16_t>(place->y);
    return true;
  }
};

GlyphAtlas::GlyphAtlas(Shaper& shaper, int first_side_px, int limit_side_px)
    : state_(new State(shaper, first_side_px, limit_side_px)) {}

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
  AtlasGlyph glyph;
  if (raster.coverage.width > 0) {
    const std::optional<PagePlace> place = s.make_room(raster.coverage.width, raster.coverage.height);
    if (!place) {
      ++s.refused;
      return glyph;
    }
    s.page.write(*place, raster.coverage);
    glyph = at(*place, raster);
  }
  s.cells[key] = {glyph, s.frame};
  return glyph;
}

int GlyphAtlas::side_px() const { return state_->page.side_px(); }
const std::vector<std::uint8_t>& GlyphAtlas::page() const { return state_->page.pixels(); }
std::uint32_t GlyphAtlas::generation() const { return state_->generation; }
base::Rect GlyphAtlas::take_dirty() { return state_->page.take_dirty(); }
base::Point GlyphAtlas::white_pixel() const { return {AtlasPage::kWhiteSide / 2.0F, AtlasPage::kWhiteSide / 2.0F}; }

GlyphAtlas::Statistics GlyphAtlas::statistics() const {
  Statistics statistics{state_->cells.size(), 0, state_->rasterised, state_->evictions, state_->refused};
  for (const auto& [key, cell] : state_->cells) statistics.used_px += std::size_t{cell.glyph.width} * cell.glyph.height;
  return statistics;
}

}  // namespace kiosk::text
