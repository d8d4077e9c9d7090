// A way as the steps that a person would be told: set off, turn, walk on, take the stairs, arrive. Without words, which are
// screens/way_words.h. Left and right are those of the building, as the walker meets them, never of a mirrored page. Few steps and natural
// ones: bends and zigzags that nobody would call a turn, door steps and landings are part of the step they belong to. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/walk.h"

namespace kiosk::model {

enum class Turn : std::uint8_t { unknown, straight, slight_right, right, sharp_right, slight_left, left, sharp_left, around };

enum class StepKind : std::uint8_t {
  set_off,       // from the kiosk, along the first leg
  walk,          // a turn, or out of a door, and the leg behind it
  change_level,  // by stairs, lift or ramp, all flights at once
  arrive,        // at the door of a stop
};

struct DirectionStep {
  StepKind kind = StepKind::walk;
  // set_off: from where the visitor looks; walk: at its first node, or out of the door of `leaving`. change_level and arrive: where stairs
  // or door are seen from the leg before: straight (ahead), right or left. `unknown` where the plan does not tell.
  Turn turn = Turn::unknown;
  double metres = 0;          // all steps together are as long as the route
  std::string landmark;       // Room::id, with its door by the place of the turn, or where one sets off to with an unknown turn; or empty
  std::string past;           // Room::id, passed on a long leg; or empty
  std::string leaving;        // Room::id of the stop, stairs or lift that one comes out of; or empty
  WayKind by = WayKind::walk;  // of change_level: stairs, lift or ramp
  int levels = 0;             // of change_level: up, or down below 0; 0 for some steps or a ramp on one floor
  std::string floor;          // Floor::id where the step begins
  std::string target_floor;   // Floor::id where it ends
  std::size_t stop = 0;       // the stop that it leads to: index into Walk::order
  std::size_t first = 0;      // from route.nodes[first]
  std::size_t last = 0;       // to route.nodes[last]
};

// `facing` as in KioskPosition. Nothing when the walk reaches no stop.
std::vector<DirectionStep> directions(const Map& map, const Walk& walk, std::optional<double> facing);

// Degrees from one heading to another, clockwise on the plan: above 0 to the right, below to the left; within ±180.
double turn_degrees(Metres heading, Metres next);

}  // namespace kiosk::model
