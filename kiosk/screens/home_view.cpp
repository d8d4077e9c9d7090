#include "screens/home_view.h"

#include <algorithm>

#include "model/timetable.h"

namespace kiosk::screens {
namespace {

Phrase workshops_line(const ViewContext& context) {
  const auto now = context.now.time;
  const auto running = static_cast<std::int64_t>(model::sessions_in(context.catalogue, model::Phase::now, now).size());
  for (model::Phase phase : {model::Phase::next, model::Phase::later}) {
    for (const model::WorkshopSession* session : model::sessions_in(context.catalogue, phase, now)) {
      if (session->state == model::WorkshopState::cancelled) continue;
      const Phrase time = time_phrase(context, model::real_start(*session));
      return context.say("home.workshops_line", {{"now", running}, {"time", time.text}});
    }
  }
  if (running > 0) return context.say("home.workshops_line", {{"now", running}, {"time", std::string()}});
  return context.say("home.workshops_none");
}

// The scene of the family whose workshop is on now, or comes next: the picture changes with the day.
std::string workshops_picture(const ViewContext& context) {
  for (model::Phase phase : {model::Phase::now, model::Phase::next, model::Phase::later}) {
    for (const model::WorkshopSession* session : model::sessions_in(context.catalogue, phase, context.now.time)) {
      const model::Program* program = context.catalogue.program(session->program);
      const model::Family* family = program == nullptr ? nullptr : context.catalogue.family(program->family);
      if (family != nullptr) return family->scene.string();
    }
  }
  return context.catalogue.families.empty() ? std::string() : context.catalogue.families.back().scene.string();
}

// One program of each family.
std::vector<HomeTile> mosaic(const model::Catalogue& catalogue) {
  std::vector<HomeTile> tiles;
  for (const model::Family& family : catalogue.families) {
    const auto first = std::find_if(catalogue.programs.begin(), catalogue.programs.end(),
                                    [&](const model::Program& program) { return program.family == family.id; });
    if (first != catalogue.programs.end()) tiles.push_back({picture_of(*first), family.tone});
  }
  return tiles;
}

void add_agenda(const ViewContext& context, HomeView& view) {
  view.agenda = context.say("agenda.title");
  const model::AgendaItem* item = model::agenda_now(context.catalogue, context.now.time);
  view.agenda_is_now = item != nullptr;
  if (item == nullptr) item = model::agenda_next(context.catalogue, context.now.time);
  if (item == nullptr) {
    view.agenda_label = view.agenda;
    return;
  }
  view.agenda_label = context.say(view.agenda_is_now ? "home.now_on" : "home.next_on");
  view.agenda_time = time_range_phrase(context, item->start, item->end);
  view.agenda_title = context.pick(item->title);
  view.agenda_hall = context.pick(item->hall);
}

}  // namespace

HomeView make_home_view(const ViewContext& context) {
  HomeView view;
  view.event = context.pick(context.catalogue.event.name);
  view.title = context.say("home.title");
  view.date = {locale::format_date(context.language(), context.now.date), context.language()};
  const auto programs = static_cast<std::int64_t>(context.catalogue.programs.size());
  view.ways.push_back({"home.programs", context.say("home.programs"), context.say("home.programs_line", {{"count", programs}}), {},
                       mosaic(context.catalogue), "tools", session::ScreenId::program_list});
  view.ways.push_back({"home.workshops", context.say("home.workshops"), workshops_line(context), workshops_picture(context), {}, "clock",
                       session::ScreenId::workshops});
  if (!context.catalogue.map.empty()) view.shortcuts.push_back({"home.map", "map", context.say("home.map"), session::ScreenId::map});
  view.shortcuts.push_back({"home.interest", "envelope", context.say("home.interest"), session::ScreenId::interest_programs});
  view.shortcuts.push_back({"home.reception", "people", context.say("home.reception"), session::ScreenId::reception});
  view.families_title = context.say("home.families");
  for (const model::Family& family : context.catalogue.families) {
    view.families.push_back({family.id, context.pick(family.name), family.scene.string(), family.tone});
  }
  add_agenda(context, view);
  return view;
}

}  // namespace kiosk::screens
