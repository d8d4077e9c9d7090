// One walk through several rooms in the order that takes least time. Exact up to ten rooms (Held and Karp); beyond, nearest neighbour
// improved by 2-opt and by moving single rooms, so never worse than nearest neighbour with 2-opt. Where a room has several doors one goes on
// from the door one came in by. The walk ends at its last room. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/route.h"

namespace kiosk::model {

inline constexpr std::size_t kExactStops = 10;
inline constexpr std::size_t kMostDoorsOfAStop = 4;  // of a room with more, those nearest to the start are considered

struct SkippedStop {
  std::size_t stop = 0;           // index into the rooms asked for
  NoRoute why = NoRoute::no_way;  // `no_way` also when one gets there, but from no other stop
};

struct Walk {
  std::vector<std::size_t> order;     // indices into the rooms asked for, as they are visited
  std::vector<std::size_t> arrivals;  // of each in `order`, the index into route.nodes where the walk gets there
  Route route;                        // the whole walk; only the start when no room is reached
  std::vector<SkippedStop> skipped;   // rooms that are no part of the walk; as few as can be with up to ten rooms
};

// From node `from` of `map`, which must be one, through `rooms` (Room::id).
Walk find_walk(const Map& map, std::size_t from, const std::vector<std::string>& rooms, bool step_free);

// The same through `rooms` as they stand: a guided tour. A room that one does not get to is skipped.
Walk walk_in_order(const Map& map, std::size_t from, const std::vector<std::string>& rooms, bool step_free);

}  // namespace kiosk::model
