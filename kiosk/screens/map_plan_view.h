// The floors of the plan as they are drawn: turned so that up is where the visitor looks, with what stands out on each. Plain values in metres
// after turning; screens/map_plan_draw makes pixels of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/map.h"
#include "screens/context.h"
#include "screens/shown_way.h"

namespace kiosk::screens {

struct MapRoom {
  std::string id;  // "room.zellige-workshop"
  std::string room;
  Phrase name;
  std::string icon;
  model::AreaKind kind = model::AreaKind::office;
  std::optional<model::Tone> tone;  // of the craft that is taught there
  model::Polygon shape;
  std::vector<std::size_t> triangles;
  model::Bounds box;  // the largest upright one inside
  bool selected = false;
  std::size_t stop = 0;  // its number on the walk that is shown; 0: none
};

// An opening in the wall of a room.
struct MapDoor {
  model::Metres from;
  model::Metres to;
};

// Where the way leaves this floor or comes to it.
struct FloorChange {
  std::string id;     // "map.change.ground.first"
  std::string floor;  // Floor::id it leads to
  Phrase name;        // of that floor
  model::Metres at;
  std::string_view icon;  // "stairs" or "lift"
};

// A point of interest that is no room: a drinking fountain, an information desk.
struct MapSpot {
  std::string id;  // "room.fountain"
  std::string room;
  Phrase name;
  std::string icon;
  model::Metres at;
  bool selected = false;
};

// Where the way arrives.
struct PlanStop {
  model::Metres at;
  std::size_t number = 1;  // on the walk
};

struct FloorPlan {
  std::string floor;
  Phrase name;
  model::Polygon outline;
  std::vector<std::size_t> triangles;
  std::vector<model::Polygon> openings;  // where one looks down to the floor below
  std::vector<std::vector<std::size_t>> opening_triangles;
  std::vector<MapRoom> rooms;
  std::vector<MapDoor> doors;
  std::vector<MapSpot> spots;
  std::optional<model::Metres> here;
  std::optional<double> looks;        // where the visitor looks there: degrees clockwise from up, as drawn
  std::vector<model::Polygon> way;    // open lines, in the order in which they are walked
  std::vector<FloorChange> changes;
  std::vector<PlanStop> stops;        // the last one is the goal where `has_goal`
  bool has_goal = false;
};

inline constexpr std::size_t kMostStacked = 3;  // floors shown above each other

// The floor that is looked at, or all that are shown above each other from the lowest: those the way touches and their neighbours.
std::vector<FloorPlan> make_floor_plans(const ViewContext& context, const std::string& floor, const std::optional<ShownWay>& way);
// How far the drawing is turned, degrees clockwise.
double plan_turn(const ViewContext& context);
std::string_view icon_of(model::AreaKind kind);
// Of the first program that is taught in the room.
std::optional<model::Tone> tone_in(const model::Catalogue& catalogue, std::string_view room);

}  // namespace kiosk::screens
