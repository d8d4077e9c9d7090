#include "screens/my_visit_view.h"

namespace kiosk::screens {

MyVisitView make_my_visit_view(const ViewContext& context) {
  MyVisitView view;
  view.title = context.say("my_visit.title");
  view.programs_title = context.say("my_visit.programs");
  view.workshops_title = context.say("my_visit.workshops");
  view.empty = context.say("my_visit.empty");
  view.empty_hint = context.say("my_visit.empty_hint");
  view.take_home = context.say("my_visit.take_home");
  view.find_programs = context.say("my_visit.find_programs");
  for (const session::Heart& heart : context.session.hearts) {
    const model::Program* program = heart.kind == session::HeartKind::program ? context.catalogue.program(heart.id) : nullptr;
    if (program != nullptr) view.programs.push_back(make_program_card(context, *program));
  }
  for (const model::WorkshopSession& session : context.catalogue.workshops) {
    if (context.session.has_heart(session::HeartKind::workshop, session.id)) view.workshops.push_back(make_workshop_card(context, session));
  }
  view.tickets_title = context.say("tour.mine");
  view.tickets = ticket_cards(context);
  if (!context.session.hearts.empty()) view.own = make_own_tour_view(context);
  view.count = context.say("my_visit.count", {{"count", static_cast<std::int64_t>(view.programs.size() + view.workshops.size())}});
  return view;
}

}  // namespace kiosk::screens
