#include "model/walk.h"

#include <algorithm>

#include "model/stop_order.h"
#include "model/walking_graph.h"

namespace kiosk::model {
namespace {

// The doors that the walk may use, stop by stop, and what was found from each.
struct Doors {
  std::vector<std::size_t> nodes;
  std::vector<Reached> reached;
  StopTimes times;
};

// The reached doors of `room`, nearest first, kMostDoorsOfAStop at most.
std::vector<std::size_t> usable_doors(const Map& map, const Reached& from_start, const std::string& room) {
  std::vector<std::size_t> doors = doors_of(map, room);
  std::erase_if(doors, [&](std::size_t node) { return from_start.seconds[node] == kUnreached; });
  std::stable_sort(doors.begin(), doors.end(), [&](std::size_t a, std::size_t b) { return from_start.seconds[a] < from_start.seconds[b]; });
  if (doors.size() > kMostDoorsOfAStop) doors.resize(kMostDoorsOfAStop);
  return doors;
}

void measure(const WalkingGraph& graph, const Reached& from_start, Doors& doors) {
  for (const std::size_t node : doors.nodes) {
    doors.reached.push_back(graph.reach(node));
    doors.times.from_start.push_back(from_start.seconds[node]);
    std::vector<double>& row = doors.times.between.emplace_back();
    for (const std::size_t other : doors.nodes) row.push_back(doors.reached.back().seconds[other]);
  }
}

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
  Walk walk;
  Doors doors;
  std::vector<std::size_t> asked;  // of each stop of the table, its index into `rooms`
  for (std::size_t i = 0; i < rooms.size(); ++i) {
    const std::vector<std::size_t> usable = usable_doors(map, from_start, rooms[i]);
    if (usable.empty()) {
      walk.skipped.push_back({i, why_no_route(map, from, rooms[i], step_free).value_or(NoRoute::no_way)});
      continue;
    }
    for (const std::size_t node : usable) {
      doors.nodes.push_back(node);
      doors.times.stop_of.push_back(asked.size());
    }
    asked.push_back(i);
  }
  doors.times.stops = asked.size();
  measure(graph, from_start, doors);
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
