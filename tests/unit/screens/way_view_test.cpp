// The sheet of a way, as a value.
#include "screens/way_view.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "screens/screen_view.h"
#include "support/sample_content.h"

using namespace kiosk;
using base::Language;
using screens::WayLine;

namespace {

// As wide as the text is long, so that a test knows which part it is of.
model::QrCode code_of_length(std::string_view text) {
  model::QrCode code;
  code.side = static_cast<int>(text.size());
  return code;
}

struct Sheet {
  model::Catalogue catalogue = tests::sample().catalogue;
  session::Session session;
  screens::PlanMaker plans;

  explicit Sheet(std::string room) {
    session.language = Language::english;
    session.place = {session::ScreenId::map, std::move(room)};
    session.sheet = session::Sheet::way;
    plans.text_parts = [](std::string_view text) { return std::vector<std::string>{std::string(text)}; };
  }
  screens::WayView view() const {
    const screens::ViewContext context{catalogue, tests::sample().messages, session, {}, code_of_length, model::DayMode::free_visit, &plans};
    const screens::ScreenView screen = screens::make_screen_view(context, 0);
    REQUIRE(screen.way.has_value());
    return *screen.way;
  }
  void without(model::WayKind kind) {
    std::erase_if(catalogue.map.ways, [&](const model::MapWay& way) { return way.kind == kind; });
  }
};

std::vector<std::string> of_kind(const screens::WayView& view, WayLine::Kind kind) {
  std::vector<std::string> texts;
  for (const WayLine& line : view.lines) {
    if (line.kind == kind) texts.push_back(line.text.text);
  }
  return texts;
}

}  // namespace

TEST_CASE("a way on one floor is its steps alone; over floors each floor stands above its steps") {
  CHECK(of_kind(Sheet("wc-ground").view(), WayLine::Kind::floor).empty());
  CHECK(Sheet("wc-ground").view().id == "way.wc-ground");
  const screens::WayView view = Sheet("silver-workshop").view();
  CHECK(of_kind(view, WayLine::Kind::floor) == std::vector<std::string>{"Ground floor", "First floor"});
  CHECK(of_kind(view, WayLine::Kind::stop).empty());
  CHECK(view.lines.front().kind == WayLine::Kind::floor);
  CHECK(view.lines.back().arrives);
  CHECK(view.lines.back().number == 5);
  CHECK(view.no_way.empty());
  CHECK(view.qr.side > 100);
  CHECK(view.parts == 1);
  CHECK(view.part_label.text.empty());
}

TEST_CASE("a walk stands under its stops, in the order in which they are walked") {
  Sheet sheet({});
  sheet.session.map.stops = {"silver-workshop", "zellige-workshop", "cafeteria"};
  CHECK(sheet.view().id == "way.walk");
  const auto stops = of_kind(sheet.view(), WayLine::Kind::stop);
  REQUIRE(stops.size() == 3);
  CHECK(stops.front().find("Cafeteria") != std::string::npos);
  CHECK(stops.back().find("Silver workshop") != std::string::npos);
}

TEST_CASE("where only stairs lead the sheet says so, and has no steps and no code") {
  Sheet sheet("silver-workshop");
  sheet.without(model::WayKind::lift);
  sheet.session.map.step_free = true;
  const screens::WayView view = sheet.view();
  CHECK(view.lines.empty());
  CHECK(view.summary.text.empty());
  CHECK(view.qr.side == 0);
  REQUIRE(view.no_way.size() == 1);
  CHECK(view.no_way.front().text.starts_with("Only stairs lead to"));
}

TEST_CASE("a walk that leaves a room out says why beside the steps to the others") {
  Sheet sheet({});
  sheet.without(model::WayKind::lift);
  sheet.session.map.step_free = true;
  sheet.session.map.stops = {"silver-workshop", "cafeteria"};
  const screens::WayView view = sheet.view();
  CHECK(of_kind(view, WayLine::Kind::stop).size() == 1);
  REQUIRE(view.no_way.size() == 1);
  CHECK(view.no_way.front().text.find("Silver workshop") != std::string::npos);
}

TEST_CASE("a plan that does not say where the kiosk stands has no way to tell") {
  Sheet sheet("wc-ground");
  sheet.catalogue.map.here.reset();
  const screens::WayView view = sheet.view();
  CHECK(view.lines.empty());
  REQUIRE(view.no_way.size() == 1);
  CHECK(view.no_way.front().text.starts_with("The plan does not show how to get from here"));
}

TEST_CASE("a text of several codes shows the part that was asked for, and never one that there is not") {
  Sheet sheet("silver-workshop");
  sheet.plans.text_parts = [](std::string_view) { return std::vector<std::string>{"a", "bb", "ccc"}; };
  CHECK(sheet.view().qr.side == 1);
  CHECK(sheet.view().part_label.text.find("1 / 3") != std::string::npos);
  sheet.session.take_home.part = 1;
  CHECK(sheet.view().qr.side == 2);
  sheet.session.take_home.part = 7;
  CHECK(sheet.view().part == 2);
  sheet.plans.text_parts = [](std::string_view) { return std::vector<std::string>{}; };
  CHECK(sheet.view().qr.side == 0);
}
