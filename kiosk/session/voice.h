// A trainer's recording is heard on its program's page and nowhere else (V22). Pure, as `step` is.
#pragma once

#include <string>
#include <vector>

#include "session/intents.h"

namespace kiosk::session {

// Begins the recording in `language` of the program on screen, or ends it when it is playing. Nothing where the program has none.
void toggle_voice(Session& session, const std::string& language, const model::Catalogue& catalogue);

// After any intent: a recording begun in `before` is over where its page was left, its visit has ended or its program has lost it. Says what
// the world must do when what is heard has changed.
struct Heard {
  std::string visit;
  Place place;
  std::string language;  // empty: nothing
};
Heard heard(const Session& session);
void settle_voice(const Heard& before, Session& session, const model::Catalogue& catalogue, std::vector<Effect>& effects);

}  // namespace kiosk::session
