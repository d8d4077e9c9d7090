// When a pointer's events happened, told from the X server's stamps, however late they are taken.
#include "app/event_times.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;
using app::EventTimes;
using ui::PointerPhase;

namespace {

constexpr base::SteadyTime kNow = base::SteadyTime{} + 100h;

// The server's stamp of so long ago.
std::uint32_t stamp(base::Milliseconds ago) {
  return static_cast<std::uint32_t>(std::chrono::duration_cast<base::Milliseconds>((kNow - ago).time_since_epoch()).count());
}

}  // namespace

TEST_CASE("each event of those that one frame finds waiting has its own time") {
  EventTimes times;
  times.note(PointerPhase::down, {10, 10}, stamp(400ms));
  times.note(PointerPhase::move, {20, 10}, stamp(300ms));
  times.note(PointerPhase::move, {30, 10}, stamp(250ms));
  times.note(PointerPhase::up, {30, 10}, stamp(100ms));
  CHECK(times.take(PointerPhase::down, {10, 10}, kNow) == kNow - 400ms);
  CHECK(times.take(PointerPhase::move, {20, 10}, kNow) == kNow - 300ms);
  CHECK(times.take(PointerPhase::move, {30, 10}, kNow) == kNow - 250ms);
  CHECK(times.take(PointerPhase::up, {30, 10}, kNow) == kNow - 100ms);
}

TEST_CASE("moves that are not told of are passed over, and what has no stamp happened now, but never before what came first") {
  EventTimes times;
  times.note(PointerPhase::move, {1, 1}, stamp(900ms));
  times.note(PointerPhase::move, {2, 2}, stamp(800ms));
  times.note(PointerPhase::down, {2, 2}, stamp(700ms));
  CHECK(times.take(PointerPhase::down, {2, 2}, kNow) == kNow - 700ms);
  CHECK(times.take(PointerPhase::up, {2, 2}, kNow) == kNow);
  times.note(PointerPhase::down, {2, 2}, stamp(50ms));
  CHECK(times.take(PointerPhase::down, {2, 2}, kNow) == kNow);
}

TEST_CASE("stamps of a clock that is not ours are not believed, and those that begin anew after 49 days are") {
  EventTimes times;
  times.note(PointerPhase::down, {}, 1234);
  CHECK(times.take(PointerPhase::down, {}, kNow) == kNow);
  times.note(PointerPhase::up, {}, stamp(0ms) + 5);
  CHECK(times.take(PointerPhase::up, {}, kNow) == kNow);
  const base::SteadyTime anew = base::SteadyTime{} + base::Milliseconds(0x1'0000'0000) + 20ms;
  EventTimes long_up;
  long_up.note(PointerPhase::down, {}, 0xFFFF'FFFFU - 9);
  CHECK(long_up.take(PointerPhase::down, {}, anew) == anew - 30ms);
}
