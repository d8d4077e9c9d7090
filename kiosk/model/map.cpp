#include "model/map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk::model {
namespace {

constexpr std::array<std::string_view, kAreaKindCount> kKindIds{"workshop", "classroom", "hall",   "office",    "reception", "courtyard", "cafeteria",
                                                                "library",  "wc",        "prayer", "first_aid", "exit",      "stairs",    "lift"};

// Twice the signed area of a, b, c.
double turn(Metres a, Metres b, Metres c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

double signed_area(const Polygon& polygon) {
  double sum = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Metres a = polygon[i];
    const Metres b = polygon[(i + 1) % polygon.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum / 2;
}

bool cross(Metres a, Metres b, Metres c, Metres d) {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

bool inside_triangle(Metres p, Metres a, Metres b, Metres c) {
  const double first = turn(a, b, p);
  const double second = turn(b, c, p);
  const double third = turn(c, a, p);
  return (first >= 0 && second >= 0 && third >= 0) || (first <= 0 && second <= 0 && third <= 0);
}

}  // namespace

std::string_view id(AreaKind kind) { return kKindIds[static_cast<std::size_t>(kind)]; }

const Floor* Map::floor(std::string_view id) const {
  const auto found = std::find_if(floors.begin(), floors.end(), [&](const Floor& floor) { return floor.id == id; });
  return found == floors.end() ? nullptr : &*found;
}

const Area* Map::area(std::string_view room) const {
  const auto found = std::find_if(areas.begin(), areas.end(), [&](const Area& area) { return area.room == room; });
  return found == areas.end() ? nullptr : &*found;
}

std::optional<std::size_t> Map::node(std::string_view id) const {
  const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const MapNode& node) { return node.id == id; });
  if (found == nodes.end()) return std::nullopt;
  return static_cast<std::size_t>(found - nodes.begin());
}

Bounds bounds(const Polygon& polygon) {
  if (polygon.empty()) return {};
  Bounds all{polygon.front(), polygon.front()};
  for (const Metres corner : polygon) {
    all.least = {std::min(all.least.x, corner.x), std::min(all.least.y, corner.y)};
    all.most = {std::max(all.most.x, corner.x), std::max(all.most.y, corner.y)};
  }
  return all;
}

Metres middle(const Polygon& polygon) {
  const double area = signed_area(polygon);
  if (std::abs(area) < 1e-9) {
    const Bounds all = bounds(polygon);
    return {(all.least.x + all.most.x) / 2, (all.least.y + all.most.y) / 2};
  }
  Metres sum;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Metres a = polygon[i];
    const Metres b = polygon[(i + 1) % polygon.size()];
    const double weight = a.x * b.y - b.x * a.y;
    sum.x += (a.x + b.x) * weight;
    sum.y += (a.y + b.y) * weight;
  }
  return {sum.x / (6 * area), sum.y / (6 * area)};
}

bool crosses_itself(const Polygon& polygon) {
  const std::size_t count = polygon.size();
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = i + 2; k < count; ++k) {
      if (i == 0 && k + 1 == count) continue;  // neighbours share a corner
      if (cross(polygon[i], polygon[i + 1], polygon[k], polygon[(k + 1) % count])) return true;
    }
  }
  return false;
}

std::vector<std::size_t> triangulate(const Polygon& polygon) {
  if (polygon.size() < 3 || crosses_itself(polygon)) return {};
  const double sign = signed_area(polygon) < 0 ? -1 : 1;
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < polygon.size(); ++i) left.push_back(i);
  std::vector<std::size_t> triangles;
  while (left.size() > 3) {
    bool clipped = false;
    for (std::size_t i = 0; i < left.size() && !clipped; ++i) {
      const std::size_t before = left[(i + left.size() - 1) % left.size()];
      const std::size_t at = left[i];
      const std::size_t after = left[(i + 1) % left.size()];
      const Metres a = polygon[before];
      const Metres b = polygon[at];
      const Metres c = polygon[after];
      if (turn(a, b, c) * sign < 0) continue;
      const bool holds_another = std::any_of(left.begin(), left.end(), [&](std::size_t other) {
        return other != before && other != at && other != after && inside_triangle(polygon[other], a, b, c);
      });
      if (holds_another) continue;
      triangles.insert(triangles.end(), {before, at, after});
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
      clipped = true;
    }
    if (!clipped) return {};
  }
  triangles.insert(triangles.end(), left.begin(), left.end());
  return triangles;
}

}  // namespace kiosk::model
