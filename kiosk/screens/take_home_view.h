// What goes home on the phone with no network (V7, V8): the plan on one sheet in two languages, and its codes. Laid over the place like comfort.
#pragma once

#include <string>
#include <vector>

#include "screens/context.h"

namespace kiosk::screens {

struct TakeHomeTab {
  std::string id;  // "take_home.contact"
  Phrase label;
  std::string_view icon;
  bool selected = false;
  model::TakeHomeKind kind = model::TakeHomeKind::contact;
};

struct TakeHomeView {
  Phrase title;
  Phrase line;
  std::vector<TakeHomeTab> tabs;  // kinds that the plan has something of
  model::QrCode qr;
  int part = 0;
  int parts = 1;
  Phrase part_label;  // "1 / 2"; empty with one part
  Phrase previous;
  Phrase next;
  std::vector<model::PlanSection> first;   // in the visitor's language
  std::vector<model::PlanSection> second;  // and beside it
  Language second_language = Language::french;
  Phrase close;
};

TakeHomeView make_take_home_view(const ViewContext& context);

}  // namespace kiosk::screens
