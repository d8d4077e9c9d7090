// What the visitor keeps: programs and workshops with a heart (V5). Pure, like `step`.
#pragma once

#include <vector>

#include "session/session.h"

namespace kiosk::session {

// Gives the heart or takes it back, and tells the world. What the catalogue does not have changes nothing, nor does a second tap that follows
// the first at once: a nervous hand means one.
void toggle_heart(Session& session, const Heart& heart, const model::Catalogue& catalogue, SteadyTime now, std::vector<Effect>& effects);

// After other content: what no longer exists is forgotten.
void mend_hearts(Session& session, const model::Catalogue& catalogue);

}  // namespace kiosk::session
