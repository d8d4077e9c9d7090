// Guided tours: who leads them, when they leave, what they stop at. Plain values, as the operator's tours.toml has them; the way between the
// stops comes from the map. Not the seats that were given away: those are the store's.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "model/event.h"

namespace kiosk::model {

struct TourStop {
  std::string room;             // Room::id
  std::chrono::minutes stay{};  // how long the group stays
};

struct Departure {
  MinuteOfDay printed{};         // by which tickets know it
  std::chrono::minutes delay{};  // as staff put the day off
  MinuteOfDay real() const { return printed + delay; }
  bool operator==(const Departure&) const = default;
};

struct Tour {
  std::string id;
  LocalText theme;
  std::vector<std::string> languages;  // that the guide speaks, BCP 47: "ar", "fr", "ary" Darija, "shi" Tachelhit
  std::vector<Departure> departures;  // earliest first; from the first stop
  std::vector<TourStop> stops;        // in the order of the walk
  int capacity = 0;                   // of each departure; 0: no seats are counted
  int seats_here = 0;                 // this kiosk's allotment of them
  bool step_free = false;             // claimed by the operator: no stairs on the way; `kiosk check` holds it against the map
  bool for_families = false;          // short, and with something to touch for children
  Status status = Status::verified;

  const Departure* departure(MinuteOfDay printed) const;  // nullptr when there is none
};

// How a visitor's own tour is reckoned (own_tour.h).
struct OwnTourRules {
  std::chrono::minutes stay{8};  // in each room, where no guide says how long
};

}  // namespace kiosk::model
