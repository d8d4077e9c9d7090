// Buildings made at random or by rule, for the tests and the bench of ways.
#pragma once

#include <cstddef>
#include <random>
#include <string>

#include "model/map.h"

namespace kiosk::model::testing {

// `floors` floors of `rooms` rooms with a door each, on random places; ways between random nodes, some of them stairs, one-way or narrow.
// Not everything is joined.
inline Map random_building(std::mt19937& random, int floors, int rooms, int ways) {
  std::uniform_real_distribution<double> place(0, 60);
  Map map;
  for (int floor = 0; floor < floors; ++floor) {
    const std::string id = "floor-" + std::to_string(floor);
    map.floors.push_back({id, floor, {}, {}, {}});
    for (int i = 0; i < rooms; ++i) {
      const std::string name = "room-" + std::to_string(floor) + "-" + std::to_string(i);
      map.areas.push_back({name, id, static_cast<AreaKind>(random() % kAreaKindCount), {}, {}, {}, {}});
      map.nodes.push_back({"door-" + name, id, {place(random), place(random)}, name});
      map.nodes.push_back({"by-" + name, id, {place(random), place(random)}, {}});
    }
  }
  for (int i = 0; i < ways; ++i) {
    MapWay way{random() % map.nodes.size(), random() % map.nodes.size(), WayKind::walk, random() % 4 == 0, random() % 5 == 0 ? 0.7 : 0};
    if (map.nodes[way.from].floor != map.nodes[way.to].floor) way.kind = random() % 2 == 0 ? WayKind::stairs : WayKind::lift;
    map.ways.push_back(way);
  }
  map.here = 1;
  return map;
}

// A tower by rule: on each floor a corridor of `per_floor` nodes that closes to a ring, a door off it wherever a room is due, stairs and a
// lift from floor to floor.
inline Map tower(int floors, int rooms, int nodes) {
  Map map;
  const int per_floor = nodes / floors;
  const int doors = rooms / floors;
  const int ring = per_floor - doors;
  for (int floor = 0; floor < floors; ++floor) {
    const std::string id = "floor-" + std::to_string(floor);
    map.floors.push_back({id, floor, {}, {}, {}});
    const std::size_t first = map.nodes.size();
    for (int i = 0; i < ring; ++i) {
      const bool far_side = i >= ring / 2;
      map.nodes.push_back({id + "-" + std::to_string(i), id, {far_side ? 2.0 * (ring - 1 - i) : 2.0 * i, far_side ? 20.0 : 0.0}, {}});
      if (i > 0) map.ways.push_back({map.nodes.size() - 2, map.nodes.size() - 1, WayKind::walk, false, 0});
    }
    map.ways.push_back({map.nodes.size() - 1, first, WayKind::walk, false, 0});
    for (int i = 0; i < doors; ++i) {
      const std::string room = id + "-room-" + std::to_string(i);
      const std::size_t by = first + static_cast<std::size_t>(i * ring / doors);
      map.areas.push_back({room, id, i == 0 ? AreaKind::wc : AreaKind::classroom, {}, {}, {}, {}});
      map.nodes.push_back({"door-" + room, id, {map.nodes[by].at.x, map.nodes[by].at.y + 1.5}, room});
      map.ways.push_back({by, map.nodes.size() - 1, WayKind::walk, false, 0});
    }
    if (floor == 0) continue;
    const std::size_t below = first - static_cast<std::size_t>(per_floor);
    map.ways.push_back({below, first, WayKind::stairs, false, 0});
    const std::size_t half = static_cast<std::size_t>(ring / 2);
    map.ways.push_back({below + half, first + half, WayKind::lift, false, 0});
  }
  map.here = 0;
  return map;
}

}  // namespace kiosk::model::testing
