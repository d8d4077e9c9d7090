// Polygons in metres: what drawing, checking and importing a plan need to know of them. Not window pixels, which are base/geometry.h's.
// Pure; any thread. A polygon with fewer than three corners has no inside: nothing fails, the answers are "no", "empty" or infinity.
#pragma once

#include <cstddef>
#include <vector>

namespace kiosk::model {

struct Metres {
  double x = 0;
  double y = 0;
  bool operator==(const Metres&) const = default;
};

using Polygon = std::vector<Metres>;  // corners in order, the last is joined to the first

struct Bounds {
  Metres least;
  Metres most;
};

Bounds bounds(const Polygon& polygon);
Metres middle(const Polygon& polygon);  // of its area (centroid)
double area(const Polygon& polygon);    // in square metres; only of one that does not cross itself
double distance(Metres a, Metres b);
double distance_to_segment(Metres point, Metres a, Metres b);

// Turned about the origin, clockwise as on the drawing (y grows downwards).
Metres turned(Metres point, double degrees);
Polygon turned(Polygon polygon, double degrees);
// The largest upright rectangle inside the polygon, to within a sixteenth of its width and height: where a name can stand. Empty (both corners
// the same) when none was found.
Bounds largest_box(const Polygon& polygon);

// Two of its sides cross, at a corner or between corners. Sides that only touch do not.
bool crosses_itself(const Polygon& polygon);
// Cuts a simple polygon into triangles by clipping ears; empty when it crosses itself or has fewer than three corners. Each three numbers
// are corners of `polygon`.
std::vector<std::size_t> triangulate(const Polygon& polygon);

// Whether `point` is inside; on the outline either answer may come, so ask distance_to_outline where that matters.
bool contains(const Polygon& polygon, Metres point);
// From `point` to the nearest place of the nearest side, whether it is inside or not.
double distance_to_outline(const Polygon& polygon, Metres point);

// A polygon with its triangles, which `triangulate` made of it.
struct Cut {
  const Polygon& polygon;
  const std::vector<std::size_t>& triangles;
};
// Both cover more than `tolerated` square metres together. Polygons that share a wall or a corner cover nothing together.
bool overlap(const Cut& a, const Cut& b, double tolerated);

}  // namespace kiosk::model
