#include <algorithm>
#include <cmath>

#include "screens/map_panel.h"
#include "screens/map_plan.h"
#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using base::Point;
using ui::Frame;
using ui::Rect;

constexpr ui::ButtonLook kTab{ui::ButtonKind::surface, "", false, false, false, true, ui::Role::tab};

ui::ButtonLook icon_look(std::string_view icon, bool selected = false, ui::Role role = ui::Role::button) {
  return {ui::ButtonKind::surface, icon, false, selected, false, true, role, 0, true};
}

// The buttons above the plan: floors at the start, how it is looked at at the end; on two rows where one is too narrow.
class Controls {
 public:
  Controls(Frame& frame, Rect row, const MapView& view, MapMemory& memory, Intents& intents)
      : frame_(frame), m_(frame.metrics()), row_(row), view_(view), memory_(memory), intents_(intents) {
    for (const FloorTab& tab : view.floors) {
      const ui::Size size = ui::button_size(frame, tab.name, kTab);
      widths_.push_back(size.width);
      height_ = std::max(height_, size.height);
    }
    if (view.all_floors) height_ = std::max(height_, ui::button_size(frame, view.all_floors->name, stack_look()).height);
  }

  // Returns the height.
  float draw(Point centre) {
    const float looks = looks_width();
    float tabs = all_width();
    for (const float width : widths_) tabs += width + m_.gap;
    const bool one_row = tabs + m_.gutter + looks <= row_.width;
    const float height = std::max(height_, m_.touch);
    draw_floors(one_row ? row_.width - looks - m_.gutter : row_.width, height);
    draw_looks(row_.right() - looks, one_row ? row_.y : row_.y + height + m_.gap, centre);
    return one_row ? height : height + m_.gap + m_.touch;
  }

 private:
  ui::ButtonLook stack_look() const { return {ui::ButtonKind::surface, "floors", false, view_.all_floors->on, false, true, ui::Role::toggle}; }
  float all_width() const { return view_.all_floors ? ui::button_size(frame_, view_.all_floors->name, stack_look()).width + m_.gap : 0; }
  // Nothing moves above each other, so nothing is zoomed there.
  std::size_t look_count() const { return (view_.stacked ? 0U : 3U) + (view_.north_up ? 1U : 0U); }
  float looks_width() const { return static_cast<float>(look_count()) * (m_.touch + m_.gap) - (look_count() > 0 ? m_.gap : 0); }

  // All floors where they fit, else the one that is looked at with its neighbours and a button to each side.
  void draw_floors(float room, float height) {
    float left = room - all_width();
    std::size_t first = 0;
    std::size_t last = view_.floors.size();
    float all = -m_.gap;
    for (const float width : widths_) all += width + m_.gap;
    const bool some = all > left;
    float x = row_.x;
    if (some) {
      left -= 2 * (m_.touch + m_.gap);
      const auto chosen = std::find_if(view_.floors.begin(), view_.floors.end(), [](const FloorTab& tab) { return tab.selected; });
      first = chosen == view_.floors.end() ? 0 : static_cast<std::size_t>(chosen - view_.floors.begin());
      last = first + 1;
      float used = widths_[first];
      for (bool grown = true; grown;) {
        grown = false;
        if (last < widths_.size() && used + m_.gap + widths_[last] <= left) used += m_.gap + widths_[last++], grown = true;
        if (first > 0 && used + m_.gap + widths_[first - 1] <= left) used += m_.gap + widths_[--first], grown = true;
      }
      step(x, height, "map.floor_below", "down", first == 0 ? 0 : first - 1, first > 0);
      x += m_.touch + m_.gap;
    }
    for (std::size_t i = first; i < last; ++i) {
      const FloorTab& tab = view_.floors[i];
      ui::ButtonLook look = kTab;
      look.selected = tab.selected;
      const float width = some ? std::min(widths_[i], left) : widths_[i];
      if (ui::button(frame_, tab.id, {x, row_.y, width, height}, tab.name, look)) wish<session::WayfindingIntent>(intents_, session::intent::ChooseFloor{tab.floor});
      x += width + m_.gap;
    }
    if (some) {
      step(x, height, "map.floor_above", "up", std::min(last, view_.floors.size() - 1), last < view_.floors.size());
      x += m_.touch + m_.gap;
    }
    if (!view_.all_floors) return;
    const float width = std::min(all_width() - m_.gap, row_.x + room - x);
    if (ui::button(frame_, "map.all_floors", {x, row_.y, width, height}, view_.all_floors->name, stack_look())) wish<session::WayfindingIntent>(intents_, session::intent::ToggleAllFloors{});
  }

  void step(float x, float height, std::string_view id, std::string_view icon, std::size_t floor, bool there) {
    if (!there) return;
    const FloorTab& tab = view_.floors[floor];
    if (ui::button(frame_, id, {x, row_.y, m_.touch, height}, tab.name, icon_look(icon))) wish<session::WayfindingIntent>(intents_, session::intent::ChooseFloor{tab.floor});
  }

  void draw_looks(float x, float y, Point centre) {
    const auto next = [&](std::string_view id, const Phrase& name, const ui::ButtonLook& look) {
      const Rect place{x, y, m_.touch, m_.touch};
      x += m_.touch + m_.gap;
      return ui::button(frame_, id, place, name, look);
    };
    if (view_.north_up && next("map.north_up", view_.north_up->name, icon_look("compass", view_.north_up->on, ui::Role::toggle))) {
      memory_ = {};
      wish<session::WayfindingIntent>(intents_, session::intent::ToggleNorthUp{});
    }
    if (view_.stacked) return;
    if (next("map.recentre", view_.recentre, icon_look("locate"))) recentre();
    if (next("map.zoom_out", view_.zoom_out, icon_look("minus"))) zoom_about(memory_, centre, 1 / kZoomStep);
    if (next("map.zoom_in", view_.zoom_in, icon_look("plus"))) zoom_about(memory_, centre, kZoomStep);
  }

  // The whole floor on which the visitor stands.
  void recentre() {
    memory_.wanted_zoom = memory_.zoom = 1;
    memory_.placed = false;
    frame_.stop_panning();
    frame_.want_frame_at(frame_.now());
    if (!view_.here_floor.empty()) wish<session::WayfindingIntent>(intents_, session::intent::ChooseFloor{view_.here_floor});
  }

  Frame& frame_;
  const ui::Metrics& m_;
  Rect row_;
  const MapView& view_;
  MapMemory& memory_;
  Intents& intents_;
  std::vector<float> widths_;
  float height_ = 0;
};

// The page's title, until something was chosen that has one of its own.
float draw_title(Frame& frame, Rect area, const MapView& view) {
  if (view.card || view.walk) return 0;
  return frame.text("map.title", area, view.title, ui::heading_style(frame)).height + frame.metrics().px(8);
}

}  // namespace

void draw_map(Frame& frame, Rect area, const MapView& view, UiMemory& memory, Intents& intents) {
  if (view.search) return draw_search(frame, area, *view.search, memory, intents);
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  float y = body.y + m.px(16);
  if (view.floors.empty()) return;
  if (m.portrait) {
    y += draw_title(frame, {body.x, y, body.width, 0}, view);
    const Rect row{body.x, y, body.width, 0};
    Controls controls(frame, row, view, memory.map, intents);
    const float plan_height = std::round(std::min(body.width * 0.78F, (body.bottom() - y) * 0.62F));
    const float used = controls.draw(frame.placed_rect({body.x, y, body.width, plan_height}).centre()) + m.px(12);
    const Rect plan{body.x, y + used, body.width, plan_height};
    draw_map_plan(frame, plan, view, memory.map, intents);
    draw_map_panel(frame, {body.x, plan.bottom() + m.px(8), body.width, body.bottom() - plan.bottom() - m.px(8)}, view, intents);
    return;
  }
  const float side = std::round(body.width * 0.29F);
  const float title = draw_title(frame, {body.x, y, side, 0}, view);
  draw_map_panel(frame, {body.x, y + title, side, body.bottom() - y - title}, view, intents);
  const Rect main{body.x + side + m.gutter, y, body.width - side - m.gutter, body.bottom() - y};
  const float used = Controls(frame, {main.x, main.y, main.width, 0}, view, memory.map, intents).draw(frame.placed_rect(main).centre()) + m.px(10);
  draw_map_plan(frame, {main.x, main.y + used, main.width, main.height - used - m.px(10)}, view, memory.map, intents);
}

}  // namespace kiosk::screens
