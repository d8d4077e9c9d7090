// The counsellor's desk behind the staff PIN (S8): a family's record by its receipt code or from the list, its notes, corrections and erasure. What
// the record says is no part of the session: the view takes it from the staff's facts. Pure, like `step`.
#pragma once

#include <vector>

#include "session/session.h"

namespace kiosk::session {

// Only while the staff pages are unlocked.
void step_desk(Session& session, const DeskIntent& intent, std::vector<Effect>& effects);
// "Continue" or "save" on a staff page with fields.
void enter_staff_form(Session& session, std::vector<Effect>& effects);
// Forgets the family that is open.
void close_family(Session& session);
// Whoever leaves a half-typed answer, or is away when the pages close, finds it again behind the PIN.
void keep_draft(Session& session, std::vector<Effect>& effects);

}  // namespace kiosk::session
