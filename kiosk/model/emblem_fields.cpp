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
  return Outline().polygon({centre + Spot{0, -half_height}, centre + Spot{half_width, 0}, centre + Spot{0, half_height},
                            centre + Spot{-half_width, 0}});
}

}  // namespace

// The carpet's lozenge: one large, cut into smaller ones, with a comb of teeth along its sides and a small one on every side.
void draw_lozenge(EmblemPen& pen, const Motif& motif) {
  const int teeth = motif.fold;
  const double side = kReach - 16;
  std::vector<Spot> comb;
  for (int quarter = 0; quarter < 4; ++quarter) {
    const Spot from = around(side, quarter * 90);
    const Spot step = (around(side, quarter * 90 + 90) - from) * (1.0 / teeth);
    const double pitch = std::hypot(step.x, step.y);
    const Spot out = turned(step, -90) * (std::min(20.0, pitch * 0.6) / pitch);
    for (int i = 0; i < teeth; ++i) {
      comb.push_back(from + step * i);
      comb.push_back(from + step * (i + 0.5) + out);
    }
    const Spot beside = around(kReach - 20, quarter * 90 + 45);
    pen.fill(lozenge_outline(beside, 20, 20), pen.strong());
    pen.fill(lozenge_outline(beside, 8, 8), pen.accent());
  }
  pen.fill(Outline().polygon(comb), pen.strong());
  // As many cells as the fold asks for, but none too small for its rings.
  const double inner = side - 12;
  const int room = static_cast<int>(inner / (9 * (motif.rings + 1.5)));
  const int cells = std::clamp(1 + (motif.fold + 2) / 4, 1, std::max(room, 1));
  const double cell = inner / cells;
  const double core = std::max(8.0, cell * between(0.4, 0.16, motif.density));
  const double shrink = (cell - core) / (motif.rings + 1);
  for (int row = 0; row < cells; ++row) {
    for (int column = 0; column < cells; ++column) {
      const Spot centre{(column - row) * cell, (column + row - cells + 1) * cell};
      const bool dark = (row + column) % 2 == 1;
      double size = cell;
      for (int ring = 0; ring <= motif.rings; ++ring, size -= shrink) {
        const bool light = (ring % 2 == 0) != dark;
        pen.tile(lozenge_outline(centre, size, size), light ? pen.paper() : ring == 0 ? pen.middle() : pen.strong());
      }
      pen.fill(lozenge_outline(centre, core, core), pen.accent());
    }
  }
}

// A carved screen: octagons and squares, and in each the star that lines from its edges' middles make, all at one angle.
// E. H. Hankin, "The Drawing of Geometric Patterns in Saracenic Art", 1925.
void draw_lattice(EmblemPen& pen, const Motif& motif) {
  const double pitch = 2 * kReach / (1 + motif.fold * 0.25);
  const double angle = between(40, 68, motif.density);
  const auto notch = [angle](double apothem, int sides) {
    const double radians = std::numbers::pi / 180;
    return apothem * std::cos(angle * radians) / std::cos((angle - 180.0 / sides) * radians);
  };
  const double octagon = pitch / 2;
  const double square = pitch / 2 * (std::numbers::sqrt2 - 1);
  pen.disc({0, 0}, kReach, pen.strong());
  pen.begin_clip(circle_outline(kReach - 10));
  const int reach = static_cast<int>(std::ceil(kReach / pitch));
  for (int row = -reach; row <= reach; ++row) {
    for (int column = -reach; column <= reach; ++column) {
      const Spot centre{column * pitch, row * pitch};
      pen.begin_shift(centre);
      double radius = octagon;
      for (int ring = 0; ring <= motif.rings && radius > 8; ++ring, radius *= 0.6) {
        const base::Color colors[] = {pen.paper(), pen.strong(), pen.accent(), pen.paper(), pen.strong()};
        const base::Color color = ring == motif.rings ? pen.accent() : ring % 2 == 0 ? pen.paper() : colors[ring];
        pen.tile(star_outline(8, radius, notch(radius, 8), 0), color);
      }
      pen.end();
      pen.begin_shift(centre + Spot{pitch / 2, pitch / 2});
      pen.tile(star_outline(4, square, notch(square, 4), 45), pen.middle());
      pen.end();
    }
  }
  pen.end();
  pen.ring({0, 0}, kReach - 10, pen.ground());
}

// Fish scales, each row over the next.
void draw_scale(EmblemPen& pen, const Motif& motif) {
  const double width = 2 * kReach / (2 + motif.fold * 0.4);
  const double pitch = width * between(0.62, 0.4, motif.density);
  const int rows = static_cast<int>(std::ceil(kReach / pitch)) + 2;
  const int columns = static_cast<int>(std::ceil(kReach / width)) + 1;
  pen.disc({0, 0}, kReach, pen.strong());
  pen.begin_clip(circle_outline(kReach - 12));
  for (int row = rows; row >= -rows - 2; --row) {
    for (int column = -columns; column <= columns; ++column) {
      const Spot centre{(column + (row % 2 == 0 ? 0.0 : 0.5)) * width, row * pitch};
      const int tone = ((row % 3) + 3) % 3;
      const double radius = width / 2;
      pen.disc(centre, radius + kLine / 2, pen.ground());
      const base::Color color = tone == 0 ? pen.strong() : tone == 1 ? pen.middle() : pen.paper();
      for (int ring = 0; ring < motif.rings; ++ring) {
        const double share = 1 - static_cast<double>(ring) / (motif.rings + 0.4);
        pen.disc(centre, (radius - kLine / 2) * share,
                 ring % 2 == 0 ? color
                 : tone == 0   ? pen.paper()
                 : tone == 1   ? pen.strong()
                               : pen.middle());
      }
      pen.disc(centre + Spot{0, radius * 0.62}, std::clamp(radius * 0.16, 3.0, 9.0), pen.accent());
    }
  }
  pen.end();
  pen.ring({0, 0}, kReach - 12, pen.ground());
}

namespace {

// One row of embroidery: stitches of `kind` along a circle.
void stitch_row(EmblemPen& pen, int kind, double radius, int count, double shift, base::Color color) {
  const double room = 2 * std::numbers::pi * radius / count;
  const double half = std::min(10.0, room * 0.3);
  for (int i = 0; i < count; ++i) {
    const double at = (i + shift) * 360.0 / count;
    const Spot centre = around(radius, at);
    const Spot along = turned(Spot{half, 0}, at);
    const Spot across = turned(Spot{0, half}, at);
    if (kind == 0) {
      pen.stroke(Outline()
                     .move(centre - along - across)
                     .line(centre + along + across)
                     .move(centre + along - across)
                     .line(centre - along + across),
                 color);
    } else if (kind == 1) {
      pen.stroke(Outline().move(centre - along + across).line(centre - across).line(centre + along + across), color);
    } else if (kind == 2) {
      pen.stroke(Outline().move(centre - along).line(centre + along), color);
    } else {
      pen.disc(centre, 6, color);
    }
  }
}

}  // namespace

// Embroidery from the rim inwards: cross stitch, chevrons, running stitch, knots; in the middle a flower in satin stitch.
void draw_stitch(EmblemPen& pen, const Motif& motif) {
  const double apart = between(34, 22, motif.density);
  double radius = kReach - 4;
  pen.ring({0, 0}, kReach - kLine / 2, pen.strong());
  for (int row = 0; row < motif.rings; ++row) {
    radius -= 22;
    const double around_px = 2 * std::numbers::pi * radius;
    const int count = motif.fold * std::max(1, static_cast<int>(std::lround(around_px / (motif.fold * apart))));
    const base::Color colors[] = {pen.strong(), pen.accent(), pen.strong(), pen.middle()};
    stitch_row(pen, row, radius, count, 0.5, colors[row]);
  }
  const double tip = radius - 22;
  const int threads = motif.fold <= 5 ? 7 : motif.fold <= 9 ? 5 : 3;
  const double step = 360.0 / motif.fold;
  for (int i = 0; i < motif.fold; ++i) {
    for (int thread = 0; thread < threads; ++thread) {
      const double aside = thread - (threads - 1) / 2.0;
      const double share = std::abs(aside) / ((threads + 1) / 2.0);
      const double at = i * step + aside * step * 0.86 / threads;
      pen.stroke(Outline().move(around(std::max(24.0, tip * 0.34), at)).line(around(tip * (1 - 0.34 * share * share), at)),
                 std::abs(aside) < 0.6 ? pen.accent() : pen.strong());
    }
  }
  pen.disc({0, 0}, std::max(9.0, std::min(14.0, tip * 0.2)), pen.strong());
}

}  // namespace kiosk::model
