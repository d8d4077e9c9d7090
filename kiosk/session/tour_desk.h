// Guided tours (V6): a departure is chosen, seats are asked for, the ticket is shown, seats are given back. Pure, like `step`.
#pragma once

#include <optional>
#include <vector>

#include "session/session.h"

namespace kiosk::session {

// Before the page of the tour `id` opens: it is looked at anew, unless there is an answer about it to be told.
void enter_tour(Session& session, const std::string& id);
// Gives the place to open when the intent leads to another. Answers of the store come here also when the visit is over: seats whose number
// nobody saw are given back.
std::optional<Place> step_tours(Session& session, const TourIntent& intent, const model::Catalogue& catalogue, std::vector<Effect>& effects);
// From the party back to the tour, and nowhere while seats are being taken; false when the screen itself is to be left.
bool step_back_tour(Session& session);
// After other content: what no longer exists is forgotten, but for tickets: their seats are taken, and the tour may come back.
void mend_tours(Session& session, const model::Catalogue& catalogue);

}  // namespace kiosk::session
