#include "screens/way_words.h"

#include <cmath>
#include <cstdint>

#include "base/format.h"
#include "model/directions.h"

namespace kiosk::screens {
namespace {

using model::DirectionStep;
using model::StepKind;
using model::Turn;
using model::WayKind;

// As the patterns name it.
std::string_view id_of(Turn turn) {
  switch (turn) {
    case Turn::straight: return "straight";
    case Turn::slight_right: return "slight_right";
    case Turn::right: return "right";
    case Turn::sharp_right: return "sharp_right";
    case Turn::slight_left: return "slight_left";
    case Turn::left: return "left";
    case Turn::sharp_left: return "sharp_left";
    case Turn::around: return "around";
    case Turn::unknown: break;
  }
  return "unknown";
}

std::string_view id_of(WayKind kind) {
  switch (kind) {
    case WayKind::stairs: return "stairs";
    case WayKind::lift: return "lift";
    case WayKind::ramp:
    case WayKind::walk: break;
  }
  return "ramp";
}

std::string_view icon_of(const DirectionStep& step) {
  if (step.kind == StepKind::arrive) return "arrive";
  if (step.kind == StepKind::change_level) {
    const bool down = step.levels < 0;
    if (step.by == WayKind::lift) return "lift";
    if (step.by == WayKind::stairs) return step.levels == 0 ? "stairs" : down ? "stairs-down" : "stairs-up";
    return down ? "ramp-down" : "ramp-up";
  }
  switch (step.turn) {
    case Turn::slight_right: return "turn-slight-right";
    case Turn::right: return "turn-right";
    case Turn::sharp_right: return "turn-sharp-right";
    case Turn::slight_left: return "turn-slight-left";
    case Turn::left: return "turn-left";
    case Turn::sharp_left: return "turn-sharp-left";
    case Turn::around: return "turn-around";
    case Turn::straight:
    case Turn::unknown: break;
  }
  return "straight";
}

std::string room_name(const ViewContext& context, std::string_view room) {
  return locale::isolate(room_phrase(context, room).text);
}

std::string floor_name(const ViewContext& context, std::string_view floor) {
  const model::Floor* found = context.catalogue.map.floor(floor);
  return locale::isolate(found == nullptr ? std::string(floor) : context.pick(found->name).text);
}

// Where there is no door to speak of: one stands in it, or sees it from afar.
bool is_open_place(const model::Area* area) {
  if (area == nullptr) return true;
  switch (area->kind) {
    case model::AreaKind::courtyard:
    case model::AreaKind::reception:
    case model::AreaKind::exit:
    case model::AreaKind::stairs:
    case model::AreaKind::lift: return true;
    default: return false;
  }
}

class StepWords {
 public:
  StepWords(const ViewContext& context, const std::string& goal) : context_(context), goal_(goal) {}

  // Sentences stand whole beside each other: nothing agrees across a full stop.
  Phrase of(const DirectionStep& step) const {
    switch (step.kind) {
      case StepKind::set_off: return beside(set_off(step), going(step));
      case StepKind::walk: return beside(turning(step), going(step));
      case StepKind::change_level: return beside(there(step), changing(step));
      case StepKind::arrive: break;
    }
    return arriving(step);
  }

 private:
  Phrase beside(const Phrase& first, const Phrase& second) const {
    if (first.text.empty() || second.text.empty()) return first.text.empty() ? second : first;
    return {first.text + " " + second.text, first.language};
  }

  Phrase set_off(const DirectionStep& step) const {
    if (!step.landmark.empty()) return context_.say("way.set_off_towards", {{"place", room_name(context_, step.landmark)}});
    return context_.say("way.set_off", {{"turn", std::string(id_of(step.turn))}});
  }

  Phrase turning(const DirectionStep& step) const {
    const std::string turn(id_of(step.turn));
    if (!step.landmark.empty()) return context_.say("way.turn_at", {{"turn", turn}, {"place", room_name(context_, step.landmark)}});
    // One comes out of rooms and lifts; at the end of stairs one is out already.
    const model::Area* left = context_.catalogue.map.area(step.leaving);
    const bool comes_out = left != nullptr && left->kind != model::AreaKind::stairs;
    return context_.say(comes_out ? "way.leave" : "way.turn", {{"turn", turn}});
  }

  Phrase going(const DirectionStep& step) const {
    constexpr double kFewSteps = 3;  // metres that nobody counts
    if (step.metres < kFewSteps) return {};
    const std::int64_t metres = told_metres(step.metres);
    if (step.past.empty()) return context_.say("way.go", {{"count", metres}});
    return context_.say("way.go_past", {{"count", metres}, {"place", room_name(context_, step.past)}});
  }

  Phrase there(const DirectionStep& step) const {
    return context_.say(fmt::format("way.there_{}", id_of(step.by)), {{"side", std::string(id_of(step.turn))}});
  }

  Phrase changing(const DirectionStep& step) const {
    if (step.levels == 0) return context_.say("way.level", {{"by", std::string(id_of(step.by))}});
    return context_.say(step.levels > 0 ? "way.up" : "way.down", {{"floor", floor_name(context_, step.target_floor)}});
  }

  Phrase arriving(const DirectionStep& step) const {
    const bool open = is_open_place(context_.catalogue.map.area(goal_));
    return context_.say(open ? "way.arrive" : "way.arrive_door", {{"side", std::string(id_of(step.turn))}, {"place", room_name(context_, goal_)}});
  }

  const ViewContext& context_;
  const std::string& goal_;  // Room::id of the stop
};

const std::string& room_of_stop(const ShownWay& way, std::size_t stop) { return way.rooms[way.walk.order[stop]]; }

}  // namespace

int told_metres(double metres) {
  constexpr double kCounted = 20;
  constexpr double kSteps = 5;
  if (metres <= kCounted) return static_cast<int>(std::lround(metres));
  return static_cast<int>(std::lround(metres / kSteps) * std::lround(kSteps));
}

std::vector<WayStep> way_steps(const ViewContext& context, const ShownWay& way) {
  const model::Map& map = context.catalogue.map;
  const model::KioskPosition* kiosk = map.kiosk(map.this_kiosk);
  std::vector<WayStep> steps;
  for (const DirectionStep& step : model::directions(map, way.walk, kiosk == nullptr ? std::nullopt : kiosk->facing)) {
    const StepWords words(context, room_of_stop(way, step.stop));
    steps.push_back({words.of(step), icon_of(step), step.floor, step.stop, step.first, step.last, step.kind == StepKind::arrive});
  }
  return steps;
}

Phrase way_summary(const ViewContext& context, const model::Route& route) {
  Phrase summary = context.say("map.metres", {{"count", std::int64_t{told_metres(route.metres)}}});
  summary.text += " · " + context.say("map.minutes", {{"count", std::int64_t{route.minutes()}}}).text;
  if (route.by_stairs) summary.text += " · " + context.say("map.by_stairs").text;
  if (route.by_lift) summary.text += " · " + context.say("map.by_lift").text;
  return summary;
}

Phrase why_no_way(const ViewContext& context, model::NoRoute why, std::string_view room) {
  const std::string place = room_name(context, room);
  const std::string toggle = context.say("map.step_free").text;
  switch (why) {
    case model::NoRoute::unknown_place: break;
    case model::NoRoute::no_door: return context.say("way.none_no_door", {{"place", place}});
    case model::NoRoute::no_way: return context.say("way.none_no_way", {{"place", place}});
    case model::NoRoute::only_by_stairs: return context.say("way.none_only_by_stairs", {{"place", place}, {"toggle", toggle}});
    case model::NoRoute::only_narrow: return context.say("way.none_only_narrow", {{"place", place}, {"toggle", toggle}});
  }
  return context.say("way.none_unknown_place", {{"place", place}});
}

Phrase way_title(const ViewContext& context, const ShownWay& way) {
  if (way.rooms.size() == 1) return context.say("way.title", {{"place", room_name(context, way.rooms.front())}});
  const model::Tour* tour = context.catalogue.tour(context.session.map.tour);
  return tour == nullptr ? context.say("way.title_walk") : context.pick(tour->theme);
}

Phrase stop_title(const ViewContext& context, const ShownWay& way, std::size_t stop) {
  return context.say("way.stop", {{"number", static_cast<std::int64_t>(stop + 1)}, {"place", room_name(context, room_of_stop(way, stop))}});
}

std::string way_text(const ViewContext& context, const ShownWay& way, const std::vector<WayStep>& steps) {
  if (steps.empty()) return {};
  std::string text = way_title(context, way).text + "\n" +
                     context.say("way.text_from", {{"floor", floor_name(context, steps.front().floor)}}).text + "\n";
  for (std::size_t i = 0; i < steps.size(); ++i) text += fmt::format("{}. {}\n", i + 1, steps[i].text.text);
  return locale::without_isolates(text + way_summary(context, way.walk.route).text);
}

}  // namespace kiosk::screens
