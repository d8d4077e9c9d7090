// The small description an emblem is computed from, and the computation. Every program has an emblem until the operator adds a
// photo; all are drawn by the same few rules (one grid, one line weight, the family's tones), so that they look like one hand
// made them. Pure geometry: the result is the text of an SVG document for the decode worker.
#pragma once

#include <cstdint>
#include <string>

#include "base/color.h"

namespace kiosk::model {

enum class MotifShape : std::uint8_t { star, knot, weave, coil, lozenge, leaf, arch, lattice, scale, fan, ring, stitch };

struct Motif {
  MotifShape shape = MotifShape::star;
  int fold = 8;         // rotational symmetry or number of repeats, 3 … 16
  int rings = 2;        // how many concentric or nested layers, 1 … 4
  int turn_degrees = 0; // rotation of the whole motif, 0 … 359
  double density = 0.5; // 0 airy … 1 dense: how far inner strands reach, 0 … 1
};

struct MotifTones {
  base::Color strong;  // the family's colour
  base::Color soft;    // a light tint of it, the ground
  base::Color accent;  // saffron
  base::Color paper;   // plaster or white
};

// A square SVG document (viewBox 0 0 400 400) with the motif in the circle of radius 150. Its ground goes on beyond the square, so
// that Fit::contain fills a box up to twice as wide or as tall. Deterministic: equal inputs, equal bytes.
std::string emblem_svg(const Motif& motif, const MotifTones& tones);

}  // namespace kiosk::model
