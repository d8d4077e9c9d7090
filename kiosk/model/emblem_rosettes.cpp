// Shapes that grow from a centre: star, leaf, fan, arch.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "model/emblem_shapes.h"

namespace kiosk::model {
namespace {

double cosine(double degrees) { return std::cos(degrees * std::numbers::pi / 180); }
double sine(double degrees) { return std::sin(degrees * std::numbers::pi / 180); }

// A leaf between two places, bounded by two equal arcs; `width` over its length.
Outline leaf_outline(Spot from, Spot to, double width) {
  const Spot along = to - from;
  const double length = std::hypot(along.x, along.y);
  const double sagitta = width * length / 2;
  const double radius = (length * length / 4 + sagitta * sagitta) / (2 * sagitta);
  return Outline().move(from).arc(radius, false, true, to).arc(radius, false, true, from).close();
}

}  // namespace

double between(double low, double high, double share) { return low + (high - low) * share; }

double polygram_notch(int points, int k) {
  const double step = 180.0 / points;
  return cosine(k * step) / cosine((k - 1) * step);
}

Outline star_outline(int points, double radius, double notch_radius, double first_degrees) {
  std::vector<Spot> corners;
  const double step = 360.0 / points;
  for (int i = 0; i < points; ++i) {
    corners.push_back(around(radius, first_degrees + i * step));
    corners.push_back(around(notch_radius, first_degrees + (i + 0.5) * step));
  }
  return Outline().polygon(corners);
}

void draw_heart(EmblemPen& pen, int points, double radius, base::Color color) {
  pen.fill(star_outline(points, radius, radius * polygram_notch(points, 2), 0), color);
}

void draw_heart_at(EmblemPen& pen, Spot centre, double radius, base::Color color) {
  pen.begin_shift(centre);
  draw_heart(pen, 8, radius, color);
  pen.end();
}

// Khatams inside khatams: every star's points stand in the notches of the one around it, and a ring of kites fills the rest; the
// denser, the sharper the stars and the larger the inlay of the outer kites.
void draw_star(EmblemPen& pen, const Motif& motif) {
  const int points = motif.fold < 5 ? motif.fold * 2 : motif.fold;
  // Of the polygrams {n/k}, the one whose notch is nearest to what the density asks for.
  const double wanted = between(0.86, 0.52, motif.density);
  int k = 2;
  for (int other = 3; other * 2 < points; ++other) {
    if (std::abs(polygram_notch(points, other) - wanted) < std::abs(polygram_notch(points, k) - wanted)) k = other;
  }
  const double notch = polygram_notch(points, k);
  const double step = 360.0 / points;
  double radius = kReach;
  double first = 0;
  if (notch < 0.72) {
    for (int i = 0; i < points; ++i) pen.disc(around(kReach * 0.86, (i + 0.5) * step), points > 12 ? 5 : 8, pen.accent());
  }
  const int layers = motif.rings + 1;
  for (int layer = 0; layer < layers; ++layer) {
    const double inner = radius * notch;
    for (int i = 0; i < points; ++i) {
      const double at = first + i * step;
      pen.tile(Outline().polygon(
                   {around(radius, at), around(inner, at + step / 2), around(inner * notch, at), around(inner, at - step / 2)}),
               pen.layer(layer));
      if (layer > 0) continue;
      const Spot middle = around(radius * (1 + 2 * notch + notch * notch) / 4, at);
      const auto inlaid = [&](Spot corner) { return middle + (corner - middle) * between(0.16, 0.5, motif.density); };
      pen.fill(Outline().polygon({inlaid(around(radius, at)), inlaid(around(inner, at + step / 2)),
                                  inlaid(around(inner * notch, at)), inlaid(around(inner, at - step / 2))}),
               pen.paper());
    }
    radius = inner;
    first += step / 2;
  }
  pen.tile(star_outline(points, radius, radius * notch, first), pen.layer(layers));
  if (radius > 34) draw_heart(pen, 8, radius * notch * 0.5, pen.layer(layers + 1));
}

// Leaves between two arcs, in whorls that show through each other's gaps.
void draw_leaf(EmblemPen& pen, const Motif& motif) {
  const int whorls = motif.rings;
  const double step = 360.0 / motif.fold;
  // At 1 neighbouring leaves just touch at their widest, half way out.
  const double touching = std::tan(std::min(step / 2, 60.0) * std::numbers::pi / 180);
  const double width = std::clamp(touching * between(0.95, 1.5, motif.density), 0.2, 0.66);
  pen.ring({0, 0}, kReach - kLine / 2, pen.strong());
  const double tip = kReach - 14;
  for (int whorl = 0; whorl < whorls; ++whorl) {
    const double length = tip * (1 - 0.2 * whorl);
    const double offset = whorl % 2 == 0 ? 0 : step / 2;
    for (int i = 0; i < motif.fold; ++i) {
      const double at = offset + i * step;
      pen.tile(leaf_outline(around(12, at), around(length, at), width), whorl % 2 == 0 ? pen.strong() : pen.paper());
      const double vein_end = whorl % 2 == 0 && whorls > 1 ? 0.86 : 0.8;
      if (width > 0.26)
        pen.stroke(Outline().move(around(length * 0.42, at)).line(around(length * vein_end, at)),
                   whorl % 2 == 0 ? pen.ground() : pen.strong());
    }
  }
  const double rim = kReach - 16;
  for (int i = 0; i < motif.fold; ++i) pen.disc(around(rim, (i + 0.5) * step), motif.fold > 12 ? 6 : 8, pen.accent());
  pen.stud({0, 0}, 24, pen.accent());
  draw_heart(pen, 8, 15, pen.paper());
}

// A palmette: blades from one root low in the circle, every tip on the circle.
void draw_fan(EmblemPen& pen, const Motif& motif) {
  const int blades = motif.fold;
  const Spot root{0, kReach * 0.62};
  const double spread = between(150, 236, motif.density);
  const double step = spread / blades;
  // From the root to the circle along `degrees`: the far solution of |root + t·u| = reach.
  const auto length_at = [&](double degrees) {
    const Spot u = around(1, degrees);
    const double b = root.x * u.x + root.y * u.y;
    return -b + std::sqrt(b * b - (root.x * root.x + root.y * root.y) + kReach * kReach);
  };
  const auto at = [&](double degrees, double share) { return root + around(length_at(degrees) * share, degrees); };
  for (int i = 0; i < blades; ++i) {
    const double left = -spread / 2 + i * step;
    const double middle = left + step / 2;
    const double shoulder = 0.9 - std::min(0.12, step / 300);
    const auto blade = [&](double share) {
      const Spot a = at(left, shoulder * share);
      const Spot b = at(left + step, shoulder * share);
      const Spot tip = at(middle, share);
      return Outline()
          .move(root)
          .line(a)
          .curve(at(left, (shoulder + 0.08) * share), tip + (a - b) * 0.22, tip)
          .curve(tip + (b - a) * 0.22, at(left + step, (shoulder + 0.08) * share), b)
          .close();
    };
    pen.tile(blade(1), i % 2 == 0 ? pen.strong() : pen.middle());
    for (int ring = 1; ring < motif.rings; ++ring) {
      pen.tile(blade(1 - 0.2 * ring), ring % 2 == 1 ? pen.paper() : (i % 2 == 0 ? pen.strong() : pen.middle()));
    }
    if (motif.rings % 2 == 0)
      pen.stroke(Outline().move(at(middle, 0.3)).line(at(middle, 0.88 - 0.2 * motif.rings)), pen.strong());
    if (step > 11) pen.disc(at(middle, 0.86), std::min(8.0, step / 3), motif.rings > 1 ? pen.accent() : pen.paper());
  }
  pen.stud(root, 34, pen.strong());
  pen.ring(root, 22, pen.paper());
  pen.disc(root, 9, pen.accent());
}

// A horseshoe arch: voussoirs around a centre above the springing line, as many as `fold`, on two columns; inside it `rings`
// smaller doorways, and a khatam where the lamp would hang.
void draw_arch(EmblemPen& pen, const Motif& motif) {
  const double outer = 126;
  const Spot centre{0, -23};
  const double inner = outer - between(30, 52, motif.density);
  const double half_sweep = 116;  // degrees from the crown to the springing: more than a half circle, hence the horseshoe
  const int stones = motif.fold % 2 == 0 ? motif.fold + 1 : motif.fold;
  const double step = 2 * half_sweep / stones;
  // As low as the columns' outer feet may stand inside the circle.
  const double foot = inner * sine(half_sweep) + 24;
  const double floor = std::min(112.0, std::sqrt(kReach * kReach - foot * foot));
  const auto doorway = [&](double radius) {
    const Spot spring = centre + around(radius, half_sweep);
    return Outline().move({-spring.x, floor}).line({-spring.x, spring.y}).arc(radius, true, true, spring).line({spring.x, floor});
  };

  Outline opening = doorway(inner);
  pen.fill(opening.close(), pen.paper());
  for (int i = 0; i < stones; ++i) {
    const double from = -half_sweep + i * step;
    const Outline stone = Outline()
                              .move(centre + around(inner, from))
                              .line(centre + around(outer, from))
                              .arc(outer, false, true, centre + around(outer, from + step))
                              .line(centre + around(inner, from + step))
                              .arc(inner, false, false, centre + around(inner, from))
                              .close();
    const bool keystone = i == stones / 2;
    pen.tile(stone, keystone ? pen.accent() : (i + stones / 2) % 2 == 0 ? pen.middle() : pen.strong());
  }
  double radius = inner;
  for (int ring = 0; ring < motif.rings; ++ring) {
    radius -= ring == 0 ? 9 : 14;
    pen.stroke(doorway(radius), ring % 2 == 0 ? pen.strong() : pen.middle());
  }
  draw_heart_at(pen, centre, std::clamp(radius - 14, 12.0, 38.0), pen.accent());

  const double left = inner * sine(half_sweep);
  const double spring = centre.y - inner * cosine(half_sweep);
  for (const double side : {-1.0, 1.0}) {
    const auto slab = [&](double from, double to, double top, double bottom, base::Color color) {
      pen.tile(Outline().polygon({{side * from, top}, {side * to, top}, {side * to, bottom}, {side * from, bottom}}), color);
    };
    slab(left, left + 24, spring + 18, floor, pen.strong());
    slab(left - 4, left + 30, spring, spring + 18, pen.middle());
  }
  pen.tile(Outline().polygon({{-96, floor - 1}, {96, floor - 1}, {84, floor + 13}, {-84, floor + 13}}), pen.strong());
}

}  // namespace kiosk::model
