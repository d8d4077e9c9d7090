// Steps a session through intents, as the app does, and keeps the effects of the last one. For tests.
#pragma once

#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "session/session.h"

namespace kiosk::tests {

struct Driver {
  model::Catalogue catalogue;
  session::Session session;
  std::vector<session::Effect> effects;
  base::SteadyTime now{};

  Driver& does(const session::Intent& what) {
    session::Stepped stepped = session::step(session, what, catalogue, now);
    session = std::move(stepped.session);
    effects = std::move(stepped.effects);
    return *this;
  }
  Driver& types(const std::string& text) { return does(session::intent::TypeText{text}); }
  Driver& next() { return does(session::intent::FormNext{}); }
  session::ScreenId screen() const { return session.place.screen; }

  // The last of this kind that the last intent asked for; nullptr when there is none.
  template <class Wanted>
  const Wanted* effect() const {
    const Wanted* found = nullptr;
    for (const session::Effect& one : effects) {
      if (const auto* wanted = find<Wanted>(one)) found = wanted;
    }
    return found;
  }

 private:
  // Effects of the staff pages are a variant of their own inside.
  template <class Wanted, class... Effects>
  static const Wanted* find(const std::variant<Effects...>& one) {
    return std::visit(
        []<class Effect>(const Effect& effect) -> const Wanted* {
          if constexpr (std::is_same_v<Effect, Wanted>) {
            return &effect;
          } else if constexpr (std::is_same_v<Effect, session::StaffEffect>) {
            return find<Wanted>(effect);
          } else {
            return nullptr;
          }
        },
        one);
  }
};

// The least that a form needs: two programs, two institutes, a notice that is complete, what is asked of children.
inline model::Catalogue catalogue_with_notice() {
  model::Catalogue catalogue;
  for (const char* id : {"zellige", "pottery"}) {
    model::Program program;
    program.id = id;
    catalogue.programs.push_back(program);
  }
  for (const char* id : {"inezgane", "agadir"}) {
    model::Institute institute;
    institute.id = id;
    catalogue.institutes.push_back(institute);
  }
  catalogue.school_years = {{"primary-6", {}}, {"middle-3", {}}};
  catalogue.interest.age_bands = {{"12-14", 12, 14}, {"15-17", 15, 17}};
  model::Question question;
  question.id = "cost";
  catalogue.questions.push_back(question);
  for (model::LocalText* text : {&catalogue.notice.controller, &catalogue.notice.purposes, &catalogue.notice.recipients, &catalogue.notice.rights, &catalogue.notice.retention,
                                 &catalogue.notice.mandatory, &catalogue.notice.authorisation}) {
    text->in(base::Language::arabic) = "نص";
  }
  catalogue.notice.version = "2025-09";
  return catalogue;
}

}  // namespace kiosk::tests
