// "Everything 20 minutes later", and which part of the day it is.
#include <doctest/doctest.h>

#include "model/day_changes.h"
#include "model/timetable.h"

using namespace kiosk::model;
using namespace std::chrono_literals;

namespace {

AgendaItem item(std::string id, MinuteOfDay start, MinuteOfDay end, DayMode mode = DayMode::free_visit) {
  AgendaItem made;
  made.id = std::move(id);
  made.start = start;
  made.end = end;
  made.mode = mode;
  return made;
}

Catalogue morning() {
  Catalogue catalogue;
  catalogue.agenda = {item("welcome", 9h + 30min, 10h, DayMode::ceremony), item("opening", 10h, 10h + 30min, DayMode::ceremony),
                      item("visits", 11h, 12h, DayMode::tour), item("close", 16h + 30min, 17h, DayMode::closing)};
  WorkshopSession session;
  session.id = "zellige-1100";
  session.start = 11h;
  session.end = 11h + 30min;
  catalogue.workshops.push_back(session);
  return catalogue;
}

}  // namespace

TEST_CASE("what is over stays, what is on ends later, what is to come moves whole") {
  Catalogue catalogue = morning();
  apply({{10h + 15min, 20min}}, catalogue);
  CHECK(real_end(catalogue.agenda[0]) == 10h);
  CHECK(real_start(catalogue.agenda[1]) == 10h);
  CHECK(real_end(catalogue.agenda[1]) == 10h + 50min);
  CHECK(catalogue.agenda[1].delay == 0min);
  CHECK(real_start(catalogue.agenda[2]) == 11h + 20min);
  CHECK(real_end(catalogue.agenda[2]) == 12h + 20min);
  CHECK(real_start(catalogue.workshops[0]) == 11h + 20min);
  CHECK(agenda_now(catalogue, 10h + 45min) == &catalogue.agenda[1]);
}

TEST_CASE("a tour that has not left leaves later and is still known by its printed time; one under way goes on as it goes") {
  Catalogue catalogue = morning();
  Tour tour;
  tour.departures = {{10h, {}}, {11h, {}}};
  catalogue.tours.push_back(tour);
  apply({{10h + 15min, 20min}, {11h + 10min, 10min}}, catalogue);
  CHECK(catalogue.tours[0].departures[0].real() == 10h);
  CHECK(catalogue.tours[0].departures[1].printed == 11h);
  CHECK(catalogue.tours[0].departures[1].real() == 11h + 30min);
}

TEST_CASE("shifts add up in the order they were made, each seeing what the one before left") {
  Catalogue catalogue = morning();
  apply({{10h + 15min, 20min}, {11h + 10min, 10min}}, catalogue);
  // At 11:10 the visits had not begun: they had been put off to 11:20.
  CHECK(real_start(catalogue.agenda[2]) == 11h + 30min);
  CHECK(catalogue.agenda[2].delay == 30min);
  CHECK(DayChanges{{{10h, 20min}, {11h, 10min}}, {}}.total() == 30min);
}

TEST_CASE("the part of the day is that of the item that began last, until staff choose another") {
  const Catalogue catalogue = morning();
  CHECK(mode_at(catalogue, {}, 8h) == DayMode::ceremony);  // before the first item, what it will be
  CHECK(mode_at(catalogue, {}, 10h + 45min) == DayMode::ceremony);  // between two items
  CHECK(mode_at(catalogue, {}, 11h) == DayMode::tour);
  CHECK(mode_at(catalogue, {}, 20h) == DayMode::closing);
  CHECK(mode_at(catalogue, {{}, DayMode::free_visit}, 11h) == DayMode::free_visit);
  CHECK(mode_at(Catalogue{}, {}, 11h) == DayMode::free_visit);
}

TEST_CASE("a put-off ceremony puts off the change of mode with it") {
  Catalogue catalogue = morning();
  apply({{10h + 15min, 20min}}, catalogue);
  CHECK(mode_at(catalogue, {}, 11h + 10min) == DayMode::ceremony);
  CHECK(mode_at(catalogue, {}, 11h + 20min) == DayMode::tour);
}

TEST_CASE("every mode has an id that leads back to it") {
  for (const auto& [mode, name] : kDayModes) {
    CHECK(id(mode) == name);
    CHECK(day_mode(name) == mode);
  }
  CHECK_FALSE(day_mode("night").has_value());
}

TEST_CASE("on a day before the event's the kiosk serves a free visit, on its day what the agenda says") {
  using namespace std::chrono_literals;
  using namespace std::chrono;
  Catalogue catalogue = morning();
  catalogue.event.date = 2026y / February / 6;
  const auto mode_on = [&](year_month_day today, minutes time) { return mode_at(catalogue, {}, event_minute(catalogue.event, today, time)); };
  CHECK(mode_on(2026y / February / 6, 8h) == catalogue.agenda.front().mode);
  CHECK(mode_on(2026y / February / 3, 10h) == DayMode::free_visit);
  CHECK(mode_on(2026y / November / 6, 8h) == catalogue.agenda.back().mode);
  CHECK(event_minute(catalogue.event, 2026y / February / 5, 23h) == -60min);
  CHECK(event_minute(catalogue.event, 2026y / February / 7, 1h) == 25h);
  catalogue.event.date.reset();
  CHECK(event_minute(catalogue.event, 2026y / February / 3, 10h) == 10h);
}
