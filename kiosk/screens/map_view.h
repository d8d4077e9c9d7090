// The map (V6): the plan, where this kiosk stands, a card for what was chosen, the way to it, and the nearest of what people look for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "screens/map_plan_view.h"
#include "screens/search_view.h"
#include "screens/way_words.h"

namespace kiosk::screens {

struct FloorTab {
  std::string id;  // "floor.ground"
  std::string floor;
  Phrase name;
  bool selected = false;
};

struct MapToggle {
  Phrase name;
  bool on = false;
};

struct NearestChip {
  std::string id;  // "poi.wc"
  std::string icon;
  Phrase name;
  model::AreaKind kind = model::AreaKind::wc;
};

// What is said of the way, whether it leads to one room or through several.
struct WaySummary {
  Phrase summary;  // "45 m · 1 minute · by the stairs", or why there is none
  std::vector<WayStep> steps;  // to one room: all of a short way, the first of a longer one
  Phrase more_steps;  // "2 more steps", where some are left out
  Phrase open_steps;  // opens the sheet with every step; empty where there is no way
  MapToggle step_free;  // without a name where no way can be asked for
};

struct RoomCard {
  std::string room;
  Phrase name;
  Phrase where;
  WaySummary way;
  MapToggle stop;  // on: part of one's own walk; without a name where it cannot become one
  Phrase now_title;
  std::vector<Phrase> sessions;  // what is on now and next
  Phrase equipment_title;
  std::vector<Phrase> equipment;
  Phrase look_title;
  Phrase look_for;
  Phrase close;
};

struct WalkStop {
  std::string room;
  Phrase name;
  std::size_t number = 0;  // 0: the walk does not get there
  Phrase remark;           // why not; else empty
  Phrase remove;           // empty where it is a tour's
};

// A walk through several rooms, in the order in which they are visited.
struct WalkCard {
  Phrase title;
  Phrase order;  // that the stops were put in the best order; empty where they were not
  WaySummary way;
  std::vector<WalkStop> stops;
  Phrase end;
};

struct MapView {
  Phrase title;
  Phrase hint;
  Phrase you_are_here;
  Phrase recentre;
  Phrase zoom_in;
  Phrase zoom_out;
  Phrase find_place;
  Phrase nearest_title;
  Phrase tours;  // empty where there are none
  std::vector<FloorTab> floors;
  std::optional<MapToggle> all_floors;  // where there are several
  std::optional<MapToggle> north_up;    // where it makes a difference
  std::string here_floor;  // where this kiosk stands; empty where that is not known
  bool stacked = false;
  std::vector<FloorPlan> plans;  // one, or all that are shown above each other, the lowest first
  std::size_t way_key = 0;       // of the way that is shown; another one is drawn anew. 0: none
  std::vector<NearestChip> chips;
  std::optional<RoomCard> card;
  std::optional<WalkCard> walk;  // while no room is chosen
  std::optional<SearchView> search;
};

MapView make_map_view(const ViewContext& context);

}  // namespace kiosk::screens
