#include "model/route.h"

#include <algorithm>
#include <cmath>

#include "model/walking_graph.h"

namespace kiosk::model {
namespace {

bool leads_to(const Map& map, std::size_t from, const std::vector<std::size_t>& doors, Walker walker) {
  return WalkingGraph(map, walker).reach(from, doors).goal.has_value();
}

}  // namespace

int Route::minutes() const {
  constexpr double kSecondsPerMinute = 60;
  return std::max(1, static_cast<int>(std::ceil(seconds / kSecondsPerMinute)));
}

std::optional<Route> find_route(const Map& map, std::size_t from, std::string_view room, bool step_free) {
  const std::vector<std::size_t> doors = doors_of(map, room);
  if (doors.empty() || from >= map.nodes.size()) return std::nullopt;
  const WalkingGraph graph(map, step_free ? Walker::step_free : Walker::anyone);
  const Reached reached = graph.reach(from, doors);
  if (!reached.goal) return std::nullopt;
  return graph.route(reached, *reached.goal);
}

std::optional<NoRoute> why_no_route(const Map& map, std::size_t from, std::string_view room, bool step_free) {
  const std::vector<std::size_t> doors = doors_of(map, room);
  if (from >= map.nodes.size() || (doors.empty() && map.area(room) == nullptr)) return NoRoute::unknown_place;
  if (doors.empty()) return NoRoute::no_door;
  if (leads_to(map, from, doors, step_free ? Walker::step_free : Walker::anyone)) return std::nullopt;
  if (!step_free || !leads_to(map, from, doors, Walker::anyone)) return NoRoute::no_way;
  return leads_to(map, from, doors, Walker::no_stairs) ? NoRoute::only_narrow : NoRoute::only_by_stairs;
}

std::optional<NearestRoom> find_nearest(const Map& map, std::size_t from, AreaKind kind, bool step_free) {
  if (from >= map.nodes.size()) return std::nullopt;
  std::vector<std::string_view> rooms;
  for (const Area& area : map.areas) {
    if (area.kind == kind) rooms.emplace_back(area.room);
  }
  std::sort(rooms.begin(), rooms.end());
  std::vector<std::size_t> doors;
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    if (std::binary_search(rooms.begin(), rooms.end(), map.nodes[i].door)) doors.push_back(i);
  }
  const WalkingGraph graph(map, step_free ? Walker::step_free : Walker::anyone);
  const Reached reached = graph.reach(from, doors);
  if (!reached.goal) return std::nullopt;
  return NearestRoom{map.nodes[*reached.goal].door, graph.route(reached, *reached.goal)};
}

}  // namespace kiosk::model
