// The doors that a walk through several rooms may use, and the times between them: what walk.h and own_tour.h order. Not for screens. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/stop_order.h"
#include "model/walking_graph.h"

namespace kiosk::model {

struct StopDoors {
  std::vector<std::size_t> nodes;  // each is a place of `times`
  std::vector<Reached> reached;    // what was found from each
  StopTimes times;
  std::vector<std::size_t> asked;  // of each stop of `times`, its index into `rooms`; a room that is not reached is no stop
};

StopDoors stop_doors(const Map& map, const WalkingGraph& graph, const Reached& from_start, const std::vector<std::string>& rooms);

}  // namespace kiosk::model
