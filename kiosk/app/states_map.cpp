#include <algorithm>

#include "app/states_parts.h"

namespace kiosk::app {
namespace {

using session::ScreenId;
using session::Session;
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

}  // namespace

void add_map_states(const model::Catalogue& catalogue, const AddState& add) {
  if (catalogue.map.empty()) return;
  Session walk = at(ScreenId::map);
  walk.map.stops = some_stops(catalogue.map);
  add("map-walk", walk);
  add("map-walk-text-150", sized(walk, TextSize::largest));
  Session floors = walk;
  floors.map.all_floors = true;
  add("map-floors", floors);
  add("map-floors-high-contrast", contrasted(floors));
  add("map-find", finding(""));
  add("map-find-found", finding("zel"));
  add("map-find-none", finding("xyz"));
  add("map-find-text-150", sized(finding("zel"), TextSize::largest));
}

}  // namespace kiosk::app
