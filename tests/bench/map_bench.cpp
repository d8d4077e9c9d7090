// Routes on a generated map of 40 floors, 400 rooms and 4,000 nodes: prints JSON in milliseconds. Processor time beside the clock's: on a
// busy machine the worst case by the clock is that of whoever else ran.
//
//   map_bench [ROUNDS]
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/walk.h"
#include "unit/model/building.h"

namespace {

using namespace kiosk;

double processor_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Work>
base::Json measure(int rounds, Work work) {
  std::vector<double> clock;
  std::vector<double> processor;
  for (int i = 0; i < rounds; ++i) {
    const double before = processor_ms();
    const auto start = std::chrono::steady_clock::now();
    work(i);
    clock.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    processor.push_back(processor_ms() - before);
  }
  std::sort(clock.begin(), clock.end());
  std::sort(processor.begin(), processor.end());
  return {{"median_ms", clock[clock.size() / 2]}, {"worst_ms", clock.back()}, {"median_cpu_ms", processor[processor.size() / 2]}, {"worst_cpu_ms", processor.back()}};
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 400;
  constexpr int kFloors = 40;
  constexpr int kRooms = 400;
  constexpr int kNodes = 4000;
  const model::Map map = model::testing::tower(kFloors, kRooms, kNodes);
  std::mt19937 random(20250922);
  const auto any_room = [&] { return map.areas[random() % map.areas.size()].room; };
  const auto some_rooms = [&](int count) {
    std::vector<std::string> rooms;
    for (int i = 0; i < count; ++i) rooms.push_back(any_room());
    return rooms;
  };
  std::size_t found = 0;
  base::Json report{
      {"floors", map.floors.size()}, {"rooms", map.areas.size()}, {"nodes", map.nodes.size()}, {"ways", map.ways.size()}, {"rounds", rounds}};
  report["route"] = measure(rounds, [&](int) { found += model::find_route(map, *map.here, any_room(), false).has_value(); });
  report["route_step_free"] = measure(rounds, [&](int) { found += model::find_route(map, *map.here, any_room(), true).has_value(); });
  report["route_to_the_far_end"] = measure(rounds, [&](int) { found += model::find_route(map, *map.here, map.areas.back().room, true).has_value(); });
  report["nearest_wc"] =
      measure(rounds, [&](int) { found += model::find_nearest(map, random() % map.nodes.size(), model::AreaKind::wc, false).has_value(); });
  report["walk_of_10"] =
      measure(std::max(1, rounds / 10), [&](int) { found += model::find_walk(map, *map.here, some_rooms(10), false).order.size(); });
  report["walk_of_30"] =
      measure(std::max(1, rounds / 40), [&](int) { found += model::find_walk(map, *map.here, some_rooms(30), false).order.size(); });
  report["found"] = found;
  std::cout << report.dump(2) << "\n";
  return 0;
}
