// A frame that throws, wherever it does: back to attract with nothing of the visitor left, and after the fourth the end of the process.
#include <doctest/doctest.h>

#include <stdexcept>

#include "app/frame_guard.h"
#include "support/process.h"
#include "support/sample_content.h"

using namespace kiosk;
using namespace std::chrono_literals;
using app::FrameGuard;
namespace intent = session::intent;

namespace {

// A bug that strikes once wherever its owner is asked next.
class Bug {
 public:
  void arm() { armed_ = true; }
  void strike() const {
    if (std::exchange(armed_, false)) throw std::runtime_error("a bug of the tests");
  }

 private:
  mutable bool armed_ = false;
};

class BuggyClock final : public base::Clock {
 public:
  base::SteadyTime steady() const override {
    steady_bug.strike();
    return clock_.steady();
  }
  base::WallTime wall() const override {
    wall_bug.strike();
    return clock_.wall();
  }
  Bug steady_bug;
  Bug wall_bug;

 private:
  base::ManualClock clock_{*locale::parse_local_time("2025-09-22 10:15", "Africa/Casablanca")};
};

// Asked for in the middle of a page, with clips pushed and Dear ImGui's frame begun.
class BuggyPictures final : public ui::Pictures {
 public:
  unsigned find(const ui::PictureWish&) override {
    bug.strike();
    return 0;
  }
  Bug bug;
};

// A kiosk without its window: what its loop does in a turn, step by step.
struct World {
  BuggyClock clock;
  BuggyPictures pictures;
  std::shared_ptr<const content::Content> content = std::make_shared<const content::Content>(tests::load_sample());
  std::unique_ptr<app::Stage> stage = std::move(*app::Stage::create(pictures));
  app::Visitor visitor{content, clock, nullptr, {}};
  FrameGuard guard{visitor, *stage};

  FrameGuard::Outcome turn() {
    return guard.attempt([&] {
      visitor.tick();
      const auto view = visitor.view();
      stage->build({view.get(), visitor.session().comfort, {1280, 720}, 43, base::SteadyTime{} + 1h, 0});
      shown = view;
      guard.shown();
    });
  }
  // A page with a heart.
  void visit() {
    visitor.apply(intent::Begin{base::Language::french, {}});
    visitor.apply(intent::Open{session::ScreenId::program, "zellige"});
    visitor.apply(intent::ToggleHeart{session::HeartKind::program, "zellige"});
    REQUIRE(turn() == FrameGuard::Outcome::passed);
  }
  bool is_forgotten() const { return visitor.session().place.screen == session::ScreenId::attract && visitor.session().hearts.empty() && visitor.session().visit.empty(); }
  bool shows(std::string_view id) const {
    for (const ui::Node& node : stage->frame().nodes()) {
      if (node.id == id) return true;
    }
    return false;
  }

  std::shared_ptr<const screens::ScreenView> shown;
};

}  // namespace

TEST_CASE("a frame that fails while time passes, while its view is made or while it is drawn ends the visit, and the next one is whole") {
  World world;
  for (Bug* bug : {&world.clock.steady_bug, &world.clock.wall_bug, &world.pictures.bug}) {
    world.visit();
    REQUIRE(world.shows("program.summary"));
    // Something changed, so that the view is made anew and the page drawn.
    world.visitor.apply(intent::OpenComfort{});
    world.visitor.apply(intent::CloseSheet{});
    bug->arm();
    CHECK(world.turn() == FrameGuard::Outcome::recovered);
    CHECK(world.is_forgotten());
    REQUIRE(world.turn() == FrameGuard::Outcome::passed);
    CHECK(world.shows("attract.start"));
    CHECK_FALSE(world.shows("program.summary"));
  }
}

TEST_CASE("the fourth frame to fail in a row is the end, and a frame that is shown counts anew") {
  World world;
  const auto fails = [&] {
    world.clock.steady_bug.arm();
    return world.turn();
  };
  for (int i = 0; i < 3; ++i) CHECK(fails() == FrameGuard::Outcome::recovered);
  CHECK(world.turn() == FrameGuard::Outcome::passed);
  for (int i = 0; i < 3; ++i) CHECK(fails() == FrameGuard::Outcome::recovered);
  CHECK(fails() == FrameGuard::Outcome::over);
}

TEST_CASE("a visit that cannot be ended ends the process: nobody else sees it") {
  World world;
  world.visit();
  const auto broken = world.guard.attempt([&] {
    world.clock.steady_bug.arm();  // strikes when the visit is to be ended
    throw std::runtime_error("a bug of the tests");
  });
  CHECK(broken == FrameGuard::Outcome::over);
}
