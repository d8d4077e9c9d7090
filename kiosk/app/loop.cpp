#include "app/loop.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "base/forget.h"
#include "base/log.h"

namespace kiosk::app {
namespace {

std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

// Animations run at most 60 times a second even where the display does not hold them back (Xvfb).
constexpr base::Milliseconds kShortestFrame{16};

}  // namespace

void request_stop() { stop_requested = true; }

Loop::Loop(Parts parts) : p_(parts), guard_(parts.visitor, parts.stage) {
  p_.window.on_pointer([this](const ui::PointerEvent& event) { p_.stage.gestures().push(event); });
  p_.window.on_key([this](ui::KeyStroke stroke) { p_.stage.push_key(std::move(stroke)); });
}

int Loop::run() {
  while (!stop_requested && !p_.window.close_requested()) {
    bool over = false;
    switch (guard_.attempt([&] { over = !turn(); })) {
      case FrameGuard::Outcome::over: return 1;
      case FrameGuard::Outcome::recovered: again_ = true; break;
      case FrameGuard::Outcome::passed: break;
    }
    if (over) return status_;
    p_.window.wait(std::exchange(polled_, false) ? 0 : timeout_seconds(p_.clock.steady()));
  }
  return status_;
}

bool Loop::turn() {
  take_fingers();
  // What was touched is judged before time passes: whoever touches as the countdown ends is still there.
  if (shown_view_ != nullptr && (p_.stage.gestures().has_events() || p_.stage.has_key_strokes())) draw_frame();
  p_.visitor.tick();
  take_reload();
  if (p_.shelf.pump()) again_ = true;
  for (const PictureShelf::Failure& failure : p_.shelf.take_failures()) {
    base::log_warning(failure.reason);
    p_.visitor.take_broken_picture(failure.source, failure.reason);
  }
  if (frame_due(p_.clock.steady())) draw_frame();
  // Now that another frame is shown nothing needs what the visitor's left on the stack.
  if (p_.visitor.version() == shown_version_ && p_.stage.take_forgotten()) base::scrub_stack();
  return advance_script();
}

void Loop::take_reload() {
  auto reload = p_.reloads.take();
  if (!reload) return;
  p_.visitor.take_report(std::move(reload->report));
  if (reload->content == nullptr) return;
  // The shelf first: the catalogue before lives until the visitor lets go of it.
  p_.shelf.use_catalogue(reload->content->catalogue);
  p_.visitor.use_content(std::move(reload->content));
}

// From the whole X screen's pixels to the window's.
void Loop::take_fingers() {
  if (p_.touches == nullptr) return;
  std::vector<ui::FingerEvent> events = p_.touches->take();
  if (events.empty()) return;
  const base::Point origin = p_.window.position();
  for (ui::FingerEvent& event : events) {
    event.position = {event.position.x - origin.x, event.position.y - origin.y};
    p_.stage.gestures().push(event);
  }
}

bool Loop::frame_due(base::SteadyTime now) {
  if (p_.window.take_damage()) return true;
  p_.visitor.view();
  if (p_.stage.gestures().has_events() || p_.stage.has_key_strokes() || p_.visitor.version() != shown_version_) return true;
  const auto press = p_.stage.gestures().next_deadline();
  if (press && now >= *press) return true;
  const bool animates = again_ || p_.stage.gestures().moving() || (wanted_ && now >= *wanted_);
  return animates && now >= last_frame_ + kShortestFrame;
}

void Loop::draw_frame() {
  using Timer = Measurements::Timer;
  using Part = Measurements::Part;
  const base::SteadyTime now = p_.clock.steady();
  last_frame_ = now;
  std::shared_ptr<const screens::ScreenView> view;
  {
    const Timer timer(measurements_, Part::view);
    view = p_.visitor.view();
  }
  shown_version_ = p_.visitor.version();
  screens::Intents intents;
  const bool typed = p_.stage.has_key_strokes();
  const std::uint64_t allocated = thread_allocations();
  {
    const Timer timer(measurements_, Part::build);
    p_.renderer.prepare();
    intents = p_.stage.build({view.get(), p_.visitor.session().comfort, p_.window.size(), p_.visitor.catalogue().event.screen_diagonal_inches, now, p_.visitor.sound_level()});
  }
  shown_view_ = std::move(view);
  measurements_.count_frame(thread_allocations() - allocated);
  {
    const Timer timer(measurements_, Part::draw);
    p_.renderer.draw();
  }
  // A finger that came down while this frame was made has touched the one before it. Whatever woke the window is taken with it.
  p_.window.wait(0);
  polled_ = true;
  p_.stage.bind_touches();
  {
    const Timer timer(measurements_, Part::swap);
    p_.window.swap();
  }
  guard_.shown();
  if (tree_) tree_->update(p_.stage.frame(), *shown_view_, p_.window.size(), measurements_.frames());
  wanted_ = p_.stage.frame().wanted_frame();
  const bool touched = p_.stage.gestures().touched() || typed;
  // A widget that was pressed or let go is drawn once more in its new state.
  again_ = touched || !intents.empty();
  if (touched) p_.visitor.apply(session::intent::Touched{});
  for (const session::Intent& intent : intents) p_.visitor.apply(intent);
}

bool Loop::advance_script() {
  if (!script_ || shown_view_ == nullptr) return true;
  const base::SteadyTime now = p_.clock.steady();
  const bool moving = again_ || p_.stage.gestures().moving() || p_.stage.entering(now) || p_.visitor.version() != shown_version_;
  const bool settled = !moving && !p_.shelf.waiting();
  const Script::State state = script_->advance({p_.stage, *shown_view_, now, settled});
  if (const auto shot = script_->take_shot()) take_shot(*shot);
  if (script_->wants_frame()) again_ = true;
  if (state == Script::State::running) return true;
  if (state == Script::State::failed) {
    base::log_error(script_->failure());
    status_ = 1;
  }
  return false;
}

void Loop::take_shot(const std::filesystem::path& file) {
  // The window's own buffer is undefined after the swap: draw the same frame again and read it before swapping.
  const base::Size size = p_.window.size();
  p_.renderer.draw();
  gfx::Image image{static_cast<int>(size.width), static_cast<int>(size.height), {}};
  image.pixels = gfx::read_pixels(image.width_px, image.height_px);
  const auto written = gfx::write_png(image, file);
  if (!written) {
    base::log_error(written.error().message);
    status_ = 1;
  }
}

double Loop::timeout_seconds(base::SteadyTime now) const {
  std::optional<base::SteadyTime> next = p_.visitor.next_deadline();
  const auto sooner = [&](std::optional<base::SteadyTime> time) {
    if (time && (!next || *time < *next)) next = time;
  };
  sooner(wanted_ ? std::optional(std::max(*wanted_, last_frame_ + kShortestFrame)) : std::nullopt);
  if (again_ || p_.stage.gestures().moving()) sooner(last_frame_ + kShortestFrame);
  if (p_.stage.gestures().has_events() || p_.stage.has_key_strokes() || p_.visitor.version() != shown_version_) return 0;
  sooner(p_.stage.gestures().next_deadline());
  if (script_) sooner(script_->next_deadline());
  constexpr double kLongest = 60;
  if (!next) return kLongest;
  return std::clamp(std::chrono::duration<double>(*next - now).count(), 0.0, kLongest);
}

}  // namespace kiosk::app
