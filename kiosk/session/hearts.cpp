#include "session/hearts.h"

#include <algorithm>

namespace kiosk::session {
namespace {

// Two taps on one heart that follow each other as closely are one.
constexpr std::chrono::milliseconds kSecondTap{400};

bool exists(const model::Catalogue& catalogue, const Heart& heart) {
  return heart.kind == HeartKind::program ? catalogue.program(heart.id) != nullptr : catalogue.workshop(heart.id) != nullptr;
}

}  // namespace

void toggle_heart(Session& session, const Heart& heart, const model::Catalogue& catalogue, SteadyTime now, std::vector<Effect>& effects) {
  if (!exists(catalogue, heart)) return;
  if (session.last_heart == heart && now < session.last_heart_at + kSecondTap) return;
  session.last_heart = heart;
  session.last_heart_at = now;
  const auto found = std::find(session.hearts.begin(), session.hearts.end(), heart);
  const bool kept = found == session.hearts.end();
  if (kept) {
    session.hearts.push_back(heart);
  } else {
    session.hearts.erase(found);
  }
  effects.emplace_back(effect::HeartChanged{session.visit, heart.kind, heart.id, kept});
}

void mend_hearts(Session& session, const model::Catalogue& catalogue) {
  std::erase_if(session.hearts, [&](const Heart& heart) { return !exists(catalogue, heart); });
}

}  // namespace kiosk::session
