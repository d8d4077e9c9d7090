// The look's tokens. Every colour on screen comes from here, so that contrast can be computed instead of hoped for.
#pragma once

#include <array>
#include <cstddef>

#include "base/color.h"

namespace kiosk::ui {

using base::Color;

inline constexpr std::size_t kFamilyCount = 6;  // metal, leather, wood, textile, clay, glass and design

struct Theme {
  bool high_contrast = false;
  Color ground;
  Color surface;
  Color outline;       // of surfaces; alpha 0 when they have none
  Color ink;
  Color ink_soft;
  Color accent;        // primary action, selection, focus
  Color on_accent;     // text on accent
  Color saffron;       // highlights, "now"
  Color on_saffron;
  Color good;
  Color warn;
  Color bad;
  Color hairline;      // dividers, decoration only
  std::array<Color, kFamilyCount> family;       // strong
  std::array<Color, kFamilyCount> family_soft;  // a tint of it for grounds, ink is readable on it
  Color on_family;     // text on a family's strong colour
};

const Theme& light_theme();
const Theme& high_contrast_theme();

// WCAG 2.2 relative luminance contrast, 1 … 21, of two opaque colours.
double contrast(Color a, Color b);
// `share` of b over a, 0 … 1.
Color mix(Color a, Color b, double share);

}  // namespace kiosk::ui
