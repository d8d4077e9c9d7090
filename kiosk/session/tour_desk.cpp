#include "session/tour_desk.h"

#include <algorithm>

namespace kiosk::session {
namespace {

struct TourStepper {
  Session& session;
  const model::Catalogue& catalogue;
  std::vector<Effect>& effects;
  std::optional<Place> next = {};

  TourDesk& desk() const { return session.tours; }
  // The tour on screen when its page is at `step`; nullptr elsewhere.
  const model::Tour* at(TourStep step) const {
    if (session.place.screen != ScreenId::tour || desk().tour != session.place.subject || desk().step != step) return nullptr;
    return catalogue.tour(session.place.subject);
  }
  // The same until it is decided: also where the page shows the tour again because the departure has left.
  const model::Tour* undecided() const {
    for (const TourStep step : {TourStep::look, TourStep::party, TourStep::failed}) {
      if (const model::Tour* tour = at(step)) return tour;
    }
    return nullptr;
  }
  // What the store answered is told wherever the visitor has gone meanwhile.
  void lead_back() {
    if (session.place != Place{ScreenId::tour, desk().tour}) next = Place{ScreenId::tour, desk().tour};
  }
  void turn_to(TourStep step) const {
    desk().step = step;
    desk().notice = TourNotice::none;
    desk().asking_return.clear();
  }
  void send() const {
    turn_to(TourStep::saving);
    effects.emplace_back(effect::TakeTourSeats{desk().asked});
  }
  // Not the page of another tour.
  bool concerns_page(const std::string& key) const {
    const model::TourTicket* ticket = desk().ticket(key);
    return session.place.screen != ScreenId::tour || (ticket != nullptr && ticket->tour == session.place.subject);
  }
  bool waits_for(const std::string& key) const { return desk().step == TourStep::saving && desk().asked.key == key; }

  void operator()(const intent::ChooseDeparture& choose) const {
    const model::Tour* tour = undecided();
    if (tour == nullptr || tour->departure(choose.departure) == nullptr) return;
    turn_to(TourStep::look);
    desk().departure = choose.departure;
  }
  void operator()(const intent::SignUp& sign) const {
    const model::Tour* tour = undecided();
    if (tour == nullptr || tour->departure(sign.departure) == nullptr) return;
    turn_to(TourStep::party);
    desk().departure = sign.departure;
  }
  void operator()(const intent::ChooseTourParty& choose) const {
    const model::Tour* tour = at(TourStep::party);
    if (tour == nullptr || choose.persons < 1 || choose.persons > model::kMostOnTicket || !desk().departure) return;
    desk().asked = {choose.key, tour->id, *desk().departure, choose.persons, 0};
    send();
  }
  void operator()(const intent::RetrySeats&) const {
    if (at(TourStep::failed) != nullptr) send();
  }

  void operator()(const intent::SeatsTaken& taken) {
    if (!waits_for(taken.key)) {
      effects.emplace_back(effect::ReturnTourSeats{taken.key});
      return;
    }
    desk().asked.number = taken.number;
    desk().tickets.push_back(desk().asked);
    desk().shown = taken.key;
    turn_to(TourStep::ticket);
    lead_back();
  }
  void operator()(const intent::SeatsRefused& refused) {
    if (!waits_for(refused.key)) return;
    turn_to(refused.left > 0 ? TourStep::party : TourStep::look);
    desk().notice = TourNotice::refused;
    lead_back();
  }
  void operator()(const intent::SeatsNotTaken& failed) {
    if (!waits_for(failed.key)) return;
    turn_to(TourStep::failed);
    lead_back();
  }

  void operator()(const intent::ShowTicket& show) {
    const model::TourTicket* ticket = desk().ticket(show.key);
    if (ticket == nullptr || desk().step == TourStep::saving) return;
    turn_to(TourStep::ticket);
    desk().tour = ticket->tour;
    desk().shown = show.key;
    next = Place{ScreenId::tour, ticket->tour};
  }
  void operator()(const intent::LookAtTour&) const {
    if (desk().step != TourStep::saving) turn_to(TourStep::look);
  }
  void operator()(const intent::AskReturn& ask) const {
    if (desk().ticket(ask.key) != nullptr && desk().returning.empty()) desk().asking_return = ask.key;
  }
  void operator()(const intent::ReturnSeats& give_back) const {
    if (desk().ticket(give_back.key) == nullptr || !desk().returning.empty()) return;
    desk().returning = give_back.key;
    desk().asking_return.clear();
    desk().notice = TourNotice::none;
    effects.emplace_back(effect::ReturnTourSeats{give_back.key});
  }
  void operator()(const intent::SeatsReturned& returned) const {
    if (desk().returning != returned.key) return;
    const bool told_here = concerns_page(returned.key);
    std::erase_if(desk().tickets, [&](const model::TourTicket& ticket) { return ticket.key == returned.key; });
    desk().returning.clear();
    if (desk().step == TourStep::ticket && desk().shown == returned.key) desk().step = TourStep::look;
    if (told_here) desk().notice = TourNotice::returned;
  }
  void operator()(const intent::SeatsNotReturned& failed) const {
    if (desk().returning != failed.key) return;
    desk().returning.clear();
    if (concerns_page(failed.key)) desk().notice = TourNotice::not_returned;
  }

  void operator()(const intent::ToggleFamilyTours&) const {
    if (session.place.screen == ScreenId::tours) desk().for_families = !desk().for_families;
  }
};

}  // namespace

void enter_tour(Session& session, const std::string& id) {
  TourDesk& desk = session.tours;
  if (desk.step == TourStep::saving) return;
  desk.asking_return.clear();
  const bool answered = desk.step == TourStep::ticket || desk.step == TourStep::failed || desk.notice == TourNotice::refused;
  if (answered && desk.tour == id) return;
  desk.step = TourStep::look;
  desk.notice = TourNotice::none;
  desk.departure.reset();
  desk.tour = id;
}

std::optional<Place> step_tours(Session& session, const TourIntent& intent, const model::Catalogue& catalogue, std::vector<Effect>& effects) {
  TourStepper stepper{session, catalogue, effects};
  std::visit(stepper, intent);
  return stepper.next;
}

bool step_back_tour(Session& session) {
  TourDesk& desk = session.tours;
  if (session.place.screen != ScreenId::tour || desk.tour != session.place.subject) return false;
  if (desk.step == TourStep::saving) return true;
  if (desk.step != TourStep::party && desk.step != TourStep::failed) return false;
  desk.step = desk.step == TourStep::failed ? TourStep::party : TourStep::look;
  desk.notice = TourNotice::none;
  return true;
}

void mend_tours(Session& session, const model::Catalogue& catalogue) {
  TourDesk& desk = session.tours;
  if (desk.step == TourStep::saving) return;
  const model::Tour* tour = catalogue.tour(desk.tour);
  if (desk.departure && (tour == nullptr || tour->departure(*desk.departure) == nullptr)) desk.departure.reset();
  const bool stands = tour != nullptr && (desk.step == TourStep::ticket ? desk.ticket(desk.shown) != nullptr : desk.departure.has_value());
  if (!stands) desk.step = TourStep::look;
}

}  // namespace kiosk::session
