#include "app/states.h"

#include <algorithm>

#include "app/states_parts.h"
#include "session/forms.h"

namespace kiosk::app {
namespace {

using session::HeartKind;
using session::ScreenId;
using session::Session;
using session::Sheet;
using session::TextSize;

Session reception(session::ReceptionStep step) {
  Session session = at(ScreenId::reception);
  session.reception = {step, "preview", model::GuestKind::guidance_counsellor, 2, 214};
  const std::vector<session::Field> fields = session::fields_on_screen(session);
  if (!fields.empty()) session.form.focus = fields.front();
  return session;
}

Session searching(std::string_view typed) {
  Session session = at(ScreenId::program_list);
  session.searching = true;
  type(session, session::Field::search, typed);
  session.form.focus = session::Field::search;
  return session;
}

Session found(int age, std::string school_year) {
  Session session = at(ScreenId::finder);
  session.finder = {age, std::move(school_year), session::FinderStep::school};
  if (session.finder.complete()) session.finder.step = session::FinderStep::result;
  return session;
}

void add_discovery(const model::Catalogue& catalogue, const AddState& add) {
  add("program_list-search", searching(""));
  add("program_list-search-found", searching("zel"));
  add("program_list-search-none", searching("xyz"));
  add("program_list-search-near", searching("cermik"));
  add("program_list-search-text-150", sized(searching("zel"), TextSize::largest));
  Session both = at(ScreenId::program, some_program(catalogue));
  both.two_languages = true;
  add("program-two-languages", both);
  add("compare", at(ScreenId::compare, some_program(catalogue)));
  if (const auto two = two_programs(catalogue); two.size() == 2) {
    Session beside = at(ScreenId::compare, two.front());
    beside.compare_with = two.back();
    add("compare-both", beside);
    add("compare-text-150", sized(beside, TextSize::largest));
  }
  Session home = with_hearts(at(ScreenId::my_visit), catalogue);
  home.sheet = Sheet::take_home;
  add("my_visit-take-home", home);
  add("my_visit-take-home-text-150", sized(home, TextSize::largest));
  home.take_home.kind = model::TakeHomeKind::text;
  add("my_visit-take-home-plain", home);
  if (!catalogue.school_years.empty()) {
    add("finder", at(ScreenId::finder));
    add("finder-school", found(15, {}));
    const std::string& middle = catalogue.school_years[catalogue.school_years.size() / 2].id;
    add("finder-result", found(15, middle));
    add("finder-none", found(12, catalogue.school_years.front().id));
    add("finder-text-150", sized(found(15, middle), TextSize::largest));
    add("finder-school-text-150", sized(found(15, {}), TextSize::largest));
  }
  if (!catalogue.questions.empty()) {
    const auto longest = std::max_element(catalogue.questions.begin(), catalogue.questions.end(),
                                          [](const model::Question& a, const model::Question& b) { return a.list.size() < b.list.size(); });
    add("questions", at(ScreenId::questions));
    add("questions-open", at(ScreenId::questions, longest->id));
    add("questions-text-150", sized(at(ScreenId::questions, longest->id), TextSize::largest));
  }
  if (!catalogue.after.empty()) {
    add("after", at(ScreenId::after));
    add("after-text-150", sized(at(ScreenId::after), TextSize::largest));
  }
  if (!catalogue.figures.empty()) {
    add("figures", at(ScreenId::figures));
    Session tables = at(ScreenId::figures);
    tables.figures_as_tables = true;
    add("figures-tables", tables);
    add("figures-high-contrast", contrasted(at(ScreenId::figures)));
    add("figures-text-150", sized(at(ScreenId::figures), TextSize::largest));
  }
}

// A combination of filters that no program passes; none when every combination has one.
session::Filters empty_filters(const model::Catalogue& catalogue) {
  for (const model::Family& family : catalogue.families) {
    for (const model::Level& level : catalogue.levels) {
      for (const model::Institute& institute : catalogue.institutes) {
        session::Filters filters{family.id, level.id, institute.id, {}, false};
        if (session::filtered(catalogue, filters, {}).empty()) return filters;
      }
    }
  }
  return {};
}

void add_attract(const model::Catalogue& catalogue, std::vector<NamedState>& states) {
  base::Milliseconds begins{};
  constexpr base::Milliseconds kIntoSlide{4000};
  bool family = false;
  bool workshop = false;
  const NamedState plain{"attract", {}, kMorning, {}, model::DayMode::free_visit, {}};
  states.push_back(plain);
  NamedState ceremony = plain;
  ceremony.name = "attract-ceremony";
  ceremony.mode = model::DayMode::ceremony;
  states.push_back(ceremony);
  for (const model::Slide& slide : catalogue.slides) {
    NamedState state = plain;
    state.name = "attract-family";
    state.attract_elapsed = begins + kIntoSlide;
    if (slide.kind == model::SlideKind::family && !family) {
      family = true;
      states.push_back(state);
    }
    if (slide.kind == model::SlideKind::next_workshop && !workshop) {
      workshop = true;
      state.name = "attract-workshop";
      states.push_back(state);
    }
    begins += slide.duration;
  }
}

}  // namespace

std::vector<NamedState> named_states(const model::Catalogue& catalogue) {
  const std::string program = some_program(catalogue);
  const std::string longest = longest_program(catalogue);
  std::vector<NamedState> states;
  const AddState add = [&](std::string_view name, Session session) -> NamedState& {
    states.push_back({name, std::move(session), kMorning, {}, model::DayMode::free_visit, {}});
    return states.back();
  };
  add_attract(catalogue, states);
  add("home", at(ScreenId::home));
  add("home-high-contrast", contrasted(at(ScreenId::home)));
  for (const auto& [mode, name] : {std::pair(model::DayMode::ceremony, "home-ceremony"), std::pair(model::DayMode::tour, "home-tour"),
                                   std::pair(model::DayMode::closing, "home-closing")}) {
    add(name, at(ScreenId::home)).mode = mode;
  }
  add("home-reach", within_reach(at(ScreenId::home)));
  add("home-text-125", sized(at(ScreenId::home), TextSize::large));
  add("home-text-150", sized(at(ScreenId::home), TextSize::largest));
  add("program_list", at(ScreenId::program_list));
  Session filtered = with_hearts(at(ScreenId::program_list), catalogue);
  if (!catalogue.families.empty()) filtered.filters.family = catalogue.families.front().id;
  add("program_list-filtered", filtered);
  Session empty = at(ScreenId::program_list);
  empty.filters = empty_filters(catalogue);
  if (empty.filters.any()) add("program_list-empty", empty);
  add("program_list-high-contrast", contrasted(at(ScreenId::program_list)));
  add("program_list-reach", within_reach(at(ScreenId::program_list)));
  add("program_list-text-150", sized(at(ScreenId::program_list), TextSize::largest));
  add("program", at(ScreenId::program, program));
  add("program-longest", at(ScreenId::program, longest));
  add("program-high-contrast", contrasted(at(ScreenId::program, program)));
  add("program-text-150", sized(at(ScreenId::program, longest), TextSize::largest));
  add_discovery(catalogue, add);
  add("workshops", at(ScreenId::workshops));
  add("workshops-text-150", sized(at(ScreenId::workshops), TextSize::largest));
  const auto full = std::find_if(catalogue.workshops.begin(), catalogue.workshops.end(),
                                 [](const model::WorkshopSession& one) { return one.state == model::WorkshopState::full; });
  if (full != catalogue.workshops.end()) add("workshops-full", at(ScreenId::workshops)).time = full->start;
  add("workshops-over", at(ScreenId::workshops)).time = std::chrono::hours(23);
  add("agenda", at(ScreenId::agenda));
  add("agenda-text-150", sized(at(ScreenId::agenda), TextSize::largest));
  add("agenda-closing", at(ScreenId::agenda)).mode = model::DayMode::closing;
  add("agenda-delayed", at(ScreenId::agenda)).staff.day.shifts = {{std::chrono::hours(10), std::chrono::minutes(20)}};
  add("agenda-over", at(ScreenId::agenda)).time = std::chrono::hours(23);
  add("reception", at(ScreenId::reception));
  add("reception-text-150", sized(at(ScreenId::reception), TextSize::largest));
  add("reception-party", reception(session::ReceptionStep::party));
  add("reception-saved", reception(session::ReceptionStep::saved));
  add("reception-failed", reception(session::ReceptionStep::failed));
  add("reception-details", reception(session::ReceptionStep::details));
  add("reception-school-error", in_error(reception(session::ReceptionStep::school)));
  add_interest_states(catalogue, add);
  add_staff_states(catalogue, add);
  add_map_states(catalogue, add);
  add_tour_states(catalogue, add);
  add("my_visit", with_hearts(at(ScreenId::my_visit), catalogue));
  add("my_visit-empty", at(ScreenId::my_visit));
  add("my_visit-text-150", sized(with_hearts(at(ScreenId::my_visit), catalogue), TextSize::largest));
  Session comfort = at(ScreenId::home);
  comfort.sheet = Sheet::comfort;
  add("home-comfort", comfort);
  add("home-comfort-high-contrast", contrasted(sized(comfort, TextSize::largest)));
  Session idle = with_hearts(at(ScreenId::home), catalogue);
  idle.sheet = Sheet::idle;
  add("home-idle", idle);
  add("home-idle-text-150", sized(idle, TextSize::largest));
  return states;
}

}  // namespace kiosk::app
