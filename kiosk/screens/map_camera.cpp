#include "screens/map_camera.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {
namespace {

using base::Point;
using ui::Frame;
using ui::Rect;

constexpr float kZoomsPerSecond = 14;    // the rest of the way to the wanted zoom shrinks by e in 1/14 s
constexpr float kReturnsPerSecond = 12;  // likewise from beyond an edge
constexpr float kBeyondEdge = 0.35F;     // of a finger's way, once the plan's edge is inside the view
constexpr float kOverZoom = 1.15F;       // how much farther than the limits two fingers may pull
constexpr float kAtRestPx = 0.5F;

float rim(const Frame& frame) { return frame.metrics().px(20); }

float fitting_scale(const Frame& frame, Rect view, const model::Bounds& all) {
  return std::min((view.width - 2 * rim(frame)) / static_cast<float>(all.most.x - all.least.x), (view.height - 2 * rim(frame)) / static_cast<float>(all.most.y - all.least.y));
}

// Where the centre may be along one axis.
struct Range {
  float least = 0;
  float most = 0;
  float nearest(float wanted) const { return std::clamp(wanted, least, most); }
};

Range range_of(double least, double most, float shown_metres, float rim_metres) {
  const float low = static_cast<float>(least) - rim_metres + shown_metres / 2;
  const float high = static_cast<float>(most) + rim_metres - shown_metres / 2;
  const float middle = static_cast<float>(least + most) / 2;
  return low > high ? Range{middle, middle} : Range{low, high};
}

class Camera {
 public:
  Camera(Frame& frame, Rect view, const model::Bounds& all, MapMemory& memory)
      : frame_(frame), all_(all), memory_(memory), fitting_(fitting_scale(frame, view, all)) {
    projection_.view = frame.placed_rect(view);
    projection_.middle = projection_.view.centre();
    if (!memory.placed) memory.centre = {static_cast<float>(all.least.x + all.most.x) / 2, static_cast<float>(all.least.y + all.most.y) / 2};
    memory.placed = true;
    const std::chrono::duration<float> passed = frame.now() - memory.stepped;
    constexpr float kFrame = 0.016F;
    seconds_ = frame.reduced_motion() ? 1e3F : memory.moving ? std::max(0.0F, passed.count()) : kFrame;
    memory.stepped = frame.now();
    memory.moving = false;
    take_scale();
  }

  void pinch(const ui::Pinch& pinch) {
    zoom_to(std::clamp(memory_.zoom * pinch.factor, 1 / kOverZoom, kMostZoom * kOverZoom), pinch.centre);
    memory_.wanted_zoom = std::clamp(memory_.zoom, 1.0F, kMostZoom);
    memory_.anchor = pinch.centre;
    move(pinch.moved);
  }

  void zoom_on() {
    if (memory_.zoom == memory_.wanted_zoom) return;
    const float left = std::exp(-seconds_ * kZoomsPerSecond);
    float next = memory_.wanted_zoom + (memory_.zoom - memory_.wanted_zoom) * left;
    if (std::abs(next / memory_.wanted_zoom - 1) < 0.003F) next = memory_.wanted_zoom;
    zoom_to(next, memory_.anchor);
    if (next != memory_.wanted_zoom) go_on();
  }

  // A finger may pull the plan beyond its edge, with resistance.
  void move(Point by) {
    const auto along = [&](float& centre, const Range& range, float pixels) {
      const float metres = -pixels / projection_.scale;
      const bool outwards = (metres < 0 && centre <= range.least) || (metres > 0 && centre >= range.most);
      centre += outwards ? metres * kBeyondEdge : metres;
    };
    along(memory_.centre.x, across(), by.x);
    along(memory_.centre.y, down(), by.y);
  }

  // Let go, it comes back.
  void settle() {
    const Point within{across().nearest(memory_.centre.x), down().nearest(memory_.centre.y)};
    const Point beyond{memory_.centre.x - within.x, memory_.centre.y - within.y};
    if (beyond == Point{}) return;
    frame_.stop_panning();
    const float left = std::exp(-seconds_ * kReturnsPerSecond);
    memory_.centre = {within.x + beyond.x * left, within.y + beyond.y * left};
    if (std::hypot(beyond.x, beyond.y) * left * projection_.scale < kAtRestPx) {
      memory_.centre = within;
    } else {
      go_on();
    }
  }

  Projection projection() {
    projection_.centre = memory_.centre;
    return projection_;
  }

 private:
  void go_on() {
    memory_.moving = true;
    frame_.want_frame_at(frame_.now());
  }
  void take_scale() { projection_.scale = fitting_ * memory_.zoom; }
  Range across() const { return range_of(all_.least.x, all_.most.x, projection_.view.width / projection_.scale, rim(frame_) / projection_.scale); }
  Range down() const { return range_of(all_.least.y, all_.most.y, projection_.view.height / projection_.scale, rim(frame_) / projection_.scale); }

  // What lies under `anchor` stays there.
  void zoom_to(float zoom, Point anchor) {
    projection_.centre = memory_.centre;
    const model::Metres fixed = projection_.metres(anchor);
    memory_.zoom = zoom;
    take_scale();
    const model::Metres now = projection_.metres(anchor);
    memory_.centre = {memory_.centre.x + static_cast<float>(fixed.x - now.x), memory_.centre.y + static_cast<float>(fixed.y - now.y)};
  }

  Frame& frame_;
  const model::Bounds& all_;
  MapMemory& memory_;
  float fitting_;
  float seconds_ = 0;
  Projection projection_;
};

}  // namespace

Point Projection::at(model::Metres place) const {
  const float x = static_cast<float>(place.x) - centre.x;
  const float y = static_cast<float>(place.y) - centre.y;
  return {middle.x + (x - y * shear) * scale, middle.y + y * squash * scale};
}

model::Metres Projection::metres(Point pixel) const {
  const float y = (pixel.y - middle.y) / (squash * scale);
  const float x = (pixel.x - middle.x) / scale + y * shear;
  return {x + centre.x, y + centre.y};
}

Rect Projection::rect(const model::Bounds& box) const {
  const Point least = at(box.least);
  const Point most = at(box.most);
  // The upper edge stands farther to the right than the lower one.
  return {least.x, least.y, std::max(0.0F, most.x - least.x), most.y - least.y};
}

Projection look_at_floor(Frame& frame, Rect view, const model::Bounds& all, const ui::Pan& pan, MapMemory& memory) {
  Camera camera(frame, view, all, memory);
  if (pan.pinch.held) {
    camera.pinch(pan.pinch);
  } else {
    camera.move(pan.moved);
    camera.zoom_on();
  }
  // Not while it zooms: what lies under the finger would slide away from it.
  if (!pan.held && memory.zoom == memory.wanted_zoom) camera.settle();
  return camera.projection();
}

Projection look_at_stack(const Frame& frame, Rect view, const model::Bounds& all, std::size_t index, std::size_t count) {
  constexpr float kSquash = 0.62F;
  constexpr float kShear = 0.3F;
  const float between = std::ceil(frame.metrics().caption * 2);  // the floor's name stands there
  const auto width = static_cast<float>(all.most.x - all.least.x);
  const auto height = static_cast<float>(all.most.y - all.least.y);
  const auto floors = static_cast<float>(count);
  const float down = (view.height - 2 * rim(frame)) / floors - between;
  Projection projection;
  projection.view = frame.placed_rect(view);
  projection.scale = std::max(0.1F, std::min((view.width - 2 * rim(frame)) / (width + height * kShear), down / (height * kSquash)));
  projection.squash = kSquash;
  projection.shear = kShear;
  projection.centre = {static_cast<float>(all.least.x) + width / 2, static_cast<float>(all.least.y) + height / 2};
  const float pitch = height * kSquash * projection.scale + between;
  projection.middle = projection.view.centre();
  projection.middle.y += pitch * ((floors - 1) / 2 - static_cast<float>(index)) + between / 2;
  return projection;
}

void zoom_about(MapMemory& memory, Point anchor, float factor) {
  memory.wanted_zoom = std::clamp(memory.wanted_zoom * factor, 1.0F, kMostZoom);
  memory.anchor = anchor;
}

}  // namespace kiosk::screens
