// When the session next changes by itself, and what the countdown shows.
#include <algorithm>

#include "session/session.h"
#include "session/staff.h"

namespace kiosk::session {

std::optional<SteadyTime> next_deadline(const Session& session, SteadyTime now, const IdleRules& rules) {
  if (is_staff(session.place.screen)) return staff_deadline(session, rules);
  if (session.visit.empty()) return std::nullopt;
  if (session.sheet != Sheet::idle) return session.last_touch + patience(session, rules);
  // The countdown shows whole seconds: wake at the next one.
  const auto left = session.idle_since + rules.countdown - now;
  const auto whole = std::chrono::floor<std::chrono::seconds>(left);
  return left == whole ? now + std::chrono::seconds(1) : now + (left - whole);
}

int countdown_seconds(const Session& session, SteadyTime now, const IdleRules& rules) {
  if (session.sheet != Sheet::idle) return 0;
  const auto left = std::chrono::ceil<std::chrono::seconds>(session.idle_since + rules.countdown - now);
  return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

}  // namespace kiosk::session
