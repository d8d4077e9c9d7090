#include "model/stop_doors.h"

#include <algorithm>

#include "model/walk.h"

namespace kiosk::model {
namespace {

// The reached doors of `room`, nearest first, kMostDoorsOfAStop at most.
std::vector<std::size_t> usable_doors(const Map& map, const Reached& from_start, const std::string& room) {
  std::vector<std::size_t> doors = doors_of(map, room);
  std::erase_if(doors, [&](std::size_t node) { return from_start.seconds[node] == kUnreached; });
  std::stable_sort(doors.begin(), doors.end(), [&](std::size_t a, std::size_t b) { return from_start.seconds[a] < from_start.seconds[b]; });
  if (doors.size() > kMostDoorsOfAStop) doors.resize(kMostDoorsOfAStop);
  return doors;
}

}  // namespace

StopDoors stop_doors(const Map& map, const WalkingGraph& graph, const Reached& from_start, const std::vector<std::string>& rooms) {
  StopDoors doors;
  for (std::size_t i = 0; i < rooms.size(); ++i) {
    const std::vector<std::size_t> usable = usable_doors(map, from_start, rooms[i]);
    if (usable.empty()) continue;
    for (const std::size_t node : usable) {
      doors.nodes.push_back(node);
      doors.times.stop_of.push_back(doors.asked.size());
    }
    doors.asked.push_back(i);
  }
  doors.times.stops = doors.asked.size();
  for (const std::size_t node : doors.nodes) {
    doors.reached.push_back(graph.reach(node));
    doors.times.from_start.push_back(from_start.seconds[node]);
    std::vector<double>& row = doors.times.between.emplace_back();
    for (const std::size_t other : doors.nodes) row.push_back(doors.reached.back().seconds[other]);
  }
  return doors;
}

}  // namespace kiosk::model
