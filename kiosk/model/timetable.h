// Where the day stands: what is on now, what comes next. Pure; times are minutes since the local midnight of the event's day.
#pragma once

#include <cstdint>
#include <vector>

#include "model/catalogue.h"

namespace kiosk::model {

// The event's own day. Content without a date is about whichever day it is.
std::chrono::year_month_day event_day(const Event& event, std::chrono::year_month_day today);
// `time` of `today` by the clock of the event's day: less than 0 on a day before, more than 24 hours on one after.
MinuteOfDay event_minute(const Event& event, std::chrono::year_month_day today, MinuteOfDay time);

// As the day really goes: printed time plus delay.
MinuteOfDay real_start(const WorkshopSession& session);
MinuteOfDay real_end(const WorkshopSession& session);
MinuteOfDay real_start(const AgendaItem& item);
MinuteOfDay real_end(const AgendaItem& item);

enum class Phase : std::uint8_t {
  now,    // started, not yet over
  next,   // starts within the next hour
  later,  // starts after that, today
  over,
};

// A session that begins this minute is on now; one that ends this minute is over. A cancelled session is never on now: until its
// printed end it stays among those to come, so that families who wait for it read that it is cancelled.
Phase phase(const WorkshopSession& session, MinuteOfDay now);

// The sessions of one phase by real start.
std::vector<const WorkshopSession*> sessions_in(const Catalogue& catalogue, Phase wanted, MinuteOfDay now);

// The agenda item that is on, and the first one to come; nullptr when there is none.
const AgendaItem* agenda_now(const Catalogue& catalogue, MinuteOfDay now);
const AgendaItem* agenda_next(const Catalogue& catalogue, MinuteOfDay now);

}  // namespace kiosk::model
