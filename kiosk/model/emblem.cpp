#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "model/emblem_shapes.h"
#include "model/motif.h"

namespace kiosk::model {
namespace {

using Draw = void (*)(EmblemPen&, const Motif&);

// In the order of MotifShape.
constexpr std::array<Draw, 12> kDraw{draw_star, draw_knot,    draw_weave, draw_coil, draw_lozenge, draw_leaf,
                                     draw_arch, draw_lattice, draw_scale, draw_fan,  draw_ring,    draw_stitch};

// What ties all emblems together: on every ground the same eight-fold net, just visible. It goes on beyond the square, for boxes
// wider or taller than it.
void draw_net(EmblemPen& pen) {
  constexpr double kCell = 100;
  std::vector<Spot> places;
  for (int row = -4; row <= 4; ++row) {
    for (int column = -5; column <= 5; ++column) places.push_back({column * kCell, row * kCell});
  }
  pen.stamp(star_outline(8, kCell / 2, kCell / 2 * polygram_notch(8, 2), 0), pen.faint(), places);
}

}  // namespace

std::string emblem_svg(const Motif& motif, const MotifTones& tones) {
  Motif within = motif;
  within.fold = std::clamp(motif.fold, 3, 16);
  within.rings = std::clamp(motif.rings, 1, 4);
  within.turn_degrees = (motif.turn_degrees % 360 + 360) % 360;
  within.density = std::clamp(motif.density, 0.0, 1.0);
  EmblemPen pen(tones);
  draw_net(pen);
  pen.begin_turn(within.turn_degrees);
  pen.disc({0, 0}, kReach + 12, pen.ground());
  kDraw.at(static_cast<std::size_t>(within.shape))(pen, within);
  pen.end();
  return std::move(pen).finish();
}

}  // namespace kiosk::model
