#include "model/day_changes.h"

#include <algorithm>
#include <numeric>

#include "model/timetable.h"

namespace kiosk::model {
namespace {

// `delay` moves both ends; where only the end moves, the end itself does.
template <class Timed>
void apply(const Shift& shift, Timed& timed) {
  if (real_start(timed) >= shift.at) {
    timed.delay += shift.by;
  } else if (real_end(timed) > shift.at) {
    timed.end += shift.by;
  }
}

}  // namespace

std::string_view id(DayMode mode) {
  const auto found = std::find_if(kDayModes.begin(), kDayModes.end(), [&](const auto& one) { return one.first == mode; });
  return found == kDayModes.end() ? std::string_view() : found->second;
}

std::optional<DayMode> day_mode(std::string_view id) {
  for (const auto& [mode, name] : kDayModes) {
    if (name == id) return mode;
  }
  return std::nullopt;
}

std::chrono::minutes DayChanges::total() const {
  return std::accumulate(shifts.begin(), shifts.end(), std::chrono::minutes(0), [](std::chrono::minutes sum, const Shift& one) { return sum + one.by; });
}

void apply(const std::vector<Shift>& shifts, Catalogue& catalogue) {
  for (const Shift& shift : shifts) {
    for (WorkshopSession& session : catalogue.workshops) apply(shift, session);
    for (AgendaItem& item : catalogue.agenda) apply(shift, item);
    for (Tour& tour : catalogue.tours) {
      for (Departure& departure : tour.departures) {
        if (departure.real() >= shift.at) departure.delay += shift.by;
      }
    }
  }
}

DayMode mode_at(const Catalogue& catalogue, const DayChanges& changes, MinuteOfDay now) {
  if (changes.mode) return *changes.mode;
  if (now < MinuteOfDay(0)) return DayMode::free_visit;
  const AgendaItem* last_begun = nullptr;
  for (const AgendaItem& item : catalogue.agenda) {
    if (real_start(item) <= now && (last_begun == nullptr || real_start(item) >= real_start(*last_begun))) last_begun = &item;
  }
  if (last_begun != nullptr) return last_begun->mode;
  return catalogue.agenda.empty() ? DayMode::free_visit : catalogue.agenda.front().mode;
}

}  // namespace kiosk::model
