// Charts with few marks and direct labels, date and source under each (V11): one big number, bars, a line, dots; or the same as a table. Numbers
// are large enough to be read from two metres: cap height at least 10 mm.
#pragma once

#include <string>
#include <vector>

#include "screens/context.h"
#include "ui/widgets.h"

namespace kiosk::screens {

struct ChartPoint {
  Phrase label;
  double value = 0;
  Phrase number;  // as the language writes it, with its percent sign
};

struct ChartView {
  std::string id;  // "figure.apprentices"
  Phrase title;
  model::FigureKind kind = model::FigureKind::bars;
  std::vector<ChartPoint> points;
  Phrase unit;    // "stagiaires"; empty for percents
  double full = 0;  // what fills the place: 100 for percents; 0: the largest value
  Phrase note;    // may be empty, like the next two
  Phrase source;
  Phrase demo;    // the mark of a value that an institute has yet to confirm
};

ChartView make_chart_view(const ViewContext& context, const model::Figure& figure);

// As a card of `width`. In `as_table` every chart is rows of words and numbers. Time runs with the reading direction.
float chart_height(ui::Frame& frame, const ChartView& chart, float width, bool as_table);
void draw_chart(ui::Frame& frame, ui::Rect card, const ChartView& chart, bool as_table);

}  // namespace kiosk::screens
