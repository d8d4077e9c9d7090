#include "session/voice.h"

#include <algorithm>

namespace kiosk::session {
namespace {

const model::Voice* find_voice(const model::Catalogue& catalogue, const Place& place, const std::string& language) {
  const model::Program* program = place.screen == ScreenId::program ? catalogue.program(place.subject) : nullptr;
  if (program == nullptr) return nullptr;
  const auto found = std::find_if(program->voices.begin(), program->voices.end(), [&](const model::Voice& voice) { return voice.language == language; });
  return found == program->voices.end() ? nullptr : &*found;
}

}  // namespace

void toggle_voice(Session& session, const std::string& language, const model::Catalogue& catalogue) {
  if (session.visit.empty() || find_voice(catalogue, session.place, language) == nullptr) return;
  session.voice = session.voice == language ? std::string() : language;
}

Heard heard(const Session& session) { return {session.visit, session.place, session.voice}; }

void settle_voice(const Heard& before, Session& session, const model::Catalogue& catalogue, std::vector<Effect>& effects) {
  const model::Voice* voice = session.voice.empty() ? nullptr : find_voice(catalogue, session.place, session.voice);
  if (session.place != before.place || session.visit != before.visit) voice = nullptr;
  if (voice == nullptr) session.voice.clear();
  if (session.voice == before.language) return;
  if (voice != nullptr) {
    effects.emplace_back(effect::PlayVoice{voice->file});
  } else {
    effects.emplace_back(effect::StopVoice{});
  }
}

}  // namespace kiosk::session
