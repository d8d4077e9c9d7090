// Seats of guided tours: asks the store for them, gives them back, and holds what this kiosk gave away today, which the views show. Used from
// the drawing thread; the store's answers come back through the inbox.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/inbox.h"
#include "base/clock.h"
#include "model/catalogue.h"
#include "session/intents.h"
#include "store/store.h"

namespace kiosk::app {

class SeatDesk {
 public:
  struct Parts {
    store::Store* store = nullptr;  // nullptr: no seat can be taken
    const base::Clock& clock;
    std::shared_ptr<Inbox> inbox;
    std::function<void(const session::Intent&)> apply;  // takes an answer
    std::function<void()> facts_changed;                // the view is to be made anew
  };
  explicit SeatDesk(Parts parts) : p_(std::move(parts)) {}

  // For a departure of `today`.
  void take(const model::TourTicket& ticket, const model::Catalogue& catalogue, std::chrono::year_month_day today);
  void give_back(const std::string& key);
  // Counts what is taken when the day has begun or the kiosk has.
  void keep_day(std::chrono::year_month_day today);
  const std::vector<model::TakenSeats>& taken() const { return taken_; }

 private:
  void count();
  // Gives an answer from any thread; `changed`: what is taken is counted anew.
  std::function<void(session::TourIntent, bool changed)> answerer();

  Parts p_;
  std::optional<std::chrono::year_month_day> today_;
  std::vector<model::TakenSeats> taken_;
};

}  // namespace kiosk::app
