// The named states of the guided tours: the list, one tour, signing up, the ticket.
#include <algorithm>

#include "app/states_parts.h"

namespace kiosk::app {
namespace {

using session::ScreenId;
using session::Session;
using session::TextSize;
using session::TourStep;

// At a step of signing up for the tour's first departure, two persons.
Session tour_at(const model::Tour& tour, TourStep step) {
  Session session = at(ScreenId::tour, tour.id);
  session.tours.tour = tour.id;
  session.tours.step = step;
  session.tours.departure = tour.departures.front().printed;
  session.tours.asked = {"preview", tour.id, tour.departures.front().printed, 2, 7};
  if (step == TourStep::ticket) {
    session.tours.tickets = {session.tours.asked};
    session.tours.shown = "preview";
  }
  return session;
}

void add_tour(const model::Tour& tour, const AddState& add) {
  const model::MinuteOfDay leaves = tour.departures.front().printed;
  constexpr std::chrono::minutes kIntoTour{15};
  const std::vector<model::TakenSeats> none_left{{tour.id, leaves, tour.seats_here}};
  add("tour", at(ScreenId::tour, tour.id));
  add("tour-under-way", at(ScreenId::tour, tour.id)).time = leaves + kIntoTour;
  add("tour-under-way-high-contrast", contrasted(at(ScreenId::tour, tour.id))).time = leaves + kIntoTour;
  add("tour-over", at(ScreenId::tour, tour.id)).time = std::chrono::hours(23);
  add("tour-party", tour_at(tour, TourStep::party));
  add("tour-party-text-150", sized(tour_at(tour, TourStep::party), TextSize::largest));
  add("tour-saving", tour_at(tour, TourStep::saving));
  add("tour-failed", tour_at(tour, TourStep::failed));
  add("tour-full", tour_at(tour, TourStep::look)).taken_seats = none_left;
  add("tour-ticket", tour_at(tour, TourStep::ticket));
  add("tour-ticket-text-150", sized(tour_at(tour, TourStep::ticket), TextSize::largest));
  Session kept = tour_at(tour, TourStep::ticket);
  kept.tours.notice = session::TourNotice::not_returned;
  add("tour-ticket-kept", kept);
  Session returned = tour_at(tour, TourStep::look);
  returned.tours.notice = session::TourNotice::returned;
  add("tour-returned", returned);
  add("tour-text-150", sized(at(ScreenId::tour, tour.id), TextSize::largest)).time = leaves + kIntoTour;
}

}  // namespace

void add_tour_states(const model::Catalogue& catalogue, const AddState& add) {
  if (catalogue.tours.empty()) return;
  add("tours", at(ScreenId::tours));
  add("tours-hearts", with_hearts(at(ScreenId::tours), catalogue));
  Session families = with_hearts(at(ScreenId::tours), catalogue);
  families.tours.for_families = true;
  families.map.step_free = true;
  add("tours-families", families).time = catalogue.tours.front().departures.empty() ? std::chrono::hours(10) : catalogue.tours.front().departures.front().printed + std::chrono::minutes(15);
  add("tours-over", at(ScreenId::tours)).time = std::chrono::hours(23);
  add("tours-high-contrast", contrasted(with_hearts(at(ScreenId::tours), catalogue)));
  add("tours-text-150", sized(with_hearts(at(ScreenId::tours), catalogue), TextSize::largest));
  const auto tour = std::find_if(catalogue.tours.begin(), catalogue.tours.end(), [](const model::Tour& one) { return !one.departures.empty() && one.seats_here > 0; });
  if (tour == catalogue.tours.end()) return;
  add_tour(*tour, add);
  Session visit = with_hearts(at(ScreenId::my_visit), catalogue);
  visit.tours = tour_at(*tour, TourStep::ticket).tours;
  add("my_visit-ticket", visit);
}

}  // namespace kiosk::app
