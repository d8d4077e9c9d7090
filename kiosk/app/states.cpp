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
  add("interest_name-tifinagh", in_form(at(ScreenId::interest_name))).tapped = "key.layer.tifinagh";
  Session selected = filled(at(ScreenId::interest_name));
  const std::string& name = selected.form.input(session::Field::name).text;
  session::select(selected.form.input(session::Field::name), name.find("الزهراء"), name.size() - 3);
  add("interest_name-selected", selected);
  Session held = filled(at(ScreenId::interest_name));
  session::place_caret(held.form.input(session::Field::name), name.find("الزهراء") + 4);
  add("interest_name-lens", held).held = "form.name";
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

// A parent of three, the form of whose interest was saved.
Session saved_at(ScreenId screen, const model::Catalogue& catalogue) {
  Session session = with_hearts(at(screen), catalogue);
  session.trail.push_back({ScreenId::thanks, {}});
  session.interest.save = session::SaveState::saved;
  session.interest.key = "preview";
  session.interest.receipt = "K7M4QXZ";
  session.interest.role = model::ContactRole::guardian;
  const std::vector<session::Field> fields = session::fields_on_screen(session);
  if (!fields.empty()) session.form.focus = fields.front();
  return session;
}

std::vector<model::Child> three_children(const model::Catalogue& catalogue) {
  const auto band = [&](std::size_t i) { return i < catalogue.interest.age_bands.size() ? catalogue.interest.age_bands[i].id : std::string(); };
  const auto year = [&](std::size_t i) { return i < catalogue.school_years.size() ? catalogue.school_years[i].id : std::string(); };
  const std::string longest = longest_program(catalogue);
  return {{"سلمى", band(1), year(4), {some_program(catalogue), longest}}, {"Yassine", band(2), year(6), {longest}}, {{}, band(0), {}, {}}};
}

template <class Add>
void add_details(const model::Catalogue& catalogue, Add add) {
  for (const ScreenId screen : {ScreenId::interest_children, ScreenId::interest_child_name, ScreenId::interest_child_age, ScreenId::interest_child_school,
                                ScreenId::interest_child_programs, ScreenId::interest_level, ScreenId::interest_reach, ScreenId::interest_institute,
                                ScreenId::interest_topics, ScreenId::interest_question}) {
    add(session::id(screen), saved_at(screen, catalogue));
  }
  Session children = saved_at(ScreenId::interest_children, catalogue);
  children.interest.details.children = three_children(catalogue);
  add("interest_children-three", children);
  add("interest_children-text-150", sized(children, TextSize::largest));
  Session reach = saved_at(ScreenId::interest_reach, catalogue);
  reach.interest.details.reply_language = "shi";
  reach.interest.details.reach_by = "whatsapp";
  reach.interest.details.reach_when = "evening";
  add("interest_reach-chosen", reach);
  add("interest_reach-text-150", sized(reach, TextSize::largest));
  Session question = saved_at(ScreenId::interest_question, catalogue);
  type(question, session::Field::question, "هل يمكن لابنتي أن تتابع التكوين بالتدرج المهني وهي ما زالت تدرس، وهل توفرون السكن للقادمين من تيزنيت؟");
  add("interest_question-filled", question);
  add("interest_topics-text-150", sized(saved_at(ScreenId::interest_topics, catalogue), TextSize::largest));
  for (const ScreenId screen : {ScreenId::interest_trade, ScreenId::interest_organisation, ScreenId::interest_offers, ScreenId::interest_places}) {
    Session offer = saved_at(screen, catalogue);
    offer.interest.kind = model::LeadKind::professional;
    offer.interest.role = model::ContactRole::adult;
    offer.interest.details.offers = {"internship", "job"};
    add(session::id(screen), offer);
  }
  Session thanks = saved_at(ScreenId::thanks, catalogue);
  thanks.interest.details_save = session::SaveState::saved;
  add("thanks-told", thanks);
  thanks.interest.details_save = session::SaveState::failed;
  add("thanks-failed", thanks);
}

Session receipt_at(session::ReceiptStep step) {
  Session session = at(ScreenId::receipt);
  session.receipt.step = step;
  session.receipt.paused_minutes = 10;
  if (step == session::ReceiptStep::code) session.form.focus = session::Field::receipt;
  return session;
}

template <class Add>
void add_receipt(Add add) {
  add("receipt", receipt_at(session::ReceiptStep::code));
  Session wrong = receipt_at(session::ReceiptStep::code);
  type(wrong, session::Field::receipt, "K7M-4QXY");
  wrong.form.problem(session::Field::receipt) = session::Problem::receipt_wrong;
  wrong.receipt.tries_left = 3;
  add("receipt-wrong", wrong);
  add("receipt-text-150", sized(wrong, TextSize::largest));
  add("receipt-choose", receipt_at(session::ReceiptStep::choose));
  add("receipt-noted", receipt_at(session::ReceiptStep::noted));
  add("receipt-paused", receipt_at(session::ReceiptStep::paused));
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
    figures.leads_by_program.push_back({catalogue.programs[i * 3 % catalogue.programs.size()].id, count / 4});
    figures.offers_by_program.push_back({catalogue.programs[i * 3 % catalogue.programs.size()].id, count % 3});
  }
  return figures;
}

model::Lead some_family(const model::Catalogue& catalogue) {
  model::Lead lead;
  lead.receipt = "K7M4QXZ";
  lead.at = base::WallTime(std::chrono::sys_days(std::chrono::year(2025) / 9 / 22) + std::chrono::hours(9));
  lead.role = model::ContactRole::guardian;
  lead.name = "فاطمة بنعلي";
  lead.phone = "+212600000000";
  lead.email = "fatima.benali@exemple.ma";
  lead.programs = {some_program(catalogue), longest_program(catalogue)};
  lead.consents = {{"information", true}, {"reminders", true}, {"newsletter", false}};
  lead.details.children = three_children(catalogue);
  lead.details.reply_language = "shi";
  lead.details.reach_by = "whatsapp";
  lead.details.reach_when = "evening";
  if (!catalogue.questions.empty()) lead.details.topics = {catalogue.questions.front().id};
  lead.details.question = "هل يمكن لابنتي أن تتابع التكوين بالتدرج المهني وهي ما زالت تدرس؟";
  lead.desk.call_back_by = std::chrono::year(2025) / 9 / 23;
  return lead;
}

std::vector<model::Lead> some_families(const model::Catalogue& catalogue) {
  std::vector<model::Lead> families(7, some_family(catalogue));
  families[0].asked_to_erase = families[0].at;
  families[1].asked_to_call_back = families[1].at;
  families[1].name = "Mohamed-Amine Aït Ouahman El Idrissi";
  families[2].desk.call_back_by = std::chrono::year(2025) / 9 / 20;
  families[3].desk.call_back_by = std::chrono::year(2025) / 9 / 22;
  families[4].desk.call_back_by.reset();
  families[5].details = {};
  families[5].desk = {};
  families[5].name = "ⵉⴷⵔ";
  return families;
}

template <class Add>
void add_desk(const model::Catalogue& catalogue, Add add) {
  add("staff_desk", staff_at(ScreenId::staff_desk)).staff.families = some_families(catalogue);
  add("staff_desk-empty", staff_at(ScreenId::staff_desk));
  add("staff_desk-text-150", sized(staff_at(ScreenId::staff_desk), TextSize::largest)).staff.families = some_families(catalogue);
  Session open = staff_at(ScreenId::staff_family);
  open.staff.desk.state = session::DeskState::open;
  add("staff_family", open).staff.family = some_family(catalogue);
  add("staff_family-text-150", sized(open, TextSize::largest)).staff.family = some_family(catalogue);
  open.staff.desk.asked_to_erase = true;
  add("staff_family-erase", open).staff.family = some_family(catalogue);
  Session gone = staff_at(ScreenId::staff_family);
  gone.staff.desk.state = session::DeskState::gone;
  add("staff_family-gone", gone);
  for (const auto& [screen, field] : {std::pair(ScreenId::staff_code, session::Field::receipt), std::pair(ScreenId::staff_answer, session::Field::answer),
                                      std::pair(ScreenId::staff_contact, session::Field::name)}) {
    Session form = staff_at(screen);
    form.form.focus = field;
    if (screen == ScreenId::staff_contact) {
      type(form, session::Field::name, "فاطمة بنعلي");
      type(form, session::Field::phone, "06 00 00 00 00");
    }
    add(session::id(screen), form);
  }
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
  add_details(catalogue, add);
  add_receipt(add);
  add_staff(catalogue, add);
  add_desk(catalogue, add);
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
