// The day's programme (V12): what, when, in which hall, who speaks; what is on now stands out, what is over is quiet.
#pragma once

#include <string>
#include <vector>

#include "screens/context.h"

namespace kiosk::screens {

struct AgendaRow {
  std::string id;  // "agenda.opening"
  Phrase time;
  Phrase title;
  Phrase hall;
  std::vector<Phrase> speakers;  // role, and the name where it is given
  Phrase mark;                   // "Now" or "Next", else empty
  Phrase delayed;                // "20 minutes later", else empty
  std::string room;  // Room::id that a touch leads to on the map; empty when there is no way, or nothing to go to any more
  Phrase take_me;
  bool is_now = false;
  bool is_over = false;
  Phrase speaking;  // "Speaking now" above the speakers of what is on
};

struct AgendaView {
  Phrase title;
  Phrase date;
  Phrase recommendations_title;
  std::vector<Phrase> recommendations;  // in the closing of the day
  std::vector<AgendaRow> rows;
};

AgendaView make_agenda_view(const ViewContext& context);

}  // namespace kiosk::screens
