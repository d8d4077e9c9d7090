#include "app/map_picture.h"

#include <utility>

#include "app/stage.h"
#include "exporters/map_sheet.h"
#include "ui/theme.h"

namespace kiosk::app {

base::Result<gfx::Image> draw_map(const model::Catalogue& catalogue) {
  if (catalogue.map.empty()) return base::fail("there is no map to show", "Write map.toml, or make it from a drawing with `kiosk map import`.");
  const auto shaper = text::Shaper::create(font_folders());
  if (!shaper) return tl::make_unexpected(shaper.error());
  const ui::Theme& theme = ui::light_theme();
  exporters::MapSheetLook look{theme.ground, theme.surface, theme.ink,     theme.ink_soft, theme.accent,
                               theme.good,   theme.bad,     theme.saffron, theme.family,   {}};
  // Stronger than on screen: a whole room is to be told by its colour at a glance, and ink stays readable on it.
  constexpr double kShare = 0.28;
  for (std::size_t i = 0; i < look.family_soft.size(); ++i) look.family_soft[i] = ui::mix(theme.surface, theme.family[i], kShare);
  exporters::Picture picture = exporters::draw_map_sheet(catalogue, **shaper, look);
  if (picture.pixels.empty()) return base::fail("the map cannot be drawn", "Check that its floors have outlines with `kiosk check`.");
  return gfx::Image{picture.width_px, picture.height_px, std::move(picture.pixels)};
}

}  // namespace kiosk::app
