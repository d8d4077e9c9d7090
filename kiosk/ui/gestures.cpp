#include "ui/gestures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kiosk::ui {
namespace {

using FloatSeconds = std::chrono::duration<float>;

// Inertia: velocity decays exponentially; below the floor the list rests.
constexpr float kDecayPerSecond = 4.0F;
constexpr float kRestVelocity = 30.0F;
constexpr float kLargestVelocity = 8000.0F;
// A finger that rested this long before leaving does not fling.
constexpr FloatSeconds kFlingMemory{0.1F};
// Two taps within this time and this many slops of each other are a double tap.
constexpr FloatSeconds kDoubleTap{0.4F};
constexpr float kDoubleTapReach = 3;
// Nobody has seen a new page, or the question that stands where a button was, and aimed at it sooner: a slow double tap erased a family.
constexpr FloatSeconds kEcho{0.6F};

}  // namespace

Gestures::Scroll& Gestures::scroll(WidgetId area) {
  const auto found = std::find_if(scrolls_.begin(), scrolls_.end(), [&](const Scroll& one) { return one.id == area; });
  if (found != scrolls_.end()) return *found;
  scrolls_.push_back({area, 0, 0, 0});
  return scrolls_.back();
}

void Gestures::update(const std::vector<Target>& targets, const std::vector<ScrollArea>& areas, SteadyTime now, const GestureRules& rules, std::uint64_t most) {
  // What the last tap changed is in no frame's targets yet: it is being built into the one that comes now.
  const bool waits = tapped_ != 0 || tapped_nothing_;
  tapped_ = 0;
  long_pressed_ = 0;
  dragged_ = 0;
  tapped_nothing_ = drag_ended_ = false;
  panned_ = {};
  pinch_.factor = 1;
  pinch_.moved = {};
  touched_ = has_events();
  for (const ScrollArea& area : areas) {
    Scroll& one = scroll(area.id);
    one.limit_px = area.limit_px;
    one.offset_px = std::clamp(one.offset_px, 0.0F, area.limit_px);
  }
  while (!waits && !fingers_queue_.empty() && tapped_ == 0) {
    finger(fingers_queue_.front(), targets, areas);
    fingers_queue_.pop_front();
  }
  // However late an event is judged, a hold that was over before it came has completed, and one that it ended has not.
  while (!waits && !queue_.empty() && judged_ < most && !completed() && !complete_hold(queue_.front().event.time)) {
    const Queued queued = queue_.front();
    queue_.pop_front();
    ++judged_;
    judge(queued, targets, areas, rules);
  }
  complete_hold(queue_.empty() ? now : std::min(now, queue_.front().event.time));
  coast(now);
}

void Gestures::judge(const Queued& queued, const std::vector<Target>& targets, const std::vector<ScrollArea>& areas, const GestureRules& rules) {
  const auto& [event, bound] = queued;
  switch (event.phase) {
    case PointerPhase::down: {
      // A key is the same key though its letter changed with the stroke before.
      const auto types = [](const Hit& hit) { return hit.target && hit.target->types; };
      const Hit now = hit_at(event.position, targets, areas);
      down(event, !bound || (types(*bound) && types(now)) ? now : *bound, !bound && is_echo(targets, event.position, event.time, rules));
      break;
    }
    case PointerPhase::move: move(event, rules); break;
    case PointerPhase::up: up(event, targets, rules); break;
    case PointerPhase::cancel:
      finger_down_ = dragging_ = false;
      pressed_ = taken_ = 0;
      break;
  }
}

// Whether the press has become a long one by then.
bool Gestures::complete_hold(SteadyTime time) {
  const auto due = next_deadline();
  if (!due || time < *due) return false;
  long_press_done_ = true;
  long_pressed_ = pressed_;
  tap_position_ = last_;
  if (drags_ != TargetDrag::none) {
    taken_ = std::exchange(pressed_, 0);
    after_hold_ = true;
  }
  return true;
}

Gestures::Hit Gestures::hit_at(Point position, const std::vector<Target>& targets, const std::vector<ScrollArea>& areas) {
  Hit hit;
  for (const Target& target : targets) {
    if (target.rect.contains(position)) hit.target = target;
  }
  for (const ScrollArea& area : areas) {
    if (area.rect.contains(position)) hit.area = area;
  }
  return hit;
}

void Gestures::bind(const std::vector<Target>& targets, const std::vector<ScrollArea>& areas) {
  for (Queued& queued : queue_) {
    if (queued.event.phase == PointerPhase::down && !queued.hit) queued.hit = hit_at(queued.event.position, targets, areas);
  }
}

bool Gestures::is_echo(const std::vector<Target>& targets, Point position, SteadyTime time, const GestureRules& rules) const {
  if (time - last_tap_time_ > kEcho) return false;
  if (std::hypot(position.x - tap_position_.x, position.y - tap_position_.y) > kDoubleTapReach * rules.slop_px) return false;
  const bool gone = last_tapped_ != 0 && std::none_of(targets.begin(), targets.end(), [&](const Target& target) { return target.id == last_tapped_; });
  if (!gone && page_entered_ <= last_tap_time_) return false;
  const Hit hit = hit_at(position, targets, {});
  return !hit.target || !(hit.target->id == last_tapped_ || (last_typed_ && hit.target->types));
}

void Gestures::down(const PointerEvent& event, const Hit& hit, bool echo) {
  if (finger_down_) return;
  finger_down_ = true;
  dragging_ = long_press_done_ = stopped_fling_ = false;
  start_ = last_ = event.position;
  start_time_ = last_time_ = event.time;
  pressed_ = taken_ = 0;
  pinching_ = fingers_.size() > 1 && !(hit.target && hit.target->types);
  drags_ = TargetDrag::none;
  area_ = hit.area ? hit.area->id : 0;
  pans_ = hit.area && hit.area->pans;
  if (pans_) {
    stopped_fling_ = area_ == pan_area_ && pan_velocity_ != Point{};
    pan_velocity_ = {};
  } else if (area_ != 0) {
    Scroll& one = scroll(area_);
    stopped_fling_ = one.velocity_px_s != 0;
    one.velocity_px_s = 0;
  }
  const bool presses = !stopped_fling_ && !pinching_ && !echo;
  over_nothing_ = presses && !hit.target;
  if (!presses || !hit.target) return;
  pressed_ = hit.target->enabled ? hit.target->id : 0;
  pressed_target_ = *hit.target;
  hold_ = hit.target->hold;
  drags_ = hit.target->drags;
}

// Whether the finger's move is a target's.
bool Gestures::take_drag(const PointerEvent& event, const GestureRules& rules) {
  const float dx = event.position.x - start_.x;
  const float dy = event.position.y - start_.y;
  const bool begins = drags_ == TargetDrag::sideways && pressed_ != 0 && !dragging_ && std::abs(dx) > std::abs(dy) && std::hypot(dx, dy) > rules.slop_px;
  if (begins) {
    taken_ = std::exchange(pressed_, 0);
    after_hold_ = false;
  }
  if (taken_ == 0) return false;
  dragged_ = taken_;
  drag_position_ = last_ = event.position;
  last_time_ = event.time;
  return true;
}

void Gestures::move(const PointerEvent& event, const GestureRules& rules) {
  if (!finger_down_ || pinching_ || take_drag(event, rules)) return;
  const float dx = event.position.x - start_.x;
  const float dy = event.position.y - start_.y;
  if (!dragging_ && !long_press_done_ && std::hypot(dx, dy) > rules.slop_px) {
    dragging_ = true;
    pressed_ = 0;
    if (pans_) pan_area_ = area_;
    // The slop is given back, so that the list does not jump when the drag begins.
    last_ = event.position;
    last_time_ = event.time;
    return;
  }
  if (dragging_ && pans_) {
    drag_pan(event);
  } else if (dragging_ && area_ != 0) {
    Scroll& one = scroll(area_);
    const float travelled = last_.y - event.position.y;
    const float seconds = std::max(0.001F, FloatSeconds(event.time - last_time_).count());
    one.offset_px = std::clamp(one.offset_px + travelled, 0.0F, one.limit_px);
    // Half old, half new: one late event neither stops nor doubles the fling.
    one.velocity_px_s = std::clamp(0.5F * one.velocity_px_s + 0.5F * travelled / seconds, -kLargestVelocity, kLargestVelocity);
  }
  last_ = event.position;
  last_time_ = event.time;
}

void Gestures::drag_pan(const PointerEvent& event) {
  const Point travelled{event.position.x - last_.x, event.position.y - last_.y};
  const float seconds = std::max(0.001F, FloatSeconds(event.time - last_time_).count());
  panned_ = {panned_.x + travelled.x, panned_.y + travelled.y};
  const auto mixed = [&](float old, float way) { return std::clamp(0.5F * old + 0.5F * way / seconds, -kLargestVelocity, kLargestVelocity); };
  pan_velocity_ = {mixed(pan_velocity_.x, travelled.x), mixed(pan_velocity_.y, travelled.y)};
}

void Gestures::strike(WidgetId key, const FingerEvent& event) {
  tapped_ = last_tapped_ = key;
  taps_ = 1;
  tap_position_ = event.position;
  last_tap_time_ = event.time;
  last_typed_ = true;
}

void Gestures::finger(const FingerEvent& event, const std::vector<Target>& targets, const std::vector<ScrollArea>& areas) {
  const auto known = std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& one) { return one.id == event.finger; });
  if (event.phase == PointerPhase::down) {
    if (known != fingers_.end()) return;
    fingers_.push_back({event.finger, event.position, {}});
    const Hit hit = hit_at(event.position, targets, areas);
    if (fingers_.size() > 1 && hit.target && hit.target->types && hit.target->enabled) {
      fingers_.back().key = hit.target;
      // Whoever types with two hands strikes the next key before the last is let go of: that one is struck now, in its turn.
      const auto held = std::find_if(fingers_.begin(), fingers_.end() - 1, [](const Finger& one) { return one.key.has_value(); });
      if (pressed_ != 0 && pressed_target_.types && !long_press_done_) {
        strike(std::exchange(pressed_, 0), event);
      } else if (held != fingers_.end() - 1) {
        strike(held->key->id, event);
        held->key.reset();
      }
    }
  } else if (known != fingers_.end() && event.phase == PointerPhase::move) {
    known->at = event.position;
  } else if (known != fingers_.end()) {
    if (known->key && event.phase == PointerPhase::up && known->key->rect.contains(event.position)) strike(known->key->id, event);
    fingers_.erase(known);
  }
  pinch(areas);
}

// The first two fingers; a third is ignored.
void Gestures::pinch(const std::vector<ScrollArea>& areas) {
  const bool types = (pressed_ != 0 && pressed_target_.types) || std::any_of(fingers_.begin(), fingers_.end(), [](const Finger& one) { return one.key.has_value(); });
  if (fingers_.size() < 2 || types) {
    pinch_.held = false;
    return;
  }
  const Point a = fingers_[0].at;
  const Point b = fingers_[1].at;
  const Point centre{(a.x + b.x) / 2, (a.y + b.y) / 2};
  const float distance = std::max(1.0F, std::hypot(a.x - b.x, a.y - b.y));
  // When one of the two is lifted and another takes its place, the pinch begins anew from where they are.
  const std::array pair{fingers_[0].id, fingers_[1].id};
  if (!pinch_.held) {
    pinch_area_ = 0;
    for (const ScrollArea& area : areas) {
      if (area.pans && area.rect.contains(centre)) pinch_area_ = area.id;
    }
    // Two fingers press nothing, wherever they are.
    pinching_ = true;
    pressed_ = taken_ = 0;
    dragging_ = over_nothing_ = false;
    pan_velocity_ = {};
    if (area_ != 0) scroll(area_).velocity_px_s = 0;
    pinch_.held = true;
  } else if (pair_ == pair) {
    pinch_.factor *= distance / pinch_distance_;
    pinch_.moved = {pinch_.moved.x + centre.x - pinch_centre_.x, pinch_.moved.y + centre.y - pinch_centre_.y};
  }
  pair_ = pair;
  pinch_.centre = pinch_centre_ = centre;
  pinch_distance_ = distance;
}

void Gestures::count_taps(const PointerEvent& event, const GestureRules& rules) {
  const bool again = tapped_ == last_tapped_ && event.time - last_tap_time_ <= kDoubleTap &&
                     std::hypot(event.position.x - tap_position_.x, event.position.y - tap_position_.y) <= kDoubleTapReach * rules.slop_px;
  taps_ = again ? taps_ + 1 : 1;
  last_tapped_ = tapped_;
  last_typed_ = tapped_ != 0 && tapped_ == pressed_ && pressed_target_.types;
  last_tap_time_ = event.time;
}

void Gestures::up(const PointerEvent& event, const std::vector<Target>& targets, const GestureRules& rules) {
  if (!finger_down_) return;
  finger_down_ = false;
  drag_ended_ = std::exchange(taken_, 0) != 0;
  if (drag_ended_ || std::exchange(pinching_, fingers_.size() > 1)) return;
  if (dragging_) {
    if (pans_) {
      if (event.time - last_time_ > kFlingMemory) pan_velocity_ = {};
    } else if (area_ != 0 && event.time - last_time_ > kFlingMemory) scroll(area_).velocity_px_s = 0;
  } else if (over_nothing_) {
    tapped_nothing_ = true;
  } else if (long_press_done_) {
    WidgetId under = 0;
    bool still_there = false;
    for (const Target& target : targets) {
      if (target.enabled && target.rect.contains(event.position)) under = target.id;
      still_there = still_there || target.id == pressed_;
    }
    if (still_there && under != pressed_) tapped_ = under;
  } else if (pressed_ != 0) {
    for (const Target& target : targets) {
      // What the page laid out anew under the finger is still what was touched.
      const bool within = target.rect.contains(event.position) || pressed_target_.rect.contains(event.position);
      if (target.id == pressed_ && target.enabled && within) tapped_ = pressed_;
    }
  }
  if (tapped_ != 0 || tapped_nothing_) count_taps(event, rules);
  tap_position_ = event.position;
  dragging_ = false;
  pressed_ = 0;
  coasted_ = event.time;
}

void Gestures::coast(SteadyTime now) {
  const float seconds = std::max(0.0F, FloatSeconds(now - coasted_).count());
  coasted_ = std::max(coasted_, now);
  if (finger_down_) return;
  if (pan_velocity_ != Point{}) {
    panned_ = {panned_.x + pan_velocity_.x * seconds, panned_.y + pan_velocity_.y * seconds};
    const float decay = std::exp(-kDecayPerSecond * seconds);
    pan_velocity_ = {pan_velocity_.x * decay, pan_velocity_.y * decay};
    if (std::hypot(pan_velocity_.x, pan_velocity_.y) < kRestVelocity) pan_velocity_ = {};
  }
  for (Scroll& one : scrolls_) {
    if (one.velocity_px_s == 0) continue;
    one.offset_px += one.velocity_px_s * seconds;
    one.velocity_px_s *= std::exp(-kDecayPerSecond * seconds);
    const bool at_an_end = one.offset_px <= 0 || one.offset_px >= one.limit_px;
    one.offset_px = std::clamp(one.offset_px, 0.0F, one.limit_px);
    if (at_an_end || std::abs(one.velocity_px_s) < kRestVelocity) one.velocity_px_s = 0;
  }
}

float Gestures::offset(WidgetId area) const {
  const auto found = std::find_if(scrolls_.begin(), scrolls_.end(), [&](const Scroll& one) { return one.id == area; });
  return found == scrolls_.end() ? 0 : std::round(found->offset_px);
}

void Gestures::set_offset(WidgetId area, float offset_px) {
  Scroll& one = scroll(area);
  one.offset_px = std::max(0.0F, offset_px);
  one.velocity_px_s = 0;
}

bool Gestures::moving() const {
  if (has_events()) return true;
  if (finger_down_) return false;
  return pan_velocity_ != Point{} ||
         std::any_of(scrolls_.begin(), scrolls_.end(), [](const Scroll& one) { return one.velocity_px_s != 0; });
}

std::optional<SteadyTime> Gestures::next_deadline() const {
  if (hold_.count() == 0 || !finger_down_ || dragging_ || pressed_ == 0 || long_press_done_) return std::nullopt;
  return start_time_ + hold_;
}

void Gestures::reset() {
  Gestures anew;
  anew.judged_ = came();
  anew.last_tapped_ = last_tapped_;
  anew.last_tap_time_ = last_tap_time_;
  anew.tap_position_ = tap_position_;
  *this = std::move(anew);
}

}  // namespace kiosk::ui
