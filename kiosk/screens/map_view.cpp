#include "screens/map_view.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "model/timetable.h"
#include "screens/cards.h"
#include "session/place_search.h"
#include "session/wayfinding.h"

namespace kiosk::screens {
namespace {

using model::AreaKind;

std::string shown_floor(const ViewContext& context) {
  const model::Map& map = context.catalogue.map;
  if (map.floor(context.session.map.floor) != nullptr) return context.session.map.floor;
  return map.here ? map.nodes[*map.here].floor : map.floors.front().id;
}

void add_chips(const ViewContext& context, MapView& view) {
  constexpr std::array kKinds{AreaKind::wc, AreaKind::exit, AreaKind::prayer, AreaKind::first_aid, AreaKind::water, AreaKind::lift, AreaKind::reception, AreaKind::info};
  const model::Map& map = context.catalogue.map;
  if (!map.here) return;  // nearest to nowhere
  for (const AreaKind kind : kKinds) {
    const bool there = std::any_of(map.areas.begin(), map.areas.end(), [&](const model::Area& area) { return area.kind == kind; });
    if (!there) continue;
    view.chips.push_back({fmt::format("poi.{}", model::id(kind)), std::string(icon_of(kind)), context.say(fmt::format("place_kind.{}", model::id(kind))), kind});
  }
}

// A short way is told whole, of a longer one the beginning: the rest is on the sheet.
constexpr std::size_t kMostSteps = 4;

WaySummary way_summary_of(const ViewContext& context, const std::optional<ShownWay>& way) {
  WaySummary line;
  if (context.catalogue.map.here) line.step_free = {context.say("map.step_free"), context.session.map.step_free};
  if (!way) {
    line.summary = context.say("map.no_route");
    return line;
  }
  if (way->walk.order.empty()) {
    const model::SkippedStop& first = way->walk.skipped.front();
    line.summary = why_no_way(context, first.why, way->rooms[first.stop]);
    return line;
  }
  line.summary = way_summary(context, way->walk.route);
  line.open_steps = context.say("map.steps");
  if (way->rooms.size() > 1) return line;
  line.steps = way_steps(context, *way);
  if (line.steps.size() > kMostSteps) {
    line.more_steps = context.say("map.more_steps", {{"count", static_cast<std::int64_t>(line.steps.size() - kMostSteps + 1)}});
    line.steps.resize(kMostSteps - 1);
  }
  return line;
}

// What is on now or still to come in the room, at most three.
std::vector<Phrase> sessions_in_room(const ViewContext& context, std::string_view room) {
  std::vector<Phrase> lines;
  constexpr std::size_t kMost = 3;
  for (const model::Phase phase : {model::Phase::now, model::Phase::next, model::Phase::later}) {
    for (const model::WorkshopSession* session : model::sessions_in(context.catalogue, phase, context.minute())) {
      if (session->room != room || session->state == model::WorkshopState::cancelled || lines.size() == kMost) continue;
      const model::Program* program = context.catalogue.program(session->program);
      const Phrase title = session->title.empty() && program != nullptr ? context.pick(program->name) : context.pick(session->title);
      const Phrase time = time_range_phrase(context, model::real_start(*session), model::real_end(*session));
      const std::string now = phase == model::Phase::now ? context.say("workshops.now").text + " · " : std::string();
      lines.push_back({now + locale::isolate(time.text) + " · " + locale::isolate(title.text), context.language()});
    }
  }
  return lines;
}

void add_card(const ViewContext& context, const std::optional<ShownWay>& way, MapView& view) {
  const model::Area* area = context.catalogue.map.area(context.session.place.subject);
  const model::Room* room = area == nullptr ? nullptr : context.catalogue.room(area->room);
  if (room == nullptr) return;
  RoomCard card;
  card.room = area->room;
  card.name = context.pick(room->name);
  card.where = context.pick(room->where);
  card.way = way_summary_of(context, way);
  const std::vector<std::string>& stops = context.session.map.stops;
  const bool kept = context.session.map.tour.empty() && std::find(stops.begin(), stops.end(), area->room) != stops.end();
  const bool more = context.session.map.tour.empty() ? stops.size() < session::kMostStops : true;
  if (context.catalogue.map.here && (kept || more)) card.stop = {context.say(kept ? "map.stop_kept" : "map.stop_add"), kept};
  card.now_title = workshops_title(context, "program.today");
  card.sessions = sessions_in_room(context, area->room);
  if (card.sessions.empty() && area->kind == AreaKind::workshop) {
    card.sessions.push_back(context.say(other_day_phrase(context, context.language()) ? "day.no_workshop" : "program.no_workshop_today"));
  }
  card.equipment_title = context.say("map.equipment");
  for (const model::LocalText& item : area->equipment) card.equipment.push_back(context.pick(item));
  card.look_title = context.say("map.look_for");
  card.look_for = context.pick(area->look_for);
  card.close = context.say("map.close");
  view.card = std::move(card);
}

void add_walk(const ViewContext& context, const std::optional<ShownWay>& way, MapView& view) {
  if (!way || !context.session.place.subject.empty()) return;
  const model::Tour* tour = context.catalogue.tour(context.session.map.tour);
  WalkCard card;
  card.title = tour == nullptr ? context.say("way.title_walk") : context.pick(tour->theme);
  if (tour == nullptr && way->walk.order.size() > 1) card.order = context.say("map.best_order");
  card.way = way_summary_of(context, way);
  const Phrase remove = tour == nullptr ? context.say("map.stop_remove") : Phrase{};
  for (std::size_t i = 0; i < way->walk.order.size(); ++i) {
    const std::string& room = way->rooms[way->walk.order[i]];
    card.stops.push_back({room, room_phrase(context, room), i + 1, {}, remove});
  }
  for (const model::SkippedStop& skipped : way->walk.skipped) {
    const std::string& room = way->rooms[skipped.stop];
    card.stops.push_back({room, room_phrase(context, room), 0, why_no_way(context, skipped.why, room), remove});
  }
  card.end = context.say("map.walk_end");
  view.walk = std::move(card);
}

FoundRow place_row(const ViewContext& context, const model::Area& area) {
  const auto tone = tone_in(context.catalogue, area.room);
  FoundRow row;
  row.id = "room." + area.room;
  row.name = room_phrase(context, area.room);
  row.facts = context.pick(context.catalogue.room(area.room)->where);
  row.icon = tone ? std::string(family_icon(*tone)) : std::string(icon_of(area.kind).empty() ? "place" : icon_of(area.kind));
  row.tone = tone;
  row.intent = session::intent::Open{session::ScreenId::map, area.room};
  return row;
}

// A search never ends in "nothing": what looks like it, and where people are who know.
void offer_places(const ViewContext& context, std::string_view typed, SearchView& view) {
  const auto nearest = session::nearest_places(context.catalogue, typed, context.language());
  view.hint = context.say(nearest.empty() ? "map.find_none" : "map.find_none_near");
  for (const model::Area* area : nearest) view.rows.push_back(place_row(context, *area));
  for (const model::Area& area : context.catalogue.map.areas) {
    const bool offered = std::find(nearest.begin(), nearest.end(), &area) != nearest.end();
    if (area.kind == model::AreaKind::reception && !offered && context.catalogue.room(area.room) != nullptr) view.rows.push_back(place_row(context, area));
  }
  if (view.rows.empty()) view.hint = context.say("map.find_none_at_all");  // a map without a reception: nobody to ask is named
}

SearchView make_place_search(const ViewContext& context) {
  SearchView view;
  view.form = make_form_view(context, "map.find_place", "map.find_hint");
  view.form.back = context.say("search.close");
  const std::string& typed = context.session.form.input(session::Field::search).text;
  for (session::FoundPlace& found : session::search_places(context.catalogue, typed, context.language())) {
    FoundRow row = place_row(context, *found.area);
    tell_found(row, std::move(found));
    view.rows.push_back(std::move(row));
  }
  if (typed.empty()) view.hint = context.say("map.find_hint");
  if (view.rows.empty() && !typed.empty()) offer_places(context, typed, view);
  return view;
}

// Another way, another number.
std::size_t key_of(const std::optional<ShownWay>& way) {
  if (!way || way->walk.order.empty()) return 0;
  std::size_t key = 1;
  for (const std::size_t node : way->walk.route.nodes) key = key * 31 + node + 1;
  return key == 0 ? 1 : key;
}

}  // namespace

MapView make_map_view(const ViewContext& context) {
  MapView view;
  const model::Map& map = context.catalogue.map;
  view.title = context.say("map.title");
  if (map.empty()) return view;
  const session::MapLook& look = context.session.map;
  if (look.searching) {
    view.search = make_place_search(context);
    return view;
  }
  view.hint = context.say("map.hint");
  view.you_are_here = context.say("map.you_are_here");
  view.recentre = context.say("map.recentre");
  view.zoom_in = context.say("map.zoom_in");
  view.zoom_out = context.say("map.zoom_out");
  view.find_place = context.say("map.find_place");
  view.nearest_title = context.say("map.nearest");
  if (!context.catalogue.tours.empty()) view.tours = context.say("tours.title");
  const std::string floor = shown_floor(context);
  for (const model::Floor& one : map.floors) view.floors.push_back({"floor." + one.id, one.id, context.pick(one.name), one.id == floor && !look.all_floors});
  view.stacked = look.all_floors;
  if (map.here) view.here_floor = map.nodes[*map.here].floor;
  if (map.floors.size() > 1) view.all_floors = MapToggle{context.say("map.all_floors"), look.all_floors};
  const model::KioskPosition* kiosk = map.kiosk(map.this_kiosk);
  if (kiosk != nullptr && kiosk->facing.value_or(0) != 0) view.north_up = MapToggle{context.say(look.north_up ? "map.as_you_look" : "map.north_up"), look.north_up};
  const std::optional<ShownWay> way = shown_way(context);
  view.way_key = key_of(way);
  view.plans = make_floor_plans(context, floor, way);
  add_chips(context, view);
  add_card(context, way, view);
  add_walk(context, way, view);
  return view;
}

}  // namespace kiosk::screens
