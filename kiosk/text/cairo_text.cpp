#include "text/cairo_text.h"

#include <pango/pangocairo.h>

#include "text/shaper_state.h"
#include "text/utf8.h"

namespace kiosk::text {

void CairoText::show(std::string_view text, const Style& style, base::Point top_left, base::Color color) {
  Style bucketed = style;
  bucketed.size_px = size_bucket(style.size_px);
  std::string storage;
  const Shaped shaped = shaper_.state_->shape(valid_utf8(text, storage), bucketed);
  constexpr double kMost = 255;
  cairo_set_source_rgba(surface_, color.red / kMost, color.green / kMost, color.blue / kMost, color.alpha / kMost);
  int number = 0;
  for (const Line& line : shaper_.state_->lines(shaped, bucketed)) {
    cairo_move_to(surface_, top_left.x + line.start_px, top_left.y + line.baseline_px);
    pango_cairo_show_layout_line(surface_, pango_layout_get_line_readonly(shaped.layout.get(), number++));
  }
}

}  // namespace kiosk::text
