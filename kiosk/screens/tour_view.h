// One guided tour: its stops by the clock of a departure, the departures with their seats, where the group is and how to catch up with it,
// signing up, the ticket.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "screens/tour_words.h"

namespace kiosk::screens {

struct DepartureChip {
  std::string id;  // "departure.1045", by the printed time
  model::MinuteOfDay printed{};
  Phrase time;
  Phrase seats;  // or that it is under way or over
  bool chosen = false;
  bool open = false;  // can be chosen
  bool full = false;
};

struct TourStopRow {
  Phrase time;
  Phrase name;
  Phrase stay;
  bool is_past = false;  // the group of the chosen departure has left it
  bool is_here = false;  // or is there now
};

// Where the group is now; on the page whatever departure is chosen.
struct GroupView {
  Phrase title;
  Phrase place;
  Phrase until;      // it stays there; empty on the way
  Phrase catch_up;   // where one meets it in time, or that one does not
  Phrase go;         // empty: there is no way to show
  std::string room;  // Room::id of it
};

// What can be done about the chosen departure.
struct SignUpView {
  Phrase time;
  std::vector<Badge> badges;
  Phrase sign_up;  // empty: nobody can sign up
  Phrase line;     // and why
  model::MinuteOfDay departure{};
};

struct TourPartyChoice {
  std::string id;  // "party.3"
  int persons = 0;
  Phrase label;
};

struct TicketView {
  std::string key;
  Phrase title;
  Phrase number;
  Phrase line;
  Phrase time;
  std::vector<Badge> badges;  // how many persons first
  Phrase meeting;  // the words "meeting point"
  Phrase place;
  std::string room;  // Room::id, where there is a way to show
  Phrase show_way;
  bool sure = false;  // the next touch gives them back
  Phrase give_back;
  bool returning = false;
  Phrase look;
  model::QrCode qr;
  Phrase qr_line;
};

struct TourView {
  std::string tour;  // Tour::id
  session::TourStep step = session::TourStep::look;
  Phrase theme;
  Phrase facts;  // guide, length and stops
  std::vector<TourMark> marks;
  Phrase notice;  // what the last answer says; empty: nothing
  bool notice_is_good = false;

  Phrase departures_title;
  std::vector<DepartureChip> departures;
  Phrase stops_title;
  std::vector<TourStopRow> stops;
  std::optional<GroupView> group;
  SignUpView sign_up;
  std::vector<TicketCard> tickets;  // of this visit for this tour
  Phrase tickets_title;
  Phrase whole;                    // the whole tour on the map; empty without one
  std::vector<std::string> rooms;  // Room::id of the stops

  Phrase title;  // of the steps after `look`
  Phrase line;
  std::vector<TourPartyChoice> parties;
  std::vector<Badge> party_badges;  // when it leaves, what is left
  Phrase action;  // once more, in step `failed`
  TicketView ticket;
};

TourView make_tour_view(const ViewContext& context, const model::Tour& tour);

}  // namespace kiosk::screens
