// Seats of guided tours that this kiosk gave away (V5, V6): never more than its allotment, whoever asks at the same moment. Nothing of a visitor
// is stored. On the store's thread; each call is one transaction, and on failure nothing of it remains.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/tour_seats.h"
#include "store/database.h"

namespace kiosk::store {

struct SeatsWanted {
  model::TourTicket ticket;  // its number is given here
  std::chrono::year_month_day day;
  int allotment = 0;  // of this kiosk for each departure
  base::WallTime at{};
};

struct SeatsGiven {
  int number = 0;  // of the ticket, counted from 1 each day and never given twice; 0: not enough seats were left, nothing was taken
  int left = 0;    // of the departure afterwards
};

// A key that has a ticket already changes nothing and gives its number.
base::Result<SeatsGiven> take_seats(Database& database, const SeatsWanted& wanted);
// The ticket's seats are free again; one that was given back or never was changes nothing.
base::Result<void> return_seats(Database& database, const std::string& key, base::WallTime at);
base::Result<std::vector<model::TakenSeats>> read_taken_seats(Database& database, std::chrono::year_month_day day);

}  // namespace kiosk::store
