#include "model/stop_order.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>

namespace kiosk::model {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kGain = 1e-9;  // less than this is rounding, not a shorter walk

using Places = std::vector<std::size_t>;
using Subset = std::uint32_t;

// Held and Karp's table: for each set of visited stops and each place where the walk may stand then, the least time and the place before.
struct Table {
  std::size_t places;
  std::vector<double> time;
  std::vector<std::size_t> before;

  Table(std::size_t stops, std::size_t place_count)
      : places(place_count), time((std::size_t{1} << stops) * place_count, kInfinity), before(time.size(), place_count) {}
  std::size_t at(Subset visited, std::size_t place) const { return visited * places + place; }
};

void fill(const StopTimes& times, Table& table) {
  for (std::size_t place = 0; place < table.places; ++place) table.time[table.at(Subset{1} << times.stop_of[place], place)] = times.from_start[place];
  for (Subset visited = 1; visited < (Subset{1} << times.stops); ++visited) {
    for (std::size_t place = 0; place < table.places; ++place) {
      const double so_far = table.time[table.at(visited, place)];
      if (so_far == kInfinity) continue;
      for (std::size_t next = 0; next < table.places; ++next) {
        const Subset stop = Subset{1} << times.stop_of[next];
        if ((visited & stop) != 0) continue;
        const double there = so_far + times.between[place][next];
        const std::size_t entry = table.at(visited | stop, next);
        if (there >= table.time[entry]) continue;
        table.time[entry] = there;
        table.before[entry] = place;
      }
    }
  }
}

Places nearest_neighbour(const StopTimes& times) {
  Places order;
  std::vector<bool> visited(times.stops);
  while (true) {
    std::size_t best = times.stop_of.size();
    double least = kInfinity;
    for (std::size_t place = 0; place < times.stop_of.size(); ++place) {
      if (visited[times.stop_of[place]]) continue;
      const double time = order.empty() ? times.from_start[place] : times.between[order.back()][place];
      if (time >= least) continue;
      least = time;
      best = place;
    }
    if (best == times.stop_of.size()) return order;
    visited[times.stop_of[best]] = true;
    order.push_back(best);
  }
}

// Turns round every stretch that is shorter the other way, until none is. Whole walks are compared: with one-way paths the stretch itself
// changes its length when it is turned.
void two_opt(const StopTimes& times, Places& order) {
  double time = time_of(times, order);
  for (bool improved = true; improved;) {
    improved = false;
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
      for (std::size_t k = i + 1; k < order.size(); ++k) {
        std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(k) + 1);
        const double turned = time_of(times, order);
        if (turned < time - kGain) {
          time = turned;
          improved = true;
        } else {
          std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(k) + 1);
        }
      }
    }
  }
}

// Moves one stop to wherever in the walk, and to whichever of its places, it costs least.
bool move_one(const StopTimes& times, Places& order) {
  const double time = time_of(times, order);
  for (std::size_t i = 0; i < order.size(); ++i) {
    Places others = order;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    for (std::size_t place = 0; place < times.stop_of.size(); ++place) {
      if (times.stop_of[place] != times.stop_of[order[i]]) continue;
      for (std::size_t k = 0; k <= others.size(); ++k) {
        Places moved = others;
        moved.insert(moved.begin() + static_cast<std::ptrdiff_t>(k), place);
        if (time_of(times, moved) >= time - kGain) continue;
        order = std::move(moved);
        return true;
      }
    }
  }
  return false;
}

}  // namespace

double time_of(const StopTimes& times, const Places& places) {
  if (places.empty()) return 0;
  double sum = times.from_start[places.front()];
  for (std::size_t i = 1; i < places.size(); ++i) sum += times.between[places[i - 1]][places[i]];
  return sum;
}

Places exact_order(const StopTimes& times) {
  Table table(times.stops, times.stop_of.size());
  fill(times, table);
  Subset best_set = 0;
  std::size_t best_place = table.places;
  double least = kInfinity;
  for (Subset visited = 1; visited < (Subset{1} << times.stops); ++visited) {
    for (std::size_t place = 0; place < table.places; ++place) {
      const double time = table.time[table.at(visited, place)];
      if (time == kInfinity) continue;
      const int more = std::popcount(visited) - std::popcount(best_set);
      if (more < 0 || (more == 0 && time >= least)) continue;
      best_set = visited;
      best_place = place;
      least = time;
    }
  }
  Places order;
  while (best_set != 0) {
    order.push_back(best_place);
    const std::size_t before = table.before[table.at(best_set, best_place)];
    best_set &= ~(Subset{1} << times.stop_of[best_place]);
    best_place = before;
  }
  std::reverse(order.begin(), order.end());
  return order;
}

std::vector<SetTime> exact_set_times(const StopTimes& times) {
  Table table(times.stops, times.stop_of.size());
  fill(times, table);
  std::vector<SetTime> sets(std::size_t{1} << times.stops, {kInfinity, 0});
  sets.front().seconds = 0;
  for (Subset visited = 1; visited < sets.size(); ++visited) {
    for (std::size_t place = 0; place < table.places; ++place) {
      const double time = table.time[table.at(visited, place)];
      if (time < sets[visited].seconds) sets[visited] = {time, place};
    }
  }
  return sets;
}

Places two_opt_order(const StopTimes& times) {
  Places order = nearest_neighbour(times);
  two_opt(times, order);
  return order;
}

Places good_order(const StopTimes& times) {
  Places order = two_opt_order(times);
  while (move_one(times, order)) two_opt(times, order);
  return order;
}

}  // namespace kiosk::model
