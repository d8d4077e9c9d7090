#include "model/route.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>

namespace kiosk::model {
namespace {

constexpr double kMetresPerSecond = 0.8;
constexpr double kStairsSeconds = 25;
constexpr double kLiftSeconds = 60;  // waiting included: whoever can takes the stairs
constexpr double kInfinity = std::numeric_limits<double>::infinity();

double metres(const Map& map, const MapWay& way) {
  if (way.kind == WayKind::stairs || way.kind == WayKind::lift) return 0;
  const Metres a = map.nodes[way.from].at;
  const Metres b = map.nodes[way.to].at;
  return std::hypot(a.x - b.x, a.y - b.y);
}

double seconds(const Map& map, const MapWay& way) {
  if (way.kind == WayKind::stairs) return kStairsSeconds;
  if (way.kind == WayKind::lift) return kLiftSeconds;
  return metres(map, way) / kMetresPerSecond;
}

struct Reached {
  std::vector<double> seconds;
  std::vector<std::size_t> by;  // index of the way that led to each node
};

Reached reach(const Map& map, std::size_t from, bool step_free) {
  std::vector<std::vector<std::size_t>> ways_at(map.nodes.size());
  for (std::size_t i = 0; i < map.ways.size(); ++i) {
    if (step_free && map.ways[i].kind == WayKind::stairs) continue;
    ways_at[map.ways[i].from].push_back(i);
    ways_at[map.ways[i].to].push_back(i);
  }
  Reached reached{std::vector<double>(map.nodes.size(), kInfinity), std::vector<std::size_t>(map.nodes.size(), map.ways.size())};
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  reached.seconds[from] = 0;
  open.emplace(0, from);
  while (!open.empty()) {
    const auto [time, node] = open.top();
    open.pop();
    if (time > reached.seconds[node]) continue;
    for (const std::size_t index : ways_at[node]) {
      const MapWay& way = map.ways[index];
      const std::size_t next = way.from == node ? way.to : way.from;
      const double there = time + seconds(map, way);
      if (there >= reached.seconds[next]) continue;
      reached.seconds[next] = there;
      reached.by[next] = index;
      open.emplace(there, next);
    }
  }
  return reached;
}

Route route_to(const Map& map, const Reached& reached, std::size_t from, std::size_t to) {
  Route route;
  route.seconds = reached.seconds[to];
  for (std::size_t node = to; node != from;) {
    const MapWay& way = map.ways[reached.by[node]];
    route.nodes.push_back(node);
    route.metres += metres(map, way);
    route.by_stairs |= way.kind == WayKind::stairs;
    route.by_lift |= way.kind == WayKind::lift;
    node = way.from == node ? way.to : way.from;
  }
  route.nodes.push_back(from);
  std::reverse(route.nodes.begin(), route.nodes.end());
  return route;
}

// The reached door for which `wanted` holds that takes least time.
template <class Wanted>
std::optional<std::size_t> nearest_door(const Map& map, const Reached& reached, Wanted wanted) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    if (map.nodes[i].door.empty() || reached.seconds[i] == kInfinity || !wanted(map.nodes[i])) continue;
    if (!best || reached.seconds[i] < reached.seconds[*best]) best = i;
  }
  return best;
}

}  // namespace

int Route::minutes() const {
  constexpr double kSecondsPerMinute = 60;
  return std::max(1, static_cast<int>(std::ceil(seconds / kSecondsPerMinute)));
}

std::optional<Route> find_route(const Map& map, std::size_t from, std::string_view room, bool step_free) {
  const Reached reached = reach(map, from, step_free);
  const auto door = nearest_door(map, reached, [&](const MapNode& node) { return node.door == room; });
  if (!door) return std::nullopt;
  return route_to(map, reached, from, *door);
}

std::optional<NearestRoom> find_nearest(const Map& map, std::size_t from, AreaKind kind, bool step_free) {
  const Reached reached = reach(map, from, step_free);
  const auto door = nearest_door(map, reached, [&](const MapNode& node) {
    const Area* area = map.area(node.door);
    return area != nullptr && area->kind == kind;
  });
  if (!door) return std::nullopt;
  return NearestRoom{map.nodes[*door].door, route_to(map, reached, from, *door)};
}

}  // namespace kiosk::model
