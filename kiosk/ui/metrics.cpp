#include "ui/metrics.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

Metrics make_metrics(base::Size window_px, double diagonal_inches, float text_scale) {
  constexpr float kMillimetresPerInch = 25.4F;
  constexpr float kShortSideOfDesign = 1080;
  constexpr float kBodyLineHeightMillimetres = 9;
  constexpr float kLatinLineHeight = 1.4F;

  Metrics m;
  m.window = window_px;
  m.portrait = window_px.height > window_px.width;
  m.scale = std::min(window_px.width, window_px.height) / kShortSideOfDesign;
  m.text_scale = text_scale;
  m.mm = std::hypot(window_px.width, window_px.height) / static_cast<float>(diagonal_inches) / kMillimetresPerInch;
  m.touch = std::ceil(std::max(15 * m.mm, 72 * m.scale));
  m.gap = std::ceil(std::max(3 * m.mm, 16 * m.scale));
  m.margin = std::round(64 * m.scale);
  m.gutter = std::round(32 * m.scale);
  m.radius = std::round(24 * m.scale);
  m.outline = std::max(1.0F, std::round(3 * m.scale));
  // A small panel with many pixels still shows body text of 9 mm a line.
  const float least = kBodyLineHeightMillimetres * m.mm / kLatinLineHeight / (30 * m.scale);
  const float type = m.scale * std::max(1.0F, least) * text_scale;
  m.display = std::round(84 * type);
  m.title = std::round(56 * type);
  m.heading = std::round(40 * type);
  m.body = std::round(30 * type);
  m.caption = std::round(24 * type);
  return m;
}

}  // namespace kiosk::ui
