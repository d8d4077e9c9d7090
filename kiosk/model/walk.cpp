#include "model/walk.h"

#include <algorithm>

#include "model/stop_doors.h"

namespace kiosk::model {
namespace {

void go_on(Route& route, const Route& leg) {
  route.nodes.insert(route.nodes.end(), leg.nodes.begin() + 1, leg.nodes.end());
  route.metres += leg.metres;
  route.seconds += leg.seconds;
  route.by_stairs |= leg.by_stairs;
  route.by_lift |= leg.by_lift;
}

}  // namespace

Walk find_walk(const Map& map, std::size_t from, const std::vector<std::string>& rooms, bool step_free) {
  const WalkingGraph graph(map, step_free ? Walker::step_free : Walker::anyone);
  const Reached from_start = graph.reach(from);
  const StopDoors doors = stop_doors(map, graph, from_start, rooms);
  const std::vector<std::size_t>& asked = doors.asked;
  Walk walk;
  for (std::size_t i = 0; i < rooms.size(); ++i) {
    if (std::binary_search(asked.begin(), asked.end(), i)) continue;
    walk.skipped.push_back({i, why_no_route(map, from, rooms[i], step_free).value_or(NoRoute::no_way)});
  }
  const std::vector<std::size_t> places = asked.size() <= kExactStops ? exact_order(doors.times) : good_order(doors.times);
  walk.route.nodes.push_back(from);
  const Reached* reached = &from_start;
  for (const std::size_t place : places) {
    go_on(walk.route, graph.route(*reached, doors.nodes[place]));
    walk.order.push_back(asked[doors.times.stop_of[place]]);
    walk.arrivals.push_back(walk.route.nodes.size() - 1);
    reached = &doors.reached[place];
  }
  for (const std::size_t stop : asked) {
    if (std::find(walk.order.begin(), walk.order.end(), stop) == walk.order.end()) walk.skipped.push_back({stop, NoRoute::no_way});
  }
  return walk;
}

Walk walk_in_order(const Map& map, std::size_t from, const std::vector<std::string>& rooms, bool step_free) {
  const WalkingGraph graph(map, step_free ? Walker::step_free : Walker::anyone);
  Walk walk;
  walk.route.nodes.push_back(from);
  for (std::size_t i = 0; i < rooms.size(); ++i) {
    const std::vector<std::size_t> doors = doors_of(map, rooms[i]);
    const Reached reached = graph.reach(walk.route.nodes.back(), doors);
    if (doors.empty() || !reached.goal) {
      walk.skipped.push_back({i, why_no_route(map, from, rooms[i], step_free).value_or(NoRoute::no_way)});
      continue;
    }
    go_on(walk.route, graph.route(reached, *reached.goal));
    walk.order.push_back(i);
    walk.arrivals.push_back(walk.route.nodes.size() - 1);
  }
  return walk;
}

}  // namespace kiosk::model
