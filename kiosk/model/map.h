// The plan of the building: floors, areas as polygons in metres, and the graph people walk on. Plain values with the little geometry that
// drawing and checking need. x grows to the east, y to the south, as on the drawing; nothing here is ever mirrored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/event.h"

namespace kiosk::model {

struct Metres {
  double x = 0;
  double y = 0;
  bool operator==(const Metres&) const = default;
};

using Polygon = std::vector<Metres>;  // corners in order, the last is joined to the first

struct Bounds {
  Metres least;
  Metres most;
};

struct Floor {
  std::string id;
  int level = 0;  // 0 is the ground floor
  LocalText name;
  Polygon outline;
};

enum class AreaKind : std::uint8_t {
  workshop, classroom, hall, office, reception, courtyard, cafeteria, library, wc, prayer, first_aid, exit, stairs, lift,
};
inline constexpr std::size_t kAreaKindCount = 14;
std::string_view id(AreaKind kind);

struct Area {
  std::string room;  // Room::id
  std::string floor;
  AreaKind kind = AreaKind::office;
  Polygon shape;
  std::vector<std::size_t> triangles;  // corners of `shape`, three to a triangle; made by triangulate
  std::vector<LocalText> equipment;
  LocalText look_for;  // what is worth a look
};

struct MapNode {
  std::string id;
  std::string floor;
  Metres at;
  std::string door;  // Room::id of the room it leads into, or empty
};

enum class WayKind : std::uint8_t { walk, stairs, lift, ramp };

struct MapWay {
  std::size_t from = 0;  // indices into Map::nodes; walked both ways
  std::size_t to = 0;
  WayKind kind = WayKind::walk;
};

struct Map {
  std::vector<Floor> floors;  // by level
  std::vector<Area> areas;
  std::vector<MapNode> nodes;
  std::vector<MapWay> ways;
  std::optional<std::size_t> here;  // the node where this kiosk stands

  bool empty() const { return floors.empty(); }
  const Floor* floor(std::string_view id) const;
  const Area* area(std::string_view room) const;
  std::optional<std::size_t> node(std::string_view id) const;
};

Bounds bounds(const Polygon& polygon);
Metres middle(const Polygon& polygon);  // of its area (centroid)
bool crosses_itself(const Polygon& polygon);
// Cuts a simple polygon into triangles by clipping ears; empty when it crosses itself or has fewer than three corners.
std::vector<std::size_t> triangulate(const Polygon& polygon);

}  // namespace kiosk::model
