// How the plan is looked at: what stays in view, what stays in place, when it comes to rest.
#include <doctest/doctest.h>

#include <cmath>

#include "app/stage.h"
#include "screens/map_camera.h"

using namespace kiosk;
using screens::MapMemory;
using screens::Projection;

namespace {

constexpr model::Bounds kBuilding{{0, 0}, {60, 40}};
constexpr ui::Rect kView{600, 100, 1200, 800};

// A frame of 1920 × 1080 in which the camera is asked, again and again.
struct Looking {
  app::NoPictures pictures;
  std::unique_ptr<app::Stage> stage = std::move(*app::Stage::create(pictures));
  screens::ScreenView view;
  MapMemory memory;
  base::SteadyTime now = base::SteadyTime{} + std::chrono::hours(1);

  Looking() {
    view.language = base::Language::french;  // left to right: logical places are those of the window
    view.body = screens::MapView();
    view.place.screen = session::ScreenId::map;
    view.nav.items.push_back({"nav.done", {"fini", base::Language::french}, "done", false, session::intent::Done{}});
  }

  Projection look(const ui::Pan& pan = {}, bool reduced_motion = false) {
    now += std::chrono::milliseconds(16);
    session::Comfort comfort;
    comfort.reduced_motion = reduced_motion;
    stage->build({&view, comfort, {1920, 1080}, 43, now});
    return screens::look_at_floor(stage->frame(), kView, kBuilding, pan, memory);
  }
  bool at_rest() const { return !memory.moving; }
};

ui::Pan dragged(float x, float y) {
  ui::Pan pan;
  pan.moved = {x, y};
  pan.held = true;
  return pan;
}

}  // namespace

TEST_CASE("the whole floor is shown at first, in the middle") {
  Looking looking;
  const Projection projection = looking.look();
  CHECK(projection.at({30, 20}) == ui::Point{1200, 500});
  CHECK(projection.at({0, 0}).x > kView.x);
  CHECK(projection.at({60, 40}).y < kView.bottom());
  const model::Metres back = projection.metres(projection.at({12, 34}));
  CHECK(back.x == doctest::Approx(12).epsilon(0.001));
  CHECK(back.y == doctest::Approx(34).epsilon(0.001));
}

TEST_CASE("a double tap zooms about the place that was touched, and then nothing moves any more") {
  Looking looking;
  const model::Metres touched = looking.look().metres({1500, 300});
  screens::zoom_about(looking.memory, {1500, 300}, 2);
  Projection projection;
  int frames = 0;
  do projection = looking.look();
  while (!looking.at_rest() && ++frames < 200);
  CHECK(frames > 3);
  CHECK(frames < 100);
  CHECK(looking.memory.zoom == 2);
  CHECK(std::abs(projection.at(touched).x - 1500) < 1);
  CHECK(std::abs(projection.at(touched).y - 300) < 1);
}

TEST_CASE("with less motion the zoom is there at once") {
  Looking looking;
  looking.look();
  screens::zoom_about(looking.memory, {1500, 300}, 2);
  looking.look({}, true);
  CHECK(looking.memory.zoom == 2);
  CHECK(looking.at_rest());
}

TEST_CASE("beyond its edge the plan follows the finger with resistance, and comes back when it is let go") {
  Looking looking;
  const ui::Point before = looking.look().at({30, 20});
  const ui::Point pulled = looking.look(dragged(200, 0)).at({30, 20});
  CHECK(pulled.x > before.x + 20);
  CHECK(pulled.x < before.x + 150);
  int frames = 0;
  ui::Point back;
  do back = looking.look().at({30, 20});
  while (!looking.at_rest() && ++frames < 300);
  CHECK(frames < 200);
  CHECK(std::abs(back.x - before.x) < 1);
}

TEST_CASE("two fingers never take the zoom far beyond its limits, and it returns to them") {
  Looking looking;
  looking.look();
  ui::Pan pinch;
  pinch.held = true;
  pinch.pinch = {0.1F, {1200, 500}, {}, true};
  looking.look(pinch);
  CHECK(looking.memory.zoom > 0.8F);
  for (int i = 0; i < 200; ++i) looking.look();
  CHECK(looking.memory.zoom == 1);
  pinch.pinch.factor = 100;
  looking.look(pinch);
  CHECK(looking.memory.zoom < screens::kMostZoom * 1.2F);
  for (int i = 0; i < 200; ++i) looking.look();
  CHECK(looking.memory.zoom == screens::kMostZoom);
}

TEST_CASE("floors above each other stand one above the other, in one measure, and do not overlap") {
  Looking looking;
  looking.look();
  const ui::Frame& frame = looking.stage->frame();
  const Projection below = screens::look_at_stack(frame, kView, kBuilding, 0, 3);
  const Projection above = screens::look_at_stack(frame, kView, kBuilding, 1, 3);
  CHECK(below.at({10, 10}).x == above.at({10, 10}).x);
  CHECK(below.scale == above.scale);
  CHECK(above.at({60, 40}).y < below.at({0, 0}).y);
  CHECK(below.at({0, 40}).y < kView.bottom());
  CHECK(screens::look_at_stack(frame, kView, kBuilding, 2, 3).at({0, 0}).y > kView.y);
}
