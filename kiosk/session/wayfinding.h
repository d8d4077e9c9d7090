// Finding the way (V6): which floor is looked at, a walk of one's own through several rooms, a tour's stops on the plan. Pure, like `step`.
#pragma once

#include <optional>

#include "session/session.h"

namespace kiosk::session {

inline constexpr std::size_t kMostStops = 12;  // of a walk of one's own: more is no walk that a family takes

// Before the map opens at `place`: the floor of its room is looked at, and nothing is searched any more.
void enter_map(Session& session, const model::Catalogue& catalogue, const Place& place);
// Gives the place to open when the intent leads to another. An intent that names something the catalogue does not have changes nothing.
std::optional<Place> step_wayfinding(Session& session, const WayfindingIntent& intent, const model::Catalogue& catalogue);
// A room back to what the map was opened with: the whole plan, a walk, or another room; false when that is shown already.
bool step_back_wayfinding(Session& session, const model::Catalogue& catalogue);
// After other content: what no longer exists is forgotten.
void mend_wayfinding(Session& session, const model::Catalogue& catalogue);

}  // namespace kiosk::session
