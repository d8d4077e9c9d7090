// Finding one's craft: filters, search, the finder's two questions, comparing, how figures are read (V3, V4, V11). Pure, like `step`.
#pragma once

#include <optional>
#include <vector>

#include "session/session.h"

namespace kiosk::session {

// Outside a visit nothing changes; neither does an intent that names something the catalogue does not have.
void step_discovery(Session& session, const DiscoveryIntent& intent, const model::Catalogue& catalogue);
// One question of the finder or the search back; false when there is none to go back to on this screen.
bool step_back_discovery(Session& session);
// "Done" on the keyboard of a search goes to what was meant most likely; nothing while nothing is searched or found: the keyboard stays.
std::optional<Place> best_found(const Session& session, const model::Catalogue& catalogue);
// After other content: what no longer exists is forgotten.
void mend_discovery(Session& session, const model::Catalogue& catalogue);

inline constexpr int kYoungest = 10;
inline constexpr int kOldest = 60;

}  // namespace kiosk::session
