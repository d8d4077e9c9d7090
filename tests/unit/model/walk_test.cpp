// Ways and walks held against what is slow and surely right: Bellman and Ford's relaxation, and every order tried.
#include "model/walk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "model/stop_order.h"
#include "building.h"

using namespace kiosk::model;
using kiosk::model::testing::random_building;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double seconds_of(const Map& map, const MapWay& way) {
  if (way.kind == WayKind::stairs) return 25;
  if (way.kind == WayKind::lift) return 60;
  return distance(map.nodes[way.from].at, map.nodes[way.to].at) / 0.8;
}

bool allowed(const MapWay& way, bool step_free) { return !step_free || (way.kind != WayKind::stairs && (way.width == 0 || way.width >= 0.9)); }

// Relaxes every way until nothing changes.
std::vector<double> bellman_ford(const Map& map, std::size_t from, bool step_free) {
  std::vector<double> time(map.nodes.size(), kInfinity);
  time[from] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (const MapWay& way : map.ways) {
      if (!allowed(way, step_free)) continue;
      const auto relax = [&](std::size_t a, std::size_t b) {
        if (time[a] + seconds_of(map, way) >= time[b]) return;
        time[b] = time[a] + seconds_of(map, way);
        changed = true;
      };
      relax(way.from, way.to);
      if (!way.one_way) relax(way.to, way.from);
    }
  }
  return time;
}

// The least time between two neighbours of a route by a way that may be walked so; infinity when they are not joined.
double step_time(const Map& map, std::size_t a, std::size_t b, bool step_free) {
  double least = kInfinity;
  for (const MapWay& way : map.ways) {
    const bool joins = (way.from == a && way.to == b) || (!way.one_way && way.from == b && way.to == a);
    if (joins && allowed(way, step_free)) least = std::min(least, seconds_of(map, way));
  }
  return least;
}

// Connected, by ways that may be used, and as long as it says.
void check_route(const Map& map, const Route& route, bool step_free) {
  double sum = 0;
  for (std::size_t i = 1; i < route.nodes.size(); ++i) sum += step_time(map, route.nodes[i - 1], route.nodes[i], step_free);
  CHECK(std::isfinite(sum));
  CHECK(sum == doctest::Approx(route.seconds));
  if (step_free) CHECK_FALSE(route.by_stairs);
}

double brute_force(const StopTimes& times, std::size_t& most) {
  // Every order of every place; places of a stop already visited are passed over, an impossible step ends the walk.
  std::vector<std::size_t> places(times.stop_of.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  double least = kInfinity;
  most = 0;
  do {
    std::vector<std::size_t> walked;
    std::vector<bool> visited(times.stops);
    for (const std::size_t place : places) {
      if (visited[times.stop_of[place]]) continue;
      walked.push_back(place);
      if (time_of(times, walked) == kInfinity) break;
      visited[times.stop_of[place]] = true;
      const double time = time_of(times, walked);
      if (walked.size() > most || (walked.size() == most && time < least)) {
        most = walked.size();
        least = time;
      }
    }
  } while (std::next_permutation(places.begin(), places.end()));
  return least;
}

StopTimes random_times(std::mt19937& random, std::size_t stops, std::size_t most_places, bool with_gaps) {
  std::uniform_real_distribution<double> time(1, 100);
  StopTimes times;
  times.stops = stops;
  for (std::size_t stop = 0; stop < stops; ++stop) {
    for (std::size_t i = 0; i <= random() % most_places; ++i) times.stop_of.push_back(stop);
  }
  const auto one = [&] { return with_gaps && random() % 4 == 0 ? kInfinity : time(random); };
  for (std::size_t i = 0; i < times.stop_of.size(); ++i) {
    times.from_start.push_back(one());
    std::vector<double>& row = times.between.emplace_back();
    for (std::size_t k = 0; k < times.stop_of.size(); ++k) row.push_back(i == k ? 0 : one());
  }
  return times;
}

}  // namespace

TEST_CASE("a way is connected, keeps to one-way paths, uses no stairs when step-free, and is as short as Bellman and Ford say") {
  std::mt19937 random(1);
  int found = 0;
  int refused = 0;
  for (int round = 0; round < 120; ++round) {
    CAPTURE(round);
    const Map map = random_building(random, 1 + round % 4, 6, 10 + round % 50);
    for (const bool step_free : {false, true}) {
      const std::vector<double> time = bellman_ford(map, *map.here, step_free);
      for (std::size_t i = 0; i < map.nodes.size(); i += 2) {
        const auto route = find_route(map, *map.here, map.nodes[i].door, step_free);
        const auto why = why_no_route(map, *map.here, map.nodes[i].door, step_free);
        CHECK(route.has_value() == std::isfinite(time[i]));
        CHECK(route.has_value() != why.has_value());
        if (route) {
          CHECK(route->seconds == doctest::Approx(time[i]));
          CHECK(route->nodes.front() == *map.here);
          CHECK(route->nodes.back() == i);
          check_route(map, *route, step_free);
          ++found;
        } else {
          ++refused;
        }
      }
    }
  }
  CHECK(found > 500);
  CHECK(refused > 500);
}

TEST_CASE("the nearest of a kind is the nearest by Bellman and Ford") {
  std::mt19937 random(2);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const Map map = random_building(random, 3, 6, 50);
    const std::vector<double> time = bellman_ford(map, *map.here, false);
    double least = kInfinity;
    for (std::size_t i = 0; i < map.nodes.size(); ++i) {
      const Area* area = map.area(map.nodes[i].door);
      if (area != nullptr && area->kind == AreaKind::wc) least = std::min(least, time[i]);
    }
    const auto nearest = find_nearest(map, *map.here, AreaKind::wc, false);
    CHECK(nearest.has_value() == std::isfinite(least));
    if (nearest) CHECK(nearest->route.seconds == doctest::Approx(least));
  }
}

TEST_CASE("the reason why there is no way is the one that the operator can act on") {
  Map map;
  for (const char* id : {"here", "up", "narrow", "lone", "garden"}) {
    map.nodes.push_back({id, "ground", {0, 0}, id == std::string("here") ? "" : id});
    map.areas.push_back({id, "ground", AreaKind::hall, {}, {}, {}, {}});
  }
  map.areas.push_back({"walled", "ground", AreaKind::hall, {}, {}, {}, {}});
  map.ways = {{0, 1, WayKind::stairs, false, 0}, {0, 2, WayKind::walk, false, 0.7}, {4, 0, WayKind::walk, true, 0}};
  CHECK(why_no_route(map, 0, "up", true) == NoRoute::only_by_stairs);
  CHECK_FALSE(why_no_route(map, 0, "up", false));
  CHECK(why_no_route(map, 0, "narrow", true) == NoRoute::only_narrow);
  CHECK_FALSE(why_no_route(map, 0, "narrow", false));
  CHECK(why_no_route(map, 0, "lone", false) == NoRoute::no_way);
  CHECK(why_no_route(map, 0, "lone", true) == NoRoute::no_way);
  CHECK(why_no_route(map, 0, "garden", false) == NoRoute::no_way);  // the path leads the other way
  CHECK(why_no_route(map, 0, "walled", false) == NoRoute::no_door);
  CHECK(why_no_route(map, 0, "nowhere", false) == NoRoute::unknown_place);
  CHECK(why_no_route(map, 99, "up", false) == NoRoute::unknown_place);
  CHECK_FALSE(find_route(map, 99, "up", false));
  CHECK_FALSE(find_route(map, 0, "", false));
}

TEST_CASE("up to ten stops the order is the best there is, with several doors, one-way paths and stops that cannot be joined") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    const StopTimes times = random_times(random, 1 + random() % 4, 2, round % 2 == 0);
    if (times.stop_of.size() > 8) continue;
    std::size_t most = 0;
    const double least = brute_force(times, most);
    const auto order = exact_order(times);
    CHECK(order.size() == most);
    if (most > 0) CHECK(time_of(times, order) == doctest::Approx(least));
  }
}

TEST_CASE("with one door each, seven stops are in the best of all 5,040 orders") {
  std::mt19937 random(4);
  for (int round = 0; round < 20; ++round) {
    const StopTimes times = random_times(random, 7, 1, false);
    std::size_t most = 0;
    const double least = brute_force(times, most);
    CHECK(time_of(times, exact_order(times)) == doctest::Approx(least));
    CHECK(time_of(times, good_order(times)) >= least - 1e-9);
  }
}

TEST_CASE("beyond ten stops the order is never worse than nearest neighbour with 2-opt, and visits each once") {
  std::mt19937 random(5);
  bool better_once = false;
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const StopTimes times = random_times(random, 11 + random() % 15, 2, false);
    const auto order = good_order(times);
    const double plain = time_of(times, two_opt_order(times));
    CHECK(time_of(times, order) <= plain + 1e-9);
    better_once |= time_of(times, order) < plain - 1e-6;
    std::vector<std::size_t> stops;
    for (const std::size_t place : order) stops.push_back(times.stop_of[place]);
    std::sort(stops.begin(), stops.end());
    CHECK(stops.size() == times.stops);
    CHECK(std::adjacent_find(stops.begin(), stops.end()) == stops.end());
  }
  CHECK(better_once);
}

TEST_CASE("a walk through several rooms is connected, arrives where it says, and names what it leaves out") {
  std::mt19937 random(6);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const Map map = random_building(random, 2, 8, 60);
    const bool step_free = round % 2 == 0;
    std::vector<std::string> rooms{"no-such-room"};
    for (std::size_t i = 0; i < map.areas.size() && rooms.size() < 4 + static_cast<std::size_t>(round % 12); ++i) rooms.push_back(map.areas[i].room);
    const Walk walk = find_walk(map, *map.here, rooms, step_free);
    check_route(map, walk.route, step_free);
    CHECK(walk.route.nodes.front() == *map.here);
    REQUIRE(walk.order.size() == walk.arrivals.size());
    CHECK(walk.order.size() + walk.skipped.size() == rooms.size());
    for (std::size_t i = 0; i < walk.order.size(); ++i) CHECK(map.nodes[walk.route.nodes[walk.arrivals[i]]].door == rooms[walk.order[i]]);
    CHECK(std::any_of(walk.skipped.begin(), walk.skipped.end(),
                      [](const SkippedStop& one) { return one.stop == 0 && one.why == NoRoute::unknown_place; }));
  }
}

TEST_CASE("a walk takes the rooms as they lie, not as they were asked for") {
  const Map map = kiosk::model::testing::tower(3, 30, 300);
  const Walk walk = find_walk(map, *map.here, {"floor-2-room-1", "floor-0-room-1", "floor-1-room-1", "floor-0-room-1"}, false);
  REQUIRE(walk.order.size() == 4);
  CHECK(walk.skipped.empty());
  CHECK(walk.order.back() == 0);
  CHECK(walk.order[2] == 2);
  CHECK(walk.route.by_stairs);
  CHECK_FALSE(find_walk(map, *map.here, {"floor-2-room-1"}, true).route.by_stairs);
  CHECK(find_walk(map, *map.here, {}, false).route.nodes == std::vector<std::size_t>{*map.here});
}
