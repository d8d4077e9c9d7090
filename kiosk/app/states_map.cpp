#include <algorithm>

#include "app/states_parts.h"
#include "model/route.h"

namespace kiosk::app {
namespace {

using session::ScreenId;
using session::Session;
using session::Sheet;
using session::TextSize;

// One workshop of every floor and then others, as a family might choose them.
std::vector<std::string> some_stops(const model::Map& map) {
  std::vector<std::string> stops;
  constexpr std::size_t kStops = 4;
  for (std::size_t place = 0; stops.size() < kStops && place < map.areas.size(); ++place) {
    for (const model::Floor& floor : map.floors) {
      std::size_t seen = 0;
      const auto area = std::find_if(map.areas.begin(), map.areas.end(), [&](const model::Area& one) {
        return one.floor == floor.id && one.kind == model::AreaKind::workshop && seen++ == place;
      });
      if (area != map.areas.end() && stops.size() < kStops) stops.push_back(area->room);
    }
  }
  return stops;
}

Session finding(std::string_view typed) {
  Session session = at(ScreenId::map);
  session.map.searching = true;
  type(session, session::Field::search, typed);
  session.form.focus = session::Field::search;
  return session;
}

void add_map(const model::Catalogue& catalogue, const AddState& add) {
  if (catalogue.map.empty()) return;
  add("map", at(ScreenId::map));
  add("map-text-150", sized(at(ScreenId::map), TextSize::largest));
  add("map-high-contrast", contrasted(at(ScreenId::map)));
  const auto workshop = std::find_if(catalogue.map.areas.begin(), catalogue.map.areas.end(),
                                     [](const model::Area& area) { return area.kind == model::AreaKind::workshop; });
  if (workshop == catalogue.map.areas.end()) return;
  add("map-room", at(ScreenId::map, workshop->room));
  const auto upstairs = std::find_if(catalogue.map.areas.begin(), catalogue.map.areas.end(),
                                     [&](const model::Area& area) { return area.kind == model::AreaKind::workshop && area.floor != workshop->floor; });
  if (upstairs == catalogue.map.areas.end()) return;
  Session above = at(ScreenId::map, upstairs->room);
  above.map.floor = upstairs->floor;
  add("map-upstairs", above);
  Session below = above;
  below.map.floor = workshop->floor;
  below.map.step_free = true;
  add("map-step-free", below);
}

// The sheet with the words of the way that the map shows.
Session told(Session session) {
  session.sheet = Sheet::way;
  return session;
}

void add_way(const model::Catalogue& catalogue, const AddState& add) {
  const model::Map& map = catalogue.map;
  if (!map.here) return;
  const std::string& here = map.nodes[*map.here].floor;
  const auto upstairs = std::find_if(map.areas.begin(), map.areas.end(),
                                     [&](const model::Area& area) { return area.kind == model::AreaKind::workshop && area.floor != here; });
  if (upstairs == map.areas.end()) return;
  const Session way = told(at(ScreenId::map, upstairs->room));
  Session step_free = way;
  step_free.map.step_free = true;
  add("map-way", way);
  add("map-way-step-free", step_free);
  add("map-way-text-150", sized(step_free, TextSize::largest));
  add("map-way-high-contrast", contrasted(way));
  constexpr std::size_t kStopsHere = 3;
  Session walk = told(at(ScreenId::map));
  for (const model::Area& area : map.areas) {
    if (area.kind == model::AreaKind::workshop && area.floor == here && walk.map.stops.size() < kStopsHere) walk.map.stops.push_back(area.room);
  }
  walk.map.stops.push_back(upstairs->room);
  add("map-way-stops", walk);
  add("map-way-stops-text-150", sized(walk, TextSize::largest));
  const auto barred = std::find_if(map.areas.begin(), map.areas.end(),
                                   [&](const model::Area& area) { return model::why_no_route(map, *map.here, area.room, true).has_value(); });
  if (barred == map.areas.end()) return;
  Session none = told(at(ScreenId::map, barred->room));
  none.map.step_free = true;
  add("map-way-none", none);
}

}  // namespace

void add_map_states(const model::Catalogue& catalogue, const AddState& add) {
  if (catalogue.map.empty()) return;
  add_map(catalogue, add);
  add_way(catalogue, add);
  Session walk = at(ScreenId::map);
  walk.map.stops = some_stops(catalogue.map);
  add("map-walk", walk);
  add("map-reach", within_reach(walk));
  add("map-walk-text-150", sized(walk, TextSize::largest));
  Session floors = walk;
  floors.map.all_floors = true;
  add("map-floors", floors);
  add("map-floors-high-contrast", contrasted(floors));
  add("map-find", finding(""));
  add("map-find-found", finding("zel"));
  add("map-find-none", finding("xyz"));
  add("map-find-near", finding("aceuil"));
  add("map-find-text-150", sized(finding("zel"), TextSize::largest));
}

}  // namespace kiosk::app
