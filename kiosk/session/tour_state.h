// What the visitor does with guided tours, as a plain value: the departure looked at, seats being asked for, tickets. Part of the session
// (state.h), and gone with it; nothing here is personal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/tour_seats.h"

namespace kiosk::session {

// On the page of one tour: look, how many, wait for the store, the ticket.
enum class TourStep : std::uint8_t { look, party, saving, failed, ticket };

// What the last answer of the store has to say beside the step; until the visitor does the next thing.
enum class TourNotice : std::uint8_t {
  none,
  refused,       // others took the seats meanwhile
  returned,      // the seats are free again
  not_returned,  // they could not be given back
};

struct TourDesk {
  TourStep step = TourStep::look;
  std::string tour;                             // Tour::id that the step is about; the page of another one is looked at
  std::optional<model::MinuteOfDay> departure;  // chosen, as printed; nothing: the next one
  model::TourTicket asked;                      // handed in last
  std::vector<model::TourTicket> tickets;       // of this visit, in the order they were given
  std::string shown;                            // TourTicket::key of the one on screen in step `ticket`
  std::string asking_return;                    // TourTicket::key of the one that would be given back by a second touch; empty: none
  std::string returning;                        // TourTicket::key of the one being given back; empty: none
  TourNotice notice = TourNotice::none;
  bool for_families = false;  // the own tour, and which tours are listed
  bool operator==(const TourDesk&) const = default;

  const model::TourTicket* ticket(std::string_view key) const {
    for (const model::TourTicket& one : tickets) {
      if (one.key == key) return &one;
    }
    return nullptr;
  }
};

}  // namespace kiosk::session
