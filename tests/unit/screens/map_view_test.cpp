// What the map shows, read as values: the way on the plan, which way is up, the walk's stops.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "content/content.h"
#include "screens/map_view.h"
#include "screens/screen_view.h"
#include "support/sample_content.h"

using namespace kiosk;
using namespace std::chrono_literals;
using base::Language;
using session::ScreenId;

namespace {

model::QrCode no_qr_code(std::string_view) { return {}; }

struct Look {
  content::Content content = tests::load_sample();
  session::Session session;

  explicit Look(std::string subject = {}) {
    session.visit = "v";
    session.language = Language::french;
    session.place = {ScreenId::map, std::move(subject)};
  }
  void stands_at(const char* kiosk) {
    model::Map& map = content.catalogue.map;
    map.this_kiosk = kiosk;
    map.here = map.kiosk(kiosk)->node;
  }
  screens::MapView view() const {
    using namespace std::chrono;
    const locale::LocalTime now{year{2025} / September / 22, 10h + 15min, 0s};
    return screens::make_map_view({content.catalogue, content.messages, session, now, no_qr_code});
  }
};

const screens::MapRoom& room(const screens::FloorPlan& plan, std::string_view id) {
  const auto found = std::find_if(plan.rooms.begin(), plan.rooms.end(), [&](const screens::MapRoom& one) { return one.room == id; });
  REQUIRE(found != plan.rooms.end());
  return *found;
}

}  // namespace

TEST_CASE("the plan shows the floor of the chosen room, with the way that ends there") {
  Look look("silver-workshop");
  look.session.map.floor = "first";
  const auto view = look.view();
  REQUIRE(view.plans.size() == 1);
  const screens::FloorPlan& plan = view.plans.front();
  CHECK(plan.floor == "first");
  CHECK(plan.has_goal);
  CHECK_FALSE(plan.here);
  REQUIRE(plan.changes.size() == 1);
  CHECK(plan.changes.front().floor == "ground");
  CHECK(plan.changes.front().icon == "stairs");
  CHECK(room(plan, "silver-workshop").selected);
  look.session.map.step_free = true;
  CHECK(look.view().plans.front().changes.front().icon == "lift");
  CHECK(look.view().way_key != view.way_key);
}

TEST_CASE("up is where the visitor looks, so a kiosk that faces south shows the plan upside down, until north is wanted up") {
  Look look;
  look.stands_at("upstairs");
  auto view = look.view();
  REQUIRE(view.north_up);
  CHECK_FALSE(view.north_up->on);
  const auto& turned = view.plans.front();
  CHECK(turned.floor == "first");
  CHECK(std::abs(std::remainder(*turned.looks, 360)) < 1e-9);
  // The sewing workshop is in the north-west of the building, the lift in the south-east.
  CHECK(room(turned, "sewing-workshop").box.least.x > room(turned, "lift-first").box.most.x);
  CHECK(room(turned, "sewing-workshop").box.least.y > room(turned, "lift-first").box.most.y);
  look.session.map.north_up = true;
  view = look.view();
  CHECK(view.north_up->on);
  CHECK(room(view.plans.front(), "sewing-workshop").box.most.x < room(view.plans.front(), "lift-first").box.least.x);
  CHECK(*view.plans.front().looks == doctest::Approx(180));
}

TEST_CASE("all floors stand above each other, and the way leaves one where it comes to the other") {
  Look look("leather-workshop");
  look.session.map.all_floors = true;
  const auto view = look.view();
  REQUIRE(view.plans.size() == 2);
  CHECK(view.stacked);
  CHECK(view.plans[0].floor == "ground");
  CHECK(view.plans[0].changes.front().floor == "first");
  CHECK(view.plans[1].changes.front().floor == "ground");
  CHECK_FALSE(view.plans[0].has_goal);
  CHECK(view.plans[1].has_goal);
}

TEST_CASE("a walk numbers its stops in the order of the way, and a tour's stand in the tour's own order") {
  Look look;
  look.session.map.stops = {"zellige-workshop", "ironwork-workshop", "cafeteria"};
  auto view = look.view();
  REQUIRE(view.walk);
  REQUIRE(view.walk->stops.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(view.walk->stops[i].number == i + 1);
    CHECK(room(view.plans.front(), view.walk->stops[i].room).stop == i + 1);
    CHECK_FALSE(view.walk->stops[i].remove.text.empty());
  }
  const model::Tour& tour = look.content.catalogue.tours.front();
  look.session.map.tour = tour.id;
  look.session.map.stops.clear();
  for (const model::TourStop& stop : tour.stops) look.session.map.stops.push_back(stop.room);
  view = look.view();
  REQUIRE(view.walk->stops.size() == tour.stops.size());
  for (std::size_t i = 0; i < tour.stops.size(); ++i) CHECK(view.walk->stops[i].room == tour.stops[i].room);
  CHECK(view.walk->stops.front().remove.text.empty());
  CHECK(view.walk->title.text == tour.theme.in(Language::french));
}

TEST_CASE("doors open where a room's node meets its wall, and a point of interest has a place of its own") {
  const auto view = Look().view();
  const screens::FloorPlan& plan = view.plans.front();
  CHECK(plan.doors.size() > 10);
  for (const screens::MapDoor& door : plan.doors) CHECK(model::distance(door.from, door.to) == doctest::Approx(1.4));
  REQUIRE(plan.spots.size() == 1);
  CHECK(plan.spots.front().id == "room.fountain");
  CHECK(std::any_of(view.chips.begin(), view.chips.end(), [](const screens::NearestChip& chip) { return chip.id == "poi.water"; }));
}

TEST_CASE("a plan that does not say where the kiosk stands offers no ways") {
  Look look("zellige-workshop");
  look.content.catalogue.map.here.reset();
  look.content.catalogue.map.this_kiosk.clear();
  const auto view = look.view();
  REQUIRE(view.card);
  CHECK(view.card->stop.name.text.empty());
  CHECK(view.card->way.step_free.name.text.empty());
  CHECK(view.card->way.open_steps.text.empty());
  CHECK(view.chips.empty());
  CHECK(view.way_key == 0);
}

TEST_CASE("a walk that is full takes no further stop") {
  Look look("library");
  for (const model::Area& area : look.content.catalogue.map.areas) {
    if (look.session.map.stops.size() < 12 && area.room != "library") look.session.map.stops.push_back(area.room);
  }
  CHECK(look.view().card->stop.name.text.empty());
  look.session.map.stops.pop_back();
  CHECK_FALSE(look.view().card->stop.name.text.empty());
}
