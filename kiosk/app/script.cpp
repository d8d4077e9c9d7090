#include "app/script.h"

#include <algorithm>

#include "base/format.h"

namespace kiosk::app {
namespace {

using base::Milliseconds;

constexpr Milliseconds kPatience{5000};
constexpr Milliseconds kLook{30};       // how often a waiting line looks again
constexpr Milliseconds kDragStep{16};

const ui::Node* find_touchable(const ui::Frame& frame, std::string_view id) {
  for (const ui::Node& node : frame.nodes()) {
    if (node.id == id && node.role != ui::Role::text) return &node;
  }
  return nullptr;
}

bool shows_text(const ui::Frame& frame, std::string_view text) {
  return std::any_of(frame.nodes().begin(), frame.nodes().end(), [&](const ui::Node& node) {
    return !node.rect.empty() && node.label.find(text) != std::string_view::npos;
  });
}

bool shows_id(const ui::Frame& frame, std::string_view id) {
  return std::any_of(frame.nodes().begin(), frame.nodes().end(), [&](const ui::Node& node) { return !node.rect.empty() && node.id == id; });
}

// Wholly in view, or as much of it as its scroll area can show.
bool in_view(const ui::Node& node) { return !node.rect.empty() && node.rect.height >= std::min(node.whole.height, 40.0F) * 0.9F; }

}  // namespace

Script::State Script::advance(const World& world) {
  wants_frame_ = false;
  while (at_ < lines_.size()) {
    const ScriptLine& line = lines_[at_];
    if (!begun_) {
      begun_ = true;
      step_ = 0;
      typed_ = 0;
      touches_.clear();
      since_ = world.now;
      if (finger_down_ && !std::holds_alternative<command::Wait>(line.what)) {
        world.stage.gestures().push({ui::PointerPhase::up, finger_, world.now});
        finger_down_ = false;
        wants_frame_ = true;
        return State::running;
      }
    }
    if (std::holds_alternative<command::Quit>(line.what)) return State::finished;
    const Done done = run(line, world);
    if (done == Done::failed) return State::failed;
    if (done == Done::waiting) return State::running;
    begun_ = false;
    ++at_;
    // Each line sees the frame that the one before brought about.
    wants_frame_ = true;
    return State::running;
  }
  return State::finished;
}

bool Script::fail(const ScriptLine& line, const std::string& why) {
  failure_ = fmt::format("{}:{}: error: {}: {}", file_name_, line.number, line.text, why);
  return false;
}

Script::Done Script::run(const ScriptLine& line, const World& world) {
  next_deadline_ = world.now + kLook;
  const bool patient = world.now < since_ + kPatience;
  const auto wait_for = [&](bool there, const std::string& why) {
    if (there) return Done::yes;
    if (patient) return Done::waiting;
    fail(line, why);
    return Done::failed;
  };
  if (const auto* tap_id = std::get_if<command::TapId>(&line.what)) {
    const Done done = tap(tap_id->id, world, true);
    return done == Done::waiting && !patient ? wait_for(false, "it is not on screen or cannot be touched") : done;
  }
  if (const auto* press = std::get_if<command::Press>(&line.what)) {
    const Done done = tap(press->id, world, false);
    return done == Done::waiting && !patient ? wait_for(false, "it is not on screen or cannot be touched") : done;
  }
  if (const auto* at = std::get_if<command::TapAt>(&line.what)) {
    if (world.stage.is_echo(at->at, world.now)) return Done::waiting;
    world.stage.gestures().push({ui::PointerPhase::down, at->at, world.now});
    world.stage.gestures().push({ui::PointerPhase::up, at->at, world.now});
    return Done::yes;
  }
  if (const auto* drag_to = std::get_if<command::Drag>(&line.what)) return drag(*drag_to, world);
  if (const auto* pinched = std::get_if<command::Pinch>(&line.what)) return pinch(*pinched, world);
  if (const auto* wait = std::get_if<command::Wait>(&line.what)) {
    next_deadline_ = since_ + wait->time;
    return world.now >= next_deadline_ ? Done::yes : Done::waiting;
  }
  if (const auto* screen = std::get_if<command::ExpectScreen>(&line.what)) {
    const std::string_view now = session::id(world.view.place.screen);
    return wait_for(now == screen->screen, fmt::format("the screen is {}", now));
  }
  if (const auto* text = std::get_if<command::ExpectText>(&line.what)) {
    return wait_for(shows_text(world.stage.frame(), text->text), "no such text is on screen");
  }
  if (const auto* no = std::get_if<command::ExpectNo>(&line.what)) return wait_for(!shows_id(world.stage.frame(), no->id), "it is on screen");
  if (const auto* shot = std::get_if<command::Shot>(&line.what)) {
    if (!world.settled && patient) return Done::waiting;
    shot_ = shot->file;
    return Done::yes;
  }
  if (const auto* keys = std::get_if<command::Keys>(&line.what)) {
    world.stage.push_key({ui::KeyStroke::Kind::text, keys->text});
    return Done::yes;
  }
  if (const auto* text = std::get_if<command::Type>(&line.what)) {
    const Done done = type(text->text, world);
    return done == Done::waiting && !patient ? wait_for(false, "there is no keyboard on screen, or none of its layers has a letter of it") : done;
  }
  fail(line, "nothing on this screen takes it");
  return Done::failed;
}

// Scrolls to it, puts the finger down, lets a frame show the press, lifts it.
Script::Done Script::tap(const std::string& id, const World& world, bool lift) {
  if (step_ == 0) {
    const ui::Node* node = find_touchable(world.stage.frame(), id);
    if (node == nullptr || !node->enabled || !world.settled) return Done::waiting;
    if (!in_view(*node)) {
      world.stage.frame().reveal(*node);
      wants_frame_ = true;
      return Done::waiting;
    }
    finger_ = node->rect.centre();
    if (world.stage.is_echo(finger_, world.now)) return Done::waiting;
    world.stage.gestures().push({ui::PointerPhase::down, finger_, world.now});
    wants_frame_ = true;
    step_ = 1;
    return lift ? Done::waiting : (finger_down_ = true, Done::yes);
  }
  world.stage.gestures().push({ui::PointerPhase::up, finger_, world.now});
  return Done::yes;
}

// One letter after the other: the keys that type it are looked up when the one before has been taken.
Script::Done Script::type(const std::string& text, const World& world) {
  if (!world.settled && step_ == 0) return Done::waiting;
  if (touches_.empty()) {
    if (typed_ >= text.size()) return Done::yes;
    const auto shown = ui::shown_layer(world.stage.frame());
    if (!shown) return Done::waiting;
    std::size_t end = typed_ + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    touches_ = ui::touches_for(std::string_view(text).substr(typed_, end - typed_), shown->layer, shown->shifted);
    if (touches_.empty()) return Done::waiting;
    // Keys that only change the layer or the case type nothing themselves.
    if (const std::string& last = touches_.back().id; !last.starts_with("key.layer.") && last != "key.shift") typed_ = end;
    since_ = world.now;
  }
  const ui::KeyTouch next = touches_.front();
  if (step_ == 1 && next.hold && world.now < since_ + ui::kLongPress + kLook) return Done::waiting;
  if (tap(next.id, world, true) == Done::yes) {
    touches_.erase(touches_.begin());
    step_ = 0;
    since_ = world.now;
    wants_frame_ = true;
  } else if (step_ == 1 && next.hold) {
    since_ = world.now;
  }
  return Done::waiting;
}

Script::Done Script::drag(const command::Drag& drag, const World& world) {
  const auto passed = std::chrono::duration<float>(world.now - since_);
  const auto total = std::chrono::duration<float>(std::max(drag.time, Milliseconds(1)));
  const float share = std::min(1.0F, passed / total);
  const base::Point at{drag.from.x + (drag.to.x - drag.from.x) * share, drag.from.y + (drag.to.y - drag.from.y) * share};
  world.stage.gestures().push({step_ == 0 ? ui::PointerPhase::down : ui::PointerPhase::move, step_ == 0 ? drag.from : at, world.now});
  wants_frame_ = true;
  step_ = 1;
  next_deadline_ = world.now + kDragStep;
  if (share < 1) return Done::waiting;
  world.stage.gestures().push({ui::PointerPhase::up, drag.to, world.now});
  return Done::yes;
}

Script::Done Script::pinch(const command::Pinch& pinch, const World& world) {
  const auto passed = std::chrono::duration<float>(world.now - since_);
  const float share = std::min(1.0F, passed / std::chrono::duration<float>(std::max(pinch.time, Milliseconds(1))));
  const auto from = static_cast<float>(pinch.from_px);
  const float half = (from + (static_cast<float>(pinch.to_px) - from) * (step_ == 0 ? 0 : share)) / 2;
  const auto both = [&](ui::PointerPhase phase) {
    world.stage.gestures().push(ui::FingerEvent{1, phase, {pinch.centre.x - half, pinch.centre.y}, world.now});
    world.stage.gestures().push(ui::FingerEvent{2, phase, {pinch.centre.x + half, pinch.centre.y}, world.now});
  };
  both(step_ == 0 ? ui::PointerPhase::down : ui::PointerPhase::move);
  wants_frame_ = true;
  next_deadline_ = world.now + kDragStep;
  if (std::exchange(step_, 1) == 0 || share < 1) return Done::waiting;
  both(ui::PointerPhase::up);
  return Done::yes;
}

}  // namespace kiosk::app
