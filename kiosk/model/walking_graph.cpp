#include "model/walking_graph.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace kiosk::model {
namespace {

constexpr double kMetresPerSecond = 0.8;
constexpr double kStairsSeconds = 25;
constexpr double kLiftSeconds = 60;  // waiting included: whoever can takes the stairs

double metres(const Map& map, const MapWay& way) {
  if (way.kind == WayKind::stairs || way.kind == WayKind::lift) return 0;
  return distance(map.nodes[way.from].at, map.nodes[way.to].at);
}

bool suits(const MapWay& way, Walker walker) {
  if (walker == Walker::anyone) return true;
  if (way.kind == WayKind::stairs) return false;
  return walker == Walker::no_stairs || way.width == 0 || way.width >= kStepFreeWidth;
}

}  // namespace

double seconds_of(const Map& map, const MapWay& way) {
  if (way.kind == WayKind::stairs) return kStairsSeconds;
  if (way.kind == WayKind::lift) return kLiftSeconds;
  return metres(map, way) / kMetresPerSecond;
}

// Counting sort by the node that a step starts at.
WalkingGraph::WalkingGraph(const Map& map, Walker walker) : map_(map), first_step_(map.nodes.size() + 1) {
  for (const MapWay& way : map.ways) {
    if (!suits(way, walker)) continue;
    ++first_step_[way.from + 1];
    if (!way.one_way) ++first_step_[way.to + 1];
  }
  for (std::size_t i = 1; i < first_step_.size(); ++i) first_step_[i] += first_step_[i - 1];
  steps_.resize(first_step_.back());
  std::vector<std::size_t> next(first_step_.begin(), first_step_.end() - 1);
  for (std::size_t i = 0; i < map.ways.size(); ++i) {
    const MapWay& way = map.ways[i];
    if (!suits(way, walker)) continue;
    const double time = seconds_of(map, way);
    steps_[next[way.from]++] = {way.to, i, time};
    if (!way.one_way) steps_[next[way.to]++] = {way.from, i, time};
  }
}

Reached WalkingGraph::reach(std::size_t from, std::span<const std::size_t> goals) const {
  const std::size_t count = map_.nodes.size();
  Reached reached{from, std::vector<double>(count, kUnreached), std::vector<std::size_t>(count, map_.ways.size()), std::nullopt};
  std::vector<bool> is_goal(count);
  for (const std::size_t goal : goals) is_goal[goal] = true;
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  reached.seconds[from] = 0;
  open.emplace(0, from);
  while (!open.empty()) {
    const auto [time, node] = open.top();
    open.pop();
    if (time > reached.seconds[node]) continue;
    if (is_goal[node]) {
      reached.goal = node;
      break;
    }
    for (std::size_t i = first_step_[node]; i < first_step_[node + 1]; ++i) {
      const double there = time + steps_[i].seconds;
      if (there >= reached.seconds[steps_[i].to]) continue;
      reached.seconds[steps_[i].to] = there;
      reached.by[steps_[i].to] = steps_[i].way;
      open.emplace(there, steps_[i].to);
    }
  }
  return reached;
}

Route WalkingGraph::route(const Reached& reached, std::size_t to) const {
  Route route;
  route.seconds = reached.seconds[to];
  for (std::size_t node = to; node != reached.from;) {
    const MapWay& way = map_.ways[reached.by[node]];
    route.nodes.push_back(node);
    route.metres += metres(map_, way);
    route.by_stairs |= way.kind == WayKind::stairs;
    route.by_lift |= way.kind == WayKind::lift;
    node = way.from == node ? way.to : way.from;
  }
  route.nodes.push_back(reached.from);
  std::reverse(route.nodes.begin(), route.nodes.end());
  return route;
}

std::vector<std::size_t> doors_of(const Map& map, std::string_view room) {
  std::vector<std::size_t> doors;
  if (room.empty()) return doors;  // a node without a door is no door of a room without a name
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    if (map.nodes[i].door == room) doors.push_back(i);
  }
  return doors;
}

}  // namespace kiosk::model
