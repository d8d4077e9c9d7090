#include "model/map.h"

#include <algorithm>
#include <array>

namespace kiosk::model {
namespace {

constexpr std::array<std::string_view, kAreaKindCount> kKindIds{"workshop", "classroom", "hall",   "office",    "reception", "courtyard", "cafeteria", "library",
                                                                "wc",       "prayer",    "first_aid", "exit",   "stairs",    "lift",      "water",     "info"};

}  // namespace

std::string_view id(AreaKind kind) { return kKindIds[static_cast<std::size_t>(kind)]; }

const Floor* Map::floor(std::string_view id) const {
  const auto found = std::find_if(floors.begin(), floors.end(), [&](const Floor& floor) { return floor.id == id; });
  return found == floors.end() ? nullptr : &*found;
}

const Area* Map::area(std::string_view room) const {
  const auto found = std::find_if(areas.begin(), areas.end(), [&](const Area& area) { return area.room == room; });
  return found == areas.end() ? nullptr : &*found;
}

std::optional<std::size_t> Map::node(std::string_view id) const {
  const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const MapNode& node) { return node.id == id; });
  if (found == nodes.end()) return std::nullopt;
  return static_cast<std::size_t>(found - nodes.begin());
}

const KioskPosition* Map::kiosk(std::string_view id) const {
  const auto found = std::find_if(kiosks.begin(), kiosks.end(), [&](const KioskPosition& position) { return position.id == id; });
  return found == kiosks.end() ? nullptr : &*found;
}

}  // namespace kiosk::model
