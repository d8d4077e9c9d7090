// The map's nodes and ways made ready for search: neighbours side by side in memory, one-way and step-free already taken into account. Made
// for one question and thrown away; the map must outlive it. Not for screens: they ask route.h and walk.h. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "model/map.h"
#include "model/route.h"

namespace kiosk::model {

// Whom the ways must suit. `no_stairs` is only for telling why there is no step-free way: it forbids stairs, but no narrow passage.
enum class Walker : std::uint8_t { anyone, no_stairs, step_free };

inline constexpr double kUnreached = std::numeric_limits<double>::infinity();

// What a search from one node found.
struct Reached {
  std::size_t from = 0;
  std::vector<double> seconds;      // to each node, or kUnreached
  std::vector<std::size_t> by;      // index of the way that leads to each reached node but the first
  std::optional<std::size_t> goal;  // the nearest of the nodes that were asked for
};

class WalkingGraph {
 public:
  WalkingGraph(const Map& map, Walker walker);

  // Dijkstra. With `goals` it ends at the first of them, and only what is as near as that is final.
  Reached reach(std::size_t from, std::span<const std::size_t> goals = {}) const;
  // The way to a node that `reached` reached.
  Route route(const Reached& reached, std::size_t to) const;

 private:
  struct Step {
    std::size_t to;
    std::size_t way;
    double seconds;
  };
  const Map& map_;
  std::vector<std::size_t> first_step_;  // of each node, and one past the last
  std::vector<Step> steps_;
};

// A family's time on one way, the wait for a lift included.
double seconds_of(const Map& map, const MapWay& way);

// The nodes with a door of `room`.
std::vector<std::size_t> doors_of(const Map& map, std::string_view room);

}  // namespace kiosk::model
