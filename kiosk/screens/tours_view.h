// The guided tours of the day: when the next one leaves, where a group is, seats left; and a tour of one's own from the hearts.
#pragma once

#include <string>
#include <vector>

#include "screens/tour_words.h"

namespace kiosk::screens {

struct TourCard {
  std::string tour;  // Tour::id; the card's id is "tour.<tour>"
  Phrase theme;
  Phrase guide;
  Phrase length;
  Phrase time_label;  // "Next departure"; or what stands in the time's place: "No more departures today"
  Phrase time;        // empty when none is to come
  std::vector<Badge> badges;
  Phrase group;  // where a group that is under way is; else empty
  std::vector<TourMark> marks;
};

// Which tours are wanted: on or off.
struct TourFilter {
  std::string id;
  std::string icon;
  Phrase label;
  bool chosen = false;
  session::Intent intent;
};

struct ToursView {
  Phrase title;
  Phrase line;
  std::vector<TourFilter> filters;  // none when all is over
  OwnTourView own;
  std::vector<TourCard> tours;  // all of them where none is as wanted
  Phrase none_such;             // says so; else empty
  Phrase over_title;            // when no tour is to come or under way; else empty
  Phrase over_hint;
  Phrase over_map;              // the way on; empty without a map
};

ToursView make_tours_view(const ViewContext& context);

}  // namespace kiosk::screens
