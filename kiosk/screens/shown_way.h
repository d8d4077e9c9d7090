// The way that the map shows, whichever screen tells of it: from this kiosk to the chosen room, or through the stops of a walk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/walk.h"
#include "screens/context.h"

namespace kiosk::screens {

struct ShownWay {
  std::vector<std::string> rooms;  // Room::id asked for; indices in `walk` are into it
  model::Walk walk;                // a way to one room is a walk with one stop; `walk.route` holds the start alone when nothing is reached
};

// Nothing when no room is chosen and no walk is shown, or when the plan does not say where this kiosk stands.
std::optional<ShownWay> shown_way(const ViewContext& context);

}  // namespace kiosk::screens
