// The map (V6): one floor drawn as geometry, where this kiosk stands, a card for the room that was touched, the way to it, and the nearest
// of what people look for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map.h"
#include "screens/context.h"

namespace kiosk::screens {

struct MapRoom {
  std::string id;  // "room.zellige-workshop"
  std::string room;
  Phrase name;
  std::string icon;  // of a kind that has one
  model::AreaKind kind = model::AreaKind::office;
  std::optional<model::Tone> tone;  // of the craft that is taught there
  model::Polygon shape;
  std::vector<std::size_t> triangles;
  bool selected = false;
};

struct FloorTab {
  std::string id;  // "floor.ground"
  std::string floor;
  Phrase name;
  bool selected = false;
};

struct NearestChip {
  std::string id;  // "poi.wc"
  std::string icon;
  Phrase name;
  model::AreaKind kind = model::AreaKind::wc;
};

struct RoomCard {
  Phrase name;
  Phrase where;
  Phrase route;       // "45 m · 1 minute · by the stairs", or why there is none
  Phrase step_free;   // the toggle
  bool step_free_on = false;
  Phrase now_title;
  std::vector<Phrase> sessions;  // what is on now and next
  Phrase equipment_title;
  std::vector<Phrase> equipment;
  Phrase look_title;
  Phrase look_for;
  Phrase close;
};

// Where the way leaves this floor or comes to it.
struct FloorChange {
  model::Metres at;
  std::string_view icon;  // "stairs" or "lift"
};

struct MapView {
  Phrase title;
  Phrase hint;
  Phrase you_are_here;
  Phrase recentre;
  Phrase zoom_in;
  Phrase zoom_out;
  std::vector<FloorTab> floors;
  model::Polygon outline;
  std::vector<std::size_t> outline_triangles;
  std::vector<MapRoom> rooms;
  std::optional<model::Metres> here;  // when this floor is where the kiosk stands
  std::vector<model::Polygon> route;  // open lines on this floor
  std::vector<FloorChange> floor_changes;
  std::optional<model::Metres> goal;
  std::vector<NearestChip> chips;
  std::optional<RoomCard> card;
};

MapView make_map_view(const ViewContext& context);

}  // namespace kiosk::screens
