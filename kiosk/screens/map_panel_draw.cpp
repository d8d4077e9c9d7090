// What stands beside the plan: the room that was chosen, the walk that is shown, or what may be looked for.
#include <algorithm>
#include <cmath>

#include "base/format.h"
#include "screens/map_panel.h"
#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

constexpr ui::ButtonLook small_button(std::string_view icon, bool selected = false, ui::Role role = ui::Role::button) {
  return {ui::ButtonKind::surface, icon, false, selected, false, true, role};
}

// Above a list, and of what is said more quietly.
ui::TextStyle label_style(const Frame& frame) { return coloured(bold(ui::caption_style(frame)), frame.theme().accent); }
ui::TextStyle soft(const Frame& frame, const ui::TextStyle& style) { return coloured(style, frame.theme().ink_soft); }

float draw_lines(Frame& frame, Rect area, float y, std::string_view id, const Phrase& title, const std::vector<Phrase>& lines) {
  if (lines.empty()) return 0;
  const float start = y;
  y += frame.text(frame.join({id, ".title"}), {area.x, y, area.width, 0}, title, label_style(frame)).height;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    y += frame.text(frame.numbered(frame.join({id, "."}), i), {area.x, y, area.width, 0}, lines[i], ui::body_style(frame)).height;
  }
  return y + frame.metrics().px(14) - start;
}

float draw_step(Frame& frame, Rect area, const WayStep& step, std::size_t index) {
  const ui::Metrics& m = frame.metrics();
  const float side = std::round(m.body * 1.35F);
  const Rect words{area.x + side + m.px(14), area.y, area.width - side - m.px(14), 0};
  frame.icon(step.icon, {area.x, area.y + m.px(2), side, side}, frame.theme().accent);
  const float height = frame.text(frame.join({"map.step.", fmt::format("{}", index)}), words, step.text, ui::body_style(frame)).height;
  return std::max(height, side) + m.px(10);
}

// How far it is and how one gets there, then what can be done with the way; `more` places further buttons.
template <class More>
float draw_way_summary(Frame& frame, Rect area, const WaySummary& way, Intents& intents, More more) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y;
  y += frame.text("map.card.route", {area.x, y, area.width, 0}, way.summary, bold(ui::body_style(frame))).height + m.px(14);
  // What changes the way stands above it: on a short panel the steps are scrolled.
  ui::Wrap wrap({area.x, y, area.width, 0}, m.gap);
  const auto place = [&](std::string_view id, const Phrase& name, const ui::ButtonLook& look) {
    ui::Size size = ui::button_size(frame, name, look);
    size.width = std::min(size.width, area.width);
    return ui::button(frame, id, wrap.place(size), name, look);
  };
  if (!way.step_free.name.text.empty() && place("map.step_free", way.step_free.name, small_button(way.step_free.on ? "check" : "step-free", way.step_free.on, ui::Role::toggle))) {
    wish<session::WayfindingIntent>(intents, session::intent::ToggleStepFree{});
  }
  more(place);
  y += wrap.height() + m.px(18);
  for (std::size_t i = 0; i < way.steps.size(); ++i) y += draw_step(frame, {area.x, y, area.width, 0}, way.steps[i], i);
  if (!way.more_steps.text.empty()) {
    y += frame.text("map.more_steps", {area.x, y, area.width, 0}, way.more_steps, soft(frame, ui::caption_style(frame))).height + m.px(10);
  }
  if (!way.open_steps.text.empty()) {
    const ui::ButtonLook look{ui::ButtonKind::primary, "qr", false, false, false, true, ui::Role::button};
    const ui::Size size = ui::button_size(frame, way.open_steps, look);
    if (ui::button(frame, "map.way", {area.x, y, area.width, size.height}, way.open_steps, look)) wish<session::WayfindingIntent>(intents, session::intent::OpenWay{});
    y += size.height + m.px(18);
  }
  return y - area.y;
}

float draw_card(Frame& frame, Rect area, const RoomCard& card, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y;
  y += frame.text("map.card.name", {area.x, y, area.width, 0}, card.name, ui::heading_style(frame)).height;
  y += frame.text("map.card.where", {area.x, y, area.width, 0}, card.where, soft(frame, ui::body_style(frame))).height + m.px(12);
  y += draw_lines(frame, area, y, "map.card.today", card.now_title, card.sessions);
  y += draw_way_summary(frame, {area.x, y, area.width, 0}, card.way, intents, [&](const auto& place) {
    if (!card.stop.name.text.empty() && place("map.stop", card.stop.name, small_button(card.stop.on ? "check" : "plus", card.stop.on, ui::Role::toggle))) {
      card.stop.on ? wish<session::WayfindingIntent>(intents, session::intent::RemoveStop{card.room}) : wish<session::WayfindingIntent>(intents, session::intent::AddStop{card.room});
    }
    if (place("map.close", card.close, small_button("close"))) intents.emplace_back(session::intent::Open{session::ScreenId::map, {}});
  });
  if (!card.look_for.text.empty()) y += draw_lines(frame, area, y, "map.card.look", card.look_title, {card.look_for});
  y += draw_lines(frame, area, y, "map.card.equipment", card.equipment_title, card.equipment);
  return y - area.y;
}

// Number, name, and at the end the button that takes it off the walk.
float draw_stop(Frame& frame, Rect area, const WalkStop& stop, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const bool removable = !stop.remove.text.empty();
  const float side = m.touch;
  const float width = area.width - (removable ? side + m.gap : 0);
  const float disc = std::max(m.px(22), m.caption * 0.8F);
  const float x = area.x + m.px(12) + 2 * disc + m.px(12);
  const float inner = area.x + width - x - m.px(10);
  const ui::TextStyle name = ui::body_style(frame);
  const ui::TextStyle remark = coloured(ui::caption_style(frame), frame.theme().bad);
  const float name_height = frame.measure(stop.name, name, inner).height;
  const float remark_height = frame.measure(stop.remark, remark, inner).height;
  const float height = std::ceil(std::max(side, name_height + remark_height + m.px(16)));
  const Rect row{area.x, area.y, width, height};
  const ui::Touch touch = frame.touchable(frame.join({"stop.", stop.room}), row, ui::Role::card, stop.name.text);
  if (touch.tapped) intents.emplace_back(session::intent::Open{session::ScreenId::map, stop.room});
  const auto scope = frame.press_begin(row, touch.pressed);
  ui::surface(frame, row);
  if (stop.number > 0) {
    draw_number_disc(frame, {area.x + m.px(12), area.y + height / 2 - disc, 2 * disc, 2 * disc}, stop.number);
  }
  const float y = area.y + std::round((height - name_height - remark_height) / 2);
  frame.text({}, {x, y, inner, 0}, stop.name, name);
  if (remark_height > 0) frame.text(frame.join({"stop.", stop.room, ".remark"}), {x, y + name_height, inner, 0}, stop.remark, remark);
  frame.press_end(scope);
  if (removable) {
    ui::ButtonLook look = small_button("close");
    look.icon_only = true;
    const Rect at{area.right() - side, area.y + std::round((height - side) / 2), side, side};
    if (ui::button(frame, frame.join({"stop.remove.", stop.room}), at, stop.remove, look)) wish<session::WayfindingIntent>(intents, session::intent::RemoveStop{stop.room});
  }
  return height + m.gap;
}

float draw_walk(Frame& frame, Rect area, const WalkCard& walk, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y;
  y += frame.text("map.card.name", {area.x, y, area.width, 0}, walk.title, ui::heading_style(frame)).height + m.px(8);
  if (!walk.order.text.empty()) {
    y += frame.text("map.walk.order", {area.x, y, area.width, 0}, walk.order, soft(frame, ui::caption_style(frame))).height + m.px(6);
  }
  y += draw_way_summary(frame, {area.x, y, area.width, 0}, walk.way, intents, [&](const auto& place) {
    if (place("map.walk_end", walk.end, small_button("close"))) wish<session::WayfindingIntent>(intents, session::intent::EndWalk{});
  });
  for (const WalkStop& stop : walk.stops) y += draw_stop(frame, {area.x, y, area.width, 0}, stop, intents);
  return y - area.y;
}

float draw_chips(Frame& frame, Rect area, const MapView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  ui::Wrap wrap(area, m.gap);
  for (const NearestChip& chip : view.chips) {
    const ui::ButtonLook look = small_button(chip.icon);
    if (ui::button(frame, chip.id, wrap.place(ui::button_size(frame, chip.name, look)), chip.name, look)) {
      wish<session::WayfindingIntent>(intents, session::intent::FindNearest{chip.kind});
    }
  }
  return wrap.height();
}

// The other ways to a place: by its name, or with a guide.
float draw_other_ways(Frame& frame, Rect area, const MapView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y;
  const auto wide = [&](std::string_view id, std::string_view icon, const Phrase& name) {
    const ui::ButtonLook look{ui::ButtonKind::surface, icon, false, false, false, false, ui::Role::button};
    const Rect place{area.x, y, area.width, ui::button_size(frame, name, look).height};
    y += place.height + m.gap;
    return ui::button(frame, id, place, name, look);
  };
  if (wide("map.find", "search", view.find_place)) wish<session::WayfindingIntent>(intents, session::intent::FindPlace{true});
  if (!view.tours.text.empty() && wide("map.tours", "people", view.tours)) intents.emplace_back(session::intent::Open{session::ScreenId::tours, {}});
  return y - area.y;
}

}  // namespace

void draw_map_panel(Frame& frame, Rect area, const MapView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float bleed = m.px(16);
  // Each room's card is scrolled for itself.
  const std::string_view told = view.card ? std::string_view(view.card->room) : view.walk ? "walk" : "";
  frame.scroll_begin(frame.join({"map.side.", told}), {area.x - bleed, area.y, area.width + 2 * bleed, area.height});
  float y = area.y + m.px(8);
  if (view.card) {
    y += draw_card(frame, {area.x, y, area.width, 0}, *view.card, intents) + m.px(8);
  } else if (view.walk) {
    y += draw_walk(frame, {area.x, y, area.width, 0}, *view.walk, intents) + m.px(8);
  } else {
    y += frame.text("map.hint", {area.x, y, area.width, 0}, view.hint, soft(frame, ui::body_style(frame))).height + m.px(16);
  }
  y += draw_other_ways(frame, {area.x, y, area.width, 0}, view, intents) + m.px(8);
  if (!view.chips.empty()) y += frame.text("map.nearest", {area.x, y, area.width, 0}, view.nearest_title, label_style(frame)).height + m.px(8);
  y += draw_chips(frame, {area.x, y, area.width, 0}, view, intents) + m.px(24);
  frame.scroll_end(y - area.y);
}

}  // namespace kiosk::screens
