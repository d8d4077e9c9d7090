#include "screens/workshops_view.h"

#include "model/timetable.h"

namespace kiosk::screens {

WorkshopsView make_workshops_view(const ViewContext& context) {
  WorkshopsView view;
  const auto other = other_day_phrase(context, context.language());
  view.title = context.say(other ? "my_visit.workshops" : "workshops.title");
  view.date = event_date_phrase(context);
  view.over_title = context.say(other ? "day.over_title" : "workshops.none_left");
  view.over_hint = context.say("workshops.none_left_hint");
  view.find_programs = context.say("my_visit.find_programs");
  view.over = true;
  const auto group = [&](std::string_view key, model::Phase phase, Phrase none) {
    WorkshopGroup made{std::string(key), other ? *other : context.say(key), std::move(none), {}};
    for (const model::WorkshopSession* session : model::sessions_in(context.catalogue, phase, context.minute())) {
      made.cards.push_back(make_workshop_card(context, *session));
    }
    if (!made.cards.empty()) view.over = false;
    if (!made.cards.empty() || !made.none.text.empty()) view.groups.push_back(std::move(made));
  };
  group("workshops.now", model::Phase::now, other ? Phrase{{}, context.language()} : context.say("workshops.none_now"));
  group("workshops.next", model::Phase::next, {});
  group("workshops.later", model::Phase::later, {});
  return view;
}

}  // namespace kiosk::screens
