#include "screens/chrome_view.h"

#include "session/details.h"
#include "session/forms.h"

namespace kiosk::screens {

std::vector<LanguageChoice> make_language_choices(const ViewContext& context) {
  std::vector<LanguageChoice> choices;
  for (Language language : base::kLanguages) {
    if (context.messages.coverage(language) < kCoverageForButton) continue;
    const bool selected = context.session.place.screen != session::ScreenId::attract && language == context.language();
    choices.push_back({language, "nav.language." + std::string(base::code(language)), locale::endonym(language), selected});
  }
  return choices;
}

NavView make_nav_view(const ViewContext& context) {
  using session::ScreenId;
  const ScreenId screen = context.session.place.screen;
  NavView view;
  view.telling = session::is_telling(context.session);
  if (!context.session.trail.empty()) view.items.push_back({"nav.back", context.say("nav.back"), "back", false, session::intent::Back{}});
  view.items.push_back({"nav.home", context.say("nav.home"), "home", screen == ScreenId::home, session::intent::Open{ScreenId::home, {}}});
  view.items.push_back({"nav.my_visit", context.say("nav.my_visit"), context.session.hearts.empty() ? "heart" : "heart-filled", screen == ScreenId::my_visit,
                        session::intent::Open{ScreenId::my_visit, {}}});
  view.items.push_back({"nav.comfort", context.say("nav.comfort"), "comfort", false, session::intent::OpenComfort{}});
  view.items.push_back({"nav.done", context.say("nav.done"), view.telling ? "exit" : "done", false, session::intent::Done{}});
  view.languages = make_language_choices(context);
  return view;
}

NavView make_staff_nav_view(const ViewContext& context) {
  using session::ScreenId;
  const ScreenId screen = context.session.place.screen;
  NavView view;
  const auto page = [&](std::string_view id, std::string_view key, std::string_view icon, ScreenId opens) {
    view.items.push_back({id, context.say(key), icon, screen == opens, session::StaffIntent(session::intent::OpenStaffPage{opens})});
  };
  if (screen != ScreenId::staff_pin) {
    page("staff.today", "staff.today", "chart", ScreenId::staff_today);
    page("staff.desk", "staff.desk", "guardian", ScreenId::staff_desk);
    page("staff.export", "staff.export", "stick", ScreenId::staff_export);
    page("staff.day", "staff.day", "clock", ScreenId::staff_day);
    page("staff.kiosk", "staff.kiosk", "gear", ScreenId::staff_kiosk);
  }
  view.items.push_back({"staff.close", context.say("staff.close"), "close", false, session::intent::LeaveStaff{}});
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
  view.reach = context.say("comfort.reach");
  view.reach_line = context.say("comfort.reach_line");
  view.reach_on = comfort.reach;
  view.on = context.say("comfort.on");
  view.off = context.say("comfort.off");
  view.close = context.say("comfort.close");
  return view;
}

std::optional<ReachView> make_reach_view(const ViewContext& context) {
  // A sheet takes the place of the keyboard.
  const bool keyboard = context.session.sheet == session::Sheet::none && !session::fields_on_screen(context.session).empty();
  if (!context.session.comfort.reach || keyboard) return std::nullopt;
  return ReachView{context.say("comfort.reach_up"), context.say("comfort.reach_down")};
}

LeaveView make_leave_view(const ViewContext& context) {
  // The request itself is stored by then, and stays: only what is being added to it would be lost.
  if (session::asks_details(context.session.place.screen)) {
    return {context.say("leave.added_title"), context.say("leave.added_line"), context.say("leave.added_stay"), context.say("leave.added_sure")};
  }
  return {context.say("leave.title"), context.say("leave.line"), context.say("leave.stay"), context.say("leave.sure")};
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
