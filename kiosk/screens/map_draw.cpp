#include <algorithm>
#include <cmath>
#include <utility>

#include "screens/cards.h"
#include "screens/map_plan.h"
#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

constexpr float kMostZoom = 4;
constexpr float kZoomStep = 1.5F;
constexpr ui::ButtonLook kFloorTab{ui::ButtonKind::surface, "", false, false, false, true, ui::Role::tab};

template <class Wish>
void wish(Intents& intents, Wish intent) {
  intents.emplace_back(std::in_place_type<session::WayfindingIntent>, std::move(intent));
}

// Floors at the start, zoom at the end of a row above the plan. Returns its height.
float draw_controls(Frame& frame, Rect row, const MapView& view, MapMemory& memory, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float x = row.x;
  const float side = m.touch;
  const float zooms = 3 * side + 2 * m.gap;
  float height = side;
  float tabs = 0;
  for (const FloorTab& tab : view.floors) tabs += ui::button_size(frame, tab.name, kFloorTab).width + m.gap;
  const bool one_row = tabs + m.gutter + zooms <= row.width;
  const float room = ((one_row ? row.width - zooms - m.gutter : row.width) + m.gap) / static_cast<float>(std::max<std::size_t>(1, view.floors.size())) - m.gap;
  for (const FloorTab& tab : view.floors) {
    ui::ButtonLook look = kFloorTab;
    look.selected = tab.selected;
    const ui::Size size = ui::button_size(frame, tab.name, look);
    const float width = std::min(size.width, std::max(side, room));
    height = std::max(height, size.height);
    if (ui::button(frame, tab.id, {x, row.y, width, size.height}, tab.name, look)) wish(intents, session::intent::ChooseFloor{tab.floor});
    x += width + m.gap;
  }
  const float controls_y = one_row ? row.y : row.y + height + m.gap;
  const auto control = [&](std::string_view id, std::string_view icon, const Phrase& name, float place) {
    const ui::ButtonLook look{ui::ButtonKind::surface, icon, false, false, false, true, ui::Role::button, 0, true};
    return ui::button(frame, id, {place, controls_y, side, side}, name, look);
  };
  const float from = row.right() - zooms;
  if (control("map.recentre", "locate", view.recentre, from)) memory = {};
  if (control("map.zoom_out", "minus", view.zoom_out, from + side + m.gap)) memory.zoom = std::max(1.0F, memory.zoom / kZoomStep);
  if (control("map.zoom_in", "plus", view.zoom_in, from + 2 * (side + m.gap))) {
    // In towards where the visitor stands, unless the plan has been moved.
    if (memory.zoom == 1 && view.here) memory.centre = {static_cast<float>(view.here->x), static_cast<float>(view.here->y)};
    memory.zoom = std::min(kMostZoom, memory.zoom * kZoomStep);
  }
  return one_row ? height : height + m.gap + side;
}

float draw_lines(Frame& frame, Rect area, float y, std::string_view id, const Phrase& title, const std::vector<Phrase>& lines) {
  if (lines.empty()) return 0;
  const float start = y;
  ui::TextStyle bold = ui::caption_style(frame);
  bold.weight = text::Weight::bold;
  bold.color = frame.theme().accent;
  y += frame.text(frame.join({id, ".title"}), {area.x, y, area.width, 0}, title, bold).height;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const char digit = static_cast<char>('0' + i % 10);
    y += frame.text(frame.join({id, ".", {&digit, 1}}), {area.x, y, area.width, 0}, lines[i], ui::body_style(frame)).height;
  }
  return y + frame.metrics().px(14) - start;
}

// What the room is and how to get there.
float draw_card(Frame& frame, Rect area, const RoomCard& card, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y;
  y += frame.text("map.card.name", {area.x, y, area.width, 0}, card.name, ui::heading_style(frame)).height;
  ui::TextStyle soft = ui::body_style(frame);
  soft.color = frame.theme().ink_soft;
  y += frame.text("map.card.where", {area.x, y, area.width, 0}, card.where, soft).height + m.px(12);
  ui::TextStyle route = ui::body_style(frame);
  route.weight = text::Weight::bold;
  y += frame.text("map.card.route", {area.x, y, area.width, 0}, card.route, route).height + m.px(14);
  const ui::ButtonLook toggle{ui::ButtonKind::surface, card.step_free_on ? "check" : "step-free", false, card.step_free_on, false, true, ui::Role::toggle};
  const ui::ButtonLook close{ui::ButtonKind::surface, "close", false, false, false, true, ui::Role::button};
  ui::Wrap wrap({area.x, y, area.width, 0}, m.gap);
  if (ui::button(frame, "map.step_free", wrap.place(ui::button_size(frame, card.step_free, toggle)), card.step_free, toggle)) {
    wish(intents, session::intent::ToggleStepFree{});
  }
  if (ui::button(frame, "map.close", wrap.place(ui::button_size(frame, card.close, close)), card.close, close)) {
    intents.emplace_back(session::intent::Open{session::ScreenId::map, {}});
  }
  y += wrap.height() + m.px(18);
  y += draw_lines(frame, area, y, "map.card.today", card.now_title, card.sessions);
  if (!card.look_for.text.empty()) y += draw_lines(frame, area, y, "map.card.look", card.look_title, {card.look_for});
  y += draw_lines(frame, area, y, "map.card.equipment", card.equipment_title, card.equipment);
  return y - area.y;
}

float draw_chips(Frame& frame, Rect area, const MapView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  ui::Wrap wrap(area, m.gap);
  for (const NearestChip& chip : view.chips) {
    const ui::ButtonLook look{ui::ButtonKind::surface, chip.icon, false, false, false, true, ui::Role::button};
    if (ui::button(frame, chip.id, wrap.place(ui::button_size(frame, chip.name, look)), chip.name, look)) {
      wish(intents, session::intent::FindNearest{chip.kind});
    }
  }
  return wrap.height();
}

void draw_side(Frame& frame, Rect area, const MapView& view, const Phrase& demo_line, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float bleed = m.px(16);
  frame.scroll_begin("map.side", {area.x - bleed, area.y, area.width + 2 * bleed, area.height});
  float y = area.y + m.px(8);
  if (view.card) {
    y += draw_card(frame, {area.x, y, area.width, 0}, *view.card, intents) + m.px(8);
  } else {
    ui::TextStyle soft = ui::body_style(frame);
    soft.color = frame.theme().ink_soft;
    y += frame.text("map.hint", {area.x, y, area.width, 0}, view.hint, soft).height + m.px(20);
  }
  y += draw_chips(frame, {area.x, y, area.width, 0}, view, intents) + m.px(12);
  y += draw_demo_line(frame, area, y, demo_line) + m.px(12);
  frame.scroll_end(y - area.y);
}

}  // namespace

void draw_map(Frame& frame, Rect area, const MapView& view, const Phrase& demo_line, UiMemory& memory, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  float y = body.y + m.px(16);
  if (view.floors.empty()) return;
  if (m.portrait) {
    y += frame.text("map.title", {body.x, y, body.width, 0}, view.title, ui::heading_style(frame)).height + m.px(8);
    y += draw_controls(frame, {body.x, y, body.width, 0}, view, memory.map, intents) + m.px(12);
    const Rect plan{body.x, y, body.width, std::round(std::min(body.width * 0.78F, (body.bottom() - y) * 0.62F))};
    draw_map_plan(frame, plan, view, memory.map, intents);
    draw_side(frame, {body.x, plan.bottom() + m.px(8), body.width, body.bottom() - plan.bottom() - m.px(8)}, view, demo_line, intents);
    return;
  }
  const float side = std::round(body.width * 0.29F);
  const float title = frame.text("map.title", {body.x, y, side, 0}, view.title, ui::heading_style(frame)).height + m.px(8);
  draw_side(frame, {body.x, y + title, side, body.bottom() - y - title}, view, demo_line, intents);
  const Rect main{body.x + side + m.gutter, y, body.width - side - m.gutter, body.bottom() - y};
  const float controls = draw_controls(frame, {main.x, main.y, main.width, 0}, view, memory.map, intents) + m.px(10);
  draw_map_plan(frame, {main.x, main.y + controls, main.width, main.height - controls - m.px(10)}, view, memory.map, intents);
}

}  // namespace kiosk::screens
