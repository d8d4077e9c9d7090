#include "app/states.h"

#include <algorithm>

#include "session/forms.h"

namespace kiosk::app {
namespace {

using session::HeartKind;
using session::ScreenId;
using session::Session;
using session::Sheet;
using session::TextSize;

constexpr std::chrono::minutes kMorning{10 * 60 + 15};

// The program whose name and summary are longest in any language: where a layout breaks first.
std::string longest_program(const model::Catalogue& catalogue) {
  const auto length = [](const model::Program& program) {
    std::size_t most = 0;
    for (base::Language language : base::kLanguages) {
      most = std::max(most, program.name.in(language).size() * 3 + program.summary.in(language).size() + 400 * program.description.in(language).size());
    }
    return most;
  };
  const auto longest = std::max_element(catalogue.programs.begin(), catalogue.programs.end(),
                                        [&](const model::Program& a, const model::Program& b) { return length(a) < length(b); });
  return longest == catalogue.programs.end() ? std::string() : longest->id;
}

std::string some_program(const model::Catalogue& catalogue) {
  if (catalogue.program("zellige") != nullptr) return "zellige";
  return catalogue.programs.empty() ? std::string() : catalogue.programs.front().id;
}

Session at(ScreenId screen, std::string subject = {}) {
  Session session;
  session.visit = "preview";
  session.place = {screen, std::move(subject)};
  if (screen != ScreenId::home) session.trail.push_back({ScreenId::home, {}});
  return session;
}

Session with_hearts(Session session, const model::Catalogue& catalogue) {
  for (std::size_t i = 0; i < catalogue.programs.size() && i < 3; ++i) {
    session.hearts.push_back({HeartKind::program, catalogue.programs[i * 5 % catalogue.programs.size()].id});
  }
  if (catalogue.workshops.size() > 4) session.hearts.push_back({HeartKind::workshop, catalogue.workshops[catalogue.workshops.size() / 2].id});
  return session;
}

Session sized(Session session, TextSize size) {
  session.comfort.text_size = size;
  return session;
}

Session contrasted(Session session) {
  session.comfort.high_contrast = true;
  return session;
}

Session reception(session::ReceptionStep step) {
  Session session = at(ScreenId::reception);
  session.reception = {step, "preview", model::GuestKind::guidance_counsellor, 2, 214};
  const std::vector<session::Field> fields = session::fields_on_screen(session);
  if (!fields.empty()) session.form.focus = fields.front();
  return session;
}

void type(Session& session, session::Field field, std::string_view text) {
  session.form.input(field) = {std::string(text), text.size()};
}

// In a form, with the keyboard in its first field.
Session in_form(Session session) {
  const std::vector<session::Field> fields = session::fields_on_screen(session);
  if (!fields.empty()) session.form.focus = fields.front();
  return session;
}

Session filled(Session session) {
  type(session, session::Field::name, "فاطمة الزهراء Benali");
  type(session, session::Field::phone, "06 12 34 56 78");
  type(session, session::Field::email, "fatima.benali@exemple.ma");
  return in_form(std::move(session));
}

Session in_error(Session session) {
  session = in_form(std::move(session));
  type(session, session::Field::name, "9");
  type(session, session::Field::phone, "06 12 34");
  type(session, session::Field::email, "fatima.benali@exemple");
  session::check_fields(session);
  return session;
}

template <class Add>
void add_interest(const model::Catalogue& catalogue, Add add) {
  add("interest_programs", with_hearts(at(ScreenId::interest_programs), catalogue));
  add("interest_programs-text-150", sized(with_hearts(at(ScreenId::interest_programs), catalogue), TextSize::largest));
  add("interest_who", at(ScreenId::interest_who));
  add("interest_who-text-150", sized(at(ScreenId::interest_who), TextSize::largest));
  add("interest_minor", at(ScreenId::interest_minor));
  add("interest_name", in_form(at(ScreenId::interest_name)));
  add("interest_name-filled", filled(at(ScreenId::interest_name)));
  add("interest_name-error", in_error(at(ScreenId::interest_name)));
  add("interest_name-text-150", sized(filled(at(ScreenId::interest_name)), TextSize::largest));
  add("interest_name-high-contrast", contrasted(filled(at(ScreenId::interest_name))));
  add("interest_contact", in_form(at(ScreenId::interest_contact)));
  add("interest_contact-filled", filled(at(ScreenId::interest_contact)));
  add("interest_contact-error", in_error(at(ScreenId::interest_contact)));
  Session email = filled(at(ScreenId::interest_contact));
  email.form.focus = session::Field::email;
  add("interest_contact-email", email);
  Session consent = filled(at(ScreenId::interest_consent));
  consent.interest.key = "preview";
  add("interest_consent", consent);
  Session given = consent;
  given.interest.consents[0] = true;
  given.interest.role = model::ContactRole::guardian;
  add("interest_consent-filled", given);
  add("interest_consent-text-150", sized(given, TextSize::largest));
  Session missing = consent;
  missing.interest.consent_missing = true;
  add("interest_consent-error", missing);
  given.interest.save = session::SaveState::failed;
  add("interest_consent-failed", given);
  Session thanks = at(ScreenId::thanks);
  thanks.interest.save = session::SaveState::saved;
  thanks.interest.receipt = "K7M4QXZ";
  add("thanks", thanks);
  add("thanks-text-150", sized(thanks, TextSize::largest));
}

Session staff_at(ScreenId screen) {
  Session session;
  session.place = {screen, {}};
  session.staff.step = screen == ScreenId::staff_pin ? session::StaffStep::enter : session::StaffStep::open;
  return session;
}

model::Statistics some_figures(const model::Catalogue& catalogue) {
  model::Statistics figures;
  figures.visits = 214;
  figures.persons = 388;
  figures.leads = 61;
  figures.hearts = 437;
  figures.visits_by_hour = {{"09", 38}, {"10", 71}, {"11", 64}, {"12", 41}};
  figures.persons_by_kind = {{"parent", 171}, {"future_trainee", 96}, {"guidance_counsellor", 44}, {"trainee", 37}, {"official", 24}, {"press", 16}};
  figures.visits_by_language = {{"ar", 131}, {"fr", 68}, {"en", 15}};
  std::int64_t count = 58;
  for (std::size_t i = 0; i < catalogue.programs.size() && i < 6; ++i, count -= 7) {
    figures.hearts_by_program.push_back({catalogue.programs[i * 3 % catalogue.programs.size()].id, count});
    figures.views_by_program.push_back({catalogue.programs[i * 5 % catalogue.programs.size()].id, 2 * count + 9});
  }
  return figures;
}

template <class Add>
void add_staff(const model::Catalogue& catalogue, Add add) {
  add("staff_pin", staff_at(ScreenId::staff_pin)).session.staff.digits = "1234";
  Session wrong = staff_at(ScreenId::staff_pin);
  wrong.staff.problem = session::PinProblem::locked;
  wrong.staff.locked_minutes = 4;
  add("staff_pin-locked", wrong);
  add("staff_pin-text-150", sized(wrong, TextSize::largest));
  Session first = staff_at(ScreenId::staff_pin);
  first.staff.step = session::StaffStep::choose;
  add("staff_pin-choose", first);
  add("staff_today", staff_at(ScreenId::staff_today)).staff.statistics = some_figures(catalogue);

  const std::vector<model::Stick> sticks{{"/media/kiosk/KINGSTON", "KINGSTON", 14'900'000'000, true}, {"/media/kiosk/LEAFLETS", "LEAFLETS", 0, false}};
  add("staff_export", staff_at(ScreenId::staff_export)).staff.sticks = sticks;
  add("staff_export-empty", staff_at(ScreenId::staff_export));
  Session exported = staff_at(ScreenId::staff_export);
  exported.staff.exporting.step = session::ExportStep::written;
  exported.staff.exporting.rows = 61;
  exported.staff.exporting.file = "jusur-leads-2025-09-22-1015.xlsx";
  add("staff_export-written", exported).staff.sticks = sticks;
  Session failed = staff_at(ScreenId::staff_export);
  failed.staff.exporting.step = session::ExportStep::failed;
  failed.staff.exporting.problem = model::ExportProblem::full;
  add("staff_export-failed", failed).staff.sticks = sticks;

  add("staff_day", staff_at(ScreenId::staff_day)).staff.day.shifts = {{std::chrono::hours(10), std::chrono::minutes(20)}};
  add("staff_kiosk", staff_at(ScreenId::staff_kiosk));
  add("staff_kiosk-refused", staff_at(ScreenId::staff_kiosk)).staff.content = {
      {{"workshops.toml:41:8", "'rom' is no key of a session", "Did you mean 'room'?", true},
       {"programs/zellige.toml", "the photo 'zellige/1.jpg' is missing", "Put it into images/, or take it out of photos.", false}},
      true};
}

template <class Add>
void add_map(const model::Catalogue& catalogue, Add add) {
  if (catalogue.map.empty()) return;
  add("map", at(ScreenId::map));
  add("map-text-150", sized(at(ScreenId::map), TextSize::largest));
  add("map-high-contrast", contrasted(at(ScreenId::map)));
  const auto workshop = std::find_if(catalogue.map.areas.begin(), catalogue.map.areas.end(),
                                     [](const model::Area& area) { return area.kind == model::AreaKind::workshop; });
  if (workshop == catalogue.map.areas.end()) return;
  add("map-room", at(ScreenId::map, workshop->room));
  const auto upstairs = std::find_if(catalogue.map.areas.begin(), catalogue.map.areas.end(),
                                     [&](const model::Area& area) { return area.kind == model::AreaKind::workshop && area.floor != workshop->floor; });
  if (upstairs == catalogue.map.areas.end()) return;
  Session above = at(ScreenId::map, upstairs->room);
  above.map.floor = upstairs->floor;
  add("map-upstairs", above);
  Session below = above;
  below.map = {workshop->floor, true};
  add("map-step-free", below);
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
  session.finder = {age, std::move(school_year)};
  return session;
}

template <class Add>
void add_discovery(const model::Catalogue& catalogue, Add add) {
  add("program_list-search", searching(""));
  add("program_list-search-found", searching("zel"));
  add("program_list-search-none", searching("xyz"));
  add("program_list-search-text-150", sized(searching("zel"), TextSize::largest));
  Session both = at(ScreenId::program, some_program(catalogue));
  both.two_languages = true;
  add("program-two-languages", both);
  add("compare", at(ScreenId::compare, some_program(catalogue)));
  Session beside = at(ScreenId::compare, some_program(catalogue));
  beside.compare_with = longest_program(catalogue) == some_program(catalogue) ? catalogue.programs.front().id : longest_program(catalogue);
  add("compare-both", beside);
  add("compare-text-150", sized(beside, TextSize::largest));
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
  const auto add = [&](std::string_view name, Session session) -> NamedState& {
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
  add_interest(catalogue, add);
  add_staff(catalogue, add);
  add_map(catalogue, add);
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
