#include "model/timetable.h"

#include <algorithm>

namespace kiosk::model {
namespace {

constexpr std::chrono::minutes kNextWithin{60};

}  // namespace

std::chrono::year_month_day event_day(const Event& event, std::chrono::year_month_day today) { return event.date.value_or(today); }

MinuteOfDay event_minute(const Event& event, std::chrono::year_month_day today, MinuteOfDay time) {
  return std::chrono::sys_days(today) - std::chrono::sys_days(event_day(event, today)) + time;
}

MinuteOfDay real_start(const WorkshopSession& session) { return session.start + session.delay; }
MinuteOfDay real_end(const WorkshopSession& session) { return session.end + session.delay; }
MinuteOfDay real_start(const AgendaItem& item) { return item.start + item.delay; }
MinuteOfDay real_end(const AgendaItem& item) { return item.end + item.delay; }

Phase phase(const WorkshopSession& session, MinuteOfDay now) {
  if (now >= real_end(session)) return Phase::over;
  if (now >= real_start(session) && session.state != WorkshopState::cancelled) return Phase::now;
  return real_start(session) - now <= kNextWithin ? Phase::next : Phase::later;
}

std::vector<const WorkshopSession*> sessions_in(const Catalogue& catalogue, Phase wanted, MinuteOfDay now) {
  std::vector<const WorkshopSession*> found;
  for (const WorkshopSession& session : catalogue.workshops) {
    if (phase(session, now) == wanted) found.push_back(&session);
  }
  std::stable_sort(found.begin(), found.end(), [](const WorkshopSession* a, const WorkshopSession* b) {
    return real_start(*a) < real_start(*b);
  });
  return found;
}

const AgendaItem* agenda_now(const Catalogue& catalogue, MinuteOfDay now) {
  for (const AgendaItem& item : catalogue.agenda) {
    if (real_start(item) <= now && now < real_end(item)) return &item;
  }
  return nullptr;
}

const AgendaItem* agenda_next(const Catalogue& catalogue, MinuteOfDay now) {
  const AgendaItem* next = nullptr;
  for (const AgendaItem& item : catalogue.agenda) {
    if (real_start(item) > now && (next == nullptr || real_start(item) < real_start(*next))) next = &item;
  }
  return next;
}

}  // namespace kiosk::model
