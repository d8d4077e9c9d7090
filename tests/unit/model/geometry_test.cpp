// Outlines of rooms: what is inside, what crosses, what overlaps.
#include "model/geometry.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace kiosk::model;

namespace {

Polygon box(double x, double y, double width, double height) { return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}; }

bool overlaps(const Polygon& a, const Polygon& b, double tolerated = 0.01) { return overlap({a, triangulate(a)}, {b, triangulate(b)}, tolerated); }

double covered(const Polygon& polygon, const std::vector<std::size_t>& triangles) {
  double sum = 0;
  for (std::size_t i = 0; i + 2 < triangles.size(); i += 3)
    sum += area({polygon[triangles[i]], polygon[triangles[i + 1]], polygon[triangles[i + 2]]});
  return sum;
}

// A star-shaped outline round the origin: simple whatever the numbers are.
Polygon random_star(std::mt19937& random, int corners) {
  std::uniform_real_distribution<double> radius(1, 10);
  Polygon polygon;
  for (int i = 0; i < corners; ++i) {
    const double at = 2 * std::acos(-1.0) * i / corners;
    const double far = radius(random);
    polygon.push_back({far * std::cos(at), far * std::sin(at)});
  }
  return polygon;
}

}  // namespace

TEST_CASE("an outline is cut into triangles that cover it exactly, also where it turns inwards") {
  const Polygon bent{{0, 0}, {10, 0}, {10, 4}, {4, 4}, {4, 10}, {0, 10}};
  CHECK(covered(bent, triangulate(bent)) == doctest::Approx(64));
  const Polygon backwards{{0, 10}, {4, 10}, {4, 4}, {10, 4}, {10, 0}, {0, 0}};
  CHECK(covered(backwards, triangulate(backwards)) == doctest::Approx(64));
  CHECK(triangulate({{0, 0}, {1, 1}}).empty());
  CHECK(middle(box(0, 0, 10, 10)) == Metres{5, 5});
}

TEST_CASE("random outlines are cut into triangles of the same area, and the triangles are inside") {
  std::mt19937 random(20250922);
  for (int round = 0; round < 200; ++round) {
    const Polygon star = random_star(random, 3 + round % 30);
    CAPTURE(round);
    CHECK_FALSE(crosses_itself(star));
    const auto triangles = triangulate(star);
    CHECK(covered(star, triangles) == doctest::Approx(area(star)));
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
      const Metres centre = middle({star[triangles[i]], star[triangles[i + 1]], star[triangles[i + 2]]});
      CHECK((contains(star, centre) || distance_to_outline(star, centre) < 1e-6));
    }
  }
}

TEST_CASE("an outline that crosses itself is found, one that only touches itself is not") {
  CHECK(crosses_itself({{0, 0}, {10, 10}, {10, 0}, {0, 10}}));
  CHECK(triangulate({{0, 0}, {10, 10}, {10, 0}, {0, 10}}).empty());
  // Through a corner that lies on another side, and through two corners in one place.
  CHECK(crosses_itself({{0, 0}, {10, 10}, {10, 0}, {5, 5}, {0, 10}}));
  CHECK(crosses_itself({{0, 0}, {5, 5}, {10, 10}, {10, 0}, {5, 5}, {0, 10}}));
  CHECK_FALSE(crosses_itself({{0, 0}, {5, 5}, {10, 0}, {10, 10}, {5, 5}, {0, 10}}));
  // Closed by hand, and with a corner written twice.
  CHECK_FALSE(crosses_itself({{0, 0}, {8, 0}, {8, 0}, {8, 6}, {0, 6}, {0, 0}}));
  CHECK_FALSE(crosses_itself(box(0, 0, 3, 3)));
}

TEST_CASE("a point is in a room, outside, or so far from its wall") {
  const Polygon bent{{0, 0}, {10, 0}, {10, 4}, {4, 4}, {4, 10}, {0, 10}};
  CHECK(contains(bent, {2, 8}));
  CHECK(contains(bent, {8, 2}));
  CHECK_FALSE(contains(bent, {8, 8}));
  CHECK_FALSE(contains(bent, {-1, 4}));
  CHECK_FALSE(contains({}, {0, 0}));
  CHECK(distance_to_outline(bent, {4, 7}) == doctest::Approx(0));
  CHECK(distance_to_outline(bent, {7, 7}) == doctest::Approx(3));
  CHECK(distance_to_outline(bent, {-3, -4}) == doctest::Approx(5));
  CHECK(std::isinf(distance_to_outline({}, {0, 0})));
}

TEST_CASE("rooms that share a wall or a corner do not overlap; all others that share ground do") {
  CHECK_FALSE(overlaps(box(0, 0, 10, 10), box(10, 0, 10, 10)));
  CHECK_FALSE(overlaps(box(0, 0, 10, 10), box(10, 10, 5, 5)));
  CHECK_FALSE(overlaps(box(0, 0, 10, 10), box(20, 0, 5, 5)));
  CHECK(overlaps(box(0, 0, 10, 10), box(9, 9, 5, 5)));
  CHECK(overlaps(box(0, 0, 10, 10), box(0, 0, 10, 10)));                // the same room drawn twice
  CHECK(overlaps(box(0, 0, 10, 10), box(4, 4, 2, 2)));                  // one within the other: no sides cross
  CHECK(overlaps(box(0, 4, 10, 2), box(4, 0, 2, 10)));                  // a cross: no corner is in the other
  CHECK_FALSE(overlaps(box(0, 0, 10, 10), box(9.99, 0, 10, 10), 0.5));  // a slip of a centimetre
  // Two hooks that reach into each other's bay.
  const Polygon hook{{0, 0}, {10, 0}, {10, 2}, {2, 2}, {2, 10}, {0, 10}};
  CHECK_FALSE(overlaps(hook, box(2, 2, 8, 8)));
  CHECK(overlaps(hook, box(1, 1, 8, 8)));
}

TEST_CASE("the largest upright box of a room is inside it, and is the room where that is a box itself") {
  const Bounds whole = largest_box(box(3, 4, 17, 11));
  CHECK(whole.least == Metres{3, 4});
  CHECK(distance(whole.most, {20, 15}) < 1e-9);
  // An L: the upright leg of 6 × 20 is larger than the other of 20 × 4.
  const Bounds leg = largest_box({{0, 0}, {6, 0}, {6, 16}, {20, 16}, {20, 20}, {0, 20}});
  CHECK(leg.most.x - leg.least.x > 6 - 20.0 / 16);
  CHECK(leg.most.y - leg.least.y > 20 - 20.0 / 16);
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const Polygon star = random_star(random, 5 + round % 12);
    const Bounds found = largest_box(star);
    const double inset = 0.05 * std::min(found.most.x - found.least.x, found.most.y - found.least.y);
    if (inset == 0) continue;
    for (const double x : {found.least.x + inset, found.most.x - inset}) {
      for (const double y : {found.least.y + inset, found.most.y - inset}) CHECK((contains(star, {x, y}) || distance_to_outline(star, {x, y}) < 0.7));
    }
  }
}

TEST_CASE("a quarter turn clockwise takes north to east, and turning back gives the same place") {
  const Metres north{0, -1};
  CHECK(distance(turned(north, 90), {1, 0}) < 1e-12);
  const Metres place{12.5, -3};
  CHECK(distance(turned(turned(place, 37), -37), place) < 1e-12);
  const Polygon room = box(0, 0, 4, 3);
  CHECK(area(turned(room, 123)) == doctest::Approx(12));
}
