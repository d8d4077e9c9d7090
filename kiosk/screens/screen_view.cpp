#include "screens/screen_view.h"

#include <algorithm>

#include "session/staff.h"

namespace kiosk::screens {
namespace {

template <class T>
bool any_demo(const std::vector<T>& items) {
  return std::any_of(items.begin(), items.end(), [](const T& item) { return item.status == model::Status::demo; });
}

// Whether the screen shows a value that an institute has yet to confirm.
bool shows_demo(const ViewContext& context) {
  const model::Catalogue& catalogue = context.catalogue;
  switch (context.session.place.screen) {
    case session::ScreenId::attract: return any_demo(catalogue.institutes) || any_demo(catalogue.workshops);
    case session::ScreenId::home: return any_demo(catalogue.agenda) || any_demo(catalogue.workshops);
    case session::ScreenId::program_list: return any_demo(catalogue.programs);
    case session::ScreenId::workshops: return any_demo(catalogue.workshops) || any_demo(catalogue.rooms);
    case session::ScreenId::program: {
      const model::Program* program = catalogue.program(context.session.place.subject);
      return program != nullptr && program->status == model::Status::demo;
    }
    case session::ScreenId::agenda: return any_demo(catalogue.agenda) || (context.mode == model::DayMode::closing && any_demo(catalogue.recommendations));
    case session::ScreenId::interest_consent: return catalogue.notice.status == model::Status::demo;
    case session::ScreenId::map: return any_demo(catalogue.rooms);
    case session::ScreenId::finder:
    case session::ScreenId::compare: return any_demo(catalogue.programs);
    case session::ScreenId::questions: return any_demo(catalogue.questions);
    case session::ScreenId::after: return any_demo(catalogue.after) || any_demo(catalogue.stories);
    case session::ScreenId::figures: return any_demo(catalogue.figures);
    case session::ScreenId::tours: return any_demo(catalogue.tours);
    case session::ScreenId::tour: {
      const model::Tour* tour = catalogue.tour(context.session.place.subject);
      return tour != nullptr && tour->status == model::Status::demo;
    }
    case session::ScreenId::my_visit: break;
    // Forms and staff pages.
    default: return false;
  }
  const auto& tickets = context.session.tours.tickets;
  if (!tickets.empty() && any_demo(catalogue.tours)) return true;
  return std::any_of(context.session.hearts.begin(), context.session.hearts.end(), [&](const session::Heart& heart) {
    const model::Program* program = catalogue.program(heart.id);
    const model::WorkshopSession* workshop = catalogue.workshop(heart.id);
    return (program != nullptr && program->status == model::Status::demo) ||
           (workshop != nullptr && workshop->status == model::Status::demo);
  });
}

void show_home(const ViewContext& context, ScreenView& view) {
  view.place = {session::ScreenId::home, {}};
  view.body = make_home_view(context);
}

}  // namespace

ScreenView make_screen_view(const ViewContext& context, int countdown_seconds) {
  ScreenView view;
  view.place = context.session.place;
  view.sheet = context.session.sheet;
  view.language = context.language();
  view.reach = make_reach_view(context);
  switch (view.place.screen) {
    case session::ScreenId::attract: view.body = make_attract_view(context); break;
    case session::ScreenId::home: view.body = make_home_view(context); break;
    case session::ScreenId::program_list: view.body = make_program_list_view(context); break;
    case session::ScreenId::workshops: view.body = make_workshops_view(context); break;
    case session::ScreenId::agenda: view.body = make_agenda_view(context); break;
    case session::ScreenId::reception: view.body = make_reception_view(context); break;
    case session::ScreenId::interest_programs:
    case session::ScreenId::interest_who:
    case session::ScreenId::interest_minor:
    case session::ScreenId::interest_name:
    case session::ScreenId::interest_contact:
    case session::ScreenId::interest_consent: view.body = make_interest_view(context); break;
    case session::ScreenId::interest_level:
    case session::ScreenId::interest_children:
    case session::ScreenId::interest_child_name:
    case session::ScreenId::interest_child_age:
    case session::ScreenId::interest_child_school:
    case session::ScreenId::interest_child_programs:
    case session::ScreenId::interest_trade:
    case session::ScreenId::interest_organisation:
    case session::ScreenId::interest_offers:
    case session::ScreenId::interest_places:
    case session::ScreenId::interest_reach:
    case session::ScreenId::interest_institute:
    case session::ScreenId::interest_topics:
    case session::ScreenId::interest_question: view.body = make_details_view(context); break;
    case session::ScreenId::receipt: view.body = make_receipt_view(context); break;
    case session::ScreenId::staff_desk: view.body = make_staff_desk_view(context); break;
    case session::ScreenId::staff_family: view.body = make_staff_family_view(context); break;
    case session::ScreenId::staff_code:
    case session::ScreenId::staff_answer:
    case session::ScreenId::staff_contact: view.body = make_staff_form_view(context); break;
    case session::ScreenId::map: view.body = make_map_view(context); break;
    case session::ScreenId::finder: view.body = make_finder_view(context); break;
    case session::ScreenId::questions: view.body = make_questions_view(context); break;
    case session::ScreenId::after: view.body = make_after_view(context); break;
    case session::ScreenId::figures: view.body = make_figures_view(context); break;
    case session::ScreenId::compare: view.body = make_compare_view(context); break;
    case session::ScreenId::staff_pin: view.body = make_staff_pin_view(context); break;
    case session::ScreenId::staff_today: view.body = make_staff_today_view(context); break;
    case session::ScreenId::staff_export: view.body = make_staff_export_view(context); break;
    case session::ScreenId::staff_day: view.body = make_staff_day_view(context); break;
    case session::ScreenId::staff_kiosk: view.body = make_staff_kiosk_view(context); break;
    case session::ScreenId::thanks: view.body = make_thanks_view(context); break;
    case session::ScreenId::my_visit: view.body = make_my_visit_view(context); break;
    case session::ScreenId::tours: view.body = make_tours_view(context); break;
    // The session never holds a program or tour that is not there, but the content may have been swapped since: then home is shown.
    case session::ScreenId::tour: {
      const model::Tour* tour = context.catalogue.tour(view.place.subject);
      if (tour != nullptr) {
        view.body = make_tour_view(context, *tour);
      } else {
        show_home(context, view);
      }
      break;
    }
    case session::ScreenId::program: {
      const model::Program* program = context.catalogue.program(view.place.subject);
      if (program != nullptr) {
        view.body = make_program_view(context, *program);
      } else {
        show_home(context, view);
      }
      break;
    }
  }
  view.nav = session::is_staff(view.place.screen) ? make_staff_nav_view(context) : make_nav_view(context);
  if (context.session.sheet == session::Sheet::comfort) view.comfort = make_comfort_view(context);
  if (context.session.sheet == session::Sheet::take_home) view.take_home = make_take_home_view(context);
  if (context.session.sheet == session::Sheet::way) view.way = make_way_view(context);
  if (context.session.sheet == session::Sheet::leave) view.leave = make_leave_view(context);
  if (context.session.sheet == session::Sheet::idle) view.idle = make_idle_view(context, countdown_seconds);
  if (session::is_staff(view.place.screen) && countdown_seconds > 0) view.closing = context.say("staff.closing", {{"seconds", std::int64_t{countdown_seconds}}});
  view.storage_warning = make_storage_warning(context);
  if (shows_demo(context)) view.demo_line = context.pick(context.catalogue.event.demo_line);
  return view;
}

}  // namespace kiosk::screens
