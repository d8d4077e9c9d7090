// What is wrong with the plan as a whole, once rooms, map and tours are read. A contradiction (two rooms in one place, a kiosk outside the
// building, a step-free claim that no way keeps) is an error: it must not be shown. A gap (a room without a door, a node that no path
// reaches, a stop that is not drawn) is a warning: the plan is still being drawn, and what there is already helps.
#include <algorithm>
#include <optional>
#include <set>

#include "base/format.h"
#include "content/readers.h"
#include "model/route.h"
#include "model/walking_graph.h"

namespace kiosk::content {
namespace {

using model::NoRoute;

constexpr double kTouchMetres = 0.5;       // a door this near to the wall is in the wall: plans are drawn by hand
constexpr double kToleratedOverlap = 0.5;  // square metres: a wall drawn five centimetres off along a room

std::set<std::string_view> rooms_with_door(const model::Map& map) {
  std::set<std::string_view> rooms;
  for (const model::MapNode& node : map.nodes) {
    if (!node.door.empty()) rooms.insert(node.door);
  }
  return rooms;
}

void check_doors(Draft& draft) {
  const model::Map& map = draft.content.catalogue.map;
  const std::set<std::string_view> with_door = rooms_with_door(map);
  for (std::size_t i = 0; i < map.areas.size(); ++i) {
    const std::string& room = map.areas[i].room;
    if (room.empty() || with_door.contains(room)) continue;
    draft.issues.warn(draft.map_area_places[i], fmt::format("room '{}' has no door on the map: no way leads to it", room),
                      "Add a [[node]] with door = the room's id, and a [[path]] to it.");
  }
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    const model::MapNode& node = map.nodes[i];
    const model::Area* area = node.door.empty() ? nullptr : map.area(node.door);
    if (area == nullptr || area->shape.empty()) continue;
    if (area->floor != node.floor) {
      draft.issues.warn(draft.map_node_places[i],
                        fmt::format("door '{}' is on floor '{}', but room '{}' is on floor '{}'", node.id, node.floor, area->room, area->floor),
                        "Put the door on the room's floor.");
    } else if (const double away = model::distance_to_outline(area->shape, node.at); away > kTouchMetres) {
      draft.issues.warn(draft.map_node_places[i], fmt::format("door '{}' is {:.1f} m away from the outline of room '{}'", node.id, away, area->room),
                        "Move it onto the room's outline.");
    }
  }
}

void check_overlaps(Draft& draft) {
  const auto& areas = draft.content.catalogue.map.areas;
  for (std::size_t later = 0; later < areas.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const model::Area& a = areas[earlier];
      const model::Area& b = areas[later];
      if (a.floor != b.floor) continue;
      if (!a.room.empty() && a.room == b.room) {
        draft.issues.error(draft.map_area_places[later], fmt::format("room '{}' is drawn twice", b.room), "Keep one of the two outlines.");
      } else if (model::overlap({a.shape, a.triangles}, {b.shape, b.triangles}, kToleratedOverlap)) {
        draft.issues.error(draft.map_area_places[later], fmt::format("rooms '{}' and '{}' overlap on floor '{}'", a.room, b.room, a.floor),
                           "Correct one of the outlines; rooms may share a wall, but no ground.");
      }
    }
  }
}

void check_kiosks(Draft& draft) {
  const model::Map& map = draft.content.catalogue.map;
  for (std::size_t i = 0; i < map.kiosks.size(); ++i) {
    const model::MapNode& node = map.nodes[map.kiosks[i].node];
    const model::Floor* floor = map.floor(node.floor);
    if (floor == nullptr || floor->outline.empty() || model::contains(floor->outline, node.at)) continue;
    const double away = model::distance_to_outline(floor->outline, node.at);
    if (away <= kTouchMetres) continue;
    draft.issues.error(draft.map_kiosk_places[i],
                       fmt::format("kiosk '{}' stands {:.1f} m outside floor '{}', at node '{}'", map.kiosks[i].id, away, node.floor, node.id),
                       "Move the node inside the floor's outline, or correct the outline.");
  }
  if (map.empty() || map.here) return;
  if (map.kiosks.empty()) {
    draft.issues.warn({"map.toml", 0, 0}, "no kiosk is on the map: no way is shown",
                      "Add a [[kiosk]] with id and node, and here = its id at the top of the file.");
  } else if (draft.content.catalogue.map.this_kiosk.empty() && !draft.is_here_given) {
    draft.issues.warn({"map.toml", 0, 0}, "'here' is missing: no way is shown",
                      fmt::format("Write here = \"{}\" at the top of the file.", map.kiosks.front().id));
  }
}

void check_points_of_interest(Draft& draft) {
  const model::Map& map = draft.content.catalogue.map;
  for (std::size_t i = 0; i < map.areas.size(); ++i) {
    const model::Area& area = map.areas[i];
    const model::Floor* floor = map.floor(area.floor);
    if (!area.shape.empty() || floor == nullptr || floor->outline.empty()) continue;
    const bool inside = model::contains(floor->outline, area.at) || model::distance_to_outline(floor->outline, area.at) <= kTouchMetres;
    if (!inside) draft.issues.error(draft.map_area_places[i], fmt::format("'{}' is outside floor '{}'", area.room, area.floor), "Correct its 'at', or the floor's outline.");
  }
}

void check_rooms_on_their_floors(Draft& draft) {
  const model::Catalogue& catalogue = draft.content.catalogue;
  const model::Map& map = catalogue.map;
  for (std::size_t i = 0; i < map.areas.size(); ++i) {
    const model::Area& area = map.areas[i];
    const model::Floor* floor = map.floor(area.floor);
    if (floor == nullptr || floor->outline.empty()) continue;
    double out = 0;
    for (const model::Metres corner : area.shape) {
      if (!model::contains(floor->outline, corner)) out = std::max(out, model::distance_to_outline(floor->outline, corner));
    }
    if (out <= kTouchMetres) continue;
    draft.issues.warn(draft.map_area_places[i], fmt::format("room '{}' reaches {:.1f} m out of floor '{}'", area.room, out, area.floor),
                      "Correct the room's outline, or the floor's.");
  }
  for (std::size_t i = 0; i < catalogue.rooms.size(); ++i) {
    const model::Room& room = catalogue.rooms[i];
    const model::Area* area = map.area(room.id);
    const model::Floor* floor = area == nullptr ? nullptr : map.floor(area->floor);
    if (floor == nullptr || !draft.room_floor_places[i] || floor->level == room.floor) continue;
    draft.issues.warn(*draft.room_floor_places[i], fmt::format("room '{}' is on floor {}, but the map has it on floor '{}', which is {}", room.id, room.floor, area->floor, floor->level),
                      fmt::format("Write floor = {}, or draw the room on its floor.", floor->level));
  }
}

// From where this kiosk stands, so that a part of the building that is joined to itself alone is found too.
void check_reach(Draft& draft) {
  const model::Map& map = draft.content.catalogue.map;
  if (!map.here) return;
  const model::Reached reached = model::WalkingGraph(map, model::Walker::anyone).reach(*map.here);
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    if (reached.seconds[i] != model::kUnreached || map.nodes[i].id.empty()) continue;
    draft.issues.warn(draft.map_node_places[i], fmt::format("no path leads from the kiosk to node '{}'", map.nodes[i].id),
                      "Add a [[path]] that joins it to the others, or take the node out.");
  }
}

std::string_view reason(NoRoute why) {
  switch (why) {
    case NoRoute::only_by_stairs:
      return "every way there has stairs";
    case NoRoute::only_narrow:
      return "every way there without stairs is narrower than 0.9 m somewhere";
    case NoRoute::no_door:
      return "the room has no door on the map";
    case NoRoute::no_way:
      return "no path leads there";
    case NoRoute::unknown_place:
      break;
  }
  return "the room is not on the map";
}

constexpr std::string_view kKeepOrDrop = "Draw the step-free way (a ramp or a lift, width = 0.9 or more), or take step_free out.";

void check_rooms_step_free(Draft& draft) {
  const model::Catalogue& catalogue = draft.content.catalogue;
  if (!catalogue.map.here) return;
  for (std::size_t i = 0; i < catalogue.rooms.size(); ++i) {
    const model::Room& room = catalogue.rooms[i];
    if (!room.step_free || catalogue.map.area(room.id) == nullptr) continue;  // another institute's room may not be on this plan
    const auto why = model::why_no_route(catalogue.map, *catalogue.map.here, room.id, true);
    if (!why) continue;
    draft.issues.error(draft.room_places[i],
                       fmt::format("room '{}' is said to be step-free, but no step-free way leads from the kiosk to it: {}", room.id, reason(*why)),
                       kKeepOrDrop);
  }
}

// Why one cannot go on from one stop to the next without a step; by whichever pair of doors it may be.
std::optional<NoRoute> why_no_leg(const model::Map& map, const std::string& from, const std::string& to) {
  std::optional<NoRoute> why = NoRoute::no_door;
  for (const std::size_t door : model::doors_of(map, from)) {
    why = model::why_no_route(map, door, to, true);
    if (!why) return std::nullopt;
  }
  return why;
}

void check_tour(Draft& draft, std::size_t index) {
  const model::Catalogue& catalogue = draft.content.catalogue;
  const model::Tour& tour = catalogue.tours[index];
  std::string before;  // the last stop that is on the map
  for (std::size_t i = 0; i < tour.stops.size(); ++i) {
    const std::string& room = tour.stops[i].room;
    if (catalogue.map.area(room) == nullptr) {
      if (catalogue.room(room) != nullptr) {
        draft.issues.warn(draft.tour_stop_places[index][i], fmt::format("stop '{}' of tour '{}' is not on the map", room, tour.id),
                          "Draw the room in map.toml as an [[area]] with a door, or take the stop out.");
      }
      continue;
    }
    if (tour.step_free && catalogue.map.here) {
      const auto why = before.empty() ? model::why_no_route(catalogue.map, *catalogue.map.here, room, true) : why_no_leg(catalogue.map, before, room);
      if (why) {
        const std::string start = before.empty() ? "the kiosk" : fmt::format("'{}'", before);
        draft.issues.error(
            draft.tour_stop_places[index][i],
            fmt::format("tour '{}' is said to be step-free, but no step-free way leads from {} to '{}': {}", tour.id, start, room, reason(*why)),
            kKeepOrDrop);
      }
    }
    before = room;
  }
}

}  // namespace

void check_map(Draft& draft) {
  const model::Catalogue& catalogue = draft.content.catalogue;
  if (catalogue.map.empty()) return;
  check_doors(draft);
  check_overlaps(draft);
  check_kiosks(draft);
  check_points_of_interest(draft);
  check_rooms_on_their_floors(draft);
  check_reach(draft);
  check_rooms_step_free(draft);
  for (std::size_t i = 0; i < catalogue.tours.size(); ++i) check_tour(draft, i);
}

}  // namespace kiosk::content
