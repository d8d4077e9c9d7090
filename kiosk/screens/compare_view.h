// Two programs beside each other, fact by fact (V3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "screens/cards.h"
#include "screens/context.h"
#include "screens/program_view.h"

namespace kiosk::screens {

struct CompareColumn {
  std::string id;  // Program::id
  Phrase name;
  Phrase family;
  std::string picture;
  model::Tone tone = model::Tone::metal;
  Phrase open;   // to its page
  Phrase heart;
  bool kept = false;
};

// One fact of both; empty where a program does not say.
struct CompareRow {
  std::string id;
  std::string icon;
  Phrase label;
  Phrase first;
  Phrase second;
};

struct CompareChoice {
  std::string widget;  // "compare.pottery"
  std::string id;
  Phrase label;
  std::string icon;
};

struct CompareView {
  Phrase title;
  Phrase line;
  CompareColumn first;
  std::optional<CompareColumn> second;
  Phrase another;                      // chooses the second anew
  std::vector<CompareRow> rows;        // once both are there
  std::vector<CompareChoice> choices;  // for the second: hearts first, then the same family, then the others
};

CompareView make_compare_view(const ViewContext& context);

}  // namespace kiosk::screens
