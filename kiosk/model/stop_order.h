// The best order of stops from a table of times, without knowing what lies between: what walk.h does once the map has been searched. A stop
// may be reached at one of several places (a room's doors) and is left where it was reached. Times need not be the same both ways. Pure.
#pragma once

#include <cstddef>
#include <vector>

namespace kiosk::model {

// The places of all stops side by side: the places of stop s are those with stop_of == s.
struct StopTimes {
  std::size_t stops = 0;
  std::vector<std::size_t> stop_of;          // of each place
  std::vector<double> from_start;            // seconds to each place; infinity: no way
  std::vector<std::vector<double>> between;  // [from place][to place]
};

// Places in the order in which they are visited, at most one of each stop; as many stops as can be joined, then the least time. Exact;
// memory and time grow with 2^stops: for ten and fewer.
std::vector<std::size_t> exact_order(const StopTimes& times);
// For every set of stops (bit s for stop s, the whole table from the empty set on) the least time in which all of it is visited, and the place
// where that ends; infinity where it cannot be. As exact and as large as exact_order.
struct SetTime {
  double seconds = 0;
  std::size_t last = 0;
};
std::vector<SetTime> exact_set_times(const StopTimes& times);
// The same as exact_order for any number, not exact: see walk.h.
std::vector<std::size_t> good_order(const StopTimes& times);
// Nearest neighbour with 2-opt alone: what good_order begins with, and is measured against.
std::vector<std::size_t> two_opt_order(const StopTimes& times);

// Seconds for visiting these places one after the other.
double time_of(const StopTimes& times, const std::vector<std::size_t>& places);

}  // namespace kiosk::model
