// When time alone changes something: the countdown that ends a visit, and the one before the staff pages close.
#include <algorithm>

#include "session/forms.h"
#include "session/session.h"
#include "session/staff.h"

namespace kiosk::session {
namespace {

// A countdown shows whole seconds: wake at the next one.
SteadyTime next_second(SteadyTime end, SteadyTime now) {
  const auto left = end - now;
  const auto whole = std::chrono::floor<std::chrono::seconds>(left);
  return left == whole ? now + std::chrono::seconds(1) : now + (left - whole);
}

// The end of the countdown that is shown, or would be at its time; nothing where none will be.
std::optional<SteadyTime> countdown_end(const Session& session, const IdleRules& rules) {
  if (is_staff(session.place.screen)) return staff_deadline(session, rules);
  if (session.sheet != Sheet::idle) return std::nullopt;
  return session.idle_since + rules.countdown;
}

}  // namespace

std::optional<SteadyTime> next_deadline(const Session& session, SteadyTime now, const IdleRules& rules) {
  const bool staff = is_staff(session.place.screen);
  if (!staff && session.visit.empty()) return std::nullopt;
  const auto end = countdown_end(session, rules);
  if (!end) return staff ? std::nullopt : std::optional(session.last_touch + patience(session, rules));
  const SteadyTime begins = *end - rules.countdown;
  return now < begins ? begins : std::min(*end, next_second(*end, now));
}

int countdown_seconds(const Session& session, SteadyTime now, const IdleRules& rules) {
  const auto end = countdown_end(session, rules);
  if (!end || now < *end - rules.countdown) return 0;
  const auto left = std::chrono::ceil<std::chrono::seconds>(*end - now);
  return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

}  // namespace kiosk::session
