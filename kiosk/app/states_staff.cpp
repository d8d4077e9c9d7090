// The named states of the pages behind the PIN.
#include "app/states_parts.h"

namespace kiosk::app {
namespace {

using session::ScreenId;
using session::Session;
using session::TextSize;

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
  for (const model::Tour& tour : catalogue.tours) figures.seats_by_tour.push_back({tour.id, 12});
  figures.visits_by_language = {{"ar", 131}, {"fr", 68}, {"en", 15}};
  std::int64_t count = 58;
  const std::vector<std::string> asked = some_programs(catalogue, 6, 3);
  const std::vector<std::string> viewed = some_programs(catalogue, 6, 5);
  for (std::size_t i = 0; i < asked.size(); ++i, count -= 7) {
    figures.hearts_by_program.push_back({asked[i], count});
    figures.views_by_program.push_back({viewed[i], 2 * count + 9});
    figures.leads_by_program.push_back({asked[i], count / 4});
    figures.offers_by_program.push_back({asked[i], count % 3});
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
  lead.programs = two_programs(catalogue);
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

void add_desk(const model::Catalogue& catalogue, const AddState& add) {
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
  gone.staff.desk.state = session::DeskState::erased;
  add("staff_family-erased", gone);
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

void add_staff(const model::Catalogue& catalogue, const AddState& add) {
  add("staff_pin", staff_at(ScreenId::staff_pin)).session.staff.digits = "1234";
  Session wrong = staff_at(ScreenId::staff_pin);
  wrong.staff.problem = session::PinProblem::locked;
  wrong.staff.locked_minutes = 4;
  add("staff_pin-locked", wrong);
  add("staff_pin-text-150", sized(wrong, TextSize::largest));
  Session first = staff_at(ScreenId::staff_pin);
  first.staff.step = session::StaffStep::choose;
  add("staff_pin-choose", first);
  first.staff.problem = session::PinProblem::weak;
  first.staff.weakness = model::PinWeakness::date;
  add("staff_pin-weak", first);
  Session missing = staff_at(ScreenId::staff_pin);
  missing.staff.step = session::StaffStep::missing;
  add("staff_pin-missing", missing);
  add("staff_pin-missing-text-150", sized(missing, TextSize::largest));
  add("staff_today", staff_at(ScreenId::staff_today)).staff.statistics = some_figures(catalogue);
  screens::StaffFacts& doubted = add("staff_today-clock", staff_at(ScreenId::staff_today)).staff;
  doubted.statistics = some_figures(catalogue);
  doubted.zone_doubt = locale::ZoneDoubt{catalogue.event.time_zone, std::chrono::seconds(0), std::chrono::hours(1)};
  doubted.purge = model::PurgeQuestion{model::PurgeDoubt::clock_before_records, 61, 24, {}, std::chrono::sys_days(std::chrono::year(2015) / 1 / 1)};

  NamedState& lost = add("staff_today-lost", staff_at(ScreenId::staff_today));
  const base::WallTime half_past_nine = base::WallTime(std::chrono::sys_days(std::chrono::year(2025) / 9 / 22) + std::chrono::minutes(9 * 60 + 30));
  lost.staff.statistics = some_figures(catalogue);
  lost.staff.lost = {false, {"kiosk.db.set-aside-1758533580"}, {{"kiosk-20250922-093000.db", half_past_nine, 61, 58}, {"kiosk-20250922-092000.db", half_past_nine - std::chrono::minutes(10), 55, 52}}};
  lost.storage.begun_anew = true;
  NamedState& full = add("staff_today-full", staff_at(ScreenId::staff_today));
  full.staff.statistics = some_figures(catalogue);
  full.storage.trouble = model::DiskTrouble::full;
  full.storage.backups_fail = true;

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
  for (const auto& [state, doubt] : {std::pair("staff_kiosk-purge", model::PurgeDoubt::event_day), std::pair("staff_kiosk-clock", model::PurgeDoubt::clock_leapt)}) {
    const std::chrono::sys_days clock = std::chrono::year(2026) / 6 / 1;  // past: what zones do in years to come differs with the system's zoneinfo
    add(state, staff_at(ScreenId::staff_kiosk)).staff.purge = model::PurgeQuestion{doubt, 61, 24, clock - std::chrono::days(365), clock};
  }
  add("staff_kiosk-refused", staff_at(ScreenId::staff_kiosk)).staff.content = {
      {content::problem_for_staff("workshops.toml:41:1", "'rom' is not a key of the session 'zellige-1000'", "Did you mean 'room'?", true),
       content::problem_for_staff("programs/zellige.toml:31:11", "the picture images/zellige/1.jpg is missing", "Copy the picture there, or take its name out.", false)},
      true};
}

}  // namespace

void add_staff_states(const model::Catalogue& catalogue, const AddState& add) {
  add_staff(catalogue, add);
  add_desk(catalogue, add);
}

}  // namespace kiosk::app
