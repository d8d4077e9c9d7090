// A tour of one's own: never longer than the time there is, and as many rooms as every set of rooms tried one by one gives.
#include "model/own_tour.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>
#include <set>

#include "building.h"
#include "model/timetable.h"
#include "model/walk.h"

using namespace kiosk::model;
using namespace std::chrono_literals;

namespace {

WorkshopSession session(std::string id, std::string program, std::string room, MinuteOfDay start) {
  WorkshopSession made;
  made.id = std::move(id);
  made.program = std::move(program);
  made.room = std::move(room);
  made.start = start;
  made.end = start + 30min;
  return made;
}

Program program(std::string id, std::string room) {
  Program made;
  made.id = std::move(id);
  made.room = std::move(room);
  return made;
}

// A program for each room of a building, a workshop at 11:00 in the first.
Catalogue building(std::mt19937& random, int rooms, int ways) {
  Catalogue catalogue;
  catalogue.map = testing::random_building(random, 2, rooms, ways);
  for (const Area& area : catalogue.map.areas) catalogue.programs.push_back(program("p-" + area.room, area.room));
  catalogue.workshops = {session("w", {}, catalogue.map.areas.front().room, 11h)};
  return catalogue;
}

OwnTourWish all(const Catalogue& catalogue, std::size_t most) {
  OwnTourWish wish;
  wish.workshops = {"w"};
  for (std::size_t i = 1; i < catalogue.programs.size() && wish.programs.size() < most; ++i) wish.programs.push_back(catalogue.programs[i].id);
  return wish;
}

// Minutes of a walk through `rooms` and on to `end`, as the map shows it; nothing when there is no way.
std::optional<std::chrono::minutes> minutes_of(const Map& map, const std::vector<std::string>& rooms, const std::string& end, std::chrono::minutes stay, bool step_free) {
  const Walk walk = find_walk(map, *map.here, rooms, step_free);
  if (walk.order.size() != rooms.size()) return std::nullopt;
  const auto on = find_route(map, walk.route.nodes.back(), end, step_free);
  if (!on) return std::nullopt;
  return std::chrono::minutes(static_cast<int>(std::ceil((walk.route.seconds + on->seconds) / 60))) + static_cast<int>(rooms.size()) * stay;
}

}  // namespace

TEST_CASE("the time lasts until the next kept workshop, a kept program's, the agenda, the end of the day") {
  Catalogue catalogue;
  catalogue.programs = {program("zellige", "z")};
  catalogue.workshops = {session("other", "wood", "w", 10h + 20min), session("zellige-1100", "zellige", "z", 11h), session("kept", "silver", "s", 11h + 30min)};
  AgendaItem item;
  item.id = "visits";
  item.room = "hall";
  item.start = 10h + 30min;
  item.end = 12h + 15min;
  catalogue.agenda = {item};
  const OwnTourWish both{{"zellige"}, {"kept"}, false, false};
  CHECK(time_left(catalogue, both, 10h)->until == Until::kept_workshop);
  CHECK(time_left(catalogue, both, 10h)->at == 11h + 30min);
  CHECK(time_left(catalogue, {{"zellige"}, {}, false, false}, 10h)->id == "zellige-1100");
  CHECK(time_left(catalogue, {{"zellige"}, {}, false, false}, 11h)->until == Until::day_end);
  CHECK(time_left(catalogue, {}, 10h)->until == Until::agenda);
  CHECK(time_left(catalogue, {}, 10h)->room == "hall");
  CHECK(time_left(catalogue, {}, 11h)->at == 12h + 15min);
  CHECK_FALSE(time_left(catalogue, {}, 12h + 15min).has_value());
  catalogue.workshops[2].state = WorkshopState::cancelled;
  CHECK(time_left(catalogue, both, 10h)->until == Until::workshop);
  catalogue.workshops[1].delay = 20min;
  CHECK(time_left(catalogue, both, 11h)->at == 11h + 20min);
}

TEST_CASE("a tour of one's own never takes longer than there is, and no larger set of rooms would fit") {
  std::mt19937 random(11);  // rooms are kept in the order of their names
  int with_rooms = 0;
  int left_out = 0;
  for (int round = 0; round < 120; ++round) {
    const Catalogue catalogue = building(random, 4, 40);
    const OwnTourWish wish{all(catalogue, 6).programs, {"w"}, false, round % 3 == 0};
    const std::chrono::minutes left(5 + static_cast<int>(random() % 60));
    const auto tour = own_tour(catalogue, wish, 11h - left);
    if (!tour) continue;
    CHECK(tour->left == left);
    CHECK(tour->needed <= left);
    if (!tour->rooms.empty()) CHECK(minutes_of(catalogue.map, tour->asked, tour->end.room, tour->stay, wish.step_free) == tour->needed);
    std::vector<std::string> rooms = tour->rooms;
    rooms.insert(rooms.end(), tour->later.begin(), tour->later.end());
    std::sort(rooms.begin(), rooms.end());
    CHECK(std::set<std::string>(rooms.begin(), rooms.end()).size() == rooms.size());
    int most = 0;
    for (unsigned set = 1; set < (1U << rooms.size()); ++set) {
      std::vector<std::string> chosen;
      for (std::size_t i = 0; i < rooms.size(); ++i) {
        if ((set >> i & 1U) != 0) chosen.push_back(rooms[i]);
      }
      const auto needed = minutes_of(catalogue.map, chosen, tour->end.room, tour->stay, wish.step_free);
      if (needed && *needed <= left) most = std::max(most, std::popcount(set));
    }
    CHECK(static_cast<int>(tour->rooms.size()) == most);
    with_rooms += tour->rooms.empty() ? 0 : 1;
    left_out += tour->later.empty() ? 0 : 1;
  }
  CHECK(with_rooms > 30);
  CHECK(left_out > 30);
}

TEST_CASE("of many rooms ten are considered, the others are told as left for later") {
  std::mt19937 random(3);
  const Catalogue catalogue = building(random, 8, 200);
  const auto tour = own_tour(catalogue, all(catalogue, 14), 5h);
  REQUIRE(tour.has_value());
  CHECK(tour->rooms.size() <= kExactStops);
  CHECK(tour->rooms.size() >= 8);
  CHECK(tour->later.size() >= 4);
}

TEST_CASE("a family stays shorter, sees more, and sees the rooms of its tours first") {
  std::mt19937 random(5);
  Catalogue catalogue = building(random, 6, 160);
  Tour families;
  families.for_families = true;
  families.stops = {{catalogue.map.areas[5].room, 10min}};
  catalogue.tours = {families};
  OwnTourWish wish = all(catalogue, 8);
  const auto grown = own_tour(catalogue, wish, 10h + 35min);
  wish.family = true;
  const auto family = own_tour(catalogue, wish, 10h + 35min);
  REQUIRE(grown.has_value());
  REQUIRE(family.has_value());
  CHECK(family->stay == kFamilyStay);
  CHECK(grown->stay == 8min);
  CHECK(family->rooms.size() > grown->rooms.size());
  catalogue.own_tour.stay = 3min;
  CHECK(own_tour(catalogue, wish, 10h + 35min)->stay == 3min);
  const auto one = own_tour(catalogue, wish, 11h - 6min);
  if (one && one->rooms.size() == 1) CHECK(one->rooms.front() == catalogue.map.areas[5].room);
}

TEST_CASE("whoever kept one craft alone sees its room before its workshop, until what the agenda has next") {
  std::mt19937 random(5);
  Catalogue catalogue = building(random, 6, 160);
  const std::string room = catalogue.map.areas[5].room;
  catalogue.workshops = {session("w", "p-" + room, room, 11h)};
  AgendaItem item;
  item.id = "visits";
  item.start = 10h + 45min;
  item.end = 12h;
  catalogue.agenda = {item};
  const auto tour = own_tour(catalogue, {{"p-" + room}, {}, false, false}, 10h);
  REQUIRE(tour.has_value());
  CHECK(tour->end.until == Until::agenda);
  CHECK(tour->rooms == std::vector<std::string>{room});
}

TEST_CASE("without anything kept on this map, without a place of the kiosk, or when the day is over there is no tour of one's own") {
  std::mt19937 random(5);
  Catalogue catalogue = building(random, 6, 160);
  catalogue.programs.push_back(program("elsewhere", "another-institute"));
  CHECK_FALSE(own_tour(catalogue, {}, 10h).has_value());
  CHECK_FALSE(own_tour(catalogue, {{"elsewhere", "unknown"}, {}, false, false}, 10h).has_value());
  CHECK_FALSE(own_tour(catalogue, all(catalogue, 3), 23h).has_value());
  // The room of the workshop itself is where one goes anyway.
  CHECK_FALSE(own_tour(catalogue, {{}, {"w"}, false, false}, 10h).has_value());
  catalogue.map.here.reset();
  CHECK_FALSE(own_tour(catalogue, all(catalogue, 3), 10h).has_value());
}
