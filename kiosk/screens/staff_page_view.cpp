// The staff pages of choices; the values of the others are in staff_view.cpp.
#include <array>

#include "base/format.h"
#include "model/timetable.h"
#include "screens/staff_view.h"

namespace kiosk::screens {
namespace {

using model::ExportFormat;
using model::ExportProblem;
using model::ExportWhat;
using session::ExportStep;
using session::Exporting;
namespace intent = session::intent;

const StaffFacts& facts_of(const ViewContext& context) {
  static const StaffFacts none;
  return context.staff == nullptr ? none : *context.staff;
}

// The stick chosen while it is there and can be written, else the first that can.
const model::Stick* chosen_stick(const Exporting& exporting, const std::vector<model::Stick>& sticks) {
  const model::Stick* first = nullptr;
  for (const model::Stick& stick : sticks) {
    if (!stick.writable) continue;
    if (stick.folder == exporting.stick) return &stick;
    if (first == nullptr) first = &stick;
  }
  return first;
}

Phrase stick_label(const ViewContext& context, const model::Stick& stick) {
  const std::string name = locale::isolate(stick.name);
  if (!stick.writable) return context.say("staff.stick_read_only", {{"name", name}});
  constexpr std::int64_t kMegabyte = 1000 * 1000;
  const std::int64_t megabytes = stick.free_bytes / kMegabyte;
  return context.say("staff.stick_free", {{"name", name}, {"megabytes", fmt::format("{}", megabytes)}, {"gigabytes", megabytes / 1000}});
}

std::string_view problem_key(ExportProblem problem) {
  switch (problem) {
    case ExportProblem::full: return "staff.export_full";
    case ExportProblem::read_only: return "staff.export_read_only";
    case ExportProblem::gone: return "staff.export_gone";
    case ExportProblem::no_data: return "staff.export_no_data";
    case ExportProblem::other:
    case ExportProblem::none: break;
  }
  return "staff.export_other";
}

std::optional<StaffOutcome> outcome_of(const ViewContext& context, const Exporting& exporting) {
  switch (exporting.step) {
    case ExportStep::choosing: break;
    case ExportStep::writing: return StaffOutcome{OutcomeKind::neutral, context.say("staff.export_writing"), context.say("staff.export_writing_line")};
    case ExportStep::written:
      return StaffOutcome{OutcomeKind::good, context.say("staff.export_written"),
                          context.say("staff.export_rows", {{"rows", exporting.rows}, {"file", locale::isolate_left_to_right(exporting.file)}})};
    case ExportStep::failed:
      return StaffOutcome{OutcomeKind::bad, context.say("staff.export_failed"), context.say(problem_key(exporting.problem))};
  }
  return std::nullopt;
}

Phrase mode_phrase(const ViewContext& context, model::DayMode mode) { return context.say(fmt::format("day_mode.{}", model::id(mode))); }

StaffSection later_section(const ViewContext& context, const model::DayChanges& day) {
  StaffSection section{"staff.day.later", context.say("staff.later_title"), {}, {}};
  const std::chrono::minutes total = day.total();
  section.line = total.count() == 0 ? context.say("staff.as_planned") : context.say("staff.later_total", {{"length", time_span_phrase(context, total).text}});
  const model::AgendaItem* next = model::agenda_next(context.catalogue, context.minute());
  if (next != nullptr) {
    section.line.text += " " + context.say("staff.next_item", {{"time", time_phrase(context, model::real_start(*next)).text},
                                                               {"title", locale::isolate(context.pick(next->title).text)}}).text;
  }
  constexpr std::array kLater{5, 10, 20, 30};
  const auto fits = [&](int minutes) { return day.total() + std::chrono::minutes(minutes) <= model::kMostDelay; };
  if (!fits(kLater.back())) section.line.text += " " + context.say("staff.later_limit").text;
  for (const int minutes : kLater) {
    section.options.push_back({fmt::format("staff.day.later.{}", minutes), context.say("staff.later", {{"minutes", std::int64_t{minutes}}}), {}, false, fits(minutes), false,
                               intent::ShiftDay{std::chrono::minutes(minutes)}});
  }
  if (!day.shifts.empty()) {
    section.options.push_back({"staff.day.undo", context.say("staff.later_undo", {{"minutes", std::int64_t{day.shifts.back().by.count()}}}), "back", false, true,
                               false, intent::UndoShift{}});
  }
  return section;
}

StaffSection mode_section(const ViewContext& context, const model::DayChanges& day) {
  StaffSection section{"staff.day.mode", context.say("staff.mode_title"), context.say("staff.mode_line"), {}};
  const model::DayMode by_agenda = model::mode_at(context.catalogue, {}, context.minute());
  section.options.push_back({"staff.day.mode.agenda", context.say("staff.mode_agenda", {{"mode", mode_phrase(context, by_agenda).text}}), "clock", !day.mode, true,
                             false, intent::ChooseDayMode{std::nullopt}});
  for (const auto& [mode, name] : model::kDayModes) {
    section.options.push_back({fmt::format("staff.day.mode.{}", name), mode_phrase(context, mode), {}, day.mode == mode, true, false, intent::ChooseDayMode{mode}});
  }
  return section;
}

// What is too old waits for staff: why, how much, and one touch.
StaffSection purge_section(const ViewContext& context, const model::PurgeQuestion& question) {
  StaffSection section{"staff.kiosk.purge", context.say("staff.purge_title"), purge_reason(context, question), {}, {}};
  if (question.any()) {
    const locale::LocalTime before = locale::local_time(question.before, context.catalogue.event.time_zone);
    section.line.text += " " + context.say("staff.purge_line", {{"leads", std::int64_t{question.leads}}, {"guests", std::int64_t{question.guests}},
                                                                {"date", locale::isolate(locale::format_date(context.language(), before.date))}}).text;
  }
  section.options = {{"staff.purge.confirm", context.say(question.any() ? "staff.purge_confirm" : "staff.clock_right"), {}, false, true, false, intent::ConfirmPurge{}}};
  return section;
}

}  // namespace

StaffPageView make_staff_export_view(const ViewContext& context) {
  const Exporting& exporting = context.session.staff.exporting;
  const std::vector<model::Stick>& sticks = facts_of(context).sticks;
  const bool writing = exporting.step == ExportStep::writing;
  StaffPageView view{"staff.export", context.say("staff.export_title"), {}, outcome_of(context, exporting), {}};
  view.sections.push_back({"staff.export.what",
                           context.say("staff.export_what"),
                           {},
                           {{"staff.export.leads", context.say("export.leads"), "heart", exporting.what == ExportWhat::leads, !writing, false, intent::ChooseExport{ExportWhat::leads}},
                            {"staff.export.guests", context.say("export.guests"), "people", exporting.what == ExportWhat::guests, !writing, false,
                             intent::ChooseExport{ExportWhat::guests}},
                            {"staff.export.seats", context.say("export.seats"), "tour", exporting.what == ExportWhat::seats, !writing, false,
                             intent::ChooseExport{ExportWhat::seats}}}});
  view.sections.push_back({"staff.export.format",
                           context.say("staff.export_format"),
                           {},
                           {{"staff.export.xlsx", context.say("staff.export_xlsx"), {}, exporting.format == ExportFormat::xlsx, !writing, false,
                             intent::ChooseExportFormat{ExportFormat::xlsx}},
                            {"staff.export.csv", context.say("staff.export_csv"), {}, exporting.format == ExportFormat::csv, !writing, false,
                             intent::ChooseExportFormat{ExportFormat::csv}}}});
  const model::Stick* chosen = chosen_stick(exporting, sticks);
  StaffSection where{"staff.export.where", context.say("staff.export_where"), {}, {}};
  if (chosen == nullptr) where.line = context.say("staff.no_stick");
  for (std::size_t i = 0; i < sticks.size(); ++i) {
    where.options.push_back({fmt::format("staff.stick.{}", i), stick_label(context, sticks[i]), "stick", &sticks[i] == chosen, sticks[i].writable && !writing, false,
                             intent::ChooseStick{sticks[i].folder}});
  }
  view.sections.push_back(std::move(where));
  if (chosen != nullptr && !writing) {
    view.sections.push_back({"staff.export.go", {}, {}, {{"staff.export.write", context.say("staff.export_write"), "check", false, true, true, intent::WriteExport{chosen->folder}}}});
  }
  return view;
}

StaffPageView make_staff_day_view(const ViewContext& context) {
  const model::DayChanges& day = facts_of(context).day;
  StaffPageView view{"staff.day", context.say("staff.day_title"), {later_section(context, day), mode_section(context, day)}, {}, {}};
  if (context.session.staff.day_is_lost_on_restart) {
    view.outcome = StaffOutcome{OutcomeKind::bad, context.say("staff.day_not_kept"), context.say("staff.day_not_kept_line")};
  }
  return view;
}

StaffPageView make_staff_kiosk_view(const ViewContext& context) {
  const model::ContentReport& report = facts_of(context).content;
  StaffPageView view{"staff.kiosk", context.say("staff.kiosk_title"), {}, {}, {}};
  view.sections.push_back({"staff.kiosk.files",
                           context.say("staff.files_title"),
                           context.say(report.refused ? "staff.files_refused" : "staff.files_shown"),
                           {{"staff.reload", context.say("staff.reload"), "reload", false, true, false, intent::ReloadContent{}}}});
  if (const auto& purge = facts_of(context).purge) view.sections.push_back(purge_section(context, *purge));
  // The first touch asks; an answer stands in its place.
  StaffSection leave{"staff.kiosk.leave", context.say("staff.leave_title"), context.say("staff.leave_line"), {}};
  if (context.session.staff.asked_to_quit) {
    leave.options = {{"staff.quit.yes", context.say("staff.quit_yes"), "exit", false, true, false, intent::QuitKiosk{}},
                     {"staff.quit.no", context.say("staff.quit_no"), {}, false, true, false, intent::OpenStaffPage{session::ScreenId::staff_kiosk}}};
  } else {
    leave.options = {{"staff.quit", context.say("staff.quit"), "exit", false, true, false, intent::QuitKiosk{}}};
  }
  view.sections.push_back(std::move(leave));
  for (const model::ContentProblem& problem : report.problems) {
    view.problems.push_back({fmt::format("staff.problem.{}", view.problems.size()), {problem.place, Language::english}, context.pick(problem.message), context.pick(problem.remedy),
                             problem.is_error});
  }
  return view;
}

}  // namespace kiosk::screens
