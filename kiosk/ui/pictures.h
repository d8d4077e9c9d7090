// Where widgets get their pictures: asked every frame by name and exact size, answered with a texture or, while it is being made,
// with nothing, so that the widget draws its placeholder. Implemented by `app` over the decode worker.
#pragma once

#include <string_view>

#include "base/color.h"
#include "gfx/decode.h"

namespace kiosk::ui {

struct PictureWish {
  // A path, "icon/NAME" (a mask to be tinted), "material/TONE", "emblem/ID", "builtin/zellige" or "builtin/shadow".
  std::string_view source;
  int width_px = 0;
  int height_px = 0;
  gfx::Fit fit = gfx::Fit::cover;
  int corner_radius_px = 0;
  base::Color corner{0, 0, 0, 0};  // what the corners are blended into; alpha 0: they stay transparent
};

class Pictures {
 public:
  virtual ~Pictures() = default;
  // An OpenGL texture name, 0 while loading or when the picture cannot be had.
  virtual unsigned find(const PictureWish& wish) = 0;
};

}  // namespace kiosk::ui
