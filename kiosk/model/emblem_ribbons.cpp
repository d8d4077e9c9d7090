// Shapes made of ribbons and wires: knot, ring, weave, coil.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

#include "model/emblem_shapes.h"
#include "model/emblem_strands.h"

namespace kiosk::model {
namespace {

constexpr double kRibbonHalf = 1.5 * kLine;

Strand circle_strand(Spot centre, double radius, base::Color edge, base::Color core) {
  Strand strand{{}, true, edge, core};
  constexpr int kSteps = 72;
  // Started off the axes, so that no crossing falls on a joint.
  for (int i = 0; i < kSteps; ++i) strand.places.push_back(centre + around(radius, (i + 0.37) * 360.0 / kSteps));
  return strand;
}

}  // namespace

// The shadow of a torus knot: while it goes `strands` times round, it swings `fold` times between the rim and the inner reach.
void draw_knot(EmblemPen& pen, const Motif& motif) {
  const int rounds = motif.rings + 1;
  const int parts = std::gcd(motif.fold, rounds);
  const double rim = kReach - kRibbonHalf;
  const double inner = between(0.62, 0.24, motif.density) * rim;
  std::vector<Strand> strands;
  for (int part = 0; part < parts; ++part) {
    Strand strand{{}, true, part % 2 == 0 ? pen.strong() : pen.middle(), part % 2 == 0 ? pen.paper() : pen.ground()};
    const int turns = rounds / parts;
    const int steps = 48 * std::max(motif.fold, 4) / parts;
    for (int i = 0; i < steps; ++i) {
      const double share = (i + 0.37) / steps;
      const double swing = std::cos(2 * std::numbers::pi * share * motif.fold / parts);
      const double angle = 360 * share * turns + 360.0 * part / motif.fold;
      strand.places.push_back(around((rim + inner) / 2 + (rim - inner) / 2 * swing, angle));
    }
    strands.push_back(std::move(strand));
  }
  draw_interlaced(pen, strands);
  const double hole = inner - kRibbonHalf - 7;
  if (hole > 8) {
    pen.disc({0, 0}, hole, pen.accent());
    if (hole > 22) draw_heart(pen, 8, hole * 0.62, pen.paper());
  }
}

// Rings linked around a centre, and closed rings around them.
void draw_ring(EmblemPen& pen, const Motif& motif) {
  const int around_count = motif.fold;
  double rim = kReach;
  for (int i = 1; i < motif.rings; ++i) {
    pen.ring({0, 0}, rim - kLine / 2, i % 2 == 1 ? pen.strong() : pen.accent());
    rim -= 2 * kLine;
  }
  rim -= kRibbonHalf;
  // Rings of radius r whose centres stand at rim - r: neighbours touch at r = rim·s / (1 + s), s = sin(π/n), and link beyond.
  const double s = std::sin(std::numbers::pi / around_count);
  const double touching = rim * s / (1 + s);
  double radius = std::min(rim * 0.62, touching * between(1.35, 2.3, motif.density));
  // All at once through the centre they would be a tangle: they stop before it, or few of them go well past it.
  constexpr double kClearance = 26;
  if (std::abs(rim - 2 * radius) < kClearance) radius = around_count <= 4 ? rim * 0.62 : (rim - kClearance) / 2;
  std::vector<Strand> strands;
  for (int i = 0; i < around_count; ++i) {
    const bool even = i % 2 == 0 || around_count % 2 == 1;
    strands.push_back(circle_strand(around(rim - radius, (i + 0.013) * 360.0 / around_count), radius,
                                    even ? pen.strong() : pen.middle(), even ? pen.paper() : pen.ground()));
  }
  draw_interlaced(pen, strands, around_count > 10 ? StrandWidth::wire : StrandWidth::ribbon);
  const double hole = std::abs(rim - 2 * radius) - kRibbonHalf - 7;
  if (hole > 8) {
    pen.disc({0, 0}, hole, pen.accent());
    if (hole > 22) draw_heart(pen, 8, hole * 0.62, pen.paper());
  }
}

// Warp and weft in a roundel: each strip as long as its chord, over and under by the rule of a twill as wide as `rings`.
void draw_weave(EmblemPen& pen, const Motif& motif) {
  const int strips = motif.fold;
  const double pitch = 2 * kReach / (strips + 0.4);
  const double width = pitch * between(0.5, 0.86, motif.density);
  const double gap = std::min(kLine * 0.75, (pitch - width) / 2 + 1);
  const int float_length = std::min(motif.rings, std::max(1, strips / 2));
  const auto offset = [&](int i) { return (i - (strips - 1) / 2.0) * pitch; };
  const auto half_chord = [&](int i) {
    const double x = std::abs(offset(i)) + width / 2;
    return std::sqrt(std::max(0.0, kReach * kReach - x * x)) - 1;
  };
  const auto strip = [&](Spot from, Spot to, base::Color color) { pen.band(Outline().move(from).line(to), color, width); };
  for (int column = 0; column < strips; ++column) {
    const double x = offset(column);
    const double reach = half_chord(column);
    strip({x, -reach}, {x, reach}, pen.strong());
  }
  for (int row = 0; row < strips; ++row) {
    const double y = offset(row);
    const double reach = half_chord(row);
    const base::Color color = row == strips / 2 ? pen.accent() : pen.middle();
    strip({-reach, y}, {reach, y}, color);
    for (int column = 0; column < strips; ++column) {
      const double x = offset(column);
      const bool warp_over = ((column - row) % (2 * float_length) + 2 * float_length) % (2 * float_length) < float_length;
      if (!warp_over || half_chord(column) < std::abs(y) || reach < std::abs(x)) continue;
      const double end = half_chord(column) - gap;
      pen.band(Outline().move({x, std::max(-end, y - pitch / 2)}).line({x, std::min(end, y + pitch / 2)}), pen.ground(),
               width + 2 * gap);
    }
  }
  for (int row = 0; row < strips; ++row) {
    for (int column = 0; column < strips; ++column) {
      const double x = offset(column);
      const double y = offset(row);
      const bool warp_over = ((column - row) % (2 * float_length) + 2 * float_length) % (2 * float_length) < float_length;
      if (!warp_over) continue;
      const double reach = half_chord(column);
      if (reach < std::abs(y)) continue;
      const double top = std::max(-reach, y - pitch / 2 - 1);
      const double bottom = std::min(reach, y + pitch / 2 + 1);
      pen.band(Outline().move({x, top}).line({x, bottom}), pen.strong(), width);
    }
  }
}

// Filigree: a scroll for every fold, each wound to its own centre and touching the rim; in the space they leave, the same again,
// up to `rings` rows.
void draw_coil(EmblemPen& pen, const Motif& motif) {
  pen.ring({0, 0}, kReach - kLine / 2, pen.strong());
  const double s = std::sin(std::numbers::pi / motif.fold);
  double rim = kReach - kLine;
  for (int row = 0; row < motif.rings && rim > 30; ++row) {
    const double radius = rim * s / (1 + s);
    if (radius < 12) break;
    // Each turn of the wire leaves at least its own width free.
    const double turns = std::min(1 + 0.5 * motif.rings + between(-0.25, 1, motif.density), radius / (2 * kLine));
    const int steps = static_cast<int>(turns * 40);
    for (int i = 0; i < motif.fold; ++i) {
      const double direction = (i + 0.5 * (row % 2)) * 360.0 / motif.fold;
      const double hand = row % 2 == 0 ? 1 : -1;
      const Spot centre = around(rim - radius, direction);
      std::vector<Spot> places;
      for (int step = 0; step <= steps; ++step) {
        const double share = static_cast<double>(step) / steps;
        places.push_back(centre + around(radius * (1 - share * 0.92), direction + hand * share * turns * 360));
      }
      pen.stroke(Outline().polyline(places), row % 2 == 0 ? pen.strong() : pen.middle());
      pen.disc(centre, (radius > 20 ? 5 : 3) + 4 * motif.density, pen.accent());
      if (row == 0 && motif.fold <= 8)
        pen.disc(around(rim - (motif.fold <= 5 ? 22 : 14), direction + 180.0 / motif.fold), 7, pen.middle());
    }
    rim -= 2 * radius + 2;
  }
  if (rim > 14) {
    pen.disc({0, 0}, rim - 6, pen.accent());
    draw_heart(pen, 8, (rim - 6) * 0.62, pen.paper());
  }
}

}  // namespace kiosk::model
