// The plan and the way on it.
#include "model/route.h"

#include <doctest/doctest.h>

using namespace kiosk::model;

namespace {

// Two floors of a corridor, 40 m long; stairs at its near end, a lift at its far end, a room above the near end.
Map building() {
  Map map;
  for (const char* id : {"ground", "first"}) map.floors.push_back({id, id == std::string("first") ? 1 : 0, {}, {}, {}});
  const auto add = [&](const char* id, const char* floor, double x, const char* door = "") { map.nodes.push_back({id, floor, {x, 0}, door}); };
  add("here", "ground", 0);
  add("far", "ground", 40);
  add("near-above", "first", 0);
  add("far-above", "first", 40);
  add("door", "first", 5, "silver");
  add("wc", "ground", 30, "wc");
  map.areas.push_back({"wc", "ground", AreaKind::wc, {}, {}, {}, {}});
  map.ways = {{0, 1, WayKind::walk}, {2, 3, WayKind::walk}, {0, 2, WayKind::stairs}, {1, 3, WayKind::lift}, {2, 4, WayKind::walk}, {1, 5, WayKind::walk}};
  return map;
}

}  // namespace

TEST_CASE("the way upstairs goes by the stairs, without steps by the lift, and says how far and how long") {
  const Map map = building();
  const auto quick = find_route(map, 0, "silver", false);
  REQUIRE(quick);
  CHECK(quick->by_stairs);
  CHECK_FALSE(quick->by_lift);
  CHECK(quick->metres == doctest::Approx(5));
  CHECK(quick->minutes() == 1);
  const auto step_free = find_route(map, 0, "silver", true);
  REQUIRE(step_free);
  CHECK_FALSE(step_free->by_stairs);
  CHECK(step_free->by_lift);
  CHECK(step_free->metres == doctest::Approx(85));
  CHECK(step_free->minutes() == 3);
  CHECK(step_free->nodes.front() == 0);
  CHECK(map.nodes[step_free->nodes.back()].door == "silver");
}

TEST_CASE("where no way leads there is none, and the nearest of a kind is found") {
  Map map = building();
  CHECK_FALSE(find_route(map, 0, "nowhere", false));
  const auto wc = find_nearest(map, 0, AreaKind::wc, false);
  REQUIRE(wc);
  CHECK(wc->room == "wc");
  CHECK_FALSE(find_nearest(map, 0, AreaKind::prayer, false));
  map.ways.erase(map.ways.begin() + 3);  // the lift is out of order
  CHECK_FALSE(find_route(map, 0, "silver", true));
}
