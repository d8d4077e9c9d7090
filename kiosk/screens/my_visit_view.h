// What the visitor kept: hearts, tickets of guided tours, and the tour of one's own that the hearts give.
#pragma once

#include <vector>

#include "screens/cards.h"
#include "screens/context.h"
#include "screens/tour_words.h"

namespace kiosk::screens {

struct MyVisitView {
  Phrase title;
  Phrase count;
  Phrase programs_title;
  std::vector<ProgramCard> programs;
  Phrase workshops_title;
  std::vector<WorkshopCard> workshops;  // by start
  Phrase tickets_title;
  std::vector<TicketCard> tickets;  // of guided tours
  OwnTourView own;  // said where there are hearts and tours to fit
  Phrase empty;
  Phrase empty_hint;
  Phrase find_programs;
  Phrase take_home;
};

MyVisitView make_my_visit_view(const ViewContext& context);

}  // namespace kiosk::screens
