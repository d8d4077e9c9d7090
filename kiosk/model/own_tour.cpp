#include "model/own_tour.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "model/stop_doors.h"
#include "model/timetable.h"
#include "model/walk.h"

namespace kiosk::model {
namespace {

using Rooms = std::vector<std::string>;

bool has(const Rooms& rooms, const std::string& room) { return std::find(rooms.begin(), rooms.end(), room) != rooms.end(); }

// The first of `sessions` that is wanted and still to come.
template <class Wanted>
const WorkshopSession* next_workshop(const Catalogue& catalogue, MinuteOfDay now, Wanted wanted) {
  const WorkshopSession* next = nullptr;
  for (const WorkshopSession& session : catalogue.workshops) {
    if (session.state == WorkshopState::cancelled || real_start(session) <= now || !wanted(session)) continue;
    if (next == nullptr || real_start(session) < real_start(*next)) next = &session;
  }
  return next;
}

bool is_of_family_tour(const Catalogue& catalogue, const std::string& room) {
  return std::any_of(catalogue.tours.begin(), catalogue.tours.end(), [&](const Tour& tour) {
    return tour.for_families && std::any_of(tour.stops.begin(), tour.stops.end(), [&](const TourStop& stop) { return stop.room == room; });
  });
}

// The rooms of what was kept that stand on the map, each once; where the next thing is, one comes anyway.
Rooms kept_rooms(const Catalogue& catalogue, const OwnTourWish& wish, const std::string& end) {
  Rooms rooms;
  const auto add = [&](const std::string& room) {
    if (room != end && !has(rooms, room) && catalogue.map.area(room) != nullptr) rooms.push_back(room);
  };
  for (const std::string& id : wish.programs) {
    if (const Program* program = catalogue.program(id)) add(program->room);
  }
  for (const std::string& id : wish.workshops) {
    if (const WorkshopSession* session = catalogue.workshop(id)) add(session->room);
  }
  if (wish.family) std::stable_partition(rooms.begin(), rooms.end(), [&](const std::string& room) { return is_of_family_tour(catalogue, room); });
  return rooms;
}

std::chrono::minutes rounded_up(double seconds) { return std::chrono::minutes(static_cast<int>(std::ceil(seconds / 60))); }

// A set of stops that fits, as exact_set_times numbers it.
struct Candidate {
  std::uint32_t set = 0;
  int rooms = 0;
  int preferred = 0;
  double seconds = 0;
};

// Every set that fits, best first: most rooms, then most of those that are preferred, then the shortest walk.
std::vector<Candidate> candidates(const StopDoors& doors, const std::vector<double>& to_end, std::uint32_t preferred, std::chrono::minutes left, std::chrono::minutes stay) {
  std::vector<Candidate> found;
  const std::vector<SetTime> sets = exact_set_times(doors.times);
  for (std::uint32_t set = 1; set < sets.size(); ++set) {
    if (sets[set].seconds == kUnreached) continue;
    const Candidate one{set, std::popcount(set), std::popcount(set & preferred), sets[set].seconds + to_end[sets[set].last]};
    if (one.seconds != kUnreached && rounded_up(one.seconds) + one.rooms * stay <= left) found.push_back(one);
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    if (a.rooms != b.rooms) return a.rooms > b.rooms;
    return a.preferred != b.preferred ? a.preferred > b.preferred : a.seconds < b.seconds;
  });
  return found;
}

// Seconds from each door to the nearest door of `room`; none where nothing is known of the room.
std::vector<double> seconds_to(const Map& map, const StopDoors& doors, const std::string& room) {
  const std::vector<std::size_t> ends = doors_of(map, room);
  std::vector<double> seconds;
  for (const Reached& reached : doors.reached) {
    double least = ends.empty() ? 0 : kUnreached;
    for (const std::size_t node : ends) least = std::min(least, reached.seconds[node]);
    seconds.push_back(least);
  }
  return seconds;
}

// Walks the first candidate whose walk, as the map shows it, keeps the time: of two equally short ones it may be the one that ends farther away.
void walk_first_that_fits(const Catalogue& catalogue, const StopDoors& doors, const Rooms& rooms, const std::vector<Candidate>& sets, bool step_free, OwnTour& tour) {
  const Map& map = catalogue.map;
  const bool end_known = !doors_of(map, tour.end.room).empty();
  for (const Candidate& one : sets) {
    Rooms chosen;
    for (std::size_t stop = 0; stop < doors.asked.size(); ++stop) {
      if ((one.set >> stop & 1U) != 0) chosen.push_back(rooms[doors.asked[stop]]);
    }
    const Walk walk = find_walk(map, *map.here, chosen, step_free);
    const auto on = end_known ? find_route(map, walk.route.nodes.back(), tour.end.room, step_free) : std::optional(Route{});
    if (!on || walk.order.size() != chosen.size()) continue;
    const std::chrono::minutes needed = rounded_up(walk.route.seconds + on->seconds) + one.rooms * tour.stay;
    if (needed > tour.left) continue;
    tour.needed = needed;
    for (const std::size_t i : walk.order) tour.rooms.push_back(chosen[i]);
    tour.asked = std::move(chosen);
    return;
  }
}

}  // namespace

std::optional<TimeLeft> time_left(const Catalogue& catalogue, const OwnTourWish& wish, MinuteOfDay now) {
  if (const auto* kept = next_workshop(catalogue, now, [&](const WorkshopSession& one) { return has(wish.workshops, one.id); })) {
    return TimeLeft{Until::kept_workshop, kept->id, real_start(*kept), kept->room};
  }
  if (const auto* next = next_workshop(catalogue, now, [&](const WorkshopSession& one) { return has(wish.programs, one.program); })) {
    return TimeLeft{Until::workshop, next->id, real_start(*next), next->room};
  }
  if (const AgendaItem* item = agenda_next(catalogue, now)) return TimeLeft{Until::agenda, item->id, real_start(*item), item->room};
  MinuteOfDay end{};
  for (const AgendaItem& item : catalogue.agenda) end = std::max(end, real_end(item));
  for (const WorkshopSession& session : catalogue.workshops) end = std::max(end, real_end(session));
  if (end <= now) return std::nullopt;
  return TimeLeft{Until::day_end, {}, end, {}};
}

std::optional<OwnTour> own_tour(const Catalogue& catalogue, const OwnTourWish& wish, MinuteOfDay now) {
  const Map& map = catalogue.map;
  auto end = time_left(catalogue, wish, now);
  // Whoever kept one craft alone may see its room before its workshop: then the time lasts until what all wait for.
  if (end && end->until == Until::workshop && kept_rooms(catalogue, wish, end->room).empty()) end = time_left(catalogue, {{}, wish.workshops, wish.family, wish.step_free}, now);
  if (!end || !map.here) return std::nullopt;
  OwnTour tour;
  tour.end = *end;
  tour.left = end->at - now;
  tour.stay = wish.family ? std::min(kFamilyStay, catalogue.own_tour.stay) : catalogue.own_tour.stay;
  const Rooms kept = kept_rooms(catalogue, wish, end->room);
  const Rooms considered(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(std::min(kept.size(), kExactStops)));
  const WalkingGraph graph(map, wish.step_free ? Walker::step_free : Walker::anyone);
  const StopDoors doors = stop_doors(map, graph, graph.reach(*map.here), considered);
  if (doors.asked.empty()) return std::nullopt;
  std::uint32_t preferred = 0;
  for (std::size_t stop = 0; wish.family && stop < doors.asked.size(); ++stop) {
    if (is_of_family_tour(catalogue, considered[doors.asked[stop]])) preferred |= std::uint32_t{1} << stop;
  }
  walk_first_that_fits(catalogue, doors, considered, candidates(doors, seconds_to(map, doors, end->room), preferred, tour.left, tour.stay), wish.step_free, tour);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const bool reached = i >= considered.size() || std::binary_search(doors.asked.begin(), doors.asked.end(), i);
    if (reached && !has(tour.rooms, kept[i])) tour.later.push_back(kept[i]);
  }
  return tour;
}

}  // namespace kiosk::model
