// Seats of guided tours that this kiosk gave away (V5, V6): never more than its allotment, whoever asks at the same moment. Nothing of a visitor
// is stored. What changes them is on the store's thread, one transaction a call; on failure nothing of it remains.
#pragma once

#include <chrono>
#include <filesystem>
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
// Every ticket of every day, by day and number, from a copy of the database in `folder`.
base::Result<std::vector<model::TourSeats>> read_tour_seats(const std::filesystem::path& folder);

}  // namespace kiosk::store
