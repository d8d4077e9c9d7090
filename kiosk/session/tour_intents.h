// What the visitor wants of guided tours, and what the world answers. Part of intents.h.
#pragma once

#include <string>
#include <variant>

#include "model/tour_seats.h"

namespace kiosk::session {

namespace intent {
struct ChooseDeparture { model::MinuteOfDay departure; };  // as printed, of the tour on screen
struct SignUp { model::MinuteOfDay departure; };
struct ChooseTourParty { int persons; std::string key; };  // hands it in; `key` is a fresh random key
struct RetrySeats {};                                      // after a failure: the same ticket again
struct SeatsTaken { std::string key; int number; };
struct SeatsRefused { std::string key; int left; };  // not enough are left; nothing was taken
struct SeatsNotTaken { std::string key; };           // could not be stored
struct ShowTicket { std::string key; };              // of this visit: opens its tour's page
struct LookAtTour {};                                // from the ticket or the party back to the tour itself
struct AskReturn { std::string key; };  // a ticket is to be given back: asked once more before it is
struct ReturnSeats { std::string key; };             // gives a ticket of this visit back
struct SeatsReturned { std::string key; };
struct SeatsNotReturned { std::string key; };
struct ToggleFamilyTours {};    // the own tour and the list: for families only, or all
}  // namespace intent

using TourIntent = std::variant<intent::ChooseDeparture, intent::SignUp, intent::ChooseTourParty, intent::RetrySeats, intent::SeatsTaken, intent::SeatsRefused,
                                intent::SeatsNotTaken, intent::ShowTicket, intent::LookAtTour, intent::AskReturn, intent::ReturnSeats, intent::SeatsReturned,
                                intent::SeatsNotReturned, intent::ToggleFamilyTours>;

namespace effect {
struct TakeTourSeats { model::TourTicket ticket; };  // answered by SeatsTaken, SeatsRefused or SeatsNotTaken; without number
struct ReturnTourSeats { std::string key; };         // answered by SeatsReturned or SeatsNotReturned
}  // namespace effect

}  // namespace kiosk::session
