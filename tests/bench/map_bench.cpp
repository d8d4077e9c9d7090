// Routes on a generated map of 40 floors, 400 rooms and 4,000 nodes, and what a frame costs while a finger drags the plan, on the sample's two
// floors and on twenty times as many: prints JSON in milliseconds. Processor time beside the clock's: on a busy machine the worst case by the
// clock is that of whoever else ran.
//
//   map_bench [ROUNDS]
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "app/stage.h"
#include "base/json.h"
#include "content/content.h"
#include "model/walk.h"
#include "screens/screen_view.h"
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

// The sample's building above itself, `times` in all; what has an id gets another one on each, and stairs join them.
model::Catalogue stacked(const model::Catalogue& one, int times) {
  model::Catalogue tower = one;
  const int levels = static_cast<int>(one.map.floors.size());
  for (int i = 1; i < times; ++i) {
    const std::string end = "-" + std::to_string(i);
    const std::size_t nodes_before = tower.map.nodes.size();
    for (model::Room room : one.rooms) {
      room.id += end;
      tower.rooms.push_back(std::move(room));
    }
    for (model::Floor floor : one.map.floors) {
      floor.id += end;
      floor.level += i * levels;
      tower.map.floors.push_back(std::move(floor));
    }
    for (model::Area area : one.map.areas) {
      area.room += end;
      area.floor += end;
      tower.map.areas.push_back(std::move(area));
    }
    for (model::MapNode node : one.map.nodes) {
      node.id += end;
      node.floor += end;
      if (!node.door.empty()) node.door += end;
      tower.map.nodes.push_back(std::move(node));
    }
    for (model::MapWay way : one.map.ways) {
      way.from += nodes_before;
      way.to += nodes_before;
      tower.map.ways.push_back(way);
    }
    tower.map.ways.push_back({nodes_before - one.map.nodes.size() + *one.map.here, nodes_before + *one.map.here, model::WayKind::stairs});
  }
  return tower;
}

// Frames of the map while a finger draws the plan round in circles.
base::Json pan(const content::Content& content, const model::Catalogue& catalogue, int rounds) {
  app::NoPictures pictures;
  const auto stage = app::Stage::create(pictures);
  if (!stage) return {{"error", stage.error().message}};
  session::Session session;
  session.visit = "bench";
  session.language = base::Language::french;
  session.place = {session::ScreenId::map, "zellige-workshop"};
  const locale::LocalTime now{{}, std::chrono::hours(10), {}};
  screens::ScreenView view;
  const base::Json made = measure(std::max(1, rounds / 20), [&](int) {
    view = screens::make_screen_view({catalogue, content.messages, session, now, [](std::string_view) { return model::QrCode{}; }}, 0);
  });
  app::Show show{&view, {}, {1920, 1080}, 43, base::SteadyTime{} + std::chrono::hours(1)};
  const auto frame = [&](ui::PointerPhase phase, float x, float y) {
    show.now += std::chrono::milliseconds(16);
    (*stage)->gestures().push(ui::PointerEvent{phase, {x, y}, show.now});
    (*stage)->build(show);
  };
  (*stage)->build(show);
  frame(ui::PointerPhase::down, 1300, 500);
  const base::Json drawn = measure(rounds, [&](int i) {
    const float angle = static_cast<float>(i) * 0.1F;
    frame(ui::PointerPhase::move, 1300 + 100 * std::cos(angle), 500 + 100 * std::sin(angle));
  });
  const auto& nodes = (*stage)->frame().nodes();
  const auto rooms = std::count_if(nodes.begin(), nodes.end(), [](const ui::Node& node) { return node.id.starts_with("room."); });
  return {{"floors", catalogue.map.floors.size()}, {"rooms", catalogue.map.areas.size()}, {"nodes", catalogue.map.nodes.size()}, {"rooms_in_view", rooms}, {"view_made", made},
          {"frame_built", drawn}, {"median_cpu_ms_a_room", drawn["median_cpu_ms"].get<double>() / static_cast<double>(std::max<std::ptrdiff_t>(1, rooms))}};
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
  const std::filesystem::path source = KIOSK_SOURCE_DIR;
  const content::LoadResult sample = content::load(source / "config", source / "assets");
  if (!sample.content) return 1;
  const content::Content& content = *sample.content;
  report["pan_sample"] = pan(content, content.catalogue, rounds);
  report["pan_twenty_times"] = pan(content, stacked(content.catalogue, 20), rounds);
  std::cout << report.dump(2) << "\n";
  return 0;
}
