#include "model/directions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "model/walking_graph.h"

namespace kiosk::model {
namespace {

// Limits in degrees; none is an angle that plans are full of, so that rounding never decides.
constexpr double kNoTurn = 25;  // less is a bend that one follows without a word
constexpr double kSlight = 62;  // less than a proper turn
constexpr double kSharp = 122;
constexpr double kAround = 155;
constexpr double kAroundStanding = 137;  // who has yet to set off turns on the spot
constexpr double kAhead = 43;            // a door within this is ahead, not at a side
// And in metres.
constexpr double kZigzag = 1.05;      // off the line: half a corridor
constexpr double kDoorStep = 3.2;     // from a corridor's middle to a door in its wall
constexpr double kLanding = 4.2;      // between two flights
constexpr double kByTurn = 5.6;       // from a turn to a door that tells the place
constexpr double kLongLeg = 12.2;     // on longer ones a door that one passes reassures
constexpr double kFromEnds = 3.8;     // of such a door from both ends of the leg
constexpr double kWallThickness = 1;  // from a door's node to its room's outline, at most
constexpr double kSame = 1e-6;        // of two places as near as each other the first is taken

Metres between(Metres from, Metres to) { return {to.x - from.x, to.y - from.y}; }
double length(Metres v) { return std::hypot(v.x, v.y); }
bool is_heading(Metres v) { return length(v) > 0; }

Turn turn_of(double degrees) {
  const double size = std::abs(degrees);
  const bool right = degrees > 0;
  if (size < kNoTurn) return Turn::straight;
  if (size < kSlight) return right ? Turn::slight_right : Turn::slight_left;
  if (size <= kSharp) return right ? Turn::right : Turn::left;
  if (size <= kAround) return right ? Turn::sharp_right : Turn::sharp_left;
  return Turn::around;
}

Turn standing_turn_of(double degrees) {
  if (std::abs(degrees) > kAroundStanding) return Turn::around;
  if (std::abs(degrees) > kSharp) return degrees > 0 ? Turn::right : Turn::left;
  return turn_of(degrees);
}

Turn side_of(double degrees) {
  if (std::abs(degrees) < kAhead) return Turn::straight;
  if (std::abs(degrees) > kAround) return Turn::unknown;
  return degrees > 0 ? Turn::right : Turn::left;
}

// How well a family recognises a door: what has a sign of its own first.
int rank(AreaKind kind) {
  switch (kind) {
    case AreaKind::reception:
    case AreaKind::cafeteria:
    case AreaKind::library:
    case AreaKind::hall:
    case AreaKind::courtyard:
    case AreaKind::exit: return 0;
    case AreaKind::wc:
    case AreaKind::prayer:
    case AreaKind::first_aid:
    case AreaKind::stairs:
    case AreaKind::lift:
    case AreaKind::water:
    case AreaKind::info: return 1;
    case AreaKind::workshop: return 2;
    case AreaKind::classroom:
    case AreaKind::office: break;
  }
  return 3;
}

// A door that is seen from a place of the way.
struct SeenDoor {
  std::size_t from = 0;  // index into route.nodes
  std::size_t door = 0;  // index into Map::nodes
};

class StepMaker {
 public:
  StepMaker(const Map& map, const Walk& walk, std::optional<double> facing) : map_(map), walk_(walk), nodes_(walk.route.nodes) {
    if (facing) {
      const double angle = *facing * std::numbers::pi / 180;
      heading_ = {std::sin(angle), -std::cos(angle)};
    }
    join_ways();
    measure();
    see_doors();
  }

  std::vector<DirectionStep> make() {
    for (stop_ = 0; stop_ < walk_.arrivals.size(); ++stop_) {
      const std::size_t goal = walk_.arrivals[stop_];
      while (at_ < goal) {
        walk_stretch(end_of_stretch(goal));
        if (at_ < goal) change_level(goal);
      }
      if (steps_.empty() || steps_.back().kind != StepKind::arrive || steps_.back().stop != stop_) arrive_on_the_spot(goal);
    }
    return std::move(steps_);
  }

 private:
  Metres at(std::size_t i) const { return map_.nodes[nodes_[i]].at; }
  const MapNode& node(std::size_t i) const { return map_.nodes[nodes_[i]]; }
  bool changes_level(std::size_t i) const { return by_[i] != WayKind::walk; }

  // By which kind of way each node is left: of several between the same nodes the quickest, which the search took.
  void join_ways() {
    by_.assign(nodes_.size(), WayKind::walk);
    std::vector<double> best(nodes_.size(), kUnreached);
    for (std::size_t i = 0; i + 1 < nodes_.size(); ++i) {
      for (const MapWay& way : map_.ways) {
        const bool joins = (way.from == nodes_[i] && way.to == nodes_[i + 1]) || (!way.one_way && way.to == nodes_[i] && way.from == nodes_[i + 1]);
        if (!joins || (way.kind == WayKind::stairs && !walk_.route.by_stairs) || (way.kind == WayKind::lift && !walk_.route.by_lift)) continue;
        const double seconds = seconds_of(map_, way);
        if (seconds >= best[i]) continue;
        best[i] = seconds;
        by_[i] = way.kind;
      }
      // A level way to another floor: a building on a slope.
      if (by_[i] == WayKind::walk && node(i).floor != node(i + 1).floor) by_[i] = WayKind::ramp;
    }
  }

  // Doors that a way joins to the route, so that no wall is between. A door on the route is seen from itself.
  void see_doors() {
    std::vector<std::vector<std::size_t>> on_route(map_.nodes.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      on_route[nodes_[i]].push_back(i);
      if (!node(i).door.empty()) seen_.push_back({i, nodes_[i]});
    }
    const auto see = [&](std::size_t from, std::size_t door) {
      if (map_.nodes[door].door.empty()) return;
      for (const std::size_t i : on_route[from]) seen_.push_back({i, door});
    };
    for (const MapWay& way : map_.ways) {
      if (way.kind != WayKind::walk || map_.nodes[way.from].floor != map_.nodes[way.to].floor) continue;
      see(way.from, way.to);
      see(way.to, way.from);
    }
  }

  // Walked on floors, as in Route.
  void measure() {
    walked_.assign(nodes_.size(), 0);
    for (std::size_t i = 0; i + 1 < nodes_.size(); ++i) {
      const bool walks = by_[i] != WayKind::stairs && by_[i] != WayKind::lift;
      walked_[i + 1] = walked_[i] + (walks ? distance(at(i), at(i + 1)) : 0);
    }
  }

  double metres(std::size_t first, std::size_t last) const { return walked_[last] - walked_[first]; }

  std::size_t end_of_stretch(std::size_t goal) const {
    std::size_t end = at_;
    while (end < goal && !changes_level(end)) ++end;
    return end;
  }

  // Into the room through the wall that its door stands in; no heading where the plan does not tell.
  Metres into(std::size_t i) const {
    const Area* area = map_.area(node(i).door);
    if (area == nullptr || area->shape.size() < 3) return {};
    double nearest = kWallThickness;
    Metres inward;
    for (std::size_t k = 0; k < area->shape.size(); ++k) {
      const Metres a = area->shape[k];
      const Metres b = area->shape[(k + 1) % area->shape.size()];
      const double off = distance_to_segment(at(i), a, b);
      if (off >= nearest || a == b) continue;
      nearest = off;
      const Metres wall = between(a, b);
      const double side = length(wall);
      inward = {-wall.y / side, wall.x / side};
      const Metres foot{(a.x + b.x) / 2 + inward.x * 0.01, (a.y + b.y) / 2 + inward.y * 0.01};
      if (!contains(area->shape, foot)) inward = {-inward.x, -inward.y};
    }
    return inward;
  }

  // The places between `first` and `last` where one turns, both included (Douglas and Peucker), less the bends.
  std::vector<std::size_t> corners(std::size_t first, std::size_t last) const {
    std::vector<std::size_t> kept{first};
    keep_corners(first, last, kept);
    kept.push_back(last);
    while (kept.size() > 2) {
      std::size_t least = 0;
      double least_degrees = kNoTurn;
      for (std::size_t k = 1; k + 1 < kept.size(); ++k) {
        const double degrees = std::abs(turn_degrees(between(at(kept[k - 1]), at(kept[k])), between(at(kept[k]), at(kept[k + 1]))));
        if (degrees >= least_degrees - kSame) continue;
        least = k;
        least_degrees = degrees;
      }
      if (least == 0) break;
      kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(least));
    }
    return kept;
  }

  void keep_corners(std::size_t first, std::size_t last, std::vector<std::size_t>& kept) const {
    std::size_t furthest = first;
    double off = kZigzag;
    for (std::size_t i = first + 1; i < last; ++i) {
      const double one = distance_to_segment(at(i), at(first), at(last));
      if (one <= off + kSame) continue;
      off = one;
      furthest = i;
    }
    if (furthest == first) return;
    keep_corners(first, furthest, kept);
    kept.push_back(furthest);
    keep_corners(furthest, last, kept);
  }

  DirectionStep step(StepKind kind, std::size_t first, std::size_t last) const {
    DirectionStep step;
    step.kind = kind;
    step.metres = metres(first, last);
    step.floor = node(first).floor;
    step.target_floor = node(last).floor;
    step.stop = stop_;
    step.first = first;
    step.last = last;
    return step;
  }

  // What one has just left or is about to reach tells no place on the way between.
  bool ends_stretch(std::string_view room) const {
    return node(at_).door == room || node(stretch_end_).door == room || node(walk_.arrivals[stop_]).door == room;
  }

  // The door that tells a turn's place: the nearest.
  std::string landmark_at(std::size_t turn) const {
    double nearest = kByTurn;
    std::string_view room;
    for (const SeenDoor& seen : seen_) {
      const MapNode& door = map_.nodes[seen.door];
      const double off = distance(door.at, at(turn));
      if (off >= nearest - kSame || door.floor != node(turn).floor || ends_stretch(door.door)) continue;
      nearest = off;
      room = door.door;
    }
    return std::string(room);
  }

  // The door passed on a long leg that is recognised best, of several such the last; with `any` also on a short one.
  std::string passed(std::size_t first, std::size_t last, bool any) const {
    const double whole = metres(first, last);
    std::string_view room;
    int best = std::numeric_limits<int>::max();
    double best_along = 0;
    for (const SeenDoor& seen : seen_) {
      if (seen.from <= first || seen.from > last) continue;
      const MapNode& door = map_.nodes[seen.door];
      const Area* area = map_.area(door.door);
      const double along = metres(first, seen.from);
      const bool aside = distance(door.at, at(seen.from)) <= kDoorStep;
      const bool within = whole >= kLongLeg && along >= kFromEnds && whole - along >= kFromEnds;
      if (!aside || (!any && !within) || area == nullptr || ends_stretch(door.door)) continue;
      if (rank(area->kind) > best || (rank(area->kind) == best && along <= best_along + kSame)) continue;
      best = rank(area->kind);
      best_along = along;
      room = door.door;
    }
    return std::string(room);
  }

  // Walks from where we are to `end`, where a stop is, or stairs begin.
  void walk_stretch(std::size_t end) {
    const bool setting_off = at_ == 0;
    stretch_end_ = end;
    std::size_t first = at_;
    std::size_t last = end;
    if (!setting_off) leave(first, last);
    const bool has_leg_before = last > first + 1 || (first > at_ && last > first);
    if (has_leg_before) approach(first, last);
    const std::vector<std::size_t> turns = first < last ? corners(first, last) : std::vector<std::size_t>{};
    told_to_ = at_;
    for (std::size_t k = 0; k + 1 < turns.size(); ++k) add_leg(turns[k], turns[k + 1], setting_off && k == 0);
    if (end == walk_.arrivals[stop_] && end > at_) {
      DirectionStep arrival = step(StepKind::arrive, told_to_, end);
      arrival.turn = side(end);
      steps_.push_back(std::move(arrival));
      told_to_ = end;
      come_out(end);
    }
    at_ = end;
  }

  // Out of a door: the step from it into the corridor only says where one looks.
  void leave(std::size_t& first, std::size_t last) {
    if (last - first < 2 || distance(at(first), at(first + 1)) > kDoorStep) return;
    const Metres out = between(at(first), at(first + 1));
    if (!is_heading(heading_) && is_heading(out)) heading_ = out;
    ++first;
  }

  // The step from the corridor to a door in its wall says on which side the door is.
  void approach(std::size_t first, std::size_t& last) const {
    const Metres step_in = between(at(last - 1), at(last));
    if (length(step_in) > kDoorStep) return;
    const Metres before = last - first > 1 ? between(at(last - 2), at(last - 1)) : heading_;
    if (std::abs(turn_degrees(before, step_in)) >= kAhead) --last;
  }

  // Where the door of node `door`, to which nothing more is told, is seen from the leg before.
  Turn side(std::size_t door) const {
    if (!is_heading(heading_)) return Turn::unknown;
    const Metres in = into(door);
    const Turn by_wall = is_heading(in) ? side_of(turn_degrees(heading_, in)) : Turn::unknown;
    if (by_wall != Turn::unknown) return by_wall;
    // No wall is drawn, or the door is in the wall that one comes out of.
    const Metres step_in = between(at(told_to_), at(door));
    return is_heading(step_in) ? side_of(turn_degrees(heading_, step_in)) : Turn::straight;
  }

  void add_leg(std::size_t turn, std::size_t end, bool setting_off) {
    const std::size_t begin = std::exchange(told_to_, end);
    DirectionStep leg = step(setting_off ? StepKind::set_off : StepKind::walk, begin, end);
    const Metres next = between(at(turn), at(end));
    if (is_heading(heading_)) leg.turn = setting_off ? standing_turn_of(turn_degrees(heading_, next)) : turn_of(turn_degrees(heading_, next));
    if (setting_off) {
      if (leg.turn == Turn::unknown) leg.landmark = passed(begin, end, true);
    } else if (begin == at_) {
      leg.leaving = node(begin).door;
    } else {
      leg.landmark = landmark_at(turn);
      if (steps_.back().past == leg.landmark) steps_.back().past.clear();  // told once, where it counts
    }
    leg.past = passed(begin, end, false);
    if (leg.past == leg.landmark) leg.past.clear();
    steps_.push_back(std::move(leg));
    heading_ = next;
  }

  void come_out(std::size_t door) {
    const Metres in = into(door);
    heading_ = {-in.x, -in.y};
  }

  // From where stairs, lift or ramp begin to where they end: all flights of one kind in one direction.
  void change_level(std::size_t goal) {
    const std::size_t begin = at_;
    const WayKind by = by_[begin];
    std::size_t end = flight_end(begin, goal);
    while (true) {
      std::size_t next = end;
      while (next < goal && !changes_level(next)) ++next;
      if (next >= goal || by_[next] != by || rise(next) != rise(begin) || metres(end, next) > kLanding) break;
      end = flight_end(next, goal);
    }
    DirectionStep change = step(StepKind::change_level, told_to_, end);
    change.by = by;
    change.levels = level(end) - level(begin);
    change.turn = side(begin);
    steps_.push_back(std::move(change));
    told_to_ = end;
    come_out(end);
    // Only a ramp on one floor is drawn as one walks it; stairs and lifts turn one round.
    if (by == WayKind::ramp && node(begin).floor == node(end).floor) heading_ = between(at(end - 1), at(end));
    at_ = end;
  }

  std::size_t flight_end(std::size_t begin, std::size_t goal) const {
    std::size_t end = begin + 1;
    while (end < goal && by_[end] == by_[begin] && rise(end) == rise(begin)) ++end;
    return end;
  }

  // 1 up, -1 down, 0 level: from a node of the route to the next.
  int rise(std::size_t i) const { return (level(i + 1) > level(i) ? 1 : 0) - (level(i + 1) < level(i) ? 1 : 0); }

  int level(std::size_t i) const {
    const Floor* floor = map_.floor(node(i).floor);
    return floor == nullptr ? 0 : floor->level;
  }

  // Where nothing has to be walked to the stop: the kiosk stands at its door, or the stairs end there.
  void arrive_on_the_spot(std::size_t goal) {
    steps_.push_back(step(StepKind::arrive, goal, goal));
    come_out(goal);
  }

  const Map& map_;
  const Walk& walk_;
  const std::vector<std::size_t>& nodes_;
  std::vector<WayKind> by_;     // from each node of the route to the next
  std::vector<double> walked_;  // metres to each node of the route
  std::vector<SeenDoor> seen_;
  std::vector<DirectionStep> steps_;
  Metres heading_;              // where the walker looks; none when not known
  std::size_t at_ = 0;           // where the stretch begins: index into route.nodes
  std::size_t stretch_end_ = 0;  // and ends
  std::size_t told_to_ = 0;      // the steps made so far lead here
  std::size_t stop_ = 0;
};

}  // namespace

double turn_degrees(Metres heading, Metres next) {
  const double cross = heading.x * next.y - heading.y * next.x;
  const double dot = heading.x * next.x + heading.y * next.y;
  return std::atan2(cross, dot) * 180 / std::numbers::pi;
}

std::vector<DirectionStep> directions(const Map& map, const Walk& walk, std::optional<double> facing) {
  if (walk.arrivals.empty() || walk.route.nodes.empty()) return {};
  return StepMaker(map, walk, facing).make();
}

}  // namespace kiosk::model
