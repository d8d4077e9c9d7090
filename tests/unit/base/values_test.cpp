// The small values every folder uses.
#include <doctest/doctest.h>

#include "base/clock.h"
#include "base/color.h"
#include "base/earliest_clock.h"
#include "base/geometry.h"
#include "base/language.h"

using namespace kiosk::base;
using namespace std::chrono_literals;

TEST_CASE("languages have codes, and only Arabic runs from right to left") {
  for (Language language : kLanguages) CHECK(language_from_code(code(language)) == language);
  CHECK(code(Language::tamazight) == "zgh");
  CHECK_FALSE(language_from_code("de").has_value());
  CHECK(direction(Language::arabic) == Direction::right_to_left);
  CHECK(direction(Language::tamazight) == Direction::left_to_right);
}

TEST_CASE("rectangles intersect, contain their start and not their end") {
  const Rect a{0, 0, 10, 10};
  CHECK(intersect(a, {5, 5, 10, 10}) == Rect{5, 5, 5, 5});
  CHECK(intersect(a, {20, 0, 5, 5}).empty());
  CHECK(a.contains({0, 0}));
  CHECK_FALSE(a.contains({10, 0}));
  CHECK(a.inset(2) == Rect{2, 2, 6, 6});
}

TEST_CASE("colours are written as designers write them") {
  CHECK(rgb(0x1E3A8A) == Color{0x1E, 0x3A, 0x8A, 255});
  CHECK(with_alpha(rgb(0xFFFFFF), 10).alpha == 10);
}

TEST_CASE("a clock with a start runs from there") {
  const WallTime start{1758532500s};
  const SystemClock clock(start);
  CHECK(clock.wall() >= start);
  CHECK(clock.wall() < start + 5s);
  ManualClock manual(start);
  manual.advance(1500ms);
  CHECK(manual.wall() == start + 1500ms);
  CHECK(manual.steady() == SteadyTime{} + 1500ms);
}

TEST_CASE("a clock that says what cannot be is not listened to, and time goes on from what is known") {
  const WallTime now = std::chrono::system_clock::now();
  const WallTime known = now - std::chrono::hours(1000);
  const EarliestClock dead_battery(now + std::chrono::hours(1), known);
  const WallTime first = dead_battery.wall();
  CHECK(first >= known);
  CHECK(first < known + std::chrono::hours(1));
  CHECK(dead_battery.wall() >= first);
  // One that can be right is, also where something later was known.
  CHECK(EarliestClock(WallTime{1758532500s}, now + std::chrono::hours(1000)).wall() < now + std::chrono::hours(1));
}
