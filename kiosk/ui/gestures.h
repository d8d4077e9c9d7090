// Pointer events to gestures: tap, double tap, long press, drag to scroll or pan with inertia, drag of a target that takes it, and the pinch of
// two fingers where the hardware tells of them. The hits are ours, not Dear ImGui's: 1.86 has no input queue, and a tap that begins and ends
// between two frames would be lost. Works against the targets that were on screen when the finger came down: each touch counts once, there or nowhere.
// How long, how fast and in which order is told by the events' own times, so that a frame that takes long mistakes no touch.
// A touchscreen's first finger comes twice: as the pointer that X makes of it, and as a finger. Other fingers pinch, and strike keys.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <vector>

#include "ui/gesture_values.h"

namespace kiosk::ui {

class Gestures {
 public:
  void push(const PointerEvent& event) { queue_.push_back({event, {}}); }
  void push(const FingerEvent& event) { fingers_queue_.push_back(event); }
  bool has_events() const { return !queue_.empty() || !fingers_queue_.empty(); }

  // What is queued came while these were on screen: called before another frame takes their place.
  void bind(const std::vector<Target>& targets, const std::vector<ScrollArea>& areas);
  static constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();
  // Called once at the start of a frame with the targets and scroll areas of the frame on screen. Takes events until one of them
  // completes a tap or a long press or ends a target's drag: what it changes must be on screen before the next event is judged. Of the pointer's
  // events only the first `most` that ever came are judged: what else was done after those comes before the others.
  void update(const std::vector<Target>& targets, const std::vector<ScrollArea>& areas, SteadyTime now, const GestureRules& rules, std::uint64_t most = kAll);
  // How many of the pointer's events ever came, and how many of them were judged.
  std::uint64_t came() const { return judged_ + queue_.size(); }
  std::uint64_t judged() const { return judged_; }
  // Whether this update told a target of something: it answers before anything that was done later.
  bool acted() const { return completed() || dragged_ != 0; }

  WidgetId pressed() const { return pressed_; }
  bool tapped(WidgetId id) const { return tapped_ == id && id != 0; }
  bool long_pressed(WidgetId id) const { return long_pressed_ == id && id != 0; }
  Point tap_position() const { return tap_position_; }  // window pixels; of the last tap, or where the finger was when a long press completed
  int taps() const { return taps_; }  // of the last tap: 2 when it is the second in quick succession on one place
  // Whether a finger there is the second of a double tap whose first brought another page or took what was touched: it presses nothing.
  bool is_echo(const std::vector<Target>& targets, Point position, SteadyTime time, const GestureRules& rules) const;
  // Whether the finger is down and its moves are this target's, and where it moved to in this update.
  bool holds(WidgetId id) const { return taken_ == id && id != 0; }
  // Whether those moves go on from a long press.
  bool drags_on(WidgetId id) const { return (taken_ == id || dragged_ == id) && id != 0 && after_hold_; }
  std::optional<Point> dragged(WidgetId id) const { return dragged_ == id && id != 0 ? std::optional(drag_position_) : std::nullopt; }
  bool touched() const { return touched_; }  // any pointer event in this update
  bool tapped_nothing() const { return tapped_nothing_; }  // a tap where no target is

  // Offset of a scroll area in pixels from its top, 0 when it was never scrolled.
  float offset(WidgetId area) const;
  void set_offset(WidgetId area, float offset_px);
  // How far the finger dragged a panning area in this update, or its inertia moved it, in window pixels.
  Point panned(WidgetId area) const { return area == pan_area_ ? panned_ : Point{}; }
  // Whether a finger drags it, or two pinch it: nothing else moves it meanwhile.
  bool pans(WidgetId area) const { return area != 0 && ((area == pan_area_ && finger_down_ && dragging_) || pinched(area).held); }
  Pinch pinched(WidgetId area) const { return area == pinch_area_ && area != 0 ? pinch_ : Pinch{}; }
  void stop_panning() { pan_velocity_ = {}; }  // it came to an edge
  // True while a finger drags or inertia runs: draw the next frame at once.
  bool moving() const;
  // When a long press will complete; nothing when no press is held.
  std::optional<SteadyTime> next_deadline() const;

  // Another page is on screen from the frame of `now` on.
  void page_entered(SteadyTime now) { page_entered_ = now; }
  // Forgets presses, offsets and queued events: the visitor is gone. When and where the last tap was stays, for its echo.
  void reset();

 private:
  struct Scroll {
    WidgetId id = 0;
    float offset_px = 0;
    float velocity_px_s = 0;
    float limit_px = 0;
  };
  struct Hit {  // what a finger comes down on
    std::optional<Target> target;
    std::optional<ScrollArea> area;
  };
  struct Queued {
    PointerEvent event;
    std::optional<Hit> hit;  // once bound
  };
  static Hit hit_at(Point position, const std::vector<Target>& targets, const std::vector<ScrollArea>& areas);
  Scroll& scroll(WidgetId area);
  void down(const PointerEvent& event, const Hit& hit, bool echo);
  void move(const PointerEvent& event, const GestureRules& rules);
  bool take_drag(const PointerEvent& event, const GestureRules& rules);
  void up(const PointerEvent& event, const std::vector<Target>& targets, const GestureRules& rules);
  void count_taps(const PointerEvent& event, const GestureRules& rules);
  bool completed() const { return tapped_ != 0 || tapped_nothing_ || long_pressed_ != 0 || drag_ended_; }
  bool complete_hold(SteadyTime time);
  void judge(const Queued& queued, const std::vector<Target>& targets, const std::vector<ScrollArea>& areas, const GestureRules& rules);
  void coast(SteadyTime now);
  void drag_pan(const PointerEvent& event);
  void pinch(const std::vector<ScrollArea>& areas);
  void finger(const FingerEvent& event, const std::vector<Target>& targets, const std::vector<ScrollArea>& areas);
  void strike(WidgetId key, const FingerEvent& event);
  struct Finger {
    std::uint32_t id = 0;
    Point at;
    std::optional<Target> key;  // that it strikes when it leaves, beside the pointer
  };
  std::deque<Queued> queue_;
  std::uint64_t judged_ = 0;
  std::deque<FingerEvent> fingers_queue_;
  std::vector<Finger> fingers_;  // that are down, in the order in which they came
  Pinch pinch_;
  WidgetId pinch_area_ = 0;
  std::array<std::uint32_t, 2> pair_{};  // the fingers that pinch
  float pinch_distance_ = 0;
  Point pinch_centre_;
  bool pinching_ = false;  // until the pointer is up too: a finger that stays neither drags nor taps
  std::vector<Scroll> scrolls_;
  bool finger_down_ = false;
  bool dragging_ = false;
  base::Milliseconds hold_{0};  // of the pressed target
  bool long_press_done_ = false;
  bool stopped_fling_ = false;  // this touch stopped a moving list: it taps nothing
  bool touched_ = false;
  bool tapped_nothing_ = false;
  bool over_nothing_ = false;
  WidgetId pressed_ = 0;
  Target pressed_target_;  // as it was when the finger came down: a page that comes in moves under it
  WidgetId tapped_ = 0;
  WidgetId long_pressed_ = 0;
  WidgetId area_ = 0;  // scroll area under the finger
  Point tap_position_;
  int taps_ = 0;
  WidgetId last_tapped_ = 0;
  SteadyTime last_tap_time_{};
  SteadyTime page_entered_{};
  bool last_typed_ = false;  // the last tap was a key's
  TargetDrag drags_ = TargetDrag::none;  // of the pressed target
  WidgetId taken_ = 0;    // the target that the finger's moves go to
  WidgetId dragged_ = 0;  // the one they went to in this update
  bool after_hold_ = false;   // the target has them, or had them last, since a long press
  bool drag_ended_ = false;   // in this update
  Point drag_position_;
  Point panned_;
  Point pan_velocity_;       // window pixels a second
  WidgetId pan_area_ = 0;    // that was dragged last
  bool pans_ = false;        // the area under the finger does
  Point start_;
  Point last_;
  SteadyTime start_time_{};
  SteadyTime last_time_{};
  SteadyTime coasted_{};
};

}  // namespace kiosk::ui
