#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "screens/map_plan.h"

namespace kiosk::screens {
namespace {

using base::Point;
using ui::Frame;
using ui::Rect;

constexpr base::Milliseconds kWayTime{900};  // in which the way is drawn
constexpr float kDoubleTapZoom = 2;

float area(const Rect& rect) { return rect.empty() ? 0 : rect.width * rect.height; }

// What is left of a target beside a mark that lies over it: the largest of the four sides.
Rect beside(const Rect& target, const Rect& mark, float gap) {
  if (mark.empty()) return target;
  const Rect kept_free = mark.inset(-gap);
  if (base::intersect(target, kept_free).empty()) return target;
  const std::array sides{Rect{target.x, target.y, target.width, kept_free.y - target.y},
                         Rect{target.x, kept_free.bottom(), target.width, target.bottom() - kept_free.bottom()},
                         Rect{target.x, target.y, kept_free.x - target.x, target.height},
                         Rect{kept_free.right(), target.y, target.right() - kept_free.right(), target.height}};
  return *std::max_element(sides.begin(), sides.end(), [](const Rect& a, const Rect& b) { return area(a) < area(b); });
}

class PlanDrawing {
 public:
  PlanDrawing(Frame& frame, Rect view_rect, const MapView& view, MapMemory& memory, Intents& intents)
      : frame_(frame), view_(view), memory_(memory), intents_(intents), pan_(frame.pan_area("map", view_rect)) {
    // Floors above each other share one measure, so that each stands above what is below it.
    model::Bounds all = model::bounds(view.plans.front().outline);
    for (const FloorPlan& plan : view.plans) {
      const model::Bounds one = model::bounds(plan.outline);
      all = {{std::min(all.least.x, one.least.x), std::min(all.least.y, one.least.y)}, {std::max(all.most.x, one.most.x), std::max(all.most.y, one.most.y)}};
    }
    for (std::size_t i = 0; i < view.plans.size(); ++i) {
      projections_.push_back(view.stacked ? look_at_stack(frame, view_rect, all, i, view.plans.size()) : look_at_floor(frame, view_rect, all, pan_, memory));
    }
  }

  void draw() {
    Taken taken;
    // Marks and labels stand beside the names of floors, which have one place.
    for (std::size_t i = 0; view_.stacked && i < view_.plans.size(); ++i) taken.take(name_place(i));
    for (std::size_t i = 0; i < view_.plans.size(); ++i) marks_.push_back(place_marks(frame_, projections_[i], view_.plans[i], view_, taken));
    for (std::size_t i = 0; i < view_.plans.size(); ++i) add_targets(i);
    take_ground();
    for (std::size_t i = 0; i < view_.plans.size(); ++i) {
      draw_floor_shapes(frame_, projections_[i], view_.plans[i], pressed_);
      if (i > 0) draw_joins(i);
      if (view_.stacked) name_floor(i);
    }
    const float share = way_share();
    for (std::size_t i = 0; i < view_.plans.size(); ++i) draw_way(frame_, projections_[i], view_.plans[i], share);
    for (std::size_t i = 0; i < view_.plans.size(); ++i) draw_spots(frame_, projections_[i], view_.plans[i], taken, intents_);
    for (std::size_t i = 0; i < view_.plans.size(); ++i) draw_names(frame_, projections_[i], view_.plans[i], view_.plans.size() < kMostStacked, taken);
    for (std::size_t i = 0; i < view_.plans.size(); ++i) draw_marks(frame_, projections_[i], view_.plans[i], view_, marks_[i], intents_);
  }

 private:
  // A room is touched in its largest upright box; the rest of it is the ground's. Too small for a finger: only the ground's.
  void add_targets(std::size_t index) {
    const ui::Metrics& m = frame_.metrics();
    const Projection& projection = projections_[index];
    for (const MapRoom& room : view_.plans[index].rooms) {
      Rect target = projection.rect(room.box).inset(std::max(1.6F * m.mm, m.px(3)));
      if (base::intersect(target, projection.view).empty()) continue;
      for (const Marks& marks : marks_) {
        for (const Rect& change : marks.changes) target = beside(target, change, 3.2F * m.mm);
      }
      for (const MapSpot& spot : view_.plans[index].spots) target = beside(target, spot_rect(frame_, projection, spot), 3.2F * m.mm);
      if (std::min(target.width, target.height) < m.touch) continue;
      const ui::Touch touch = frame_.touchable(room.id, frame_.unplaced(target), ui::Role::card, room.name.text, true, room.selected);
      if (touch.pressed) pressed_ = room.room;
      if (touch.tapped) tapped(room, touch.taps);
    }
  }

  void tapped(const MapRoom& room, int taps) {
    if (taps > 1) return zoom_in();
    intents_.emplace_back(session::intent::Open{session::ScreenId::map, room.selected ? std::string() : room.room});
  }
  void zoom_in() {
    if (view_.stacked) return;
    zoom_about(memory_, pan_.touched_at, kDoubleTapZoom);
    frame_.want_frame_at(frame_.now());
  }

  // A touch beside all targets: the room below it, the uppermost floor first.
  void take_ground() {
    if (!pan_.ground.tapped) return;
    if (pan_.ground.taps > 1) return zoom_in();
    for (std::size_t i = view_.plans.size(); i-- > 0;) {
      const model::Metres place = projections_[i].metres(pan_.touched_at);
      const auto& rooms = view_.plans[i].rooms;
      const auto room = std::find_if(rooms.begin(), rooms.end(), [&](const MapRoom& one) { return model::contains(one.shape, place); });
      if (room != rooms.end()) return tapped(*room, 1);
    }
  }

  // Where the way goes from the floor below to this one.
  void draw_joins(std::size_t index) {
    for (const FloorChange& change : view_.plans[index].changes) {
      const FloorPlan& below = view_.plans[index - 1];
      if (change.floor != below.floor) continue;
      const auto other = std::find_if(below.changes.begin(), below.changes.end(), [&](const FloorChange& one) { return one.floor == view_.plans[index].floor; });
      if (other == below.changes.end()) continue;
      const Point from = projections_[index - 1].at(other->at);
      const Point to = projections_[index].at(change.at);
      const float length = std::hypot(to.x - from.x, to.y - from.y);
      const auto dots = static_cast<int>(length / frame_.metrics().px(18));
      for (int dot = 1; dot < dots; ++dot) {
        const float share = static_cast<float>(dot) / static_cast<float>(dots);
        frame_.disc({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share}, frame_.metrics().px(5), frame_.theme().accent);
      }
    }
  }

  ui::TextStyle name_style() const {
    ui::TextStyle style = ui::caption_style(frame_);
    style.weight = text::Weight::bold;
    style.color = frame_.theme().accent;
    return style;
  }
  // Above the floor's upper edge, in window pixels.
  Rect name_place(std::size_t index) {
    const FloorPlan& plan = view_.plans[index];
    const ui::Size size = frame_.measure(plan.name, name_style());
    const Point corner = projections_[index].at(model::bounds(plan.outline).least);
    return {corner.x, corner.y - size.height - frame_.metrics().px(4), std::ceil(size.width), std::ceil(size.height)};
  }
  void name_floor(std::size_t index) {
    const FloorPlan& plan = view_.plans[index];
    frame_.text(frame_.join({"map.floor.", plan.floor}), frame_.unplaced(name_place(index)), plan.name, name_style());
  }

  // The way draws itself once when it is new. Where it ends out of view, the whole floor is shown.
  float way_share() {
    if (memory_.way != view_.way_key) {
      memory_.way = view_.way_key;
      memory_.way_began = frame_.now();
      const bool hidden = std::any_of(view_.plans.begin(), view_.plans.end(), [&](const FloorPlan& plan) {
        return plan.has_goal && !projections_.front().view.contains(projections_.front().at(plan.stops.back().at));
      });
      if (hidden && !view_.stacked) {
        zoom_about(memory_, projections_.front().view.centre(), 1 / kMostZoom);
        frame_.want_frame_at(frame_.now());
      }
    }
    const float t = std::chrono::duration<float>(frame_.now() - memory_.way_began) / std::chrono::duration<float>(kWayTime);
    if (t >= 1 || frame_.reduced_motion() || view_.way_key == 0) return 1;
    frame_.want_frame_at(frame_.now());
    return 1 - (1 - t) * (1 - t);
  }

  Frame& frame_;
  const MapView& view_;
  MapMemory& memory_;
  Intents& intents_;
  ui::Pan pan_;
  std::vector<Projection> projections_;
  std::vector<Marks> marks_;
  std::string_view pressed_;
};

}  // namespace

void draw_map_plan(Frame& frame, Rect view_rect, const MapView& view, MapMemory& memory, Intents& intents) {
  frame.clip_push(view_rect);
  PlanDrawing(frame, view_rect, view, memory, intents).draw();
  frame.clip_pop();
}

}  // namespace kiosk::screens
