// The one function that changes a session. Pure: no clock, no I/O, no drawing; time comes in with the intent, what the world must do goes
// out as effects.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue.h"
#include "session/intents.h"
#include "session/state.h"

namespace kiosk::session {

struct IdleRules {
  std::chrono::seconds until_countdown{60};
  std::chrono::seconds until_countdown_in_form{90};  // whoever types a number looks it up first
  std::chrono::seconds until_countdown_listening{330};  // the longest recording and a little: whoever listens touches nothing
  std::chrono::seconds countdown{20};
  std::chrono::seconds staff{60};  // the staff pages close by themselves
  std::chrono::seconds staff_with_family{90};  // a counsellor reads a record and talks; nobody else does
};

struct Stepped {
  Session session;
  std::vector<Effect> effects;
};

// The next session. An intent that names something the catalogue does not have changes nothing. Never fails.
Stepped step(Session session, const Intent& intent, const model::Catalogue& catalogue, SteadyTime now, const IdleRules& rules = {});

// When a Tick will change something next; nothing on attract.
std::optional<SteadyTime> next_deadline(const Session& session, SteadyTime now, const IdleRules& rules = {});
// Whole seconds left of the countdown, rounded up; 0 unless the idle sheet is shown or the staff pages are about to close.
int countdown_seconds(const Session& session, SteadyTime now, const IdleRules& rules = {});

// The fields that the screen asks for, in the order of Tab; none outside a form.
std::vector<Field> fields_on_screen(const Session& session);

// The programs that pass the filters, in the operator's order.
std::vector<const model::Program*> filtered(const model::Catalogue& catalogue, const Filters& filters, const FinderAnswers& answers);

}  // namespace kiosk::session
