#include "screens/map_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/format.h"
#include "model/route.h"
#include "model/timetable.h"
#include "screens/cards.h"

namespace kiosk::screens {
namespace {

using model::AreaKind;

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
    case AreaKind::courtyard: break;
  }
  return {};
}

// The craft of the first program that is taught in the room.
std::optional<model::Tone> tone_in(const model::Catalogue& catalogue, std::string_view room) {
  const auto program = std::find_if(catalogue.programs.begin(), catalogue.programs.end(), [&](const model::Program& one) { return one.room == room; });
  if (program == catalogue.programs.end()) return std::nullopt;
  return tone_of(catalogue, *program);
}

std::string shown_floor(const ViewContext& context) {
  const model::Map& map = context.catalogue.map;
  if (map.floor(context.session.map.floor) != nullptr) return context.session.map.floor;
  return map.here ? map.nodes[*map.here].floor : map.floors.front().id;
}

void add_rooms(const ViewContext& context, const std::string& floor, MapView& view) {
  for (const model::Area& area : context.catalogue.map.areas) {
    if (area.floor != floor) continue;
    const model::Room* room = context.catalogue.room(area.room);
    MapRoom shown;
    shown.id = "room." + area.room;
    shown.room = area.room;
    if (room != nullptr) shown.name = context.pick(room->name);
    shown.icon = icon_of(area.kind);
    shown.kind = area.kind;
    shown.tone = tone_in(context.catalogue, area.room);
    shown.shape = area.shape;
    shown.triangles = area.triangles;
    shown.selected = context.session.place.subject == area.room;
    view.rooms.push_back(std::move(shown));
  }
}

void add_chips(const ViewContext& context, MapView& view) {
  constexpr std::array kKinds{AreaKind::wc, AreaKind::exit, AreaKind::prayer, AreaKind::first_aid, AreaKind::lift, AreaKind::reception};
  const model::Map& map = context.catalogue.map;
  for (const AreaKind kind : kKinds) {
    const bool there = std::any_of(map.areas.begin(), map.areas.end(), [&](const model::Area& area) { return area.kind == kind; });
    if (!there) continue;
    view.chips.push_back({fmt::format("poi.{}", model::id(kind)), std::string(icon_of(kind)), context.say(fmt::format("place_kind.{}", model::id(kind))), kind});
  }
}

void add_route(const model::Map& map, const model::Route& route, const std::string& floor, MapView& view) {
  model::Polygon line;
  const auto end_line = [&] {
    if (line.size() > 1) view.route.push_back(line);
    line.clear();
  };
  for (std::size_t i = 0; i < route.nodes.size(); ++i) {
    const model::MapNode& node = map.nodes[route.nodes[i]];
    if (node.floor != floor) {
      end_line();
      continue;
    }
    line.push_back(node.at);
    const bool changes = (i > 0 && map.nodes[route.nodes[i - 1]].floor != floor) ||
                         (i + 1 < route.nodes.size() && map.nodes[route.nodes[i + 1]].floor != floor);
    const model::Area* way = map.area(node.door);
    if (changes) view.floor_changes.push_back({node.at, way != nullptr && way->kind == AreaKind::lift ? "lift" : "stairs"});
  }
  end_line();
  const model::MapNode& last = map.nodes[route.nodes.back()];
  if (last.floor == floor) view.goal = last.at;
}

Phrase route_phrase(const ViewContext& context, const model::Route& route) {
  std::string text = context.say("map.metres", {{"count", std::int64_t{std::lround(route.metres)}}}).text + " · " +
                     context.say("map.minutes", {{"count", std::int64_t{route.minutes()}}}).text;
  if (route.by_stairs) text += " · " + context.say("map.by_stairs").text;
  if (route.by_lift) text += " · " + context.say("map.by_lift").text;
  return {std::move(text), context.language()};
}

// What is on now or still to come in the room, at most three.
std::vector<Phrase> sessions_in_room(const ViewContext& context, std::string_view room) {
  std::vector<Phrase> lines;
  constexpr std::size_t kMost = 3;
  for (const model::Phase phase : {model::Phase::now, model::Phase::next, model::Phase::later}) {
    for (const model::WorkshopSession* session : model::sessions_in(context.catalogue, phase, context.now.time)) {
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

void add_card(const ViewContext& context, const std::string& floor, MapView& view) {
  const model::Map& map = context.catalogue.map;
  const model::Area* area = map.area(context.session.place.subject);
  const model::Room* room = area == nullptr ? nullptr : context.catalogue.room(area->room);
  if (room == nullptr) return;
  RoomCard card;
  card.name = context.pick(room->name);
  card.where = context.pick(room->where);
  card.step_free = context.say("map.step_free");
  card.step_free_on = context.session.map.step_free;
  const auto route = map.here ? model::find_route(map, *map.here, area->room, context.session.map.step_free) : std::nullopt;
  if (route) {
    card.route = route_phrase(context, *route);
    add_route(map, *route, floor, view);
  } else {
    card.route = context.say(context.session.map.step_free ? "map.no_step_free" : "map.no_route");
  }
  card.now_title = context.say("program.today");
  card.sessions = sessions_in_room(context, area->room);
  if (card.sessions.empty() && area->kind == AreaKind::workshop) card.sessions.push_back(context.say("program.no_workshop_today"));
  card.equipment_title = context.say("map.equipment");
  for (const model::LocalText& item : area->equipment) card.equipment.push_back(context.pick(item));
  card.look_title = context.say("map.look_for");
  card.look_for = context.pick(area->look_for);
  card.close = context.say("map.close");
  view.card = std::move(card);
}

}  // namespace

MapView make_map_view(const ViewContext& context) {
  MapView view;
  const model::Map& map = context.catalogue.map;
  view.title = context.say("map.title");
  view.hint = context.say("map.hint");
  view.you_are_here = context.say("map.you_are_here");
  view.recentre = context.say("map.recentre");
  view.zoom_in = context.say("map.zoom_in");
  view.zoom_out = context.say("map.zoom_out");
  if (map.empty()) return view;
  const std::string floor = shown_floor(context);
  for (const model::Floor& one : map.floors) view.floors.push_back({"floor." + one.id, one.id, context.pick(one.name), one.id == floor});
  view.outline = map.floor(floor)->outline;
  view.outline_triangles = model::triangulate(view.outline);
  add_rooms(context, floor, view);
  if (map.here && map.nodes[*map.here].floor == floor) view.here = map.nodes[*map.here].at;
  add_chips(context, view);
  add_card(context, floor, view);
  return view;
}

}  // namespace kiosk::screens
