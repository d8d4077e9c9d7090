#include "model/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace kiosk::model {
namespace {

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

bool cross(Metres a, Metres b, Metres c, Metres d) { return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0; }

bool inside_triangle(Metres p, Metres a, Metres b, Metres c) {
  const double first = turn(a, b, p);
  const double second = turn(b, c, p);
  const double third = turn(c, a, p);
  return (first >= 0 && second >= 0 && third >= 0) || (first <= 0 && second <= 0 && third <= 0);
}

// Without corners that repeat the one before: people close an outline by hand, and a side of no length has no direction.
Polygon without_repeats(const Polygon& polygon) {
  Polygon corners;
  for (const Metres corner : polygon) {
    if (corners.empty() || !(corners.back() == corner)) corners.push_back(corner);
  }
  while (corners.size() > 1 && corners.back() == corners.front()) corners.pop_back();
  return corners;
}

// How far one turns counter-clockwise from the direction towards `from` to the one towards `to`, standing at `at`: 0 … 2π.
double angle(Metres at, Metres from, Metres to) {
  const double turned = std::atan2(to.y - at.y, to.x - at.x) - std::atan2(from.y - at.y, from.x - at.x);
  return turned < 0 ? turned + 2 * std::numbers::pi : turned;
}

bool between(Metres p, Metres a, Metres b) { return turn(a, b, p) == 0 && (p.x - a.x) * (p.x - b.x) + (p.y - a.y) * (p.y - b.y) < 0; }

// The outline passes at corner `k` from one side to the other of what meets it there: of corner `i`, or of the side that begins at `i`.
bool crosses_at_corner(const Polygon& corners, std::size_t i, std::size_t k) {
  const std::size_t count = corners.size();
  const Metres at = corners[k];
  const Metres before = corners[(k + count - 1) % count];
  const Metres after = corners[(k + 1) % count];
  const Metres start = corners[i];
  const Metres end = corners[(i + 1) % count];
  if (between(at, start, end)) return turn(start, end, before) * turn(start, end, after) < 0;
  if (!(at == start)) return false;
  const Metres arrives = corners[(i + count - 1) % count];
  const double opening = angle(at, arrives, end);
  const double first = angle(at, arrives, before);
  const double second = angle(at, arrives, after);
  // One that runs along a side of the other only touches it.
  if (first == 0 || second == 0 || first == opening || second == opening) return false;
  return (first < opening) != (second < opening);
}

using Triangle = std::array<Metres, 3>;

Triangle triangle_of(const Cut& cut, std::size_t first) {
  return {cut.polygon[cut.triangles[first]], cut.polygon[cut.triangles[first + 1]], cut.polygon[cut.triangles[first + 2]]};
}

bool are_apart(const Bounds& a, const Bounds& b) {
  return a.most.x <= b.least.x || b.most.x <= a.least.x || a.most.y <= b.least.y || b.most.y <= a.least.y;
}

Bounds bounds(const Triangle& t) {
  return {{std::min({t[0].x, t[1].x, t[2].x}), std::min({t[0].y, t[1].y, t[2].y})},
          {std::max({t[0].x, t[1].x, t[2].x}), std::max({t[0].y, t[1].y, t[2].y})}};
}

// What of `piece` lies on the side of a→b where `sign` has the triangle's inside (Sutherland and Hodgman).
Polygon clip(const Polygon& piece, Metres a, Metres b, double sign) {
  Polygon kept;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const Metres here = piece[i];
    const Metres next = piece[(i + 1) % piece.size()];
    const double here_side = turn(a, b, here) * sign;
    const double next_side = turn(a, b, next) * sign;
    if (here_side >= 0) kept.push_back(here);
    if ((here_side < 0 && next_side > 0) || (here_side > 0 && next_side < 0)) {
      const double share = here_side / (here_side - next_side);
      kept.push_back({here.x + (next.x - here.x) * share, here.y + (next.y - here.y) * share});
    }
  }
  return kept;
}

double common_area(const Triangle& a, const Triangle& b) {
  Polygon piece(a.begin(), a.end());
  const double sign = turn(b[0], b[1], b[2]) < 0 ? -1 : 1;
  for (std::size_t i = 0; i < b.size() && !piece.empty(); ++i) piece = clip(piece, b[i], b[(i + 1) % b.size()], sign);
  return area(piece);
}

}  // namespace

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

double area(const Polygon& polygon) { return std::abs(signed_area(polygon)); }

double distance(Metres a, Metres b) { return std::hypot(a.x - b.x, a.y - b.y); }

bool crosses_itself(const Polygon& polygon) {
  const Polygon corners = without_repeats(polygon);
  const std::size_t count = corners.size();
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < count; ++k) {
      if (k == i || k == (i + 1) % count) continue;
      // Two sides that share no corner; each pair is met twice, which costs nothing that matters.
      if ((k + 1) % count != i && cross(corners[i], corners[(i + 1) % count], corners[k], corners[(k + 1) % count])) return true;
      if (crosses_at_corner(corners, i, k)) return true;
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

// Crossing number: a ray to the east meets the outline an odd number of times.
bool contains(const Polygon& polygon, Metres point) {
  bool inside = false;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Metres a = polygon[i];
    const Metres b = polygon[(i + 1) % polygon.size()];
    if ((a.y > point.y) == (b.y > point.y)) continue;
    if (point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) inside = !inside;
  }
  return inside;
}

Metres turned(Metres point, double degrees) {
  const double radians = degrees * std::numbers::pi / 180;
  return {point.x * std::cos(radians) - point.y * std::sin(radians), point.x * std::sin(radians) + point.y * std::cos(radians)};
}

Polygon turned(Polygon polygon, double degrees) {
  for (Metres& corner : polygon) corner = turned(corner, degrees);
  return polygon;
}

// Cells of a grid over the bounds that are wholly inside, then the largest rectangle of such cells: above each row's cells the free height is
// known, and each row is widened from every cell to both sides.
Bounds largest_box(const Polygon& polygon) {
  constexpr std::size_t kCells = 16;
  constexpr double kRim = 0.02;  // of a cell: its corners on the outline count as inside
  const Bounds all = bounds(polygon);
  const double wide = (all.most.x - all.least.x) / kCells;
  const double high = (all.most.y - all.least.y) / kCells;
  const auto inside = [&](std::size_t column, std::size_t row) {
    for (const double x : {kRim, 1 - kRim}) {
      for (const double y : {kRim, 1 - kRim}) {
        const Metres corner{all.least.x + (static_cast<double>(column) + x) * wide, all.least.y + (static_cast<double>(row) + y) * high};
        if (!contains(polygon, corner)) return false;
      }
    }
    return true;
  };
  std::array<std::size_t, kCells> free_above{};
  Bounds best{all.least, all.least};
  double largest = 0;
  for (std::size_t row = 0; row < kCells; ++row) {
    for (std::size_t column = 0; column < kCells; ++column) free_above[column] = inside(column, row) ? free_above[column] + 1 : 0;
    for (std::size_t first = 0; first < kCells; ++first) {
      std::size_t height = kCells;
      for (std::size_t last = first; last < kCells && free_above[last] > 0; ++last) {
        height = std::min(height, free_above[last]);
        const double found = static_cast<double>((last - first + 1) * height) * wide * high;
        if (found <= largest * (1 + 1e-9)) continue;
        largest = found;
        best.least = {all.least.x + static_cast<double>(first) * wide, all.least.y + static_cast<double>(row + 1 - height) * high};
        best.most = {all.least.x + static_cast<double>(last + 1) * wide, all.least.y + static_cast<double>(row + 1) * high};
      }
    }
  }
  return best;
}

double distance_to_segment(Metres point, Metres a, Metres b) {
  const double length = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
  const double share = length == 0 ? 0 : std::clamp(((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length, 0.0, 1.0);
  return distance(point, {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share});
}

double distance_to_outline(const Polygon& polygon, Metres point) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    nearest = std::min(nearest, distance_to_segment(point, polygon[i], polygon[(i + 1) % polygon.size()]));
  }
  return nearest;
}

bool overlap(const Cut& a, const Cut& b, double tolerated) {
  if (are_apart(bounds(a.polygon), bounds(b.polygon))) return false;
  double common = 0;
  for (std::size_t i = 0; i + 2 < a.triangles.size(); i += 3) {
    const Triangle first = triangle_of(a, i);
    const Bounds around = bounds(first);
    for (std::size_t k = 0; k + 2 < b.triangles.size(); k += 3) {
      const Triangle second = triangle_of(b, k);
      if (are_apart(around, bounds(second))) continue;
      common += common_area(first, second);
      if (common > tolerated) return true;
    }
  }
  return false;
}

}  // namespace kiosk::model
