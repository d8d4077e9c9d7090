#include "model/tour_schedule.h"

#include <algorithm>

#include "model/walking_graph.h"

namespace kiosk::model {
namespace {

// The way from where the group stands to `room`, and where it stands then; nothing moves where the map knows no way.
std::chrono::minutes walk_to(const Map& map, const std::string& room, bool step_free, std::optional<std::size_t>& at) {
  const std::vector<std::size_t> doors = doors_of(map, room);
  if (!at) {
    if (!doors.empty()) at = doors.front();
    return kUnknownWay;
  }
  const auto route = find_route(map, *at, room, step_free);
  if (!route) return kUnknownWay;
  at = route->nodes.back();
  return route->seconds == 0 ? std::chrono::minutes(0) : std::chrono::minutes(route->minutes());
}

}  // namespace

const Departure* Tour::departure(MinuteOfDay printed) const {
  const auto found = std::find_if(departures.begin(), departures.end(), [&](const Departure& one) { return one.printed == printed; });
  return found == departures.end() ? nullptr : &*found;
}

TourSchedule make_schedule(const Map& map, const Tour& tour) {
  TourSchedule schedule;
  std::optional<std::size_t> at;
  std::chrono::minutes clock{};
  for (const TourStop& stop : tour.stops) {
    const std::chrono::minutes way = walk_to(map, stop.room, tour.step_free, at);
    if (!schedule.stops.empty()) clock += way;  // the group meets at the first stop
    schedule.stops.push_back({clock, clock + stop.stay});
    clock += stop.stay;
  }
  return schedule;
}

DeparturePhase phase(const TourSchedule& schedule, MinuteOfDay left, MinuteOfDay now) {
  if (now < left) return DeparturePhase::to_come;
  return now < left + schedule.length() ? DeparturePhase::under_way : DeparturePhase::over;
}

const Departure* next_departure(const Tour& tour, MinuteOfDay now) {
  const Departure* next = nullptr;
  for (const Departure& one : tour.departures) {
    if (one.real() > now && (next == nullptr || one.real() < next->real())) next = &one;
  }
  return next;
}

const Departure* departure_under_way(const TourSchedule& schedule, const Tour& tour, MinuteOfDay now) {
  const Departure* last = nullptr;
  for (const Departure& one : tour.departures) {
    if (phase(schedule, one.real(), now) == DeparturePhase::under_way && (last == nullptr || one.real() > last->real())) last = &one;
  }
  return last;
}

std::optional<GroupPlace> group_at(const TourSchedule& schedule, MinuteOfDay left, MinuteOfDay now) {
  if (phase(schedule, left, now) != DeparturePhase::under_way) return std::nullopt;
  for (std::size_t i = 0; i < schedule.stops.size(); ++i) {
    const StopTime& stop = schedule.stops[i];
    if (now < left + stop.arrives) return GroupPlace{i, true, left + stop.arrives};
    if (now < left + stop.leaves) return GroupPlace{i, false, left + stop.leaves};
  }
  return std::nullopt;
}

std::optional<CatchUp> catch_up(const Map& map, const Tour& tour, const TourSchedule& schedule, MinuteOfDay left, MinuteOfDay now, bool step_free) {
  const auto group = group_at(schedule, left, now);
  if (!group || !map.here) return std::nullopt;
  for (std::size_t i = group->stop; i < schedule.stops.size(); ++i) {
    const auto route = find_route(map, *map.here, tour.stops[i].room, step_free);
    // `now` may be as much as a minute ago: whoever sets out still comes before the group has left.
    const MinuteOfDay leaves = left + schedule.stops[i].leaves;
    if (route && now + std::chrono::minutes(route->minutes()) < leaves) return CatchUp{i, leaves, *route};
  }
  return std::nullopt;
}

}  // namespace kiosk::model
