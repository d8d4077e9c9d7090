#include "model/tour_seats.h"

#include <algorithm>

#include "base/format.h"

namespace kiosk::model {

std::string ticket_label(int number) { return fmt::format("T-{:02}", number); }

int seats_left(const Tour& tour, MinuteOfDay printed, const std::vector<TakenSeats>& taken) {
  int left = tour.seats_here;
  for (const TakenSeats& one : taken) {
    if (one.tour == tour.id && one.departure == printed) left -= one.persons;
  }
  return std::max(0, left);
}

}  // namespace kiosk::model
