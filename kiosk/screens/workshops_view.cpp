#include "screens/workshops_view.h"

#include "model/timetable.h"

namespace kiosk::screens {

WorkshopsView make_workshops_view(const ViewContext& context) {
  WorkshopsView view;
  view.title = context.say("workshops.title");
  view.date = {locale::format_date(context.language(), context.now.date), context.language()};
  view.over_title = context.say("workshops.none_left");
  view.over_hint = context.say("workshops.none_left_hint");
  view.find_programs = context.say("my_visit.find_programs");
  view.over = true;
  const auto group = [&](std::string_view key, model::Phase phase, Phrase none) {
    WorkshopGroup made{std::string(key), context.say(key), std::move(none), {}};
    for (const model::WorkshopSession* session : model::sessions_in(context.catalogue, phase, context.now.time)) {
      made.cards.push_back(make_workshop_card(context, *session));
    }
    if (!made.cards.empty()) view.over = false;
    if (!made.cards.empty() || !made.none.text.empty()) view.groups.push_back(std::move(made));
  };
  group("workshops.now", model::Phase::now, context.say("workshops.none_now"));
  group("workshops.next", model::Phase::next, {});
  group("workshops.later", model::Phase::later, {});
  return view;
}

}  // namespace kiosk::screens
