// Shapes that repeat over a field: lozenge, lattice, scale, stitch.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "model/emblem_shapes.h"

namespace kiosk::model {
namespace {

Outline circle_outline(double radius) {
  return Outline().move({-radius, 0}).arc(radius, true, true, {radius, 0}).arc(radius, true, true, {-radius, 0}).close();
}

Outline lozenge_outline(Spot centre, double half_width, double half_height) {
  return Outline().polygon({centre + Spot{0, -half_height}, centre + Spot{half_width, 0}, centre + Spot{0, half_height}, centre + Spot{-half_width, 0}});
}

}  // namespace

// The carpet's lozenge: one large, cut into smaller ones, with a comb of teeth along its sides.
void draw_lozenge(EmblemPen& pen, const Motif& motif) {
  const int teeth = motif.fold;
  const double side = kReach - 14;
  for (int quarter = 0; quarter < 4; ++quarter) {
    const Spot from = around(side, quarter * 90);
    const Spot to = around(side, quarter * 90 + 90);
    const Spot step = (to - from) * (1.0 / teeth);
    const Spot out = turned(step, -90) * (14.0 / std::hypot(step.x, step.y));
    for (int i = 0; i < teeth; ++i) {
      const Spot at = from + step * i;
      pen.fill(Outline().polygon({at, at + step * 0.5 + out, at + step}), pen.strong());
    }
  }
  pen.tile(lozenge_outline({0, 0}, side, side), pen.strong());
  const int cells = 2 + motif.fold / 6;
  const double inner = side - 24;
  const double cell = inner / cells;
  for (int row = 0; row < cells; ++row) {
    for (int column = 0; column < cells; ++column) {
      const Spot centre{(column - row) * cell, (column + row - cells + 1) * cell};
      double size = cell;
      for (int ring = 0; ring <= motif.rings; ++ring) {
        pen.tile(lozenge_outline(centre, size, size), (ring + (row + column) % 2) % 2 == 0 ? pen.paper() : pen.middle());
        size -= between(0.34, 0.2, motif.density) * cell;
        if (size < 9) break;
      }
      if (size > 4) pen.fill(lozenge_outline(centre, std::max(size, 9.0), std::max(size, 9.0)), pen.accent());
    }
  }
}

void draw_lattice(EmblemPen& pen, const Motif& motif) {
  pen.disc({0, 0}, kReach, pen.strong());
  pen.begin_clip(circle_outline(kReach - 12));
  pen.disc({0, 0}, kReach, pen.paper());
  pen.end();
  (void)motif;
}

void draw_scale(EmblemPen& pen, const Motif& motif) {
  pen.begin_clip(circle_outline(kReach));
  const double width = 2 * kReach / std::max(2, motif.fold - 1);
  const double pitch = width * between(0.62, 0.4, motif.density);
  const int rows = static_cast<int>(std::ceil(kReach / pitch)) + 2;
  const int columns = static_cast<int>(std::ceil(kReach / width)) + 1;
  for (int row = rows; row >= -rows - 2; --row) {
    for (int column = -columns; column <= columns; ++column) {
      const Spot centre{(column + (row % 2 == 0 ? 0.0 : 0.5)) * width, row * pitch};
      const int tone = ((row % 3) + 3) % 3;
      pen.disc(centre, width / 2 + kLine / 2, pen.ground());
      pen.disc(centre, width / 2 - kLine / 2, tone == 0 ? pen.strong() : tone == 1 ? pen.middle() : pen.paper());
      for (int ring = 1; ring < motif.rings; ++ring) {
        const double radius = width / 2 - kLine / 2 - ring * 2 * kLine;
        if (radius > 4) pen.ring(centre, radius, tone == 0 ? pen.paper() : pen.strong());
      }
    }
  }
  pen.end();
}

void draw_stitch(EmblemPen& pen, const Motif& motif) {
  const int rows = motif.rings + 1;
  for (int row = 0; row < rows; ++row) {
    const double radius = kReach - 12 - row * (kReach - 50) / rows;
    const int count = motif.fold * std::max(1, static_cast<int>(std::lround(between(1, 3, motif.density) * (rows - row + 1) / 2)));
    for (int i = 0; i < count; ++i) {
      const double at = (i + 0.5 * (row % 2)) * 360.0 / count;
      const double half = std::min(14.0, 2 * std::numbers::pi * radius / count * 0.32);
      const Spot centre = around(radius, at);
      const Spot along = turned({half, 0}, at);
      const Spot across = turned({0, half}, at);
      pen.stroke(Outline().move(centre - along - across).line(centre + along + across).move(centre + along - across).line(centre - along + across),
                 row % 2 == 0 ? pen.strong() : pen.accent());
    }
  }
}

}  // namespace kiosk::model
