// The steps of a way: held against the geometry they were made from, on buildings made at random, and told one by one on a small house.
#include "model/directions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <string>
#include <vector>

#include "building.h"

using namespace kiosk::model;
using kiosk::model::testing::random_building;
using kiosk::model::testing::tower;

namespace {

Turn mirrored(Turn turn) {
  switch (turn) {
    case Turn::slight_right: return Turn::slight_left;
    case Turn::right: return Turn::left;
    case Turn::sharp_right: return Turn::sharp_left;
    case Turn::slight_left: return Turn::slight_right;
    case Turn::left: return Turn::right;
    case Turn::sharp_left: return Turn::sharp_right;
    default: return turn;
  }
}

bool is_right(Turn turn) { return turn == Turn::slight_right || turn == Turn::right || turn == Turn::sharp_right; }
bool is_left(Turn turn) { return is_right(mirrored(turn)); }

Metres along(const Map& map, const Walk& walk, const DirectionStep& step) {
  const Metres a = map.nodes[walk.route.nodes[step.first]].at;
  const Metres b = map.nodes[walk.route.nodes[step.last]].at;
  return {b.x - a.x, b.y - a.y};
}

// A walk through some rooms of a random building; may reach none.
struct Try {
  Map map;
  Walk walk;
  double facing = 0;
};

Try random_try(std::mt19937& random, int round) {
  Try one;
  one.map = random_building(random, 1 + round % 4, 6, 12 + round % 60);
  std::vector<std::string> rooms;
  for (int i = 0; i <= round % 4; ++i) rooms.push_back(one.map.areas[random() % one.map.areas.size()].room);
  std::sort(rooms.begin(), rooms.end());
  rooms.erase(std::unique(rooms.begin(), rooms.end()), rooms.end());
  one.walk = find_walk(one.map, *one.map.here, rooms, round % 3 == 0);
  one.facing = static_cast<double>(random() % 360) + 0.5;
  return one;
}

// Rectangular rooms along the walls, so that doors have walls to stand in.
void give_shapes(Map& map) {
  for (Area& area : map.areas) {
    const auto door = std::find_if(map.nodes.begin(), map.nodes.end(), [&](const MapNode& node) { return node.door == area.room; });
    const Metres at = door->at;
    area.shape = {{at.x - 3, at.y}, {at.x + 2, at.y}, {at.x + 2, at.y + 4}, {at.x - 3, at.y + 4}};
  }
}

void check_chain(const Map& map, const Walk& walk, const std::vector<DirectionStep>& steps) {
  std::size_t at = 0;
  std::size_t stop = 0;
  double metres = 0;
  for (const DirectionStep& step : steps) {
    CHECK(step.first == at);
    CHECK(step.last >= step.first);
    CHECK(step.stop == stop);
    CHECK(step.floor == map.nodes[walk.route.nodes[step.first]].floor);
    CHECK(step.target_floor == map.nodes[walk.route.nodes[step.last]].floor);
    if (step.kind != StepKind::change_level) CHECK(step.floor == step.target_floor);
    if (step.kind == StepKind::arrive) {
      CHECK(step.last == walk.arrivals[stop]);
      ++stop;
    }
    metres += step.metres;
    at = step.last;
  }
  CHECK(stop == walk.order.size());
  CHECK(at + 1 == walk.route.nodes.size());
  CHECK(metres == doctest::Approx(walk.route.metres));
}

void check_turns(const Map& map, const Walk& walk, const std::vector<DirectionStep>& steps, double facing) {
  const double angle = facing * std::numbers::pi / 180;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const DirectionStep& step = steps[i];
    Metres before;
    if (step.kind == StepKind::set_off) {
      before = {std::sin(angle), -std::cos(angle)};
    } else if (step.kind == StepKind::walk && i > 0 && steps[i - 1].kind != StepKind::arrive && steps[i - 1].kind != StepKind::change_level &&
               steps[i - 1].leaving.empty() && (i < 2 || steps[i - 2].kind == StepKind::set_off || steps[i - 2].kind == StepKind::walk)) {
      before = along(map, walk, steps[i - 1]);
    } else {
      continue;
    }
    const Metres after = along(map, walk, step);
    const double cross = before.x * after.y - before.y * after.x;
    CAPTURE(i);
    if (is_right(step.turn)) CHECK(cross > 0);
    if (is_left(step.turn)) CHECK(cross < 0);
    if (step.turn == Turn::straight || step.turn == Turn::around) CHECK(std::abs(cross) < std::hypot(before.x, before.y) * std::hypot(after.x, after.y) * 0.75);
  }
}

}  // namespace

TEST_CASE("the steps of any way follow each other to each stop, are as long as it, and turn as the building does") {
  std::mt19937 random(11);
  int told = 0;
  int by_level = 0;
  for (int round = 0; round < 600; ++round) {
    CAPTURE(round);
    Try one = random_try(random, round);
    if (round % 2 == 0) give_shapes(one.map);
    const auto steps = directions(one.map, one.walk, one.facing);
    if (one.walk.order.empty()) {
      CHECK(steps.empty());
      continue;
    }
    check_chain(one.map, one.walk, steps);
    check_turns(one.map, one.walk, steps, one.facing);
    by_level += static_cast<int>(std::count_if(steps.begin(), steps.end(), [](const DirectionStep& step) { return step.kind == StepKind::change_level; }));
    ++told;
  }
  CHECK(told > 200);
  CHECK(by_level > 100);
}

TEST_CASE("a mirrored building has left and right changed and nothing else") {
  std::mt19937 random(12);
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    Try one = random_try(random, round);
    if (round % 2 == 0) give_shapes(one.map);
    const auto steps = directions(one.map, one.walk, one.facing);
    Map map = one.map;
    for (MapNode& node : map.nodes) node.at.x = -node.at.x;
    for (Area& area : map.areas) {
      for (Metres& corner : area.shape) corner.x = -corner.x;
    }
    const auto other = directions(map, one.walk, 360 - one.facing);
    REQUIRE(other.size() == steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
      CHECK(other[i].kind == steps[i].kind);
      CHECK(other[i].turn == mirrored(steps[i].turn));
      CHECK(other[i].landmark == steps[i].landmark);
      CHECK(other[i].past == steps[i].past);
      CHECK(other[i].last == steps[i].last);
    }
  }
}

TEST_CASE("a building turned round together with the kiosk changes no word") {
  std::mt19937 random(13);
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    Try one = random_try(random, round);
    if (round % 2 == 0) give_shapes(one.map);
    const auto steps = directions(one.map, one.walk, one.facing);
    const double degrees = static_cast<double>(random() % 360);
    const double sine = std::sin(degrees * std::numbers::pi / 180);
    const double cosine = std::cos(degrees * std::numbers::pi / 180);
    const auto turn = [&](Metres at) { return Metres{at.x * cosine - at.y * sine, at.x * sine + at.y * cosine}; };
    Map map = one.map;
    for (MapNode& node : map.nodes) node.at = turn(node.at);
    for (Area& area : map.areas) {
      for (Metres& corner : area.shape) corner = turn(corner);
    }
    const auto other = directions(map, one.walk, one.facing + degrees);
    REQUIRE(other.size() == steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
      CHECK(other[i].turn == steps[i].turn);
      CHECK(other[i].landmark == steps[i].landmark);
      CHECK(other[i].metres == doctest::Approx(steps[i].metres));
      CHECK(other[i].last == steps[i].last);
    }
  }
}

namespace {

// A corridor from west to east with doors off it, a corner at its end, and stairs of two flights.
struct House {
  Map map;

  House() {
    map.floors = {{"ground", 0, {}, {}, {}}, {"half", 1, {}, {}, {}}, {"top", 2, {}, {}, {}}};
    room("cafeteria", AreaKind::cafeteria, {8, 0}, {14, 8});
    room("hall", AreaKind::hall, {26, 14}, {34, 10});
    room("office", AreaKind::office, {44, 11}, {52, 30});
    room("stairs", AreaKind::stairs, {12, 10}, {18, 16});
    node("kiosk", {0, 9});
    node("by-cafeteria", {12, 9});
    node("by-stairs", {15, 9.4});  // a little off the line, as drawn by hand
    node("by-hall", {28, 9});
    node("corner", {42, 9});
    node("by-office", {42, 25});
    node("door-cafeteria", {12, 8}, "cafeteria");
    node("door-hall", {28, 10}, "hall");
    node("door-office", {44, 25}, "office");
    node("door-stairs", {15, 10}, "stairs");
    way({"kiosk", "by-cafeteria", "by-stairs", "by-hall", "corner", "by-office", "door-office"});
    way({"by-cafeteria", "door-cafeteria"});
    way({"by-hall", "door-hall"});
    way({"by-stairs", "door-stairs"});
    node("landing-west", {15, 14}, {}, "half");
    node("landing-east", {17, 14}, {}, "half");
    node("stairs-top", {17, 10}, {}, "top");
    node("top-by-stairs", {17, 8}, {}, "top");
    node("door-library", {30, 8}, "library", "top");
    way({"door-stairs", "landing-west"}, WayKind::stairs);
    way({"landing-west", "landing-east"});
    way({"landing-east", "stairs-top"}, WayKind::stairs);
    way({"stairs-top", "top-by-stairs", "door-library"});
    map.areas.push_back({"library", "top", AreaKind::library, {{30, 0}, {40, 0}, {40, 16}, {30, 16}}, {}, {}, {}});
    map.here = map.node("kiosk");
  }
  void room(std::string id, AreaKind kind, Metres a, Metres b) {
    map.areas.push_back({std::move(id), "ground", kind, {a, {b.x, a.y}, b, {a.x, b.y}}, {}, {}, {}});
  }
  void node(std::string id, Metres at, std::string door = {}, std::string floor = "ground") {
    map.nodes.push_back({std::move(id), std::move(floor), at, std::move(door)});
  }
  void way(const std::vector<std::string>& ids, WayKind kind = WayKind::walk) {
    for (std::size_t i = 1; i < ids.size(); ++i) map.ways.push_back({*map.node(ids[i - 1]), *map.node(ids[i]), kind, false, 0});
  }
  std::vector<DirectionStep> to(const std::vector<std::string>& rooms, std::optional<double> facing = 0) const {
    return directions(map, walk_in_order(map, *map.here, rooms, false), facing);
  }
};

}  // namespace

TEST_CASE("a corridor is one step past its best known door, a corner is told by the door beside it, the office is on the left") {
  const auto steps = House().to({"office"});
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].kind == StepKind::set_off);
  CHECK(steps[0].turn == Turn::right);  // facing north, going east
  CHECK(steps[0].past == "hall");
  CHECK(steps[0].metres == doctest::Approx(42).epsilon(0.01));
  CHECK(steps[1].kind == StepKind::walk);
  CHECK(steps[1].turn == Turn::right);
  CHECK(steps[1].landmark.empty());  // no door but the office's own is near the corner
  CHECK(steps[1].metres == doctest::Approx(16));
  CHECK(steps[2].kind == StepKind::arrive);
  CHECK(steps[2].turn == Turn::left);  // heading south, the office is to the east
}

TEST_CASE("who looks to where the way goes walks on, who looks away from it turns round, and nobody is told a side that the plan does not know") {
  CHECK(House().to({"hall"}, 90).front().turn == Turn::straight);
  CHECK(House().to({"hall"}, 270).front().turn == Turn::around);
  CHECK(House().to({"hall"}, 180).front().turn == Turn::left);
  const auto unknown = House().to({"hall"}, std::nullopt);
  CHECK(unknown.front().turn == Turn::unknown);
  CHECK(unknown.front().landmark == "cafeteria");
}

TEST_CASE("two flights with their landing are one step, and one comes out of the stairs without a side that nobody knows") {
  const auto steps = House().to({"library"});
  REQUIRE(steps.size() == 4);
  CHECK(steps[1].kind == StepKind::change_level);
  CHECK(steps[1].by == WayKind::stairs);
  CHECK(steps[1].levels == 2);
  CHECK(steps[1].turn == Turn::right);
  CHECK(steps[1].floor == "ground");
  CHECK(steps[1].target_floor == "top");
  CHECK(steps[2].turn == Turn::right);  // north out of the stairs, then east
  CHECK(steps[2].metres == doctest::Approx(15));
  CHECK(steps[3].kind == StepKind::arrive);
  CHECK(steps[3].turn == Turn::straight);
}

TEST_CASE("a walk goes on from the door it came to, looking out of it") {
  const auto steps = House().to({"hall", "cafeteria"});
  REQUIRE(steps.size() == 4);
  CHECK(steps[1].kind == StepKind::arrive);
  CHECK(steps[1].turn == Turn::right);
  CHECK(steps[2].leaving == "hall");
  CHECK(steps[2].turn == Turn::left);  // north out of the hall, then west
  CHECK(steps[2].stop == 1);
  CHECK(steps[3].turn == Turn::right);
}

TEST_CASE("where the kiosk stands at the door there is nothing but to arrive") {
  House house;
  house.map.here = house.map.node("door-hall");
  const auto steps = house.to({"hall"});
  REQUIRE(steps.size() == 1);
  CHECK(steps[0].kind == StepKind::arrive);
  CHECK(steps[0].metres == 0);
}

TEST_CASE("ten floors up by the stairs is one step") {
  const Map map = tower(11, 44, 440);
  const auto steps = directions(map, find_walk(map, 0, {"floor-10-room-2"}, false), 0);
  const auto changes = std::count_if(steps.begin(), steps.end(), [](const DirectionStep& step) { return step.kind == StepKind::change_level; });
  CHECK(changes == 1);
  CHECK(std::any_of(steps.begin(), steps.end(), [](const DirectionStep& step) { return step.levels == 10; }));
}
