// The plan of the building: floors, areas as polygons in metres, the graph people walk on, and where kiosks stand. Plain values; what can be
// computed from them is in geometry.h, route.h and walk.h. x grows to the east, y to the south, as on the drawing; nothing here is ever mirrored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/event.h"
#include "model/geometry.h"

namespace kiosk::model {

struct Floor {
  std::string id;
  int level = 0;  // 0 is the ground floor
  LocalText name;
  Polygon outline;
  std::vector<Polygon> openings;  // where one looks down to the floor below: nobody walks there
};

enum class AreaKind : std::uint8_t {
  workshop, classroom, hall, office, reception, courtyard, cafeteria, library, wc, prayer, first_aid, exit, stairs, lift, water, info,
};
inline constexpr std::size_t kAreaKindCount = 16;
std::string_view id(AreaKind kind);

// A room, or a point of interest that is none: a drinking fountain, an information desk in the open.
struct Area {
  std::string room;  // Room::id
  std::string floor;
  AreaKind kind = AreaKind::office;
  Polygon shape;  // empty: a point of interest
  std::vector<std::size_t> triangles;  // corners of `shape`, three to a triangle; made by triangulate
  std::vector<LocalText> equipment;
  LocalText look_for;  // what is worth a look
  Metres at = {};      // where a point of interest is
};

struct MapNode {
  std::string id;
  std::string floor;
  Metres at;
  std::string door;  // Room::id of the room it leads into, or empty
};

enum class WayKind : std::uint8_t { walk, stairs, lift, ramp };

struct MapWay {
  std::size_t from = 0;  // indices into Map::nodes
  std::size_t to = 0;
  WayKind kind = WayKind::walk;
  bool one_way = false;  // only from `from` to `to`
  double width = 0;      // metres between the walls at the narrowest; 0: not said
};

// A place where a kiosk stands; an open day may have several, each showing the same plan with its own "you are here".
struct KioskPosition {
  std::string id;
  std::size_t node = 0;  // index into Map::nodes
  std::optional<double> facing;  // where a visitor looks who stands before the screen: degrees clockwise from the plan's up, 0 … 359
};

struct Map {
  std::vector<Floor> floors;  // by level
  std::vector<Area> areas;
  std::vector<MapNode> nodes;
  std::vector<MapWay> ways;
  std::vector<KioskPosition> kiosks;
  std::string this_kiosk;           // KioskPosition::id, or empty: the plan is shown without "you are here" and without ways
  std::optional<std::size_t> here;  // the node where this kiosk stands

  bool empty() const { return floors.empty(); }
  const Floor* floor(std::string_view id) const;
  const Area* area(std::string_view room) const;
  std::optional<std::size_t> node(std::string_view id) const;
  const KioskPosition* kiosk(std::string_view id) const;
};

}  // namespace kiosk::model
