// Text onto a Cairo surface, laid out as the Shaper lays out everything: same fonts, direction from the language, our own line height. On a
// PDF surface it stays text, with its letters in reading order for those who search or copy it (ToUnicode, ActualText). Not for the screen,
// which draws from the GlyphAtlas. One thread, the shaper's. Never fails: what Cairo thinks of its surface is the caller's to ask.
#pragma once

#include <cairo.h>

#include <string_view>

#include "base/color.h"
#include "base/geometry.h"
#include "text/layout.h"

namespace kiosk::text {

class CairoText {
 public:
  // Both must outlive this.
  CairoText(Shaper& shaper, cairo_t* surface) : shaper_(shaper), surface_(surface) {}

  // `top_left` of the box that `Shaper::layout` measures with the same text and style, in the surface's user space: a pixel of `style` is a
  // unit there.
  void show(std::string_view text, const Style& style, base::Point top_left, base::Color color);

 private:
  Shaper& shaper_;
  cairo_t* surface_;
};

}  // namespace kiosk::text
