#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {
namespace {

struct ButtonMeasures {
  float padding = 0;
  float icon = 0;
  float space = 0;  // between icon and label
  TextStyle text;
};

ButtonMeasures measures(const Frame& frame, const ButtonLook& look) {
  ButtonMeasures m;
  m.text = look.small || look.stacked ? caption_style(frame) : body_style(frame);
  m.text.weight = text::Weight::bold;
  if (look.text_px > 0) m.text.size_px = look.text_px;
  m.padding = frame.metrics().px(look.kind == ButtonKind::plain || look.stacked ? 16 : 28);
  m.icon = look.icon.empty() ? 0 : std::round(m.text.size_px * 1.35F);
  m.space = look.icon.empty() ? 0 : frame.metrics().px(12);
  return m;
}

}  // namespace

TextStyle title_style(const Frame& frame) {
  TextStyle style;
  style.face = text::Face::title;
  style.size_px = frame.metrics().title;
  style.color = frame.theme().ink;
  return style;
}

TextStyle heading_style(const Frame& frame) {
  TextStyle style = title_style(frame);
  style.size_px = frame.metrics().heading;
  return style;
}

TextStyle body_style(const Frame& frame) {
  TextStyle style;
  style.size_px = frame.metrics().body;
  style.color = frame.theme().ink;
  return style;
}

TextStyle caption_style(const Frame& frame) {
  TextStyle style = body_style(frame);
  style.size_px = frame.metrics().caption;
  style.color = frame.theme().ink_soft;
  return style;
}

Size button_size(Frame& frame, const Phrase& label, const ButtonLook& look) {
  ButtonMeasures m = measures(frame, look);
  m.text.max_lines = 1;
  const Size words = frame.measure(label, m.text);
  const float touch = frame.metrics().touch;
  if (look.stacked) {
    const float height = frame.metrics().px(10) + m.icon + words.height + frame.metrics().px(4);
    return {std::max(touch, std::ceil(words.width) + 2 * m.padding), std::max(touch, std::ceil(height))};
  }
  return {std::max(touch, std::ceil(words.width) + m.icon + m.space + 2 * m.padding),
          std::max(touch, std::ceil(words.height + frame.metrics().px(12)))};
}

bool button(Frame& frame, std::string_view id, Rect rect, const Phrase& label, const ButtonLook& look) {
  const Theme& theme = frame.theme();
  const Touch touch = frame.touchable(id, rect, look.role, label.text, true, look.selected);
  if (!frame.visible(rect)) return touch.tapped;
  const bool filled = look.kind == ButtonKind::primary || look.selected;
  const Color ink = filled ? theme.on_accent : theme.ink;
  const float radius = std::min(frame.metrics().radius, rect.height / 2);
  const auto scope = frame.press_begin(rect, touch.pressed);
  if (filled) {
    if (look.kind != ButtonKind::plain) frame.shadow(rect);
    frame.fill(rect, touch.pressed ? mix(theme.accent, theme.ink, 0.25) : theme.accent, radius);
  } else if (look.kind == ButtonKind::surface) {
    surface(frame, rect);
    if (touch.pressed) frame.fill(rect, mix(theme.surface, theme.accent, theme.high_contrast ? 0.35 : 0.12), radius);
  } else if (touch.pressed) {
    frame.fill(rect, mix(theme.ground, theme.accent, theme.high_contrast ? 0.35 : 0.12), radius);
  }
  if (look.icon_only) {
    const float side = frame.metrics().px(40);
    frame.icon(look.icon, {rect.x + (rect.width - side) / 2, rect.y, side, rect.height}, ink, look.icon_mirrors);
    frame.press_end(scope);
    return touch.tapped;
  }
  ButtonMeasures m = measures(frame, look);
  m.text.color = ink;
  m.text.max_lines = 1;
  m.text.vertically_centred = true;
  const float room = rect.width - 2 * m.padding - (look.stacked ? 0 : m.icon + m.space);
  // Of the whole label: one that is too long gets all the room there is.
  const Size words = frame.measure(label, m.text);
  if (look.stacked) {
    const float height = m.icon + words.height;
    const float top = rect.y + std::round((rect.height - height) / 2);
    frame.icon(look.icon, {rect.x, top, rect.width, m.icon}, ink, look.icon_mirrors);
    m.text.align = text::Align::centre;
    frame.text({}, {rect.x + m.padding, top + m.icon, room, words.height}, label, m.text);
  } else {
    const float width = m.icon + m.space + std::min(room, words.width);
    const float x = rect.x + std::round((rect.width - width) / 2);
    if (m.icon > 0) frame.icon(look.icon, {x, rect.y, m.icon, rect.height}, ink, look.icon_mirrors);
    frame.text({}, {x + m.icon + m.space, rect.y, std::min(room, std::ceil(words.width)), rect.height}, label, m.text);
  }
  frame.press_end(scope);
  return touch.tapped;
}

void surface(Frame& frame, Rect rect, bool with_shadow) {
  const Theme& theme = frame.theme();
  const float radius = std::min(frame.metrics().radius, rect.height / 2);
  if (with_shadow) frame.shadow(rect);
  frame.fill(rect, theme.surface, radius);
  if (theme.outline.alpha != 0) frame.outline(rect, theme.outline, frame.metrics().outline, radius);
}

Size pill_size(Frame& frame, const Phrase& label, float width_limit) {
  TextStyle style = caption_style(frame);
  style.weight = text::Weight::bold;
  style.max_lines = 1;
  const float padding = frame.metrics().px(16);
  const Size words = frame.measure(label, style);
  return {std::min(width_limit, std::ceil(words.width) + 2 * padding), std::ceil(words.height + frame.metrics().px(4))};
}

float pill(Frame& frame, std::string_view id, Point top_start, const Phrase& label, Color ground, Color ink, float width_limit) {
  const Size size = pill_size(frame, label, width_limit);
  const float padding = frame.metrics().px(16);
  const Rect rect{top_start.x, top_start.y, size.width, size.height};
  frame.fill(rect, ground, size.height / 2);
  TextStyle style = caption_style(frame);
  style.weight = text::Weight::bold;
  style.max_lines = 1;
  style.vertically_centred = true;
  style.color = ink;
  frame.text(id, {rect.x + padding, rect.y, rect.width - 2 * padding, rect.height}, label, style);
  return size.width;
}

void rounded_picture(Frame& frame, Rect rect, const PictureLook& look) {
  if (!frame.visible(rect)) return;
  PictureWish wish;
  wish.source = look.source;
  wish.width_px = static_cast<int>(std::round(rect.width));
  wish.height_px = static_cast<int>(std::round(rect.height));
  if (look.source.starts_with("emblem/")) {
    // An emblem's ground goes on to both sides until it is twice as wide as high; beyond that the plain ground fills the place.
    wish.fit = gfx::Fit::contain;
    if (rect.width > rect.height * 2) {
      wish.width_px = static_cast<int>(std::round(rect.height)) * 2;
      frame.fill(rect, look.ground, look.radius);
      frame.picture(rect, wish);
      return;
    }
  }
  wish.corner_radius_px = static_cast<int>(std::round(look.radius));
  wish.corner = look.behind;
  if (look.source.empty() || !frame.picture(rect, wish)) frame.fill(rect, look.ground, look.radius);
}

void zellige_band(Frame& frame, Rect rect) {
  if (frame.theme().high_contrast) {
    frame.fill({rect.x, rect.bottom() - frame.metrics().outline, rect.width, frame.metrics().outline}, frame.theme().outline);
    return;
  }
  frame.picture(rect, {"builtin/zellige", static_cast<int>(std::round(rect.width)), static_cast<int>(std::round(rect.height))});
}

Rect Wrap::place(Size size) {
  if (row_height_ > 0 && x_ + size.width > area_.right() + 0.5F) {
    x_ = area_.x;
    y_ += row_height_ + gap_;
    row_height_ = 0;
  }
  const Rect rect{x_, y_, std::min(size.width, area_.width), size.height};
  x_ += rect.width + gap_;
  row_height_ = std::max(row_height_, size.height);
  return rect;
}

Rect Grid::cell(std::size_t index) const {
  const auto column = static_cast<float>(index % static_cast<std::size_t>(columns));
  const auto row = static_cast<float>(index / static_cast<std::size_t>(columns));
  return {area.x + column * (column_width() + gap), area.y + row * (row_height + gap), column_width(), row_height};
}

float Grid::height(std::size_t count) const {
  if (count == 0) return 0;
  const std::size_t rows = (count + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns);
  return static_cast<float>(rows) * (row_height + gap) - gap;
}

}  // namespace kiosk::ui
