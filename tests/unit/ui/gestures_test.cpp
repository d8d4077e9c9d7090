// What a finger means: tap, drag, fling, long press.
#include <doctest/doctest.h>

#include "ui/gestures.h"

using namespace kiosk;
using namespace std::chrono_literals;
using ui::Gestures;
using ui::PointerPhase;

namespace {

constexpr ui::WidgetId kCard = 1;
constexpr ui::WidgetId kHeart = 2;
constexpr ui::WidgetId kDisabled = 3;
constexpr ui::WidgetId kHold = 4;
constexpr ui::WidgetId kField = 5;
constexpr ui::WidgetId kOtherField = 6;
constexpr ui::WidgetId kList = 9;
constexpr ui::WidgetId kPlan = 10;

// A list of 600 × 400 px with 1,000 px more below, a card and a heart in it, and two buttons beside it.
struct Screen {
  Gestures gestures;
  ui::GestureRules rules;
  base::SteadyTime now = base::SteadyTime{} + 1h;
  std::vector<ui::Target> targets{{kCard, {0, 0, 600, 300}}, {kHeart, {500, 0, 100, 100}}, {kDisabled, {700, 0, 100, 100}, false},
                                  {kHold, {700, 200, 100, 100}, true, ui::kLongPress},
                                  {kField, {0, 310, 600, 40}, true, ui::kLongPress, ui::TargetDrag::sideways},
                                  {kOtherField, {0, 355, 600, 40}, true, ui::kLongPress, ui::TargetDrag::when_held}};
  std::vector<ui::ScrollArea> areas{{kList, {0, 0, 600, 400}, 1000}, {kPlan, {0, 500, 600, 400}, 0, true}};

  void push(PointerPhase phase, float x, float y) { gestures.push(ui::PointerEvent{phase, {x, y}, now}); }
  void push(std::uint32_t finger, PointerPhase phase, float x, float y) { gestures.push(ui::FingerEvent{finger, phase, {x, y}, now}); }
  void frame(base::Milliseconds passed = 16ms) {
    now += passed;
    gestures.update(targets, areas, now, rules);
  }
};

}  // namespace

TEST_CASE("a press shows in the very next frame, the tap comes when the finger leaves") {
  Screen screen;
  screen.push(PointerPhase::down, 100, 100);
  screen.frame();
  CHECK(screen.gestures.pressed() == kCard);
  CHECK_FALSE(screen.gestures.tapped(kCard));
  screen.push(PointerPhase::up, 102, 101);
  screen.frame();
  CHECK(screen.gestures.pressed() == 0);
  CHECK(screen.gestures.tapped(kCard));
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped(kCard));
}

TEST_CASE("a tap that begins and ends between two frames is not lost") {
  Screen screen;
  screen.push(PointerPhase::down, 100, 100);
  screen.push(PointerPhase::up, 100, 100);
  screen.frame();
  CHECK(screen.gestures.tapped(kCard));
}

TEST_CASE("a button that moves under the finger, because its page was laid out anew, is tapped; one that is gone or disabled is not") {
  Screen screen;
  const auto lift_after = [&](auto&& change) {
    screen.push(PointerPhase::down, 760, 210);
    screen.frame();
    change(screen.targets[3]);
    screen.push(PointerPhase::up, 760, 210);
    screen.frame();
  };
  lift_after([](ui::Target& target) { target.rect.x += 200; });
  CHECK(screen.gestures.tapped(kHold));
  screen.targets[3].rect.x -= 200;
  lift_after([](ui::Target& target) { target.enabled = false; });
  CHECK_FALSE(screen.gestures.tapped(kHold));
  screen.targets[3].enabled = true;
  lift_after([](ui::Target& target) { target.id = 77; });
  CHECK_FALSE(screen.gestures.tapped(kHold));
  CHECK_FALSE(screen.gestures.tapped(77));
}

TEST_CASE("of two fast taps the second waits for the frame that the first brings about") {
  Screen screen;
  for (int i = 0; i < 2; ++i) {
    screen.push(PointerPhase::down, 100, 100);
    screen.push(PointerPhase::up, 100, 100);
  }
  screen.frame();
  CHECK(screen.gestures.tapped(kCard));
  CHECK(screen.gestures.has_events());
  screen.frame();  // builds what the tap has changed
  CHECK_FALSE(screen.gestures.tapped(kCard));
  CHECK(screen.gestures.has_events());
  screen.targets.clear();  // the tap opened another screen, where nothing is under the finger
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped(kCard));
  CHECK_FALSE(screen.gestures.tapped_nothing());  // it was meant for what is gone
  CHECK_FALSE(screen.gestures.has_events());
}

TEST_CASE("a finger that came down while another frame was made has touched what was still on screen") {
  Screen screen;
  screen.push(PointerPhase::down, 100, 250);
  screen.push(PointerPhase::up, 100, 250);
  screen.gestures.bind(screen.targets, screen.areas);
  constexpr ui::WidgetId kNew = 77;
  screen.targets = {{kNew, {0, 0, 600, 400}}};
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped(kNew));
  CHECK_FALSE(screen.gestures.tapped_nothing());
  screen.push(PointerPhase::down, 100, 250);
  screen.push(PointerPhase::up, 100, 250);
  screen.frame();
  CHECK(screen.gestures.tapped(kNew));
}

TEST_CASE("what a page that comes in moves from under the finger is tapped all the same") {
  Screen screen;
  screen.push(PointerPhase::down, 2, 100);
  screen.frame();
  screen.targets[0].rect.x += 48;
  screen.push(PointerPhase::up, 3, 100);
  screen.frame();
  CHECK(screen.gestures.tapped(kCard));
}

TEST_CASE("the second of a double tap that has brought another page presses nothing there; later, elsewhere and on the same button it does") {
  constexpr ui::WidgetId kNew = 77;
  const auto second_tap = [&](base::Milliseconds later, float x, ui::WidgetId under, bool page) {
    Screen screen;
    screen.push(PointerPhase::down, 300, 200);
    screen.push(PointerPhase::up, 300, 200);
    screen.frame();
    CHECK(screen.gestures.tapped(kCard));
    screen.targets = {{under, {0, 0, 600, 400}}, {kCard, {1000, 0, 10, 10}}};
    if (!page) screen.targets.pop_back();
    screen.frame();
    if (page) screen.gestures.page_entered(screen.now);
    screen.now += later;
    screen.push(PointerPhase::down, x, 200);
    screen.push(PointerPhase::up, x, 200);
    screen.frame();
    CHECK_FALSE(screen.gestures.tapped_nothing());
    return screen.gestures.tapped(under);
  };
  CHECK_FALSE(second_tap(100ms, 305, kNew, true));
  CHECK_FALSE(second_tap(200ms, 300, kNew, false));
  CHECK(second_tap(100ms, 300, kCard, true));
  CHECK(second_tap(100ms, 500, kNew, true));
  CHECK_FALSE(second_tap(500ms, 300, kNew, false));  // a slow hand: the question that stands where the button was
  CHECK(second_tap(650ms, 300, kNew, true));
}

TEST_CASE("keys are struck in quick succession though the letter on a key changes with the first stroke") {
  constexpr ui::WidgetId kCapital = 77;
  constexpr ui::WidgetId kSmall = 78;
  Screen screen;
  screen.targets = {{kCapital, {0, 0, 80, 80}, true, {}, ui::TargetDrag::none, true}};
  for (const ui::WidgetId key : {kCapital, kSmall, kSmall}) {
    screen.push(PointerPhase::down, 40, 40);
    screen.push(PointerPhase::up, 40, 40);
    screen.frame();
    CHECK(screen.gestures.tapped(key));
    screen.frame();
    screen.targets[0].id = kSmall;
    screen.now += 60ms;
  }
  screen.push(PointerPhase::down, 40, 40);
  screen.push(PointerPhase::up, 40, 40);
  screen.gestures.bind(screen.targets, screen.areas);
  screen.targets[0].id = kCapital;
  screen.frame();
  CHECK(screen.gestures.tapped(kCapital));
}

TEST_CASE("with two hands the next key is struck before the last is let go of, and all are written in their order") {
  constexpr ui::WidgetId kA = 71;
  constexpr ui::WidgetId kB = 72;
  Screen screen;
  for (const auto& [key, x] : {std::pair(kA, 0.0F), std::pair(kB, 100.0F)}) screen.targets.push_back({key, {x, 900, 80, 80}, true, {}, ui::TargetDrag::none, true});
  std::vector<ui::WidgetId> written;
  const auto frames = [&] {
    do {
      screen.frame();
      for (const ui::WidgetId key : {kA, kB}) {
        if (screen.gestures.tapped(key)) written.push_back(key);
      }
    } while (screen.gestures.has_events());
  };
  for (int round = 0; round < 2; ++round) {
    screen.push(PointerPhase::down, 40, 940);
    screen.push(1, PointerPhase::down, 40, 940);
    frames();
    screen.push(2, PointerPhase::down, 140, 940);
    frames();
    CHECK(written.back() == kA);
    screen.push(PointerPhase::up, 40, 940);
    screen.push(1, PointerPhase::up, 40, 940);
    if (round == 0) frames();
    screen.push(3, PointerPhase::down, 41, 940);
    screen.push(2, PointerPhase::up, 140, 940);
    screen.push(3, PointerPhase::up, 41, 940);
    frames();
  }
  CHECK(written == std::vector<ui::WidgetId>{kA, kB, kA, kA, kB, kA});
}

TEST_CASE("the echo of the tap that ended a visit begins none") {
  Screen screen;
  screen.push(PointerPhase::down, 300, 200);
  screen.push(PointerPhase::up, 300, 200);
  screen.frame();
  screen.gestures.reset();
  screen.targets.clear();
  screen.gestures.page_entered(screen.now);
  screen.now += 100ms;
  screen.push(PointerPhase::down, 300, 200);
  screen.push(PointerPhase::up, 300, 200);
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped_nothing());
  screen.now += 600ms;
  screen.push(PointerPhase::down, 300, 200);
  screen.push(PointerPhase::up, 300, 200);
  screen.frame();
  CHECK(screen.gestures.tapped_nothing());
}

TEST_CASE("what lies above is what is touched") {
  Screen screen;
  screen.push(PointerPhase::down, 550, 50);
  screen.frame();
  CHECK(screen.gestures.pressed() == kHeart);
}

TEST_CASE("a drag that starts on a card never taps it") {
  Screen screen;
  screen.push(PointerPhase::down, 100, 200);
  screen.frame();
  CHECK(screen.gestures.pressed() == kCard);
  screen.push(PointerPhase::move, 100, 170);
  screen.frame();
  CHECK(screen.gestures.pressed() == 0);
  screen.push(PointerPhase::move, 100, 200);
  screen.push(PointerPhase::up, 100, 200);
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped(kCard));
}

TEST_CASE("dragging scrolls with the finger and stops at both ends") {
  Screen screen;
  screen.push(PointerPhase::down, 100, 390);
  screen.push(PointerPhase::move, 100, 370);
  screen.frame();
  screen.push(PointerPhase::move, 100, 270);
  screen.frame(100ms);
  CHECK(screen.gestures.offset(kList) == doctest::Approx(100));
  screen.push(PointerPhase::move, 100, 900);
  screen.frame(100ms);
  CHECK(screen.gestures.offset(kList) == 0);
  screen.push(PointerPhase::move, 100, -9000);
  screen.frame(100ms);
  CHECK(screen.gestures.offset(kList) == doctest::Approx(1000));
}

TEST_CASE("a flung list coasts, slows down and comes to rest") {
  Screen screen;
  float y = 390;
  screen.push(PointerPhase::down, 100, y);
  for (int i = 0; i < 6; ++i) {
    screen.frame();
    y -= 20;
    screen.push(PointerPhase::move, 100, y);
  }
  screen.push(PointerPhase::up, 100, y);
  screen.frame();
  const float released = screen.gestures.offset(kList);
  CHECK(screen.gestures.moving());
  int frames = 0;
  while (screen.gestures.moving() && frames < 600) {
    screen.frame();
    ++frames;
  }
  CHECK(screen.gestures.offset(kList) > released + 50);
  CHECK(frames < 240);
}

TEST_CASE("a touch that stops a coasting list taps nothing") {
  Screen screen;
  float y = 390;
  screen.push(PointerPhase::down, 100, y);
  for (int i = 0; i < 6; ++i) {
    screen.frame();
    screen.push(PointerPhase::move, 100, y -= 25);
  }
  screen.push(PointerPhase::up, 100, y);
  screen.frame();
  REQUIRE(screen.gestures.moving());
  screen.push(PointerPhase::down, 100, 100);
  screen.push(PointerPhase::up, 100, 100);
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped(kCard));
  CHECK_FALSE(screen.gestures.tapped_nothing());
  CHECK_FALSE(screen.gestures.moving());
}

TEST_CASE("a finger that rests before it leaves does not fling") {
  Screen screen;
  screen.push(PointerPhase::down, 100, 390);
  screen.push(PointerPhase::move, 100, 300);
  screen.frame();
  screen.push(PointerPhase::move, 100, 200);
  screen.frame(400ms);
  screen.push(PointerPhase::up, 100, 200);
  screen.frame();
  CHECK_FALSE(screen.gestures.moving());
}

TEST_CASE("a slow finger taps like a quick one, except where a long press means something") {
  Screen screen;
  screen.push(PointerPhase::down, 100, 100);
  screen.frame();
  screen.frame(2s);
  CHECK_FALSE(screen.gestures.long_pressed(kCard));
  screen.push(PointerPhase::up, 100, 100);
  screen.frame();
  CHECK(screen.gestures.tapped(kCard));
  screen.frame();

  screen.push(PointerPhase::down, 750, 250);
  screen.frame();
  CHECK(screen.gestures.next_deadline().has_value());
  screen.frame(500ms);
  CHECK(screen.gestures.long_pressed(kHold));
  screen.frame();
  CHECK_FALSE(screen.gestures.long_pressed(kHold));
  screen.push(PointerPhase::up, 750, 250);
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped(kHold));
}

TEST_CASE("a disabled target takes the touch and does nothing") {
  Screen screen;
  screen.push(PointerPhase::down, 750, 50);
  screen.push(PointerPhase::up, 750, 50);
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped(kDisabled));
  CHECK_FALSE(screen.gestures.tapped_nothing());
}

TEST_CASE("a second finger is ignored while the first is down") {
  Screen screen;
  screen.push(PointerPhase::down, 100, 100);
  screen.push(PointerPhase::down, 550, 50);
  screen.frame();
  CHECK(screen.gestures.pressed() == kCard);
}

TEST_CASE("a list that became shorter is scrolled back into its limits") {
  Screen screen;
  screen.gestures.set_offset(kList, 900);
  screen.frame();
  CHECK(screen.gestures.offset(kList) == 900);
  screen.areas[0].limit_px = 120;
  screen.frame();
  CHECK(screen.gestures.offset(kList) == 120);
}

TEST_CASE("after reset nothing of the last visitor's finger is left") {
  Screen screen;
  screen.gestures.set_offset(kList, 500);
  screen.push(PointerPhase::down, 100, 100);
  screen.frame();
  screen.gestures.reset();
  screen.push(PointerPhase::up, 100, 100);
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped(kCard));
  CHECK(screen.gestures.offset(kList) == 0);
}

TEST_CASE("a drag that begins sideways is the field's and tells where the finger is, until it leaves; nothing scrolls and nothing is tapped") {
  Screen screen;
  screen.push(PointerPhase::down, 300, 330);
  screen.frame();
  screen.push(PointerPhase::move, 330, 335);
  screen.frame();
  CHECK(screen.gestures.holds(kField));
  REQUIRE(screen.gestures.dragged(kField).has_value());
  CHECK(screen.gestures.dragged(kField)->x == 330);
  screen.frame();
  CHECK(screen.gestures.holds(kField));
  CHECK_FALSE(screen.gestures.dragged(kField).has_value());
  screen.push(PointerPhase::move, 200, 100);  // once it is the field's, it may go anywhere
  screen.push(PointerPhase::up, 200, 100);
  screen.frame();
  CHECK(screen.gestures.dragged(kField)->x == 200);
  CHECK_FALSE(screen.gestures.holds(kField));
  CHECK_FALSE(screen.gestures.tapped(kField));
  CHECK_FALSE(screen.gestures.tapped_nothing());
  CHECK(screen.gestures.offset(kList) == 0);
  CHECK_FALSE(screen.gestures.moving());
}

TEST_CASE("a drag that begins up or down in a field scrolls the page, and a field not in focus leaves it every drag") {
  Screen screen;
  screen.push(PointerPhase::down, 300, 330);
  screen.push(PointerPhase::move, 302, 310);
  screen.push(PointerPhase::move, 302, 250);
  screen.frame();
  CHECK_FALSE(screen.gestures.holds(kField));
  CHECK_FALSE(screen.gestures.dragged(kField).has_value());
  CHECK(screen.gestures.offset(kList) > 0);

  Screen other;
  other.push(PointerPhase::down, 300, 370);
  other.push(PointerPhase::move, 350, 370);
  other.push(PointerPhase::move, 400, 370);
  other.frame();
  CHECK_FALSE(other.gestures.dragged(kOtherField).has_value());
}

TEST_CASE("after a long press the finger's moves are the field's, whatever their direction, and lifting it taps nothing") {
  for (const auto& [field, y] : {std::pair(kField, 330.0F), std::pair(kOtherField, 370.0F)}) {
    Screen screen;
    screen.push(PointerPhase::down, 300, y);
    screen.frame();
    screen.frame(500ms);
    CHECK(screen.gestures.long_pressed(field));
    CHECK(screen.gestures.holds(field));
    CHECK(screen.gestures.tap_position().x == 300);
    screen.push(PointerPhase::move, 302, 20);
    screen.frame();
    CHECK(screen.gestures.dragged(field)->y == 20);
    screen.push(PointerPhase::up, 302, 20);
    screen.frame();
    CHECK_FALSE(screen.gestures.tapped(field));
    CHECK_FALSE(screen.gestures.tapped(kCard));
  }
}

TEST_CASE("taps in quick succession on one place are counted; a slow one, one elsewhere and one on another target begin anew") {
  Screen screen;
  const auto tap = [&](float x, float y, base::Milliseconds later) {
    screen.now += later;
    screen.push(PointerPhase::down, x, y);
    screen.push(PointerPhase::up, x, y);
    screen.frame(0ms);
    const int taps = screen.gestures.taps();
    screen.frame(0ms);
    return taps;
  };
  CHECK(tap(300, 330, 1000ms) == 1);
  CHECK(tap(305, 332, 200ms) == 2);
  CHECK(tap(303, 331, 200ms) == 3);
  CHECK(tap(303, 331, 600ms) == 1);
  CHECK(tap(400, 331, 200ms) == 1);
  CHECK(tap(400, 370, 200ms) == 1);
}

TEST_CASE("after reset no finger holds a field") {
  Screen screen;
  screen.push(PointerPhase::down, 300, 330);
  screen.push(PointerPhase::move, 340, 330);
  screen.frame();
  screen.gestures.reset();
  CHECK_FALSE(screen.gestures.holds(kField));
  screen.frame();
  CHECK_FALSE(screen.gestures.dragged(kField).has_value());
}

TEST_CASE("a plan follows the finger both ways, goes on by itself when it is let go, slows down and comes to rest") {
  Screen screen;
  screen.push(PointerPhase::down, 300, 700);
  screen.frame();
  for (float x = 320; x <= 400; x += 20) {
    screen.push(PointerPhase::move, x, 700 + (x - 320) / 2);
    screen.frame();
  }
  CHECK(screen.gestures.pans(kPlan));
  CHECK(screen.gestures.panned(kPlan) == ui::Point{20, 10});
  CHECK(screen.gestures.panned(kList) == ui::Point{});
  screen.push(PointerPhase::up, 400, 740);
  screen.frame();
  CHECK_FALSE(screen.gestures.pans(kPlan));
  CHECK(screen.gestures.moving());
  screen.frame();
  const float soon = screen.gestures.panned(kPlan).x;
  CHECK(soon > 5);
  CHECK(screen.gestures.panned(kPlan).y == doctest::Approx(soon / 2).epsilon(0.05));
  for (int i = 0; i < 30; ++i) screen.frame();
  CHECK(screen.gestures.panned(kPlan).x < soon);
  for (int i = 0; i < 300; ++i) screen.frame();
  CHECK_FALSE(screen.gestures.moving());
  CHECK(screen.gestures.panned(kPlan) == ui::Point{});
}

TEST_CASE("a plan that is held before it is let go stays, and one that coasts is stopped by a touch that taps nothing") {
  Screen screen;
  const auto drag = [&] {
    screen.push(PointerPhase::down, 300, 700);
    for (float x = 320; x <= 400; x += 20) {
      screen.push(PointerPhase::move, x, 700);
      screen.frame();
    }
  };
  drag();
  screen.frame(300ms);
  screen.push(PointerPhase::up, 400, 700);
  screen.frame();
  CHECK_FALSE(screen.gestures.moving());
  drag();
  screen.push(PointerPhase::up, 400, 700);
  screen.frame();
  CHECK(screen.gestures.moving());
  screen.push(PointerPhase::down, 300, 700);
  screen.push(PointerPhase::up, 300, 700);
  screen.frame();
  CHECK_FALSE(screen.gestures.moving());
  CHECK_FALSE(screen.gestures.tapped_nothing());
}

TEST_CASE("two fingers pinch about the point between them and press nothing, and the one that stays does not drag") {
  Screen screen;
  screen.targets.push_back({kCard, {0, 500, 600, 400}});
  screen.push(PointerPhase::down, 250, 700);
  screen.push(1, PointerPhase::down, 250, 700);
  screen.frame();
  CHECK(screen.gestures.pressed() == kCard);
  screen.push(2, PointerPhase::down, 350, 700);
  screen.frame();
  CHECK(screen.gestures.pressed() == 0);
  CHECK(screen.gestures.pinched(kPlan).held);
  CHECK(screen.gestures.pinched(kPlan).factor == 1);
  screen.push(1, PointerPhase::move, 200, 710);
  screen.push(2, PointerPhase::move, 400, 710);
  screen.frame();
  const ui::Pinch pinch = screen.gestures.pinched(kPlan);
  CHECK(pinch.factor == doctest::Approx(2));
  CHECK(pinch.centre == ui::Point{300, 710});
  CHECK(pinch.moved == ui::Point{0, 10});
  CHECK_FALSE(screen.gestures.pinched(kList).held);
  screen.frame();
  CHECK(screen.gestures.pinched(kPlan).factor == 1);
  screen.push(2, PointerPhase::up, 400, 710);
  screen.push(PointerPhase::move, 100, 760);
  screen.frame();
  CHECK(screen.gestures.panned(kPlan) == ui::Point{});
  screen.push(1, PointerPhase::up, 100, 760);
  screen.push(PointerPhase::up, 100, 760);
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped(kCard));
  CHECK_FALSE(screen.gestures.pinched(kPlan).held);
  screen.push(PointerPhase::down, 100, 700);
  screen.push(PointerPhase::up, 100, 700);
  screen.frame();
  CHECK(screen.gestures.tapped(kCard));
}

TEST_CASE("when a third finger takes the place of one that is lifted, the pinch goes on from where they are") {
  Screen screen;
  screen.push(1, PointerPhase::down, 200, 700);
  screen.push(2, PointerPhase::down, 300, 700);
  screen.push(3, PointerPhase::down, 500, 700);
  screen.frame();
  screen.push(1, PointerPhase::up, 200, 700);
  screen.frame();
  CHECK(screen.gestures.pinched(kPlan).held);
  CHECK(screen.gestures.pinched(kPlan).factor == 1);
  CHECK(screen.gestures.pinched(kPlan).moved == ui::Point{});
  screen.push(3, PointerPhase::move, 700, 700);
  screen.frame();
  CHECK(screen.gestures.pinched(kPlan).factor == doctest::Approx(2));
}

TEST_CASE("a list that is dragged does not fling when a second finger comes down") {
  Screen screen;
  screen.push(PointerPhase::down, 300, 350);
  screen.push(1, PointerPhase::down, 300, 350);
  screen.frame();
  for (float y = 330; y >= 200; y -= 20) {
    screen.push(PointerPhase::move, 300, y);
    screen.frame();
  }
  screen.push(2, PointerPhase::down, 200, 200);
  screen.frame();
  screen.push(1, PointerPhase::up, 300, 200);
  screen.push(2, PointerPhase::up, 200, 200);
  screen.push(PointerPhase::up, 300, 200);
  screen.frame();
  CHECK_FALSE(screen.gestures.moving());
}

TEST_CASE("a hold that began and ended while one frame was made is a long press, and a short touch is none however late it is judged") {
  Screen screen;
  screen.push(PointerPhase::down, 300, 330);
  screen.now += 600ms;
  screen.push(PointerPhase::up, 300, 330);
  screen.frame();
  CHECK(screen.gestures.long_pressed(kField));
  CHECK(screen.gestures.has_events());  // the finger leaves when the page has shown what it held
  screen.frame();
  CHECK_FALSE(screen.gestures.tapped(kField));
  CHECK_FALSE(screen.gestures.has_events());

  screen.push(PointerPhase::down, 300, 330);
  screen.now += 100ms;
  screen.push(PointerPhase::up, 300, 330);
  screen.frame(900ms);
  CHECK_FALSE(screen.gestures.long_pressed(kField));
  CHECK(screen.gestures.tapped(kField));
}

TEST_CASE("what the pointer did after something else waits for another update, and no hold completes that it ends") {
  Screen screen;
  screen.push(PointerPhase::down, 300, 330);
  const std::uint64_t before = screen.gestures.came();
  screen.now += 100ms;
  screen.push(PointerPhase::up, 300, 330);
  screen.now += 900ms;
  screen.gestures.update(screen.targets, screen.areas, screen.now, screen.rules, before);
  CHECK(screen.gestures.judged() == before);
  CHECK_FALSE(screen.gestures.acted());
  CHECK(screen.gestures.has_events());
  screen.frame();
  CHECK(screen.gestures.tapped(kField));
  CHECK(screen.gestures.acted());
  CHECK(screen.gestures.judged() == screen.gestures.came());
}

TEST_CASE("of a field's drag and the touch that follows it at once each has a frame of its own, and a drag is told from one that a hold began") {
  Screen screen;
  screen.push(PointerPhase::down, 300, 330);
  screen.frame(500ms);
  CHECK(screen.gestures.drags_on(kField));
  screen.push(PointerPhase::move, 350, 330);
  screen.push(PointerPhase::up, 350, 330);
  screen.push(PointerPhase::down, 300, 330);
  screen.push(PointerPhase::move, 250, 330);
  screen.push(PointerPhase::up, 250, 330);
  screen.push(PointerPhase::down, 200, 330);
  screen.push(PointerPhase::up, 200, 330);
  screen.frame();
  CHECK(screen.gestures.dragged(kField)->x == 350);
  CHECK(screen.gestures.drags_on(kField));
  screen.frame();
  CHECK(screen.gestures.dragged(kField)->x == 250);
  CHECK_FALSE(screen.gestures.drags_on(kField));
  CHECK_FALSE(screen.gestures.tapped(kField));
  screen.frame();
  CHECK_FALSE(screen.gestures.dragged(kField).has_value());
  CHECK(screen.gestures.tapped(kField));
}
