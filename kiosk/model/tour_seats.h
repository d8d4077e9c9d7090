// Seats of guided tours that this kiosk gave away: tickets, and what is left of its allotment. Nothing of a visitor is in them. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "model/tour.h"

namespace kiosk::model {

inline constexpr int kMostOnTicket = 6;

struct TourTicket {
  std::string key;          // random, made when the seats are asked for: a retry is the same ticket
  std::string tour;         // Tour::id
  MinuteOfDay departure{};  // as printed
  int persons = 0;
  int number = 0;  // counted from 1 each day; 0: not yet known
  bool operator==(const TourTicket&) const = default;
};

// What families say at the meeting point: "T-07".
std::string ticket_label(int number);

// A ticket as it is kept, whatever became of it.
struct TourSeats {
  std::chrono::year_month_day day;
  int number = 0;
  std::string tour;         // Tour::id
  MinuteOfDay departure{};  // as printed
  int persons = 0;
  base::WallTime at{};
  std::optional<base::WallTime> returned_at;  // when the seats were given back
};

// Of one day, over all tickets of a departure.
struct TakenSeats {
  std::string tour;
  MinuteOfDay departure{};  // as printed
  int persons = 0;
  bool operator==(const TakenSeats&) const = default;
};

// Of this kiosk's allotment, never below 0.
int seats_left(const Tour& tour, MinuteOfDay printed, const std::vector<TakenSeats>& taken);

}  // namespace kiosk::model
