// Frames built without a display: direction, targets, taps, the tree.
#include <doctest/doctest.h>

#include "app/preview.h"
#include "app/tree.h"
#include "base/json.h"
#include "support/sample_content.h"

using namespace kiosk;

namespace {

struct World {
  content::Content content = tests::load_sample();
  app::NoPictures pictures;
  std::unique_ptr<app::Stage> stage = std::move(*app::Stage::create(pictures));
  app::Preview preview{*stage, content};
  std::vector<app::NamedState> states = app::named_states(content.catalogue);

  void show(std::string_view name, base::Language language, base::Size window = {1920, 1080}) {
    for (const app::NamedState& state : states) {
      if (state.name == name) preview.set(state, language);
    }
    preview.build(window);
  }
  ui::Node node(std::string_view id) const {
    for (const ui::Node& one : stage->frame().nodes()) {
      if (one.id == id) return one;
    }
    FAIL("no node ", std::string(id));
    return {};
  }
};

}  // namespace

TEST_CASE("in Arabic the whole layout is the mirror image of French where texts are equally long") {
  World world;
  world.show("home", base::Language::french);
  const ui::Rect left_to_right = world.node("home.programs").rect;
  world.show("home", base::Language::arabic);
  const ui::Rect right_to_left = world.node("home.programs").rect;
  CHECK(left_to_right.x < 960);
  CHECK(right_to_left.x == doctest::Approx(1920 - left_to_right.right()).epsilon(0.002));
  CHECK(world.node("nav.done").rect.x < 400);
  CHECK(world.node("nav.home").rect.x > 1500);
}

TEST_CASE("every text on screen is a node, and no label is empty") {
  World world;
  for (const app::NamedState& state : world.states) {
    world.preview.set(state, base::Language::french);
    world.preview.build({1920, 1080});
    for (const ui::Node& node : world.stage->frame().nodes()) {
      CAPTURE(state.name);
      CAPTURE(std::string(node.id));
      CHECK_FALSE(node.label.empty());
      CHECK_FALSE(node.id.empty());
    }
  }
}

TEST_CASE("ids are the same in every language") {
  World world;
  for (const char* state : {"home", "program_list", "program", "workshops", "my_visit", "home-comfort", "home-idle"}) {
    CAPTURE(state);
    const auto ids = [&](base::Language language) {
      world.show(state, language, {1920, 8000});
      std::vector<std::string> found;
      for (const ui::Node& node : world.stage->frame().nodes()) {
        if (node.role != ui::Role::text) found.emplace_back(node.id);
      }
      std::sort(found.begin(), found.end());
      return found;
    };
    const auto arabic = ids(base::Language::arabic);
    CHECK(arabic == ids(base::Language::french));
    CHECK(arabic == ids(base::Language::english));
  }
}

TEST_CASE("no two touchable nodes share an id") {
  World world;
  for (const app::NamedState& state : world.states) {
    world.preview.set(state, base::Language::arabic);
    world.preview.build({1920, 1080});
    std::vector<std::string> ids;
    for (const ui::Node& node : world.stage->frame().nodes()) {
      if (node.role != ui::Role::text) ids.emplace_back(node.id);
    }
    std::sort(ids.begin(), ids.end());
    CAPTURE(state.name);
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  }
}

TEST_CASE("the tree is JSON with the screen, its language and whole rectangles inside the window") {
  World world;
  world.show("program", base::Language::arabic);
  const auto tree = base::Json::parse(app::describe_frame(world.stage->frame(), world.preview.view(), {1920, 1080}, 7));
  CHECK(tree["screen"] == "program");
  CHECK(tree["subject"] == "zellige");
  CHECK(tree["language"] == "ar");
  CHECK(tree["direction"] == "rtl");
  CHECK(tree["size"] == base::Json::array({1920, 1080}));
  CHECK(tree["frame"] == 7);
  REQUIRE(tree["nodes"].size() > 10);
  for (const base::Json& node : tree["nodes"]) {
    CHECK(node["rect"][0].get<int>() >= 0);
    CHECK(node["rect"][1].get<int>() >= 0);
    CHECK(node["rect"][0].get<int>() + node["rect"][2].get<int>() <= 1920);
    CHECK(node["rect"][1].get<int>() + node["rect"][3].get<int>() <= 1080);
  }
}

TEST_CASE("after a visit no text of it is left in the layout cache") {
  World world;
  world.show("program", base::Language::french);
  CHECK(world.stage->shaper().statistics().layouts > 0);
  world.stage->forget_visitor();
  CHECK(world.stage->shaper().statistics().layouts == 0);
}

TEST_CASE("cards out of view are laid out but not painted") {
  World world;
  world.show("program_list", base::Language::french);
  int painted = 0;
  for (const ui::Node& node : world.stage->frame().nodes()) {
    if (node.id.ends_with(".summary")) ++painted;
  }
  CHECK(painted > 0);
  CHECK(painted < 12);
  CHECK(world.node("program.design-innovation").rect.empty());
}

TEST_CASE("what is typed and what is touched are answered in the order in which they were done, a frame each, though both wait for one frame") {
  World world;
  world.show("interest_name-filled", base::Language::french);
  app::Show show{&world.preview.view(), {}, {1920, 1080}, 43, base::SteadyTime{} + std::chrono::hours(2)};
  const auto touch = [&] {
    for (const auto phase : {ui::PointerPhase::down, ui::PointerPhase::up}) world.stage->gestures().push({phase, world.node("form.name").rect.centre(), show.now});
  };
  const auto type = [&] { world.stage->push_key({ui::KeyStroke::Kind::text, "q"}); };
  touch();
  type();
  touch();
  type();
  type();
  std::string answered;
  for (int frames = 0; frames < 12 && (world.stage->gestures().has_events() || world.stage->has_key_strokes()); ++frames) {
    for (const session::Intent& intent : world.stage->build(show)) {
      if (std::holds_alternative<session::intent::FocusField>(intent)) answered += 't';
      if (std::holds_alternative<session::intent::TypeText>(intent)) answered += 'q';
    }
    answered += ' ';
  }
  CHECK_MESSAGE(answered == "t q t qq ", answered);
}
