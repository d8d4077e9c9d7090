// Where every visit begins: two big ways on, which change with the part of the day (V12), the six families, what is on now.
#pragma once

#include <string>
#include <vector>

#include "screens/cards.h"
#include "screens/context.h"

namespace kiosk::screens {

struct HomeTile {
  std::string picture;
  model::Tone tone = model::Tone::metal;
};

struct HomeWay {
  std::string id;  // "home.programs"
  Phrase title;
  Phrase line;
  Phrase short_title;  // where it is a shortcut
  std::string picture;
  std::vector<HomeTile> mosaic;  // small pictures in the place of `picture`
  std::string icon;
  session::ScreenId screen = session::ScreenId::program_list;
};

struct HomeFamily {
  std::string id;  // Family::id
  Phrase name;
  std::string picture;
  model::Tone tone = model::Tone::metal;
};

// A smaller way on: an icon and a word.
struct HomeShortcut {
  std::string id;  // "home.interest"
  std::string icon;
  Phrase title;
  session::ScreenId screen = session::ScreenId::home;
};

struct HomeView {
  Phrase event;
  Phrase title;
  Phrase date;
  std::vector<HomeWay> ways;
  std::vector<HomeShortcut> shortcuts;
  Phrase families_title;
  std::vector<HomeFamily> families;
  Phrase agenda;        // "The day's agenda"
  Phrase agenda_label;  // "Now" or "Next"; when the day is over the agenda's own title
  bool agenda_is_now = false;
  bool agenda_leads = false;  // it is one of the big ways, and not shown again below
  Phrase agenda_time;
  Phrase agenda_title;
  Phrase agenda_hall;
};

HomeView make_home_view(const ViewContext& context);

}  // namespace kiosk::screens
