// The few widgets all screens are made of. Each paints itself, adds its node to the tree and says whether it was tapped. No state:
// what is selected comes in, what was tapped goes out.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace kiosk::ui {

enum class ButtonKind : std::uint8_t {
  primary,  // the one thing to do here: accent
  surface,  // a white card-like button
  plain,    // no ground: navigation
};

struct ButtonLook {
  ButtonKind kind = ButtonKind::surface;
  std::string_view icon;
  bool icon_mirrors = false;
  bool selected = false;
  bool stacked = false;  // icon above the label
  bool small = false;    // caption text
  Role role = Role::button;
  float text_px = 0;     // em size of the label; 0: body, or caption when small or stacked
  bool icon_only = false;  // the label names it in the tree and is not drawn
};

TextStyle title_style(const Frame& frame);
TextStyle heading_style(const Frame& frame);
TextStyle body_style(const Frame& frame);
TextStyle caption_style(const Frame& frame);

// True when tapped. The label ends in … when the place is too narrow.
bool button(Frame& frame, std::string_view id, Rect rect, const Phrase& label, const ButtonLook& look);
// The size at which the label is whole, at least a touch target.
Size button_size(Frame& frame, const Phrase& label, const ButtonLook& look);

// A white card with its soft shadow, or its outline in high contrast.
void surface(Frame& frame, Rect rect, bool with_shadow = true);
// A coloured pill with a word in it, not touchable. Returns its width.
float pill(Frame& frame, std::string_view id, Point top_start, const Phrase& label, Color ground, Color ink, float width_limit);
Size pill_size(Frame& frame, const Phrase& label, float width_limit);
// A picture with round corners on `behind`, and until it is there its ground. Photos and scenes fill the rectangle; an emblem is shown
// whole on its ground.
struct PictureLook {
  std::string_view source;
  Color ground;
  Color behind;   // colour around the round corners
  float radius = 0;
};
void rounded_picture(Frame& frame, Rect rect, const PictureLook& look);
// The zellige band along a rectangle.
void zellige_band(Frame& frame, Rect rect);

// Places boxes of different widths one after the other from the start, beginning a new row when one is full.
class Wrap {
 public:
  Wrap(Rect area, float gap) : area_(area), gap_(gap), x_(area.x), y_(area.y) {}
  Rect place(Size size);
  // From the top of the area to the bottom of the last row.
  float height() const { return row_height_ == 0 ? 0 : y_ + row_height_ - area_.y; }

 private:
  Rect area_;
  float gap_;
  float x_;
  float y_;
  float row_height_ = 0;
};

// Equal columns of a grid.
struct Grid {
  Rect area;
  int columns = 1;
  float gap = 0;
  float row_height = 0;
  float column_width() const { return (area.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns); }
  Rect cell(std::size_t index) const;
  float height(std::size_t count) const;
};

// Cards in columns, each row as high as its highest card. `height_of(index, width)` measures, `draw(index, rect)` draws; cards out of
// view should only add their targets. Returns the height of all rows.
template <class HeightOf, class Draw>
float draw_rows(Rect area, int columns, float gap, std::size_t count, HeightOf height_of, Draw draw) {
  const Grid grid{area, columns, gap, 0};
  float y = area.y;
  for (std::size_t first = 0; first < count; first += static_cast<std::size_t>(columns)) {
    const std::size_t end = std::min(count, first + static_cast<std::size_t>(columns));
    float height = 0;
    for (std::size_t i = first; i < end; ++i) height = std::max(height, height_of(i, grid.column_width()));
    for (std::size_t i = first; i < end; ++i) {
      Rect cell = grid.cell(i - first);
      cell.y = y;
      cell.height = height;
      draw(i, cell);
    }
    y += height + gap;
  }
  return count == 0 ? 0 : y - gap - area.y;
}

}  // namespace kiosk::ui
