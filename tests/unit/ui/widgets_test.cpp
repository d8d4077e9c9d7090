// The geometry that widgets share.
#include <doctest/doctest.h>

#include "ui/widgets.h"

using namespace kiosk;

TEST_CASE("Wrap begins a new row when one is full") {
  ui::Wrap wrap({10, 20, 300, 0}, 10);
  CHECK(wrap.place({140, 40}) == base::Rect{10, 20, 140, 40});
  CHECK(wrap.place({150, 60}) == base::Rect{160, 20, 150, 60});
  CHECK(wrap.place({50, 40}) == base::Rect{10, 90, 50, 40});
  CHECK(wrap.height() == 110);
}

TEST_CASE("Wrap gives a box wider than the area the whole width of a row of its own") {
  ui::Wrap wrap({0, 0, 100, 0}, 10);
  CHECK(wrap.place({500, 40}) == base::Rect{0, 0, 100, 40});
  CHECK(wrap.place({10, 40}) == base::Rect{0, 50, 10, 40});
}

TEST_CASE("an empty Wrap has no height") { CHECK(ui::Wrap({0, 0, 100, 0}, 10).height() == 0); }

TEST_CASE("Grid fills rows from the start") {
  const ui::Grid grid{{0, 100, 320, 0}, 3, 10, 50};
  CHECK(grid.column_width() == 100);
  CHECK(grid.cell(0) == base::Rect{0, 100, 100, 50});
  CHECK(grid.cell(2) == base::Rect{220, 100, 100, 50});
  CHECK(grid.cell(3) == base::Rect{0, 160, 100, 50});
  CHECK(grid.height(0) == 0);
  CHECK(grid.height(3) == 50);
  CHECK(grid.height(4) == 110);
}
