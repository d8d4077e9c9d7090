// Interlace: curves that pass over and under each other by turns, as in knotwork and cut zellige. Every plane drawing of closed
// curves whose crossings are simple can be made alternating; open curves too. Used by the emblem files of this folder only.
#pragma once

#include <vector>

#include "model/emblem_pen.h"

namespace kiosk::model {

struct Strand {
  std::vector<Spot> places;  // a polyline, dense where it bends
  bool closed = true;
  base::Color edge;  // of the ribbon: two lines of this colour
  base::Color core;  // and one between them
};

enum class StrandWidth { ribbon, wire };  // three lines wide with a core; or a line and a half in the edge's colour

// Draws the strands with a gap on both sides of whatever passes over.
void draw_interlaced(EmblemPen& pen, const std::vector<Strand>& strands, StrandWidth width = StrandWidth::ribbon);

}  // namespace kiosk::model
