// The staff pages: the PIN pad (S1) and the day at a glance (S2).
#pragma once

#include <string>
#include <vector>

#include "screens/context.h"

namespace kiosk::screens {

struct StaffPinView {
  Phrase title;
  Phrase line;
  Phrase problem;     // empty while there is none
  std::size_t digits = 0;  // typed; which ones is nobody's to see
  bool busy = false;
  Phrase enter;
  Phrase erase;
  Phrase close;
};

struct Bar {
  Phrase name;
  std::int64_t count = 0;
  Phrase number;
};

// A list of horizontal bars, longest count = full width.
struct Chart {
  std::string id;  // "staff.chart.hours"
  Phrase title;
  std::vector<Bar> bars;
};

struct Figure {
  std::string id;  // "staff.figure.leads"
  Phrase number;
  Phrase name;
};

struct StaffTodayView {
  Phrase title;
  Phrase line;     // while the figures are being counted
  std::vector<Figure> figures;
  std::vector<Chart> charts;  // without those that have nothing to show
  Phrase close;
  Phrase quit;
};

StaffPinView make_staff_pin_view(const ViewContext& context);
StaffTodayView make_staff_today_view(const ViewContext& context);

}  // namespace kiosk::screens
