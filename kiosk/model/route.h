// The way to a room: the shortest by walking time (Dijkstra), over stairs, lifts and ramps between floors. Step-free uses no stairs and no
// way that is known to be narrower than a wheelchair or a twin pram needs. Several rooms on one walk: walk.h. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/map.h"

namespace kiosk::model {

inline constexpr double kStepFreeWidth = 0.9;  // metres; ISO 21542 asks as much of a corridor's narrowest place

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

enum class NoRoute : std::uint8_t {
  unknown_place,   // there is no such room on the plan, or nowhere to start from
  no_door,         // the room has no door
  no_way,          // no path leads to its doors
  only_by_stairs,  // step-free was asked for, and every way has stairs
  only_narrow,     // step-free was asked for, and every way without stairs is too narrow somewhere
};
// Why find_route, asked the same, finds nothing; nothing when it does find a way.
std::optional<NoRoute> why_no_route(const Map& map, std::size_t from, std::string_view room, bool step_free);

// To the nearest area of a kind; gives the room too.
struct NearestRoom {
  std::string_view room;  // lives as long as `map`
  Route route;
};
std::optional<NearestRoom> find_nearest(const Map& map, std::size_t from, AreaKind kind, bool step_free);

}  // namespace kiosk::model
