#include "app/ornaments.h"

#include <algorithm>
#include <cmath>

#include "gfx/zellige.h"
#include "ui/theme.h"

namespace kiosk::app {

gfx::Image draw_zellige(int width_px, int height_px) {
  const ui::Theme& theme = ui::light_theme();
  gfx::ZelligeStyle style;
  style.grout = theme.ground;
  style.stars = {theme.accent, theme.family[5], theme.saffron, theme.family[4]};
  style.crosses = {ui::mix(theme.ground, theme.accent, 0.16), ui::mix(theme.ground, theme.family[5], 0.2)};
  const bool band = width_px > height_px * 4;
  const float tile = band ? static_cast<float>(height_px) : static_cast<float>(std::min(width_px, height_px)) / 4;
  return gfx::draw_zellige_band(width_px, height_px, tile, style);
}

gfx::Image draw_shadow(int side_px) {
  gfx::Image image{side_px, side_px, std::vector<std::uint8_t>(static_cast<std::size_t>(side_px) * static_cast<std::size_t>(side_px) * 4, 0)};
  const float third = static_cast<float>(side_px) / 3;
  for (int y = 0; y < side_px; ++y) {
    for (int x = 0; x < side_px; ++x) {
      const auto outside = [&](int at) {
        const float centre = static_cast<float>(at) + 0.5F;
        return std::max({0.0F, third - centre, centre - (static_cast<float>(side_px) - third)});
      };
      const float distance = std::min(1.0F, std::hypot(outside(x), outside(y)) / third);
      const float falloff = (1 - distance) * (1 - distance);
      image.pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(side_px) + static_cast<std::size_t>(x)) * 4 + 3] =
          static_cast<std::uint8_t>(std::lround(255 * falloff));
    }
  }
  return image;
}

}  // namespace kiosk::app
