// All programs, narrowed by filters that combine, or found by what is typed in any script (V3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "screens/cards.h"
#include "screens/search_view.h"

namespace kiosk::screens {

struct FilterChoice {
  std::string widget;  // "filter.family.metal"
  Phrase label;        // with how many programs it leaves
  std::string icon;    // empty for none
  bool selected = false;
  bool enabled = true;  // false where it would leave none
  session::Intent intent;
};

struct FilterGroup {
  std::string id;  // "family"
  Phrase title;
  std::vector<FilterChoice> choices;
};

struct ProgramListView {
  Phrase title;
  Phrase count;
  Phrase search_label;
  std::optional<SearchView> search;
  std::vector<FilterGroup> groups;  // for me, family, level, mode, institute
  bool filtered = false;
  Phrase clear;
  std::vector<ProgramCard> cards;
  Phrase empty;
  Phrase empty_hint;
};

ProgramListView make_program_list_view(const ViewContext& context);

}  // namespace kiosk::screens
