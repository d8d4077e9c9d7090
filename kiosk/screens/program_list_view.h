// All programs, narrowed by family, level and institute.
#pragma once

#include <string>
#include <vector>

#include "screens/cards.h"
#include "screens/context.h"

namespace kiosk::screens {

struct FilterChoice {
  std::string id;      // what the intent carries
  std::string widget;  // "filter.family.metal"
  Phrase label;
  std::string icon;    // empty for none
  bool selected = false;
};

struct FilterGroup {
  std::string id;  // "family"
  Phrase title;
  std::vector<FilterChoice> choices;
};

struct ProgramListView {
  Phrase title;
  Phrase count;
  std::vector<FilterGroup> groups;  // family, level, institute
  bool filtered = false;
  Phrase clear;
  std::vector<ProgramCard> cards;
  Phrase empty;
  Phrase empty_hint;
};

ProgramListView make_program_list_view(const ViewContext& context);

}  // namespace kiosk::screens
