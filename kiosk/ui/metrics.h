// Sizes of look.md in pixels of this window: everything scales with the short side, touch targets also with real millimetres.
#pragma once

#include "base/geometry.h"

namespace kiosk::ui {

struct Metrics {
  base::Size window;
  bool portrait = false;
  float scale = 1;       // short side ÷ 1080
  float text_scale = 1;  // 1, 1.25 or 1.5
  float mm = 2;          // pixels in a millimetre, from the configured diagonal
  float touch = 72;      // least side of a touch target
  float gap = 16;        // least distance between two targets: at least 3 mm
  float margin = 64;
  float gutter = 32;
  float radius = 24;
  float outline = 3;     // width of outlines
  // Em sizes of the type scale, text_scale included.
  float display = 84;
  float title = 56;
  float heading = 40;
  float body = 30;
  float caption = 24;

  float px(float at_1080) const { return at_1080 * scale; }
};

// `diagonal_inches` is the screen's; a window is taken to fill it.
Metrics make_metrics(base::Size window_px, double diagonal_inches, float text_scale);

}  // namespace kiosk::ui
