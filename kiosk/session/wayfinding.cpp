#include "session/wayfinding.h"

#include <algorithm>

#include "model/route.h"
#include "session/forms.h"

namespace kiosk::session {
namespace {

void end_walk(MapLook& look) {
  look.stops.clear();
  look.tour.clear();
}

// What was typed on another screen is not this one's.
void turn_search(Session& session, bool on) {
  session.map.searching = on;
  session.searching = false;
  wipe(session.form.input(Field::search));
  session.form.focus = on ? std::optional(Field::search) : std::nullopt;
}

struct WayfindingStepper {
  Session& session;
  const model::Catalogue& catalogue;
  std::optional<Place> next = {};

  bool at_map() const { return session.place.screen == ScreenId::map; }
  const model::Map& map() const { return catalogue.map; }

  void operator()(const intent::ChooseFloor& choose) {
    if (!at_map() || map().floor(choose.id) == nullptr) return;
    session.map.floor = choose.id;
    session.map.all_floors = false;
  }
  void operator()(const intent::ToggleAllFloors&) {
    if (at_map() && map().floors.size() > 1) session.map.all_floors = !session.map.all_floors;
  }
  void operator()(const intent::ToggleNorthUp&) {
    if (at_map()) session.map.north_up = !session.map.north_up;
  }
  void operator()(const intent::FindNearest& find) {
    if (!at_map() || !map().here) return;
    auto nearest = model::find_nearest(map(), *map().here, find.kind, session.map.step_free);
    // One that cannot be reached like that is shown all the same: its card says why.
    if (!nearest) nearest = model::find_nearest(map(), *map().here, find.kind, false);
    if (nearest) next = Place{ScreenId::map, std::string(nearest->room)};
  }
  void operator()(const intent::ToggleStepFree&) {
    // The list of guided tours asks the same.
    if (at_map() || session.place.screen == ScreenId::tours) session.map.step_free = !session.map.step_free;
  }
  void operator()(const intent::FindPlace& find) {
    if (at_map() && find.open != session.map.searching) turn_search(session, find.open);
  }
  void operator()(const intent::AddStop& add) {
    MapLook& look = session.map;
    if (!at_map() || map().area(add.room) == nullptr) return;
    if (!look.tour.empty()) end_walk(look);  // a tour's walk is the tour's: one's own begins anew
    const bool there = std::find(look.stops.begin(), look.stops.end(), add.room) != look.stops.end();
    if (!there && look.stops.size() < kMostStops) look.stops.push_back(add.room);
    look.entry.clear();
    if (session.place.subject == add.room) next = Place{ScreenId::map, {}};
  }
  void operator()(const intent::RemoveStop& remove) {
    std::erase(session.map.stops, remove.room);
    session.map.tour.clear();
  }
  void operator()(const intent::ShowWalk& show) {
    std::vector<std::string> stops = show.rooms;
    std::erase_if(stops, [&](const std::string& room) { return map().area(room) == nullptr; });
    if (stops.empty()) return;
    if (stops.size() > kMostStops && show.tour.empty()) stops.resize(kMostStops);
    session.map.stops = std::move(stops);
    session.map.tour = show.tour;
    session.map.floor.clear();
    session.map.entry.clear();
    next = Place{ScreenId::map, {}};
  }
  void operator()(const intent::EndWalk&) {
    end_walk(session.map);
    if (session.sheet == Sheet::way) session.sheet = Sheet::none;
  }
  void operator()(const intent::OpenWay&) {
    if (!at_map() || (session.place.subject.empty() && session.map.stops.empty())) return;
    session.take_home.part = 0;
    session.sheet = Sheet::way;
  }
};

}  // namespace

void enter_map(Session& session, const model::Catalogue& catalogue, const Place& place) {
  if (session.map.searching) turn_search(session, false);
  if (session.place.screen != ScreenId::map) {
    session.map.entry = place.subject;
    if (place.subject.empty()) session.map.floor.clear();  // where the kiosk stands
  }
  if (const model::Area* area = catalogue.map.area(place.subject)) session.map.floor = area->floor;
}

std::optional<Place> step_wayfinding(Session& session, const WayfindingIntent& intent, const model::Catalogue& catalogue) {
  WayfindingStepper stepper{session, catalogue};
  std::visit(stepper, intent);
  return stepper.next;
}

bool step_back_wayfinding(Session& session, const model::Catalogue& catalogue) {
  if (session.place.screen != ScreenId::map) return false;
  if (session.map.searching) {
    turn_search(session, false);
    return true;
  }
  if (session.place.subject.empty() || session.place.subject == session.map.entry) return false;
  session.place.subject = catalogue.map.area(session.map.entry) == nullptr ? std::string() : session.map.entry;
  session.map.entry = session.place.subject;
  return true;
}

void mend_wayfinding(Session& session, const model::Catalogue& catalogue) {
  MapLook& look = session.map;
  if (catalogue.map.floor(look.floor) == nullptr) look.floor.clear();
  const model::Tour* tour = catalogue.tour(look.tour);
  if (!look.tour.empty() && tour == nullptr) end_walk(look);
  if (tour != nullptr) {
    look.stops.clear();
    for (const model::TourStop& stop : tour->stops) look.stops.push_back(stop.room);
  }
  std::erase_if(look.stops, [&](const std::string& room) { return catalogue.map.area(room) == nullptr; });
  if (session.sheet == Sheet::way && look.stops.empty() && catalogue.map.area(session.place.subject) == nullptr) session.sheet = Sheet::none;
}

}  // namespace kiosk::session
