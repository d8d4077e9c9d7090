// The day's workshops by the clock: now, next, later.
#pragma once

#include <string>
#include <vector>

#include "screens/cards.h"
#include "screens/context.h"

namespace kiosk::screens {

struct WorkshopGroup {
  std::string id;  // "workshops.now"
  Phrase title;
  Phrase none;     // shown when there are no cards; may be empty
  std::vector<WorkshopCard> cards;
};

struct WorkshopsView {
  Phrase title;
  Phrase date;
  std::vector<WorkshopGroup> groups;  // groups without cards and without a sentence are left out
  bool over = false;                  // nothing is on or to come
  Phrase over_title;
  Phrase over_hint;
  Phrase find_programs;
};

WorkshopsView make_workshops_view(const ViewContext& context);

}  // namespace kiosk::screens
