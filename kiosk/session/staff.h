// The steps of the staff pages (S1–S3, T9, T10): the PIN pad, the pages behind it, the export, the day. Pure, like `step`.
#pragma once

#include <vector>

#include "session/session.h"

namespace kiosk::session {

bool is_staff(ScreenId screen);

// The PIN pad in `language`, before anything is known of the PIN.
void open_staff(Session& session, Language language, SteadyTime now, std::vector<Effect>& effects);
// Attract again; nothing of what staff saw stays.
void leave_staff(Session& session, Language language, SteadyTime now, std::vector<Effect>& effects);
// Outside the staff pages nothing changes.
void step_staff(Session& session, const StaffIntent& intent, const model::Catalogue& catalogue, std::vector<Effect>& effects);
// When the staff pages close by themselves: never while an export is being written or a backup taken over.
std::optional<SteadyTime> staff_deadline(const Session& session, const IdleRules& rules);

}  // namespace kiosk::session
