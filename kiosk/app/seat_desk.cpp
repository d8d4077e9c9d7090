#include "app/seat_desk.h"

#include <utility>

#include "base/log.h"

namespace kiosk::app {

namespace intent = session::intent;

std::function<void(session::TourIntent, bool)> SeatDesk::answerer() {
  return [this, inbox = p_.inbox](session::TourIntent intent, bool changed) {
    inbox->post([this, intent = std::move(intent), changed] {
      if (changed) count();
      p_.apply(intent);
    });
  };
}

void SeatDesk::take(const model::TourTicket& ticket, const model::Catalogue& catalogue, std::chrono::year_month_day today) {
  const model::Tour* tour = catalogue.tour(ticket.tour);
  if (p_.store == nullptr || tour == nullptr) return p_.apply(session::TourIntent(std::in_place_type<intent::SeatsNotTaken>, intent::SeatsNotTaken{ticket.key}));
  p_.store->take_seats({ticket, today, tour->seats_here, p_.clock.wall()}, [answer = answerer(), key = ticket.key](const base::Result<store::SeatsGiven>& given) {
    if (!given) {
      base::log_error(given.error().message);
      answer(session::TourIntent(std::in_place_type<intent::SeatsNotTaken>, intent::SeatsNotTaken{key}), false);
    } else if (given->number == 0) {
      answer(session::TourIntent(std::in_place_type<intent::SeatsRefused>, intent::SeatsRefused{key, given->left}), true);
    } else {
      answer(session::TourIntent(std::in_place_type<intent::SeatsTaken>, intent::SeatsTaken{key, given->number}), true);
    }
  });
}

void SeatDesk::give_back(const std::string& key) {
  if (p_.store == nullptr) return p_.apply(session::TourIntent(std::in_place_type<intent::SeatsNotReturned>, intent::SeatsNotReturned{key}));
  p_.store->return_seats(key, p_.clock.wall(), [answer = answerer(), key](const base::Result<void>& returned) {
    if (!returned) {
      base::log_error(returned.error().message);
      return answer(session::TourIntent(std::in_place_type<intent::SeatsNotReturned>, intent::SeatsNotReturned{key}), false);
    }
    answer(session::TourIntent(std::in_place_type<intent::SeatsReturned>, intent::SeatsReturned{key}), true);
  });
}

void SeatDesk::keep_day(std::chrono::year_month_day today) {
  if (today_ == today) return;
  today_ = today;
  taken_.clear();
  count();
  p_.facts_changed();
}

void SeatDesk::count() {
  if (p_.store == nullptr || !today_) return;
  p_.store->read_taken_seats(*today_, [this, inbox = p_.inbox, day = *today_](const base::Result<std::vector<model::TakenSeats>>& read) {
    if (!read) return base::log_error(read.error().message);
    inbox->post([this, day, taken = *read] {
      if (today_ != day || taken == taken_) return;
      taken_ = taken;
      p_.facts_changed();
    });
  });
}

}  // namespace kiosk::app
