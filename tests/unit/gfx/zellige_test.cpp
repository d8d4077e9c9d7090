#include "gfx/zellige.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <tuple>

#include "pictures.h"

using namespace kiosk;
using namespace kiosk::test;

namespace {

const gfx::ZelligeStyle kOneOfEach{base::rgb(0xF7F2E8), {base::rgb(0x1E3A8A)}, {base::rgb(0xD0D8E0), base::rgb(0xC0D0C0)}};

int difference(base::Color a, base::Color b) {
  return std::max({std::abs(a.red - b.red), std::abs(a.green - b.green), std::abs(a.blue - b.blue)});
}

}  // namespace

// Up to the last bit of Cairo's edge smoothing, which depends a little on where an edge begins.
TEST_CASE("the zellige repeats exactly, tile after tile") {
  const gfx::Image band = gfx::draw_zellige_band(360, 240, 120, kOneOfEach);
  for (int y = 0; y < 120; ++y) {
    for (int x = 0; x < 240; ++x) {
      REQUIRE(difference(pixel(band, x, y), pixel(band, x + 120, y)) <= 2);
      REQUIRE(difference(pixel(band, x, y), pixel(band, x, y + 120)) <= 2);
    }
  }
}

TEST_CASE("a tile looks the same from four sides and in the mirror") {
  const gfx::Image tile = gfx::draw_zellige_band(160, 160, 160, kOneOfEach);
  int worst = 0;
  for (int y = 0; y < 160; ++y) {
    for (int x = 0; x < 160; ++x) {
      worst = std::max(worst, difference(pixel(tile, x, y), pixel(tile, 159 - y, x)));
      worst = std::max(worst, difference(pixel(tile, x, y), pixel(tile, 159 - x, y)));
    }
  }
  CHECK(worst <= 24);
}

TEST_CASE("the star has eight equal points, on the axes and between them") {
  const gfx::Image tile = gfx::draw_zellige_band(400, 400, 400, kOneOfEach);
  const auto at = [&](double radius, double degrees) {
    const double angle = degrees * 3.14159265358979 / 180;
    return pixel(tile, static_cast<int>(std::lround(199.5 + radius * std::cos(angle))),
                 static_cast<int>(std::lround(199.5 + radius * std::sin(angle))));
  };
  for (int eighth = 0; eighth < 8; ++eighth) {
    CAPTURE(eighth);
    CHECK(at(140, eighth * 45) == kOneOfEach.crosses[0]);       // the kite under a point
    CHECK(at(100, eighth * 45 + 22.5) == kOneOfEach.stars[0]);  // a petal
    CHECK(at(40, eighth * 45) == kOneOfEach.stars[0]);          // the heart
  }
}

TEST_CASE("the band is opaque, shows every colour and survives strange sizes") {
  gfx::ZelligeStyle style = kOneOfEach;
  style.stars = {base::rgb(0x111111), base::rgb(0x222222), base::rgb(0x333333), base::rgb(0x444444)};
  const gfx::Image band = gfx::draw_zellige_band(1920, 100, 100, style);
  std::set<std::tuple<int, int, int>> seen;
  for (int x = 0; x < band.width_px; ++x) {
    for (int y = 0; y < band.height_px; ++y) {
      const base::Color color = pixel(band, x, y);
      REQUIRE(color.alpha == 255);
      seen.insert({color.red, color.green, color.blue});
    }
  }
  for (const base::Color color : style.stars) CHECK(seen.contains({color.red, color.green, color.blue}));
  CHECK(gfx::draw_zellige_band(1, 1, 0.1F, style).pixels.size() == 4);
  CHECK(gfx::draw_zellige_band(33, 7, 1000, {}).pixels.size() == 33 * 7 * 4);
  CHECK(gfx::draw_zellige_band(0, 10, 100, style).pixels.empty());
}
