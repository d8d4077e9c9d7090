// What the visitor kept with the heart.
#pragma once

#include <vector>

#include "screens/cards.h"
#include "screens/context.h"

namespace kiosk::screens {

struct MyVisitView {
  Phrase title;
  Phrase count;
  Phrase programs_title;
  std::vector<ProgramCard> programs;
  Phrase workshops_title;
  std::vector<WorkshopCard> workshops;  // by start
  Phrase empty;
  Phrase empty_hint;
  Phrase find_programs;
  Phrase take_home;
};

MyVisitView make_my_visit_view(const ViewContext& context);

}  // namespace kiosk::screens
