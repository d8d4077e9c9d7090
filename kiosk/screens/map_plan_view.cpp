#include "screens/map_plan_view.h"

#include <algorithm>
#include <cmath>

#include "screens/cards.h"

namespace kiosk::screens {
namespace {

using model::AreaKind;
using model::Metres;

constexpr double kDoorWidth = 1.4;      // metres, as drawn: a real one of 0.9 could not be seen
constexpr double kDoorInTheWall = 0.8;  // no farther from it

// The opening in the side of `shape` that is nearest to the door's node; nothing where the node stands in the open.
std::optional<MapDoor> opening(const model::Polygon& shape, Metres node) {
  std::optional<MapDoor> found;
  double nearest = kDoorInTheWall;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const Metres a = shape[i];
    const Metres b = shape[(i + 1) % shape.size()];
    const double length = model::distance(a, b);
    if (length < kDoorWidth) continue;
    const Metres along{(b.x - a.x) / length, (b.y - a.y) / length};
    const double half = kDoorWidth / 2;
    const double place = std::clamp((node.x - a.x) * along.x + (node.y - a.y) * along.y, half, length - half);
    const Metres centre{a.x + along.x * place, a.y + along.y * place};
    if (model::distance(centre, node) >= nearest) continue;
    nearest = model::distance(centre, node);
    found = MapDoor{{centre.x - along.x * half, centre.y - along.y * half}, {centre.x + along.x * half, centre.y + along.y * half}};
  }
  return found;
}

class PlanMaking {
 public:
  PlanMaking(const ViewContext& context, const std::optional<ShownWay>& way)
      : context_(context), map_(context.catalogue.map), way_(way), turn_(plan_turn(context)) {}

  FloorPlan make(const model::Floor& floor) const {
    FloorPlan plan;
    plan.floor = floor.id;
    plan.name = context_.pick(floor.name);
    plan.outline = model::turned(floor.outline, turn_);
    plan.triangles = model::triangulate(plan.outline);
    for (const model::Polygon& opening : floor.openings) {
      plan.openings.push_back(model::turned(opening, turn_));
      plan.opening_triangles.push_back(model::triangulate(plan.openings.back()));
    }
    for (const model::Area& area : map_.areas) {
      if (area.floor != floor.id) continue;
      area.shape.empty() ? plan.spots.push_back(spot(area)) : plan.rooms.push_back(room(area));
    }
    for (const model::MapNode& node : map_.nodes) {
      const model::Area* area = node.floor == floor.id ? map_.area(node.door) : nullptr;
      if (area == nullptr || area->shape.empty() || area->kind == AreaKind::courtyard) continue;
      if (const auto door = opening(area->shape, node.at)) plan.doors.push_back({at(door->from), at(door->to)});
    }
    add_here(floor, plan);
    if (way_) add_way(floor, plan);
    return plan;
  }

 private:
  Metres at(Metres place) const { return model::turned(place, turn_); }

  MapRoom room(const model::Area& area) const {
    MapRoom shown;
    shown.id = "room." + area.room;
    shown.room = area.room;
    shown.name = room_phrase(context_, area.room);
    shown.icon = icon_of(area.kind);
    shown.kind = area.kind;
    shown.tone = tone_in(context_.catalogue, area.room);
    shown.shape = model::turned(area.shape, turn_);
    shown.triangles = area.triangles;
    shown.box = model::largest_box(shown.shape);
    shown.selected = context_.session.place.subject == area.room;
    if (way_ && way_->rooms.size() > 1) {
      for (std::size_t i = 0; i < way_->walk.order.size(); ++i) {
        if (way_->rooms[way_->walk.order[i]] == area.room) shown.stop = i + 1;
      }
    }
    return shown;
  }

  MapSpot spot(const model::Area& area) const {
    const std::string_view icon = icon_of(area.kind);
    return {"room." + area.room, area.room, room_phrase(context_, area.room), std::string(icon.empty() ? "place" : icon), at(area.at),
            context_.session.place.subject == area.room};
  }

  void add_here(const model::Floor& floor, FloorPlan& plan) const {
    if (!map_.here || map_.nodes[*map_.here].floor != floor.id) return;
    plan.here = at(map_.nodes[*map_.here].at);
    const model::KioskPosition* kiosk = map_.kiosk(map_.this_kiosk);
    if (kiosk != nullptr && kiosk->facing) plan.looks = *kiosk->facing + turn_;
  }

  // The kind of what joins two floors.
  std::string_view change_icon(std::size_t from, std::size_t to) const {
    const auto joins = std::find_if(map_.ways.begin(), map_.ways.end(), [&](const model::MapWay& one) {
      return (one.from == from && one.to == to) || (one.from == to && one.to == from);
    });
    return joins != map_.ways.end() && joins->kind == model::WayKind::lift ? "lift" : "stairs";
  }

  void add_change(std::size_t here, std::size_t there, FloorPlan& plan) const {
    const model::Floor* floor = map_.floor(map_.nodes[there].floor);
    const Metres place = at(map_.nodes[here].at);
    // A way that goes up and comes back by the same stairs leads to that floor once.
    const bool told = std::any_of(plan.changes.begin(), plan.changes.end(), [&](const FloorChange& one) { return one.floor == floor->id && one.at == place; });
    std::string id = "map.change." + plan.floor + "." + floor->id;
    const auto others = std::count_if(plan.changes.begin(), plan.changes.end(), [&](const FloorChange& one) { return one.floor == floor->id; });
    if (others > 0) id += "." + std::to_string(others + 1);
    if (!told) plan.changes.push_back({std::move(id), floor->id, context_.pick(floor->name), place, change_icon(here, there)});
  }

  void add_way(const model::Floor& floor, FloorPlan& plan) const {
    const std::vector<std::size_t>& nodes = way_->walk.route.nodes;
    if (way_->walk.order.empty()) return;
    model::Polygon line;
    const auto end_line = [&] {
      if (line.size() > 1) plan.way.push_back(line);
      line.clear();
    };
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const model::MapNode& node = map_.nodes[nodes[i]];
      if (node.floor != floor.id) {
        end_line();
        continue;
      }
      line.push_back(at(node.at));
      for (const std::size_t beside : {i - 1, i + 1}) {
        if (beside < nodes.size() && map_.nodes[nodes[beside]].floor != floor.id) add_change(nodes[i], nodes[beside], plan);
      }
    }
    end_line();
    for (std::size_t i = 0; i < way_->walk.arrivals.size(); ++i) {
      const model::MapNode& node = map_.nodes[nodes[way_->walk.arrivals[i]]];
      if (node.floor == floor.id) plan.stops.push_back({at(node.at), i + 1});
    }
    plan.has_goal = map_.nodes[nodes.back()].floor == floor.id;
  }

  const ViewContext& context_;
  const model::Map& map_;
  const std::optional<ShownWay>& way_;
  double turn_;
};

// The floors that the way touches; the one that is looked at with its neighbours where it touches no other. Of more than can be told apart the
// first and the last stay, and the one that is looked at.
std::vector<const model::Floor*> stacked(const model::Map& map, const std::string& floor, const std::optional<ShownWay>& way) {
  std::vector<const model::Floor*> floors;
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < map.floors.size(); ++i) {
    const bool walked = way && std::any_of(way->walk.route.nodes.begin(), way->walk.route.nodes.end(),
                                           [&](std::size_t node) { return map.nodes[node].floor == map.floors[i].id; });
    if (map.floors[i].id == floor) looked_at = i;
    if (map.floors[i].id == floor || walked) floors.push_back(&map.floors[i]);
  }
  if (floors.size() == 1) {
    const std::size_t first = looked_at == 0 ? 0 : std::min(looked_at - 1, map.floors.size() - std::min(map.floors.size(), kMostStacked));
    floors.clear();
    for (std::size_t i = first; i < map.floors.size() && floors.size() < kMostStacked; ++i) floors.push_back(&map.floors[i]);
  }
  while (floors.size() > kMostStacked) {
    floors.erase(std::find_if(floors.begin() + 1, floors.end() - 1, [&](const model::Floor* one) { return one->id != floor; }));
  }
  return floors;
}

}  // namespace

std::string_view icon_of(AreaKind kind) {
  switch (kind) {
    case AreaKind::wc: return "wc";
    case AreaKind::prayer: return "prayer";
    case AreaKind::first_aid: return "first-aid";
    case AreaKind::exit: return "exit";
    case AreaKind::stairs: return "stairs";
    case AreaKind::lift: return "lift";
    case AreaKind::reception: return "people";
    case AreaKind::cafeteria: return "cafeteria";
    case AreaKind::library: return "library";
    case AreaKind::hall: return "hall";
    case AreaKind::workshop: return "workshop";
    case AreaKind::classroom: return "school";
    case AreaKind::office: return "info";
    case AreaKind::water: return "water";
    case AreaKind::info: return "info";
    case AreaKind::courtyard: break;
  }
  return {};
}

std::optional<model::Tone> tone_in(const model::Catalogue& catalogue, std::string_view room) {
  const auto program = std::find_if(catalogue.programs.begin(), catalogue.programs.end(), [&](const model::Program& one) { return one.room == room; });
  if (program == catalogue.programs.end()) return std::nullopt;
  return tone_of(catalogue, *program);
}

double plan_turn(const ViewContext& context) {
  const model::Map& map = context.catalogue.map;
  const model::KioskPosition* kiosk = map.kiosk(map.this_kiosk);
  return kiosk == nullptr || !kiosk->facing || context.session.map.north_up ? 0 : -*kiosk->facing;
}

std::vector<FloorPlan> make_floor_plans(const ViewContext& context, const std::string& floor, const std::optional<ShownWay>& way) {
  const model::Map& map = context.catalogue.map;
  const PlanMaking making(context, way);
  std::vector<FloorPlan> plans;
  if (!context.session.map.all_floors) {
    plans.push_back(making.make(*map.floor(floor)));
    return plans;
  }
  for (const model::Floor* one : stacked(map, floor, way)) plans.push_back(making.make(*one));
  return plans;
}

}  // namespace kiosk::screens
