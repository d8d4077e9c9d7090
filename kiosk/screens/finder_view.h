// "What can I enter?" (V4): two questions, then what is open now, what is one step away with the step named, and the whole ladder.
#pragma once

#include <string>
#include <vector>

#include "model/finder.h"
#include "screens/cards.h"
#include "screens/context.h"

namespace kiosk::screens {

struct FinderChoice {
  std::string id;  // "finder.age.15", "finder.school.middle-3"
  Phrase label;
  session::DiscoveryIntent intent;
  bool chosen = false;  // answered so before
  std::string_view icon = "reload";  // of an answer
};

// A level with its programs: open, or a step away.
struct FinderGroup {
  std::string id;  // "finder.qualification"
  model::Entry entry = model::Entry::open;
  Phrase level;
  Phrase reason;
  std::vector<ProgramCard> cards;
};

struct LadderRung {
  std::string id;  // "finder.rung.qualification"
  Phrase name;
  Phrase state;  // "Open to you", "One step away", "Later", "Past the age"
  model::Entry entry = model::Entry::later;
};

struct FinderView {
  session::FinderStep step = session::FinderStep::age;
  Phrase title;
  Phrase line;
  std::vector<FinderChoice> choices;  // of the question asked
  std::vector<FinderChoice> answers;  // on the result: a touch asks again, on the family takes it away
  Phrase open_title;
  Phrase none_open;  // when nothing is
  Phrase too_old;    // what there is for whoever is past every age; else empty
  Phrase desk;       // the way to the guidance desk, when nothing is open
  std::vector<FinderGroup> open;
  Phrase step_title;
  std::vector<FinderGroup> one_step;
  Phrase ladder_title;
  std::vector<LadderRung> ladder;  // highest first
};

FinderView make_finder_view(const ViewContext& context);

}  // namespace kiosk::screens
