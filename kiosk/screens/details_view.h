// What is asked after saving (V9, V19), one decision a screen: choices that lead on, groups of several, children, texts. Each may be left out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "screens/form_view.h"

namespace kiosk::screens {

struct DetailsChoice {
  std::string id;  // "details.trade.artisan"
  Phrase label;
  bool chosen = false;
  session::Intent intent;
};

struct DetailsGroup {
  Phrase title;  // may be empty where the page has one group
  std::string id;
  std::vector<DetailsChoice> choices;
  bool sentences = false;  // too long for a button: boxes to tick
};

// A child as the parent told of it; its name is in no tree.
struct ChildCard {
  std::size_t place = 0;
  std::string id;       // "details.child.0"
  std::string remove_id;
  Phrase number;        // "Child 1"
  Phrase name;          // as typed; empty: not told
  Phrase line;          // age, school year, programs
};

enum class DetailsLayout : std::uint8_t { choices, groups, children, fields };

struct DetailsView {
  DetailsLayout layout = DetailsLayout::choices;
  FormView form;  // title, line, progress, the word for going on: "skip" as long as nothing is told
  std::vector<DetailsChoice> choices;
  std::vector<DetailsGroup> groups;
  std::vector<ChildCard> children;
  Phrase add_child;  // empty: there are enough
  Phrase remove_child;
  bool leads_on = false;  // going on takes what stands here; else it leaves the question out
};

DetailsView make_details_view(const ViewContext& context);
// "12 to 14 years".
Phrase age_band_phrase(const ViewContext& context, const model::AgeBand& band);

}  // namespace kiosk::screens
