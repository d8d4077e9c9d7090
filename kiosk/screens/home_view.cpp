#include "screens/home_view.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "locale/phrases.h"
#include "model/timetable.h"
#include "model/tour_schedule.h"

namespace kiosk::screens {
namespace {

// On another day than the event's: "In 3 days · 10:00"; nothing of the day, or nothing more of it: that it is over.
Phrase other_day_line(const ViewContext& context, const Phrase& other, std::optional<model::MinuteOfDay> first) {
  return first ? locale::joined_phrase(context.language(), {other, time_phrase(context, *first)}, "\u00A0· ") : context.say("day.over_title");
}

Phrase workshops_line(const ViewContext& context) {
  const auto now = context.minute();
  const auto other = other_day_phrase(context, context.language());
  const auto running = static_cast<std::int64_t>(model::sessions_in(context.catalogue, model::Phase::now, now).size());
  for (model::Phase phase : {model::Phase::next, model::Phase::later}) {
    for (const model::WorkshopSession* session : model::sessions_in(context.catalogue, phase, now)) {
      if (session->state == model::WorkshopState::cancelled) continue;
      if (other) return other_day_line(context, *other, model::real_start(*session));
      const Phrase time = time_phrase(context, model::real_start(*session));
      return context.say("home.workshops_line", {{"now", running}, {"time", time.text}});
    }
  }
  if (running > 0) return context.say("home.workshops_line", {{"now", running}, {"time", std::string()}});
  return other ? other_day_line(context, *other, std::nullopt) : context.say("home.workshops_none");
}

// The scene of the family whose workshop is on now, or comes next: the picture changes with the day.
std::string workshops_picture(const ViewContext& context) {
  for (model::Phase phase : {model::Phase::now, model::Phase::next, model::Phase::later}) {
    for (const model::WorkshopSession* session : model::sessions_in(context.catalogue, phase, context.minute())) {
      const model::Program* program = context.catalogue.program(session->program);
      const model::Family* family = program == nullptr ? nullptr : context.catalogue.family(program->family);
      if (family != nullptr) return family->scene.string();
    }
  }
  return context.catalogue.families.empty() ? std::string() : context.catalogue.families.back().scene.string();
}

Phrase tours_line(const ViewContext& context) {
  const model::Departure* next = nullptr;
  for (const model::Tour& tour : context.catalogue.tours) {
    const model::Departure* one = model::next_departure(tour, context.minute());
    if (one != nullptr && (next == nullptr || one->real() < next->real())) next = one;
  }
  if (const auto other = other_day_phrase(context, context.language())) {
    return other_day_line(context, *other, next == nullptr ? std::nullopt : std::optional(next->real()));
  }
  if (next == nullptr) return context.say("tours.all_over");
  return context.say("home.tours_line", {{"time", time_phrase(context, next->real()).text}});
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
  const model::AgendaItem* item = model::agenda_now(context.catalogue, context.minute());
  view.agenda_is_now = item != nullptr;
  if (item == nullptr) item = model::agenda_next(context.catalogue, context.minute());
  if (item == nullptr) {
    view.agenda_label = view.agenda;
    return;
  }
  const auto other = other_day_phrase(context, context.language());
  view.agenda_label = view.agenda_is_now ? context.say("home.now_on") : other ? *other : context.say("home.next_on");
  view.agenda_time = time_range_phrase(context, model::real_start(*item), model::real_end(*item));
  view.agenda_title = context.pick(item->title);
  view.agenda_hall = context.pick(item->hall);
}

// "24 programmes in two institutes"; of one institute nothing is said.
Phrase programs_line(const ViewContext& context) {
  const auto count = static_cast<std::int64_t>(context.catalogue.programs.size());
  return context.say("home.programs_line", {{"programs", context.say("program_list.count", {{"count", count}}).text},
                                            {"institutes", static_cast<std::int64_t>(context.catalogue.institutes.size())}});
}

const std::string kDot = "\u00A0· ";  // a line never begins with the dot

using Ways = std::vector<HomeWay>;
using Leading = std::array<std::string_view, 2>;

// The two ways that lead in each part of the day (V12); the others follow as shortcuts.
Leading leading_in(model::DayMode mode, bool has_tours) {
  switch (mode) {
    case model::DayMode::ceremony: return {"home.agenda", "home.reception"};
    case model::DayMode::tour: return has_tours ? Leading{"home.tours", "home.map"} : Leading{"home.map", "home.workshops"};
    case model::DayMode::closing: return {"home.agenda", "home.interest"};
    case model::DayMode::free_visit: break;
  }
  return {"home.programs", "home.workshops"};
}

// What is on as one sentence.
Phrase agenda_line(const ViewContext& context, const HomeView& view) {
  if (view.agenda_title.text.empty()) return context.say("home.agenda_line");
  Phrase line = view.agenda_label;
  line.text += kDot + locale::isolate_left_to_right(view.agenda_time.text) + kDot + locale::isolate(view.agenda_title.text);
  if (!view.agenda_hall.text.empty()) line.text += kDot + locale::isolate(view.agenda_hall.text);
  return line;
}

HomeWay agenda_way(const ViewContext& context, const HomeView& view) {
  using session::ScreenId;
  const auto recommendations = static_cast<std::int64_t>(context.catalogue.recommendations.size());
  if (context.mode == model::DayMode::closing && recommendations > 0) {
    return {"home.agenda", context.say("agenda.recommendations"), context.say("home.recommendations_line", {{"count", recommendations}}), view.agenda, "builtin/zellige",
            {}, "certificate", ScreenId::agenda};
  }
  return {"home.agenda", view.agenda, agenda_line(context, view), view.agenda, "builtin/zellige", {}, "calendar", ScreenId::agenda};
}

// Every way on from home, in the order of the shortcuts.
Ways ways_of(const ViewContext& context, const HomeView& view) {
  using session::ScreenId;
  Ways ways;
  ways.push_back({"home.programs", context.say("home.programs"), programs_line(context), context.say("home.programs_short"), {},
                  mosaic(context.catalogue), "tools", ScreenId::program_list});
  ways.push_back({"home.workshops", context.say(other_day_phrase(context, context.language()) ? "my_visit.workshops" : "home.workshops"), workshops_line(context), context.say("home.workshops_short"), workshops_picture(context), {}, "clock",
                  ScreenId::workshops});
  if (!context.catalogue.map.empty()) {
    ways.push_back({"home.map", context.say("home.map"), context.say("home.map_line"), context.say("home.map_short"), "builtin/zellige", {}, "map", ScreenId::map});
  }
  if (!context.catalogue.tours.empty()) {
    ways.push_back({"home.tours", context.say("tours.title"), tours_line(context), context.say("home.tours_short"), workshops_picture(context), {}, "tour", ScreenId::tours});
  }
  ways.push_back({"home.interest", context.say("home.interest"), context.say("home.interest_line"), context.say("home.interest"), {}, mosaic(context.catalogue), "envelope",
                  ScreenId::interest_programs});
  ways.push_back({"home.reception", context.say("home.reception"), context.say("home.reception_line"), context.say("home.reception_short"), workshops_picture(context), {},
                  "people", ScreenId::reception});
  const auto small = [&](std::string id, std::string_view key, std::string icon, ScreenId screen) {
    ways.push_back({std::move(id), context.say(key), {}, context.say(key), {}, {}, std::move(icon), screen});
  };
  if (!context.catalogue.school_years.empty()) small("home.finder", "home.finder", "finder", ScreenId::finder);
  if (!context.catalogue.questions.empty()) small("home.questions", "home.questions", "question", ScreenId::questions);
  if (!context.catalogue.after.empty()) small("home.after", "home.after", "after", ScreenId::after);
  if (!context.catalogue.figures.empty()) small("home.figures", "home.figures", "figures", ScreenId::figures);
  ways.push_back(agenda_way(context, view));
  return ways;
}

}  // namespace

HomeView make_home_view(const ViewContext& context) {
  HomeView view;
  view.event = context.pick(context.catalogue.event.name);
  view.title = context.say("home.title");
  view.date = event_date_phrase(context);
  view.families_title = context.say("home.families");
  for (const model::Family& family : context.catalogue.families) {
    view.families.push_back({family.id, context.pick(family.name), family.scene.string(), family.tone});
  }
  add_agenda(context, view);
  const Ways ways = ways_of(context, view);
  const Leading leading = leading_in(context.mode, !context.catalogue.tours.empty());
  for (const Ways::value_type& way : ways) {
    const bool leads = way.id == leading[0] || way.id == leading[1];
    if (leads) view.ways.push_back(way);
    if (!leads && way.id != "home.agenda") view.shortcuts.push_back({way.id, way.icon, way.short_title, way.screen});
  }
  if (view.ways.size() == 2 && view.ways.front().id != leading[0]) std::swap(view.ways[0], view.ways[1]);
  view.agenda_leads = leading[0] == "home.agenda";
  return view;
}

}  // namespace kiosk::screens
