// The way to a room: the shortest by walking time (Dijkstra), over stairs, lifts and ramps between floors; step-free uses no stairs. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/map.h"

namespace kiosk::model {

struct Route {
  std::vector<std::size_t> nodes;  // indices into Map::nodes, first and last included
  double metres = 0;               // walked on floors; stairs and lifts not counted
  double seconds = 0;              // at a family's pace of 0.8 m/s, with the time of stairs and lifts
  bool by_stairs = false;
  bool by_lift = false;

  int minutes() const;  // rounded up, at least 1
};

// From a node to the nearest door of `room`. Nothing when no way leads there.
std::optional<Route> find_route(const Map& map, std::size_t from, std::string_view room, bool step_free);
// To the nearest area of a kind; gives the room too.
struct NearestRoom {
  std::string_view room;  // lives as long as `map`
  Route route;
};
std::optional<NearestRoom> find_nearest(const Map& map, std::size_t from, AreaKind kind, bool step_free);

}  // namespace kiosk::model
