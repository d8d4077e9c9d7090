// A guided tour by the clock: how long it takes, when each stop is reached, where the group of a departure is now and where a family that
// stands at this kiosk can still catch up with it. Times are whole minutes, ways rounded up. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/route.h"
#include "model/tour.h"

namespace kiosk::model {

// The way between two stops where the map knows none.
inline constexpr std::chrono::minutes kUnknownWay{2};

// Minutes after the group has left the meeting point, which is the first stop.
struct StopTime {
  std::chrono::minutes arrives{};
  std::chrono::minutes leaves{};
};

struct TourSchedule {
  std::vector<StopTime> stops;  // of each stop of the tour
  std::chrono::minutes length() const { return stops.empty() ? std::chrono::minutes{} : stops.back().leaves; }
};

// Where the tour is called step-free its group takes no stairs.
TourSchedule make_schedule(const Map& map, const Tour& tour);

enum class DeparturePhase : std::uint8_t { to_come, under_way, over };
// `left` is when the group really leaves. One that leaves this minute is under way, one that ends this minute is over.
DeparturePhase phase(const TourSchedule& schedule, MinuteOfDay left, MinuteOfDay now);

// The next to come; nullptr when there is none.
const Departure* next_departure(const Tour& tour, MinuteOfDay now);
// The last that left and is not over; nullptr when no group is under way.
const Departure* departure_under_way(const TourSchedule& schedule, const Tour& tour, MinuteOfDay now);

struct GroupPlace {
  std::size_t stop = 0;
  bool on_the_way = false;  // to `stop`, else there
  MinuteOfDay until{};      // when it leaves the stop, or gets there
};
// Nothing unless the group is under way.
std::optional<GroupPlace> group_at(const TourSchedule& schedule, MinuteOfDay left, MinuteOfDay now);

struct CatchUp {
  std::size_t stop = 0;
  MinuteOfDay until{};  // the group leaves it
  Route route;          // from this kiosk
};
// The first stop that is reached from this kiosk before the group leaves it. Nothing when there is none, or nobody knows where the kiosk is.
std::optional<CatchUp> catch_up(const Map& map, const Tour& tour, const TourSchedule& schedule, MinuteOfDay left, MinuteOfDay now, bool step_free);

}  // namespace kiosk::model
