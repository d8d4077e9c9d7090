#include <algorithm>
#include <cmath>

#include "screens/cards.h"
#include "screens/map_plan.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Point;
using ui::Rect;

// From metres to window pixels; never mirrored.
struct Projection {
  Rect view;  // window pixels
  model::Bounds all;
  float scale = 1;
  Point centre;  // of the view, in metres

  Point at(model::Metres place) const {
    return {view.centre().x + (static_cast<float>(place.x) - centre.x) * scale, view.centre().y + (static_cast<float>(place.y) - centre.y) * scale};
  }
  Rect rect(const model::Polygon& shape) const {
    const model::Bounds box = model::bounds(shape);
    const Point least = at(box.least);
    const Point most = at(box.most);
    return {least.x, least.y, most.x - least.x, most.y - least.y};
  }
};

float fitting_scale(const Frame& frame, Rect view, const model::Bounds& all) {
  const float rim = frame.metrics().px(20);
  return std::min((view.width - 2 * rim) / static_cast<float>(all.most.x - all.least.x), (view.height - 2 * rim) / static_cast<float>(all.most.y - all.least.y));
}

// Takes this frame's drag into the memory and keeps the plan in view.
Projection project(Frame& frame, Rect view, const MapView& map, MapMemory& memory, Point dragged) {
  Projection projection;
  projection.view = frame.unmirrored(view);
  projection.all = model::bounds(map.outline);
  projection.scale = fitting_scale(frame, view, projection.all) * memory.zoom;
  const auto keep = [&](float wanted, double least, double most, float shown_px) {
    const float half = shown_px / projection.scale / 2;
    const auto low = static_cast<float>(least) + half;
    const auto high = static_cast<float>(most) - half;
    return low > high ? static_cast<float>(least + most) / 2 : std::clamp(wanted, low, high);
  };
  memory.centre.x = keep(memory.centre.x - dragged.x / projection.scale, projection.all.least.x, projection.all.most.x, view.width);
  memory.centre.y = keep(memory.centre.y - dragged.y / projection.scale, projection.all.least.y, projection.all.most.y, view.height);
  projection.centre = memory.centre;
  return projection;
}

ui::Color fill_of(const Frame& frame, const MapRoom& room) {
  const ui::Theme& theme = frame.theme();
  if (room.selected) return theme.saffron;
  if (theme.high_contrast) return theme.surface;
  if (room.tone) return family_soft(frame, *room.tone);
  switch (room.kind) {
    case model::AreaKind::courtyard: return ui::mix(theme.ground, theme.good, 0.22);
    case model::AreaKind::hall:
    case model::AreaKind::reception:
    case model::AreaKind::exit: return ui::mix(theme.surface, theme.saffron, 0.22);
    case model::AreaKind::wc:
    case model::AreaKind::stairs:
    case model::AreaKind::lift:
    case model::AreaKind::prayer:
    case model::AreaKind::first_aid: return ui::mix(theme.surface, theme.accent, 0.14);
    default: return theme.surface;
  }
}

void fill_shape(Frame& frame, const Projection& projection, const model::Polygon& shape, const std::vector<std::size_t>& triangles, ui::Color color) {
  std::vector<Point> corners;
  corners.reserve(triangles.size());
  for (const std::size_t index : triangles) corners.push_back(projection.at(shape[index]));
  frame.triangles(corners, color);
}

void draw_line(Frame& frame, const Projection& projection, const model::Polygon& line, ui::Color color, float width, bool closed) {
  std::vector<Point> points;
  points.reserve(line.size());
  for (const model::Metres place : line) points.push_back(projection.at(place));
  frame.polyline(points, color, width, closed);
}

// Whether the longest word is whole in that width: what is broken inside a word cannot be read.
bool words_fit(Frame& frame, const Phrase& phrase, const ui::TextStyle& style, float width) {
  std::string_view rest = phrase.text;
  while (!rest.empty()) {
    const std::size_t end = rest.find(' ');
    if (frame.measure({std::string(rest.substr(0, end)), phrase.language}, style).width > width) return false;
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return true;
}

// Icon above name where both fit, else the one that does, else nothing: a name is never cut.
void draw_room_label(Frame& frame, Rect place, const MapRoom& room) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  ui::TextStyle style = ui::caption_style(frame);
  style.size_px = std::round(m.caption * 0.92F);
  style.weight = text::Weight::bold;
  style.color = room.selected ? theme.on_saffron : theme.ink;
  style.align = text::Align::centre;
  const Rect inner = place.inset(m.px(6));
  const ui::Size words = frame.measure(room.name, style, std::max(1.0F, inner.width));
  const bool name_fits = words.height <= inner.height && words_fit(frame, room.name, style, inner.width);
  const float icon = room.icon.empty() ? 0 : m.px(40);
  const bool both = name_fits && words.height + icon + m.px(4) <= inner.height;
  const float height = both ? words.height + (icon > 0 ? icon + m.px(4) : 0) : name_fits ? words.height : icon;
  float y = inner.y + std::round((inner.height - height) / 2);
  const bool icon_alone = !name_fits && icon > 0 && icon <= inner.height && icon <= inner.width;
  if ((both && icon > 0) || icon_alone) {
    frame.icon(room.icon, {inner.x, y, inner.width, icon}, style.color);
    y += icon + m.px(4);
  }
  if (name_fits) frame.text({}, {inner.x, y, inner.width, words.height}, room.name, style);
}

void draw_here(Frame& frame, const Projection& projection, const MapView& view) {
  if (!view.here) return;
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const Point at = projection.at(*view.here);
  frame.disc(at, m.px(24), ui::mix(theme.ground, theme.accent, 0.35));
  frame.disc(at, m.px(17), theme.surface);
  frame.disc(at, m.px(12), theme.accent);
  ui::TextStyle style = ui::caption_style(frame);
  style.weight = text::Weight::bold;
  style.color = theme.on_accent;
  style.vertically_centred = true;
  style.align = text::Align::centre;
  const ui::Size words = frame.measure(view.you_are_here, style);
  const float width = std::ceil(words.width) + m.px(28);
  const Rect pill = frame.unmirrored({at.x - width / 2, at.y - m.px(30) - words.height - m.px(6), width, words.height + m.px(6)});
  frame.fill(pill, theme.accent, pill.height / 2);
  frame.text("map.here", pill, view.you_are_here, style);
}

void draw_route(Frame& frame, const Projection& projection, const MapView& view) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  for (const model::Polygon& line : view.route) draw_line(frame, projection, line, theme.surface, m.px(18), false);
  for (const model::Polygon& line : view.route) {
    draw_line(frame, projection, line, theme.accent, m.px(10), false);
    for (const model::Metres corner : line) frame.disc(projection.at(corner), m.px(5), theme.accent);
  }
  for (const FloorChange& change : view.floor_changes) {
    const Point at = projection.at(change.at);
    frame.disc(at, m.px(22), theme.accent);
    const Rect icon = frame.unmirrored({at.x - m.px(14), at.y - m.px(14), m.px(28), m.px(28)});
    frame.icon(change.icon, icon, theme.on_accent);
  }
  if (view.goal) {
    frame.disc(projection.at(*view.goal), m.px(16), theme.accent);
    frame.disc(projection.at(*view.goal), m.px(8), theme.saffron);
  }
}

}  // namespace

void draw_map_plan(Frame& frame, Rect view_rect, const MapView& view, MapMemory& memory, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  frame.clip_push(view_rect);
  const Point dragged = frame.pan_area("map", view_rect);
  const Projection projection = project(frame, view_rect, view, memory, dragged);
  fill_shape(frame, projection, view.outline, view.outline_triangles, theme.high_contrast ? theme.surface : ui::mix(theme.ground, theme.ink_soft, 0.12));
  const ui::Color wall = theme.high_contrast ? theme.ink : ui::mix(theme.ink, theme.ground, 0.25);
  for (const MapRoom& room : view.rooms) {
    const Rect whole = projection.rect(room.shape);
    if (base::intersect(whole, projection.view).empty()) continue;
    const Rect target = frame.unmirrored(whole.inset(std::max(1.6F * m.mm, m.px(3))));
    const ui::Touch touch = frame.touchable(room.id, target, ui::Role::card, room.name.text, true, room.selected);
    if (touch.tapped) intents.emplace_back(session::intent::Open{session::ScreenId::map, room.selected ? std::string() : room.room});
    const ui::Color fill = fill_of(frame, room);
    fill_shape(frame, projection, room.shape, room.triangles, touch.pressed ? ui::mix(fill, theme.accent, 0.25) : fill);
    draw_line(frame, projection, room.shape, wall, m.px(room.selected ? 5 : 3), true);
  }
  draw_line(frame, projection, view.outline, wall, m.px(6), true);
  draw_route(frame, projection, view);
  for (const MapRoom& room : view.rooms) draw_room_label(frame, frame.unmirrored(projection.rect(room.shape)), room);
  draw_here(frame, projection, view);
  frame.clip_pop();
}

}  // namespace kiosk::screens
