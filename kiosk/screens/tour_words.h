// What several screens tell of guided tours: the list, the page of one, home, my visit. Values in the visitor's language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/own_tour.h"
#include "model/tour_schedule.h"
#include "screens/cards.h"
#include "screens/context.h"

namespace kiosk::screens {

// A tour by the clock of now.
struct TourClock {
  model::TourSchedule schedule;
  const model::Departure* next = nullptr;       // to come; nullptr: none
  const model::Departure* under_way = nullptr;  // nullptr: no group is
  std::optional<model::GroupPlace> group;       // of the one under way
};
TourClock tour_clock(const ViewContext& context, const model::Tour& tour);

// The ticket's departure; one that the content no longer has leaves as printed.
model::Departure departure_of(const model::Tour& tour, const model::TourTicket& ticket);

// How many may still sign up here for a departure.
int seats_left(const ViewContext& context, const model::Tour& tour, const model::Departure& departure);
// "6 seats left", "full", "Seats at reception", "No ticket needed".
Badge seats_badge(const ViewContext& context, const model::Tour& tour, const model::Departure& departure);
// "in 12 minutes" and "20 minutes late", as far as they apply.
std::vector<Badge> departure_badges(const ViewContext& context, const model::Departure& departure);

// "Now at: Zellige workshop", or on the way there.
Phrase group_phrase(const ViewContext& context, const model::Tour& tour, const model::GroupPlace& group);
// "Guide: العربية، Français".
Phrase guide_phrase(const ViewContext& context, const model::Tour& tour);
// "about 55 minutes · 4 stops".
Phrase length_phrase(const ViewContext& context, const model::Tour& tour, const model::TourSchedule& schedule);

// "For families", "Without stairs": an icon with its word.
struct TourMark {
  std::string icon;
  Phrase word;
};
std::vector<TourMark> marks_of(const ViewContext& context, const model::Tour& tour);

// A ticket of this visit where it is listed.
struct TicketCard {
  std::string id;   // "ticket.7"
  std::string key;  // TourTicket::key
  Phrase number;    // "T-07"
  Phrase theme;
  Phrase time;
  Phrase line;  // persons, and where one meets
  std::vector<Badge> badges;
};
// Tickets of tours that the content still has, by departure.
std::vector<TicketCard> ticket_cards(const ViewContext& context);

// A tour of one's own, from the hearts.
struct OwnTourView {
  Phrase title;               // "A tour of your own"
  Phrase fits;                // "You have 50 minutes: these 4 rooms", or the hint to keep something; empty: there is nothing to say
  Phrase details;             // until when that is, how long it takes, what is left for later
  std::vector<Phrase> rooms;  // in the order of the walk
  Phrase show;                // on the map; empty when there is nothing to show
  std::vector<std::string> asked;  // Room::id, for the map
  Phrase find;                // the way to something to keep; empty when something is kept
};
OwnTourView make_own_tour_view(const ViewContext& context);

}  // namespace kiosk::screens
