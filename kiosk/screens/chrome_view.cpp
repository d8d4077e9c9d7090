#include "screens/chrome_view.h"

namespace kiosk::screens {

std::vector<LanguageChoice> make_language_choices(const ViewContext& context) {
  std::vector<LanguageChoice> choices;
  for (Language language : base::kLanguages) {
    if (context.messages.coverage(language) < kCoverageForButton) continue;
    const bool selected = !context.session.visit.empty() && language == context.language();
    choices.push_back({language, "nav.language." + std::string(base::code(language)), locale::endonym(language), selected});
  }
  return choices;
}

NavView make_nav_view(const ViewContext& context) {
  NavView view;
  view.back = context.say("nav.back");
  view.home = context.say("nav.home");
  view.my_visit = context.say("nav.my_visit");
  view.done = context.say("nav.done");
  view.comfort = context.say("nav.comfort");
  view.can_go_back = !context.session.trail.empty();
  view.hearts = static_cast<std::int64_t>(context.session.hearts.size());
  view.screen = context.session.place.screen;
  view.languages = make_language_choices(context);
  return view;
}

ComfortView make_comfort_view(const ViewContext& context) {
  const session::Comfort& comfort = context.session.comfort;
  ComfortView view;
  view.title = context.say("comfort.title");
  view.text_size = context.say("comfort.text_size");
  view.sizes = {context.say("comfort.size_normal"), context.say("comfort.size_large"), context.say("comfort.size_largest")};
  view.size = comfort.text_size;
  view.contrast = context.say("comfort.contrast");
  view.contrast_line = context.say("comfort.contrast_line");
  view.high_contrast = comfort.high_contrast;
  view.motion = context.say("comfort.motion");
  view.motion_line = context.say("comfort.motion_line");
  view.reduced_motion = comfort.reduced_motion;
  view.on = context.say("comfort.on");
  view.off = context.say("comfort.off");
  view.close = context.say("comfort.close");
  return view;
}

IdleView make_idle_view(const ViewContext& context, int seconds) {
  IdleView view;
  view.title = context.say("idle.title");
  view.line = context.say("idle.line", {{"seconds", std::int64_t{seconds}}});
  view.stay = context.say("idle.stay");
  view.done = context.say("nav.done");
  view.seconds = seconds;
  return view;
}

}  // namespace kiosk::screens
