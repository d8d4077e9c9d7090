#include "screens/shown_way.h"

namespace kiosk::screens {

std::optional<ShownWay> shown_way(const ViewContext& context) {
  const model::Map& map = context.catalogue.map;
  const session::MapLook& look = context.session.map;
  const std::string& room = context.session.place.subject;
  if (!map.here || (room.empty() && look.stops.empty())) return std::nullopt;
  ShownWay way;
  way.rooms = room.empty() ? look.stops : std::vector<std::string>{room};
  const bool as_they_stand = room.empty() && !look.tour.empty();
  way.walk = as_they_stand ? model::walk_in_order(map, *map.here, way.rooms, look.step_free) : model::find_walk(map, *map.here, way.rooms, look.step_free);
  return way;
}

}  // namespace kiosk::screens
