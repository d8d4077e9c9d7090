// A guided tour by the clock: lengths, where the group is at every minute, and whether whoever sets out to catch up really comes in time.
#include "model/tour_schedule.h"

#include <doctest/doctest.h>

#include <random>

#include "building.h"
#include "model/tour_seats.h"

using namespace kiosk::model;
using namespace std::chrono_literals;

namespace {

// A corridor of 48 m with a door at each end and one in the middle, where the kiosk stands: a minute is 48 m.
Map corridor() {
  Map map;
  map.floors = {{"ground", 0, {}, {}, {}}};
  const auto add = [&](std::string room, double x) {
    map.areas.push_back({room, "ground", AreaKind::workshop, {}, {}, {}, {}});
    map.nodes.push_back({"door-" + room, "ground", {x, 0}, room});
  };
  add("west", 0);
  add("middle", 48);
  add("east", 144);
  map.ways = {{0, 1, WayKind::walk, false, 0}, {1, 2, WayKind::walk, false, 0}};
  map.here = 1;
  return map;
}

Tour tour_of(std::vector<TourStop> stops) {
  Tour tour;
  tour.id = "t";
  tour.stops = std::move(stops);
  tour.departures = {{10h, {}}, {11h, 20min}};
  tour.capacity = 20;
  tour.seats_here = 8;
  return tour;
}

}  // namespace

TEST_CASE("a tour takes its stays and the ways between, each rounded up to whole minutes") {
  const TourSchedule schedule = make_schedule(corridor(), tour_of({{"west", 10min}, {"middle", 5min}, {"east", 8min}}));
  REQUIRE(schedule.stops.size() == 3);
  CHECK(schedule.stops[0].arrives == 0min);
  CHECK(schedule.stops[0].leaves == 10min);
  CHECK(schedule.stops[1].arrives == 11min);
  CHECK(schedule.stops[1].leaves == 16min);
  CHECK(schedule.stops[2].arrives == 18min);
  CHECK(schedule.length() == 26min);
}

TEST_CASE("what the map does not know takes a guess, and a tour without a map still has times") {
  CHECK(make_schedule(Map{}, tour_of({{"a", 10min}, {"b", 5min}})).length() == 15min + kUnknownWay);
  CHECK(make_schedule(corridor(), tour_of({{"west", 10min}, {"attic", 5min}, {"middle", 5min}})).length() == 20min + kUnknownWay + 1min);
  CHECK(make_schedule(corridor(), tour_of({{"west", 10min}, {"west", 5min}})).length() == 15min);
  CHECK(make_schedule(corridor(), tour_of({})).length() == 0min);
}

TEST_CASE("at every minute the group is at a stop, on its way, still to come or over") {
  const Tour tour = tour_of({{"west", 10min}, {"middle", 5min}, {"east", 8min}});
  const TourSchedule schedule = make_schedule(corridor(), tour);
  CHECK(phase(schedule, 10h, 9h + 59min) == DeparturePhase::to_come);
  CHECK(phase(schedule, 10h, 10h) == DeparturePhase::under_way);
  CHECK(phase(schedule, 10h, 10h + 26min) == DeparturePhase::over);
  CHECK_FALSE(group_at(schedule, 10h, 9h + 59min).has_value());
  CHECK_FALSE(group_at(schedule, 10h, 10h + 26min).has_value());
  const auto at = [&](MinuteOfDay now) { return *group_at(schedule, 10h, now); };
  CHECK(at(10h + 9min).stop == 0);
  CHECK(at(10h + 9min).until == 10h + 10min);
  CHECK(at(10h + 10min).on_the_way);
  CHECK(at(10h + 10min).stop == 1);
  CHECK(at(10h + 10min).until == 10h + 11min);
  CHECK_FALSE(at(10h + 11min).on_the_way);
  CHECK(at(10h + 25min).stop == 2);
}

TEST_CASE("the next departure and the one under way are by real time") {
  const Tour tour = tour_of({{"west", 10min}});
  const TourSchedule schedule = make_schedule(corridor(), tour);
  CHECK(next_departure(tour, 9h)->printed == 10h);
  CHECK(next_departure(tour, 11h + 10min)->printed == 11h);
  CHECK(next_departure(tour, 11h + 20min) == nullptr);
  CHECK(departure_under_way(schedule, tour, 11h + 10min) == nullptr);
  CHECK(departure_under_way(schedule, tour, 11h + 25min)->printed == 11h);
  CHECK(tour.departure(11h) == &tour.departures[1]);
  CHECK(tour.departure(11h + 20min) == nullptr);
}

TEST_CASE("one catches up at the first stop that is reached before the group leaves it") {
  const Map map = corridor();
  const Tour tour = tour_of({{"west", 10min}, {"middle", 5min}, {"east", 8min}});
  const TourSchedule schedule = make_schedule(map, tour);
  const auto caught = [&](MinuteOfDay now) { return catch_up(map, tour, schedule, 10h, now, false); };
  CHECK(caught(10h)->stop == 0);
  CHECK(caught(10h + 8min)->stop == 0);
  CHECK(caught(10h + 9min)->stop == 1);  // one minute away, and it leaves within that minute
  CHECK(caught(10h + 14min)->stop == 1);
  CHECK(caught(10h + 15min)->stop == 2);
  CHECK(caught(10h + 23min)->stop == 2);
  CHECK_FALSE(caught(10h + 24min).has_value());  // too far for what is left
  CHECK_FALSE(caught(9h + 59min).has_value());
  Map nowhere = map;
  nowhere.here.reset();
  CHECK_FALSE(catch_up(nowhere, tour, schedule, 10h, 10h, false).has_value());
}

TEST_CASE("in any building whoever sets out within the minute comes before the group has left, and no earlier stop would do") {
  std::mt19937 random(7);
  int met = 0;
  for (int round = 0; round < 60; ++round) {
    const Map map = testing::random_building(random, 2, 6, 60);
    Tour tour;
    for (int i = 0; i < 5; ++i) tour.stops.push_back({map.areas[random() % map.areas.size()].room, std::chrono::minutes(random() % 6)});
    const TourSchedule schedule = make_schedule(map, tour);
    for (std::size_t i = 1; i < schedule.stops.size(); ++i) CHECK(schedule.stops[i].arrives >= schedule.stops[i - 1].leaves);
    const bool step_free = round % 2 == 0;
    for (MinuteOfDay now = 10h; now < 10h + schedule.length(); now += 1min) {
      const auto caught = catch_up(map, tour, schedule, 10h, now, step_free);
      const std::size_t stop = caught ? caught->stop : tour.stops.size();
      for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        const auto route = find_route(map, *map.here, tour.stops[i].room, step_free);
        const double leaves = static_cast<double>((10h + schedule.stops[i].leaves).count()) * 60;
        const double there = route ? static_cast<double>((now + 1min).count()) * 60 + route->seconds : leaves + 1;
        if (i == stop) CHECK(there <= leaves);
        if (i < stop) CHECK(there > leaves - 60);  // at most what rounding up to a minute costs
      }
      met += caught ? 1 : 0;
    }
  }
  CHECK(met > 100);
}

TEST_CASE("what is left of this kiosk's seats never falls below none") {
  const Tour tour = tour_of({});
  CHECK(seats_left(tour, 10h, {}) == 8);
  CHECK(seats_left(tour, 10h, {{"t", 10h, 3}, {"t", 11h, 2}, {"other", 10h, 5}}) == 5);
  CHECK(seats_left(tour, 10h, {{"t", 10h, 9}}) == 0);
  CHECK(ticket_label(7) == "T-07");
  CHECK(ticket_label(123) == "T-123");
}
