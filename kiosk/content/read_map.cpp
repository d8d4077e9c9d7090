#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <unordered_map>

#include "base/format.h"
#include "content/plan_limits.h"
#include "content/readers.h"
#include "content/table_reader.h"

namespace kiosk::content {
namespace {

constexpr std::string_view kMapFile = "map.toml";
constexpr std::string_view kShapeExample = "[[0, 0], [8, 0], [8, 6], [0, 6]]";

Choices<model::AreaKind> area_kinds() {
  Choices<model::AreaKind> kinds;
  for (std::size_t i = 0; i < model::kAreaKindCount; ++i) kinds.emplace_back(model::id(static_cast<model::AreaKind>(i)), static_cast<model::AreaKind>(i));
  return kinds;
}

std::optional<model::Metres> metres_of(const Node& node) {
  if (node.kind != NodeKind::array || node.items.size() != 2) return std::nullopt;
  for (const Node& item : node.items) {
    const bool number = item.kind == NodeKind::integer || item.kind == NodeKind::real;
    if (!number || !std::isfinite(item.real) || std::abs(item.real) > kFarthestMetres) return std::nullopt;
  }
  return model::Metres{node.items[0].real, node.items[1].real};
}

std::optional<model::Metres> read_point(Draft& draft, TableReader& reader, std::string_view key) {
  const Node* node = reader.any(key, Need::required, "[12.5, 8]");
  if (node == nullptr) return std::nullopt;
  const auto point = metres_of(*node);
  if (!point) draft.issues.error(reader.place_of(*node), fmt::format("'{}' is no point", key), "Write two numbers in metres: [12.5, 8].");
  return point;
}

model::Polygon read_shape(Draft& draft, TableReader& reader, std::string_view key) {
  const Node* node = reader.any(key, Need::required, kShapeExample);
  if (node == nullptr) return {};
  model::Polygon polygon;
  const bool list = node->kind == NodeKind::array && node->items.size() >= 3 && node->items.size() <= kMostCorners;
  if (list) {
    for (const Node& item : node->items) {
      const auto corner = metres_of(item);
      if (!corner) break;
      polygon.push_back(*corner);
    }
  }
  if (!list || polygon.size() != node->items.size()) {
    draft.issues.error(reader.place_of(*node), fmt::format("'{}' is no outline", key),
                       fmt::format("Write its corners in metres, three to {}, in order: {}.", kMostCorners, kShapeExample));
    return {};
  }
  if (model::triangulate(polygon).empty()) {
    draft.issues.error(reader.place_of(*node), fmt::format("the outline '{}' crosses itself or has no inside", key),
                       "Give the corners in the order in which you would walk round it.");
    return {};
  }
  return polygon;
}

void read_floor(Draft& draft, const Node& table) {
  TableReader reader(draft, std::string(kMapFile), table, "floor");
  model::Floor floor;
  floor.id = reader.id(Thing::floor);
  floor.level = reader.integer("level", -9, 99, Need::required).value_or(0);
  floor.name = reader.local_text("name", Need::required);
  floor.outline = read_shape(draft, reader, "outline");
  reader.finish();
  draft.content.catalogue.map.floors.push_back(std::move(floor));
}

void read_area(Draft& draft, const Node& table) {
  TableReader reader(draft, std::string(kMapFile), table, "area");
  model::Area area;
  area.room = reader.reference("room", Thing::room, Need::required);
  area.floor = reader.reference("floor", Thing::floor, Need::required);
  area.kind = reader.choice("kind", area_kinds(), area.kind, Need::required);
  // A point of interest has a place instead of walls.
  if (reader.has("at")) {
    area.at = read_point(draft, reader, "at").value_or(model::Metres{});
    if (reader.has("shape")) draft.issues.error(reader.place_of("shape"), "an area has either 'at' or 'shape'", "Take one of them out.");
  } else {
    area.shape = read_shape(draft, reader, "shape");
    area.triangles = model::triangulate(area.shape);
  }
  area.equipment = reader.local_texts("equipment");
  area.look_for = reader.local_text("look_for", Need::optional);
  reader.finish();
  draft.map_area_places.push_back(reader.place());
  draft.content.catalogue.map.areas.push_back(std::move(area));
}

void read_opening(Draft& draft, const Node& table) {
  TableReader reader(draft, std::string(kMapFile), table, "opening");
  const std::string id = reader.reference("floor", Thing::floor, Need::required);
  model::Polygon shape = read_shape(draft, reader, "shape");
  reader.finish();
  std::vector<model::Floor>& floors = draft.content.catalogue.map.floors;
  const auto floor = std::find_if(floors.begin(), floors.end(), [&](const model::Floor& one) { return one.id == id; });
  if (floor == floors.end() || shape.empty()) return;
  constexpr double kTolerated = 0.05;  // metres
  const bool inside = std::all_of(shape.begin(), shape.end(), [&](model::Metres corner) {
    return floor->outline.empty() || model::contains(floor->outline, corner) || model::distance_to_outline(floor->outline, corner) <= kTolerated;
  });
  if (!inside) draft.issues.error(reader.place_of("shape"), fmt::format("the opening reaches outside floor '{}'", id), "Correct its corners, or the floor's outline.");
  floor->openings.push_back(std::move(shape));
}

void read_node(Draft& draft, const Node& table) {
  TableReader reader(draft, std::string(kMapFile), table, "node");
  model::MapNode node;
  node.id = reader.id(Thing::node);
  node.floor = reader.reference("floor", Thing::floor, Need::required);
  node.at = read_point(draft, reader, "at").value_or(model::Metres{});
  node.door = reader.reference("door", Thing::room, Need::optional);
  reader.finish();
  draft.map_node_places.push_back(reader.place());
  draft.content.catalogue.map.nodes.push_back(std::move(node));
}

// Where a visitor looks who stands before the screen: a word of the compass, north being up on the plan, or degrees clockwise from up.
std::optional<double> read_facing(Draft& draft, TableReader& reader) {
  constexpr std::array<std::string_view, 8> kWords{"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"};
  constexpr double kDegreesPerWord = 45;
  const Node* node = reader.any("facing", Need::optional, {});
  if (node == nullptr) return std::nullopt;
  const bool number = node->kind == NodeKind::integer || node->kind == NodeKind::real;
  if (number && node->real >= 0 && node->real < 360) return node->real;
  if (node->kind == NodeKind::text) {
    const auto word = std::find(kWords.begin(), kWords.end(), node->text);
    if (word != kWords.end()) return kDegreesPerWord * static_cast<double>(word - kWords.begin());
  }
  draft.issues.error(reader.place_of(*node), "'facing' is no direction",
                     fmt::format("Write degrees clockwise from the plan's up, 0 to 359, or one of: {}.", fmt::join(kWords, ", ")));
  return std::nullopt;
}

void read_kiosk(Draft& draft, const Node& table) {
  TableReader reader(draft, std::string(kMapFile), table, "kiosk");
  model::KioskPosition position;
  position.id = reader.id(Thing::kiosk);
  const std::string node = reader.reference("node", Thing::node, Need::required);
  position.facing = read_facing(draft, reader);
  reader.finish();
  model::Map& map = draft.content.catalogue.map;
  const auto stands = map.node(node);
  if (!stands) return;  // named among the references
  position.node = *stands;
  draft.map_kiosk_places.push_back(reader.place());
  map.kiosks.push_back(std::move(position));
}

// Map::nodes by id: a campus has thousands.
using NodeIndex = std::unordered_map<std::string, std::size_t>;

// A path names its nodes one after the other; each two neighbours are a way.
void read_path(Draft& draft, const Node& table, const NodeIndex& nodes) {
  TableReader reader(draft, std::string(kMapFile), table, "path");
  const auto kind = reader.choice<model::WayKind>("kind",
                                                  {{"walk", model::WayKind::walk},
                                                   {"stairs", model::WayKind::stairs},
                                                   {"lift", model::WayKind::lift},
                                                   {"ramp", model::WayKind::ramp}},
                                                  model::WayKind::walk, Need::optional);
  constexpr double kNarrowest = 0.3;
  constexpr double kWidest = 100;
  const bool one_way = reader.flag("one_way");
  const double width = reader.number("width", kNarrowest, kWidest).value_or(0);
  const std::vector<std::string> ids = reader.references("nodes", Thing::node, Need::required);
  reader.finish();
  model::Map& map = draft.content.catalogue.map;
  for (std::size_t i = 1; i < ids.size(); ++i) {
    const auto from = nodes.find(ids[i - 1]);
    const auto to = nodes.find(ids[i]);
    if (from == nodes.end() || to == nodes.end()) continue;  // named among the references
    if (kind == model::WayKind::walk && map.nodes[from->second].floor != map.nodes[to->second].floor) {
      draft.issues.error(reader.place_of("nodes"), fmt::format("the path joins '{}' and '{}', which are on different floors", ids[i - 1], ids[i]),
                         "Say how one gets there: kind = \"stairs\", \"lift\" or \"ramp\".");
    }
    map.ways.push_back({from->second, to->second, kind, one_way, width});
  }
}

}  // namespace

void read_map(Draft& draft) {
  const auto root = read_document(draft, std::string(kMapFile), Presence::optional, "", kMapLimitBytes);
  if (!root) return;
  TableReader file(draft, std::string(kMapFile), *root, "file");
  std::string here = file.reference("here", Thing::kiosk, Need::optional);
  draft.is_here_given = file.has("here");
  // Several kiosks may share one folder: each machine then says itself which one it is.
  const char* const at = std::getenv("KIOSK_AT");
  const bool machine_says = at != nullptr && *at != '\0';
  if (machine_says) here = at;
  for (const Node* table : file.tables("floor")) read_floor(draft, *table);
  for (const Node* table : file.tables("opening")) read_opening(draft, *table);
  for (const Node* table : file.tables("area")) read_area(draft, *table);
  for (const Node* table : file.tables("node", kMostMapEntries)) read_node(draft, *table);
  NodeIndex nodes;
  const std::vector<model::MapNode>& read = draft.content.catalogue.map.nodes;
  for (std::size_t i = 0; i < read.size(); ++i) nodes.emplace(read[i].id, i);
  for (const Node* table : file.tables("path", kMostMapEntries)) read_path(draft, *table, nodes);
  for (const Node* table : file.tables("kiosk")) read_kiosk(draft, *table);
  file.finish();
  model::Map& map = draft.content.catalogue.map;
  if (const model::KioskPosition* position = map.kiosk(here)) {
    map.this_kiosk = here;
    map.here = position->node;
  } else if (machine_says) {
    draft.issues.error({std::string(kMapFile), 0, 0}, fmt::format("this machine says that it is kiosk '{}', which is not on the map", here),
                       "Correct --at or KIOSK_AT on this machine, or add a [[kiosk]] of that id.");
  }
  std::stable_sort(map.floors.begin(), map.floors.end(), [](const model::Floor& a, const model::Floor& b) { return a.level < b.level; });
}

}  // namespace kiosk::content
