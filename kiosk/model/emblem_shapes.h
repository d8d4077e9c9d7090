// One function a shape. Each fills the circle of radius kReach, lets fold, rings and density be seen, and leaves the ground and
// the turn to emblem_svg. `motif` is already within its limits. Used by emblem.cpp only.
#pragma once

#include "model/emblem_pen.h"

namespace kiosk::model {

void draw_star(EmblemPen& pen, const Motif& motif);
void draw_knot(EmblemPen& pen, const Motif& motif);
void draw_weave(EmblemPen& pen, const Motif& motif);
void draw_coil(EmblemPen& pen, const Motif& motif);
void draw_lozenge(EmblemPen& pen, const Motif& motif);
void draw_leaf(EmblemPen& pen, const Motif& motif);
void draw_arch(EmblemPen& pen, const Motif& motif);
void draw_lattice(EmblemPen& pen, const Motif& motif);
void draw_scale(EmblemPen& pen, const Motif& motif);
void draw_fan(EmblemPen& pen, const Motif& motif);
void draw_ring(EmblemPen& pen, const Motif& motif);
void draw_stitch(EmblemPen& pen, const Motif& motif);

// Shared by several shapes.
double between(double low, double high, double share);
// A star of `points` with its points at `radius`, the first at `first_degrees`, and its notches at `notch_radius`.
Outline star_outline(int points, double radius, double notch_radius, double first_degrees);
// The notch of the true polygram {points/k} over its circumradius: cos(kπ/n) / cos((k-1)π/n).
double polygram_notch(int points, int k);
// The khatam that closes a centre.
void draw_heart(EmblemPen& pen, int points, double radius, base::Color color);
void draw_heart_at(EmblemPen& pen, Spot centre, double radius, base::Color color);

}  // namespace kiosk::model
