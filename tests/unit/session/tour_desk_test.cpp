// Signing up for a guided tour: a departure, how many, the store's word, the ticket, and giving it back.
#include <doctest/doctest.h>

#include "unit/session/driver.h"

using namespace kiosk;
using namespace std::chrono_literals;
using session::ScreenId;
using session::TourIntent;
using session::TourNotice;
using session::TourStep;
namespace intent = session::intent;
namespace effect = session::effect;

namespace {

constexpr model::MinuteOfDay kMorning = 10h + 30min;

struct Visitor : tests::Driver {
  Visitor() {
    for (const char* id : {"families", "fire"}) {
      model::Tour tour;
      tour.id = id;
      tour.departures = {{kMorning, {}}, {11h + 30min, {}}};
      tour.stops = {{"zellige", 10min}};
      tour.capacity = 20;
      tour.seats_here = 10;
      catalogue.tours.push_back(tour);
    }
    does(intent::Begin{base::Language::arabic, "visit"}).does(intent::Open{ScreenId::tours, {}}).does(intent::Open{ScreenId::tour, "families"});
  }
  Visitor& does(const session::Intent& what) {
    Driver::does(what);
    return *this;
  }
  template <class Wish>
  Visitor& wants(Wish wish) {
    does(session::Intent(std::in_place_type<TourIntent>, std::move(wish)));
    return *this;
  }
  // Two seats of the first departure, until the store is asked.
  Visitor& asks(const std::string& key = "k") { return wants(intent::SignUp{kMorning}).wants(intent::ChooseTourParty{2, key}); }
  const session::TourDesk& desk() const { return session.tours; }
};

}  // namespace

TEST_CASE("two seats: chosen, asked for, and said once the store has kept them") {
  Visitor visitor;
  visitor.wants(intent::ChooseDeparture{11h + 30min});
  CHECK(visitor.desk().departure == 11h + 30min);
  visitor.asks();
  CHECK(visitor.desk().step == TourStep::saving);
  const auto* asked = visitor.effect<effect::TakeTourSeats>();
  REQUIRE(asked != nullptr);
  CHECK(asked->ticket == model::TourTicket{"k", "families", kMorning, 2, 0});
  CHECK(visitor.desk().tickets.empty());
  visitor.wants(intent::SeatsTaken{"k", 7});
  CHECK(visitor.desk().step == TourStep::ticket);
  REQUIRE(visitor.desk().tickets.size() == 1);
  CHECK(visitor.desk().tickets.front().number == 7);
}

TEST_CASE("a second touch while the first is on its way asks for nothing more, and back waits") {
  Visitor visitor;
  visitor.asks().wants(intent::ChooseTourParty{2, "another"});
  CHECK(visitor.effect<effect::TakeTourSeats>() == nullptr);
  visitor.wants(intent::ChooseDeparture{11h + 30min}).does(intent::Back{});
  CHECK(visitor.desk().step == TourStep::saving);
  CHECK(visitor.screen() == ScreenId::tour);
}

TEST_CASE("what could not be kept is tried again as the same ticket") {
  Visitor visitor;
  visitor.asks().wants(intent::SeatsNotTaken{"k"});
  CHECK(visitor.desk().step == TourStep::failed);
  visitor.wants(intent::RetrySeats{});
  REQUIRE(visitor.effect<effect::TakeTourSeats>() != nullptr);
  CHECK(visitor.effect<effect::TakeTourSeats>()->ticket.key == "k");
  visitor.wants(intent::SeatsTaken{"k", 1});
  CHECK(visitor.desk().tickets.size() == 1);
}

TEST_CASE("seats that went meanwhile lead back to how many, or to the tour when none is left") {
  Visitor visitor;
  visitor.asks().wants(intent::SeatsRefused{"k", 1});
  CHECK(visitor.desk().step == TourStep::party);
  CHECK(visitor.desk().notice == TourNotice::refused);
  visitor.wants(intent::ChooseTourParty{1, "k2"}).wants(intent::SeatsRefused{"k2", 0});
  CHECK(visitor.desk().step == TourStep::look);
  CHECK(visitor.desk().tickets.empty());
  visitor.wants(intent::ChooseDeparture{11h + 30min});
  CHECK(visitor.desk().notice == TourNotice::none);
}

TEST_CASE("seats are given back while the ticket is on screen or from my visit, and only once") {
  Visitor visitor;
  visitor.asks().wants(intent::SeatsTaken{"k", 7}).wants(intent::ReturnSeats{"k"});
  REQUIRE(visitor.effect<effect::ReturnTourSeats>() != nullptr);
  CHECK(visitor.effect<effect::ReturnTourSeats>()->key == "k");
  visitor.wants(intent::ReturnSeats{"k"});
  CHECK(visitor.effect<effect::ReturnTourSeats>() == nullptr);
  visitor.wants(intent::SeatsNotReturned{"k"});
  CHECK(visitor.desk().notice == TourNotice::not_returned);
  CHECK(visitor.desk().tickets.size() == 1);
  visitor.does(intent::Open{ScreenId::my_visit, {}}).wants(intent::ReturnSeats{"k"}).wants(intent::SeatsReturned{"k"});
  CHECK(visitor.desk().tickets.empty());
  CHECK(visitor.desk().step == TourStep::look);
  visitor.wants(intent::ReturnSeats{"somebody else's"});
  CHECK(visitor.effect<effect::ReturnTourSeats>() == nullptr);
}

TEST_CASE("a ticket of this visit is opened from elsewhere, and its page leads back to where one came from") {
  Visitor visitor;
  visitor.asks().wants(intent::SeatsTaken{"k", 7}).does(intent::Open{ScreenId::my_visit, {}}).does(intent::Open{ScreenId::tour, "fire"});
  CHECK(visitor.desk().step == TourStep::look);
  visitor.does(intent::Back{}).wants(intent::ShowTicket{"k"});
  CHECK(visitor.session.place == session::Place{ScreenId::tour, "families"});
  CHECK(visitor.desk().step == TourStep::ticket);
  visitor.does(intent::Back{});
  CHECK(visitor.screen() == ScreenId::my_visit);
  visitor.wants(intent::ShowTicket{"k"}).wants(intent::LookAtTour{});
  CHECK(visitor.desk().step == TourStep::look);
}

TEST_CASE("back from how many is the tour, then the list") {
  Visitor visitor;
  visitor.wants(intent::SignUp{kMorning}).does(intent::Back{});
  CHECK(visitor.desk().step == TourStep::look);
  visitor.does(intent::Back{});
  CHECK(visitor.screen() == ScreenId::tours);
}

TEST_CASE("seats kept for a visit that has ended are free again: nobody saw their number") {
  Visitor visitor;
  visitor.asks().does(intent::Done{});
  CHECK(visitor.desk() == session::TourDesk{});
  visitor.wants(intent::SeatsTaken{"k", 7});
  REQUIRE(visitor.effect<effect::ReturnTourSeats>() != nullptr);
  CHECK(visitor.effect<effect::ReturnTourSeats>()->key == "k");
  CHECK(visitor.desk().tickets.empty());
}

TEST_CASE("what does not exist changes nothing, and another language or content keeps the ticket") {
  Visitor visitor;
  const auto before = visitor.session;
  visitor.wants(intent::ChooseDeparture{12h}).wants(intent::SignUp{12h}).wants(intent::ChooseTourParty{2, "k"}).wants(intent::ShowTicket{"k"}).does(intent::Open{ScreenId::tour, "gone"});
  CHECK(visitor.session == before);
  visitor.wants(intent::SignUp{kMorning}).wants(intent::ChooseTourParty{7, "k"});
  CHECK(visitor.desk().step == TourStep::party);
  visitor.wants(intent::ChooseTourParty{2, "k"}).wants(intent::SeatsTaken{"k", 7}).does(intent::ChooseLanguage{base::Language::french});
  CHECK(visitor.desk().step == TourStep::ticket);
  visitor.does(intent::ContentChanged{base::Language::arabic, false});
  CHECK(visitor.desk().tickets.size() == 1);
  visitor.catalogue.tours.erase(visitor.catalogue.tours.begin());
  visitor.does(intent::ContentChanged{base::Language::arabic, false});
  CHECK(visitor.desk().tickets.size() == 1);  // its seats are taken, and the tour may come back
  CHECK(visitor.screen() == ScreenId::home);
}

TEST_CASE("back into another tour leads to a page that can be used") {
  Visitor visitor;
  visitor.does(intent::Open{ScreenId::tour, "fire"}).does(intent::Back{});
  CHECK(visitor.session.place == session::Place{ScreenId::tour, "families"});
  visitor.wants(intent::SignUp{kMorning});
  CHECK(visitor.desk().step == TourStep::party);
}

TEST_CASE("what the store says leads the visitor back who has gone on meanwhile") {
  for (const bool taken : {true, false}) {
    Visitor visitor;
    visitor.asks().does(intent::Open{ScreenId::tour, "fire"});
    CHECK(visitor.desk().step == TourStep::saving);
    taken ? visitor.wants(intent::SeatsTaken{"k", 7}) : visitor.wants(intent::SeatsNotTaken{"k"});
    CHECK(visitor.session.place == session::Place{ScreenId::tour, "families"});
    CHECK(visitor.desk().step == (taken ? TourStep::ticket : TourStep::failed));
  }
}

TEST_CASE("where the departure leaves while one chooses how many, another is chosen at once") {
  Visitor visitor;
  visitor.wants(intent::SignUp{kMorning}).wants(intent::ChooseDeparture{11h + 30min});
  CHECK(visitor.desk().step == TourStep::look);
  CHECK(visitor.desk().departure == 11h + 30min);
  visitor.asks().wants(intent::SeatsNotTaken{"k"}).wants(intent::SignUp{11h + 30min});
  CHECK(visitor.desk().step == TourStep::party);
}

TEST_CASE("seats are given back by a second touch: the first asks, and going elsewhere forgets it") {
  Visitor visitor;
  visitor.asks().wants(intent::SeatsTaken{"k", 7}).wants(intent::AskReturn{"k"});
  CHECK(visitor.desk().asking_return == "k");
  CHECK(visitor.desk().returning.empty());
  visitor.wants(intent::LookAtTour{});
  CHECK(visitor.desk().asking_return.empty());
}

TEST_CASE("seats given back are told on the page of their tour alone") {
  Visitor visitor;
  visitor.asks().wants(intent::SeatsTaken{"k", 7}).wants(intent::ReturnSeats{"k"}).does(intent::Open{ScreenId::tour, "fire"}).wants(intent::SeatsReturned{"k"});
  CHECK(visitor.desk().notice == TourNotice::none);
  CHECK(visitor.desk().tickets.empty());
}

TEST_CASE("a departure that the content lost is no longer signed up for") {
  Visitor visitor;
  visitor.wants(intent::SignUp{kMorning});
  visitor.catalogue.tours.front().departures.erase(visitor.catalogue.tours.front().departures.begin());
  visitor.does(intent::ContentChanged{base::Language::arabic, false});
  CHECK(visitor.desk().step == TourStep::look);
  CHECK_FALSE(visitor.desk().departure.has_value());
}

TEST_CASE("for families and without stairs are wishes on the list, the second shared with the map") {
  Visitor visitor;
  visitor.wants(intent::ToggleFamilyTours{});
  CHECK_FALSE(visitor.desk().for_families);
  visitor.does(intent::Back{}).wants(intent::ToggleFamilyTours{}).does(session::Intent(std::in_place_type<session::WayfindingIntent>, intent::ToggleStepFree{}));
  CHECK(visitor.desk().for_families);
  CHECK(visitor.session.map.step_free);
}
