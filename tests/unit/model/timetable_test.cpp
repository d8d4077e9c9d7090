// What is on now, what comes next.
#include "model/timetable.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;
using model::Phase;

namespace {

model::WorkshopSession from_to(std::chrono::minutes start, std::chrono::minutes end) {
  model::WorkshopSession session;
  session.id = "s";
  session.start = start;
  session.end = end;
  return session;
}

}  // namespace

TEST_CASE("a session is on from the minute it begins until the minute it ends") {
  const auto session = from_to(10h, 10h + 30min);
  CHECK(model::phase(session, 9h + 59min) == Phase::next);
  CHECK(model::phase(session, 10h) == Phase::now);
  CHECK(model::phase(session, 10h + 29min) == Phase::now);
  CHECK(model::phase(session, 10h + 30min) == Phase::over);
}

TEST_CASE("next is within the hour, later is after it") {
  const auto session = from_to(12h, 13h);
  CHECK(model::phase(session, 11h) == Phase::next);
  CHECK(model::phase(session, 10h + 59min) == Phase::later);
}

TEST_CASE("a delay moves beginning and end") {
  auto session = from_to(10h, 10h + 30min);
  session.delay = 20min;
  CHECK(model::phase(session, 10h + 10min) == Phase::next);
  CHECK(model::phase(session, 10h + 45min) == Phase::now);
  CHECK(model::phase(session, 10h + 50min) == Phase::over);
}

TEST_CASE("a cancelled session is never on, and is shown until its end") {
  auto session = from_to(10h, 10h + 30min);
  session.state = model::WorkshopState::cancelled;
  CHECK(model::phase(session, 10h + 10min) == Phase::next);
  CHECK(model::phase(session, 10h + 30min) == Phase::over);
}

TEST_CASE("sessions come in the order in which they really begin") {
  model::Catalogue catalogue;
  auto late = from_to(10h, 11h);
  late.id = "late";
  late.delay = 30min;
  auto second = from_to(10h + 10min, 11h);
  second.id = "second";
  catalogue.workshops = {late, second};
  const auto next = model::sessions_in(catalogue, Phase::next, 9h + 45min);
  REQUIRE(next.size() == 2);
  CHECK(next[0]->id == "second");
  CHECK(next[1]->id == "late");
}

TEST_CASE("the agenda says what is on and what comes next") {
  model::Catalogue catalogue;
  model::AgendaItem opening;
  opening.id = "opening";
  opening.start = 10h;
  opening.end = 10h + 30min;
  model::AgendaItem close = opening;
  close.id = "close";
  close.start = 16h;
  close.end = 17h;
  catalogue.agenda = {opening, close};
  CHECK(model::agenda_now(catalogue, 9h) == nullptr);
  CHECK(model::agenda_next(catalogue, 9h)->id == "opening");
  CHECK(model::agenda_now(catalogue, 10h + 5min)->id == "opening");
  CHECK(model::agenda_next(catalogue, 10h + 5min)->id == "close");
  CHECK(model::agenda_next(catalogue, 17h) == nullptr);
}
