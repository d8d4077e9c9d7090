// A way in words: each step as a whole sentence or two in the visitor's language, the same steps as plain text for a code, and why there is
// no way where there is none. Left and right are the building's own; the icons show the same side and are never mirrored.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screens/shown_way.h"

namespace kiosk::screens {

struct WayStep {
  Phrase text;
  std::string_view icon;   // "turn-right", "stairs-up", "arrive" …; to be drawn as it is in every language
  std::string floor;       // Floor::id where the step begins
  std::size_t stop = 0;    // it leads to way.rooms[way.walk.order[stop]]
  std::size_t first = 0;   // from way.walk.route.nodes[first]
  std::size_t last = 0;    // to way.walk.route.nodes[last]
  bool arrives = false;    // at the stop
};

std::vector<WayStep> way_steps(const ViewContext& context, const ShownWay& way);

// "45 metres · 1 minute · by the stairs".
Phrase way_summary(const ViewContext& context, const model::Route& route);

// Why no way leads to `room` (Room::id), and what to do about it.
Phrase why_no_way(const ViewContext& context, model::NoRoute why, std::string_view room);

// The way to a room, or a walk's own name.
Phrase way_title(const ViewContext& context, const ShownWay& way);
// "Stop 2: Zellige workshop"; `stop` as in WayStep.
Phrase stop_title(const ViewContext& context, const ShownWay& way, std::size_t stop);

// What goes onto a phone, of the steps that way_steps made: title, where it begins, the steps with their numbers, distance and minutes. UTF-8 lines with LF between them.
std::string way_text(const ViewContext& context, const ShownWay& way, const std::vector<WayStep>& steps);

// Metres as people say them: whole ones, above twenty in steps of five.
int told_metres(double metres);

}  // namespace kiosk::screens
